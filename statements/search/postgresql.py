"""PostgreSQL: a GIN index over the folded words as lexemes.

The words are folded and parted already, so they become lexemes as they are:
no parser, no dictionary, no stop words.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import BooleanField, F, Func, QuerySet, Value

INDEX = "statements_search"

CREATE_INDEX = f"""CREATE INDEX {INDEX} ON statements_statement
    USING gin (array_to_tsvector(string_to_array(btrim(folded), ' ')))"""
DROP_INDEX = f"DROP INDEX IF EXISTS {INDEX}"


class HasLexemes(Func):
    """``HasLexemes(column, query)``: the very expression of the index, so that it is used."""

    template = "(array_to_tsvector(string_to_array(btrim(%(expressions)s::tsquery)"
    arg_joiner = "), ' ')) @@ "
    output_field = BooleanField()


def candidates(rows: QuerySet, words: Iterable[str]) -> QuerySet:
    """Rows that hold every word. Each is quoted, so no operator of tsquery gets through."""
    query = " & ".join(f"'{word}'" for word in words)
    return rows.filter(HasLexemes(F("folded"), Value(query)))
