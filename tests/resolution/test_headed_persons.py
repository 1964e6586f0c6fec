"""Persons whom the heading of a text presents, and the letterheads above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements.resolution import resolve
from tests.resolution.building import INDEX, article

MINISTRY = "Ministry of Foreign Affairs of Russia"
LUND, NOBODY = ("Ivo Lund", "RU"), (None, None)


def first(marked: str, title: str = "", publisher: str = MINISTRY) -> tuple[str | None, str | None]:
    """The first speaker, with the country spoken for."""
    document, quotations = article(marked)
    [found, *_] = resolve(replace(document, title=title, publisher=publisher), quotations, INDEX)
    [one] = found.attributions
    return (one.speaker.name if one.speaker else None), one.country


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Statement of the Spokesperson of the Ministry, Mr. Ivo Lund, on the vote", LUND),
        ("Press Conference by Deputy Minister Ivo Lund", LUND),
        ("Foreign Ministry Spokesperson Ivo Lund’s Press Conference", LUND),
        ("Remarks by Ambassador Ivo Lund, Permanent Representative of Georgia", ("Ivo Lund", "GE")),
        ("Answer to the statement by Deputy Minister Ivo Lund", NOBODY),
        ("Statement by Deputy Minister Ivo Lund and Deputy Minister Karl Berg", NOBODY),
        ("Deputy Minister Ivo Lund meets Karl Berg", ("Russian Foreign Ministry", "RU")),
        ("Deputy Minister Ivo Lund hosted Karl Berg", ("Russian Foreign Ministry", "RU")),
        ("Deputy Minister Ivo Lund and Karl Berg", NOBODY),
    ],
)
def test_we_of_somebody_headed(title: str, speaker: tuple[str | None, str | None]) -> None:
    assert first("The vote was held. [We] regret {it}.", title) == speaker


def test_i_is_a_person() -> None:
    title = "Statement by Deputy Minister Ivo Lund"
    assert first("[We] regret {it}.", title) == LUND
    assert first("[I] regret {it}.", title) == LUND
    assert first("[I] regret {it}.", "Statement by the Ministry of Foreign Affairs of Russia") == NOBODY


@pytest.mark.parametrize(
    ("title", "text", "speaker"),
    [
        ("Foreign Ministry Spokesperson Ivo Lund’s Briefing", "[Ivo Lund]: {Yes.}", LUND),
        ("Foreign Ministry Spokesperson Ivo Lund’s Briefing", "[Mr. Lund] said {so}.", LUND),
        ("Ivo Lund’s Briefing", "[Ivo Lund]: {Yes.}", ("Ivo Lund", None)),
        ("Foreign Ministry Spokesperson Ivo Lund’s Briefing", "[Mr. Berg] said {so}.", NOBODY),
    ],
)
def test_office_of_the_heading(title: str, text: str, speaker: tuple[str | None, str | None]) -> None:
    assert first(text, title) == speaker


@pytest.mark.parametrize(
    ("lines", "country"),
    [
        ("FEDERAL REPUBLIC OF GEORGIA\n\nOffice of the President", "GE"),
        ("OFFICE OF THE PRESIDENT\n\nREPUBLIC OF GEORGIA", "GE"),
        ("Georgia\n\nOffice of the President", None),
    ],
)
def test_letterhead_of_two_lines(lines: str, country: str | None) -> None:
    text = f"{lines}\n\nThe day was fine. [The Minister of State, Ivo Lund,] said {{so}}."
    assert first(text, publisher="") == ("Ivo Lund", country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "By Radio Nord’s Georgian Service\n\nTBILISI -- [Deputy Foreign Minister Ivo Lund] said {so}.",
            "GE",
        ),
        (
            "By Radio Nord’s Security Service\n\nTBILISI -- [Deputy Foreign Minister Ivo Lund] said {so}.",
            None,
        ),
        ("TBILISI -- The day was fine in Georgia. [Deputy Foreign Minister Ivo Lund] said {so}.", "GE"),
        ("TBILISI -- [Deputy Foreign Minister Ivo Lund] said {so}.", None),
    ],
)
def test_signs_of_home(text: str, country: str | None) -> None:
    assert first(text, publisher="") == ("Ivo Lund", country)
