"""Publishers: who printed it, and who relayed it."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.models.article import Article
from statements.models.authority import Publisher, Speaker
from statements.models.statement import Statement
from statements.periods import said_in
from statements.search import count_each, keys, total_of
from statements.views.articles import article_stretch
from statements.views.counted import AGENCY, PUBLISHER, SPEAKER, ids_in
from statements.views.coverage import articles_of, by_period
from statements.views.timeline import build_timeline

ON_A_PAGE = 20
MOST_QUOTED = 15


@require_safe
def publisher_detail(request: HttpRequest, slug: str) -> HttpResponse:
    publisher = get_object_or_404(Publisher.objects.select_related("country"), slug=slug)
    listed = Statement.objects.listed()
    counted = count_each(
        {
            "printed": listed.keyed([keys.publisher(publisher.pk)]),
            "relayed": listed.keyed([keys.agency(publisher.pk)]),
        }
    )
    printed, relayed = counted["printed"].keys, counted["relayed"].keys
    context = {
        "section": "articles",
        "publisher": publisher,
        "printed": total_of(printed),
        "relayed": total_of(relayed),
        "timeline": build_timeline(said_in(printed)),
        "prefix": f"publisher={slug}&",
        "agencies": named(Publisher, ids_in(printed, AGENCY), MOST_QUOTED),
        "printers": named(Publisher, ids_in(relayed, PUBLISHER), MOST_QUOTED),
        "quoted": named(Speaker, ids_in(printed, SPEAKER), MOST_QUOTED),
        "periods": by_period(articles_of(publisher)),
        "page": article_stretch(request, Article.objects.current().filter(publisher=publisher), ON_A_PAGE),
    }
    return render(request, "statements/publisher_detail.html", context)


class Counted(NamedTuple):
    """A record and how many statements."""

    record: Publisher | Speaker
    found: int


def named(model: type[Publisher] | type[Speaker], counted: dict[int, int], most: int) -> list[Counted]:
    """Those with most statements; what is not known is left out."""
    first = sorted((pk for pk in counted if pk), key=lambda pk: (-counted[pk], pk))[:most]
    records = model.objects.in_bulk(first)
    return [Counted(records[pk], counted[pk]) for pk in first if pk in records]
