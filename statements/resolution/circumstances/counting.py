"""The day or days that an expression of time means.

Counting needs the date of publication, and for "a day earlier" the day that the
text spoke of before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from statements import edtf
from statements.records import SaidDate
from statements.resolution.circumstances.times import (
    CALENDAR,
    DAYS_BACK,
    FROM_BEFORE,
    LAST,
    LAST_WEEKDAY,
    THIS,
    WEEKDAY,
    Time,
)
from statements.resolution.text.reading import Reading


def count(reading: Reading, time: Time, published: date | None, before: date | None) -> SaidDate | None:
    """The day or days that a time means; ``before`` is the day that the text spoke of last."""
    words = reading.printed(time.first, time.last)
    if time.rule == CALENDAR:
        return _calendar_date(time, words, published)
    if time.rule == FROM_BEFORE:
        return _counted_from(time, words, before)
    if published is None:
        return None
    days = _RULES[time.rule](time, published)
    return _between(*days, _basis(words, published)) if days else None


def contradiction(reading: Reading, time: Time, published: date | None) -> str:
    """What is wrong with a date, in words for a curator; empty when nothing is.

    Notes: "Thursday, July 15" of 2020, a Wednesday; "31 February 2020"; a day after publication
    Notes nothing: "Thursday, July 16" of 2020, "Thursday"
    """
    if time.rule != CALENDAR or not time.day:
        return ""
    words = reading.printed(time.first, time.last)
    day = _day_of(time, published)
    if day is None:
        return f"“{words}” is no day of the calendar" if time.year else ""
    if time.weekday is not None and day.weekday() != time.weekday:
        return f"“{words}” is at odds with the calendar: {long_date(day)} was a {day:%A}"
    if published and day > published:
        return f"“{words}” lies after the publication date {long_date(published)}"
    return ""


def _day_of(time: Time, published: date | None) -> date | None:
    """A day and month without a year take the year of publication, or the one before."""
    if time.year:
        return _valid(time.year, time.month, time.day)
    if published is None:
        return None
    day = _valid(published.year, time.month, time.day)
    if day and day > published:
        return _valid(published.year - 1, time.month, time.day)
    return day


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _calendar_date(time: Time, words: str, published: date | None) -> SaidDate | None:
    told = (
        f"“{words}” in the text"
        if time.year or published is None
        else _basis(words, published, "year of the ")
    )
    if time.day:
        day = _day_of(time, published)
        return _between(day, day, told) if day else None
    year = time.year or (published.year - (time.month > published.month) if published else 0)
    if not year:
        return None
    expression = f"{year}-{time.month:02d}" if time.month else f"{year}"
    return SaidDate(expression, *edtf.bounds(expression), told)


def _counted_from(time: Time, words: str, before: date | None) -> SaidDate | None:
    if before is None or time.number is None:
        return None
    day = before + timedelta(days=time.number)
    return _between(day, day, f"“{words}” and {long_date(before)}, the day spoken of before")


def _last_such(time: Time, published: date) -> tuple[date, date]:
    day = published - timedelta(days=(published.weekday() - (time.weekday or 0)) % 7)
    return day, day


def _such_of_last_week(time: Time, published: date) -> tuple[date, date] | None:
    """ "Last Friday", when the last one before today and the one of last week are the same day."""
    weekday = time.weekday or 0
    recent = published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)
    of_last_week = published - timedelta(days=published.weekday() + 7 - weekday)
    return (recent, recent) if recent == of_last_week else None


def _days_before(time: Time, published: date) -> tuple[date, date] | None:
    if time.number is None:
        return None
    day = published - timedelta(days=time.number)
    return day, day


def _first_of(unit: str, day: date) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _this(time: Time, published: date) -> tuple[date, date]:
    return _first_of(time.unit, published), published


def _before_this(time: Time, published: date) -> tuple[date, date]:
    end = _first_of(time.unit, published) - timedelta(days=1)
    return _first_of(time.unit, end), end


_RULES: dict[str, Callable[[Time, date], tuple[date, date] | None]] = {
    WEEKDAY: _last_such,
    LAST_WEEKDAY: _such_of_last_week,
    DAYS_BACK: _days_before,
    THIS: _this,
    LAST: _before_this,
}


def _between(first: date, last: date, basis: str) -> SaidDate:
    """A day, a whole month or year, or an interval."""
    year, month, day = f"{first:%Y}", f"{first:%Y-%m}", first.isoformat()
    for expression in (day, month, year):
        if edtf.bounds(expression) == (first, last):
            return SaidDate(expression, first, last, basis)
    return SaidDate(f"{day}/{last.isoformat()}", first, last, basis)


def _basis(words: str, published: date, what: str = "") -> str:
    """In words that a reader can check.

    >>> _basis("Thursday", date(2020, 7, 30))
    '“Thursday” and the publication date 30 July 2020'
    """
    return f"“{words}” and the {what}publication date {long_date(published)}"


def long_date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
