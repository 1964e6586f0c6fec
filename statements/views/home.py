"""The first page, and the whole matrix."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.models.article import Article
from statements.models.statement import Statement
from statements.periods import said_dates
from statements.views.entries import newest_entries
from statements.views.matrix import build_matrix, count_countries
from statements.views.timeline import build_timeline

COUNTRIES_IN_MATRIX = 10
COUNTRIES_IN_WHOLE = 60  # a table of all countries about all others has 60,000 cells
COUNTRIES_IN_TABLE = 12
NEWEST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    statements = Statement.objects.listed()
    countries = count_countries()
    first = countries[:COUNTRIES_IN_MATRIX]
    published = count_by_day_published()
    context = {
        "matrix": build_matrix(first, first),
        "countries": sorted(countries[:COUNTRIES_IN_TABLE], key=lambda count: count.country.name),
        "countries_left": len(countries[COUNTRIES_IN_TABLE:]),
        "timeline": build_timeline(said_dates(statements), published),
        "articles_read": sum(published.values()),
        "entries": newest_entries(statements, NEWEST),
    }
    return render(request, "statements/home.html", context)


def count_by_day_published() -> dict[date | None, int]:
    """How many articles were read, by the day that they are from; None for the undated."""
    return dict(Article.objects.current().order_by().values_list("published").annotate(Count("pk")))


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    countries = count_countries()
    speaking = [count for count in countries if count.speaks]
    spoken_about = [count for count in countries if count.spoken_about]
    context = {
        "section": "matrix",
        "matrix": build_matrix(speaking[:COUNTRIES_IN_WHOLE], spoken_about[:COUNTRIES_IN_WHOLE]),
        "speaking": len(speaking),
        "spoken_about": len(spoken_about),
        "is_cut": max(len(speaking), len(spoken_about)) > COUNTRIES_IN_WHOLE,
        "shown": COUNTRIES_IN_WHOLE,
    }
    return render(request, "statements/matrix.html", context)
