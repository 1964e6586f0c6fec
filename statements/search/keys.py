"""The keys of a statement: what lists filter and count by, as words in one column beside its own words.

One index then answers "these words, for Türkiye, about Armenia", and one pass
over the column counts every facet. A key is a letter that says what it is,
and database ids, a name or days behind it; it holds ASCII letters and digits
alone, so that both engines take it for one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

# Said in so long a stretch, or in one that is open, a statement is found by one key instead of its months.
MOST_MONTHS = 24
ANY_MONTH = "m0"
# Every statement has one of them: they count it.
KINDS = ("direct", "indirect", "mixed")

Day = date | None


class Key(NamedTuple):
    """What a key says: of a pair two ids, of "said" two days; 0 or None is "not known"."""

    name: str
    value: int | str | Day
    other: int | Day = None


def speaking_for(country: int | None) -> str:
    return f"c{country or 0}"


def about(country: int | None) -> str:
    return f"b{country or 0}"


def pair(speaking: int, spoken_about: int) -> str:
    """One of its speakers speaks for the first country, and its words name the second."""
    return f"x{speaking}y{spoken_about}"


def speaker(pk: int | None) -> str:
    return f"s{pk or 0}"


def publisher(pk: int | None) -> str:
    return f"p{pk or 0}"


def agency(pk: int) -> str:
    return f"g{pk}"


def kind(name: str) -> str:
    return f"k{name}"


def act(name: str) -> str:
    return f"t{name}"


def said(earliest: Day, latest: Day) -> str:
    if earliest is None or latest is None:
        return "d0"
    return f"d{_written(earliest)}t{_written(latest)}"


def months(earliest: Day, latest: Day) -> list[str]:
    """The months in which it may have been said; nothing where no day is known."""
    if earliest is None or latest is None:
        return []
    found = list(_months(earliest, latest, MOST_MONTHS + 1))
    return found if len(found) <= MOST_MONTHS else [ANY_MONTH]


def months_between(earliest: Day, latest: Day, most: int = 120) -> list[str]:
    """Keys of which every statement said between two days has one; nothing for too long a stretch."""
    if earliest is None or latest is None:
        return []
    found = list(_months(earliest, latest, most + 1))
    return [*found, ANY_MONTH] if len(found) <= most else []


def _months(earliest: date, latest: date, most: int) -> Iterator[str]:
    first, last = (day.year * 12 + day.month - 1 for day in (earliest, latest))
    for number in range(first, min(last + 1, first + most)):
        yield f"m{number // 12:04d}{number % 12 + 1:02d}"


def _written(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def all_keys(
    *,
    attributions: Iterable[tuple[int | None, int | None]],
    about_countries: Iterable[int | None],
    kind_name: str,
    act_name: str,
    publisher_id: int | None,
    agency_id: int | None,
    earliest: Day,
    latest: Day,
) -> str:
    """The whole text: every key of one statement, sorted, one space round each.

    ``attributions`` are (speaker, country) by id. Nobody at all is as good as somebody not known.
    """
    spoken = list(attributions) or [(None, None)]
    named = list(about_countries) or [None]
    found = {
        kind(kind_name),
        act(act_name),
        publisher(publisher_id),
        said(earliest, latest),
        *months(earliest, latest),
        *(speaker(who) for who, _ in spoken),
        *(speaking_for(country) for _, country in spoken),
        *map(about, named),
        *(pair(one, other) for (_, one), other in product(spoken, named) if one and other),
    }
    if agency_id:
        found.add(agency(agency_id))
    return f" {' '.join(sorted(found))} "


# --- read again ------------------------------------------------------------------

_NAMES = {"c": "speaking_for", "b": "about", "s": "speaker", "p": "publisher", "g": "agency"}
_SHAPE = re.compile(
    r"(?P<one>[cbspg])(?P<id>\d+)|x(?P<of>\d+)y(?P<to>\d+)|k(?P<kind>[a-z]+)|t(?P<act>[a-z]+)"
    r"|d(?P<first>\d{8})t(?P<last>\d{8})|(?P<undated>d0)|m(?P<month>\d+)",
    re.ASCII,
)


def parse(token: str) -> Key:
    """What a key says, for whoever counts. Raises ValueError for what is none.

    >>> parse("x12y7")
    Key(name='pair', value=12, other=7)
    """
    found = _SHAPE.fullmatch(token)
    if found is None:
        raise ValueError(f"“{token}” is no key")
    if found["one"]:
        return Key(_NAMES[found["one"]], int(found["id"]))
    if found["of"]:
        return Key("pair", int(found["of"]), int(found["to"]))
    if found["kind"]:
        return Key("kind", found["kind"])
    if found["act"]:
        return Key("act", found["act"])
    if found["first"]:
        return Key("said", _day(found["first"]), _day(found["last"]))
    return Key("said", None) if found["undated"] else Key("month", found["month"])


def _day(written: str) -> date:
    return date(int(written[:4]), int(written[4:6]), int(written[6:]))
