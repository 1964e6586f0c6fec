"""What articles themselves get wrong, noted beside their texts."""

import django.db.models.deletion
from django.db import migrations, models

from statements import triggers
from statements.migrations._permissions import let_curators


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0008_leases"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.CreateModel(
            name="SourceError",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("exact", models.TextField(help_text="The article’s words.")),
                ("note", models.CharField(help_text="What is right.", max_length=500)),
                (
                    "evidence",
                    models.CharField(
                        help_text="How it is known: another article, a calendar.", max_length=1000
                    ),
                ),
                ("active", models.BooleanField(default=True)),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="source_errors",
                        to="statements.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["statement", "start", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("start__gte", 0), ("end__gt", models.F("start"))),
                        name="sourceerror_start_before_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("exact", ""), _negated=True), name="sourceerror_exact_not_blank"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="sourceerror_note_not_blank"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), _negated=True),
                        name="sourceerror_evidence_not_blank",
                    ),
                    models.UniqueConstraint(fields=("statement", "start", "end"), name="sourceerror_once"),
                ],
            },
        ),
        migrations.RunPython(let_curators("view_sourceerror"), migrations.RunPython.noop),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
