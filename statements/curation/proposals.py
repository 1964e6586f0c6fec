"""Proposals: what a machine would have otherwise is taken, or kept as it was, by a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from statements.curation.log import one_action, record_edit
from statements.curation.records import locked, set_field
from statements.curation.statements import reject
from statements.diffs import label_of
from statements.logged_fields import alike, field_of
from statements.models import Edit, Proposal, Statement, User

COUNTED_TO = 2000
AUTHORITY_RECORDS = ("country", "publisher", "speaker")


@transaction.atomic
def take(proposal: Proposal, *, who: User, why: str = "") -> list[Edit]:
    """Let the machine's value stand. Raises ValidationError when it is decided, or the field has changed."""
    # The record before its proposals, as every machine locks them, so that neither waits for ever.
    row = locked(_record_of(proposal))
    proposal = _open(proposal)
    reason = why or f"taken from {proposal.machine}"
    with one_action():
        if proposal.field == "found":
            if not isinstance(row, Statement):
                raise ValidationError(gettext("Only a statement can be found no longer."))
            reject(row, who=who, why=why or f"No longer found by {proposal.machine}.")
            edits: list[Edit] = []
        else:
            _refuse_changed(proposal, row)
            edit = set_field(row, proposal.field, proposal.value, who=who, why=reason)
            edits = [edit] if edit else []
        _decide(proposal, Proposal.State.TAKEN, who)
    return edits


@transaction.atomic
def keep(proposal: Proposal, *, who: User) -> None:
    """Leave the field as the person had it; the same value is not proposed again."""
    locked(_record_of(proposal))
    _decide(_open(proposal), Proposal.State.KEPT, who)


@transaction.atomic
def take_all(proposals: Iterable[Proposal], *, who: User, why: str = "") -> int:
    """All of them or none, and one undo."""
    count = 0
    with one_action():
        for proposal in proposals:
            take(proposal, who=who, why=why)
            count += 1
    return count


@transaction.atomic
def keep_all(proposals: Iterable[Proposal], *, who: User) -> int:
    """All of them or none, and one undo."""
    count = 0
    with one_action():
        for proposal in proposals:
            keep(proposal, who=who)
            count += 1
    return count


@transaction.atomic
def look_again(proposal: Proposal) -> None:
    """Hold an open proposal against the field as it is now: void where they agree."""
    row = locked(_record_of(proposal))
    for standing in Proposal.objects.open().select_for_update().filter(pk=proposal.pk):
        standing.current = field_of(row, standing.field).read(row)
        if alike(standing.field, standing.current, standing.value):
            standing.state = Proposal.State.VOID
        standing.save(update_fields=["current", "state"])


def on_authority_records() -> models.QuerySet[Proposal]:
    """What the authority files have otherwise than people left it, and nobody decided on."""
    return Proposal.objects.open().filter(record__in=AUTHORITY_RECORDS)


def count_alike(proposals: Sequence[Proposal]) -> list[int]:
    """For each how many others `like` it are open; `COUNTED_TO` proposals at most are looked at."""
    fields = {proposal.field for proposal in proposals}
    records = {proposal.record for proposal in proposals}
    rows = list(Proposal.objects.open().filter(record__in=records, field__in=fields)[:COUNTED_TO])
    return [sum(one.pk != proposal.pk and _is_alike(one, proposal) for one in rows) for proposal in proposals]


def like(proposal: Proposal) -> list[Proposal]:
    """The open proposals that would make the same of the same in the same field, this one among them."""
    others = Proposal.objects.open().filter(record=proposal.record, field=proposal.field)
    return [one for one in others if _is_alike(one, proposal)]


def _is_alike(one: Proposal, other: Proposal) -> bool:
    return (
        (one.record, one.field) == (other.record, other.field)
        and alike(one.field, one.value, other.value)
        and alike(one.field, one.current, other.current)
    )


def _open(proposal: Proposal) -> Proposal:
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state != Proposal.State.OPEN:
        told = gettext("This proposal is %(state)s: somebody decided on it, or it is made no more.")
        raise ValidationError(told % {"state": row.get_state_display()}, code="decided")
    return row


def _record_of(proposal: Proposal) -> models.Model:
    model = apps.get_model("statements", proposal.record)
    return model._default_manager.get(pk=proposal.record_id)


def _refuse_changed(proposal: Proposal, row: models.Model) -> None:
    now = field_of(row, proposal.field).read(row)
    if not alike(proposal.field, now, proposal.current):
        told = gettext("“%(field)s” was changed after the proposal was made: look at it again.")
        raise ValidationError(told % {"field": label_of(proposal.field, proposal.record)}, code="changed")


def _decide(proposal: Proposal, state: str, who: User) -> None:
    """A decision is an edit, so that it can be undone: the proposal is then open again."""
    record_edit(proposal, "state", proposal.state, state, who=who)
    proposal.state, proposal.decided_by, proposal.decided_at = state, who, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at"])
