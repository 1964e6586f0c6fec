"""What a machine would have otherwise than a person left it: written down, and nothing changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from statements.logged_fields import alike, field_of
from statements.models import Edit, Proposal

DAY_SAID = "said_edtf"  # people change it alone, machines propose it with its basis


def propose(record: models.Model, values: dict[str, Any], *, machine: str) -> list[Proposal]:
    """Compare what a machine says with what the fields of a record hold.

    A difference becomes a proposal, unless a person has seen this very value
    and put another in its place, or kept the field against it. A proposal that
    the machine no longer makes is void.
    """
    of_record = Proposal.objects.filter(record=record._meta.model_name, record_id=record.pk)
    known = list(of_record.filter(field__in=values).order_by("id"))
    replaced = _replaced(record, values)
    made = []
    for name, value in values.items():
        ours = [one for one in known if one.field == name]
        current = field_of(record, name).read(record)
        standing = next((one for one in ours if one.state == Proposal.State.OPEN), None)
        kept = [one.value for one in ours if one.state == Proposal.State.KEPT]
        known_to_people = [current, *kept[-1:], *replaced.get(name, ())]
        is_news = not any(alike(name, one, value) for one in known_to_people)
        if standing and not is_news:
            standing.state = Proposal.State.VOID
            standing.save(update_fields=["state"])
        elif is_news:
            made.append(_write(standing, record, name, current, value, machine))
    return made


def _replaced(record: models.Model, names: Iterable[str]) -> dict[str, list[Any]]:
    """What people have put something else in the place of, by field."""
    edits = Edit.objects.filter(record=record._meta.model_name, record_id=record.pk)
    edits = edits.filter(reverts=None, reverted_by=None)  # what was undone is as if it had not been said
    found: dict[str, list[Any]] = {}
    for field, old in edits.filter(field__in=[*names, DAY_SAID]).values_list("field", "old"):
        name, value = ("said", {"edtf": old, "basis": ""}) if field == DAY_SAID else (field, old)
        found.setdefault(name, []).append(value)
    return found


def _write(
    standing: Proposal | None, record: models.Model, name: str, current: Any, value: Any, machine: str
) -> Proposal:
    proposal = standing or Proposal(record=record._meta.model_name or "", record_id=record.pk, field=name)
    proposal.current, proposal.value, proposal.machine = current, value, machine
    proposal.save()
    return proposal
