"""Authorities whom a text calls de facto or self-proclaimed: they speak for no country."""

from __future__ import annotations

from statements.records import SpeakerReference
from statements.resolution.index.references import government, unknown_institution
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import is_disputed
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

MARKS = any_of("facto proclaimed declared styled separatist breakaway rebel unrecognised unrecognized")
BEFORE_MARKS = frozenset(("de", "self"))
LONGEST_PLACE = 4
DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "region")
)
PARTS = any_of("northern southern eastern western northeastern northwestern southeastern southwestern")


def first_of_marks(reading: Reading, noun: int) -> int:
    """The first of the words before a noun that say so; the noun itself where none does.

    Finds: "de facto" in "the de facto authorities", "self-proclaimed" in "the self-proclaimed government"
    Finds nothing: "the local authorities"
    """
    at = noun
    while reading.is_joined(at) and reading.word(at - 1) in MARKS | BEFORE_MARKS:
        at -= 1
    return at


def de_facto_authorities(
    reading: Reading, units: Units, first: int, last: int
) -> tuple[int, SpeakerReference | None]:
    """The first word of the whole phrase, and whom it means.

    Those of a disputed territory by its record, else a body of that place in the words of the text.

    Finds: "Ostia’s de facto authorities", "In Osta, the self-proclaimed government said"
    Leaves open: "the de facto authorities" of nowhere
    """
    owner = _owner(reading, units, first)
    start = owner.first if owner else first
    unit = owner or _place_after(reading, units, last) or _place_at_head(reading, units, first)
    if unit and unit.country and is_disputed(unit.country):
        return start, government(unit.country)
    place = unit.country.name if unit and unit.country else _named_place(reading, units, first, last)
    if not place:
        return start, None
    return start, unknown_institution(f"{reading.printed(first, last)} in {place}", None)


def _owner(reading: Reading, units: Units, first: int) -> Unit | None:
    """Ostia in "Ostia’s de facto authorities" and "the Ostian de facto authorities"."""
    at = first - 1 - reading.is_possessive(first - 1)
    return units.country_at(at) if reading.same_sentence(at, first) and reading.gap(first) == " " else None


def _place_after(reading: Reading, units: Units, last: int) -> Unit | None:
    is_place = reading.word(last) in ("in", "of") and reading.is_joined(last) and reading.is_joined(last + 1)
    at = last + 1 + (reading.word(last + 1) == "the")
    return units.country_at(at) if is_place and reading.word(at) not in PARTS else None


def _place_at_head(reading: Reading, units: Units, at: int) -> Unit | None:
    """Osta in "In Osta, the de facto authorities said"."""
    start = reading.sentence(at).first
    unit = units.country_at(start + 1) if reading.word(start) == "in" else None
    return unit if unit and reading.gap(unit.last).startswith(",") else None


def _named_place(reading: Reading, units: Units, first: int, last: int) -> str:
    """A place without a record, right behind or at the head of the sentence: "In Norhaven, …"."""
    if reading.word(last) in ("in", "of") and reading.is_joined(last):
        return _part_of_country(reading, units, last + 1) or _capitals(reading, last + 1)
    start = reading.sentence(first).first
    place = _capitals(reading, start + 1) if reading.word(start) == "in" else ""
    return place if reading.gap(start + 1 + len(place.split())).startswith(",") else ""


def _part_of_country(reading: Reading, units: Units, at: int) -> str:
    """ "The northeast", "northern Ostia": a place that no record has, and no country speaks for."""
    if reading.word(at) in PARTS and reading.is_joined(at + 1):
        unit = units.country_at(at + 1)
        return reading.printed(at, unit.last) if unit else ""
    is_side = reading.word(at) == "the" and reading.word(at + 1) in DIRECTIONS
    return reading.printed(at, at + 2) if is_side else ""


def _capitals(reading: Reading, at: int) -> str:
    last = at
    while reading.is_capital(last) and last - at < LONGEST_PLACE and (last == at or reading.gap(last) == " "):
        last += 1
    return reading.printed(at, last)
