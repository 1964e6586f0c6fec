"""Persons in the text: full names with their titles, then surnames alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.folding import fold
from statements.records import SpeakerRecord, SpeakerReference
from statements.resolution.authorities import AuthorityIndex, serves
from statements.resolution.delegations import delegation_headed, duty_after
from statements.resolution.given_names import FAMILY_NAME_FIRST, gender_of_name
from statements.resolution.mentions import PERSON, Mention
from statements.resolution.names import sound
from statements.resolution.offices import office_of
from statements.resolution.proper_names import country_in_brackets, full_names, lone_words
from statements.resolution.reading import Reading
from statements.resolution.references import recorded, slug, speaking_for, unknown_person
from statements.resolution.roles import (
    apposition_after,
    country_of_title,
    gender_of_title,
    is_former,
    is_of_a_secretary_general,
    is_private,
    names_a_ministry,
    printed_title,
    serves_the_owner,
    title_before,
    title_before_comma,
    title_with_region,
)
from statements.resolution.the_country import (
    OWNERS_OF_ALL_KINDS,
    STATES,
    country_meant,
    country_of_place,
    is_the_country,
    organisation_meant,
)
from statements.resolution.titles_apart import title_apart
from statements.resolution.units import Unit, Units

OWNERS = frozenset(("his", "her", "its"))
ROYAL = frozenset(("prince", "king"))
# Titles that tell a rank and no office.
_RANKS = (
    "general gen colonel col major maj captain capt admiral adm marshal lieutenant lt brigadier rear"
    " vice sheikh prince princess lord lady sir dr doctor professor mr mrs ms madame hon"
)
RANKS = frozenset(_RANKS.split())


@dataclass(frozen=True, slots=True)
class Title:
    """A title by word numbers, and what it says."""

    first: int
    last: int
    role: str = ""
    country: str | None = None
    gender: str = ""
    is_private: bool = False
    is_former: bool = False


class People:
    """All persons of a reading: those named in full, and surnames that one of them bears."""

    def __init__(
        self, reading: Reading, units: Units, index: AuthorityIndex, sources: frozenset[int] = frozenset()
    ) -> None:
        """``sources`` are the words of all sources: a stranger who speaks is surely a person."""
        self._reading, self._units, self._index, self._sources = reading, units, index, sources
        self._surnames: dict[tuple[str, ...], dict[str, Mention]] = {}
        self._known_strangers: dict[tuple[str, str], SpeakerReference] = {}
        self._strangers: dict[tuple[str, ...], dict[str, Mention]] = {}
        self._given: dict[str, dict[str, Mention]] = {}
        self._former: set[str] = set()
        self._named: set[int] = set()
        self.mentions: list[Mention] = []
        for first, last, record in full_names(reading, units):
            bearer = None if record else self._with_initial(first, last)
            if bearer:
                self._add_later(first, last, self._title(first, last), bearer)
            elif record or not self._is_long_surname(first, last):
                self._add(self._full_mention(first, last, record))
        for first, last in lone_words(reading, units, self._named):
            self._add_surname(first, last)

    def _add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self._named.update(range(mention.head_first, mention.head_last))
        if mention.speaker is None:
            return
        is_shown = bool(mention.role or gender_of(mention)) or not mention.speaker.provisional
        if mention.is_full and is_shown:
            self._given.setdefault(sound(self._reading.word(mention.head_first)), {})[mention.speaker.key] = (
                mention
            )
        surnames = self._surnames if self._is_surely_person(mention) else self._strangers
        for surname in surnames_of(self._reading, mention):
            bearers = surnames.setdefault(surname, {})
            if mention.speaker.key not in bearers or not bearers[mention.speaker.key].role:
                bearers[mention.speaker.key] = mention

    def _is_long_surname(self, first: int, last: int) -> bool:
        """Whether a run is the surname of someone already named: "Wasserman Schultz"."""
        return self._sounds(first, last) in self._surnames

    def _with_initial(self, first: int, last: int) -> Mention | None:
        """The one person named before who is meant by an initial or by a rank and the given name.

        Finds: "I. Lund" after Ivo Lund, "Prince Faisal" after "Crown Prince Faisal bin Lund"
        """
        initial = self._reading.word(first)
        if initial in ROYAL and last - first == 2:
            known = self._given.get(sound(self._reading.word(first + 1)), {}).values()
            ranked = [one for one in known if initial in fold(one.role).split()]
            return ranked[0] if len(ranked) == 1 else None
        if len(initial) != 1:
            return None
        surname = self._sounds(last - 1, last)
        bearers = {**self._strangers.get(surname, {}), **self._surnames.get(surname, {})}
        found = [
            one for one in bearers.values() if one.speaker and fold(one.speaker.name).startswith(initial)
        ]
        return found[0] if len(found) == 1 else None

    def _sounds(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(sound(self._reading.word(at)) for at in range(first, last))

    def _is_surely_person(self, mention: Mention) -> bool:
        if mention.speaker is None:
            return False
        return not mention.speaker.provisional or bool(mention.role) or mention.head_first in self._sources

    def _full_mention(self, first: int, last: int, record: SpeakerRecord | None) -> Mention:
        reading = self._reading
        title = self._title(first, last)
        words = tuple(reading.word(at) for at in range(first, last))
        if record is None:
            record = self._index.person(words, None)
        is_namesake = bool(record and title.country and not serves(record, title.country))
        if record and not is_namesake:
            speaker, country = recorded(record), self._country_now(record, title)
        else:
            country = None if title.is_private else title.country
            speaker = self._stranger(first, last, country, is_namesake)
            country = speaker.country
        return self._mention(first, last, title, speaker, country)

    def _country_now(self, record: SpeakerRecord, title: Title) -> str | None:
        """The country a recorded person speaks for: that of the office printed, if the record has it.

        None once the text calls the person a former official. A record without a country, as of
        authorities in dispute, gains none.
        """
        if title.is_former:
            self._former.add(record.key)
        if record.key in self._former and (title.is_former or not title.role):
            return None
        return title.country if record.country and title.country else record.country

    def _stranger(self, first: int, last: int, country: str | None, is_namesake: bool) -> SpeakerReference:
        """Someone without a record; "Paul J. Manafort" and "Paul Manafort" are one."""
        sounds = self._sounds(first, last)
        ends = (sounds[0], sounds[-1])
        known = self._known_strangers.get(ends)
        if known is not None and country in (None, known.country):
            return known
        name = without_capitals(self._reading.printed(first, last))
        speaker = unknown_person(name, country, also_of=is_namesake)
        if known is not None and known.country is None:
            speaker = replace(speaker, key=known.key, name=known.name)
        self._known_strangers[ends] = speaker
        return speaker

    def _mention(
        self, first: int, last: int, title: Title, speaker: SpeakerReference | None, country: str | None
    ) -> Mention:
        return Mention(
            kind=PERSON,
            first=min(first, title.first),
            last=max(last, title.last),
            head_first=first,
            head_last=last,
            speaker=speaker,
            role=title.role,
            country=country,
            gender=title.gender,
            is_genitive=self._reading.is_genitive(last),
        )

    def _title(self, first: int, last: int) -> Title:
        """The title round a name: all of it in "its spokesman, Colonel Ivo Lund,"."""
        reading, units = self._reading, self._units
        end = first
        start = title_before_comma(reading, units, title_before(reading, units, first), last)
        if start == first:
            start, end = apposition_after(reading, units, last)
        if start == end:
            start, end = title_with_region(reading, units, first), first
        if start == end:
            start, end = title_apart(reading, units, first, last), first
        ranked = self._rank_and_office(start, end, last) if start < end <= first else None
        if ranked:
            return ranked
        if start == end:
            served, start, end = duty_after(reading, units, last)
            if served:
                role = printed_title(reading, start, end)
                return Title(start, end, role, country_code(served, self._index))
            signed = country_in_brackets(reading, units, last)
            return Title(first, first, country=country_code(signed, self._index))
        return Title(
            start,
            end,
            printed_title(reading, start, end),
            self._country_of(start, end) or self._country_after(start, end, last),
            gender_of_title(reading, start, end),
            is_private(reading, start, end),
            is_former(reading, start, end),
        )

    def _rank_and_office(self, start: int, end: int, last: int) -> Title | None:
        """Both titles of somebody with a rank before the name and an office after it, else None.

        Finds: "Lieutenant General Ivo Lund, the commander of the Ostian Armed Forces,"
        """
        reading = self._reading
        after, after_end = apposition_after(reading, self._units, last)
        if after == after_end or not all(reading.word(at) in RANKS for at in range(start, end)):
            return None
        printed = (printed_title(reading, start, end), printed_title(reading, after, after_end))
        return Title(
            start,
            after_end,
            ", ".join(one for one in printed if one),
            self._country_of(after, after_end),
            gender_of_title(reading, start, end) or gender_of_title(reading, after, after_end),
            is_private(reading, after, after_end),
            is_former(reading, after, after_end),
        )

    def _country_of(self, start: int, end: int) -> str | None:
        """The code that the bearer of a title speaks for.

        Of the one country named right before: "the country’s president, Karl Holm", "her spokesman Lado Beri"
        Of a person in office: "Berg’s spokesman Karl Holm", where President Ivo Berg was named
        Of the one organisation: "its director Karl Holm", "envoy of the Secretary-General Lado Beri"
        Of the place, if it fits: "Foreign Ministry spokesman Karl Holm told reporters in Osta"
        Of none: "his counterpart Karl Holm", "her lawyer Lado Beri"
        """
        reading, units = self._reading, self._units
        unit = country_of_title(reading, units, start, end) or delegation_headed(reading, units, start)
        if unit is not None:
            return country_code(unit, self._index)
        holder = self._office_holder(start)
        if holder and serves_the_owner(reading, start, end):
            return holder.country
        if is_of_a_secretary_general(reading, start, end):
            return speaking_for(organisation_meant(reading, units, self._index, start))
        if names_a_ministry(reading, start, end):
            return speaking_for(country_of_place(reading, units, start))
        owner = next((word for at in (start, start - 1) if (word := reading.word(at)) in OWNERS), "")
        if reading.word(start) not in OWNERS and not reading.is_joined(start):
            owner = ""
        if not (owner and serves_the_owner(reading, start, end)) and not is_the_country(reading, start):
            return None
        kinds = OWNERS_OF_ALL_KINDS if owner == "its" else STATES
        return speaking_for(country_meant(reading, units, self._index, start, kinds))

    def _office_holder(self, at: int) -> Mention | None:
        """The one person in office whose surname in the genitive stands at a word: "Berg’s spokesman"."""
        bearers = (
            self._surnames.get(self._sounds(at, at + 1), {}) if self._reading.is_possessive(at + 1) else {}
        )
        [bearer] = bearers.values() if len(bearers) == 1 else [None]
        return bearer if bearer and office_of(bearer.role) else None

    def _country_after(self, start: int, end: int, last: int) -> str | None:
        """The code of the country that follows a name and its title: "President Karl Brandt of Norland"."""
        reading = self._reading
        unit = self._units.country_at(last + 1 + (reading.word(last + 1) == "the"))
        is_of = reading.word(last) == "of" and reading.is_joined(last) and reading.is_joined(last + 1)
        if unit is None or unit.use == "demonym" or not is_of or end > last:
            return None
        return speaking_for(unit.country) if serves_the_owner(reading, start, end) else None

    # --- surnames --------------------------------------------------------------

    def _add_surname(self, first: int, last: int) -> None:
        """A surname alone: of the one person named in full, or known by a title or a country.

        Resolves: "Peskov" where Dmitry Peskov is named, "President Putin", "Turkey's Erdogan"
        Leaves open: "Aliyev" where Ilham and Yashar Aliyev are named, "Peskov" where none is
        """
        title = self._title_before(first)
        surname = self._sounds(first, last)
        bearers = list(self._surnames.get(surname, {}).values())
        strangers = list(self._strangers.get(surname, {}).values())
        is_recorded = any(one.speaker and not one.speaker.provisional for one in bearers)
        if not is_recorded and (bearers or first in self._sources):
            bearers = list({one.speaker: one for one in [*strangers, *bearers]}.values())
        if not bearers and not strangers and first in self._sources and last - first == 1:
            bearers = list(self._given.get(surname[0], {}).values())
        initial = self._initial_before(first)
        if initial:
            bearers = [one for one in bearers if one.speaker and fold(one.speaker.name).startswith(initial)]
        if title.country:
            bearers = [one for one in bearers if one.country in (None, title.country)]
        if title.gender:
            bearers = [one for one in bearers if gender_of(one) in ("", title.gender)]
        if len(bearers) == 1:
            self._add_later(first, last, title, bearers[0])
        elif bearers:
            self.mentions.append(self._mention(first, last, title, None, None))
        elif last - first == 1:
            record = self._known_otherwise(first, title)
            if record:
                self._add(self._mention(first, last, title, recorded(record), record.country))
                return
            official = self._known_by_title(first, last, title)
            if official:
                self._add(official)
            elif title.first < first:
                self.mentions.append(self._mention(first, last, title, None, None))

    def _known_by_title(self, first: int, last: int, title: Title) -> Mention | None:
        """Somebody of whom the text tells the surname and the office alone, and no record has that surname.

        Finds: "Interior Minister Lehner said", "Golzari, a deputy from Norhaven, said"
        Finds nothing: "Mr. Lehner said", "President Aliyev said" of two whom the records name
        """
        if first not in self._sources or self._index.bears_surname(self._reading.word(first)):
            return None
        title = title if title.role else self._title(first, last)
        if not title.role or self._initial_before(first):
            return None
        is_of_none = is_private(self._reading, title.first, title.last)
        country = None if is_of_none else title.country
        name = without_capitals(self._reading.printed(first, last))
        speaker = unknown_person(name, country)
        key = slug(" ".join((name, title.role, country or "")))
        return self._mention(first, last, title, replace(speaker, key=key), country)

    def _initial_before(self, name: int) -> str:
        """The letter in front of a surname: "a" of "A. Lund"."""
        reading = self._reading
        is_initial = len(reading.word(name - 1)) == 1 and reading.is_capital(name - 1)
        return reading.word(name - 1) if is_initial and reading.gap(name).strip() == "." else ""

    def _known_otherwise(self, name: int, title: Title) -> SpeakerRecord | None:
        word = self._reading.word(name)
        if title.role:
            return self._index.person_in_office(word, title.role, title.country)
        return self._index.person_of_country(word, title.country) if title.country else None

    def _add_later(self, first: int, last: int, title: Title, bearer: Mention) -> None:
        self._named.update(range(first, last))
        self.mentions.append(
            Mention(
                kind=PERSON,
                first=min(first, title.first),
                last=last,
                head_first=first,
                head_last=last,
                speaker=bearer.speaker,
                role=title.role or bearer.role,
                country=bearer.country,
                gender=title.gender or bearer.gender,
                is_full=False,
                is_genitive=self._reading.is_genitive(last),
            )
        )

    def _title_before(self, name: int) -> Title:
        reading, units = self._reading, self._units
        while self._initial_before(name):
            name -= 1
        start = title_before(reading, units, name)
        if start == name:
            return self._owner_before(name)
        unit = country_of_title(reading, units, start, name)
        return Title(
            start,
            name,
            printed_title(reading, start, name),
            country_code(unit, self._index),
            gender_of_title(reading, start, name),
        )

    def _owner_before(self, name: int) -> Title:
        """A country in the genitive, which tells whose Erdogan it is: "Turkey's Erdogan"."""
        reading = self._reading
        owner = self._units.country_at(name - 2) if reading.is_possessive(name - 1) else None
        if owner is None or owner.country is None or reading.gap(name) != " ":
            return Title(name, name)
        return Title(owner.first, name, country=speaking_for(owner.country))


def without_capitals(name: str) -> str:
    """A name as others print it: "Eleni Berg-Lund" of "ELENI BERG-LUND"; "Ivo Lund II" stays."""
    return name.title() if name.isupper() else name


def gender_of(mention: Mention) -> str:
    """What a person's title says, else the given name."""
    if mention.gender or mention.speaker is None:
        return mention.gender
    return gender_of_name(mention.speaker.name, mention.country)


def country_code(unit: Unit | None, index: AuthorityIndex) -> str | None:
    """The code that the owner of a title speaks for."""
    if unit is None:
        return None
    if unit.country:
        return speaking_for(unit.country)
    record = unit.body or unit.person
    return speaking_for(index.country(record.country)) if record and record.country else None


def surnames_of(reading: Reading, mention: Mention) -> set[tuple[str, ...]]:
    """The words, by sound, that may later stand for a person: "pashinian", "von der leyen", "xi"."""
    words = tuple(sound(reading.word(at)) for at in range(mention.head_first, mention.head_last))
    found = {words[-1:]} | {words[at:] for at in range(1, len(words) - 1)}
    if mention.speaker and not mention.speaker.provisional:
        recorded_words = tuple(sound(word) for word in mention.speaker.key.split("-"))
        found.add(recorded_words[-1:])
    if mention.country in FAMILY_NAME_FIRST and len(words) > 1:
        found.add(words[:1])
    return found
