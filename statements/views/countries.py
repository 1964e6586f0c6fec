"""Countries: speaking, spoken about, and one beside another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.filters import NOT_STATED
from statements.models.authority import Country
from statements.models.statement import Attribution, Statement, StatementQuerySet
from statements.periods import said_dates
from statements.views.entries import newest_entries
from statements.views.matrix import count_countries
from statements.views.timeline import build_timeline

NEWEST = 5
MOST_SPEAKERS = 25
MOST_NAMES = 5  # more are folded away


@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    counts = sorted(count_countries(), key=lambda count: count.country.name)
    silent = Country.objects.exclude(pk__in=[count.country.pk for count in counts])
    context = {"section": "countries", "counts": counts, "silent": silent}
    return render(request, "statements/country_list.html", context)


@require_safe
def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    country = get_object_or_404(Country, code=code.upper())
    if code != country.code:
        return redirect_with_query(request, country.get_absolute_url())
    is_about = request.GET.get("as") == "about"
    listed = Statement.objects.listed()
    speaking, about = listed.speaking_for([code]), listed.about(code)
    rows, other_tab = (about, speaking) if is_about else (speaking, about)
    timeline = build_timeline(said_dates(rows), days_read(country))
    own = {"about" if is_about else "country": code}
    counts = timeline.total, other_tab.count()
    context = {
        "section": "countries",
        "country": country,
        "names": other_names(country),
        "most_names": MOST_NAMES,
        "is_about": is_about,
        "own_query": urlencode(own),
        "prefix": urlencode(own) + "&",
        "spoken_about": counts[not is_about],
        "speaks": counts[is_about],
        "found": timeline.total,
        "bars": count_speaking(rows, own) if is_about else count_subjects(rows, own),
        "timeline": timeline,
        "most_speakers": MOST_SPEAKERS,
        "speakers": count_speakers(attributions_of(country, is_about)),
        "entries": newest_entries(rows, NEWEST),
    }
    return render(request, "statements/country_detail.html", context)


def redirect_with_query(request: HttpRequest, address: str) -> HttpResponseRedirect:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


def other_names(country: Country) -> QuerySet:
    return country.names.filter(use="name").exclude(text=country.name).order_by("text")


def days_read(country: Country) -> QuerySet:
    """The days of the articles that name the country."""
    return country.mentioned_in.current().order_by().values_list("published", flat=True).distinct()


# --- whom, and through whom ------------------------------------------------------


class ShareBar(NamedTuple):
    """Another country and how many statements, with a bar as long as its share of the most."""

    code: str
    name: str
    found: int
    length: int
    address: str


def count_subjects(rows: StatementQuerySet, own: dict[str, str]) -> list[ShareBar]:
    """The countries that these statements are about; ``own`` are the parameters that find them all."""
    counted = count_by_country(rows, "about_countries")
    return share_bars(counted, lambda code: own | {"about": code})


def count_speaking(rows: StatementQuerySet, own: dict[str, str]) -> list[ShareBar]:
    """The countries on whose behalf these statements were made."""
    counted = count_by_country(rows, "attributions__country")
    return share_bars(counted, lambda code: {"country": code} | own)


def count_by_country(rows: StatementQuerySet, country: str) -> list[tuple[str | None, str | None, int]]:
    counted = rows.values_list(f"{country}__code", f"{country}__name").annotate(
        found=Count("pk", distinct=True)
    )
    return list(counted.order_by("-found", f"{country}__name"))


def share_bars(
    counted: list[tuple[str | None, str | None, int]], parameters: Callable[[str], dict[str, str]]
) -> list[ShareBar]:
    most = max((found for *_, found in counted), default=1)
    return [
        ShareBar(
            code or "", name or "", found, found * 150 // most, urlencode(parameters(code or NOT_STATED))
        )
        for code, name, found in sorted(counted, key=lambda row: row[0] is None)
    ]


class SpeakerCount(NamedTuple):
    """A speaker with the roles that articles print; no slug for sources nobody has resolved."""

    slug: str
    name: str
    kind: str
    roles: list[str]
    found: int


def attributions_of(country: Country, is_about: bool) -> QuerySet:
    rows = Attribution.objects.filter(statement__listed=True).order_by()
    return rows.filter(statement__about_countries=country) if is_about else rows.filter(country=country)


def count_speakers(attributions: QuerySet) -> list[SpeakerCount]:
    counted = attributions.values_list("speaker__slug", "speaker__preferred_name", "speaker__kind").annotate(
        found=Count("statement", distinct=True)
    )
    roles: dict[str | None, list[str]] = defaultdict(list)
    printed = attributions.exclude(role="").values_list("speaker__slug", "role").annotate(n=Count("pk"))
    for slug, role, _ in printed.order_by("-n", "role"):
        roles[slug].append(role)
    return [
        SpeakerCount(slug or "", name or "", kind or "", roles[slug][:3], found)
        for slug, name, kind, found in counted.order_by("-found", "speaker__preferred_name")[:MOST_SPEAKERS]
    ]
