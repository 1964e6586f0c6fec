"""Edits that belong together, and edits that take another back.

A decision is logged with its reason, so that taking it back restores both.
"""

import django.db.models.deletion
from django.db import migrations, models

from statements import triggers

GONE = ("rejected", "withdrawn")


def log_states_with_reasons(apps, schema_editor):
    Edit = apps.get_model("statements", "Edit")
    reasons = {}
    for edit in Edit.objects.filter(record="statement", field="review_state").order_by("id").iterator():
        before = reasons.get(edit.record_id, "")
        reason = edit.why.strip()[:300] if edit.new in GONE else ""
        reasons[edit.record_id] = reason
        Edit.objects.filter(pk=edit.pk).update(
            old={"state": edit.old, "reason": before}, new={"state": edit.new, "reason": reason}
        )


def log_states_alone(apps, schema_editor):
    Edit = apps.get_model("statements", "Edit")
    for edit in Edit.objects.filter(record="statement", field="review_state").iterator():
        Edit.objects.filter(pk=edit.pk).update(old=edit.old["state"], new=edit.new["state"])


class Migration(migrations.Migration):

    dependencies = [("statements", "0004_to_whom_and_how")]

    operations = [
        migrations.RunPython(triggers.drop_triggers, triggers.create_triggers),
        migrations.AddField(
            model_name="edit", name="action", field=models.UUIDField(editable=False, null=True)
        ),
        migrations.AddField(
            model_name="edit",
            name="reverts",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reverted_by",
                to="statements.edit",
            ),
        ),
        migrations.AddIndex(
            model_name="edit",
            index=models.Index(
                condition=models.Q(("action__isnull", False)), fields=["action"], name="edit_of_action"
            ),
        ),
        migrations.RunPython(log_states_with_reasons, log_states_alone),
        migrations.RunPython(triggers.create_triggers, triggers.drop_triggers),
    ]
