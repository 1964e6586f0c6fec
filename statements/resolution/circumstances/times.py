"""Words that tell a time, read where they begin: "Thursday, July 30", "two days ago"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statements.calendar_names import MONTHS
from statements.resolution.text.reading import Reading

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 0, "months": 0, "year": 0, "years": 0}
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
DAYS_AGO = {"today": 0, "tonight": 0, "yesterday": 1}

CALENDAR, WEEKDAY, LAST_WEEKDAY, DAYS_BACK = "calendar", "weekday", "last weekday", "days back"
THIS, LAST, FROM_BEFORE = "this", "last", "from the day before"

EARLIEST_YEAR, LATEST_YEAR = 1800, 2199


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time by word numbers; ``rule`` says how it is counted."""

    first: int
    last: int
    rule: str
    weekday: int | None = None
    year: int = 0
    month: int = 0
    day: int = 0
    number: int | None = 0
    unit: str = ""

    @property
    def is_loose(self) -> bool:
        """Whether it is a month or a year alone, words that tell much else besides a time of speaking."""
        return self.rule == CALENDAR and not self.day and not (self.month and self.year)


def read_time(reading: Reading, at: int) -> Time | None:
    """The time whose words begin at ``at``.

    Reads: "Thursday, July 30", "30 July 2020", "in July", "last week", "two days ago", "the same day"
    Leaves alone: "may" of "they may go", "sun", "in a week"
    """
    if reading.word(at) not in _OPENERS and not reading.word(at)[:1].isdigit():
        return None
    readers: tuple[Callable[[Reading, int], Time | None], ...] = (
        _calendar, _weekday, _last_weekday, _days_back, _unit, _ago, _from_before,
    )  # fmt: skip
    for reader in readers:
        found = reader(reading, at)
        if found and reading.same_sentence(at, found.last - 1):
            return found
    return None


def _calendar(reading: Reading, at: int) -> Time | None:
    """Catches: July 30, 30th of July 2020, Friday, July 17, in July 2020    Leaves alone: May, July 12–14"""
    weekday = WEEKDAYS.get(reading.word(at)) if reading.is_capital(at) else None
    start = at + (weekday is not None)
    if reading.word(start) == "the" and weekday is not None:
        start += 1
    day, month_at = _day_number(reading.word(start)), start
    if day:
        month_at += 1 + (reading.word(start + 1) == "of")
    month = MONTHS.get(reading.word(month_at), 0) if reading.is_capital(month_at) else 0
    last = month_at + 1
    if month and not day:
        day = _day_number(reading.word(last))
        last += day > 0
        if _is_range(reading, last):
            return None
    if not month:
        return _year_alone(reading, at)
    year = _year(reading, last)
    last += year > 0
    if not day and not year and reading.word(at - 1) != "in":
        return None
    if weekday is not None and not day:
        return None
    return Time(at, last, CALENDAR, weekday, year, month, day)


def _year_alone(reading: Reading, at: int) -> Time | None:
    year = _year(reading, at) if reading.word(at - 1) == "in" else 0
    return Time(at, at + 1, CALENDAR, year=year) if year else None


def _day_number(word: str) -> int:
    """30 of "30" and "30th"; none of "0", "300" and "٣"."""
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else word
    return int(digits) if len(digits) <= 2 and _is_figure(digits) and 1 <= int(digits) <= 31 else 0


def _year(reading: Reading, at: int) -> int:
    word = reading.word(at)
    year = int(word) if len(word) == 4 and _is_figure(word) else 0
    return year if EARLIEST_YEAR <= year <= LATEST_YEAR else 0


def _is_figure(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _is_range(reading: Reading, at: int) -> bool:
    return reading.gap(at).strip() in ("-", "–", "—") and _is_figure(reading.word(at))


def _weekday(reading: Reading, at: int) -> Time | None:
    weekday = WEEKDAYS.get(reading.word(at)) if reading.is_capital(at) else None
    if weekday is None:
        return None
    last = at + 1 + (reading.word(at + 1) in PARTS_OF_DAY)
    return Time(at, last, WEEKDAY, weekday)


def _last_weekday(reading: Reading, at: int) -> Time | None:
    weekday = WEEKDAYS.get(reading.word(at + 1)) if reading.is_capital(at + 1) else None
    is_last = reading.word(at) == "last" and weekday is not None
    return Time(at, at + 2, LAST_WEEKDAY, weekday) if is_last else None


def _days_back(reading: Reading, at: int) -> Time | None:
    """Catches: today, earlier today, yesterday, this morning    Leaves alone: this week"""
    start = at + (reading.word(at) in ("earlier", "later"))
    word = reading.word(start)
    if word in DAYS_AGO:
        return Time(at, start + 1, DAYS_BACK, number=DAYS_AGO[word])
    if word == "this" and reading.word(start + 1) in PARTS_OF_DAY:
        return Time(at, start + 2, DAYS_BACK)
    return None


def _unit(reading: Reading, at: int) -> Time | None:
    """Catches: last week, this month, earlier this year    Leaves alone: last minute, this Friday"""
    start = at + (reading.word(at) in ("earlier", "later"))
    which, unit = reading.word(start), reading.word(start + 1)
    if which not in ("this", "last") or unit not in ("week", "month", "year"):
        return None
    return Time(at, start + 2, THIS if which == "this" else LAST, unit=unit)


def _ago(reading: Reading, at: int) -> Time | None:
    """Catches: two days ago, a week ago, two days earlier    Leaves alone: two days of talks"""
    number = NUMBERS.get(reading.word(at), 0) or _day_number(reading.word(at))
    unit, direction = reading.word(at + 1), reading.word(at + 2)
    if not number or unit not in UNITS or direction not in ("ago", "earlier", "later"):
        return None
    days = number * UNITS[unit] or None
    if direction == "ago":
        return Time(at, at + 3, DAYS_BACK, number=days if unit in ("day", "days") else None)
    return Time(at, at + 3, FROM_BEFORE, number=days and (-days if direction == "earlier" else days))


_FROM_BEFORE = {
    ("same", "day"): 0,
    ("that", "day"): 0,
    ("earlier", "in", "the", "day"): 0,
    ("later", "in", "the", "day"): 0,
    ("previous", "day"): -1,
    ("day", "before"): -1,
    ("next", "day"): 1,
    ("following", "day"): 1,
}


# Few words of a text can begin a time.
_OPENERS = frozenset(
    (
        *WEEKDAYS,
        *MONTHS,
        *NUMBERS,
        *DAYS_AGO,
        "this",
        "last",
        *(phrase[0] for phrase in _FROM_BEFORE),
        "later",
    )
)


def _from_before(reading: Reading, at: int) -> Time | None:
    """Catches: the same day, later in the day, the day before    Leaves alone: the day before Lund left"""
    for phrase, days in _FROM_BEFORE.items():
        last = at + len(phrase)
        if all(reading.word(at + offset) == word for offset, word in enumerate(phrase)):
            is_clause = phrase[-1] == "before" and reading.is_joined(last)
            return None if is_clause else Time(at, last, FROM_BEFORE, number=days)
    return None
