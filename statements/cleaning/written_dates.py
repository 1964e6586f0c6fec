"""Dates as articles print them above or under their text: full ones, and nothing guessed."""

from __future__ import annotations

import re
from datetime import date

from statements.calendar_names import MONTHS

# A line longer than this is no date, whatever it holds.
LONGEST = 90
LONGEST_TITLE = 300

WEEKDAYS = frozenset(
    [
        "monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur",
        "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
    ]
)  # fmt: skip

# What else a date line may say. "Updated" is not among them: that day is another.
LABELS = frozenset(
    [
        "published", "posted", "publication", "date", "dated", "issued", "released", "on", "at",
        "the", "of", "time",
    ]
)  # fmt: skip
CLOCK_WORDS = frozenset(
    [
        "am", "pm", "a.m", "p.m", "hrs", "hours", "h", "gmt", "utc", "msk", "est", "edt", "et",
        "pst", "cet", "cest", "bst", "z", "noon", "local",
    ]
)  # fmt: skip

CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:am|pm|z)?|\d{1,2}(?:am|pm)|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?"
)
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
BETWEEN_WORDS = re.compile(r"[\s,|·•()\[\]/–—]+|-(?=\D)|(?<=[^\d\W])-(?=\d)|(?<=\d)-(?=[^\W\d])")

NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")

PLACE = re.compile(r"\s*([^\W\d_][^,\d]{1,40}),\s")

# Bars between the parts of a line, and the parts that stand beside a date.
BARS = re.compile(r"\s[|/•·]\s")
FURNITURE = re.compile(r"\s*(?:by\s|updated\b|modified\b|edited\b|\d+ min(?:ute)?s? read)", re.IGNORECASE)
CREDIT = re.compile(r"\s*(?:photo|image|picture)\b", re.IGNORECASE)

# What parts a title from its date, and what a title that is dated calls itself.
DASHES = re.compile(r"\s[–—|-]{1,2}\s|[,(:]\s?")
OCCASIONS = frozenset(
    [
        "briefing", "briefings", "conference", "remarks", "statement", "communique", "communiqué",
        "declaration", "readout", "transcript", "interview", "speech", "address", "hearing", "release",
        "availability", "stakeout", "debate", "testimony",
    ]
)  # fmt: skip


def written_date(line: str) -> date | None:
    """The day, when the line is a full date and nothing else.

    "Thursday, 30 July 2020, 14:35" and "MOSCOW, July 30, 2020" are.
    "30 July", "03/04/2022" and "Updated 30 July 2020" are not, and a line
    that tells of anything else is not. Between bars it may stand beside a
    byline: "By our staff | 30 July 2020 | Photo: the ministry", and beside
    what is said of its changes: "30 July 2020 / 3:27 PM / Updated an hour ago".
    """
    if len(line) > LONGEST:
        return None
    parts = BARS.split(line)
    if len(parts) > 1 and any(FURNITURE.match(part) for part in parts):
        return _date_among(parts)
    place = PLACE.match(line)
    found = _date_alone(line)
    if found is None and place and _is_place(place[1]):
        found = _date_alone(line[place.end() :])
    return found


def _date_among(parts: list[str]) -> date | None:
    """The one date among parts of a line that hold a byline, a clock, a credit or an update else."""
    days = set()
    for part in parts:
        day = _date_alone(part)
        if day:
            days.add(day)
        elif not FURNITURE.match(part) and not CREDIT.match(part) and not _is_clock(part):
            return None
    return days.pop() if len(days) == 1 else None


def _is_clock(part: str) -> bool:
    words = [word.strip(".:").lower() for word in BETWEEN_WORDS.split(part)]
    return all(not word or word in CLOCK_WORDS or CLOCK.fullmatch(word) for word in words)


def lede_date(paragraph: str) -> date | None:
    """The full date between the place and the dash that open an agency's report.

    "MOSCOW, October 1, 2020 (AFP) – Russia said" has one, "MOSCOW, July 30. /TASS/." does not.
    """
    for dash in (" — ", " – ", " -- ", " - "):
        head, found, _ = paragraph[:LONGEST].partition(dash)
        if found:
            return written_date(re.sub(r"\s*[(/][^()/]{1,30}[)/]", "", head))
    return None


def title_date(title: str) -> date | None:
    """The full date that ends the title of a transcript or an official text.

    "Press Briefing – September 8, 2020" and "Remarks to the Council (8 September 2020)" have one,
    "A year after the war – 27 September 2020" and "Statement on the truce of 10 October 2020" do not.
    """
    if len(title) > LONGEST_TITLE or OCCASIONS.isdisjoint(re.findall(r"[^\W\d_]+", title.lower())):
        return None
    for parted in DASHES.finditer(title):
        found = written_date(title[parted.end() :].strip(" )]."))
        if found:
            return found
    return None


def _is_place(words: str) -> bool:
    parts = words.split()
    is_label = parts[0].lower() in WEEKDAYS or parts[0].lower().startswith(("update", "modif", "edit"))
    return len(parts) <= 4 and all(part[0].isupper() for part in parts) and not is_label


def _date_alone(line: str) -> date | None:
    """A date of which every word is understood."""
    numeric = NUMERIC.search(line)
    rest = line[: numeric.start()] + " " + line[numeric.end() :] if numeric else line
    day = month = year = 0
    for word in BETWEEN_WORDS.split(rest.replace(" :", ":")):
        word = word.strip(".:").lower()
        if not word or word in WEEKDAYS or word in LABELS or word in CLOCK_WORDS or CLOCK.fullmatch(word):
            continue
        if word in MONTHS and not month:
            month = MONTHS[word]
        elif YEAR.fullmatch(word) and not year:
            year = int(word)
        elif (found := DAY.fullmatch(word)) and not day:
            day = int(found[1])
        else:
            return None
    if numeric:
        return None if day or month or year else _numeric_date(numeric)
    return _valid(year, month, day) if day and month and year else None


def _numeric_date(found: re.Match[str]) -> date | None:
    """A date in figures, when only one reading of it is possible: not 03/04/2022."""
    if found[1]:
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    first, second, year = int(found[4]), int(found[5]), int(found[6])
    readings = {day for day in (_valid(year, second, first), _valid(year, first, second)) if day}
    return readings.pop() if len(readings) == 1 else None


def _valid(year: int, month: int, day: int) -> date | None:
    if not YEAR.fullmatch(str(year)):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
