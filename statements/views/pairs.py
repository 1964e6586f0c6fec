"""Two countries facing each other in time."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.models.article import Article
from statements.models.authority import Country
from statements.models.statement import Statement, StatementQuerySet
from statements.views.entries import Entry, build_entries, for_entries
from statements.views.pages import get_page

ON_A_PAGE = 40


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
    left = get_object_or_404(Country, code=code.upper())
    right = get_object_or_404(Country, code=other.upper())
    if left == right:
        address = reverse("statement-list", query={"country": left.code, "about": right.code})
        return HttpResponseRedirect(address)
    if (code, other) != (left.code, right.code):
        return HttpResponseRedirect(reverse("country-pair", args=[left.code, right.code]))
    left_rows, right_rows = spoken(left, right), spoken(right, left)
    both = (left_rows | right_rows).order_by(
        F("said_earliest").asc(nulls_last=True),
        "said_latest",
        F("article__published").asc(nulls_last=True),
        "article_id",
        "start",
    )
    page = get_page(request, for_entries(both), ON_A_PAGE)
    context = {
        "section": "countries",
        "left": left,
        "right": right,
        "left_count": left_rows.count(),
        "right_count": right_rows.count(),
        "page": page,
        "moments": build_moments(build_entries(page.object_list), left, right),
    }
    return render(request, "statements/country_pair.html", context)


def spoken(speaking: Country, about: Country) -> StatementQuerySet:
    return Statement.objects.listed().speaking_for([speaking.code]).about(about.code)


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
