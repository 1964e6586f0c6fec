"""Units: the longest known name at each word, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statements.records import CountryRecord, SpeakerRecord
from statements.resolution.index.authorities import AuthorityIndex, CountryUse
from statements.resolution.index.confusable import NAMES_OF_PEOPLE
from statements.resolution.index.given_names import is_given_name
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    DATE_WORDS,
    FUNCTION_WORDS,
    OFFICE_HEADS,
    OFFICES_HELD,
    TITLE_MODIFIERS,
    TITLE_WORDS,
)

# Words of bodies' names that many states share.
COMMON_NOUNS = TITLE_MODIFIERS | frozenset(
    ("service", "congress", "treasury", "department", "of", "the", "representatives", "ministry", "defence",
     "defense", "supreme", "agency", "lords", "commons", "house", "directorate", "communications", "joint",
     "chiefs", "investigative", "external", "court", "guards")
)  # fmt: skip
# What follows them is where something is.
CURRENCIES = ("$", "£", "€")
# What the states of a divided country call each other.
HALVES = {"north": "KP", "south": "KR"}
LONGEST_FIELD = 5
PLACES = frozenset(("in", "at", "to", "from", "near"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A known name by word numbers. One of the records is set, none for a name that is in the way."""

    first: int
    last: int
    country: CountryRecord | None = None
    use: str = ""
    body: SpeakerRecord | None = None
    person: SpeakerRecord | None = None
    rivals: tuple[CountryUse, ...] = ()


class Units:
    """The units of a reading, by the words they cover."""

    def __init__(self, reading: Reading, index: AuthorityIndex) -> None:
        items = list(self._find(reading, index))
        named = {code for unit in items if (code := code_of(unit))}
        self.items = [
            settled(reading, unit, named) if unit.rivals else unit
            for number, unit in enumerate(items)
            if not (number and is_of_another(reading, items[number - 1], unit))
        ]
        self.items = without_surnames(reading, with_halves(reading, self.items, index))
        self._covering = {at: unit for unit in self.items for at in range(unit.first, unit.last)}

    def _find(self, reading: Reading, index: AuthorityIndex) -> Iterator[Unit]:
        at = 0
        while at < len(reading.words):
            unit = longest_unit(reading, index, at)
            if unit is None:
                at += 1
                continue
            yield unit
            at = unit.last

    def at(self, word: int) -> Unit | None:
        """The unit that covers a word."""
        return self._covering.get(word)

    def country_at(self, word: int) -> Unit | None:
        unit = self._covering.get(word)
        return unit if unit and unit.country else None

    def codes(self, words: Iterable[int], with_people: bool = False) -> set[str]:
        """The codes of all units at some words."""
        found = (self._covering.get(at) for at in words)
        return {code for unit in found if unit and (code := code_of(unit, with_people))}


def with_halves(reading: Reading, units: list[Unit], index: AuthorityIndex) -> list[Unit]:
    """The units with "the North" and "the South" where a text names both states of Korea.

    Finds: "the North’s foreign ministry", "The South said"
    Finds nothing: "the north", "the North Sea", "the South of Ostia"; either where one of them is not named
    """
    named = {one.country.code for one in units if one.country}
    if not set(HALVES.values()) <= named:
        return units
    taken = {at for one in units for at in range(one.first, one.last)}
    found = [
        Unit(at, at + 1, country=index.country(HALVES[reading.word(at)]), use="name")
        for at in range(1, len(reading.words))
        if reading.word(at) in HALVES and at not in taken and reading.word(at - 1) == "the"
        if reading.is_capital(at) and reading.is_joined(at)
        if reading.is_possessive(at + 1) or not (reading.is_capital(at + 1) and reading.is_joined(at + 1))
        if reading.word(at + 1) != "of"
    ]
    return sorted([*units, *found], key=lambda one: one.first) if found else units


def without_surnames(reading: Reading, units: list[Unit]) -> list[Unit]:
    """The units without the capitals that are somebody's surname, where a given name stands before one.

    Leaves out: both in "Ivo Osta spoke. Osta said"
    Leaves alone: "Osta" behind "in", and everywhere where no given name stands before it
    """
    named = {
        reading.word(one.first)
        for one in units
        if one.use == "capital" and one.last - one.first == 1 and _is_behind_given_name(reading, one.first)
    }
    if not named:
        return units
    return [
        one
        for one in units
        if one.use != "capital"
        or reading.word(one.first) not in named
        or (reading.word(one.first - 1) in PLACES and reading.is_joined(one.first))
    ]


def _is_behind_given_name(reading: Reading, at: int) -> bool:
    is_beside = at > 0 and reading.gap(at) == " " and reading.same_sentence(at - 1, at)
    is_name = is_beside and reading.is_capital(at - 1) and is_given_name(reading.word(at - 1))
    return is_name and reading.word(at - 1) not in NAMES_OF_PEOPLE


def is_of_another(reading: Reading, before: Unit, unit: Unit) -> bool:
    """Whether a body that is called by common nouns stands behind another state's name.

    Does: "Congress" of the US in "the Ostian Congress", "Foreign Office" in "Ostia’s Foreign Office"
    Does not: "Ostia’s State Duma", "the Ostian Kremlin", "the Ostian UN Security Council seat"
    """
    if unit.body is None or before.country is None or before.country.kind == "organisation":
        return False
    words = set(reading.folded(unit.first, unit.last))
    is_beside = before.last + reading.is_possessive(before.last) == unit.first and reading.is_joined(
        unit.first
    )
    return is_beside and before.country.code != unit.body.country and words <= COMMON_NOUNS


def code_of(unit: Unit, with_people: bool = False) -> str | None:
    """The code of a country, or of whose body it is, and with ``with_people`` whose person of record."""
    if unit.country:
        return unit.country.code
    record = unit.body or (unit.person if with_people else None)
    return record.country if record else None


def settled(reading: Reading, unit: Unit, named: set[str]) -> Unit:
    """A name that several share, given to the one that the text names otherwise.

    Settles: "Brussels" where the European Commission speaks, "Korea" where North Korea is named
    Leaves open: "Brussels" where Belgium and the EU are named, "in Brussels"
    """
    found = {use.record.code: use for use in unit.rivals if use.record.code in named}
    is_place = reading.word(unit.first - 1) in PLACES
    if len(found) != 1 or is_place:
        return unit
    [use] = found.values()
    return Unit(unit.first, unit.last, country=use.record, use=use.use)


def longest_unit(reading: Reading, index: AuthorityIndex, at: int) -> Unit | None:
    """The longest person, body, country or other known name that begins at a word.

    Finds: "UN Security Council" as a body, "Latin America" as a name in the way
    Finds nothing: "Jordan" in "Michael Jordan said", "US" in "US$30"
    """
    if not index.begins_a_name(reading.word(at)):
        return None
    if not reading.is_capital(at) and not reading.text[reading.words[at].start].isalpha():
        return None
    if reading.gap(at + 1).startswith(CURRENCIES):
        return None
    person_last, person = index.match_person(reading, at)
    body_last, body = index.match_body(reading, at)
    country = index.match_country(reading, at)
    country_last = country.last if country else at
    other_last = index.match_other_name(reading, at)
    longest = max(person_last, body_last, country_last, other_last)
    if longest == at:
        return None
    if longest == other_last and reading.word(at) == "the" and _ends_later(reading, index, at + 1, longest):
        return None
    if longest == person_last and person:
        return Unit(at, longest, person=person)
    if longest == body_last and body:
        return Unit(at, longest, body=body, country=None)
    if country and longest == country_last and country.record:
        is_of_office = country.use == "demonym" and _begins_a_title(reading, longest)
        if is_of_office or not is_someones_name(reading, at, longest):
            return Unit(at, longest, country=country.record, use=country.use)
    if longest == country_last and longest - at == 1 and other_last == at:
        is_open = country is not None and country.record is None
        return Unit(at, longest, rivals=country.rivals) if country and is_open else None
    return Unit(at, longest)


def _ends_later(reading: Reading, index: AuthorityIndex, at: int, last: int) -> bool:
    """Whether a country's or a body's name begins at a word and goes on behind another name.

    Does: "East Varian Union" where a paper is "The East Varian".    Does not: "Osta" in "The Osta Times"
    """
    country = index.match_country(reading, at)
    return max(country.last if country else at, index.match_body(reading, at)[0]) > last


def is_someones_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a country's name is part of a person's.

    Finds: "Chad" in "Chad Smith said", "Jordan" in "Michael Jordan"
    Leaves alone: "Jordan" in "Jordan Prime Minister Omar Razzaz", "In Jordan Monday", "Georgia said",
    "Ambassador to Georgia Karl Holm"
    """
    if last - first != 1 or reading.word(first) not in NAMES_OF_PEOPLE:
        return False
    if reading.word(first - 1) in ("to", "of", "in") and reading.word(first - 2) in OFFICE_HEADS:
        return False
    return _is_name_beside(reading, last, last) or _is_name_beside(reading, first - 1, first)


def _begins_a_title(reading: Reading, last: int) -> bool:
    """Whether an office follows a word in the same run of capitals.

    It does: "Irish" of "Irish Housing Minister", "French Sea Ministry".    It does not: "French" of "Dawn
    French", "German" of "German Lund, Grain Minister"
    """
    at = last
    while at - last < LONGEST_FIELD and reading.is_capital(at) and reading.gap(at) == " ":
        if reading.word(at) in OFFICES_HELD | {"ministry"}:
            return at > last
        at += 1
    return False


def _is_name_beside(reading: Reading, at: int, joint: int) -> bool:
    if not reading.same_sentence(first_word(at, joint), at) or reading.gap(joint) != " ":
        return False
    word = reading.word(at)
    if not reading.is_capital(at) or word in FUNCTION_WORDS | DATE_WORDS | TITLE_WORDS | OFFICE_HEADS:
        return False
    return not reading.printed(at, at + 1).isupper()


def first_word(at: int, joint: int) -> int:
    """The word on the other side of the joint from ``at``."""
    return joint - 1 if at == joint else joint
