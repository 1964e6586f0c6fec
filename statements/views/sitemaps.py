"""For search engines: what there is to find, and what to leave alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Page, Paginator
from django.db.models import DateTimeField, Max, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.describing.changes import last_edits
from statements.models.article import Article
from statements.models.authority import Country, Publisher, Speaker
from statements.models.statement import Statement

ON_A_PAGE = 2000  # primary keys

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /review/
# Every list has a page of its own; of its filters there are more than anybody can read.
Disallow: /statements/?*
Disallow: /speakers/?*
Disallow: /articles/?*
Disallow: /wording/
# The same statements as files and feeds; what is computed at every call.
Disallow: /statements.
Disallow: /articles.
Disallow: /speakers.
Disallow: /countries.
Disallow: /publishers.
Disallow: /matrix.
Disallow: /feeds/
Disallow: /*/verify/
Disallow: /*/cite.

Sitemap: {sitemap}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return views.sitemap(request, SECTIONS, section=section)


class Place(NamedTuple):
    """One address, and when what is there last changed, where that is known."""

    address: str
    changed: datetime | None = None


class Stretches(Paginator):
    """Pages by stretches of the primary key: the last costs what the first does, and nothing is counted."""

    def __init__(self, section: Records) -> None:
        super().__init__([], ON_A_PAGE)
        self.section = section

    @property
    def num_pages(self) -> int:
        newest = self.section.rows().aggregate(newest=Max("pk"))["newest"]
        return -(-(newest or 1) // ON_A_PAGE)

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        return Page(self.section.places((number - 1) * ON_A_PAGE + 1, number * ON_A_PAGE), number, self)


class Section(Sitemap):
    """What all have in common. The index asks for no time of change: it would cost a look at every row."""

    def get_latest_lastmod(self) -> None:
        return None

    def location(self, place: Place) -> str:
        return place.address

    def lastmod(self, place: Place) -> datetime | None:
        return place.changed


class Records(Section):
    """Records by primary key."""

    record = ""  # what the log of edits calls them
    route = ""
    name = "public_id"
    taken_in: Any = ""

    @property
    def paginator(self) -> Stretches:
        return Stretches(self)

    def rows(self) -> QuerySet:
        raise NotImplementedError

    def places(self, first: int, last: int) -> list[Place]:
        edited = last_edits(self.record, Q(record_id__range=(first, last)))
        rows = self.rows().filter(pk__range=(first, last)).order_by("pk")
        return [
            Place(
                reverse(self.route, args=[name]), max(filter(None, (taken_in, edited.get(pk))), default=None)
            )
            for pk, name, taken_in in rows.values_list("pk", self.name, self.taken_in)
        ]


class Statements(Records):
    record, route, taken_in = "statement", "statement-detail", "article__ingested_at"

    def rows(self) -> QuerySet:
        return Statement.objects.listed()


class Articles(Records):
    record, route, taken_in = "article", "article-detail", "ingested_at"

    def rows(self) -> QuerySet:
        return Article.objects.current()


class Speakers(Records):
    """Nobody writes down when a name came in: only edits tell."""

    record, route, name = "speaker", "speaker-detail", "slug"
    taken_in = Value(None, DateTimeField())

    def rows(self) -> QuerySet:
        return Speaker.objects.current()


class Lists(Section):
    """The few pages of everything, without time of change."""

    def items(self) -> list[Place]:
        lists = ("statement-list", "country-list", "speaker-list", "article-list")
        return [Place(reverse(name)) for name in ("home", "matrix", *lists, "coverage")]


class Countries(Section):
    def items(self) -> list[Place]:
        return [Place(row.get_absolute_url()) for row in Country.objects.order_by("code")]


class Publishers(Section):
    def items(self) -> list[Place]:
        slugs = Publisher.objects.order_by("slug").values_list("slug", flat=True)
        return [Place(reverse("publisher-detail", args=[slug])) for slug in slugs]


SECTIONS: dict[str, type[Sitemap] | Sitemap] = {
    "lists": Lists,
    "statements": Statements,
    "articles": Articles,
    "speakers": Speakers,
    "countries": Countries,
    "publishers": Publishers,
}
