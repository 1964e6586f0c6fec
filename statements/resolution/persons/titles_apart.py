"""Titles apart from the name: "the envoy for grain or oil, Ivo Lund,", "Lund, who became minister"."""

from __future__ import annotations

from statements.resolution.index.units import Units
from statements.resolution.persons.roles import serves_the_state
from statements.resolution.persons.title_spans import HEADS, LINKS
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICES_HELD, TITLE_WORDS

LONGEST = 18
OWNERS = frozenset(("his", "her", "its"))
# The verbs of who holds an office now, each with what may stand between it and the office.
HOLDS = frozenset(("is", "became", "becomes", "serves", "heads"))
HAS_COME_TO_HOLD = frozenset(("named", "appointed", "elected", "sworn", "been", "become", "taken"))
BETWEEN = frozenset(("as", "the", "a", "an", "its", "their", "also", "currently", "now", "in", "new", "over"))


def title_apart(reading: Reading, units: Units, name: int, name_end: int) -> int:
    """The first word of a title before the comma of a name; the name's own word without one.

    Finds: "the Special Representative for Regional Cooperation, Anna Lund,", "its director for grain,"
    Finds: "Ostia’s consul general in the city, Anna Lund,"
    Leaves alone: "the aide to the envoy for grain, Anna Lund,", who may be either
    Leaves alone: "Ostia’s leader of a small party, Anna Lund,"
    Leaves alone: "at talks with the envoy for grain, Anna Lund said"
    """
    if reading.gap(name).strip() != "," or not reading.same_sentence(name - 1, name):
        return name
    is_closed = reading.gap(name_end).lstrip().startswith((",", ".", ";")) or name_end == len(reading.words)
    if not is_closed:
        return name
    starts = []
    for at in range(name - 1, max(-1, name - 1 - LONGEST), -1):
        if _begins_a_title(reading, units, at):
            starts.append(at)
        if not reading.is_joined(at):
            break
    is_official = len(starts) == 1 and (
        units.at(starts[0]) is None or serves_the_state(reading, starts[0], name)
    )
    return starts[0] if is_official else name


def _begins_a_title(reading: Reading, units: Units, at: int) -> bool:
    """Whether an office with "of" or "for" behind it begins at a word: "envoy for", "deputy head of"."""
    owner = units.country_at(at)
    is_owned = owner is not None and owner.first == at and reading.is_possessive(owner.last)
    if not is_owned and reading.word(at - 1) not in ARTICLES | OWNERS:
        return False
    while (unit := units.at(at)) is not None or reading.word(at) in TITLE_WORDS or reading.is_possessive(at):
        if reading.word(at) in HEADS and reading.word(at + 1) in LINKS:
            return True
        at = unit.last if unit is not None else at + 1
    return False


def title_in_clause(reading: Reading, units: Units, name_end: int) -> tuple[int, int]:
    """The office that the clause behind a name tells of; an empty range without one.

    Finds: "Ivo Lund, who became foreign minister last autumn,", "Ivo Lund, who serves as the envoy of Ostia,"
    Leaves alone: "Ivo Lund, who was foreign minister until May,", "who met the foreign minister"
    """
    none = name_end, name_end
    if not reading.gap(name_end).startswith(",") or reading.word(name_end) != "who":
        return none
    at = name_end + 1
    is_come = reading.word(at) in ("was", "has", "took") and reading.word(at + 1) in HAS_COME_TO_HOLD
    if not is_come and reading.word(at) not in HOLDS:
        return none
    at += 1 + is_come
    while reading.word(at) in BETWEEN and reading.same_sentence(name_end, at):
        at += 1
    last = at
    while last - at <= LONGEST and _is_of_title(reading, units, last) and reading.is_joined(last):
        last += 1
    while last > at and reading.word(last - 1) in LINKS | ARTICLES:
        last -= 1
    is_office = any(reading.word(k) in OFFICES_HELD for k in range(at, last))
    return (at, last) if is_office and last - at <= LONGEST else none


def _is_of_title(reading: Reading, units: Units, at: int) -> bool:
    unit = units.at(at)
    is_named = unit is not None and unit.person is None
    return is_named or reading.is_possessive(at) or reading.word(at) in TITLE_WORDS | LINKS | ARTICLES
