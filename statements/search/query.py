"""The query language: words, all of which must occur, and "exact phrases"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statements.folding import fold

LONGEST_QUERY = 2000  # characters; a pasted quotation fits
MOST_TERMS = 200

# A phrase between double marks of any shape; an unclosed one runs to the end.
PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)')


class QueryError(ValueError):
    """A query that cannot be answered; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Query:
    """Folded terms. A word is one term of one word; a phrase is several, in order."""

    phrases: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of every phrase, once, in order."""
        return tuple(dict.fromkeys(word for phrase in self.phrases for word in phrase))

    def __bool__(self) -> bool:
        return bool(self.phrases)


def parse_query(typed: str) -> Query:
    """What was typed, as folded terms. Text without letters or digits gives an empty query.

    Raises QueryError, with a message to show, when it is too long.

    >>> parse_query('Akar "brought to account"').phrases
    (('brought', 'to', 'account'), ('akar',))
    """
    if len(typed) > LONGEST_QUERY:
        raise QueryError(
            f"This search has {len(typed):,} characters; {LONGEST_QUERY:,} are the most. "
            "Search for one sentence of it."
        )
    phrases = [tuple(fold(match[1]).split()) for match in PHRASE.finditer(typed)]
    words = [(word,) for word in fold(PHRASE.sub(" ", typed)).split()]
    terms = tuple(dict.fromkeys(term for term in [*phrases, *words] if term))
    if sum(map(len, terms)) > MOST_TERMS:
        raise QueryError(f"This search has more than {MOST_TERMS} words. Search for one sentence of it.")
    return Query(terms)
