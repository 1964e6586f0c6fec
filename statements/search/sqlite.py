"""SQLite: an FTS5 index over the folded words, kept by triggers."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

INDEX = "statements_search"

# The words are folded and parted already, so the tokenizer has nothing left to do.
CREATE_INDEX = f"""CREATE VIRTUAL TABLE {INDEX} USING fts5(
    folded, content='statements_statement', content_rowid='id', tokenize="unicode61 remove_diacritics 0"
)"""
DROP_INDEX = f"DROP TABLE IF EXISTS {INDEX}"


def candidates(rows: QuerySet, words: Iterable[str]) -> QuerySet:
    """Rows that hold every word. Each is quoted, so no operator of FTS5 gets through."""
    match = " ".join(f'"{word}"' for word in words)
    ids = RawSQL(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s", [match])  # noqa: S608, S611 (a constant name)
    return rows.filter(pk__in=ids)
