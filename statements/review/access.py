"""Who may enter the workbench."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from statements.models import User

CURATING = "statements.change_statement"

View = Callable[..., HttpResponseBase]


def curators_only(view: View) -> View:
    """Send who is not logged in to the log-in page, and refuse readers."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if not request.user.has_perm(CURATING):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return guarded


def curator(request: HttpRequest) -> User:
    """Who acts; of a view that lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user
