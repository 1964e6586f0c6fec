"""Public pages for readers who are not logged in: kept while the archive does not change, and not sent twice.

Every such page has an ETag of the archive's version, so that a browser, a feed
reader or a proxy that has the page is told so (304) before a view is run; and
what was rendered once is given again from memory until anything changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_cache_key, learn_cache_key, patch_cache_control, patch_vary_headers
from django.views.decorators.http import condition

from statements.versioning import archive_version

# A change of records that leaves no edit (``load_authorities``) is seen after this long.
SECONDS = 300
# Bytes. A memory of their own holds the few that are longer than most, and what is longer still is
# rendered anew: so each process keeps no more than 200 pages and 8 long ones, 60 + 12 MB at the very most.
LONG, LONGEST = 300_000, 1_500_000
NOT_KEPT = ("/admin/", "/review/", "/healthz", "/readyz")
# What decides how a page looks, beside the archive itself.
MADE_OF = ("archive", "statements", "templates", "static", "requirements.txt")


def newest_change(root: Path) -> str:
    """When the newest file of the programme was written: another release renders other pages."""
    files = (file for name in MADE_OF for file in [root / name, *(root / name).rglob("*")])
    return format(max(file.stat().st_mtime_ns for file in files if "__pycache__" not in file.parts), "x")


def keep_pages(get_response: Callable[[HttpRequest], HttpResponseBase]):
    """Goes before the session, which is of no use to these pages, and after all that guards them."""
    release = newest_change(settings.BASE_DIR)

    def state_of_archive(request: HttpRequest) -> str:
        # A citation names the day on which it was made.
        day = datetime.now(UTC).date().isoformat()
        language = request.headers.get("Accept-Language", "") if len(settings.LANGUAGES) > 1 else ""
        made_of = release, archive_version(), day, language
        return hashlib.sha256(" ".join(made_of).encode()).hexdigest()[:24]

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_for_everyone(request):
            return get_response(request)
        request.get_host()  # a host that is not ours is refused before anything is asked
        state = state_of_archive(request)
        answer = condition(etag_func=lambda request: f'W/"{state}"')(
            lambda request: from_memory(request, state) or rendered(request, state)
        )
        response = answer(request)
        if response.status_code not in (200, 304):
            del response.headers["ETag"]  # an error may be over while the archive is the same
        return response

    def rendered(request: HttpRequest, state: str) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code == 200 and "Cache-Control" not in response.headers:
            patch_cache_control(response, no_cache=True)  # ask again each time; mostly the answer is 304
            patch_vary_headers(response, ["Cookie"])  # whoever logs in sees other pages
            keep(request, response, state)
        return response

    return middleware


def is_for_everyone(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not request.path.startswith(NOT_KEPT)
    )


def from_memory(request: HttpRequest, state: str) -> HttpResponse | None:
    for memory in (caches["default"], caches["long pages"]):
        if key := get_cache_key(request, state, "GET", memory):
            kept: HttpResponse | None = memory.get(key)
            if kept is not None:
                return kept
    return None


def keep(request: HttpRequest, response: HttpResponseBase, state: str) -> None:
    """Pages alone: no file that is streamed, nothing that sets a cookie, nothing very long."""
    if request.method != "GET" or response.cookies or not isinstance(response, HttpResponse):
        return
    length = len(response.content)
    if length <= LONGEST:
        memory = caches["default" if length <= LONG else "long pages"]
        memory.set(learn_cache_key(request, response, SECONDS, state, memory), response, SECONDS)
