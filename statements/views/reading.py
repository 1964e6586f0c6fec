"""An article's text with its statements marked in it.

Pure text: statements may touch, overlap or stand inside one another, so the
text is cut wherever one begins or ends, and each segment knows all that cover
it. Joined again, the segments are the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from statements.folding import fold
from statements.records import Span, paragraph_spans
from statements.search import Query, find_matches

HEADLINE = "headline"

CLOSING_MARKS = ("”", '"', "»", "’")
QUOTED_WORDS = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


class Mark(NamedTuple):
    """A stretch of the text and whose it is."""

    start: int
    end: int
    key: str


class Segment(NamedTuple):
    """A stretch of the text between two cuts, and the keys of the marks that cover it."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]


def cut_segments(text: str, span: Span, marks: Iterable[Mark], also_at: Iterable[int] = ()) -> list[Segment]:
    """``text[start:end]`` in segments; the innermost (shortest) mark's key comes last.

    It is cut at ``also_at`` too, where these places lie inside.
    """
    start, end = span
    within = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.start - mark.end, mark.start),
    )
    cuts = {start, end, *(at for at in also_at if start < at < end)}
    for mark in within:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    ordered = sorted(cuts)
    return [
        Segment(a, b, text[a:b], tuple(mark.key for mark in within if mark.start <= a and mark.end >= b))
        for a, b in pairwise(ordered)
    ]


# --- paragraphs -------------------------------------------------------------------


class Marked(NamedTuple):
    """A statement as the reading page marks it: its number there and where its words stand."""

    number: int
    public_id: str
    kind: str
    spans: tuple[Span, ...]
    record: Any = None  # what the page tells of it beside the text

    def note_at(self, text: str) -> int:
        """Where the note's number stands: behind the words, and behind the mark that closes them."""
        end = self.spans[-1][1]
        return end + (text[end : end + 1] in CLOSING_MARKS)


class Piece(NamedTuple):
    """A segment as the template prints it."""

    text: str
    inner: Marked | None  # the innermost statement that covers it
    quoted: bool  # quoted words inside a mixed statement
    opens: tuple[Marked, ...]  # statements whose words begin here
    noted: tuple[Marked, ...]  # statements whose number stands behind it
    found: bool = False  # words that were searched for


@dataclass(slots=True)
class Paragraph:
    start: int
    end: int
    pieces: list[Piece]
    reason: str = ""  # why it is left out, when it is
    errors: list[Any] = field(default_factory=list)  # what it gets wrong

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def notes(self) -> list[Marked]:
        """The statements whose words begin in this paragraph."""
        return [marked for piece in self.pieces for marked in piece.opens]


@dataclass(slots=True)
class Stretch:
    """Paragraphs to read, or neighbouring ones that are left out together."""

    is_left_out: bool
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def reasons(self) -> list[str]:
        return list(dict.fromkeys(paragraph.reason for paragraph in self.paragraphs))

    @property
    def holds_statements(self) -> bool:
        return any(paragraph.notes for paragraph in self.paragraphs)


QUOTE_KEY = "quoted"
FOUND_KEY = "found"


def read_paragraph(
    text: str, span: Span, statements: Sequence[Marked], reason: str = "", found: Sequence[Span] = ()
) -> Paragraph:
    by_key = {marked.public_id: marked for marked in statements}
    marks = [Mark(start, end, m.public_id) for m in statements for start, end in m.spans]
    marks += [Mark(start, end, FOUND_KEY) for start, end in found]
    marks += [
        Mark(start + quoted.start(), start + quoted.end(), QUOTE_KEY)
        for marked in statements
        if marked.kind == "mixed"
        for start, end in marked.spans
        for quoted in QUOTED_WORDS.finditer(text[start:end])
    ]
    pieces = []
    note_places = {marked.public_id: marked.note_at(text) for marked in statements}
    for segment in cut_segments(text, span, marks, note_places.values()):
        covering = [by_key[key] for key in segment.keys if key in by_key]
        pieces.append(
            Piece(
                segment.text,
                covering[-1] if covering else None,
                QUOTE_KEY in segment.keys,
                tuple(m for m in covering if m.spans[0][0] == segment.start),
                tuple(m for m in statements if note_places[m.public_id] == segment.end),
                FOUND_KEY in segment.keys,
            )
        )
    return Paragraph(*span, pieces, reason)


def within(found: Sequence[Span], span: Span) -> list[Span]:
    return [(start, end) for start, end in found if start < span[1] and end > span[0]]


def touching(statements: Iterable[Marked], span: Span) -> list[Marked]:
    return [m for m in statements if any(start < span[1] and end > span[0] for start, end in m.spans)]


def read_article(
    text: str,
    title: str,
    statements: Sequence[Marked],
    blocks: Sequence[tuple[int, int, str]],
    query: Query | None = None,
    errors: Sequence[Any] = (),
) -> list[Stretch]:
    """The whole text in stretches, without the headline that the page already shows.

    ``errors`` are notes of what the text gets wrong, each with its ``start``.
    """
    stretches: list[Stretch] = []
    found = find_matches(text, query) if query else []
    for span in paragraph_spans(text):
        reason = next((why for start, end, why in blocks if start < span[1] and end > span[0]), "")
        if reason == HEADLINE and fold(text[slice(*span)]) == fold(title):
            continue
        paragraph = read_paragraph(text, span, touching(statements, span), reason, within(found, span))
        paragraph.errors = [error for error in errors if span[0] <= error.start < span[1]]
        if not stretches or stretches[-1].is_left_out != bool(reason):
            stretches.append(Stretch(bool(reason)))
        stretches[-1].paragraphs.append(paragraph)
    return stretches


def read_around(text: str, marked: Marked, blocks: Sequence[tuple[int, int, str]]) -> list[Paragraph]:
    """The paragraphs that hold a statement, with the one before and the one after."""
    spans = [
        span
        for span in paragraph_spans(text)
        if not any(start < span[1] and end > span[0] for start, end, _ in blocks) or touching([marked], span)
    ]
    holding = [number for number, span in enumerate(spans) if touching([marked], span)]
    if not holding:
        return []
    around = spans[max(holding[0] - 1, 0) : holding[-1] + 2]
    return [read_paragraph(text, span, touching([marked], span)) for span in around]
