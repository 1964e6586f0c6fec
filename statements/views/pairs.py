"""Two countries facing each other in time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.models.article import Article
from statements.models.authority import Country
from statements.models.statement import Statement, StatementQuerySet
from statements.periods import parse_period, said_in
from statements.search import count_each, keys
from statements.views.entries import Entry, build_entries, for_entries
from statements.views.keyset import Stretch, read_parts
from statements.views.timeline import facing_timeline

ON_A_PAGE = 40
# One article's words of one day stand together, in its own order.
IN_TIME = ("said_sort", "said_edtf", "article_id", "start", "pk")
AS_PRINTED = ("article_id", "start", "pk")


@dataclass(frozen=True, slots=True)
class Facing:
    """An entry and the side, or both sides, on which it stands."""

    entry: Entry
    is_left: bool
    is_right: bool


@dataclass(slots=True)
class Moment:
    """What was said on one day, or what one undated article reports."""

    dated: Statement | None
    article: Article | None
    facings: list[Facing] = field(default_factory=list)


@require_safe
def country_pair(request: HttpRequest, code: str, other: str) -> HttpResponse:
    left, right = countries_of(code.upper(), other.upper())
    if left == right:
        address = reverse("statement-list", query={"country": left.code, "about": right.code})
        return HttpResponseRedirect(address)
    if (code, other) != (left.code, right.code):
        return HttpResponseRedirect(reverse("country-pair", args=[left.code, right.code]))
    listed = Statement.objects.listed()
    one, back = keys.pair(left.pk, right.pk), keys.pair(right.pk, left.pk)
    counted = count_each({"left": listed.keyed([one]), "right": listed.keyed([back])})
    left_counts, right_counts = counted["left"].keys, counted["right"].keys
    page = page_asked(request, listed.keyed([one, back]))
    context = {
        "section": "countries",
        "left": left,
        "right": right,
        "left_count": left_counts[one],
        "right_count": right_counts[back],
        "undated": left_counts[keys.said(None, None)] + right_counts[keys.said(None, None)],
        "timeline": facing_timeline(said_in(left_counts), said_in(right_counts), days_naming(left, right)),
        "page": page,
        "from": request.GET.get("from", ""),
        "moments": build_moments(entries_of(page), left, right),
    }
    return render(request, "statements/country_pair.html", context)


def countries_of(*codes: str) -> list[Country]:
    """Those with these codes; a code that no country has is an address of nothing."""
    found = {country.code: country for country in Country.objects.filter(code__in=codes)}
    if not found.keys() >= set(codes):
        raise Http404
    return [found[code] for code in codes]


def page_asked(request: HttpRequest, rows: StatementQuerySet) -> Stretch[Statement]:
    """The page after or before a statement, or from a day on (``?from=2020-07``); the first for nonsense."""
    after, before = (statement_at(rows, request.GET.get(name, "")) for name in ("after", "before"))
    pivot = before or after
    dated = rows.dated()
    start = first_day(request.GET.get("from", "")) if pivot is None else None
    if start:
        dated = dated.filter(said_sort__gte=start)
    page = read_parts(
        [(places(dated), IN_TIME), (places(rows.undated()), AS_PRINTED)],
        ON_A_PAGE,
        after=after,
        before=before,
        at=int(bool(pivot and pivot.said_earliest is None)),
    )
    if start:
        return Stretch(page.rows, rows.dated().filter(said_sort__lt=start).exists(), page.has_after)
    return page


def places(rows: StatementQuerySet) -> StatementQuerySet:
    """Where each stands in the order, and nothing else of it."""
    return rows.only("public_id", "said_earliest", "said_sort", "said_edtf", "article_id", "start")


def entries_of(page: Stretch[Statement]) -> list[Entry]:
    rows = for_entries(Statement.objects.all()).in_bulk([row.pk for row in page.rows])
    return build_entries(rows[row.pk] for row in page.rows if row.pk in rows)


def statement_at(rows: StatementQuerySet, public_id: str) -> Statement | None:
    return places(rows.filter(public_id=public_id)).first() if public_id else None


def first_day(typed: str) -> date | None:
    try:
        return parse_period(typed).first
    except ValueError:
        return None


def days_naming(left: Country, right: Country) -> list[date | None]:
    """The days of the articles that name both."""
    articles = Article.objects.current().filter(mentions=left).filter(mentions=right)
    return list(articles.order_by().values_list("published", flat=True).distinct())


def build_moments(entries: list[Entry], left: Country, right: Country) -> list[Moment]:
    moments: list[Moment] = []
    before = None
    for entry in entries:
        statement = entry.statement
        dated = statement.said_earliest is not None
        now = (
            (statement.said_earliest, statement.said_latest, statement.said_edtf)
            if dated
            else statement.article_id
        )
        if now != before:
            moments.append(Moment(statement if dated else None, None if dated else statement.article))
            before = now
        moments[-1].facings.append(face(entry, left, right))
    return moments


def face(entry: Entry, left: Country, right: Country) -> Facing:
    speaking = {attribution.country_id for attribution in entry.statement.attributions.all()}
    about = {country.pk for country in entry.statement.about_countries.all()}
    return Facing(
        entry,
        is_left=left.pk in speaking and right.pk in about,
        is_right=right.pk in speaking and left.pk in about,
    )
