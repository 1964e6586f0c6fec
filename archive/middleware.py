"""What every answer of the archive carries, errors and files too."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils.cache import has_vary_header
from django.views.defaults import bad_request

from statements.versioning import one_state

# Django sends the last four too, but not with an answer that it gives before its own middleware is done.
HEADERS = {
    "Content-Security-Policy": settings.CONTENT_SECURITY_POLICY,
    "Permissions-Policy": settings.PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}


REPLACEMENT = "%EF%BF%BD"


def protect(get_response: Callable[[HttpRequest], HttpResponse]):
    """Send the headers that keep an answer to what it is for. Goes first, so that nothing answers without."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Disposition", "").startswith("attachment"):
            response.headers["Content-Security-Policy"] = settings.DOWNLOAD_SECURITY_POLICY
        # What was made for somebody logged in is that person's: no cache in between may keep it.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and has_vary_header(response, "Cookie"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def read_one_state(get_response: Callable[[HttpRequest], HttpResponse]):
    """Work out what a page shows of one state of the archive."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with one_state():
            return get_response(request)

    return middleware


def refuse_nul(get_response: Callable[[HttpRequest], HttpResponse]):
    """Refuse a NUL, which no text of PostgreSQL holds, in what the admin or the workbench would ask for.

    Public pages answer whatever is typed: they read a character that stands for one that cannot be read.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        if "%00" in asked:
            if request.path.startswith(("/admin/statements/", "/admin/autocomplete/", "/review/")):
                return bad_request(request, SuspiciousOperation())
            request.META["QUERY_STRING"] = asked.replace("%00", REPLACEMENT)
        return get_response(request)

    return middleware
