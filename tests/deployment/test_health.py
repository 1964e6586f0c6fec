"""The two health addresses tell what fails, and no more."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from archive import health


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("originals")
def test_sound_archive_is_ok_without_session_or_cache(client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Type"].startswith("text/plain")


def test_process_answers_without_a_database(client: Client) -> None:
    """No mark gives this test a database: one query would fail it."""
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_reading_is_allowed(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("originals")
def test_migration_that_is_not_applied_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_was_migrated", False)
    newest = MigrationRecorder.Migration.objects.filter(app="statements").last()
    newest.delete()
    try:
        response = client.get("/readyz")
    finally:
        newest.save(force_insert=True)
    assert (response.status_code, response.content) == (503, b"migrations: not all applied\n")


@pytest.mark.django_db(transaction=True)
def test_folder_that_cannot_be_written_is_told(client: Client, settings, tmp_path: Path) -> None:
    settings.ORIGINALS_DIR = tmp_path / "file"
    settings.ORIGINALS_DIR.write_bytes(b"")
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"originals: their folder cannot be written\n")
    assert str(tmp_path) not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
def test_database_that_does_not_answer_is_told(client: Client, monkeypatch) -> None:
    """A PostgreSQL address at which nobody listens, or a SQLite file in a folder that is not there."""
    point_elsewhere(monkeypatch, {"HOST": "127.0.0.1", "PORT": 1, "NAME": "/nowhere/db"})
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database: does not answer\n")


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
def test_server_that_hangs_is_not_waited_for(client: Client, monkeypatch) -> None:
    """A server that takes the connection and never says a word."""
    if health.connection.vendor == "sqlite":
        pytest.skip("SQLite has no server")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        point_elsewhere(monkeypatch, {"HOST": "127.0.0.1", "PORT": silent.getsockname()[1]})
        response = client.get("/readyz")  # without the time-out of connecting, for ever
    assert (response.status_code, response.content) == (503, b"database: does not answer\n")


def point_elsewhere(monkeypatch: pytest.MonkeyPatch, settings: dict[str, object]) -> None:
    copy = health.connection.copy

    def lost():
        own = copy()
        own.settings_dict = own.settings_dict | settings
        return own

    monkeypatch.setattr(health.connection, "copy", lost)
