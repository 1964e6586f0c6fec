"""One row that lists can filter, count and search by: keys and quoted words beside the folded ones,
and one index over words and keys."""

from django.db import migrations, models

from statements import triggers
from statements.migrations._search_index import WORDS_ALONE
from statements.models.list_row import rows_anew
from statements.search import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
BATCH = 500


def fill(apps, schema_editor):
    statements = apps.get_model("statements", "Statement").objects.order_by("pk")
    last = 0
    while batch := list(rows_anew(statements.filter(pk__gt=last).defer("folded")[:BATCH])):
        for row, (row.keys, row.quoted) in batch:
            last = row.pk
        statements.bulk_update([row for row, _ in batch], ["keys", "quoted"], batch_size=100)


def index_words_and_keys(apps, schema_editor):
    engine = ENGINES[schema_editor.connection.vendor]
    for sql in (engine.DROP_INDEX, *engine.CREATE_INDEX):
        schema_editor.execute(sql, params=None)


def index_words_alone(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(ENGINES[vendor].DROP_INDEX, params=None)
    schema_editor.execute(WORDS_ALONE[vendor], params=None)
    if vendor == "sqlite":
        rebuild = "INSERT INTO statements_search(statements_search) VALUES ('rebuild')"
        schema_editor.execute(rebuild, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0010_order_and_indexes"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.AddField(
            model_name="statement",
            name="keys",
            field=models.TextField(default="", editable=False, help_text="What lists filter and count by."),
        ),
        migrations.AddField(
            model_name="statement",
            name="quoted",
            field=models.TextField(
                default="", editable=False, help_text="Those of the folded words that stand in quotation marks."
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                fields=["said_earliest", "id"], name="statement_oldest", condition=models.Q(listed=True)
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index_words_and_keys, index_words_alone),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
