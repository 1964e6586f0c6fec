"""Undoing hard-wrapped lines, where a document looks hard-wrapped.

A wrapped line ends because the next word would not have fitted. So the width
is estimated from the lines that have another one under them, and a line is
joined to the next only if that word was too long for it. Proportional type
wraps by eye and not by letter, hence the slack.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

NARROWEST = 40
WIDEST = 120

# A line counts as full when the next word would have reached this share of the width.
SLACK = 0.9

FEWEST_FULL_LINES = 2
SHARE_OF_FULL_LINES = 0.6
SHARE_OF_FLOWING_LINES = 0.3

SCHEMES = ("http://", "https://", "www.")

Lines = list[str]


def wrap_width(blocks: list[Lines]) -> int | None:
    """The width that the document was wrapped to, or None when it was not.

    Lists of headlines have lines of like length too; wrapped prose goes on
    with a small letter often enough.
    """
    pairs = [pair for lines in blocks for pair in _pairs(lines) if len(pair[0]) >= NARROWEST]
    width = _likeliest_width(pairs)
    if width is None:
        return None
    full = [pair for pair in pairs if _is_full(*pair, width)]
    flowing = sum(_flows_on(following) for _, following in full)
    if len(full) < FEWEST_FULL_LINES or len(full) < SHARE_OF_FULL_LINES * len(pairs):
        return None
    return width if flowing >= SHARE_OF_FLOWING_LINES * len(full) else None


def unwrap(lines: Lines, width: int | None) -> Iterator[str]:
    """The paragraphs of a block: its lines, joined where they were wrapped."""
    paragraph = ""
    last = ""
    for line in lines:
        if paragraph and width is not None and _was_wrapped(last, line, width):
            paragraph += _joint(last, line) + line
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        last = line
    if paragraph:
        yield paragraph


def _pairs(lines: Lines) -> Iterator[tuple[str, str]]:
    """Each line with the one under it, unless that one opens a paragraph."""
    for line, following in pairwise(lines):
        if not _is_indented(following) and not _is_address(line):
            yield line, following


def _likeliest_width(pairs: list[tuple[str, str]]) -> int | None:
    """The least width at which most lines are full."""
    starts, ends = [0] * (WIDEST + 2), [0] * (WIDEST + 2)
    for line, following in pairs:
        reach = int((len(line) + 1 + _first_word_length(following)) / SLACK)
        if len(line) <= WIDEST and reach >= NARROWEST:
            starts[max(len(line), NARROWEST)] += 1
            ends[min(reach, WIDEST) + 1] += 1
    best, best_count, count = None, 0, 0
    for width in range(NARROWEST, WIDEST + 1):
        count += starts[width] - ends[width]
        if count > best_count:
            best, best_count = width, count
    return best


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) <= width and len(line) + 1 + _first_word_length(following) > SLACK * width


def _was_wrapped(line: str, following: str, width: int) -> bool:
    if _is_indented(following):
        return False
    if _is_address(line):
        return _goes_on_as_address(line, following, width)
    if line.endswith(":") and _is_address(following):
        return False
    return _is_full(line, following, width)


def _goes_on_as_address(line: str, following: str, width: int) -> bool:
    """Whether "https://example.org/a-long" goes on in "-way-down" beneath it."""
    is_one_word = len(following.split()) == 1 and not _is_address(following)
    return is_one_word and len(line) >= SLACK * width


def _joint(line: str, following: str) -> str:
    """A space, but none inside an address or behind the hyphen of a compound."""
    if _is_address(line):
        return ""
    breaks_compound = line.endswith("-") and line[-2:-1].isalpha() and following[:1].isalpha()
    return "" if breaks_compound else " "


def _is_address(line: str) -> bool:
    stripped = line.strip()
    return stripped.lower().startswith(SCHEMES) and len(stripped.split()) == 1


def _is_indented(line: str) -> bool:
    return line[:1].isspace()


def _first_word_length(line: str) -> int:
    words = line.split(maxsplit=1)
    return len(words[0]) if words else 0


def _flows_on(line: str) -> bool:
    """Whether a line begins as the middle of a sentence may: with no capital."""
    first = line[:1]
    return first.isalpha() and not first.isupper()
