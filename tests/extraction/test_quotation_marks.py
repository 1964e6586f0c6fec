"""Quotation marks: paired, nested, unclosed, of every shape."""

from __future__ import annotations

import pytest

from statements.extraction.quotation_marks import find_quotations

PAIRS = [
    ("He said “peace now” twice.", ["peace now"]),
    ('He said "peace now" twice.', ["peace now"]),
    ("He said «peace now» twice.", ["peace now"]),
    ("He said „peace now“ twice.", ["peace now"]),
    ("He said ''peace now'' twice.", ["peace now"]),
    ("He said 'peace now' twice.", ["peace now"]),
    ("He said ‘peace now’ twice.", ["peace now"]),
    ("“At the [negotiating] table,” he said.", ["At the [negotiating] table,"]),
    ("“Through talks <...>. We hope,” he said.", ["Through talks <...>. We hope,"]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
    ("“A “small” war,” she said, “is war.”", ["A “small” war,", "is war."]),
    ("He doesn't know the ministers' plans.", []),
    ("A wall 6'2\" high stands there.", []),
    ("“An end that never closes", ["An end that never closes"]),
    ("“One, he said. “Two.”", ["One, he said. ", "Two."]),
    ("No marks at all.", []),
]


@pytest.mark.parametrize(("text", "quoted"), PAIRS)
def test_marks_pair(text: str, quoted: list[str]) -> None:
    found = find_quotations(text, (0, len(text)))
    assert [text[quotation.start : quotation.end] for quotation in found] == quoted


def test_an_unclosed_mark_says_so() -> None:
    text = "“Never closed"
    assert [quotation.closed for quotation in find_quotations(text, (0, len(text)))] == [False]


def test_marks_outside_the_paragraph_are_not_read() -> None:
    text = "“a”\n\n“b”"
    assert [q.start for q in find_quotations(text, (5, len(text)))] == [6]
