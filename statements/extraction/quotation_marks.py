"""Which quotation marks open, which close, and what stands between them.

Marks come in families, and only a mark of its own family closes another, as
with brackets; that alone pairs nested marks of different kinds. Within a family
news text is untidy: one mark is missing, both have the same shape, the wrong one
is typed, an apostrophe or an inch looks like a closing mark. So a mark goes by
the spaces beside it first and by its shape second.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from statements.extraction.word_classes import words
from statements.records import Span

# The first family is that of English: “…”, „…“, "…", ''…'' and ``…'' of wires and TeX.
_DOUBLE_FAMILIES = tuple(
    re.compile(pattern) for pattern in ("``(?!`)|''(?!')|[\"＂“”„‟]", "[«»]", "[‹›]", "[「」]", "[『』]")
)
_SINGLE = re.compile("(?<!')'(?!')|(?<!`)`(?!`)|[‘’‚‛]")

_OPENING = words("“ „ ‟ `` « ‹ 「 『 ‘ ‚ ‛ `")
_CLOSING = words("” » › 」 』 ’")
# Marks that close one of another shape although theirs is that of an opening mark.
_CLOSED_BY = {"„": "“", "»": "«", "›": "‹", "‚": "‘"}
_APOSTROPHES = frozenset("'’")

_SPACES_BEFORE = "=([{—–-/\"“‘«'„‚‹`"
_BEGINS_WORDS = "[$€£<(…@#'‘\"“„‚«‹`¿¡"
_CLAUSE_ENDS = ",.!?…"
# "'90s", "’em", "'68." begin with an apostrophe.
_ELISION = re.compile(r"\d\ds?(?![\w ])|\d0s\b|(?:em|til|till|tis|twas|cause|bout|round)\b", re.IGNORECASE)

DOUBLE_MARKS = words("“ ” „ ‟ \" ＂ '' `` « » ‹ › 「 」 『 』")


class QuotedSpan(NamedTuple):
    """The words between two outer marks, from ``start`` to ``end``; with their marks the outer pair.

    ``closed`` is false when no mark closed it: the words then reach to the next
    quotation or to the paragraph's end.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


class _Look(Enum):
    """What the spaces beside a mark make of it."""

    OPENS = auto()
    CLOSES = auto()
    LOOSE = auto()
    TIGHT = auto()


# Is there a space before it, and one after it?
_LOOKS = {
    (True, False): _Look.OPENS,
    (False, True): _Look.CLOSES,
    (True, True): _Look.LOOSE,
    (False, False): _Look.TIGHT,
}


class _Mark(NamedTuple):
    sign: str
    start: int
    end: int
    look: _Look


def find_quotations(text: str, paragraph: Span) -> list[QuotedSpan]:
    """The outermost quotations of one paragraph, in order, never overlapping."""
    found: list[QuotedSpan] = []
    for family in _DOUBLE_FAMILIES:
        found += _pair(text, _read_marks(text, paragraph, family), paragraph)
    doubles = _outermost(found)
    singles = _outermost(_pair(text, _read_single_marks(text, paragraph), paragraph))
    starts = [double.start for double in doubles]
    singles = [single for single in singles if not _cuts_into(single, doubles, starts)]
    return _outermost(_outside(doubles, singles) + singles)


def _read_marks(text: str, paragraph: Span, family: re.Pattern[str]) -> list[_Mark]:
    marks = []
    for match in family.finditer(text, *paragraph):
        start, end = match.span()
        before, after = _has_space_before(text, start, paragraph), _has_space_after(text, end, paragraph)
        marks.append(_Mark(match.group(), start, end, _LOOKS[before, after]))
    return marks


def _read_single_marks(text: str, paragraph: Span) -> list[_Mark]:
    """The single marks that are no apostrophes.

    Catches: 'We agree,' he said; the 'allies'
    Leaves alone: don't, O'Neil, the '90s, 'The ministers' plan failed,' he said
    """
    marks = [
        mark
        for mark in _read_marks(text, paragraph, _SINGLE)
        if mark.look in (_Look.OPENS, _Look.CLOSES) and not _is_elision(text, mark)
    ]
    return [mark for at, mark in enumerate(marks) if not _is_possessive(text, marks, at)]


def _is_elision(text: str, mark: _Mark) -> bool:
    is_apostrophe = mark.sign in _APOSTROPHES and mark.look is _Look.OPENS
    return is_apostrophe and bool(_ELISION.match(text, mark.end))


def _is_possessive(text: str, marks: Sequence[_Mark], at: int) -> bool:
    """Does a mark after an s only seem to close, as the next one closes behind a comma or a full stop?"""
    mark, after = marks[at], marks[at + 1 : at + 2]
    if mark.look is not _Look.CLOSES or text[mark.start - 1] not in "sS" or not after:
        return False
    goes_on = text[mark.end : mark.end + 2].strip().isalnum()
    return goes_on and after[0].look is _Look.CLOSES and text[after[0].start - 1] in _CLAUSE_ENDS


def _pair(text: str, marks: Sequence[_Mark], paragraph: Span) -> Iterator[QuotedSpan]:
    """The quotations of one family at every depth, and those that never close."""
    opened: list[_Mark] = []
    for at, mark in enumerate(marks):
        if _is_measure(text, marks, at):
            continue
        if opened and _closes(mark, opened[-1]):
            opening = opened.pop()
            yield QuotedSpan(opening.end, mark.start, opening.start, mark.end)
        elif _opens(mark) or (not opened and _may_open(text, mark, paragraph, is_first=at == 0)):
            opened.append(mark)
    for opening in opened:
        if _surely_opens(text, opening, paragraph):
            yield QuotedSpan(opening.end, paragraph[1], opening.start, paragraph[1], closed=False)


def _closes(mark: _Mark, opening: _Mark) -> bool:
    """Does a mark close the one opened last?

    Catches: „so“, »so«, ”so”, “so“, “so ”    Leaves alone: the second mark of “a “small” war”
    """
    if mark.look is _Look.OPENS:
        return mark.sign in _CLOSING and mark.sign != opening.sign
    if mark.look is _Look.CLOSES:
        return True
    return mark.sign not in _OPENING or _CLOSED_BY.get(opening.sign) == mark.sign


def _opens(mark: _Mark) -> bool:
    """Does a mark that closes nothing open, and is no stray one such as the inches of 6'2"?"""
    return mark.look is _Look.OPENS or mark.sign in _OPENING


def _may_open(text: str, mark: _Mark, paragraph: Span, *, is_first: bool) -> bool:
    """May a mark between two spaces open, if another closes it?

    Catches: He said: " We agree. "; ” … and we left,” he said    Leaves alone: and we left, ” he said
    """
    is_free = mark.sign not in _CLOSING or (is_first and _begins_paragraph(text, mark, paragraph))
    return mark.look is _Look.LOOSE and is_free


def _surely_opens(text: str, mark: _Mark, paragraph: Span) -> bool:
    """Is a mark that nothing closes the beginning of a quotation, and no apostrophe or slip?

    A single mark is one only as the first of its paragraph, before a capital letter.
    """
    if mark.sign in DOUBLE_MARKS:
        is_shaped = mark.sign in _OPENING and mark.look is not _Look.CLOSES
        return is_shaped or mark.look is _Look.OPENS
    return _begins_paragraph(text, mark, paragraph) and text[mark.end : mark.end + 1].isupper()


def _begins_paragraph(text: str, mark: _Mark, paragraph: Span) -> bool:
    return not text[paragraph[0] : mark.start].strip()


def _is_measure(text: str, marks: Sequence[_Mark], at: int) -> bool:
    """Does a mark stand for feet or inches, as another one closes?

    Catches: “A 12" wall, 6' high,” he said    Leaves alone: “All of article 12” was cut.
    """
    mark, after = marks[at], marks[at + 1 : at + 2]
    number = text[max(0, mark.start - 3) : mark.start]
    return (
        mark.look is _Look.CLOSES
        and number[-1:].isdigit()
        and not number.isdigit()
        and bool(after)
        and after[0].look is _Look.CLOSES
    )


def _outermost(found: Iterable[QuotedSpan]) -> list[QuotedSpan]:
    """Those that lie in no other, in order; one that never closes ends where the next begins."""
    kept: list[QuotedSpan] = []
    for span in sorted(found, key=lambda span: span.outer_start):
        if kept and kept[-1].closed and span.outer_start < kept[-1].outer_end:
            continue
        if kept and kept[-1].end > span.outer_start:
            kept[-1] = kept[-1]._replace(end=span.outer_start, outer_end=span.outer_start)
        kept.append(span)
    return kept


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
    """Is there a space, an invisible character or a mark that begins words right before a quotation mark?"""
    before = text[at - 1 : at]
    return at <= paragraph[0] or not before.isprintable() or before.isspace() or before in _SPACES_BEFORE


def _has_space_after(text: str, end: int, paragraph: Span) -> bool:
    """Is there a space, or a mark that ends words, right after a quotation mark?"""
    after = text[end : min(end + 2, paragraph[1])]
    if after[:1] == ".":
        return after == "." or after[1].isspace()
    return not after or not (after[0].isalnum() or after[0] in _BEGINS_WORDS)
