"""Dates of citations: EDTF in, the words that Chicago and APA print or the numbers of CSL out."""

from __future__ import annotations

import calendar

OPEN = ".."
QUALIFIERS = "?~%"


def numbers(edtf: str) -> list[int]:
    """Year, month and day of one stretch, as many as are known.

    >>> numbers("2020-07-13?")
    [2020, 7, 13]
    """
    return [int(number) for number in edtf.rstrip(QUALIFIERS).split("-")]


def day_words(edtf: str) -> str:
    """A day, a month or a year as American styles print it.

    >>> day_words("2020-07-13"), day_words("2020-07"), day_words("2020")
    ('July 13, 2020', 'July 2020', '2020')
    """
    year, *rest = numbers(edtf)
    if not rest:
        return str(year)
    month = calendar.month_name[rest[0]]
    return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"


def words(edtf: str) -> str:
    """Any date of the archive, as exactly as it is known.

    >>> words("2020-07-13/2020-07-19"), words("../2020-07-12"), words("2020-07~")
    ('July 13, 2020 to July 19, 2020', 'not after July 12, 2020', 'about July 2020')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _with_doubt(first)
    if first in (OPEN, ""):
        return f"not after {_with_doubt(last)}"
    if last in (OPEN, ""):
        return f"not before {_with_doubt(first)}"
    return f"{_with_doubt(first)} to {_with_doubt(last)}"


def _with_doubt(stretch: str) -> str:
    text = day_words(stretch)
    if stretch.endswith(("~", "%")):
        text = f"about {text}"
    return f"{text} (uncertain)" if stretch.endswith(("?", "%")) else text
