"""Databases that are full, gone, locked or not set up: what a command says then, and how it ends."""

from __future__ import annotations

from typing import NamedTuple

from django.db import Error, InterfaceError, OperationalError

TRY_AGAIN = 75  # EX_TEMPFAIL of sysexits.h


class Outage(NamedTuple):
    """Why nothing more can be written, what to do, and the exit code."""

    why: str
    remedy: str
    returncode: int


FULL = Outage("its disk is full", "free space there", 2)
READ_ONLY = Outage("it may only be read", "let this account write there", 2)
BROKEN = Outage("it cannot be read or written", "check its disk", 2)
BUSY = Outage("another process holds it", "wait for that one to end", TRY_AGAIN)
FAILED = Outage("it failed", "see that it runs and that manage.py migrate was run", TRY_AGAIN)
GONE = Outage("it does not answer", "see that it runs and that DATABASE_URL leads to it", TRY_AGAIN)

# How a code begins: PostgreSQL's SQLSTATE, SQLite's names.
OUTAGES = {
    "53100": FULL,
    "53": GONE,  # too many connections, no memory
    "08": GONE,
    "57P": GONE,  # shut down, crashed, or not up yet
    "28": GONE,
    "3D": GONE,  # no such database
    "58": BROKEN,
    "25006": READ_ONLY,
    "SQLITE_FULL": FULL,
    "SQLITE_BUSY": BUSY,
    "SQLITE_CANTOPEN": GONE,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_IOERR": BROKEN,
    "SQLITE_CORRUPT": BROKEN,
    "SQLITE_NOTADB": BROKEN,
}


def outage_of(error: Exception) -> Outage | None:
    """What is wrong with the database, if it is not one statement that it refuses."""
    if not isinstance(error, Error):
        return None
    cause = error.__cause__
    code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None) or ""
    for beginning, outage in OUTAGES.items():
        if code.startswith(beginning):
            return outage
    is_lost = isinstance(error, OperationalError | InterfaceError) and cause is not None and not code
    return GONE if is_lost else None
