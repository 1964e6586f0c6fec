"""The ministers of several countries, who speak as one in a joint statement: their ministries do."""

from __future__ import annotations

from statements.resolution.bodies.ministries import field_after
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.named_text import NamedText
from statements.resolution.text.mentions import INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import MINISTRY_FIELDS

MINISTERS = frozenset(("ministers", "secretaries"))


def ministries_of_ministers(
    named: NamedText, index: AuthorityIndex, first: int, last: int, field: str = ""
) -> list[Mention]:
    """The ministries of the ministers that some words list by their countries.

    Finds: "the Ministers of Foreign Affairs of Ostia and Norland", "foreign ministers of Ostia and Varia"
    Finds nothing: "the foreign minister of Ostia", "the ministers of Ostia and Norland" without ``field``
    """
    reading, units = named.reading, named.units
    at = next((k for k in range(first, last) if reading.word(k) in MINISTERS), -1)
    if at < 0:
        return []
    own, after = field_after(reading, at + 1)
    field = own or MINISTRY_FIELDS.get((reading.word(at - 1),), "") or field
    countries = _listed(reading, units, after, last) if reading.word(after) in ("of", "from") else []
    if not field or len(countries) < 2:
        return []
    return [_ministry(index, unit, field) for unit in countries]


def _listed(reading: Reading, units: Units, at: int, last: int) -> list[Unit]:
    """The countries behind "of", joined by commas and "and"."""
    found: list[Unit] = []
    while at < last:
        at += 1
        while reading.word(at) in ("and", "the", "of"):
            at += 1
        unit = units.country_at(at)
        if unit is None or unit.last > last or not reading.same_sentence(at - 1, at):
            break
        found.append(unit)
        at = unit.last
        if reading.gap(at).strip() != "," and reading.word(at) != "and":
            break
        at -= reading.gap(at).strip() == ","
    return found


def _ministry(index: AuthorityIndex, unit: Unit, field: str) -> Mention:
    assert unit.country
    speaker = institution_of(index, unit.country, field)
    return Mention(
        INSTITUTION, unit.first, unit.last, unit.first, unit.last, speaker, "", speaker.country, field=field
    )
