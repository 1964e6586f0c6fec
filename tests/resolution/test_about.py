"""Countries in the words: named ones, in their order, and no traps."""

from __future__ import annotations

import pytest

from statements.authority_files import read_authorities
from statements.resolution import AuthorityIndex, countries_named
from tests.resolution.building import resolved

SHIPPED = AuthorityIndex(read_authorities())


def named(text: str) -> list[str]:
    return countries_named(text, [(0, len(text))], SHIPPED)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Moscow told the Armenians and Ankara.", ["RU", "AM", "TR"]),
        ("the Armenian-Azerbaijani border, Baku’s forces and pro-Azerbaijani media", ["AM", "AZ"]),
        ("Türkiye, Turkiye and TURKEY", ["TR"]),
        ("the U.S. and the US, the USA and Americans", ["US"]),
        ("the UK, Britain and Northern Ireland", ["GB"]),
        ("Ireland and the Irish", ["IE"]),
        ("South Korean and North Korean envoys, the DPRK", ["KR", "KP"]),
        ("Equatorial Guinea, Guinea-Bissau, Papua New Guinea and Guinea", ["GQ", "GW", "PG", "GN"]),
        ("Nagorny Karabakh, Artsakh, Dağlıq Qarabağ, Нагорный Карабах and Լեռնային Ղարաբաղ", ["XNK"]),
        ("The Kremlin and the White House", ["RU", "US"]),
        ("the UN Security Council, NATO, the EU and the OSCE Minsk Group", ["UN", "NATO", "EU", "OSCE"]),
        ("the Dominican Republic, not Dominica", ["DO", "DM"]),
        ("In Chad, Jordan Prime Minister Omar Razzaz met Georgia's envoy.", ["TD", "JO", "GE"]),
        ("Kosovo, Taiwan and Palestine", ["XK", "TW", "PS"]),
        ("Россия и Армения", ["RU", "AM"]),
    ],
)
def test_countries_that_are_named(text: str, codes: list[str]) -> None:
    assert named(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Give us in no way an it or a so, as to be at my do.",
        "IN NO WAY, IT IS SO, AS TO BE AT",
        "roast turkey on china with a guinea pig, a chad and a jordan almond",
        "Michael Jordan, Chad Smith and Israel Katz met Paris Hilton.",
        "Congolese, Korean and Dominican envoys; Brussels",
        "the Republic and both countries, the Republic's army",
        "Latin America and South American states, New Mexico, New Jersey",
        "The Moscow Times and the Washington Post",
        "the Minsk agreements, the Vienna Convention, the Minsk process",
        "the former Soviet region and the post-Soviet space",
        "Male victims in Victoria and Kingston; the Valley",
        "Vladimir Putin and Recep Tayyip Erdogan",
        "",
    ],
)
def test_traps(text: str) -> None:
    assert named(text) == []


def test_only_the_spans_count() -> None:
    text = "Russia spoke of Turkey."
    assert countries_named(text, [(16, 22)], SHIPPED) == ["TR"]
    assert countries_named(text, [], SHIPPED) == []


def test_statements_are_about_what_their_content_names() -> None:
    [statement] = resolved(
        "[Hulusi Akar] of Turkey <said> {the Armenians will pay, and so will Yerevan, for Baku}."
    )
    assert statement.about == ("AM", "AZ")


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("[Akar] <said> {Lavrov’s visit mattered}. Sergey Lavrov left.", ("RU",)),
        ("[Akar] <said> {he would receive Sergey Lavrov}", ("RU",)),
        ("[Akar] <said> {it was a threat to Turkey}", ("TR",)),
        ("[Ankara] <said> {Ankara’s friends would wait}", ("TR",)),
        ("[Ankara] <said> {Turkey and Russia would wait}", ("TR", "RU")),
        ("[Moscow] <said> {Moscow is determined to work with Turkey}", ("TR",)),
        ("[Moscow] <said> {Ankara is determined to work on}", ("TR",)),
        ("[Moscow] <said> {the talks in Yerevan went on}", ()),
        ("[Moscow] <said> {the army in Yerevan went on}", ("AM",)),
        ("[Moscow] <said> {the Minsk process and the Minsk Group went on}", ()),
        ("[Moscow] <said> {the Georgia governor would wait}", ()),
        ("[Moscow] <said> {Georgia would wait}", ("GE",)),
        ("[Moscow] <said> {a turkey would wait}", ()),
        ("[The Turkish minister] <said> {it would wait}", ()),
    ],
)
def test_what_words_are_about(content: str, codes: tuple[str, ...]) -> None:
    text = content if content.endswith(".") else f"Hulusi Akar spoke. {content}."
    assert resolved(text if "Akar spoke" in text else f"Hulusi Akar spoke. {text}")[-1].about == codes
