"""The part of EDTF (ISO 8601-2:2019, level 1) that the archive writes and accepts.

A day, a month or a year, each perhaps uncertain ("2020-07-13?"), approximate
("~") or both ("%"), and an interval of two of these, either end perhaps open
("../2020-07-12").
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

STRETCH = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")
OPEN = ".."


class Wrong(StrEnum):
    NO_DATE = "is not a date"
    NO_DAY = "is no day of the calendar"
    BOTH_OPEN = "is open at both ends"
    BACKWARDS = "ends before it begins"


class NotEDTF(ValueError):
    """What is ``wrong`` with which ``part`` of an expression; `models.fields` has the words for people."""

    def __init__(self, part: str, wrong: Wrong) -> None:
        super().__init__(f"“{part}” {wrong}")
        self.part, self.wrong = part, wrong


def bounds(edtf: str) -> tuple[date, date]:
    """The earliest and the latest day that the expression may mean.

    Raises NotEDTF.

    >>> bounds("2020-07")
    (datetime.date(2020, 7, 1), datetime.date(2020, 7, 31))
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _stretch(first)
    if first == last == OPEN:
        raise NotEDTF(edtf, Wrong.BOTH_OPEN)
    earliest = date.min if first == OPEN else _stretch(first)[0]
    latest = date.max if last == OPEN else _stretch(last)[1]
    if latest < earliest:
        raise NotEDTF(edtf, Wrong.BACKWARDS)
    return earliest, latest


def sort_day(earliest: date, latest: date) -> date:
    """The day to sort by: the first, or the last where the first is open."""
    return latest if earliest == date.min else earliest


def _stretch(text: str) -> tuple[date, date]:
    match = STRETCH.fullmatch(text)
    if not match:
        raise NotEDTF(text, Wrong.NO_DATE)
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise NotEDTF(text, Wrong.NO_DAY) from error
