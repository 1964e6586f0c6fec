"""What a newer extractor would have otherwise than a person left it; curators see it."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

STATES = [
    ("open", "Open"),
    ("taken", "Taken"),
    ("kept", "kept as it was"),
    ("void", "no longer proposed"),
]


def let_curators_see(apps, schema_editor):
    using = schema_editor.connection.alias
    config = apps.get_app_config("statements")
    config.models_module = True  # or an app as migrations know it counts as one without models
    create_permissions(config, verbosity=0, using=using, apps=apps)
    config.models_module = None
    seen = apps.get_model("auth", "Permission").objects.using(using).get(
        content_type__app_label="statements", codename="view_proposal"
    )
    group, _ = apps.get_model("auth", "Group").objects.using(using).get_or_create(name="curators")
    group.permissions.add(seen)


class Migration(migrations.Migration):

    dependencies = [("statements", "0005_actions_and_reverts")]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record", models.CharField(max_length=32)),
                ("record_id", models.BigIntegerField()),
                ("field", models.CharField(max_length=64)),
                ("current", models.JSONField(null=True)),
                ("value", models.JSONField(null=True)),
                (
                    "machine",
                    models.CharField(help_text="Which machine, and its version.", max_length=64),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("state", models.CharField(choices=STATES, default="open", max_length=8)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["record", "record_id", "field", "id"],
                "indexes": [
                    models.Index(fields=["record", "record_id"], name="proposal_of_record"),
                    models.Index(fields=["state", "-id"], name="proposal_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(state__in=["open", "taken", "kept", "void"]),
                        name="proposal_state_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(state="open"),
                        fields=("record", "record_id", "field"),
                        name="proposal_one_open_per_field",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(state__in=["taken", "kept"], decided_by__isnull=False)
                        | models.Q(state__in=["open", "void"], decided_by__isnull=True),
                        name="proposal_decided_by_somebody",
                    ),
                ],
            },
        ),
        migrations.RunPython(let_curators_see, migrations.RunPython.noop),
    ]
