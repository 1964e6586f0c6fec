"""What a machine would have otherwise than a person left it: written down, and nothing changed."""

from __future__ import annotations

from typing import Any

from django.db import models

from statements.logged_fields import alike, field_of
from statements.models import Proposal


def propose(record: models.Model, values: dict[str, Any], *, machine: str) -> list[Proposal]:
    """Compare what a machine says with what the fields of a record hold.

    A difference becomes a proposal, unless a person has already kept the field
    against this very value. A proposal that the machine no longer makes is void.
    """
    of_record = Proposal.objects.filter(record=record._meta.model_name, record_id=record.pk)
    known = list(of_record.filter(field__in=values).order_by("id"))
    made = []
    for name, value in values.items():
        ours = [one for one in known if one.field == name]
        current = field_of(record, name).read(record)
        standing = next((one for one in ours if one.state == Proposal.State.OPEN), None)
        kept = [one.value for one in ours if one.state == Proposal.State.KEPT]
        is_news = not alike(name, current, value) and not any(alike(name, one, value) for one in kept[-1:])
        if standing and not is_news:
            standing.state = Proposal.State.VOID
            standing.save(update_fields=["state"])
        elif is_news:
            made.append(_write(standing, record, name, current, value, machine))
    return made


def _write(
    standing: Proposal | None, record: models.Model, name: str, current: Any, value: Any, machine: str
) -> Proposal:
    proposal = standing or Proposal(record=record._meta.model_name or "", record_id=record.pk, field=name)
    proposal.current, proposal.value, proposal.machine = current, value, machine
    proposal.save()
    return proposal
