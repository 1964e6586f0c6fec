"""PostgreSQL checks all the words of one INSERT together: row by row it read a long text once a word."""

from django.db import migrations

from statements import triggers


class Migration(migrations.Migration):

    dependencies = [("statements", "0002_curators")]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
