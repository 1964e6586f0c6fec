"""Full days printed in a line, in words or in figures, with every reading that the figures allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from statements.calendar_names import MONTHS

# The orders in which figures stand for day, month and year.
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "dmy", "mdy", "ymd"

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_GAP = r"[\s,./–—-]{1,3}"
_IN_WORDS = re.compile(
    rf"(?<![\d:.])(?P<d1>{_DAY}){_GAP}(?:of\s)?(?P<m1>{_MONTH})\b\.?{_GAP}(?P<y1>{_YEAR})"
    rf"|(?<![^\W\d_])(?P<m2>{_MONTH})\b\.?{_GAP}(?P<d2>{_DAY}){_GAP}(?P<y2>{_YEAR})"
    rf"|(?<!\d)(?P<y3>{_YEAR}){_GAP}(?P<m3>{_MONTH})\b\.?{_GAP}(?P<d3>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_THEN_FIGURES = re.compile(r"(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)", re.ASCII)
_DAY_AND_MONTH = re.compile(
    rf"(?<!\d)(?P<d1>\d{{1,2}})\s(?P<m1>{_MONTH})\b|(?<![^\W\d_])(?P<m2>{_MONTH})\b\.?\s(?P<d2>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """Where a day stands, and each order of its figures with the day that it makes.

    A day in words has one reading; ``sign`` is what parts the figures of any other.
    """

    start: int
    end: int
    readings: tuple[tuple[str, date], ...]
    sign: str = ""

    def days(self) -> frozenset[date]:
        return frozenset(day for _, day in self.readings)

    def day(self) -> date | None:
        """The one day that it can be: "04/04/2022" and "09.06.2022" are, "03/04/2022" may be two."""
        days = self.days()
        return next(iter(days)) if len(days) == 1 else None


def days_in(text: str) -> list[PrintedDay]:
    """All full days of a text, in their order: "30 July 2020", "July 30th, 2020", "30.07.2020"."""
    found = [*_in_words(text), *_in_figures(text)]
    return sorted(found, key=lambda one: one.start)


def days_and_months(text: str) -> set[tuple[int, int]]:
    """Month and day of dates that need no year: "OSTA, June 3"."""
    return {
        (MONTHS[(one["m1"] or one["m2"]).lower()], int(one["d1"] or one["d2"]))
        for one in _DAY_AND_MONTH.finditer(text)
    }


def _in_words(text: str) -> Iterator[PrintedDay]:
    for found in _IN_WORDS.finditer(text):
        number = next(number for number in "123" if found["m" + number])
        day = _valid(found["y" + number], MONTHS[found["m" + number].lower()], found["d" + number])
        if day:
            yield PrintedDay(*found.span(), ((DAY_FIRST, day),))


def _in_figures(text: str) -> Iterator[PrintedDay]:
    for found in _YEAR_THEN_FIGURES.finditer(text):
        day = _valid(found[1], found[3], found[4])
        if day:
            yield PrintedDay(*found.span(), ((YEAR_FIRST, day),), found[2])
    for found in _FIGURES.finditer(text):
        readings = tuple(_readings(found[1], found[3], found[4], found[2]))
        if readings:
            yield PrintedDay(*found.span(), readings, found[2])


def _readings(first: str, second: str, third: str, sign: str) -> Iterator[tuple[str, date]]:
    """Dots part day, month and year; slashes and hyphens may stand in the American order too."""
    is_short = len(third) == 2
    year = "20" + third if is_short else third
    day_first, month_first = _valid(year, second, first), _valid(year, first, second)
    if day_first:
        yield DAY_FIRST, day_first
    if month_first and (sign != "." or not day_first):
        yield MONTH_FIRST, month_first
    year_first = _valid("20" + first.zfill(2), second, third) if is_short else None
    if year_first and sign != "/":
        yield YEAR_FIRST, year_first


def _valid(year: str, month: int | str, day: str) -> date | None:
    if not re.fullmatch(_YEAR, year):
        return None
    try:
        return date(int(year), int(month), int(day.rstrip("stndrh")))
    except ValueError:
        return None
