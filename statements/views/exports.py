"""A list as a file: the same filters, the same order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.views.decorators.http import require_safe

from statements.exports import FORMATS, ROWS
from statements.exports.columns import Row
from statements.exports.records import PairRow, article_rows, country_rows, publisher_rows, speaker_rows
from statements.exports.rows import statement_rows
from statements.filters import StatementFilterSet
from statements.models.article import Article
from statements.models.authority import Country, Publisher
from statements.models.statement import Statement
from statements.search import archive_totals
from statements.views.articles import newest_articles
from statements.views.asked import Asked, find_articles, find_speakers
from statements.views.counted import ABOUT, AGENCY, PUBLISHER, SPEAKER, SPEAKING_FOR, ids_in, pairs_in
from statements.views.matrix import pairs_read
from statements.views.speakers import ranked

Errors = list[tuple[str, str]]


class Refused(Exception):
    """A filter that cannot be used: in a file it is an error, not left out."""

    def __init__(self, errors: Errors) -> None:
        super().__init__(errors)
        self.errors = errors


@require_safe
def export(request: HttpRequest, ending: str, name: str) -> HttpResponseBase:
    """The list as it stands on screen, streamed."""
    if ending not in FORMATS:
        raise Http404(f"no export format ends in {ending}")
    try:
        rows = LISTS[name](request.GET)
        # Before the answer begins: a database that is away then gives an error page, not half a file.
        first = list(islice(rows, 1))
    except Refused as refused:
        return refusal(refused.errors)
    return StreamingHttpResponse(
        FORMATS[ending].write(ROWS[name], chain(first, rows)),
        content_type=FORMATS[ending].media_type,
        headers={"Content-Disposition": f'attachment; filename="chancery-{name}.{ending}"'},
    )


def refusal(errors: Errors) -> HttpResponse:
    lines = [f"{parameter}: {message}\n" for parameter, message in errors]
    return HttpResponse(lines, status=400, content_type="text/plain; charset=utf-8")


def statements(asked: QueryDict) -> Iterator[Row]:
    filterset = StatementFilterSet(asked, Statement.objects.listed())
    if errors := filterset.errors_by_parameter():
        raise Refused(errors)
    return statement_rows(filterset.qs)


def articles(asked: QueryDict) -> Iterator[Row]:
    return article_rows(newest_articles(usable(find_articles(asked))))


def speakers(asked: QueryDict) -> Iterator[Row]:
    """Those with most statements first, or by name: as on the page."""
    counted = ids_in(archive_totals(), SPEAKER)
    order = ranked(usable(find_speakers(asked)), {} if asked.get("sort") == "name" else counted)
    return speaker_rows(order, counted)


def usable(found: Asked) -> QuerySet[Any]:
    if found.errors:
        raise Refused(found.errors)
    return found.rows


def countries(asked: QueryDict) -> Iterator[Row]:
    totals = archive_totals()
    rows = Country.objects.order_by("name", "code")
    return country_rows(rows, ids_in(totals, SPEAKING_FOR), ids_in(totals, ABOUT))


def publishers(asked: QueryDict) -> Iterator[Row]:
    totals = archive_totals()
    articles = Article.objects.current().filter(publisher=OuterRef("pk")).order_by().values("publisher")
    rows = Publisher.objects.order_by("name", "slug").annotate(
        found=Coalesce(Subquery(articles.annotate(n=Count("pk")).values("n")), 0),
        first=Subquery(articles.annotate(day=Min("published")).values("day")),
        last=Subquery(articles.annotate(day=Max("published")).values("day")),
    )
    return publisher_rows(rows, ids_in(totals, PUBLISHER), ids_in(totals, AGENCY))


def matrix(asked: QueryDict) -> Iterator[Row]:
    """Every pair that has a number, and every other that one article names: there nobody spoke."""
    pairs, read = pairs_in(archive_totals()), pairs_read()
    codes = dict(Country.objects.values_list("pk", "code"))
    rows = (
        PairRow(codes[speaking], codes[about], pairs.get((speaking, about), 0), (speaking, about) in read)
        for speaking, about in pairs.keys() | read
        if speaking in codes and about in codes
    )
    return iter(sorted(rows, key=lambda row: (-row.statements, row.speaking, row.about)))


LISTS = {
    "statements": statements,
    "articles": articles,
    "speakers": speakers,
    "countries": countries,
    "publishers": publishers,
    "matrix": matrix,
}
