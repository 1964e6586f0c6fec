"""Mark in a text the words that a query found."""

from __future__ import annotations

from typing import NamedTuple

from statements.folding import tokens
from statements.records import Span
from statements.search.query import Query


class Segment(NamedTuple):
    """A stretch of the text, and whether the query found it."""

    text: str
    found: bool


def find_matches(text: str, query: Query) -> list[Span]:
    """Spans of what the query matches, joined where they touch, in code points."""
    found = list(tokens(text))
    words = [token.word for token in found]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    hits: set[int] = set()
    for phrase in query.phrases:
        for at in places.get(phrase[0], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                hits.update(range(at, at + len(phrase)))
    spans: list[Span] = []
    for at in sorted(hits):
        start, end = found[at].start, found[at].end
        if spans and at - 1 in hits:
            start = spans.pop()[0]
        spans.append((start, max(start, end)))
    return spans


def mark_matches(text: str, query: Query) -> list[Segment]:
    """The whole text in segments, those that the query found marked."""
    segments, at = [], 0
    for start, end in find_matches(text, query):
        segments += [Segment(text[at:start], False), Segment(text[start:end], True)]
        at = end
    segments.append(Segment(text[at:], False))
    return [segment for segment in segments if segment.text]
