"""Said-dates: from the cue's own sentence and the publication date, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from statements.records import StatedDate
from statements.resolution import resolve
from tests.resolution.building import INDEX, article, resolved

THURSDAY = date(2020, 7, 30)


def said(text: str, published: date | None = THURSDAY) -> str | None:
    found = resolved(text, published)[-1].said
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("[Ankara] <said> on Thursday {it would end}.", "2020-07-30"),
        ("[Ankara] <said> earlier on Friday {it would end}.", "2020-07-24"),
        ("On Tuesday, [Ankara] <said> {it would end}.", "2020-07-28"),
        ("[Ankara] <said> yesterday {it would end}.", "2020-07-29"),
        ("[Ankara] <said> today {it would end}.", "2020-07-30"),
        ("[Ankara] <said> last week {it would end}.", "2020-07-20/2020-07-26"),
        ("[Ankara] <said> last month {it would end}.", "2020-06"),
        ("It came after [Ankara] <said> on Monday {it would end}.", "2020-07-27"),
        ("[Ankara] <said> on July 12, 2020 {it would end}.", "2020-07-12"),
        ("[Ankara] <said> on 12 July 2020 {it would end}.", "2020-07-12"),
    ],
)
def test_dates_that_are_given(text: str, edtf: str) -> None:
    assert said(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "[Ankara] <said> {it would end on Thursday}.",
        "[Ankara] <said> on July 12 {it would end}.",
        "[Ankara] <said> on Friday, July 17, {it would end}.",
        "[Ankara] <said> since Monday {it would end}.",
        "[Ankara] <said> after Monday’s meeting {it would end}.",
        "{So}, [Ankara] <said> after meeting a delegation in Baku on Friday.",
        "[Ankara] <said> on Monday and on Tuesday {it would end}.",
        "[Ankara] <said> next Friday {it would end}.",
        "Monday was quiet. [Ankara] <said> {it would end}.",
        "[Ankara] <said> on 31 February 2020 {it would end}.",
    ],
)
def test_dates_that_stay_open(text: str) -> None:
    assert said(text) is None


def test_nothing_is_worked_out_without_a_publication_day() -> None:
    text = "[Ankara] <said> on Thursday {it would end}."
    assert said(text, None) is None
    document, quotations = article(text)
    object.__setattr__(document, "published", StatedDate(date(2020, 7, 1), "month", "meta"))
    assert resolve(document, quotations, INDEX)[0].said is None


def test_full_date_needs_no_publication_date() -> None:
    assert said("[Ankara] <said> on 12 July 2020 {it would end}.", None) == "2020-07-12"


def test_the_basis_is_shown() -> None:
    found = resolved("[Ankara] <said> on Thursday {it would end}.", THURSDAY)[0].said
    assert found is not None
    assert found.basis == "“Thursday” and the publication date 30 July 2020"
    assert (found.earliest, found.latest) == (THURSDAY, THURSDAY)
    week = resolved("[Ankara] <said> last week {it would end}.", THURSDAY)[0].said
    assert week is not None
    assert (week.earliest, week.latest) == (date(2020, 7, 20), date(2020, 7, 26))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Ankara] <said> on Thursday {it would end}.", "Thursday"),
        ("[Ankara] <said> last week {it would end}.", "last week"),
        ("[Ankara] <said> on July 17 {it would end}.", "July 17"),
        ("[Ankara] <said> on 17 July {it would end}.", "17 July"),
        ("[Ankara] <said> on 12 July 2020 {it would end}.", "12 July 2020"),
        ("[Ankara] <said> {it ended on Thursday}.", ""),
        ("[Ankara] <said> after Monday’s meeting {it would end}.", ""),
        ("[Ankara] <said> since Thursday {it had ended}.", ""),
        ("[Ankara] <said> {it would end}.", ""),
    ],
)
def test_words_that_tell_the_time_are_kept_without_a_date(text: str, words: str) -> None:
    assert resolved(text, None)[-1].said_words == words
