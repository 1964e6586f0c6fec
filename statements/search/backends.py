"""Choose the engine's way to find rows."""

from __future__ import annotations

from typing import TypeVar

from django.db import connections
from django.db.models import QuerySet

from statements.search import postgresql, sqlite
from statements.search.query import Query

Rows = TypeVar("Rows", bound=QuerySet)

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def matching(rows: Rows, query: Query) -> Rows:
    """The rows that hold every word and every phrase of the query; all for an empty one."""
    if not query:
        return rows
    engine = ENGINES[connections[rows.db].vendor]
    rows = engine.candidates(rows, query.words)
    for phrase in query.phrases:
        if len(phrase) > 1:
            rows = rows.filter(folded__contains=f" {' '.join(phrase)} ")
    return rows
