"""Who may enter the workbench."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from statements.models import User

CURATING = "statements.change_statement"

View = Callable[..., HttpResponseBase]


def curators_only(view: View) -> View:
    """Send who is not logged in to the log-in page; refuse readers, and what no browser sends."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if not request.user.has_perm(CURATING):
            raise PermissionDenied
        _refuse_nul(request)
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return guarded


def _refuse_nul(request: HttpRequest) -> None:
    """PostgreSQL takes a NUL in no text, and nobody can type one."""
    for asked in (request.GET, request.POST):
        if any("\x00" in value for _, values in asked.lists() for value in values):
            raise BadRequest("A field holds a NUL character.")


def curator(request: HttpRequest) -> User:
    """Who acts; of a view that lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user
