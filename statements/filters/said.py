"""The days that a list asks for, as conditions on its rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from statements.filters.parameters import NOT_STATED
from statements.models.statement import StatementQuerySet
from statements.periods import Period, parse_period
from statements.search import Condition, keys
from statements.search.query import Field

Days = tuple[date | None, date | None]


def days_of(asked: Mapping[str, Any]) -> Days:
    """The first and the last day; None where the period is open."""
    first, last = asked.get("from"), asked.get("to")
    return first.first if first else None, last.last if last else None


def dated_as(rows: StatementQuerySet, asked: Mapping[str, Any]) -> StatementQuerySet:
    """Those whose day is known, or is not known; by default both."""
    choice = asked.get("date") or ""
    return {"known": rows.dated, NOT_STATED: rows.undated}.get(choice, rows.all)()


def said_conditions(first: date | None, last: date | None, choice: str | None) -> list[Condition]:
    """Said on days that may lie in the stretch; with "any" also on a day that is not known."""
    if not (first or last):
        return []
    within = Q(said_earliest__isnull=False)
    if first:
        within &= Q(said_latest__gte=first)
    if last:
        within &= Q(said_earliest__lte=last)
    tokens = keys.months_between(first, last)
    if choice == "any":
        within |= Q(said_earliest__isnull=True)
        tokens += [keys.said(None, None)] if tokens else []
    return [Condition(within, keys=tuple(tokens), recheck=within)]


def said_otherwise(field: Field) -> Q:
    """Not before the days of an excluded ``before:``, or not after those of an ``after:``."""
    period = parse_period(field.value)
    if field.name == "before":
        return Q(said_earliest__isnull=True) | Q(said_earliest__gte=period.first)
    return Q(said_latest__isnull=True) | Q(said_latest__lte=period.last)


def day_of(parameter: str, period: Period) -> str:
    """As the address says it where nobody typed it: ISO 8601."""
    return (period.first if parameter == "from" else period.last).isoformat()
