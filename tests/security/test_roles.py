"""The curators' group: exactly what curation takes, made on a fresh database and taken back."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from statements.migrations._permissions import let_curators

pytestmark = pytest.mark.django_db

migration = import_module("statements.migrations.0002_curators")
later = import_module("statements.migrations.0006_proposals")
LATER = {("statements", "view_proposal"), ("statements", "view_sourceerror")}
EDITOR = SimpleNamespace(connection=connection)  # SQLite's own opens outside transactions alone

# V sees, C changes, A adds, D deletes.
MAY = """
article       V C
block         V C
statement     V C
attribution   V C
statementpart V
original      V
importrun     V
importoutcome V
edit          V
proposal      V
sourceerror   V
lease
utterance
utterancemember
utterancepair
country       V C A
speaker       V C A
publisher     V C A
countryname   V C A D
variantname   V C A D
office        V C A D
user
"""
VERBS = {"V": "view", "C": "change", "A": "add", "D": "delete"}


def table() -> dict[str, list[str]]:
    return {model: letters for model, *letters in map(str.split, MAY.split("\n")[1:-1])}


def held() -> set[tuple[str, str]]:
    group = Group.objects.get(name="curators")
    return set(group.permissions.values_list("content_type__app_label", "codename"))


def test_table_names_every_model() -> None:
    assert set(table()) == {
        model._meta.model_name for model in apps.get_app_config("statements").get_models()
    }


def test_curators_may_do_exactly_what_the_table_says() -> None:
    told = {("statements", f"{VERBS[one]}_{model}") for model, letters in table().items() for one in letters}
    assert held() == told


def historical_apps(name: str = "0002_curators"):
    return MigrationLoader(connection).project_state(("statements", name)).apps


def test_group_is_made_where_no_permission_is_yet() -> None:
    """As on a fresh database, whose permissions Django makes when every migration is done."""
    before = held()
    Group.objects.all().delete()
    Permission.objects.all().delete()
    ContentType.objects.all().delete()
    ContentType.objects.clear_cache()
    migration.create_group(historical_apps(), EDITOR)
    assert held() == before - LATER
    later.let_curators_see(historical_apps("0006_proposals"), EDITOR)
    let_curators("view_sourceerror")(historical_apps("0009_source_errors"), EDITOR)
    assert held() == before


def test_again_it_changes_nothing_and_back_it_leaves_nothing() -> None:
    before = held()
    migration.create_group(historical_apps(), EDITOR)
    assert held() == before - LATER
    migration.delete_group(historical_apps(), EDITOR)
    assert not Group.objects.exists()
