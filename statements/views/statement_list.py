"""The list of statements: filtered, counted, page by page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from statements.exports import FORMATS
from statements.facets import Chip, CountedFacet, count_facets, list_address, list_chips, list_sorts
from statements.filters import StatementFilterSet
from statements.models.statement import Statement
from statements.views.entries import build_entries, for_entries
from statements.views.pages import get_page

ON_A_PAGE = 25


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    filterset = StatementFilterSet(request.GET, Statement.objects.listed())
    if filterset.is_spelled_otherwise:
        return HttpResponseRedirect(request.path + list_address(filterset.asked))
    facets = count_facets(filterset)
    found = count_found(facets["kind"])
    page = get_page(request, for_entries(filterset.qs), ON_A_PAGE, count=found)
    context = {
        "section": "statements",
        "asked": filterset.asked,
        "facets": facets.values(),
        "page": page,
        "entries": build_entries(page.object_list, filterset.query) if found else [],
        "undated": count_undated(filterset, facets["date"]),
        "without_undated": list_address(filterset.asked | {"date": "known"}),
        "chips": list_chips(filterset),
        "sorts": list_sorts(filterset),
        "errors": filterset.errors_by_parameter(),
        "hints": [] if found else hints_for_empty(filterset),
        "base": list_address(filterset.asked),
        "formats": FORMATS,
    }
    return render(request, "statements/statement_list.html", context)


def count_found(kinds: CountedFacet) -> int:
    """Every statement has one kind, so the kinds' counts add up to the list's length."""
    selected = [choice.found for choice in kinds.choices if choice.selected]
    return selected[0] if selected else sum(choice.found for choice in kinds.choices)


def count_undated(filterset: StatementFilterSet, dates: CountedFacet) -> int:
    """How many undated statements stand in the list because no date was asked for."""
    if filterset.asked.keys() & {"from", "to", "date"}:
        return 0
    return sum(choice.found for choice in dates.choices if choice.is_missing)


def hints_for_empty(filterset: StatementFilterSet) -> list[tuple[Chip, int]]:
    """Which filter to drop, and what that would find; the most rewarding first."""
    counts = filterset.count_without_each()
    hints = [(chip, counts[chip.parameter]) for chip in list_chips(filterset)]
    return sorted((hint for hint in hints if hint[1]), key=lambda hint: -hint[1])
