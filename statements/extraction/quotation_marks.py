"""Which quotation marks open, which close, and what stands between them.

The outermost quotations of a paragraph are found in one pass over its double
marks and one over its single marks. Marks are often wrong in news text: one is
missing, both have the same shape, an apostrophe looks like a closing mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from statements.records import Span

_DOUBLE = re.compile("''(?!')|[\"＂“”„‟«»]")
_SINGLE = re.compile("(?<!')'(?!')|[‘’‚‛]")

_ALWAYS_OPEN = "“„‟«"
_BEGINS_WORDS = "[$€£<(…@#'‘\"“"
_ALWAYS_CLOSE = "”»"


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The words between two outer marks, marks left out.

    ``closed`` is false when the paragraph ended first: the words then reach to
    the paragraph's end. ``width`` is the length of a mark: two for ''.
    """

    start: int
    end: int
    closed: bool
    width: int = 1

    @property
    def outer_end(self) -> int:
        return self.end + self.width if self.closed else self.end


def find_quotations(text: str, paragraph: Span) -> list[QuotedSpan]:
    """The outermost quotations of one paragraph, in order, never overlapping."""
    doubles = list(_double_quotations(text, paragraph))
    starts = [double.start for double in doubles]
    singles = [s for s in _single_quotations(text, paragraph) if not _cuts_into(s, doubles, starts)]
    return sorted(_outside(doubles, singles) + singles, key=lambda quotation: quotation.start)


def _double_quotations(text: str, paragraph: Span) -> Iterator[QuotedSpan]:
    marks = [match.span() for match in _DOUBLE.finditer(text, *paragraph)]
    closers_left = sum(text[at] == "”" for at, _ in marks)
    openers_left = sum(text[at] == "“" for at, _ in marks)
    opened: Span | None = None
    depth = 0
    for mark in marks:
        at = mark[0]
        closers_left -= text[at] == "”"
        if opened is None:
            opened = mark if _opens(text, mark, paragraph) else None
        elif _closes(text, mark, opened, paragraph):
            if depth:
                depth -= 1
            else:
                yield QuotedSpan(opened[1], at, True, opened[1] - opened[0])
                opened = None
        elif closers_left >= openers_left + depth + 1:
            depth += 1
        else:
            # No closing mark is left for the earlier one: it was never closed.
            yield QuotedSpan(opened[1], at, False, opened[1] - opened[0])
            opened, depth = mark, 0
        openers_left -= text[at] == "“"
    if opened:
        yield QuotedSpan(opened[1], paragraph[1], False, opened[1] - opened[0])


def _opens(text: str, mark: Span, paragraph: Span) -> bool:
    """Does this mark open, when none is open yet?

    A curly closing mark typed before a word after a space opens; a stray one
    after a word, such as the inch sign in 6'2", does not.
    """
    if text[mark[0]] in _ALWAYS_OPEN:
        return True
    return _has_space_before(text, mark[0], paragraph) and not _has_space_after(text, mark[1], paragraph)


def _closes(text: str, mark: Span, opened: Span, paragraph: Span) -> bool:
    """Does this mark close, when one is open?"""
    sign, opener = text[mark[0]], text[opened[0]]
    if sign in _ALWAYS_CLOSE:
        return opener != "»" or sign != "»"
    if (opener == "„" and sign == "“") or (opener == "»" and sign == "«"):
        return True
    if sign in _ALWAYS_OPEN:
        return False
    return not _has_space_before(text, mark[0], paragraph) or _has_space_after(text, mark[1], paragraph)


def _single_quotations(text: str, paragraph: Span) -> Iterator[QuotedSpan]:
    """Pairs of single marks; one that never closes was an apostrophe."""
    opened = -1
    for match in _SINGLE.finditer(text, *paragraph):
        at = match.start()
        before, after = _has_space_before(text, at, paragraph), _has_space_after(text, at + 1, paragraph)
        if opened < 0 and before and not after:
            opened = at + 1
        elif opened >= 0 and after and not before and text[at] not in "‘‚":
            yield QuotedSpan(opened, at, True)
            opened = -1


def _cuts_into(single: QuotedSpan, doubles: list[QuotedSpan], starts: list[int]) -> bool:
    """Does a single pair lie inside a double one, or cross its edge? Then it is no outer quotation."""
    before = bisect_right(starts, single.start) - 1
    if before >= 0 and doubles[before].outer_end > single.start:
        return True
    last = bisect_right(starts, single.end) - 1
    return last >= 0 and doubles[last].start > single.start and doubles[last].outer_end > single.end


def _outside(doubles: list[QuotedSpan], singles: list[QuotedSpan]) -> list[QuotedSpan]:
    """The double quotations that stand in no single one."""
    starts = [single.start for single in singles]
    kept = []
    for double in doubles:
        before = bisect_right(starts, double.start) - 1
        if before < 0 or singles[before].end < double.end:
            kept.append(double)
    return kept


def _has_space_before(text: str, at: int, paragraph: Span) -> bool:
    return at <= paragraph[0] or text[at - 1].isspace() or text[at - 1] in '([{—–-/"“‘«'


def _has_space_after(text: str, end: int, paragraph: Span) -> bool:
    """Is there a space, or a mark that ends words, right after a quotation mark?"""
    after = text[end : min(end + 2, paragraph[1])]
    if after[:1] == ".":
        return after == "." or after[1].isspace()
    return not after or not (after[0].isalnum() or after[0] in _BEGINS_WORDS)
