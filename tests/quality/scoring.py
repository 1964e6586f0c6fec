"""How well statements agree with an annotated article: the measures that the floors are pinned on.

An annotated article is a text, a line "===", and a line for each statement:
sources, " | ", contents; several of either are separated by " || ".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from statements.extraction import extract_quotations
from statements.records import Span, paragraph_spans

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_ENOUGH = 0.5


@dataclass(frozen=True)
class Said:
    """A statement as sets of words, each word a place in the text, and its content as printed."""

    content: frozenset[int]
    source: frozenset[int]
    printed: str


@dataclass
class Counts:
    """Sums over articles; ``soft`` pairs share half of their words, ``attributed`` the source too."""

    expected: int = 0
    found: int = 0
    soft: int = 0
    attributed: int = 0
    exact: int = 0

    def measures(self) -> dict[str, float]:
        """Percent: precision and recall of content and source together, their F1, and exact content."""
        precision, recall = self.attributed / self.found, self.attributed / self.expected
        return {
            "precision": 100 * precision,
            "recall": 100 * recall,
            "F1": 200 * precision * recall / (precision + recall),
            "content recall": 100 * self.soft / self.expected,
            "exact content": 100 * self.exact / self.expected,
        }


def count(path: Path, counts: Counts) -> None:
    """Add one annotated article to the counts."""
    text, _, lines = path.read_text().partition("\n===\n")
    expected = [_annotated(text, line) for line in lines.splitlines()]
    found = [
        _said(text, quotation.content, quotation.sources)
        for quotation in extract_quotations(text, list(paragraph_spans(text)))
        if not quotation.is_hearsay
    ]
    counts.expected += len(expected)
    counts.found += len(found)
    for want, have in _pairs(expected, found):
        counts.soft += 1
        counts.attributed += _share(want.source, have.source) >= _ENOUGH
        counts.exact += want.printed == have.printed


def _annotated(text: str, line: str) -> Said:
    sources, _, contents = line.partition(" | ")
    spans = _places(text, contents.split(" || "), 0)
    return _said(text, spans, _nearest(text, sources.split(" || "), spans[0][0]))


def _places(text: str, pieces: Sequence[str], start: int) -> list[Span]:
    found = []
    for piece in pieces:
        start = text.index(piece, start)
        found.append((start, start + len(piece)))
        start += len(piece)
    return found


def _nearest(text: str, names: Sequence[str], place: int) -> list[Span]:
    """The mention of each source that stands nearest to its words."""
    spans = []
    for name in names:
        starts = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        start = min(starts, key=lambda at: abs(at - place))
        spans.append((start, start + len(name)))
    return spans


def _said(text: str, content: Sequence[Span], sources: Sequence[Span]) -> Said:
    printed = " ".join(word for span in content for word in _WORD.findall(text, *span))
    return Said(_words(text, content), _words(text, sources), printed)


def _words(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(match.start() for span in spans for match in _WORD.finditer(text, *span))


def _pairs(expected: list[Said], found: list[Said]) -> list[tuple[Said, Said]]:
    """Each annotated statement with the one found that shares most words, best pairs first."""
    scored = sorted(
        (-_share(want.content, have.content), i, j)
        for i, want in enumerate(expected)
        for j, have in enumerate(found)
    )
    pairs: list[tuple[Said, Said]] = []
    taken: set[tuple[str, int]] = set()
    for score, i, j in scored:
        if -score >= _ENOUGH and not taken & {("expected", i), ("found", j)}:
            taken |= {("expected", i), ("found", j)}
            pairs.append((expected[i], found[j]))
    return pairs


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
