"""Two addresses for whoever watches over the archive.

``/healthz``: the process answers. ``/readyz``: so does all that a page needs.
Neither touches a session or is cached, and both answer over plain HTTP.
``ALLOWED_HOSTS`` holds for them as for any page.
"""

from __future__ import annotations

import tempfile

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"

_was_migrated = False


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type=PLAIN)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200, or 503 with a line for each part that fails; no line says more than which."""
    failing = [*_failing_database(), *_failing_originals()]
    text = "".join(f"{line}\n" for line in failing) or "ok\n"
    return HttpResponse(text, status=503 if failing else 200, content_type=PLAIN)


def _failing_database() -> list[str]:
    # A connection of its own: the time-out of connecting bounds how long a hung server is waited for.
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT 1")
        return [] if _is_migrated(own) else ["migrations: not all applied"]
    except DatabaseError:
        return ["database: does not answer"]
    finally:
        own.close()


def _is_migrated(own: BaseDatabaseWrapper) -> bool:
    """Reading the migrations takes a while, and a database once migrated stays so for this process."""
    global _was_migrated
    if not _was_migrated:
        executor = MigrationExecutor(own)
        _was_migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _was_migrated


def _failing_originals() -> list[str]:
    try:
        settings.ORIGINALS_DIR.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.ORIGINALS_DIR):
            return []
    except OSError:
        return ["originals: their folder cannot be written"]
