"""Publishers: who printed it, and who relayed it."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.models.article import Article
from statements.models.authority import Publisher
from statements.models.statement import Statement
from statements.views.articles import newest_articles
from statements.views.entries import newest_entries
from statements.views.pages import get_page

ON_A_PAGE = 20
NEWEST = 5


@require_safe
def publisher_detail(request: HttpRequest, slug: str) -> HttpResponse:
    publisher = get_object_or_404(Publisher.objects.select_related("country"), slug=slug)
    listed = Statement.objects.listed()
    printed, relayed = listed.filter(publisher=publisher), listed.filter(agency=publisher)
    articles = newest_articles(Article.objects.current().filter(publisher=publisher))
    context = {
        "section": "articles",
        "publisher": publisher,
        "printed": printed.count(),
        "relayed": relayed.count(),
        "page": get_page(request, articles, ON_A_PAGE),
        "entries": newest_entries(listed.filter(Q(publisher=publisher) | Q(agency=publisher)), NEWEST),
    }
    return render(request, "statements/publisher_detail.html", context)
