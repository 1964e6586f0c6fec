"""AuthorityIndex: printed name -> authority record, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from statements.folding import fold
from statements.records import Authorities, CountryRecord, OfficeRecord, PublisherRecord, SpeakerRecord
from statements.resolution.index.confusable import GOVERNED_TERRITORIES, OTHER_NAMES, UNUSED_CAPITALS
from statements.resolution.index.given_names import FAMILY_NAME_FIRST
from statements.resolution.index.names import NameTable, has_other_middle, sound
from statements.resolution.index.offices import holds_on, office_of
from statements.resolution.text.reading import Reading

Record = TypeVar("Record", SpeakerRecord, PublisherRecord)


WORDS_AROUND_AGENCIES = frozenset(["the", "news", "agency", "official", "state", "run", "owned"])


@dataclass(frozen=True, slots=True)
class CountryUse:
    """What a country's name was used as: its record and "name", "demonym", "capital" or "metonym"."""

    record: CountryRecord
    use: str


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country's name in the text, by word numbers; no record where two share the name, but ``rivals``."""

    first: int
    last: int
    record: CountryRecord | None
    use: str
    rivals: tuple[CountryUse, ...] = ()


class AuthorityIndex:
    """Everything that resolution may match a name against, by folded words."""

    def __init__(self, authorities: Authorities) -> None:
        self._countries = {record.code: record for record in authorities.countries}
        self._country_names = NameTable(
            (name.text, CountryUse(record, name.use))
            for record in authorities.countries
            for name in record.names
            if not _is_unused(record, name.text, name.use)
        )
        self._other_names: NameTable[str] = NameTable((name, name) for name in OTHER_NAMES)
        self._publishers: NameTable[PublisherRecord] = NameTable(
            (name, record) for record in authorities.publishers for name in (record.name, *record.names)
        )
        people = [record for record in authorities.speakers if record.kind == "person"]
        bodies = [record for record in authorities.speakers if record.kind != "person"]
        self._people = NameTable(_names(people, shortest=2))
        self._bodies = NameTable(_names(bodies, shortest=1))
        self._by_key = {record.key: record for record in authorities.speakers}
        self._by_sound: dict[tuple[str, str], list[SpeakerRecord]] = {}
        self._by_surname: dict[str, list[SpeakerRecord]] = {}
        self._by_office: dict[tuple[str, str | None], list[tuple[SpeakerRecord, OfficeRecord]]] = {}
        for record in people:
            self._add_sounds(record)
            for post in record.offices:
                self._by_office.setdefault((office_of(post.title), post.country), []).append((record, post))
        tables = (self._country_names, self._other_names, self._publishers, self._people, self._bodies)
        self._first_words = frozenset(word for table in tables for word in table.first_words())

    def _add_sounds(self, record: SpeakerRecord) -> None:
        for name in (record.name, *record.variants):
            words = fold(name).split()
            if len(words) > 1:
                _append_once(self._by_sound.setdefault((sound(words[0]), sound(words[-1])), []), record)
                for surname in surnames_in(words, record.country):
                    _append_once(self._by_surname.setdefault(sound(surname), []), record)

    def begins_a_name(self, word: str) -> bool:
        """Whether any name that can be matched begins with this folded word; few of a text's words do."""
        return word in self._first_words

    # --- countries ------------------------------------------------------------

    def country(self, code: str) -> CountryRecord | None:
        return self._countries.get(code)

    def match_country(self, reading: Reading, at: int) -> CountryMatch | None:
        """The country whose name begins at word ``at``; its record is None when two share the name.

        Matches: "Russian", "the United States", "Ankara"
        Leaves alone: "Latin American", "The Moscow Times", "the Minsk Group" of no country
        """
        last, uses = self._country_names.match(reading, at)
        if not uses:
            return None
        other = max(self._other_names.match(reading, at)[0], self._longest_outlet(reading, at))
        if other > last:
            return CountryMatch(at, other, None, "other")
        if len({use.record.code for use in uses}) > 1:
            return CountryMatch(at, last, None, uses[0].use, tuple(uses))
        return CountryMatch(at, last, uses[0].record, uses[0].use)

    def match_other_name(self, reading: Reading, at: int) -> int:
        """The word after a name that holds a country's name further in ("The Moscow Times")."""
        return max(self._other_names.match(reading, at)[0], self._longest_outlet(reading, at))

    def _longest_outlet(self, reading: Reading, at: int) -> int:
        last, found = self._publishers.match(reading, at)
        return last if found and last - at > 1 else at

    # --- speakers -------------------------------------------------------------

    def speaker(self, key: str) -> SpeakerRecord | None:
        return self._by_key.get(key)

    def match_person(self, reading: Reading, at: int) -> tuple[int, SpeakerRecord | None]:
        """A full name that begins at word ``at``, exactly as a record has it."""
        last, found = self._people.match(reading, at)
        return last, _only(found)

    def match_body(self, reading: Reading, at: int) -> tuple[int, SpeakerRecord | None]:
        """An institution's name that begins at word ``at``."""
        last, found = self._bodies.match(reading, at)
        return last, _only(found)

    def body_named(self, name: str) -> SpeakerRecord | None:
        """The institution that has exactly this name or variant."""
        return _only(self._bodies.get(tuple(fold(name).split())))

    def person(self, words: tuple[str, ...], country: str | None = None) -> SpeakerRecord | None:
        """The one person of this full name, however it is transliterated.

        Finds: ("nikol", "pashinian") and ("sergei", "viktorovich", "lavrov"), ("orban", "viktor")
        Finds nothing: ("pashinian",) or a name of another country's person
        """
        if len(words) < 2:
            return None
        ends = sound(words[0]), sound(words[-1])
        turned = [
            one for one in self._by_sound.get(ends[::-1], ()) if one.country in FAMILY_NAME_FIRST_AT_HOME
        ]
        alike = [one for one in self._by_sound.get(ends, ()) if not _is_another(words, one)]
        found = self._people.get(words) or alike or turned
        fitting = [record for record in _unique(found) if country is None or serves(record, country)]
        return _only(fitting)

    def person_in_office(self, surname: str, role: str, country: str | None) -> SpeakerRecord | None:
        """The one person of this surname who holds or held the named office.

        Finds: "Putin" with the role "President"
        Finds nothing: "Putin" with no role, "Aliyev" with the role "Ambassador"
        """
        office = office_of(role)
        if not office:
            return None
        return _only(
            [
                record
                for record in self._by_surname.get(sound(surname), ())
                if (country is None or serves(record, country))
                and any(office_of(held.title) == office for held in record.offices)
            ]
        )

    def bears_surname(self, surname: str) -> bool:
        """Whether any person of the records has this surname."""
        return sound(surname) in self._by_surname

    def person_of_country(self, surname: str, country: str) -> SpeakerRecord | None:
        """The one person of this surname who serves a country: "Erdogan" of Turkey."""
        bearers = self._by_surname.get(sound(surname), ())
        return _only([record for record in bearers if record.country == country])

    def holder(self, role: str, country: str, on: date) -> SpeakerRecord | None:
        """Who held an office of a country on a day, when the records name exactly one."""
        office = office_of(role)
        if office not in SINGLE_OFFICES:
            return None
        held = self._by_office.get((office, country), ())
        return _only([record for record, post in held if holds_on(post, on)])

    # --- publishers -----------------------------------------------------------

    def is_news_agency(self, reading: Reading, at: int) -> bool:
        """Whether the name of a news agency begins at word ``at``."""
        record = _only(self._publishers.match(reading, at)[1])
        return record is not None and record.kind == "agency"

    def publisher(self, name: str) -> PublisherRecord | None:
        """The publisher or agency of this name, with or without words like "the … news agency"."""
        words = tuple(fold(name).split())
        bare = tuple(word for word in words if word not in WORDS_AROUND_AGENCIES)
        return _only(self._publishers.get(words) or self._publishers.get(bare))


def surnames_in(words: Sequence[str], country: str | None) -> Sequence[str]:
    """The words of a name that may be the surname: both ends where the press prints names either way round.

    >>> surnames_in(["xi", "jinping"], "CN"), surnames_in(["ivo", "lund"], "SE")
    (('xi', 'jinping'), ('lund',))
    """
    is_either = country in FAMILY_NAME_FIRST
    return (words[0], words[-1]) if is_either else (words[-1],)


# Where the press of the country puts the family name first, and others put it last.
FAMILY_NAME_FIRST_AT_HOME = FAMILY_NAME_FIRST | {"HU", "JP", "KH", "MN"}

# Offices that one person holds at a time.
SINGLE_OFFICES = frozenset(
    ("president", "prime minister", "foreign minister", "defence minister", "chancellor")
)


def serves(record: SpeakerRecord, country: str) -> bool:
    """Whether a person's record or any office of it belongs to a country."""
    known = {record.country, *(office.country for office in record.offices)} - {None}
    return not known or country in known


def _is_another(words: Sequence[str], record: SpeakerRecord) -> bool:
    """Whether no name of a record shares a word between the first and the last: "Ali Omar Lund"."""
    return all(has_other_middle(words, name) for name in (record.name, *record.variants))


def _is_unused(record: CountryRecord, text: str, use: str) -> bool:
    """Whether a capital is left out: "The Valley" and "Hamilton" name no government in the news."""
    if use != "capital":
        return False
    is_dependency = record.kind == "territory" and len(record.code) == 2
    return fold(text) in UNUSED_CAPITALS or (is_dependency and record.code not in GOVERNED_TERRITORIES)


def _names(records: Iterable[SpeakerRecord], shortest: int) -> Iterable[tuple[str, SpeakerRecord]]:
    for record in records:
        for name in dict.fromkeys((record.name, *record.variants)):
            if len(fold(name).split()) >= shortest:
                yield name, record


def _append_once(records: list[SpeakerRecord], record: SpeakerRecord) -> None:
    if record not in records:
        records.append(record)


def _unique(records: Iterable[SpeakerRecord]) -> list[SpeakerRecord]:
    return list({record.key: record for record in records}.values())


def _only(records: Iterable[Record]) -> Record | None:
    found = list({record.key: record for record in records}.values())
    return found[0] if len(found) == 1 else None
