"""Titles that are surnames too: "Anna King, the senator,", "the spokesman of the ministry Tiri King"."""

from __future__ import annotations

from statements.resolution.index.given_names import is_given_name
from statements.resolution.index.units import Units
from statements.resolution.persons.title_spans import title_before
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import NOT_A_NAME, OFFICES_HELD, any_of

SURNAMES_TOO = any_of(
    "king bishop pope prince major marshal judge dean baron imam mufti sultan sheriff lord page constable"
    " sergeant cardinal chancellor deacon knight duke bey hakim malik khatib qadi emir sheikh captain colonel"
    " regent caliph vizier mullah justice west north black white cross church bank banks field"
)
# How many names may stand before the surname: "Tiri Karim Lado King".
MOST_GIVEN_NAMES = 3


def is_surname_too(reading: Reading, units: Units, at: int) -> bool:
    """Whether a title is somebody's surname: it ends a name that is set off, or that follows an office.

    Is: "Anna King said", ", Tiri King, said", "Minister Tiri King said", "the ministry’s spokesman Tiri King"
    Is not: "Anna King Lund", "Tiri King said", "the former King said"
    """
    if reading.word(at) not in SURNAMES_TOO or reading.gap(at) != " " or not reading.is_capital(at):
        return False
    if reading.is_capital(at + 1) and reading.gap(at + 1) == " ":
        return False
    if not _is_plain_name(reading, units, at - 1):
        return False
    is_set_off = "," in reading.gap(at - 1) and reading.gap(at + 1).startswith(",")
    return is_given_name(reading.word(at - 1)) or is_set_off or _follows_an_office(reading, units, at)


def _follows_an_office(reading: Reading, units: Units, at: int) -> bool:
    """Whether a title of office ends before the one to three names that stand before a word."""
    first = at - 1
    while at - first < MOST_GIVEN_NAMES and reading.gap(first) == " ":
        if not _is_plain_name(reading, units, first - 1):
            break
        first -= 1
    start = title_before(reading, units, first)
    return any(reading.word(k) in OFFICES_HELD for k in range(start, first))


def _is_plain_name(reading: Reading, units: Units, at: int) -> bool:
    return reading.is_capital(at) and reading.word(at) not in NOT_A_NAME and units.at(at) is None
