"""A database that cannot be reached is no fault of the page: 503 and when to come back, not 500.

While PostgreSQL restarts, whatever asks it fails: a view, a template that
names the user, a middleware that saves the session. Django hands each such
exception to ``handler500``, so here is the one place that sees them all. Only
an answer that is already on its way (an export) can but be cut off. Django
closes a connection that failed when the request ends; the next makes a new one.
"""

from __future__ import annotations

import sqlite3
import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template import loader

from statements.views import errors

RETRY_AFTER = 2  # seconds; a restart of PostgreSQL takes about as long

# The server is going away, gone, or not yet there (PostgreSQL manual, appendix A).
SERVER_IS_AWAY = ("57P01", "57P02", "57P03")
CONNECTION_EXCEPTION = "08"
SOMEONE_ELSE_WRITES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def server_error(request: HttpRequest) -> HttpResponse:
    """``handler500``: asks nothing of the request or the database."""
    if not is_unavailable(sys.exception()):
        return errors.server_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"})


def is_unavailable(error: BaseException | None) -> bool:
    """Whether the database could not be asked, or was taken away while it was. A query that is
    wrong, or takes too long, is a fault like any other."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        # The low byte is the primary code; extended codes say more in the others.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in SOMEONE_ELSE_WRITES
    sqlstate = getattr(cause, "sqlstate", None)
    if sqlstate:
        return sqlstate in SERVER_IS_AWAY or sqlstate.startswith(CONNECTION_EXCEPTION)
    return _has_no_connection()


def _has_no_connection() -> bool:
    """None was made, or the one there was broke."""
    raw = connection.connection
    return raw is None or bool(getattr(raw, "closed", False))
