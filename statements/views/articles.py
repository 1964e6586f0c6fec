"""Articles: the list, the reading page, the original bytes."""

from __future__ import annotations

import mimetypes

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.models import SourceError
from statements.models.article import Article, path_of
from statements.models.statement import GONE, Attribution, Statement
from statements.views.pages import get_page
from statements.views.reading import Marked, read_article

ON_A_PAGE = 25


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    page = get_page(request, newest_articles(Article.objects.current()), ON_A_PAGE)
    return render(request, "statements/article_list.html", {"section": "articles", "page": page})


def newest_articles(articles: QuerySet[Article]) -> QuerySet[Article]:
    """As lists show them, the undated last, with ``found``, the number of listed statements."""
    counted = Statement.objects.listed().filter(article=OuterRef("pk")).order_by()
    found = Subquery(
        counted.values("article").annotate(n=Count("pk")).values("n"), output_field=IntegerField()
    )
    return (
        articles.select_related("publisher")
        .defer("text")
        .annotate(found=Coalesce(found, 0))
        .order_by(F("published").desc(nulls_last=True), "-id")
    )


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
    context = {
        "section": "articles",
        "article": article,
        "newer": getattr(article, "replaced_by", None),
        "statements": statements,
        "source_errors": source_errors_in(article),
        "stretches": read_article(article.text, article.title, statements, list(blocks)),
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
        .defer("folded")
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
        reason = f"The original of this article (SHA-256 {original.sha256}) is not in the archive’s store."
        return render(request, "404.html", {"section": "articles", "reason": reason}, status=404)
    ending = mimetypes.guess_extension(original.media_type.partition(";")[0].strip()) or ".bin"
    response = FileResponse(
        kept, as_attachment=True, filename=f"{public_id}{ending}", content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
