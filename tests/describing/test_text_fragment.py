"""Links to words: the directive of a place. Whether browsers find it: tests/browser/test_word_links.py."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from statements.describing.text_fragment import directive, with_words
from tests.building import span_of


def test_short_words_stand_whole_and_their_own_marks_are_encoded() -> None:
    text = "He said: well, yes - no & no more. Then he left."
    assert directive(text, span_of(text, "well, yes - no & no more")) == (
        "well%2C%20yes%20%2D%20no%20%26%20no%20more"
    )


def test_words_that_stand_twice_are_told_apart_by_what_is_before_them() -> None:
    text = "First: peace is near. Later he said again that peace is near."
    first, second = span_of(text, "peace is near"), span_of(text, "peace is near", after=30)
    assert directive(text, first) == "peace%20is%20near"
    assert unquote(directive(text, second)) == "Later he said again that-,peace is near"


@pytest.mark.parametrize("letter", ["Peace", "PEACE"])
def test_case_tells_nothing_apart(letter: str) -> None:
    text = f"{letter} is near. And peace is near."
    assert unquote(
        directive(text, span_of(text, "peace is near", after=10))
    ) == "is near. And-,peace is near".replace("is near. And", f"{letter} is near. And")


def test_long_words_are_told_by_how_they_begin_and_end() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    text = f"He said: {words}."
    start, end = unquote(directive(text, span_of(text, words))).split(",")
    assert (start, end) == (
        "word0 word1 word2 word3 word4 word5",
        "word54 word55 word56 word57 word58 word59",
    )


def test_words_over_paragraphs_are_told_by_their_ends() -> None:
    text = "He said: one two.\n\nThree four.\n\nFive six, and left."
    assert (
        unquote(directive(text, span_of(text, "one two.\n\nThree four.\n\nFive six"))) == "one two.,Five six"
    )


def test_words_within_a_word_bring_its_rest_along() -> None:
    text = "The anticommunists left."
    assert unquote(directive(text, span_of(text, "communist"))) == "The anti-,communist,-s left."


def test_line_breaks_are_spaces() -> None:
    assert directive("He said: one\ntwo.", (9, 16)) == "one%20two"


def test_every_part_has_its_directive_and_an_anchor_stays() -> None:
    text = "“One,” he said, “two.”"
    spans = [span_of(text, "One,"), span_of(text, "two.")]
    assert with_words("/articles/a/#w-s", text, spans) == "/articles/a/#w-s:~:text=One%2C&text=two."
    assert with_words("https://paper.example/1", text, spans[:1]) == "https://paper.example/1#:~:text=One%2C"
    assert with_words("https://paper.example/1", text, []) == "https://paper.example/1"
