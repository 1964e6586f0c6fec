"""Quotation marks: paired, nested, missing, of every shape."""

from __future__ import annotations

import pytest

from statements.extraction.quotation_marks import find_quotations
from tests.extraction.expecting import finds, said

SHAPES = [
    *("“{}”", '"{}"', "'{}'", "‘{}’", "«{}»", "„{}“", "„{}”", "»{}«", "»{}»", "”{}”", "“{}“"),
    *("``{}''", "''{}''", "`{}'", "‚{}‘", "‚{}’", "‹{}›", "›{}‹", "＂{}＂", "「{}」", "『{}』", "« {} »"),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_words_without_their_marks(shape: str) -> None:
    first, second = shape.format("We don’t agree,"), shape.format("The Kadyrovs’ men don't.")
    finds(
        f"{first} Lund said. {second} They left.",
        said(["We don’t agree,", "The Kadyrovs’ men don't."], "Lund", kind="direct"),
    )
    finds(f"{shape.format('We agree')}, Lund said.", said("We agree", "Lund", kind="direct"))
    finds(f"Lund said: {shape.format('We agree.')} They left.", said("We agree.", "Lund", kind="direct"))


PAIRS = [
    ("He said “peace now” twice.", ["peace now"]),
    ("“At the [negotiating] table,” he said.", ["At the [negotiating] table,"]),
    ("“Through talks <...>. We hope,” he said.", ["Through talks <...>. We hope,"]),
    ("“We agree (all of us.” The end).", ["We agree (all of us."]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
    ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
    ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,"]),
    ("'\"No\" is no word,' she said.", ['"No" is no word,']),
    ("«He said „no“ to me», she said.", ["He said „no“ to me"]),
    ("„He said ‚no‘ to me“, she said.", ["He said ‚no‘ to me"]),
    ("“A “small” war,” she said, “is war.”", ["A “small” war,", "is war."]),
    ('"A "small" war," she said, "is war."', ['A "small" war,', "is war."]),
    ("No marks at all.", []),
]

NO_MARKS = [
    ("He doesn't know the ministers' plans.", []),
    ("In the '90s the allies' plan won, as in the spirit of '68, the ministers' year.", []),
    ("A wall 6'2\" high stands there.", []),
    ("A wall 5' 10\" high stands there.", []),
    ('"A 12" wall," he said, "is high."', ['A 12" wall,', "is high."]),
    ('The “class of 1999” met "article 12".', ["class of 1999", "article 12"]),
    ("'The ministers' plan in the '90s failed,' he said.", ["The ministers' plan in the '90s failed,"]),
    ("The 'allies' and the 'rivals' left.", ["allies", "rivals"]),
]

MISSING = [
    ("“An end that never closes", ["An end that never closes"]),
    ("“One, he said. “Two.”", ["One, he said. ", "Two."]),
    ('"One, he said. "Two."', ["One, he said. ", "Two."]),
    ("“One. «Two.»", ["One. ", "Two."]),
    ("‘An end that never closes", ["An end that never closes"]),
    ("The '80 plan never ends", []),
    ('The wall is 6" high, he said.', []),
    ("One,” he said, “and two.”", ["and two."]),
]


@pytest.mark.parametrize(("text", "quoted"), PAIRS + NO_MARKS + MISSING)
def test_marks_pair(text: str, quoted: list[str]) -> None:
    found = find_quotations(text, (0, len(text)))
    assert [text[quotation.start : quotation.end] for quotation in found] == quoted


def test_an_unclosed_mark_says_so() -> None:
    text = "“Never closed"
    assert [quotation.closed for quotation in find_quotations(text, (0, len(text)))] == [False]


def test_marks_outside_the_paragraph_are_not_read() -> None:
    text = "“a”\n\n“b”"
    assert [q.start for q in find_quotations(text, (5, len(text)))] == [6]
