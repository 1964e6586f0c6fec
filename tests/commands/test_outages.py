"""What is told of a database that cannot be used further, and how the command ends."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DataError, Error, IntegrityError, InterfaceError, OperationalError
from django.db.models.sql.compiler import SQLCompiler

from statements import pipeline
from statements.management.outages import BROKEN, BUSY, FULL, GONE, READ_ONLY, Outage, outage_of
from statements.models import Article, ImportRun
from tests.commands.test_ingest import STORY


def caused(error: Error, cause: Exception) -> Error:
    error.__cause__ = cause
    return error


def sqlite_error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("cause", "outage"),
    [
        (psycopg.errors.DiskFull("could not extend file"), FULL),
        (psycopg.errors.AdminShutdown("terminating connection"), GONE),
        (psycopg.errors.CannotConnectNow("the database system is starting up"), GONE),
        (psycopg.OperationalError("consuming input failed: server closed the connection"), GONE),
        (psycopg.errors.TooManyConnections("sorry, too many clients already"), GONE),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT"), READ_ONLY),
        (psycopg.errors.IoError("could not read block"), BROKEN),
        (psycopg.errors.ProgramLimitExceeded("tsvector too long"), None),
        (psycopg.errors.DeadlockDetected("deadlock detected"), None),
        (sqlite_error("SQLITE_FULL"), FULL),
        (sqlite_error("SQLITE_BUSY_SNAPSHOT"), BUSY),
        (sqlite_error("SQLITE_READONLY_DBMOVED"), READ_ONLY),
        (sqlite_error("SQLITE_IOERR_WRITE"), BROKEN),
        (sqlite_error("SQLITE_ERROR"), None),
    ],
    ids=str,
)
def test_outages_are_told_from_one_statement_that_is_refused(cause: Exception, outage: Outage | None) -> None:
    assert outage_of(caused(OperationalError(str(cause)), cause)) is outage


def test_a_lost_connection_is_an_outage_and_wrong_data_is_none() -> None:
    assert outage_of(caused(InterfaceError("closed"), psycopg.InterfaceError("closed"))) is GONE
    assert outage_of(caused(DataError("NUL"), psycopg.DataError("NUL"))) is None
    assert outage_of(IntegrityError("twice")) is None
    assert outage_of(ValueError("no database at all")) is None


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
def test_an_outage_ends_the_run_at_once_and_leaves_it_unfinished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fail(data: bytes, location: str, **options: object) -> None:
        tried.append(location)
        raise caused(OperationalError("disk"), psycopg.errors.DiskFull("could not extend file"))

    monkeypatch.setattr(pipeline, "ingest", fail)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    with pytest.raises(CommandError, match=r"its disk is full.*free space there and run the") as error:
        call_command("ingest", str(tmp_path), stdout=io.StringIO())
    assert error.value.returncode == 2
    assert tried == [str(tmp_path / "a.txt")]
    assert not Article.objects.exists()
    assert ImportRun.objects.get().finished_at is None


@pytest.mark.django_db(transaction=True)  # a dump begins one of its own
@pytest.mark.parametrize("name", ["dump", "verify", "load_authorities"])
def test_every_command_tells_an_outage(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> None:
        raise caused(OperationalError("gone"), psycopg.errors.AdminShutdown("terminating connection"))

    monkeypatch.setattr(SQLCompiler, "execute_sql", fail)
    with pytest.raises(CommandError, match="it does not answer") as error:
        call_command(name, stdout=io.StringIO())
    assert error.value.returncode == 75
