"""Said-dates: from the cue's own sentence and the publication date, never guessed."""

from __future__ import annotations

from dataclasses import replace
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
        ("[Ankara] <said> on July 12 {it would end}.", "2020-07-12"),
        ("On 30th of July [Ankara] <said> {it would end}.", "2020-07-30"),
        ("[Ankara] <said> on December 12 {it would end}.", "2019-12-12"),
        ("[Ankara] <said> on Friday, July 17, {it would end}.", "2020-07-17"),
        ("[Ankara] <said> on Friday, July 17, 2020 {it would end}.", "2020-07-17"),
        ("[Ankara] <said> on Thursday morning {it would end}.", "2020-07-30"),
        ("[Ankara] <said> last Wednesday {it would end}.", None),
        ("[Ankara] <said> last Friday {it would end}.", "2020-07-24"),
        ("Earlier this week [Ankara] <said> {it would end}.", "2020-07-27/2020-07-30"),
        ("[Ankara] <said> this month {it would end}.", "2020-07-01/2020-07-30"),
        ("[Ankara] <said> last year {it would end}.", "2019"),
        ("[Ankara] <said> in May {it would end}.", "2020-05"),
        ("[Ankara] <said> in September {it would end}.", "2019-09"),
        ("[Ankara] <said> in February 1988 {it would end}.", "1988-02"),
        ("[Ankara] <said> in 1988 {it would end}.", "1988"),
        ("[Ankara] <said> two days ago {it would end}.", "2020-07-28"),
        ("[Ankara] <said> this morning {it would end}.", "2020-07-30"),
        ("[Ankara], in a letter of protest, <said> on Monday {it would end}.", "2020-07-27"),
        ("[Ankara], speaking to the press in May, <said> {it would end}.", "2020-05"),
        ("[Lund] <condemned> {the raid}, and on Monday [he] <warned> {Baku of war}.", "2020-07-27"),
        # Counted from the day spoken of before.
        ("The raid came on Tuesday. [Ankara] <said> a day earlier {it would end}.", "2020-07-27"),
        ("The raid came on July 12. Two days later, [Ankara] <said> {it would end}.", "2020-07-14"),
        ("The raid came on Monday. The next day Baku fell. [Ankara] <said> the same day {so}.", "2020-07-28"),
        ("The raid came on Monday. [Ankara] <said> later in the day {it would end}.", "2020-07-27"),
        # A date line is none of the words that tell the time.
        ("ANKARA, July 29, 2020 (TASS) — [Ankara] <said> on Monday {it would end}.", "2020-07-27"),
        ("[Ankara] <said> in the Tuesday statement {it would end}.", "2020-07-28"),
        # Each clause has its own.
        ("On Monday [Baku] <said> {so}, and on Tuesday [Ankara] <said> {it would end}.", "2020-07-28"),
    ],
)
def test_dates_that_are_given(text: str, edtf: str | None) -> None:
    assert said(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "[Ankara] <said> {it would end on Thursday}.",
        "[Ankara] <said> since Monday {it would end}.",
        "[Ankara] <said> after Monday’s meeting {it would end}.",
        "{So}, [Ankara] <said> after meeting a delegation in Baku on Friday.",
        "[Ankara] <said> on Monday and on Tuesday {it would end}.",
        "[Ankara] <said> next Friday {it would end}.",
        "Monday was quiet. [Ankara] <said> {it would end}.",
        "[Ankara] <said> on 31 February 2020 {it would end}.",
        "[Ankara] <said> two weeks ago {it would end}.",
        "[Ankara] <said> a day earlier {it would end}.",
        "The raid came in July. [Ankara] <said> two days later {it would end}.",
        "[Ankara] <said> of the truce of July 12 {it would end}.",
        "[Ankara] <said> between July 12 and July 14 {it would end}.",
        "[Ankara] <said> July 12–14 {it would end}.",
        "[Akar], who took over in June, <said> {it would end}.",
        "[Akar], elected on Friday, <said> {it would end}.",
        "{It would end}, <said> [Akar], elected on Friday, and left.",
        "“{So},” <said> [Akar], whose envoy is due this week, and left.",
        "In Baku, where talks began on Friday, [Akar] <said> {it would end}.",
        "[Ankara] <said> they may {go on}.",
        "[Ankara] <said> of the raid in June {it would end}.",
        "27 mins ago. [Ankara] <said> {it would end}.",
        "[Ankara] <said> of the July 12 truce {it would end}.",
        "[Ankara] <said> in the Thursday truce talks {it would end}.",
        "[Ankara] <said> on 12 August 2020 {it would end}.",
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


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (
            "Thursday, July 15",
            "“Thursday, July 15” is at odds with the calendar: 15 July 2020 was a Wednesday",
        ),
        (
            "Friday, 16 July 2020",
            "“Friday, 16 July 2020” is at odds with the calendar: 16 July 2020 was a Thursday",
        ),
        ("31 June 2020", "“31 June 2020” is no day of the calendar"),
        ("12 August 2020", "“12 August 2020” lies after the publication date 30 July 2020"),
        ("Thursday, July 16", ""),
        ("Thursday", ""),
    ],
)
def test_a_contradiction_is_noted_and_nothing_worked_out(words: str, note: str) -> None:
    [found] = resolved(f"On {words}, [Ankara] <said> {{it would end}}.", THURSDAY)
    assert found.said_note == note
    assert found.said_words == words
    assert (found.said is None) == bool(note)


@pytest.mark.parametrize(
    ("rule", "title", "basis", "said"),
    [
        ("transcript-turn", "Press Briefing – July 30, 2020", "dateline", "2020-07-30"),
        ("position", "Statement by the Ministry", "dateline", "2020-07-30"),
        ("transcript-turn", "Interview with Hulusi Akar", "dateline", None),
        ("position", "Readout of the call with Ankara", "dateline", None),
        ("reported-clause", "Ankara denies all", "dateline", None),
        ("transcript-turn", "Press Briefing", "address", None),
        ("transcript-turn", "‘A pipeline has two ends’", "dateline", None),
    ],
)
def test_a_text_that_bears_its_own_day(rule: str, title: str, basis: str, said: str | None) -> None:
    document, [quotation] = article("[Ankara]: {It will end.}")
    document = replace(document, title=title, published=StatedDate(THURSDAY, "day", basis))
    [found] = resolve(document, [replace(quotation, rule=rule)], INDEX)
    assert (found.said.edtf if found.said else None) == said


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("object-and-infinitive", "[Ankara] <urged> {Baku on Thursday to wait until Friday}."),
        ("accusation", "[Ankara] <accused> {Baku on Thursday of lying on Friday}."),
        ("object-and-matter", "[Ankara] <reminded> {Baku on Thursday of the talks on Friday}."),
    ],
)
def test_a_time_between_object_and_verb_is_the_cues(rule: str, text: str) -> None:
    document, [quotation] = article(text, THURSDAY)
    [found] = resolve(document, [replace(quotation, rule=rule)], INDEX)
    assert found.said and found.said.edtf == "2020-07-30"


def test_two_cues_of_one_subject_share_its_time() -> None:
    document, [first, second] = article("[Ankara] on Tuesday <said> {so} and [] <added> {it would end}.")
    document = replace(document, published=StatedDate(THURSDAY, "day", "dateline"))
    found = resolve(document, [first, replace(second, sources=first.sources)], INDEX)
    assert [one.said and one.said.edtf for one in found] == ["2020-07-28", "2020-07-28"]


def test_the_years_at_the_edge_of_the_calendar_are_not_counted_from() -> None:
    assert said("[Ankara] <said> last week {it would end}.", date(1, 1, 2)) is None
    assert said("[Ankara] <said> last week {it would end}.", date(9999, 12, 31)) is None


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


def test_a_time_that_opens_the_next_clause_is_not_of_the_verb_before() -> None:
    first, second = resolved("[Ankara] <condemned> {the raid}, and on Monday [it] <urged> {calm}.", THURSDAY)
    assert first.said is None
    assert second.said
    assert second.said.edtf == "2020-07-27"


def test_a_time_inside_what_was_said_is_not_of_the_next_verb() -> None:
    marked = "[Ankara] <said> {talks had failed on Monday}, and [] <accused> {Baku of lying}."
    document, [first, second] = article(marked, THURSDAY)
    second = replace(second, sources=first.sources)
    for rule, said in (("reported-clause", None), ("object", "2020-07-27")):
        _, found = resolve(document, [replace(first, rule=rule), second], INDEX)
        assert (found.said.edtf if found.said else None) == said
