"""Search in the words of statements: one query language, one module an engine.

Knows no model: it works on any QuerySet whose rows have ``folded``, the folded
words with one space round each. Both engines find candidates by their index
and recheck phrases on ``folded``, so they find the same rows.
"""

from statements.search.backends import matching
from statements.search.index_text import index_text
from statements.search.marking import mark_matches
from statements.search.query import Query, QueryError, parse_query

__all__ = ["Query", "QueryError", "index_text", "mark_matches", "matching", "parse_query"]
