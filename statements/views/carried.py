"""The words of a search, carried on to the pages that its results link to, which mark them."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest

from statements.search import Query, QueryError, parse_query


def carry(query: Query | None) -> str:
    """What a link takes with it: the words that are wanted, and nothing else of the search."""
    return f"?{urlencode({'q': str(Query(query.terms))})}" if query and query.terms else ""


def carried_query(request: HttpRequest) -> Query | None:
    """What to mark on the page that was linked to; a broken address marks nothing."""
    try:
        return parse_query(request.GET.get("q", "")) or None
    except QueryError:
        return None
