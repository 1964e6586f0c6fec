"""Who works on which article, and an index of what waits for review."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from statements import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0007_merged_speakers"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.CreateModel(
            name="Lease",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("listed", True), ("review_state", "machine")),
                fields=["-article", "start", "id"],
                name="statement_to_review",
            ),
        ),
        migrations.AddField(
            model_name="lease",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="lease", to="statements.article"
            ),
        ),
        migrations.AddField(
            model_name="lease",
            name="who",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="leases",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="lease",
            index=models.Index(fields=["until"], name="lease_until"),
        ),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
