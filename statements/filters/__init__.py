"""The filters of the statement list: one set for pages, facets, and whatever else lists statements.

Each parameter may stand several times: one of its values must fit, and every
parameter. Forgiving: a value that cannot be used is left out and a message
says which it was, so a mistyped address still answers.

``parameters`` says what each one takes, ``fields`` read what was typed,
``resolving`` finds the records that are named, ``search_box`` moves the
fields of a search into the parameters, ``form`` does these in order, and
``filterset`` asks the archive.
"""

from statements.filters.fields import shortened
from statements.filters.filterset import StatementFilterSet
from statements.filters.parameters import (
    CHOICES,
    DATES,
    NOT_STATED,
    RECORDS,
    RELEVANCE,
    SHOWING,
    SORTS,
    Values,
)
from statements.filters.resolving import Meanings, possible_names

__all__ = [
    "CHOICES",
    "DATES",
    "NOT_STATED",
    "RECORDS",
    "RELEVANCE",
    "SHOWING",
    "SORTS",
    "Meanings",
    "StatementFilterSet",
    "Values",
    "possible_names",
    "shortened",
]
