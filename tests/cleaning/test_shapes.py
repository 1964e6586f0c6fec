"""Shapes of paragraphs."""

from __future__ import annotations

import pytest

from statements.cleaning.shapes import is_cut_off, is_heading, is_prose, reads_on, word_count

PROSE = [
    "They agreed to develop cooperation.",
    "“They agreed to develop cooperation between them,” added the statement.",
    "MR PRICE: No.",
    "Министр заявил, что переговоры продолжаются.",
    "Նախարարը հայտարարեց, որ բանակցությունները շարունակվում են։",
    "外交部发言人表示中方呼吁各方保持克制。",
    "The press service added that the prime minister presented in detail “the developments taking place in"
    " the wake of the aggression that began there on the last Sunday of the month",
]

HEADINGS = [
    "Russia Urges Turkish Restraint On Karabakh Conflict",
    "President Vladimir Putin “Very Concerned” By Armenian-Azerbaijani Clashes.",
    "Russian Foreign Ministry called for restraint around the conflict",
    "Will Moscow Step In?",
    "Armenia",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert is_prose(text, word_count(text))


@pytest.mark.parametrize(
    "text", [*HEADINGS, "Photo:", "The Editor", "a newly announced establishment of…", ""]
)
def test_what_is_no_prose(text: str) -> None:
    assert not is_prose(text, word_count(text))


@pytest.mark.parametrize("text", HEADINGS)
def test_headings(text: str) -> None:
    assert is_heading(text, word_count(text))


@pytest.mark.parametrize(
    "text", [*PROSE, "Ladies and gentlemen,", "He did not elaborate.", "cut off here…", ""]
)
def test_what_is_no_heading(text: str) -> None:
    assert not is_heading(text, word_count(text))


@pytest.mark.parametrize(
    "text", ["He did not elaborate.", "– a ceasefire from 10 October", "1. Both sides agree"]
)
def test_lines_that_may_end_an_article(text: str) -> None:
    assert reads_on(text, word_count(text))


@pytest.mark.parametrize("text", ["The Editor", "Popular stories", "a line that was cut…", "Tel. 12"])
def test_lines_that_end_no_article(text: str) -> None:
    assert not reads_on(text, word_count(text))


def test_cut_off_lines_end_with_bare_dots() -> None:
    assert is_cut_off("the establishment of a new…") and is_cut_off("spearheaded...")
    assert not is_cut_off("“We shall see…”") and not is_cut_off("negotiations <...>.")
