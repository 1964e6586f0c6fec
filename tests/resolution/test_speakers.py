"""Sources to speakers: what each rule resolves, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article, last, names, resolved

SAID = " <said> {it would end}."


@pytest.mark.parametrize(
    ("source", "name", "role", "country"),
    [
        ("Turkish Defense Minister Hulusi Akar", "Hulusi Akar", "Turkish Defense Minister", "TR"),
        ("Prime Minister Nikol Pashinian", "Nikol Pashinyan", "Prime Minister", "AM"),
        ("Foreign Minister Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "Foreign Minister", "TR"),
        ("Russian Foreign Minister Sergej Lavrov", "Sergey Lavrov", "Russian Foreign Minister", "RU"),
        ("Moscow's UN Ambassador Vasily Nebenzya", "Vasily Nebenzya", "Moscow's UN Ambassador", "RU"),
        ("U.S. Ambassador to Russia John Sullivan", "John Sullivan", "U.S. Ambassador to Russia", "US"),
        ("Hamas leader Khalil Saleh", "Khalil Saleh", "Hamas leader", None),
        ("President Putin", "Vladimir Putin", "President", "RU"),
        ("Russia's Lavrov", "Sergey Lavrov", "", "RU"),
        ("business mogul Vladimir Putin", "Vladimir Putin", "", "RU"),
        ("Virginia Gov. Terry McAuliffe", "Terry McAuliffe", "Virginia Gov.", None),
        ("Mr. Ivan Petrov", "Ivan Petrov", "", None),
        ("Thomas de Waal", "Thomas de Waal", "", None),
        ("Speaker of the Turkish parliament Mustafa Sentop", "Mustafa Sentop",
         "Speaker of the Turkish parliament", "TR"),
        ("his Turkish counterpart Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "Turkish counterpart", "TR"),
        ("Retired diplomat Ivan Petrov", "Ivan Petrov", "Retired diplomat", None),
        ("Hulusi Akar's Russian counterpart Sergey Lavrov", "Sergey Lavrov",
         "Hulusi Akar's Russian counterpart", "RU"),
        ("Georgia Governor Ivan Petrov", "Ivan Petrov", "Georgia Governor", None),
        ("former Turkish minister Ivan Petrov", "Ivan Petrov", "former Turkish minister", None),
        ("Armenian opposition leader Ivan Petrov", "Ivan Petrov", "Armenian opposition leader", None),
    ],
)  # fmt: skip
def test_title_before_a_name(source: str, name: str, role: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.name, found.role, found.country) == (name, role, country)


def test_title_between_commas() -> None:
    found = last("[Ismail Demir, the head of a state body overseeing the Turkish defense industry,]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.provisional, found.country) == ("Ismail Demir", True, "TR")
    assert found.role == "head of a state body overseeing the Turkish defense industry"


def test_title_before_a_comma() -> None:
    found = last("[Putin’s press secretary, Dmitry Peskov,]" + SAID)
    assert (found.speaker and found.speaker.name, found.role) == ("Dmitry Peskov", "Putin’s press secretary")


def test_a_list_of_officials_is_no_title() -> None:
    assert last("[Marko Rubin, spokesman Alek Konan,]" + SAID).role == ""


def test_experts_speak_for_no_country() -> None:
    assert last("[Ivan Petrov, an analyst at the Russian Institute for Peace,]" + SAID).country is None


def test_stranger_without_country_stays_without() -> None:
    found = last("[Ivan Petrov]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.provisional, found.country) == ("ivan-petrov", True, None)


def test_namesake_of_another_country_is_somebody_else() -> None:
    found = last("[French President Vladimir Putin]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.provisional) == ("vladimir-putin-fr", True)


@pytest.mark.parametrize(
    "source",
    [
        "Peskov",
        "the Peskov plan",
        "Aliyev",
        "President",
        "",
        "something",
        "Turkey's Lavrov",
        "the Utah Republican",
    ],
)
def test_what_is_not_named_stays_open(source: str) -> None:
    assert names(f"[{source}]{SAID}") == [None]


def test_surname_after_a_full_name() -> None:
    found = last("Kremlin spokesman Dmitry Peskov spoke. [Peskov]" + SAID)
    assert (found.speaker and found.speaker.key, found.role) == ("dmitry-peskov", "Kremlin spokesman")
    assert found.basis == "the surname of Dmitry Peskov, named in full"


def test_surname_of_two_stays_open() -> None:
    assert names("Ilham Aliyev and Yashar Aliyev met. [Aliyev]" + SAID) == [None]
    assert names("Ilham Aliyev and Yashar Aliyev met. [President Aliyev]" + SAID) == [None]


@pytest.mark.parametrize(
    ("source", "key", "name", "country"),
    [
        ("the Russian Foreign Ministry", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("Russia’s foreign ministry", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("the Armenian defense ministry", "am-defence-ministry", "Armenian Defence Ministry", "AM"),
        ("The Ministry of Justice of Armenia", "am-justice-ministry", "Armenian Justice Ministry", "AM"),
        ("the Azerbaijani Ministry of Defence", "az-defence-ministry", "Azerbaijani Defence Ministry", "AZ"),
        ("The Armenian government", "am-government", "Armenian government", "AM"),
        ("the Turkish authorities", "tr-government", "Turkish government", "TR"),
        ("the Armenian side", "am-government", "Armenian government", "AM"),
        ("The Kremlin press service", "kremlin-press-service", "Kremlin press service", "RU"),
        ("The press service of the Armenian government", "am-government-press-service",
         "Armenian government press service", "AM"),
        ("Russia's Security Council", "ru-security-council", "Security Council of Russia", "RU"),
        ("the UN Security Council", "un-security-council", "UN Security Council", "UN"),
        ("the State Department", "us-state-department", "US State Department", "US"),
        ("Ankara", "tr-government", "Turkish government", "TR"),
        ("The United States", "us-government", "US government", "US"),
        ("the European Union", "european-union", "European Union", "EU"),
        ("A statement by the Kremlin", "kremlin", "Kremlin", "RU"),
        ("the Russian Foreign Ministry’s statement", "ru-foreign-ministry", "Russian Foreign Ministry", "RU"),
        ("the Karabakh authorities", "xnk-authorities", "Nagorno-Karabakh authorities", None),
        ("the Nagorno-Karabakh Foreign Ministry", "xnk-foreign-ministry",
         "Nagorno-Karabakh Foreign Ministry", None),
    ],
)  # fmt: skip
def test_bodies(source: str, key: str, name: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.name, found.country) == (key, name, country)
    assert not found.speaker.provisional


@pytest.mark.parametrize(
    "source", ["the ministry", "Russia’s neighbours", "the Turks", "the Moscow market", "Korea"]
)
def test_bodies_that_stay_open(source: str) -> None:
    assert names(f"[{source}]{SAID}") == [None]


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("A Turkish diplomatic source", "Turkish diplomatic source", "TR"),
        ("A Russian Foreign Ministry spokeswoman", "Russian Foreign Ministry spokeswoman", "RU"),
        ("U.S. officials", "U.S. officials", "US"),
        ("Two officials in Ankara", "officials in Ankara", "TR"),
        (
            "a spokesman for Prime Minister Nikol Pashinyan",
            "spokesman for Prime Minister Nikol Pashinyan",
            "AM",
        ),
        ("officials", "officials", None),
        ("U.S. and Russian officials", "U.S. and Russian officials", None),
        ("The leaders of Armenia and Georgia", "leaders of Armenia and Georgia", None),
    ],
)
def test_unnamed_roles(source: str, name: str, country: str | None) -> None:
    found = last(f"[{source}]{SAID}")
    assert found.speaker is not None
    assert (found.speaker.kind, found.speaker.provisional) == ("unnamed", True)
    assert (found.speaker.name, found.country) == (name, country)


def test_place_after_the_source_belongs_to_the_role() -> None:
    for marked in ("[Officials] in Baku", "[A source close] to the Kremlin"):
        found = last(marked + SAID)
        assert found.speaker is not None
        assert (found.speaker.name, found.country) in (
            ("officials in Baku", "AZ"),
            ("source close to the Kremlin", "RU"),
        )


def test_unknown_body_by_its_proper_name() -> None:
    found = last("[The World Food Programme]" + SAID)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.kind) == ("world-food-programme", "institution")
    assert (found.speaker.provisional, found.country) == (True, None)
    assert names("[The Utah Group plan]" + SAID) == [None]


def test_two_spellings_of_a_stranger_are_one() -> None:
    text = "Minister Paul Manafort came. Minister Paul J. Manafort spoke. [Manafort]" + SAID
    assert names(text) == ["Paul Manafort"]


def test_two_in_one_source() -> None:
    assert names("[Sergey Lavrov and his Turkish counterpart Mevlut Cavusoglu]" + SAID) == [
        "Sergey Lavrov",
        "Mevlüt Çavuşoğlu",
    ]


def test_no_source_is_one_open_attribution() -> None:
    found = resolved("It was <said> {to end}.[]")[0].attributions
    assert [(one.speaker, one.source, one.basis) for one in found] == [
        (None, None, "the text names no source")
    ]


def test_holder_of_the_office_on_the_day() -> None:
    text = "[The Turkish foreign minister]" + SAID
    assert names(text, date(2020, 7, 1)) == ["Mevlüt Çavuşoğlu"]
    assert names(text, date(2024, 7, 1)) == ["Turkish foreign minister"]
    assert names(text) == ["Turkish foreign minister"]


def test_relayed_by_a_known_agency() -> None:
    document, [quotation] = article("[Ankara] <said> {it would end}, TASS reported.")
    at = document.text.index("TASS")
    assert resolve(document, [replace(quotation, agency=(at, at + 4))], INDEX)[0].agency == "tass"
    assert resolve(document, [replace(quotation, agency=(at + 5, at + 13))], INDEX)[0].agency is None
