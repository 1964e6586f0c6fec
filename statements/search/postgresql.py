"""PostgreSQL: one GIN index over the folded words as lexemes and over the keys.

The words are folded and parted already, so they become lexemes as they are:
no parser, no dictionary, no stop words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import BooleanField, F, Func, QuerySet, Value

from statements.search.query import Query, Term

INDEX = "statements_search"

# With the usual statistics PostgreSQL takes a rare word for one that stands in many rows.
CREATE_INDEX = (
    f"""CREATE INDEX {INDEX} ON statements_statement USING gin (
    array_to_tsvector(string_to_array(btrim(folded), ' ')), string_to_array(btrim(keys), ' '))""",
    f"ALTER INDEX {INDEX} ALTER COLUMN 1 SET STATISTICS 1000",
    f"ALTER INDEX {INDEX} ALTER COLUMN 2 SET STATISTICS 1000",
    "ANALYZE statements_statement",
)
DROP_INDEX = f"DROP INDEX IF EXISTS {INDEX}"


class HasLexemes(Func):
    """``HasLexemes(column, query)``: the very expression of the index, so that it is used."""

    template = "(array_to_tsvector(string_to_array(btrim(%(expressions)s::tsquery)"
    arg_joiner = "), ' ')) @@ "
    output_field = BooleanField()


class HasKeys(Func):
    """``HasKeys(column, keys)``: one of the keys at least, written as an array; again as the index has it."""

    template = "(string_to_array(btrim(%(expressions)s::text[])"
    arg_joiner = "), ' ') && "
    output_field = BooleanField()


def candidates(rows: QuerySet, queries: Iterable[Query], keys: Iterable[Sequence[str]]) -> QuerySet:
    """Rows that hold the words of every query and, of each row of keys, one."""
    for query in queries:
        if words := _words(query):
            rows = rows.filter(HasLexemes(F("folded"), Value(words)))
    for one in keys:
        rows = rows.filter(HasKeys(F("keys"), Value(f"{{{','.join(one)}}}")))
    return rows


def _words(query: Query) -> str:
    """A query without the phrases that it excludes: the index does not know in what order words stand."""
    wanted = [f"({' | '.join(map(_term, one.options))})" for one in query.terms]
    unwanted = [f"!{_term(term)}" for term in query.excluded if len(term.words) == 1]
    return " & ".join([*wanted, *unwanted]) if wanted else ""


def _term(term: Term) -> str:
    """Each word is quoted, so no operator of tsquery gets through."""
    words = [f"'{word}'" for word in term.words]
    return f"({' & '.join(words)}{':*' * term.prefix})"
