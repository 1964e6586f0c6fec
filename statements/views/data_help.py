"""What the archive's files hold, and how to take them along."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from statements.exports import FORMATS, ROWS, columns_of


class List(NamedTuple):
    """One list of the archive: its page, and its files by the label of their format."""

    name: str
    title: str | Promise
    page: str
    files: dict[str, str]
    columns: dict[str, str]


# By the name of the list: its title, its page, and the route of its files.
LISTS = {
    "statements": (_("Statements"), "statement-list", "statement-export"),
    "articles": (_("Articles"), "article-list", "article-export"),
    "speakers": (_("Speakers"), "speaker-list", "speaker-export"),
    "countries": (_("Countries"), "country-list", "country-export"),
    "publishers": (_("Publishers"), "coverage", "publisher-export"),
    "matrix": (_("Who speaks about whom"), "matrix", "matrix-export"),
}
EXAMPLE = "?country=TR&about=AM&from=2020-07"


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    context = {
        "section": "data",
        "lists": [build_list(name) for name in ROWS],
        "example": EXAMPLE,
        "example_file": request.build_absolute_uri(reverse("statement-export", args=["csv"]) + EXAMPLE),
        "endings": FORMATS,
    }
    return render(request, "statements/data_help.html", context)


def build_list(name: str) -> List:
    title, page, route = LISTS[name]
    files = {kind.label: reverse(route, args=[ending]) for ending, kind in FORMATS.items()}
    return List(name, title, reverse(page), files, columns_of(ROWS[name]))
