"""To whom words are said and in what form, and sources that hide their name.

The form was free text that only curators wrote; what is none of the known
forms is kept with the occasion.
"""

from django.db import migrations, models

from statements import triggers

KINDS = [
    ("person", "Person"),
    ("institution", "Institution"),
    ("government", "Government"),
    ("joint", "joint speakers"),
    ("unnamed", "unnamed role"),
    ("anonymous", "anonymous source"),
]
MEDIUMS = [
    ("statement", "Statement"),
    ("post", "social media post"),
    ("interview", "Interview"),
    ("briefing", "briefing or news conference"),
    ("speech", "Speech"),
    ("letter", "Letter"),
    ("call", "phone call"),
    ("meeting", "Meeting"),
    ("report", "Report"),
    ("article", "Article"),
    ("broadcast", "Broadcast"),
]


def keep_other_mediums(apps, schema_editor):
    known = ["", *(value for value, _ in MEDIUMS)]
    statements = apps.get_model("statements", "Statement").objects.exclude(medium__in=known)
    for statement in statements.only("medium", "occasion").iterator():
        statement.occasion = ", ".join(filter(None, (statement.occasion, statement.medium)))[:500]
        statement.medium = ""
        statement.save(update_fields=["medium", "occasion"])


def call_the_anonymous_unnamed(apps, schema_editor):
    apps.get_model("statements", "Speaker").objects.filter(kind="anonymous").update(kind="unnamed")


class Migration(migrations.Migration):

    dependencies = [("statements", "0003_words_checked_together")]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.RunPython(keep_other_mediums, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="speaker", name="speaker_kind_known"),
        migrations.RunPython(migrations.RunPython.noop, call_the_anonymous_unnamed),
        migrations.AlterField(
            model_name="speaker", name="kind", field=models.CharField(choices=KINDS, max_length=16)
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=[value for value, _ in KINDS]), name="speaker_kind_known"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="addressed_basis",
            field=models.CharField(
                blank=True, default="", editable=False, help_text="The words that say to whom.", max_length=200
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="statement",
            name="medium",
            field=models.CharField(
                blank=True,
                choices=MEDIUMS,
                help_text="In what form the words were given out.",
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="occasion",
            field=models.CharField(
                blank=True, help_text="Where or how they were said, as printed.", max_length=500
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="said_basis",
            field=models.CharField(blank=True, help_text="Why this date, or why none.", max_length=200),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(medium__in=["", *(value for value, _ in MEDIUMS)]),
                name="statement_medium_known",
            ),
        ),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
