"""No migration leaves the guarded tables without their triggers."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader

from statements import triggers

# SQLite rebuilds a table for most changes of these models, and drops its triggers with it.
GUARDED = {"article", "statement", "statementpart", "attribution", "edit"}


def our_migrations() -> list[Migration]:
    loader = MigrationLoader(connection)
    return [
        migration for (app, _), migration in sorted(loader.disk_migrations.items()) if app == "statements"
    ]


def touches_guarded(migration: Migration) -> bool:
    named = (getattr(op, "model_name", None) or getattr(op, "name", "") for op in migration.operations)
    return any(name.lower() in GUARDED for name in named if name)


@pytest.mark.django_db
def test_migration_that_touches_a_guarded_table_restores_the_triggers_last() -> None:
    touching = [migration for migration in our_migrations() if touches_guarded(migration)]
    assert touching
    for migration in touching:
        last = migration.operations[-1]
        assert isinstance(last, RunPython), migration
        assert last.code is triggers.create_triggers, migration


@pytest.mark.django_db
def test_later_migration_that_touches_a_guarded_table_drops_them_first() -> None:
    for migration in our_migrations():
        if touches_guarded(migration) and not migration.initial:
            first = migration.operations[0]
            assert isinstance(first, RunPython), migration
            assert first.code is triggers.drop_triggers, migration
