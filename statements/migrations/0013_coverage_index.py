"""Articles by outlet and month, counted from an index alone."""

from django.db import migrations, models
from django.db.models import Q

from statements import triggers

COVERAGE = models.Index(
    fields=["publisher", "published"], name="article_coverage", condition=Q(superseded=False)
)


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0012_utterances"),
    ]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.AddIndex(model_name="article", index=COVERAGE),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
