"""Fixtures that the whole suite shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseOperations

from statements import triggers, versioning
from statements.models import User
from statements.search.sqlite import INDEX
from tests.factories import UserFactory

SEEDS = Path(__file__).resolve().parent.parent / "fixtures" / "seeds"


@pytest.fixture(scope="session", autouse=True)
def flush_without_triggers() -> Iterator[None]:
    """Between tests Django empties SQLite by DELETE, which the triggers refuse: without them, then."""

    def sql_flush(self: DatabaseOperations, *args: Any, **kwargs: Any) -> list[str]:
        emptied = plain_sql_flush(self, *args, **kwargs)
        names = triggers.installed(self.connection)
        restored = [sql for name, sql in triggers.declared("sqlite").items() if name in names]
        # The index of what is gone goes too.
        rebuilt = [f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')"] if restored else []
        return [*triggers.drop_statements(self.connection), *emptied, *rebuilt, *restored]

    plain_sql_flush = DatabaseOperations.sql_flush
    DatabaseOperations.sql_flush = sql_flush
    yield
    DatabaseOperations.sql_flush = plain_sql_flush


@pytest.fixture(autouse=True)
def nothing_kept_in_memory() -> None:
    """Every test's archive begins with the same ids, so its version may be that of another test's."""
    versioning.forget()


@pytest.fixture
def originals(settings, tmp_path: Path) -> Path:
    """A folder of its own for the originals of one test."""
    settings.ORIGINALS_DIR = tmp_path / "originals"
    return settings.ORIGINALS_DIR


@pytest.fixture
def curator(db) -> User:
    return UserFactory(username="ada")
