"""Statements as W3C Web Annotations."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.describing.annotation import MEDIA_TYPE, annotation, collection
from statements.describing.changes import last_changes
from statements.models.article import Article
from statements.models.statement import GONE, Statement
from statements.views.articles import statements_in
from statements.views.statements import with_chain


@require_safe
def statement_annotation(request: HttpRequest, public_id: str) -> HttpResponse:
    statement = get_object_or_404(with_chain(Statement.objects.all()), public_id=public_id)
    if statement.review_state in GONE:
        return render(request, "410.html", {"section": "statements", "statement": statement}, status=410)
    changed = last_changes([statement])[statement.pk]
    return linked_data(annotation(statement, changed=changed, absolute=request.build_absolute_uri))


@require_safe
def article_annotations(request: HttpRequest, public_id: str) -> HttpResponse:
    article = get_object_or_404(Article.objects.defer("text"), public_id=public_id)
    statements = list(statements_in(article))
    for statement in statements:
        statement.article = article  # each would ask for it again
    changes = last_changes(statements)
    return linked_data(collection(article, statements, changes, request.build_absolute_uri))


def linked_data(data: dict[str, Any]) -> JsonResponse:
    return JsonResponse(data, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False, "indent": 2})
