"""The country that stands before or behind a body, or inside of its name."""

from __future__ import annotations

from statements.records import CountryRecord
from statements.resolution.bodies.patterns import Pattern, longest_pattern
from statements.resolution.bodies.posts import POSTED
from statements.resolution.bodies.the_country import country_meant, is_the_country
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS, TITLE_WORDS

OWNERS_AFTER = ("of",)


def country_beside(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> tuple[int, int, CountryRecord | None]:
    """The country before or after a body, and where both together begin and end."""
    first, country = _country_before(reading, units, index, pattern)
    if country:
        return first, pattern.last, country
    behind = _country_in_name(reading, units, pattern)
    if behind and behind.country:
        return first, behind.last, behind.country
    is_elsewhere = pattern.is_local or pattern.key.endswith(POSTED)
    joints = OWNERS_AFTER if is_elsewhere else (*OWNERS_AFTER, "in")
    return first, *_country_after(reading, units, pattern.last, joints)


def _country_in_name(reading: Reading, units: Units, pattern: Pattern) -> Unit | None:
    """The country with which a body's own name ends.

    Finds: "Border Guard Ostia"    Finds nothing: "the border guard Ostia sent", "Coast Guard Ostian"
    """
    unit = units.country_at(pattern.last)
    words = range(pattern.first, pattern.last)
    is_name = bool(pattern.key) and len(words) > 1 and all(reading.is_capital(at) for at in words)
    if unit is None or unit.use != "name" or not is_name or pattern.field == "government":
        return None
    return unit if reading.gap(unit.first) == " " and reading.is_joined(unit.first) else None


def _country_before(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> tuple[int, CountryRecord | None]:
    first, at = pattern.first, pattern.first - 1
    if reading.is_possessive(at) and reading.is_joined(first):
        at -= 1
    elif not reading.is_joined(first) and not _is_after_initials(reading, units, first):
        return first, None
    if is_the_country(reading, at):
        return at, country_meant(reading, units, index, at)
    unit = units.country_at(at)
    if unit is None or not reading.same_sentence(at, first) or (pattern.is_local and unit.use == "capital"):
        return first, None
    # "Armenian-Azerbaijani government" and "US and Russian military" belong to no single country.
    if reading.gap(unit.first) == "-" and units.country_at(unit.first - 1):
        return first, None
    if _begins_in_a_larger_name(reading, units, unit, first):
        return first, None
    return unit.first, unit.country


def _begins_in_a_larger_name(reading: Reading, units: Units, unit: Unit, body: int) -> bool:
    """Whether a country's adjective goes on with a name.

    Does: "the Free Ostian Army".    Does not: "Top Ostian Army officers", "the President’s Ostian Army"
    """
    at = unit.first - 1
    is_first = at == reading.sentence(unit.first).first
    if unit.use != "demonym" or not reading.is_capital(body) or is_first or reading.gap(at + 1) != " ":
        return False
    is_name = reading.is_capital(at) and units.at(at) is None
    return is_name and reading.word(at) not in FUNCTION_WORDS | TITLE_WORDS


def _is_after_initials(reading: Reading, units: Units, at: int) -> bool:
    """ "U.S. Embassy", where the full stop is the abbreviation's."""
    return reading.gap(at) == ". " and units.country_at(at - 1) is not None and len(reading.word(at - 1)) == 1


def _country_after(
    reading: Reading, units: Units, last: int, joints: tuple[str, ...], is_larger: bool = False
) -> tuple[int, CountryRecord | None]:
    if reading.word(last) not in joints or not reading.is_joined(last):
        return last, None
    at = last + 1 + (reading.word(last + 1) == "the")
    unit = units.country_at(at)
    if reading.word(last) == "in" and (unit is None or unit.use != "capital"):
        return last, None
    larger = longest_pattern(reading, at) if unit is None and not is_larger else None
    if larger:
        return _country_after(reading, units, larger.last, OWNERS_AFTER, is_larger=True)
    if unit is None or unit.use == "demonym" or not reading.same_sentence(last, at):
        return last, None
    return unit.last, unit.country
