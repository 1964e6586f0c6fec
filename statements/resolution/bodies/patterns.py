"""Patterns of common nouns that name a body, before a country is joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statements.resolution.bodies.ministries import (
    SHORT_MINISTRIES,
    STATES_WITHOUT_MINISTERS,
    WORDS_OF_FIELDS,
    field_after,
    ministry_at,
)
from statements.resolution.bodies.state_bodies import KINDS, in_capitals, is_local, printed_name, state_body
from statements.resolution.bodies.state_bodies import OPENERS as OPENERS_OF_STATE_BODIES
from statements.resolution.index.references import slug
from statements.resolution.index.units import Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import COUNTRY_BODIES, GOVERNMENT_NOUNS, MINISTRY_FIELDS

LONGEST_BODY = max(len(words) for words in COUNTRY_BODIES)
# "Ostia’s military government", "the Ostian caretaker cabinet".
KINDS_OF_GOVERNMENTS = frozenset(("military", "interim", "transitional", "caretaker", "coalition", "unity"))
OPENERS = {
    "ministry",
    *(short.lower() for short in SHORT_MINISTRIES),
    *GOVERNMENT_NOUNS,
    *KINDS_OF_GOVERNMENTS,
    *WORDS_OF_FIELDS,
    *OPENERS_OF_STATE_BODIES,
    *(words[0] for words in (*MINISTRY_FIELDS, *COUNTRY_BODIES)),
}
# Cities and regions have them too.
LOCAL = frozenset(("police", "senate"))
# In small letters they are anybody.
ONLY_IN_CAPITALS = frozenset([("human", "rights", "defender")])
LONGEST_UNLISTED = 4
# Bodies whose second mention is their kind alone: "the committee".
SHORT_KINDS = frozenset(
    ("committee", "commission", "service", "court", "guard", "bureau", "department", "office", "chamber")
)


BEHIND_A_BODY = frozenset(
    ("said", "says", "had", "has", "have", "put", "reported", "announced", "also", "later")
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the words of an institution's name say, before a country is joined to them."""

    first: int
    last: int
    key: str
    name: str
    field: str = ""
    is_local: bool = False


def patterns(reading: Reading, units: Units) -> Iterator[Pattern]:
    """Bodies that a common noun names.

    Finds: "Foreign Ministry", "Ministry of National Defence", "MFA", "government", "armed forces"
    Finds: "Coal Ministry" behind "the Ostian", whatever its field
    Leaves alone: "ministries", "the air force base commander" beyond "air force"
    """
    at = 0
    while at < len(reading.words):
        is_open = reading.word(at) in OPENERS and units.at(at) is None
        pattern = longest_pattern(reading, at) if is_open else None
        pattern = pattern or _ministry_of_country(reading, units, at)
        if pattern:
            yield pattern
        at = pattern.last if pattern else at + 1


def _ministry_of_country(reading: Reading, units: Units, at: int) -> Pattern | None:
    """A ministry of a field that no list has, right behind its state.

    Finds: "Coal Ministry" in "the Ostian Coal Ministry", "Ostia’s Grey Coal Ministry"
    Finds nothing: "the Coal Ministry", "the EU Coal Ministry", "the American Hope Ministry", a church's
    """
    owner = units.country_at(at - 1 - reading.is_possessive(at - 1))
    country = owner.country if owner and reading.is_joined(at) else None
    if country is None or country.kind == "organisation" or country.code in STATES_WITHOUT_MINISTERS:
        return None
    last = at
    while last - at < LONGEST_UNLISTED and reading.is_capital(last) and reading.is_joined(last):
        if units.at(last) or reading.word(last) == "ministry":
            break
        last += 1
    if last == at or reading.word(last) != "ministry":
        return None
    field = in_capitals(reading.printed(at, last))
    return ministry(at, last + 1, field, slug(field)) if reading.is_joined(last) else None


def longest_pattern(reading: Reading, at: int) -> Pattern | None:
    """The longest of them that begins at a word."""
    if reading.word(at) not in OPENERS:
        return None
    rules = (_ministry, _government, _listed, _of_the_state, _department, _customs, _short)
    found = [pattern for rule in rules if (pattern := rule(reading, at))]
    return max(found, key=lambda pattern: pattern.last, default=None)


def _ministry(reading: Reading, at: int) -> Pattern | None:
    last, field, key = ministry_at(reading, at)
    return ministry(at, last, field, key) if last > at else None


def ministry(first: int, last: int, field: str, key: str) -> Pattern:
    if not field:
        return Pattern(first, last, "", "", "ministry")
    return Pattern(first, last, f"{key}-ministry", f"{field} Ministry", field)


def _government(reading: Reading, at: int) -> Pattern | None:
    is_of_ministers = (reading.word(at + 1), reading.word(at + 2)) == ("of", "ministers")
    if reading.word(at) in ("cabinet", "council") and is_of_ministers:
        return Pattern(at, at + 3, "government", "government", "government")
    at_noun = at + (reading.word(at) in KINDS_OF_GOVERNMENTS and reading.is_joined(at + 1))
    if reading.word(at_noun) not in GOVERNMENT_NOUNS:
        return None
    return Pattern(at, at_noun + 1, "government", "government", "government")


def _listed(reading: Reading, at: int) -> Pattern | None:
    for length in range(LONGEST_BODY, 0, -1):
        words = tuple(reading.word(at + k) for k in range(length))
        found = COUNTRY_BODIES.get(words)
        if words in ONLY_IN_CAPITALS and not reading.is_capital(at):
            continue
        if found and all(reading.is_joined(at + k) for k in range(1, length)):
            key, name = found
            return Pattern(at, at + length, key, name, key, key in LOCAL)
    return None


def _of_the_state(reading: Reading, at: int) -> Pattern | None:
    last = state_body(reading, at)
    if last == at:
        return None
    name = printed_name(reading, at, last)
    return Pattern(at, last, slug(name), name, slug(name), is_local(reading, at, last))


def _department(reading: Reading, at: int) -> Pattern | None:
    """A department of the rank of a ministry, by the whole of its field.

    Finds: "Department for Grain, Water and Rural Affairs"
    Finds nothing: "department of trade", "Department", "Press Department of the Foreign Ministry"
    """
    _, last = field_after(reading, at + 1)
    is_of_a_body = reading.word(last) in KINDS | {"ministry", "government"} and reading.is_joined(last)
    if reading.word(at) != "department" or not reading.is_capital(at) or last == at + 1 or is_of_a_body:
        return None
    name = printed_name(reading, at, last)
    return Pattern(at, last, slug(name), name, slug(name))


def _customs(reading: Reading, at: int) -> Pattern | None:
    """The customs of a state, by that word alone.

    Finds: "Ostian customs," and "Ostia’s customs said".    Finds nothing: "customs duties", "old customs of"
    """
    is_alone = not reading.is_joined(at + 1) or reading.word(at + 1) in BEHIND_A_BODY
    is_body = reading.word(at) == "customs" and is_alone
    return Pattern(at, at + 1, "customs", "Customs", "customs") if is_body else None


def _short(reading: Reading, at: int) -> Pattern | None:
    """The kind alone, which stands for a body named before.

    Finds: "the committee", "the Council", "a Commission paper"
    Finds nothing: "a commission", "the council", which may be a town's
    """
    is_capital = reading.is_capital(at)
    kinds = SHORT_KINDS | {"council"} if is_capital else SHORT_KINDS
    articles = ("the", "a") if is_capital else ("the",)
    is_short = reading.word(at) in kinds and reading.word(at - 1) in articles
    is_short = is_short and not (reading.word(at) == "office" and reading.word(at + 1) == "of")
    return Pattern(at, at + 1, "", "", reading.word(at)) if is_short else None
