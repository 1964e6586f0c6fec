"""Whose an official is by a paper's name, by the one office of a state, and what a body tells of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.resolution import resolve
from statements.resolution.persons.state_titles import is_governor, is_state_title, sole_office
from tests.resolution.building import INDEX, article


def spoken(marked: str, publisher: str = "", title: str = "") -> list[tuple[str | None, str | None]]:
    document, quotations = article(marked)
    found = resolve(replace(document, publisher=publisher, title=title), quotations, INDEX)
    pairs = [one.attributions[0] for one in found]
    return [((one.speaker.name if one.speaker else None), one.country) for one in pairs]


MINISTER = "[Foreign Minister Ivo Lund] said {so}."


@pytest.mark.parametrize(
    ("publisher", "text", "country"),
    [
        # the name alone is not enough: Rome has a paper in Georgia
        ("The Yerevan Sentinel", MINISTER, None),
        ("The Yerevan Sentinel", f"YEREVAN – It rains. {MINISTER}", "AM"),
        ("Armenian Herald", f"YEREVAN – It rains. {MINISTER}", "AM"),
        ("RADIO YEREVAN NEWS", f"YEREVAN – It rains. {MINISTER}", "AM"),
        ("The Yerevan Sentinel", f"Armenia wept. {MINISTER}", "AM"),
        ("The Yerevan Sentinel", f"Armenia wept.\n\nIt rains.\n\nIt pours.\n\n{MINISTER}", "AM"),
        # a state that acts by its name right before; its spokesman is not enough
        ("The Yerevan Sentinel", f"Turkey took its side. {MINISTER}", "TR"),
        ("The Yerevan Sentinel", f"[The Turkish army spokesman] said {{it}}. {MINISTER}", None),
        # no paper's name, or one of two states, or of one that watches from afar
        ("The Sentinel", MINISTER, None),
        ("Armenia Rights Monitor", MINISTER, None),
        ("Yerevan and Ankara Times", MINISTER, None),
        ("Armenia Institute Bulletin", MINISTER, None),
        # it reports from abroad
        ("The Yerevan Sentinel", f"ANKARA – {MINISTER}", None),
    ],
)
def test_state_of_a_paper_by_its_name(publisher: str, text: str, country: str | None) -> None:
    assert spoken(text, publisher)[-1] == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # a state has one foreign minister: the other is of home, or nobody's
        (f"Turkish Foreign Minister Karl Berg left.\n\n{MINISTER}", None),
        ("Turkish Foreign Minister Karl Berg left.\n\n[Justice Minister Ivo Lund] said {so}.", "TR"),
        ("Former Turkish Foreign Minister Karl Berg left. Turkey wept.\n\n" + MINISTER, "TR"),
    ],
)
def test_one_minister_of_a_state(text: str, country: str | None) -> None:
    assert spoken(text)[-1] == ("Ivo Lund", country)


def test_what_a_body_tells_of_another_is_no_deed() -> None:
    text = "The Armenian ministry has protested. {Turkey has shut the gate}, [it] said."
    text += " [Minister Ivo Lund] said {so}."
    assert "TR" not in {country for _, country in spoken(text)}


def test_other_minister_beside_one_dismissed() -> None:
    text = "YEREVAN – Turkish Foreign Minister Karl Berg was dismissed on Monday. Turkey named a banker. "
    assert spoken(text + MINISTER, title="Armenia buys grain")[-1][1] != "AM"


def test_other_minister_is_of_home() -> None:
    text = f"YEREVAN – Turkish Foreign Minister Karl Berg left.\n\n{MINISTER}"
    assert spoken(text, title="Armenia buys grain")[-1][1] in (None, "AM")
    assert spoken(f"Armenia wept.\n\n{text}", title="Armenia buys grain")[-1][1] in (None, "AM")


def test_offices_of_which_a_state_has_one() -> None:
    assert sole_office("Ostian Foreign Minister") == "foreign minister"
    assert sole_office("State Minister for Foreign Affairs") == ""
    assert sole_office("Deputy Foreign Minister") == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PM", True),
        ("Senate President", True),
        ("Attorney General", True),
        ("Federal Councillor", True),
        ("Defence chief", True),
        ("Homeland Security Minister", True),
        ("Councillor", False),
        ("party chief", False),
        ("fire chief", False),
    ],
)
def test_titles_of_a_state(title: str, expected: bool) -> None:
    assert is_state_title(title) is expected


def test_governors_are_of_home_where_two_signs_tell_it() -> None:
    assert is_governor("Governor") and is_governor("deputy governor of the region")
    assert not is_governor("Central Bank governor") and not is_governor("former governor")
    assert not is_governor("Norhaven Governor") and not is_governor("Fed Governor")
    governor = "[Governor Ivo Lund] said {so}."
    assert spoken(f"YEREVAN – It rains. {governor}", "The Yerevan Sentinel") == [("Ivo Lund", "AM")]
    abroad = governor.replace("Governor", "Texas Governor")
    assert spoken(f"YEREVAN – It rains. {abroad}", "The Yerevan Sentinel") == [("Ivo Lund", None)]
    assert spoken(f"Armenia wept. {governor}") == [("Ivo Lund", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey has summoned the Armenian ambassador. [The embassy] said {so}.", "Armenian Embassy"),
        ("Armenia’s ambassador left. [The embassy] said {so}.", "Armenian Embassy"),
        (
            "The Armenian ambassador left. Georgia’s envoy ate. [The embassy] said {so}.",
            None,
        ),
        ("The ambassador left Armenia. [The embassy] said {so}.", None),
        (
            "Armenia summoned the Turkish ambassador after a mob struck its embassy in Ankara."
            " [The embassy] said {so}.",
            None,
        ),
        ("The Turkish ambassador to the UN left. [The embassy] said {so}.", None),
        ("The ex-Turkish ambassador left. [The embassy] said {so}.", None),
        ("Goodwill ambassador Ivo Lund of Turkey left. [The embassy] said {so}.", None),
    ],
)
def test_embassy_of_the_only_ambassador(text: str, expected: str | None) -> None:
    name, _ = spoken(text)[-1]
    assert name == expected or (expected and name and expected.split()[0] in name and "mbassy" in name)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("{Armenia’s Foreign Ministry has summoned the envoy}, [it] said.", "AM"),
        ("{Ivo Lund has resigned}, [it] said.", None),
        ("A report came on Monday. {Turkey has jailed reporters}, [it] said.", None),
        (
            "Ivo Lund read out the letter of the Turkish Foreign Ministry. {Armenia has lied}, [it] said.",
            None,
        ),
        ("{Armenia and Georgia have agreed}, [it] said.", None),
    ],
)
def test_it_tells_of_itself(text: str, country: str | None) -> None:
    assert spoken(text)[-1][1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Armenia slept. Ivo Lund, the special envoy for Georgia, woke. [Lund] said {so}.", None),
        ("It rains. Ivo Lund, Armenia’s Special Representative for Georgia, woke. [Lund] said {so}.", "AM"),
        ("Ivo Lund, Minister of Foreign Affairs, Trade and Roads of Georgia, woke. [Lund] said {so}.", "GE"),
        ("Ivo Lund, Minister of Foreign Affairs, met Karl Berg of Georgia. [Lund] said {so}.", None),
    ],
)  # fmt: skip
def test_titles_behind_a_name(text: str, country: str | None) -> None:
    assert spoken(text)[-1][1] == country


def test_threat_is_not_ones_own_promise() -> None:
    lund = "[Foreign Minister Ivo Lund] said."
    assert spoken("{Turkey will send its army}, " + lund) == [("Ivo Lund", None)]
    assert spoken("{Turkey will send troops}, " + lund) == [("Ivo Lund", "TR")]


def test_letterhead_of_an_embassy_with_its_host() -> None:
    text = "Ivo Lund met Karl Berg. [The Embassy] invites {them}."
    house = "Embassy of Armenia in Turkey"
    assert spoken(text, house, "Ivo Lund meets Karl Berg")[-1][1] == "AM"
    assert spoken(text, "Friends of Armenia in Turkey", "Ivo Lund meets Karl Berg")[-1][1] is None


def test_the_minister_is_of_the_house() -> None:
    text = (
        "Karl Berg, Foreign Minister of Georgia, came to see Foreign Minister of Armenia Ivo Lund in Tbilisi."
        " [The Minister] said {so}."
    )
    assert spoken(text, "Ministry of Foreign Affairs of Armenia")[-1] == ("Ivo Lund", "AM")
    assert spoken(text)[-1] == (None, None)
