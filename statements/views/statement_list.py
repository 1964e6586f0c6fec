"""The list of statements: filtered, counted, page by page."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.facets import Chip, Choice, Counted, count_list, list_address, list_chips, list_sorts
from statements.filters import NOT_STATED, StatementFilterSet
from statements.models.statement import Statement
from statements.search import archive_totals
from statements.search.counting import MOST_COUNTED
from statements.templatetags.dates import day_words, stretch_words
from statements.templatetags.wording import count
from statements.versioning import recall, remember
from statements.views.histogram import Histogram, build_histograms
from statements.views.listing import MOST_RANKED, read_list_page
from statements.views.offering import list_offers, list_questions
from statements.views.saying import LEAST_SAID, build_saying

ON_A_PAGE = 25
STRETCHES_NAMED = 3
LONGEST_REMEMBERED = 150_000  # characters of facets: each of their links repeats the whole address


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    filterset = StatementFilterSet(request.GET, Statement.objects.listed())
    # Pages had numbers once.
    if filterset.is_spelled_otherwise or "page" in request.GET:
        return HttpResponseRedirect(request.path + list_address(filterset.as_typed))
    has_words = bool(filterset.query and filterset.query.terms)
    counted = count_list(filterset) if has_words and filterset.cleaned.get("view") else None
    around = build_around(filterset, counted) if counted else look_around(filterset)
    is_saying = counted is not None and bool(around.total)
    page = read_list_page(request, filterset, ON_A_PAGE) if around.total and not is_saying else None
    context = {
        "section": "statements",
        "asked": filterset.asked,
        "counted": around,
        "heading": describe_total(around),
        "facets": around.facets,
        "histograms": around.histograms,
        "dates": around.dates,
        "page": page,
        "entries": page.entries if page else [],
        "tables": build_saying(filterset, counted) if counted and is_saying else [],
        "least_said": LEAST_SAID,
        "most_ranked": MOST_RANKED,
        "has_words": has_words,
        "is_saying": is_saying,
        "by_share": filterset.cleaned.get("view") == "share",
        "views": list_views(filterset),
        "share_address": list_address({**filterset.asked, "view": "share"}),
        "scopes": list_scopes(filterset) if has_words else [],
        "offers": list_offers(filterset, archive_totals()) if has_words else [],
        "questions": list_questions(filterset),
        "chips": list_chips(filterset),
        "sorts": list_sorts(filterset),
        "errors": filterset.errors_by_parameter(),
        "hints": [] if around.total else hints_for_empty(filterset),
        "base": list_address({**filterset.asked, "view": ""}),
    }
    return render(request, "statements/statement_list.html", context)


# --- what stands round the entries -----------------------------------------------------


class Around(NamedTuple):
    """What is the same on every page of a list."""

    total: int
    is_cut: bool
    dates: Dates
    histograms: list[Histogram]
    facets: SafeString


def look_around(filterset: StatementFilterSet) -> Around:
    """Remembered, for whoever turns the pages; links hold what was asked, so each address has its own."""
    address = list_address({**filterset.asked, **typed_dates(filterset)})
    name = f"around {address} in {get_language()}"
    around: Around | None = recall(name)
    if around is None:
        around = build_around(filterset, count_list(filterset))
        if len(around.facets) <= LONGEST_REMEMBERED:
            remember(name, around)
    return around


def typed_dates(filterset: StatementFilterSet) -> dict[str, str]:
    """As they stay in their fields, even where they are none."""
    return {name: filterset.data.get(name, "") for name in ("from", "to")}


def build_around(filterset: StatementFilterSet, counted: Counted) -> Around:
    histograms = build_histograms(counted.said_ever, filterset.asked)
    facets = {
        "facets": counted.facets.values(),
        "is_cut": counted.is_cut,
        "most_counted": MOST_COUNTED,
        "histograms": histograms,
        "asked": filterset.asked,
        "typed": typed_dates(filterset),
    }
    return Around(
        counted.total,
        counted.is_cut,
        describe_dates(filterset, counted),
        histograms,
        render_to_string("includes/facets.html", facets),
    )


def describe_total(around: Around) -> str:
    if around.is_cut:
        return _("more than {most} statements").format(most=count(MOST_COUNTED))
    found = ngettext("{number} statement", "{number} statements", around.total)
    return found.format(number=count(around.total))


# --- how dates were treated ---------------------------------------------------------


class Dates(NamedTuple):
    """How many statements of the list are of a known day, of a stretch, of none; and the other choice."""

    known: int
    within: int
    stretches: list[str]
    others: int  # stretches that are not named
    undated: int
    are_in: bool
    toggle: str


def describe_dates(filterset: StatementFilterSet, counted: Counted) -> Dates:
    stretches = [row for row in counted.said if row.earliest and row.earliest != row.latest]
    stretches.sort(key=lambda row: (-row.found, row.earliest or date.min))
    within = sum(row.found for row in stretches)
    asked = filterset.asked
    choice, has_days = asked.get("date"), bool(asked.keys() & {"from", "to"})
    are_in = choice == "any" or (choice is None and not has_days)
    sets = ("any" if has_days else "") if not are_in else ("" if has_days else "known")
    undated = counted.undated if are_in or choice == NOT_STATED else counted.could_be_undated
    return Dates(
        sum(row.found for row in counted.said if row.earliest) - within,
        within,
        [stretch_of(row.earliest, row.latest) for row in stretches[:STRETCHES_NAMED]],
        len(stretches[STRETCHES_NAMED:]),
        undated,
        are_in or choice == NOT_STATED,
        list_address({**asked, "date": sets}) if undated and choice != NOT_STATED else "",
    )


def stretch_of(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if first == date.min:
        return _("not after {day}").format(day=day_words(last))
    if last == date.max:
        return _("not before {day}").format(day=day_words(first))
    return stretch_words(first, last, long=False)


# --- other ways to look at the same list ------------------------------------------------


def list_views(filterset: StatementFilterSet) -> list[Choice]:
    """The statements themselves, or who says it."""
    asked, now = filterset.asked, filterset.cleaned.get("view") or ""
    labels = {"": _("Statements"), "who": _("Who says it most")}
    return [
        Choice(label, name, 0, name == ("who" if now else ""), False, list_address({**asked, "view": name}))
        for name, label in labels.items()
    ]


def list_scopes(filterset: StatementFilterSet) -> list[Choice]:
    """All words, those within quotation marks, or the others."""
    asked, now = filterset.asked, filterset.cleaned.get("within") or ""
    labels = {"": _("all words"), **dict(filterset.filters["within"].extra["choices"])}
    return [
        Choice(str(label), name, 0, name == now, False, list_address({**asked, "within": name}))
        for name, label in labels.items()
    ]


def hints_for_empty(filterset: StatementFilterSet) -> list[tuple[Chip, int]]:
    """Which filter to drop with all its values, and what that would find; the most rewarding first."""
    counts = filterset.count_without_each()
    hints: dict[str, Chip] = {}
    for chip in list_chips(filterset):
        before = hints.get(chip.parameter)
        value = _("{one} or {other}").format(one=before.value, other=chip.value) if before else chip.value
        left = {name: given for name, given in filterset.asked.items() if name != chip.parameter}
        hints[chip.parameter] = chip._replace(value=value, address=list_address(left))
    found = [(chip, counts.get(parameter, 0)) for parameter, chip in hints.items()]
    return sorted((hint for hint in found if hint[1]), key=lambda hint: -hint[1])
