"""The day on which an article was published, from all the dates that a page prints of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from statements.cleaning.addresses import date_in
from statements.cleaning.bylines import is_end_mark
from statements.cleaning.page import Page
from statements.cleaning.printed_days import DAY_FIRST, PrintedDay
from statements.cleaning.reasons import BYLINE, DATELINE, HEADLINE, IMPRINT, PHOTO_CREDIT, SHARE_BAR
from statements.cleaning.written_dates import (
    WEEKDAYS,
    Stamp,
    is_label_of_update,
    lede_date,
    lede_day_and_month,
    stamp_of,
    title_date,
)
from statements.records import RawDocument, StatedDate

# What may stand between the last words of an article and its date.
SIGNATURES = frozenset([BYLINE, DATELINE, IMPRINT, PHOTO_CREDIT, SHARE_BAR])

# A clock past noon that counts on: "17:12".
FULL_CLOCK = re.compile(r"(?<![\d:])(?:1[3-9]|2[0-3]):[0-5]\d(?! ?[AaPp]\.?[Mm])")
WEEKDAY = re.compile(rf"\b({'|'.join(names[0] for names in WEEKDAYS)})\b", re.IGNORECASE)
# A weekday behind these is another week's, or one until which something goes on.
OTHER_DAY = re.compile(
    r"\b(?:last|next|until|till|before|by|from|since|coming|previous|of)\s(?:on\s)?$", re.IGNORECASE
)
TO_COME = re.compile(
    r"\b(?:will|would|shall|due|scheduled|expected|planned|set|plans?) [^.]{0,60}$", re.IGNORECASE
)


@dataclass(slots=True)
class Agreement:
    """What else the page prints of its day, against which figures with two readings are held."""

    days: set[date] = field(default_factory=set)
    days_and_months: set[tuple[int, int]] = field(default_factory=set)
    orders: set[tuple[str, str]] = field(default_factory=set)

    def read(self, printed: PrintedDay) -> date | None:
        """The one day that it can be, or the one reading with which anything else agrees.

        "03/04/2022" above "OSTA, April 3 (Norpress)", or beside "Updated 13/04/2022", is 3 April.
        """
        return printed.day() or _only(
            day
            for order, day in printed.readings
            if day in self.days
            or (day.month, day.day) in self.days_and_months
            or (printed.sign, order) in self.orders
        )


def find_published(raw: RawDocument, page: Page, address: str) -> StatedDate | None:
    """The page's own date, else a dateline, else the day in the article's own address, else an update."""
    stamps = _stamps(page)
    agreement = _agreement(page, stamps, address)
    stated = _dateline(page, stamps, agreement)
    return raw.published or stated or date_in(address) or _day_of_update(page, stamps, agreement)


def _stamps(page: Page) -> dict[int, Stamp]:
    """The date lines by their places; under "Last updated:" a day is that of an update."""
    stamps = {}
    for at in page.with_reason(DATELINE):
        stamp = stamp_of(page.paragraphs[at].text)
        if stamp and at and is_label_of_update(page.paragraphs[at - 1].text):
            stamp = Stamp((), stamp.published + stamp.updated)
        if stamp:
            stamps[at] = stamp
    return stamps


def _agreement(page: Page, stamps: dict[int, Stamp], address: str) -> Agreement:
    found = Agreement()
    for stamp in stamps.values():
        for printed in stamp.published + stamp.updated:
            day = printed.day()
            if day:
                found.days.add(day)
                found.orders |= {(printed.sign, order) for order, one in printed.readings if printed.sign}
    found.days |= set(_days_by_the_clock(page, stamps))
    in_address = date_in(address)
    if in_address:
        found.days.add(in_address.value)
    for text in page.openings():
        found.days_and_months |= lede_day_and_month(text)
    return found


def _days_by_the_clock(page: Page, stamps: dict[int, Stamp]) -> Iterator[date]:
    """The days of figures read day first beside a clock of 24 hours, if the report tells of that weekday.

    Gives: 6 December for "06/12/2024 - 17:12" above "Ostia said on Friday"
    Gives nothing: the same above "Ostia said on Thursday", or with "5:12 PM"
    """
    opening = _first_prose(page)
    for at, stamp in stamps.items():
        if opening is None or not FULL_CLOCK.search(page.paragraphs[at].text):
            continue
        lede = page.paragraphs[opening].text
        for printed in stamp.published:
            yield from (day for order, day in printed.readings if order == DAY_FIRST and _tells_of(lede, day))


def _dateline(page: Page, stamps: dict[int, Stamp], agreement: Agreement) -> StatedDate | None:
    """The date on a line beside the article, or at the head of its first sentence.

    Lines between headline and text count before lines above the headline,
    these before lines below the text, then the headline's own last words.
    Two different days there are no answer.
    """
    for group in _groups(page, stamps):
        printed = [day for at in group for day in stamps[at].published]
        if printed:
            return _stated(_agreed(printed, agreement))
    body = _first_prose(page)
    if body is None:
        return None
    titles = [page.title, *(page.paragraphs[at].text for at in page.with_reason(HEADLINE))]
    dated = next(filter(None, map(title_date, titles)), None)
    ledes = filter(None, map(lede_date, page.openings()))
    return _stated(next(ledes, None) or dated)


def _groups(page: Page, stamps: dict[int, Stamp]) -> Iterable[list[int]]:
    headline = next(iter(page.with_reason(HEADLINE)), -1)
    body = [at for at in page.unmarked() if page.paragraphs[at].prose]
    if body:
        yield [at for at in stamps if headline <= at < body[0]]
        yield [at for at in stamps if at == headline - 1]
        yield [at for at in _signatures(page, body[-1]) if at in stamps]


def _signatures(page: Page, last: int) -> Iterable[int]:
    """The lines that sign the article, right below its last words."""
    for at in range(last + 1, len(page.paragraphs)):
        if page.reasons[at] not in SIGNATURES and not is_end_mark(page.paragraphs[at].text):
            return
        yield at


def _first_prose(page: Page) -> int | None:
    return next((at for at in page.unmarked() if page.paragraphs[at].prose), None)


def _agreed(printed: Sequence[PrintedDay], agreement: Agreement) -> date | None:
    """The one day of several lines; none when they differ, or one of them may be two days."""
    days = [agreement.read(one) for one in printed]
    return _only(days) if all(days) else None


def _day_of_update(page: Page, stamps: dict[int, Stamp], agreement: Agreement) -> StatedDate | None:
    """The day of the one update above the text, when the report itself opens with that day.

    It does: "Updated July 30, 2020" above "OSTA, July 30 (Norpress) –", or "Ostia said on Thursday"
    It does not: the same above "Ostia said on Monday", "Ostia will vote on Thursday"
    """
    opening = _first_prose(page)
    above = [day for at, stamp in stamps.items() if opening and at < opening for day in stamp.updated]
    day = _agreed(above, agreement) if above else None
    if day is None or opening is None:
        return None
    is_of_lede = (day.month, day.day) in agreement.days_and_months
    return _stated(day if is_of_lede or _tells_of(page.paragraphs[opening].text, day) else None)


def _tells_of(lede: str, day: date) -> bool:
    """Whether what a lede tells of happened on that day of the week, and it names no other."""
    named = list(WEEKDAY.finditer(lede))
    if {one[0].lower() for one in named} != {WEEKDAYS[day.weekday()][0]}:
        return False
    before = lede[: named[0].start()]
    return not OTHER_DAY.search(before) and not TO_COME.search(before)


def _only(days: Iterable[date | None]) -> date | None:
    found = set(days)
    return found.pop() if len(found) == 1 else None


def _stated(day: date | None) -> StatedDate | None:
    return StatedDate(day, "day", "dateline") if day else None
