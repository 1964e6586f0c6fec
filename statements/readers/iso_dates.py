"""Dates that a page gives in ISO 8601, and nothing that has to be guessed."""

from __future__ import annotations

import re
from datetime import date

from statements.records import StatedDate

LONGEST = 64
EARLIEST_YEAR = 1600

# "2020-07-30", "2020-07-30T10:15:00+04:00", "2020-07-30 10:15", "20200730T1015Z"
ISO_DATE = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ].*)?", re.ASCII | re.DOTALL)


def stated_date(text: object, basis: str) -> StatedDate | None:
    """The day that an ISO 8601 string states, as printed there.

    "2020-07-30T23:30:00+04:00" is 30 July: no zone is turned into another.
    "07/30/2020", "July 2020" and "2020" state no day here.
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    found = ISO_DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if year < EARLIEST_YEAR:
        return None
    try:
        return StatedDate(date(year, month, day), "day", basis)
    except ValueError:
        return None
