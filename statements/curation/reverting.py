"""Undo: every edit holds what was there before, and a revert is an edit like any other."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext

from statements.curation.log import one_action, record_edit
from statements.curation.records import follow_all, locked
from statements.diffs import label_of
from statements.logged_fields import EDITABLE, field_of, put, to_python
from statements.models import Edit, User


@transaction.atomic
def revert(edit: Edit, *, who: User, why: str = "") -> list[Edit]:
    """Give a field the value that it had before an edit. The log keeps both.

    Raises ValidationError when the field has changed since: the later edit
    has to be reverted first, or the field corrected.
    """
    return _revert([edit], who=who, why=why)


@transaction.atomic
def revert_action(
    action: uuid.UUID | None, *, who: User, why: str = "", skip_changed: bool = False
) -> list[Edit]:
    """Undo everything that one action did, all of it or nothing.

    ``skip_changed`` leaves what has changed since as it is.
    """
    # What was created stays: the edit that brought it in is taken back.
    made = Edit.objects.filter(action=action).exclude(field="created")
    edits = list(made.order_by("-id")) if action else []
    if skip_changed:
        edits = [edit for edit in edits if not _has_changed(record_of(edit), edit)]
    elif _was_taken_back(edits):
        raise ValidationError(gettext("This was taken back already."))
    if not edits:
        raise ValidationError(gettext("There is nothing to undo."))
    return _revert(edits, who=who, why=why)


def _was_taken_back(edits: Sequence[Edit]) -> bool:
    """Whether all of it was undone, and the undo stands."""
    return bool(edits) and all(is_reverted(edit) and _has_changed(record_of(edit), edit) for edit in edits)


def record_of(edit: Edit) -> models.Model:
    """The record that an edit is of. Raises ValidationError when it is no longer there."""
    model = apps.get_model("statements", edit.record)
    try:
        return model._default_manager.get(pk=edit.record_id)
    except ObjectDoesNotExist as error:
        told = gettext("The %(record)s of this edit is no longer in the archive.")
        raise ValidationError(told % {"record": model._meta.verbose_name}) from error


def is_reverted(edit: Edit) -> bool:
    return Edit.objects.filter(reverts=edit).exists()


def _revert(edits: Sequence[Edit], *, who: User, why: str) -> list[Edit]:
    made: list[Edit] = []
    changed: list[tuple[models.Model, set[str]]] = []
    with one_action():
        for record, theirs in _by_record(edits):
            row = locked(record)
            columns = [edit for edit in theirs if edit.field in EDITABLE.get(type(row), ())]
            for edit in theirs:
                _refuse_changed(row, edit)
            if columns:
                # Together: a date, its precision and its basis hold only as one.
                put(row, {edit.field: to_python(row, edit.field, edit.old) for edit in columns})
            for edit in theirs:
                if edit not in columns:
                    field_of(row, edit.field).write(row, edit.old)
                made.append(record_edit(row, edit.field, edit.new, edit.old, who=who, why=why, reverts=edit))
            changed.append((row, {edit.field for edit in theirs}))
        follow_all(changed)
    return made


def _by_record(edits: Sequence[Edit]) -> list[tuple[models.Model, list[Edit]]]:
    """The edits of each record, in the order given."""
    grouped: dict[tuple[str, int], list[Edit]] = {}
    for edit in edits:
        grouped.setdefault((edit.record, edit.record_id), []).append(edit)
    return [(record_of(theirs[0]), theirs) for theirs in grouped.values()]


def _has_changed(row: models.Model, edit: Edit) -> bool:
    return bool(field_of(row, edit.field).read(row) != edit.new)


def _refuse_changed(row: models.Model, edit: Edit) -> None:
    if _has_changed(row, edit):
        told = gettext(
            "“%(field)s” has changed since this edit: revert the later edit first, or correct the field."
        )
        raise ValidationError(told % {"field": label_of(edit.field, edit.record)}, code="changed")
