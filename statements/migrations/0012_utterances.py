"""One act of speaking in several articles: groups of statements, and what people decided on pairs of them."""

import django.db.models.deletion
from django.db import migrations, models


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0011_statement_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Utterance",
            fields=[
                ("id", key()),
                (
                    "key",
                    models.CharField(
                        help_text="The first public id of its statements, by which dumps name it.",
                        max_length=16,
                    ),
                ),
            ],
            options={
                "ordering": ["key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="utterance_key_not_blank"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UtteranceMember",
            fields=[
                ("id", key()),
                (
                    "state",
                    models.CharField(
                        choices=[("suggested", "suggested by the machine"), ("confirmed", "confirmed")],
                        default="suggested",
                        max_length=12,
                    ),
                ),
                ("why", models.CharField(help_text="What speaks for it, in words.", max_length=200)),
                (
                    "statement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="membership",
                        to="statements.statement",
                    ),
                ),
                (
                    "utterance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="statements.utterance",
                    ),
                ),
            ],
            options={
                "ordering": ["utterance_id", "statement_id"],
                "indexes": [
                    models.Index(fields=["state", "utterance"], name="utterancemember_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["suggested", "confirmed"])),
                        name="utterancemember_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="utterancemember_why_not_blank"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UtterancePair",
            fields=[
                ("id", key()),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "nobody has decided"),
                            ("same", "one act of speaking"),
                            ("apart", "two acts of speaking"),
                        ],
                        default="",
                        max_length=8,
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="statements.statement",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="statements.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["first_id", "second_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["", "same", "apart"])),
                        name="utterancepair_verdict_known",
                    ),
                    models.UniqueConstraint(fields=("first", "second"), name="utterancepair_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first", models.F("second")), _negated=True),
                        name="utterancepair_of_two",
                    ),
                ],
            },
        ),
    ]
