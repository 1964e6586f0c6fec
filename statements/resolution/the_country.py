"""The country that "the country’s" or "her spokesman" leaves unnamed: the only one named right before."""

from __future__ import annotations

from statements.records import CountryRecord
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.reading import Reading
from statements.resolution.units import Unit, Units

FARTHEST_WORD = 150
STATES = frozenset(("state", "territory", "historical"))
OWNERS_OF_ALL_KINDS = STATES | {"organisation"}


def is_the_country(reading: Reading, at: int) -> bool:
    """ "The country’s foreign ministry", by its word "country"."""
    is_noun = reading.word(at) in ("country", "nation") and reading.is_possessive(at + 1)
    return is_noun and reading.word(at - 1) == "the"


def organisation_meant(
    reading: Reading, units: Units, index: AuthorityIndex, at: int
) -> CountryRecord | None:
    """The only organisation named so far: whose "Special Representative of the Secretary-General" it is.

    Finds: The Ostian League met. Ivo Lund, envoy of the Secretary-General, …
    Finds nothing: The Ostian League met the Varian Union. Ivo Lund, envoy of the Secretary-General, …
    """
    found = {
        code for k in range(max(0, at - FARTHEST_WORD), at) if (unit := units.at(k)) and (code := _code(unit))
    }
    organisations = [one for code in found if (one := index.country(code)) and one.kind == "organisation"]
    return organisations[0] if len(organisations) == 1 else None


def country_of_place(reading: Reading, units: Units, at: int) -> CountryRecord | None:
    """The country whose capital the rest of the sentence gives as the place, if words before name it too.

    Finds: Ostia closed its border. Foreign Ministry spokesman Ivo Lund spoke in Osta.
    Finds nothing: Foreign Ministry spokesman Ivo Lund spoke in Osta.
    """
    number = reading.sentence_numbers[at]
    first = reading.sentences[max(0, number - 1)].first
    last = min(reading.sentences[number].last, at + FARTHEST_WORD)
    places = {
        unit.country.code: unit.country
        for k in range(at, last)
        if (unit := units.country_at(k))
        and unit.country
        and unit.use == "capital"
        and reading.word(k - 1) == "in"
    }
    before = {
        code
        for k in range(max(first, at - FARTHEST_WORD), at)
        if (unit := units.at(k)) and (code := _code(unit))
    }
    return next(iter(places.values())) if len(places) == 1 and set(places) <= before else None


def country_meant(
    reading: Reading, units: Units, index: AuthorityIndex, at: int, kinds: frozenset[str] = STATES
) -> CountryRecord | None:
    """The only state that the sentence of a word, up to it, and the sentence before name.

    Finds: Ostia closed its border. The country’s president …
    Finds nothing: Ostia closed its border with Norland. The country’s president …
    """
    number = reading.sentence_numbers[at]
    first = reading.sentences[max(0, number - 1)].first
    if at - first > FARTHEST_WORD:
        return None
    codes = {code for k in range(first, at) if (unit := units.at(k)) and (code := _code(unit))}
    countries = [one for code in codes if (one := index.country(code)) and one.kind in kinds]
    return countries[0] if len(countries) == 1 else None


def _code(unit: Unit) -> str | None:
    if unit.country:
        return unit.country.code
    record = unit.body or unit.person
    return record.country if record else None
