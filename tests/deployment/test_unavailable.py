"""Which faults are the database being away, and what a page answers then."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from archive.logs import WithoutTraceback
from archive.unavailable import is_unavailable
from archive.unavailable import server_error as handler500  # noqa: F401  (Django reads it here)


def failing(request: HttpRequest) -> HttpResponse:
    raise failing.error  # type: ignore[attr-defined]


urlpatterns = [path("failing/", failing)]


def as_django_raises(error: Exception, kind: type[Exception] = OperationalError) -> Exception:
    try:
        raise kind(*error.args) from error
    except kind as raised:
        return raised


def locked(folder: Path) -> sqlite3.Error:
    """What SQLite says to a second writer."""
    first, second = (sqlite3.connect(folder / "db", isolation_level=None, timeout=0) for _ in range(2))
    first.execute("BEGIN IMMEDIATE")
    try:
        second.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        return error
    finally:
        first.close()
        second.close()
    raise AssertionError("two writers at once")


AWAY = [
    psycopg.errors.AdminShutdown("terminating connection due to administrator command"),
    psycopg.errors.CrashShutdown("terminating connection because of crash of another server process"),
    psycopg.errors.CannotConnectNow("the database system is starting up"),
    psycopg.errors.ConnectionFailure("server closed the connection unexpectedly"),
]
FAULTS = [
    psycopg.errors.QueryCanceled("canceling statement due to statement timeout"),
    psycopg.errors.DeadlockDetected("deadlock detected"),
    psycopg.errors.DiskFull("could not extend file"),
]


@pytest.mark.parametrize("error", AWAY, ids=lambda error: type(error).__name__)
def test_server_that_goes_or_comes_is_away(error: psycopg.Error) -> None:
    assert is_unavailable(as_django_raises(error))


@pytest.mark.parametrize("error", FAULTS, ids=lambda error: type(error).__name__)
def test_query_that_fails_is_a_fault(error: psycopg.Error) -> None:
    assert not is_unavailable(as_django_raises(error))


def test_second_writer_on_sqlite_is_told_to_come_back(tmp_path: Path) -> None:
    assert is_unavailable(as_django_raises(locked(tmp_path)))


@pytest.mark.django_db
def test_other_faults_are_faults() -> None:
    connection.ensure_connection()
    assert not is_unavailable(as_django_raises(sqlite3.OperationalError("no such table: x")))
    assert not is_unavailable(as_django_raises(psycopg.OperationalError("odd"), InterfaceError))
    assert not is_unavailable(ProgrammingError("no such column"))
    assert not is_unavailable(ValueError("a bug"))
    assert not is_unavailable(None)


@pytest.fixture
def answer(settings):
    """What a page answers when it fails with the error."""

    def ask(error: Exception) -> HttpResponse:
        settings.ROOT_URLCONF = __name__
        failing.error = error  # type: ignore[attr-defined]
        return Client(raise_request_exception=False).get("/failing/")

    return ask


@pytest.mark.django_db
def test_page_says_when_to_come_back(answer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutTraceback())
    response = answer(as_django_raises(AWAY[2]))
    assert (response.status_code, response["Retry-After"]) == (503, "2")
    assert response["Cache-Control"] == "no-store"
    assert "back in a moment" in response.content.decode()
    (record,) = [record for record in caplog.records if record.name == "django.request"]
    line = "Service Unavailable: /failing/ (the database system is starting up)"
    assert (record.getMessage(), record.exc_info) == (line, None)


@pytest.mark.django_db
def test_bug_is_a_500_and_its_traceback_is_logged_once(answer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutTraceback())
    response = answer(ValueError("a bug"))
    assert (response.status_code, "Retry-After" in response) == (500, False)
    assert "a bug" not in response.content.decode()
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_request_that_is_refused_is_one_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutTraceback())
    assert client.get("/", headers={"host": "evil.example.com"}).status_code == 400
    (record,) = caplog.records
    assert record.getMessage().count("Invalid HTTP_HOST header: 'evil.example.com'") == 1
    assert record.exc_info is None


def test_log_goes_to_one_place(settings) -> None:
    """The handler stands at the root alone, or a record would be written twice."""
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert not logging.getLogger("django").handlers
    assert not logging.getLogger("django.request").handlers
