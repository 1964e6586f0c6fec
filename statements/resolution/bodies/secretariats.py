"""Secretariats of organisations, which speak for them: "the General Secretariat of the Ostian League"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.state_bodies import in_capitals
from statements.resolution.index.references import government, part_of, slug, unknown_institution
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading

SECRETARIAT = "secretariat"
RANKS = frozenset(("general", "permanent", "executive", "technical"))
# Nouns of organisations that no record has: "the Grey River Community’s secretariat".
NOUNS = frozenset(
    ("community", "union", "league", "commission", "organisation", "organization", "forum", "council",
     "association", "alliance", "convention", "treaty", "initiative", "process", "agency")
)  # fmt: skip
LONGEST_OWNER = 6


def find_secretariats(reading: Reading, units: Units) -> Iterator[Mention]:
    """The secretariats of organisations, by the organisation before or behind the noun.

    Finds: "the General Secretariat of the Ostian League", "the OL’s secretariat", "the OL Secretariat",
    "the Grey River Community’s secretariat"
    Finds nothing: "the secretariat", "the Ostian secretariat", "the Secretariat of the Foreign Ministry"
    """
    for at in range(len(reading.words)):
        if reading.word(at) != SECRETARIAT:
            continue
        first = at - (reading.word(at - 1) in RANKS and reading.is_joined(at))
        found = _behind_owner(reading, units, first, at + 1) or _before_owner(reading, units, first, at + 1)
        if found:
            yield found


def _before_owner(reading: Reading, units: Units, first: int, last: int) -> Mention | None:
    """A secretariat "of the Ostian League"."""
    owner = last + 1 + (reading.word(last + 1) == "the")
    if reading.word(last) != "of" or not reading.same_sentence(last, owner):
        return None
    unit = units.at(owner)
    return _of(reading, unit, first, last, first, unit.last) if unit and is_of_states(unit) else None


def _behind_owner(reading: Reading, units: Units, first: int, last: int) -> Mention | None:
    """ "The OL’s secretariat", also of an organisation without a record."""
    is_owned = reading.is_possessive(first - 1)
    at = first - 1 - is_owned
    unit = units.at(at) if reading.same_sentence(at, first) else None
    if unit and is_of_states(unit):
        return _of(reading, unit, first, last, unit.first, last)
    if unit or not is_owned or reading.word(at) not in NOUNS:
        return None
    start = at
    while at - start < LONGEST_OWNER and reading.is_capital(start - 1) and reading.is_joined(start):
        if reading.word(start - 1) == "the":
            break
        start -= 1
    if start == at or not reading.is_capital(at):
        return None
    name = f"{in_capitals(reading.printed(first, last))} of the {reading.printed(start, at + 1)}"
    return body_mention(reading, start, last, unknown_institution(name, None))


def _of(reading: Reading, unit: Unit, first: int, last: int, start: int, end: int) -> Mention:
    assert unit.country
    name = in_capitals(reading.printed(first, last))
    own = part_of(government(unit.country), slug(name), name)
    owner = reading.printed(unit.first + (reading.word(unit.first) == "the"), unit.last)
    return body_mention(reading, start, end, replace(own, name=f"{name} of the {owner}"))


def is_of_states(unit: Unit) -> bool:
    """Whether a unit is an organisation by its name, not by the city where it sits."""
    return unit.country is not None and unit.country.kind == "organisation" and unit.use != "capital"
