"""A list in which every page begins where another ended, however long the list is.

An address names the row it goes on from, so it shows the same rows when new
ones have come in before them, and the last page costs what the first does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
Order = tuple[str, ...]  # of fields, "-" before those that fall


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Row]):
    """The rows of one page, and whether there are others on either side."""

    rows: list[Row]
    has_before: bool
    has_after: bool

    @property
    def last(self) -> Row:
        return self.rows[-1]


def beyond(row: Model, order: Order) -> Q:
    """What stands behind the row in this order; no field of it may be null.

    >>> from statements.models import Country
    >>> beyond(Country(pk=7, name="Chad"), ("name", "-pk"))
    <Q: (OR: ('name__gt', 'Chad'), (AND: ('name', 'Chad'), ('pk__lt', 7)))>
    """
    cases, same = [], Q()
    for field in order:
        name = field.removeprefix("-")
        value = getattr(row, name)
        cases.append(same & Q((f"{name}__{'lt' if field.startswith('-') else 'gt'}", value)))
        same &= Q((name, value))
    return reduce(or_, cases)


def turned(order: Order) -> Order:
    return tuple(field.removeprefix("-") if field.startswith("-") else f"-{field}" for field in order)


def read_parts(
    parts: Sequence[tuple[QuerySet[Row], Order]],
    size: int,
    *,
    after: Row | None = None,
    before: Row | None = None,
    at: int = 0,
) -> Stretch[Row]:
    """A page of lists that follow one another, each in its own order: the dated, then the undated.

    It goes on from ``after``, or ends at ``before``, a row of the list number ``at``.
    """
    steps = list(enumerate(parts))
    if before is not None:
        steps = [(number, (rows, turned(order))) for number, (rows, order) in reversed(steps)]
    if after is not None or before is not None:
        steps = steps[[number for number, _ in steps].index(at) :]
    found: list[Row] = []
    for number, (rows, order) in steps:
        pivot = before or after if number == at else None
        rows = rows.filter(beyond(pivot, order)) if pivot is not None else rows
        # Of a list that has no room left one row is read all the same, to know whether the page is the last.
        found += rows.order_by(*order)[: max(size + 1 - len(found), 1)]
    is_cut, found = len(found) > size, found[:size]
    if before is not None:
        return Stretch(found[::-1], is_cut, True)
    return Stretch(found, after is not None, is_cut)
