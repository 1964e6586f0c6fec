"""No migration leaves the guarded tables without their triggers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.migrations import Migration, RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps

from statements import triggers
from statements.models import Edit, Statement
from statements.search import keys

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


@pytest.mark.django_db(transaction=True)
def test_forms_that_curators_wrote_freely_are_kept_with_the_occasion() -> None:
    with schema_of("0003_words_checked_together") as apps:
        statement = make_old_statement(apps)
        free, known = statement(medium="by carrier pigeon", occasion="at dawn"), statement(medium="letter")
    found = Statement.objects.in_bulk([free, known])
    assert (found[free].medium, found[free].occasion) == ("", "at dawn, by carrier pigeon")
    assert (found[known].medium, found[known].occasion) == ("letter", "")
    assert set(triggers.installed(connection)) == set(triggers.declared(connection.vendor))


@pytest.mark.django_db(transaction=True)
def test_decisions_logged_without_their_reason_get_it() -> None:
    with schema_of("0004_to_whom_and_how") as apps:
        curator = apps.get_model("statements", "User").objects.create(username="ada")
        log = apps.get_model("statements", "Edit").objects
        for old, new, why in (("machine", "rejected", "a teaser "), ("rejected", "approved", "read again")):
            log.create(
                record="statement", record_id=7, field="review_state", old=old, new=new, why=why, who=curator
            )
    teaser = {"state": "rejected", "reason": "a teaser"}
    assert list(Edit.objects.order_by("id").values_list("old", "new")) == [
        ({"state": "machine", "reason": ""}, teaser),
        (teaser, {"state": "approved", "reason": ""}),
    ]


@pytest.mark.django_db(transaction=True)
def test_rows_get_their_keys_and_are_found_by_them() -> None:
    with schema_of("0010_order_and_indexes") as apps:
        make_old_statement(apps)()
    statement = Statement.objects.keyed([keys.speaker(None)]).get()
    assert (statement.keys, statement.quoted) == (" b0 c0 d0 kdirect p0 s0 tstates ", "  ")
    assert set(triggers.installed(connection)) == set(triggers.declared(connection.vendor))


@contextmanager
def schema_of(name: str) -> Iterator[StateApps]:
    """The models as they were after a migration; the newest schema again afterwards."""
    executor = MigrationExecutor(connection)
    executor.migrate([("statements", name)])
    try:
        yield executor.loader.project_state(("statements", name)).apps
    finally:
        executor.loader.build_graph()
        executor.migrate(executor.loader.graph.leaf_nodes("statements"))


def make_old_statement(apps) -> Callable[..., int]:
    """A function that writes a statement without words in the schema of older models."""
    original = apps.get_model("statements", "Original").objects.create(
        sha256="0" * 64, media_type="text/plain", size=1
    )
    article = apps.get_model("statements", "Article").objects.create(
        public_id="a", original=original, text="It rains.", opening="It rains.", text_sha256="0" * 64
    )
    model = apps.get_model("statements", "Statement")

    def make(**fields: str) -> int:
        public_id = f"s{model.objects.count()}"
        return model.objects.create(
            public_id=public_id, article=article, kind="direct", rule="r", start=0, folded=" ", **fields
        ).pk

    return make
