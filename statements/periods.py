"""Stretches of time: as addresses name them, and as charts and facets count them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from statements.models.statement import StatementQuerySet

PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


class Period(NamedTuple):
    """A year, a month or a day: its first and its last day."""

    first: date
    last: date


def parse_period(typed: str) -> Period:
    """2020, 2020-07 or 2020-07-14. Raises ValueError for anything else.

    >>> parse_period("2020-02").last
    datetime.date(2020, 2, 29)
    """
    found = PERIOD.fullmatch(typed)
    if not found:
        raise ValueError(typed)
    year, month, day = (int(part) if part else None for part in found.groups())
    first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        return Period(first, first)
    last_month = 12 if month is None else month
    return Period(first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1]))


class Said(NamedTuple):
    """How many statements were said between two days; None when that is not known."""

    earliest: date | None
    latest: date | None
    found: int


class Bucket(NamedTuple):
    """A stretch of time, as the list's ``from`` and ``to`` name it, and what falls in it."""

    period: Period
    start: str
    end: str
    label: str
    found: int


def said_dates(rows: StatementQuerySet) -> list[Said]:
    counted = rows.order_by().values_list("said_earliest", "said_latest").annotate(found=Count("pk"))
    return [Said(*row) for row in counted]


def undated_among(said: Iterable[Said]) -> int:
    return sum(row.found for row in said if row.earliest is None)


def count_by_period(said: Iterable[Said], most: int) -> list[Bucket]:
    """Months if they are no more than ``most``, else years, else decades or centuries.

    A statement whose day is not known exactly is counted in every stretch
    that it may belong to, as the list's own date filter does.
    """
    dated = [(row.earliest, row.latest or row.earliest, row.found) for row in said if row.earliest]
    if not dated:
        return []
    # The open end of "before 2020" must not stretch the axis.
    ends = [end for a, b, _ in dated for end in (a, b) if end not in (date.min, date.max)]
    first, last = min(ends, default=date.min), max(ends, default=date.max)
    return [
        Bucket(
            period, start, end, label, sum(n for a, b, n in dated if a <= period.last and b >= period.first)
        )
        for period, start, end, label in stretches(first, last, most)
    ]


def stretches(first: date, last: date, most: int) -> Iterator[tuple[Period, str, str, str]]:
    """The months between two days, or the coarsest steps that keep to ``most``."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= most:
        for number in range(months):
            year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
            yield month_stretch(year, month + 1)
        return
    step = next(
        step for step in (1, 10, 100, 1000) if last.year // step - first.year // step < most or step == 1000
    )
    for number in range(first.year // step, last.year // step + 1):
        yield year_stretch(max(number * step, 1), min(number * step + step - 1, 9999))


def month_stretch(year: int, month: int) -> tuple[Period, str, str, str]:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    period = Period(date(year, month, 1), date.fromordinal(following.toordinal() - (following != date.max)))
    name = f"{year:04d}-{month:02d}"
    return period, name, name, f"{period.first:%B} {year}"


def year_stretch(first: int, last: int) -> tuple[Period, str, str, str]:
    label = f"{first}" if first == last else f"{first}–{last}"
    return Period(date(first, 1, 1), date(last, 12, 31)), f"{first:04d}", f"{last:04d}", label
