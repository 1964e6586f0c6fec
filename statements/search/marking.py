"""Mark in a text the words that a query found."""

from __future__ import annotations

from typing import NamedTuple

from statements.folding import tokens
from statements.records import Span
from statements.search.query import Query, Term


class Segment(NamedTuple):
    """A stretch of the text, and whether the query found it."""

    text: str
    found: bool


def find_matches(text: str, query: Query) -> list[Span]:
    """Spans of what the query asks for, joined where they touch, in code points."""
    found = list(tokens(text))
    words = [token.word for token in found]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    hits: set[int] = set()
    for term in query.options:
        for at in starts_of(term, places):
            if stands_at(term, words, at):
                hits.update(range(at, at + len(term.words)))
    spans: list[Span] = []
    for at in sorted(hits):
        start, end = found[at].start, found[at].end
        if spans and at - 1 in hits:
            start = spans.pop()[0]
        spans.append((start, max(start, end)))
    return spans


def starts_of(term: Term, places: dict[str, list[int]]) -> list[int]:
    """Where the first word of a term stands."""
    first = term.words[0]
    if not term.prefix or len(term.words) > 1:
        return places.get(first, [])
    return [at for word, standing in places.items() if word.startswith(first) for at in standing]


def stands_at(term: Term, words: list[str], at: int) -> bool:
    *before, last = term.words
    here = words[at : at + len(term.words)]
    if len(here) < len(term.words) or here[:-1] != before:
        return False
    return here[-1].startswith(last) if term.prefix else here[-1] == last


def mark_matches(text: str, query: Query) -> list[Segment]:
    """The whole text in segments, those that the query found marked."""
    segments, at = [], 0
    for start, end in find_matches(text, query):
        segments += [Segment(text[at:start], False), Segment(text[start:end], True)]
        at = end
    segments.append(Segment(text[at:], False))
    return [segment for segment in segments if segment.text]
