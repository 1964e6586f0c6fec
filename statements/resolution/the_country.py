"""The country that "the country’s" or "her spokesman" leaves unnamed: the only one named right before."""

from __future__ import annotations

from statements.records import CountryRecord
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.reading import Reading
from statements.resolution.units import Unit, Units

FARTHEST_WORD = 150


def is_the_country(reading: Reading, at: int) -> bool:
    """ "The country’s foreign ministry", by its word "country"."""
    is_noun = reading.word(at) in ("country", "nation") and reading.is_possessive(at + 1)
    return is_noun and reading.word(at - 1) == "the"


def country_meant(reading: Reading, units: Units, index: AuthorityIndex, at: int) -> CountryRecord | None:
    """The only state that the sentence of a word, up to it, and the sentence before name.

    Finds: Ostia closed its border. The country’s president …
    Finds nothing: Ostia closed its border with Norland. The country’s president …
    """
    number = reading.sentence_numbers[at]
    first = reading.sentences[max(0, number - 1)].first
    if at - first > FARTHEST_WORD:
        return None
    codes = {code for k in range(first, at) if (unit := units.at(k)) and (code := _code(unit))}
    countries = [one for code in codes if (one := index.country(code)) and one.kind != "organisation"]
    return countries[0] if len(countries) == 1 else None


def _code(unit: Unit) -> str | None:
    if unit.country:
        return unit.country.code
    record = unit.body or unit.person
    return record.country if record else None
