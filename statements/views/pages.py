"""A list, a page at a time."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def get_page(request: HttpRequest, rows: QuerySet, size: int, *, count: int | None = None) -> Page:
    """The page that ``page`` asks for; the first for nonsense, the last beyond the end.

    ``count`` spares the query when the number of rows is known already.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    return paginator.get_page(request.GET.get("page"))
