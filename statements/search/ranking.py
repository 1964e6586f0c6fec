"""The best match first: how much of a statement is what was searched for."""

from __future__ import annotations

from collections.abc import Iterable

from statements.search.query import Query, Term

# Words that every statement is counted longer by, so that three words alone do not beat a sentence.
ALLOWANCE = 20
MOST_TIMES = 3  # that a term counts in one statement


def rank(texts: Iterable[tuple[int, str]], query: Query) -> list[int]:
    """The ids in the order of their folded texts' scores; those alike stay as they came.

    >>> from statements.search.query import parse_query
    >>> rank([(1, " peace and much else besides "), (2, " peace ")], parse_query("peace"))
    [2, 1]
    """
    scored = [(score(text, query), pk) for pk, text in texts]
    return [pk for _, pk in sorted(scored, key=lambda one: -one[0])]


def score(text: str, query: Query) -> float:
    """The words found, each term at most MOST_TIMES, by all words there are and ALLOWANCE more."""
    spaced = text.replace(" ", "  ")  # each word with spaces of its own, so that neighbours are both counted
    found = sum(max((times(term, spaced) for term in one.options), default=0) for one in query.terms)
    return found / (len(text.split()) + ALLOWANCE)


def times(term: Term, spaced: str) -> int:
    words = f" {'  '.join(term.words)}" + " " * (not term.prefix)
    return min(spaced.count(words), MOST_TIMES) * len(term.words)
