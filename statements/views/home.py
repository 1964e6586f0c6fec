"""The first page, and the whole matrix."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.views.counted import read_totals
from statements.views.coverage import articles_read
from statements.views.entries import newest_entries
from statements.views.matrix import build_matrix, count_countries, in_order, pairs_read, sorts_of
from statements.views.timeline import build_timeline

COUNTRIES_IN_MATRIX = 10
COUNTRIES_IN_WHOLE = 60  # a table of all countries about all others has 60,000 cells
COUNTRIES_IN_TABLE = 12
NEWEST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    totals = read_totals()
    countries = count_countries(totals)
    asked = request.GET.get("sort", "")
    first = in_order(countries[:COUNTRIES_IN_MATRIX], asked)
    read = articles_read()
    context = {
        "matrix": build_matrix(first, first, totals.pairs, pairs_read()),
        "sorts": sorts_of(asked),
        "unnamed": totals.spoken_about.get(0, 0),
        "unspoken": totals.speaks.get(0, 0),
        "countries": sorted(countries[:COUNTRIES_IN_TABLE], key=lambda count: count.country.name),
        "countries_left": len(countries[COUNTRIES_IN_TABLE:]),
        "timeline": build_timeline(totals.said, read.months),
        "articles_read": read.total,
        "entries": newest_entries([], NEWEST),
    }
    return render(request, "statements/home.html", context)


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    totals = read_totals()
    countries = count_countries(totals)
    asked = request.GET.get("sort", "")
    speaking = [count for count in countries if count.speaks]
    spoken_about = [count for count in countries if count.spoken_about]
    context = {
        "section": "matrix",
        "matrix": build_matrix(
            in_order(speaking[:COUNTRIES_IN_WHOLE], asked),
            in_order(spoken_about[:COUNTRIES_IN_WHOLE], asked),
            totals.pairs,
            pairs_read(),
        ),
        "sorts": sorts_of(asked),
        "unnamed": totals.spoken_about.get(0, 0),
        "unspoken": totals.speaks.get(0, 0),
        "speaking": len(speaking),
        "spoken_about": len(spoken_about),
        "is_cut": max(len(speaking), len(spoken_about)) > COUNTRIES_IN_WHOLE,
        "shown": COUNTRIES_IN_WHOLE,
    }
    return render(request, "statements/matrix.html", context)
