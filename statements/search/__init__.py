"""Search in statements: one query language, one module an engine, one index over words and keys.

Knows no model: it works on any QuerySet whose rows have ``folded``, the folded
words with one space round each, ``quoted``, those of them that stand within
quotation marks, and ``keys``, what lists filter and count by. Whatever is asked has
two forms that hold for the same rows: one that an index answers, and one
that looks at a row.
"""

from statements.search.backends import (
    Condition,
    any_of,
    archive_totals,
    count_keys,
    holds,
    in_words,
    matching,
    matching_all,
    none_of,
)
from statements.search.counting import CountedKeys, count_each, total_of
from statements.search.index_text import index_text
from statements.search.marking import find_matches, mark_matches
from statements.search.paging import Page, newest_page
from statements.search.query import Query, QueryError, parse_query

__all__ = [
    "Condition",
    "CountedKeys",
    "Page",
    "Query",
    "QueryError",
    "any_of",
    "archive_totals",
    "count_each",
    "count_keys",
    "find_matches",
    "holds",
    "in_words",
    "index_text",
    "mark_matches",
    "matching",
    "matching_all",
    "newest_page",
    "none_of",
    "parse_query",
    "total_of",
]
