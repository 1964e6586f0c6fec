"""SQLite: an FTS5 index over the folded words and the keys, kept by triggers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from statements.search.query import Query, Term

INDEX = "statements_search"

# The words are folded and parted already, so the tokenizer has nothing left to do.
CREATE_INDEX = (
    f"""CREATE VIRTUAL TABLE {INDEX} USING fts5(
    folded, keys, content='statements_statement', content_rowid='id', tokenize="unicode61 remove_diacritics 0"
)""",
    f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')",  # noqa: S608 (a constant name)
)
DROP_INDEX = f"DROP TABLE IF EXISTS {INDEX}"


def candidates(rows: QuerySet, queries: Iterable[Query], keys: Iterable[Sequence[str]]) -> QuerySet:
    """Rows that hold the words of every query and, of each row of keys, one: in one look-up."""
    match = [f"folded : ({words})" for query in queries if (words := _words(query))]
    match += [f"keys : ({_either(one)})" for one in keys]
    if not match:
        return rows
    sql = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608 (a constant name)
    return rows.filter(pk__in=RawSQL(sql, [" AND ".join(match)]))  # noqa: S611


def _words(query: Query) -> str:
    """A query without the phrases that it excludes: the index cannot tell them from words across a gap."""
    wanted = " AND ".join(f"({' OR '.join(map(_term, one.options))})" for one in query.terms)
    unwanted = " OR ".join(_term(term) for term in query.excluded if len(term.words) == 1)
    return f"({wanted}) NOT ({unwanted})" if wanted and unwanted else wanted


def _term(term: Term) -> str:
    """Quoted, so no operator of FTS5 gets through."""
    return f'"{" ".join(term.words)}"{"*" * term.prefix}'


def _either(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)
