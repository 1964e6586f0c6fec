"""After an action: say what it did, offer to undo it, and go on where the page asks."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from statements.models import Edit
from statements.review.access import curator


def tell(request: HttpRequest, told: str, action: uuid.UUID | None = None) -> None:
    """A message on the next page; with an ``action``, a button beside it takes that back."""
    messages.success(request, told, extra_tags=str(action) if action else "")


def back(request: HttpRequest) -> str:
    """Where a form asks to go on; nowhere but on this site."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and is_ours else reverse("review-home")


def last_action(request: HttpRequest) -> Edit | None:
    """The last edit of this person that is no undo and was not undone; the making of a record has none."""
    mine = Edit.objects.filter(who=curator(request), reverts=None, reverted_by=None, action__isnull=False)
    return mine.exclude(field="created").order_by("-id").first()
