"""Stretches of time: as addresses name them, and as charts and facets count them."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import NamedTuple

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext

from statements.search import keys

# What few lie far before the rest stand together in a bar of their own, or all others would be one bar.
FAR_SHARE = 0.25

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


def parse_if_period(typed: str) -> Period | None:
    try:
        return parse_period(typed)
    except ValueError:
        return None


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


def said_in(counts: Mapping[str, int]) -> list[Said]:
    """When the statements of counted keys were said."""
    return [Said(*said_days(key), found) for key, found in counts.items() if key[0] == "d"]


@lru_cache(maxsize=50_000)
def said_days(key: str) -> tuple[date | None, date | None]:
    said = keys.parse(key)
    return said.value, said.other  # type: ignore[return-value]


def undated_among(said: Iterable[Said]) -> int:
    return sum(row.found for row in said if row.earliest is None)


class Reach(NamedTuple):
    """The statements that the bars count, and what was said before the first of them."""

    said: list[Said]
    before: int
    start: date | None = None  # where the bars begin, if something lies before


def reach_of(said: Sequence[Said], most: int) -> Reach:
    """The latest ``most`` months if nearly all was said in them, else years, else all there is.

    One statement of 1988 must not turn five of 2020 into a bar of one decade.
    """
    dated = [row for row in said if row.earliest and row.latest]
    total = sum(row.found for row in dated)
    ends = [day for row in dated for day in row[:2] if day and day not in (date.min, date.max)]
    if not ends:
        return Reach(dated, 0)
    for start in (months_before(max(ends), most - 1), years_before(max(ends), most - 1)):
        before = sum(row.found for row in dated if row.earliest and row.earliest < start)
        if not before or before <= total * FAR_SHARE:
            within = [
                Said(max(row.earliest, start), row.latest, row.found)
                for row in dated
                if row.earliest and row.latest and row.latest >= start
            ]
            return Reach(within, before, start) if before else Reach(dated, 0)
    return Reach(dated, 0)


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months earlier.

    >>> months_before(date(2020, 3, 31), 4)
    datetime.date(2019, 11, 1)
    """
    number = max(day.year * 12 + day.month - 1 - months, 12)
    return date(number // 12, number % 12 + 1, 1)


def years_before(day: date, years: int) -> date:
    return date(max(day.year - years, 1), 1, 1)


def count_by_period(said: Iterable[Said], most: int) -> list[Bucket]:
    """Months if they are no more than ``most``, else years, else decades or centuries.

    A statement whose day is not known exactly is counted in every stretch
    that it may belong to, as the list's own date filter does.
    """
    dated = [(first, last, found) for (first, last), found in count_by_months(said).items()]
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


def count_by_months(said: Iterable[Said]) -> Counter[tuple[date, date]]:
    """The dated by the months of their first and last day: no stretch is shorter, and days are many more."""
    counted: Counter[tuple[date, date]] = Counter()
    for row in said:
        if row.earliest:
            counted[month_of(row.earliest), month_of(row.latest or row.earliest)] += row.found
    return counted


def month_of(day: date) -> date:
    """Its first day. At the ends of the calendar, which stand for no end, the day itself."""
    return day if day.year in (MINYEAR, MAXYEAR) else day.replace(day=1)


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
    return period, name, name, in_words(period.first, gettext("F Y"))


def year_stretch(first: int, last: int) -> tuple[Period, str, str, str]:
    label = f"{first}" if first == last else f"{first}–{last}"
    return Period(date(first, 1, 1), date(last, 12, 31)), f"{first:04d}", f"{last:04d}", label
