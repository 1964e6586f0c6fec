"""Whose an official is by what is said: words of one's own state, the place, and whom one thanks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article

LUND = "[Foreign Minister Ivo Lund]"


def spoken(marked: str, publisher: str = "") -> list[tuple[str | None, str | None]]:
    document, quotations = article(marked)
    found = resolve(replace(document, publisher=publisher), quotations, INDEX)
    pairs = [one.attributions[0] for one in found]
    return [((one.speaker.name if one.speaker else None), one.country) for one in pairs]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # a promise, a wish, an envoy's deed
        (f"{{Turkey would send grain}}, {LUND} said.", "TR"),
        (f"{{The Turkish government will not change the law}}, {LUND} said.", "TR"),
        (f"{{Turkey, which has grain, wants to sell it}}, {LUND} said.", "TR"),
        (f"{{Turkey does not intend to stop the ships}}, {LUND} said.", "TR"),
        (f"{{Turkey has handed Armenia a note}}, {LUND} said.", "TR"),
        (f"{LUND} said that {{Ankara was ready for talks}}.", "TR"),
        (f"{LUND} told the radio {{Turkey still expects an answer}}.", "TR"),
        (f"{LUND} asked for {{patience}}. He added that [he] knew {{Turkey would wait}}.", "TR"),
        (f"{LUND} said {{Turkey sought a truce}}.", "TR"),
        (f"{LUND} said {{Turkey does not seek a truce}}.", "TR"),
        (f"{LUND} said {{Turkey is seeking a truce}}.", "TR"),
        (f"{LUND} said {{Turkey will seek revenge}}.", None),
        (f"{LUND} said {{Turkey sold a truce}}.", None),
        # what others say of a state, or of two
        (f"{{Turkey will attack}}, {LUND} said.", None),
        (f"{{Turkey must pay}}, {LUND} said.", None),
        (f"{{Turkey has broken its word}}, {LUND} said.", None),
        (f"{{Turkey’s grain will rot}}, {LUND} said.", None),
        (f"{{Turkish farmers will wait}}, {LUND} said.", None),
        (f"{{Turkey and Armenia will talk}}, {LUND} said.", None),
        # nobody's official
        ("{Turkey would send grain}, [analyst Ivo Lund] said.", None),
        ("{Turkey would send grain}, [Mayor Ivo Lund] said.", None),
    ],
)
def test_words_of_the_own_state(text: str, country: str | None) -> None:
    assert spoken(text)[0] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # against the state that acted last: deeds and readiness tell more, views and promises less
        ("Armenia wept. {Turkey has handed Georgia a note}, [Deputy Minister Ivo Lund] said.", "TR"),
        ("Armenia wept. {Turkey wants war}, [Deputy Minister Ivo Lund] said.", "AM"),
        ("Armenia wept. {Turkey will buy grain}, [Deputy Minister Ivo Lund] said.", "AM"),
        # against two signs of another state
        ("YEREVAN – Armenia wept. {Turkey is ready to talk}, [Deputy Minister Ivo Lund] said.", None),
    ],
)
def test_words_against_other_signs(text: str, country: str | None) -> None:
    document, quotations = article(text.replace("Deputy Minister", "Deputy Foreign Minister"))
    [found] = resolve(replace(document, title="Armenia weeps"), quotations, INDEX)
    assert found.attributions[0].country == country


def test_its_own_press_speaks_for_its_own_minister() -> None:
    assert spoken(f"MOSCOW (TASS) – It rains. {LUND} said {{Turkey would wait}}.", "TASS")[0][1] == "RU"


@pytest.mark.parametrize(
    ("text", "publisher", "country"),
    [
        (f"Turkey’s grain is cheap. It rains.\n\n{LUND} said {{so}} in Ankara.", "", "TR"),
        (f"The grain of Turkey is cheap.\n\n{LUND} said {{so}} at his Ankara office.", "", "TR"),
        (f"{LUND} said {{so}} in Ankara.", "", None),
        (f"Turkey’s grain is cheap. It rains.\n\n{LUND} said {{so}} on a visit in Ankara.", "", None),
        (f"Armenia wept. {LUND} said {{so}} in Ankara, where Turkey sells grain.", "", None),
        (
            f"MOSCOW (TASS) – Turkey’s grain is cheap.\n\nIt rains. {LUND} said {{so}} in Ankara.",
            "TASS",
            None,
        ),
    ],
)
def test_place_of_speaking(text: str, publisher: str, country: str | None) -> None:
    assert spoken(text, publisher)[0] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Turkey sold the grain. [Foreign Minister Ivo Lund] thanked {Turkey for it}.", None),
        ("Turkey sold the grain. [Foreign Minister Ivo Lund] called on {the Turkish side to wait}.", None),
        ("Turkey sold the grain. [Foreign Minister Ivo Lund] thanked {Turkish farmers for it}.", "TR"),
    ],
)
def test_nobody_thanks_the_own_state(text: str, country: str | None) -> None:
    assert spoken(text)[0] == ("Ivo Lund", country)


def test_its_own_press_tells_of_another_state_first() -> None:
    told = "{}\n\n[Grain Minister Ivo Lund] said {{so}}.\n\nPresident Vladimir Putin was ill."
    assert spoken(told.format("Turkey on Friday asked Russia for grain."), "TASS")[0][1] is None
    assert spoken(told.format("Russia on Friday asked Turkey for grain."), "TASS")[0][1] == "RU"
    assert spoken(told.format("MOSCOW (TASS) – Turkey asked Russia for grain."), "TASS")[0][1] == "RU"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[The foreign ministry] said {Turkey was ready to wait}.", ("Turkish Foreign Ministry", "TR")),
        (
            "[A Foreign Ministry spokesman] said {Turkey was ready to wait}.",
            ("Foreign Ministry spokesman", "TR"),
        ),
        ("[The foreign ministry] said {Turkey had lied}.", (None, None)),
    ],
)
def test_bodies_and_roles(text: str, found: tuple[str | None, str | None]) -> None:
    assert spoken(text)[0] == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # called by a surname that is not the last
        ("Anna Karla Lund Berg, Armenia’s Minister of Grain, came. [Minister Lund] said {so}.",
         ("Anna Karla Lund Berg", "AM")),
        ("Anna Karla Lund Berg, Armenia’s Minister of Grain, came. [President Lund] said {so}.",
         ("Lund", "AM")),
        # a title that is a surname
        ("[Turkey’s envoy, Tiri King,] said {so}. [King] added {no}.", ("Tiri King", "TR")),
        ("[Turkish minister Tiri Mufti] said {so}. [Mufti] added {no}.", ("Tiri Mufti", "TR")),
        ("[Turkey’s envoy, Tiri Lund,] said {so}. [The King] added {no}.", (None, None)),
        # a ministry's whole field before who speaks for it
        ("[Turkish Ministry of Water and Irrigation spokesman Ivo Lund] said {so}.", ("Ivo Lund", "TR")),
        # peers
        ("[Turkey’s foreign minister, Karl Berg,] said {so}. [His Armenian peer Ivo Lund] said {no}.",
         ("Ivo Lund", "AM")),
        # the sentence goes on of the last speaker
        ("[Turkish Foreign Minister Karl Berg] said {so}. Berg spoke by telephone with his Armenian"
         " counterpart Ivo Lund. “{We agreed},” [he] said.", ("Karl Berg", "TR")),
        ("[Turkish Foreign Minister Karl Berg] said {so}. Berg met Armenian President Ivo Lund."
         " “{We agreed},” [he] said.", (None, None)),
        # the states of a divided country, customs, the whole name of a body behind "UN"
        ("North Korea and South Korea met. [The North’s foreign ministry] said {so}.",
         ("North Korean Foreign Ministry", "KP")),
        ("Armenia and South Korea met. [The North’s foreign ministry] said {so}.", (None, None)),
        ("It rains. According to [Turkish customs], {so}.", ("Turkish Customs", "TR")),
        ("It rains. [Turkish customs duties] said {so}.", (None, None)),
        ("It rains. [A spokesman for the UN] peacekeeping force said {so}.",
         ("spokesman for the UN peacekeeping force", "UN")),
    ],
)  # fmt: skip
def test_who_it_is(text: str, last: tuple[str | None, str | None]) -> None:
    assert spoken(text)[-1] == last
