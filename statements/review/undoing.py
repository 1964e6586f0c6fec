"""Undo: one action taken back, and what hangs on it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from statements import curation
from statements.models import Article, Edit, Statement
from statements.review.access import curator, curators_only
from statements.review.acting import back
from statements.review.articles import read_again
from statements.review.blocks import read_unmarked, told_of


@curators_only
@require_POST
def undo(request: HttpRequest, action: uuid.UUID) -> HttpResponse:
    """Take back one action, one's own or another's."""
    try:
        with transaction.atomic():
            edits = curation.revert_action(action, who=curator(request))
            for article in _dated_otherwise(edits):
                read_again(article)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        unread = read_unmarked(edits)
        fields = dict.fromkeys(curation.label_of(edit.field, edit.record) for edit in edits)
        told = gettext("Taken back: %(fields)s.") % {"fields": ", ".join(map(str, fields))}
        messages.success(request, f"{told} {told_of(unread)}".strip())
        return HttpResponseRedirect(_where(request, edits))
    return HttpResponseRedirect(back(request))


def _where(request: HttpRequest, edits: Iterable[Edit]) -> str:
    """On the desk, to the statement that was taken back, if it is one; else where the form asks."""
    asked = back(request)
    try:
        here = resolve(urlsplit(asked).path)
    except Resolver404:
        return asked
    changed = {edit.record_id for edit in edits if edit.record == "statement"}
    if here.url_name != "review-statement" or len(changed) != 1:
        return asked
    one = Statement.objects.get(pk=changed.pop())
    return reverse("review-statement", args=[here.kwargs["name"], one.public_id])


def _dated_otherwise(edits: Iterable[Edit]) -> Iterable[Article]:
    """Articles whose date was taken back: the dates that were counted from it go too."""
    dated = {edit.record_id for edit in edits if edit.record == "article" and edit.field == "published"}
    return Article.objects.filter(pk__in=dated).select_related("original")
