"""The country that "the country’s" or "her spokesman" leaves unnamed: the only one named right before."""

from __future__ import annotations

from itertools import takewhile

from statements.records import CountryRecord
from statements.resolution.bodies.ministries import LINKS
from statements.resolution.bodies.peoples import is_of_a_people
from statements.resolution.bodies.state_bodies import KINDS
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units, code_of
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICE_HEADS

FARTHEST_WORD = 150
FARTHEST_NAME = 600
# "The east African bloc", in words.
LONGEST_KIND = 6
JOINTS = LINKS | {"s"}
# What an organisation is called by its kind; in capitals, by the last word of its name.
KINDS_OF_ORGANISATIONS = frozenset(
    (
        "bloc",
        "alliance",
        "organisation",
        "organization",
        "union",
        "league",
        "commission",
        "council",
        "mission",
    )
)
STATES = frozenset(("state", "territory", "historical"))
OWNERS_OF_ALL_KINDS = STATES | {"organisation"}


def is_the_country(reading: Reading, at: int) -> bool:
    """ "The country’s foreign ministry", by its word "country"."""
    is_noun = reading.word(at) in ("country", "nation") and reading.is_possessive(at + 1)
    return is_noun and reading.word(at - 1) == "the"


def organisation_meant(units: Units, index: AuthorityIndex, at: int) -> CountryRecord | None:
    """The only organisation named so far: whose "Special Representative of the Secretary-General" it is.

    Finds: The Ostian League met. Ivo Lund, envoy of the Secretary-General, …
    Finds nothing: The Ostian League met the Varian Union. Ivo Lund, envoy of the Secretary-General, …
    """
    found = units.codes(range(max(0, at - FARTHEST_WORD), at), with_people=True)
    organisations = [one for code in found if (one := index.country(code)) and one.kind == "organisation"]
    return organisations[0] if len(organisations) == 1 else None


def organisation_called(
    reading: Reading, units: Units, index: AuthorityIndex, first: int, last: int
) -> CountryRecord | None:
    """The organisation that a title calls by its kind: the only one named so far, or whose name ends so.

    Finds: "the bloc’s spokesman" where the Ostian League alone is named, "the Commission’s spokesman" after
    the Ostian Commission
    Finds nothing: "the bloc’s spokesman" after the Ostian League and the Varian Union, "a union spokesman"
    """
    kinds = [at for at in range(first, last) if reading.word(at) in KINDS_OF_ORGANISATIONS]
    at = next((at for at in kinds if reading.word(at - 1) in ARTICLES or at == first), -1)
    if at < 0 or (reading.word(at - 1) in ("a", "an") and not reading.is_capital(at)):
        return None
    if not reading.is_capital(at):
        return organisation_meant(units, index, at)
    before, noun = range(max(0, at - FARTHEST_NAME), at), reading.word(at)
    named = (k for k in before if (unit := units.at(k)) and reading.word(unit.last - 1) == noun)
    held = (k + 2 for k in before if reading.word(k) == noun and _is_title_of_the_next(reading, units, k + 1))
    found = units.codes([*named, *held], with_people=True)
    if not found:
        return _organisation_with_body(reading, units, index, at)
    called = index.country(found.pop()) if len(found) == 1 else None
    return called if called and called.kind == "organisation" else None


def _organisation_with_body(
    reading: Reading, units: Units, index: AuthorityIndex, at: int
) -> CountryRecord | None:
    """The one organisation named before that has a body of record by this short name.

    Finds: the Ostian Union for "a Commission spokesman", where the records have its Commission
    """
    codes = units.codes(range(max(0, at - FARTHEST_NAME), at), with_people=True)
    owners = [code for code in codes if index.speaker(f"{code.lower()}-{reading.word(at)}")]
    return index.country(owners[0]) if len(owners) == 1 else None


def _is_title_of_the_next(reading: Reading, units: Units, at: int) -> bool:
    """Whether the title of a person of record ends at a word: "Commission President Ivo Lund"."""
    unit = units.at(at + 1) if reading.word(at) in OFFICE_HEADS else None
    return unit is not None and unit.person is not None and reading.is_joined(at + 1)


def subject_before(reading: Reading, units: Units, index: AuthorityIndex, at: int) -> CountryRecord | None:
    """The state or organisation with which the sentence before begins, in the same paragraph or all of one.

    Finds: Ostia warned of Norland’s guns. “…,” its envoy said;  The southern bloc OL met in Osta. Its envoy
    Finds nothing: The envoy of Ostia warned. “…,” its envoy said;  Ostia’s guns were heard. “…,” its envoy;
    Ostia and Norland warned. “…,” its envoy
    """
    number = reading.sentence_numbers[at]
    sentence = reading.sentences[number - 1] if number else None
    if sentence is None:
        return None
    is_near = (
        reading.opens_paragraph(number - 1) and reading.sentences[number].paragraph - sentence.paragraph == 1
    )
    if sentence.paragraph != reading.sentences[number].paragraph and not is_near:
        return None
    first = sentence.first + (reading.word(sentence.first) == "the")
    kinds = range(first, min(sentence.last, first + LONGEST_KIND))
    kind = next((at for at in kinds if reading.word(at) in KINDS_OF_ORGANISATIONS), -1)
    unit = _organisation_at(units, kind + 1) if kind >= 0 else None
    unit = unit or units.at(first)
    if unit is None or unit.person or unit.use == "demonym":
        return None
    # "Ostia’s guns" and "the Osta-based group" are no subject.
    if reading.is_genitive(unit.last) or "-" in reading.gap(unit.last) or reading.word(unit.last) == "and":
        return None
    return index.country(code_of(unit, with_people=True) or "") if sentence.first <= unit.first else None


def begins_with_a_body(reading: Reading, units: Units, at: int) -> bool:
    """Whether the sentence before begins with a body of a state, or with the state alone.

    It does: Ostia’s Roads Department shut it. Its head;  Ostia shut it. Its president
    It does not: The rights group Ostia Watch shut it. Its head;  Ostian farmers shut it. Their head
    """
    number = reading.sentence_numbers[at]
    sentence = reading.sentences[max(0, number - 1)]
    unit = units.at(sentence.first + (reading.word(sentence.first) == "the"))
    if unit is None or unit.person or is_of_a_people(reading, units, unit):
        return False
    if unit.body and unit.body.country is None:
        return False
    if unit.body or (unit.use != "demonym" and not reading.is_genitive(unit.last)):
        return not reading.is_capital(unit.last)
    words = range(unit.last, min(sentence.last, unit.last + LONGEST_KIND))
    name = takewhile(lambda k: reading.is_capital(k) or reading.word(k) in JOINTS, words)
    return any(reading.word(k) in KINDS or reading.word(k) == "ministry" for k in name)


def _organisation_at(units: Units, at: int) -> Unit | None:
    unit = units.country_at(at)
    return unit if unit and unit.country and unit.country.kind == "organisation" else None


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
    before = units.codes(range(max(first, at - FARTHEST_WORD), at), with_people=True)
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
    acting = (k for k in range(first, at) if (unit := units.at(k)) and reading.word(unit.last) != "based")
    codes = units.codes(acting, with_people=True)
    countries = [one for code in codes if (one := index.country(code)) and one.kind in kinds]
    return countries[0] if len(countries) == 1 else None
