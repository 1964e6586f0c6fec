"""The search index of each engine, and the triggers that keep words verbatim."""

from django.db import migrations

from statements import triggers
from statements.search import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def create_search_index(apps, schema_editor):
    schema_editor.execute(ENGINES[schema_editor.connection.vendor].CREATE_INDEX, params=None)


def drop_search_index(apps, schema_editor):
    schema_editor.execute(ENGINES[schema_editor.connection.vendor].DROP_INDEX, params=None)


class Migration(migrations.Migration):
    dependencies = [("statements", "0001_archive_schema")]

    operations = [
        migrations.RunPython(create_search_index, drop_search_index),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
