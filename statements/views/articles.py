"""Articles: the list, the reading page, the original bytes."""

from __future__ import annotations

import mimetypes
from urllib.parse import urlencode

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.filters import NOT_STATED
from statements.models import SourceError
from statements.models.article import Article, path_of
from statements.models.statement import GONE, Attribution, Statement
from statements.views.asked import find_articles
from statements.views.carried import carried_query
from statements.views.coverage import articles_read
from statements.views.keyset import Stretch, read_parts
from statements.views.reading import Marked, read_article

ON_A_PAGE = 25


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """All, or those of one publisher or one month or year: ``?publisher=the-paper&in=2020-07``."""
    found = find_articles(request.GET)
    context = {
        "section": "articles",
        "publisher": found.publisher,
        "is_unnamed": found.used.get("publisher") == NOT_STATED,
        "when": found.used.get("in", ""),
        "found": found.rows.count() if found.used else articles_read().total,
        "page": article_stretch(request, found.rows, ON_A_PAGE),
        "base": "?" + urlencode(found.used),
        "errors": found.errors,
    }
    return render(request, "statements/article_list.html", context)


def article_stretch(request: HttpRequest, articles: QuerySet[Article], size: int) -> Stretch[Article]:
    """A page of them, the newest first and the undated last, from where ``after`` or ``before`` says."""
    places = {name: article_at(request.GET.get(name, "")) for name in ("after", "before")}
    pivot = places["before"] or places["after"]
    parts = [
        (articles.filter(published__isnull=False), ("-published", "-pk")),
        (articles.filter(published__isnull=True), ("-pk",)),
    ]
    parts = [(as_listed(rows), order) for rows, order in parts]
    return read_parts(parts, size, **places, at=int(bool(pivot and pivot.published is None)))


def article_at(public_id: str) -> Article | None:
    """The article at whose place a page begins, and nothing for an address that names none."""
    if not public_id:
        return None
    return Article.objects.filter(public_id=public_id).only("pk", "published").first()


def newest_articles(articles: QuerySet[Article]) -> QuerySet[Article]:
    """All of them as lists show them, the undated last."""
    return as_listed(articles).order_by(F("published").desc(nulls_last=True), "-id")


def as_listed(articles: QuerySet[Article]) -> QuerySet[Article]:
    """With ``found``, the number of listed statements."""
    counted = Statement.objects.listed().filter(article=OuterRef("pk")).order_by()
    found = Subquery(
        counted.values("article").annotate(n=Count("pk")).values("n"), output_field=IntegerField()
    )
    return articles.select_related("publisher").defer("text").annotate(found=Coalesce(found, 0))


@require_safe
def article_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    article = get_object_or_404(with_versions(Article.objects.all()), public_id=public_id)
    statements = [
        Marked(
            number,
            statement.public_id,
            statement.kind,
            tuple(statement.spans),
            statement,
        )
        for number, statement in enumerate(statements_in(article), 1)
    ]
    blocks = article.blocks.filter(active=True).values_list("start", "end", "reason")
    errors = source_errors_in(article)
    context = {
        "section": "articles",
        "article": article,
        "newer": getattr(article, "replaced_by", None),
        "statements": statements,
        "source_errors": errors,
        "stretches": read_article(
            article.text, article.title, statements, list(blocks), carried_query(request), errors
        ),
    }
    return render(request, "statements/article_detail.html", context)


def source_errors_in(article: Article) -> list[SourceError]:
    """What the article gets wrong, in the text's order; said of two statements, once."""
    errors = SourceError.objects.filter(statement__article=article, active=True)
    errors = errors.order_by("start", "end", "pk")
    return list({(error.start, error.end, error.note): error for error in errors}.values())


def with_versions(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("publisher", "original", "replaces", "replaced_by").defer(
        "replaces__text", "replaced_by__text"
    )


def statements_in(article: Article) -> QuerySet[Statement]:
    """Those that stand, in the text's order; an older version keeps its own."""
    stand = article.statements.exclude(review_state__in=GONE)
    speakers = Attribution.objects.select_related("speaker", "country")
    return (
        stand.filter(parts__isnull=False)
        .distinct()
        .defer("folded", "keys", "quoted")
        .order_by("start", "pk")
        .prefetch_related("parts", "about_countries", Prefetch("attributions", speakers))
    )


@require_safe
def article_text(request: HttpRequest, public_id: str) -> HttpResponse:
    """The archived text, byte for byte what its SHA-256 was computed of."""
    article = get_object_or_404(Article, public_id=public_id)
    return HttpResponse(
        article.text.encode(),
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{public_id}.txt"',
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_safe
def article_original(request: HttpRequest, public_id: str) -> HttpResponse | FileResponse:
    """The bytes as they came in, to keep and not to show: they are somebody else's page."""
    article = get_object_or_404(Article.objects.select_related("original").defer("text"), public_id=public_id)
    original = article.original
    try:
        kept = path_of(original.sha256).open("rb")
    except OSError:
        reason = _("The original of this article (SHA-256 %(sha256)s) is not in the archive’s store.") % {
            "sha256": original.sha256
        }
        return render(request, "404.html", {"section": "articles", "reason": reason}, status=404)
    ending = mimetypes.guess_extension(original.media_type.partition(";")[0].strip()) or ".bin"
    response = FileResponse(
        kept, as_attachment=True, filename=f"{public_id}{ending}", content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
