from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.search import parse_query
from statements.views.surroundings import WINDOW, Part, rest_after, rest_before, statement_runs


def part_of(text: str, exact: str, window: int = WINDOW) -> Part:
    start = text.index(exact)
    end = start + len(exact)
    return Part(start, end, exact, text[max(0, start - window) : start], text[end : end + window])


def shown(text: str, *words: str, quoted: bool = False, query: str = "") -> list[tuple[str, str]]:
    parts = [part_of(text, exact) for exact in words]
    runs = statement_runs(parts, quoted=quoted, query=parse_query(query) if query else None)
    return [(run.role, run.text) for run in runs]


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("It rained. The minister said that ", "The minister said that "),
        ("It rained.\n\nHe said ", "He said "),
        ("Mr. Orr said ", "Mr. Orr said "),
        ("U.S. diplomats said ", "U.S. diplomats said "),
        ("“Never!” They left. ", ""),
        ('He said "go." ', ""),
        ('It rained. He said: "', 'He said: "'),
        ("", ""),
    ],
)
def test_rest_of_the_sentence_before(before: str, rest: str) -> None:
    assert rest_before(before) == rest


@pytest.mark.parametrize(
    ("words", "after", "rest"),
    [
        ("We agree,", "” he said. It rained.", "” he said."),
        ("Now we want to solve it.", "” It rained.", "”"),
        ("peace is near", ".\n\nHe left.", "."),
        ("Really?", "” he asked. It rained.", "” he asked."),
        ("peace", "", ""),
    ],
)
def test_rest_of_the_sentence_after(words: str, after: str, rest: str) -> None:
    assert rest_after(words, after) == rest


def test_reported_words_stand_among_the_articles_own() -> None:
    assert shown("It rained. Akar said that peace is near. He left.", "peace is near") == [
        ("context", "Akar said that "),
        ("words", "peace is near"),
        ("context", "."),
    ]


def test_a_quotation_gets_marks_of_one_shape_in_place_of_the_articles() -> None:
    assert shown('"We agree," he said. It rained.', "We agree,", quoted=True) == [
        ("mark", "“"),
        ("words", "We agree,"),
        ("mark", "”"),
        ("context", " he said."),
    ]


def test_two_parts_with_their_cue_between() -> None:
    text = "“It adds fuel,” Peskov told reporters. “We are against that.” He left."
    assert shown(text, "It adds fuel,", "We are against that.", quoted=True) == [
        ("mark", "“"),
        ("words", "It adds fuel,"),
        ("mark", "”"),
        ("context", " Peskov told reporters. "),
        ("mark", "“"),
        ("words", "We are against that."),
        ("mark", "”"),
    ]


def test_parts_far_apart_are_joined_by_an_ellipsis() -> None:
    text = f"He said one thing. {'And so on. ' * 60}He said two things."
    assert ("context", " … ") in shown(text, "one thing", "two things")


def test_what_the_search_found_is_marked_in_the_words_alone() -> None:
    runs = shown("Peace talks: Akar said peace is near.", "peace is near", query="PEACE")
    assert ("found", "peace") in runs
    assert [text for role, text in runs if role == "found"] == ["peace"]


def test_a_long_sentence_is_cut_at_a_word() -> None:
    first, *_ = statement_runs([part_of("word " * 200 + "peace", "peace")], quoted=False)
    assert first.text.startswith("… word") and len(first.text) < 260


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.text(max_size=80), st.booleans())
def test_any_text_keeps_its_words(before: str, words: str, after: str, quoted: bool) -> None:
    runs = statement_runs([Part(len(before), len(before) + len(words), words, before, after)], quoted=quoted)
    assert "".join(run.text for run in runs if run.role in ("words", "found")) == words
