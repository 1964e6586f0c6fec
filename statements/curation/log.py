"""The log of edits: what it holds, who wrote what, and what one action did.

An `Edit` is the history, the lock that keeps machines off, the source of
conflicts and what a revert reads. Nothing else in the archive writes one.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from django.db import models

from statements.logged_fields import plain
from statements.models import Article, Edit, User

_current: ContextVar[uuid.UUID | None] = ContextVar("action", default=None)


@contextmanager
def one_action() -> Iterator[uuid.UUID]:
    """All edits made inside belong together: one click of a person, and one undo.

    An action begun inside another is part of it.
    """
    outer = _current.get()
    action = outer or uuid.uuid4()
    token = _current.set(action)
    try:
        yield action
    finally:
        _current.reset(token)


class Change(NamedTuple):
    """What becomes of one field of a record."""

    record: int
    field: str
    old: Any
    new: Any


def record_edit(
    record: models.Model,
    field: str,
    old: Any,
    new: Any,
    *,
    who: User,
    why: str = "",
    reverts: Edit | None = None,
) -> Edit:
    with one_action() as action:
        edit = _edit(type(record), Change(record.pk, field, old, new), who, why, action)
        edit.reverts = reverts
        edit.save()
        return edit


def record_edits(
    model: type[models.Model], changes: Iterable[Change], *, who: User, why: str = ""
) -> list[Edit]:
    """The same of many records of one kind."""
    with one_action() as action:
        return Edit.objects.bulk_create(_edit(model, change, who, why, action) for change in changes)


def _edit(model: type[models.Model], change: Change, who: User, why: str, action: uuid.UUID) -> Edit:
    return Edit(
        record=model._meta.model_name or "",
        record_id=change.record,
        field=change.field,
        old=plain(change.old),
        new=plain(change.new),
        who=who,
        why=why,
        action=action,
    )


def history_of(record: models.Model) -> models.QuerySet[Edit]:
    """Every edit of a record, newest first; of an article those of its blocks too."""
    its_own = models.Q(record=record._meta.model_name, record_id=record.pk)
    if isinstance(record, Article):
        its_own |= models.Q(record="block", record_id__in=record.blocks.values("pk"))
    return Edit.objects.filter(its_own).select_related("who")


def version_of(record: models.Model) -> int:
    """The number of a record's last edit, 0 without one: what a form must still find when it comes back."""
    edits = Edit.objects.filter(record=record._meta.model_name, record_id=record.pk)
    return edits.order_by("-id").values_list("id", flat=True).first() or 0
