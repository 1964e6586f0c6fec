"""Persons in the text: full names with their titles, then surnames alone."""

from __future__ import annotations

from dataclasses import replace

from statements.folding import fold
from statements.records import SpeakerRecord, SpeakerReference
from statements.resolution.bodies.parties import PARTIES, end_of_initials
from statements.resolution.index.authorities import AuthorityIndex, serves
from statements.resolution.index.names import has_other_middle, sound
from statements.resolution.index.offices import office_of
from statements.resolution.index.references import recorded, slug, unknown_person
from statements.resolution.index.units import Units
from statements.resolution.persons.callings import gender_of, may_be_called, surnames_of, without_capitals
from statements.resolution.persons.proper_names import (
    calling_after,
    full_names,
    is_first_name_alone,
    lone_words,
)
from statements.resolution.persons.roles import is_private
from statements.resolution.persons.title_spans import ROYAL
from statements.resolution.persons.titles import Title, Titles
from statements.resolution.text.mentions import PERSON, Mention
from statements.resolution.text.reading import Reading

LONGEST_LABEL = 6


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
        self._inner: dict[str, dict[str, Mention]] = {}
        self._former: set[str] = set()
        self._titles = Titles(reading, units, index, self._office_holder)
        self._named: set[int] = set()
        self.mentions: list[Mention] = []
        for first, last, record in full_names(reading, units):
            bearer = None if record else self._with_initial(first, last)
            if bearer:
                self._add_later(first, last, self._titles.round_name(first, last), bearer)
            elif record or not self._is_long_surname(first, last):
                self._add(self._full_mention(first, last, record))
        for first, last in lone_words(reading, units, self._named):
            whose = self._bearer_of_label(first, last)
            if whose:
                self._add_later(first, last, Title(first, first), whose)
            else:
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
        for at in range(mention.head_first + 1, mention.head_last - 1):
            inner = self._inner.setdefault(sound(self._reading.word(at)), {})
            inner.setdefault(mention.speaker.key, mention)
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
            family = self._surnames.get(self._sounds(first + 1, last), {}).values()
            found = ranked or [one for one in family if initial in fold(one.role).split()]
            return found[0] if len(found) == 1 else None
        if len(initial) != 1:
            return None
        surname = self._sounds(last - 1, last)
        bearers = {**self._strangers.get(surname, {}), **self._surnames.get(surname, {})}
        found = [
            one for one in bearers.values() if one.speaker and fold(one.speaker.name).startswith(initial)
        ]
        return found[0] if len(found) == 1 else None

    def _bearer_of_label(self, first: int, last: int) -> Mention | None:
        """The one person named in full whose label in capitals, with given name or office, begins a turn.

        Finds: "IVO LUND: We agree", "DAS LUND: We agree" of Deputy Assistant Secretary Ivo Lund
        Finds nothing: "KARL LUND: We agree", "DAS LUND: We agree" of Ambassador Ivo Lund, "DAS LUND said"
        """
        is_label = self._reading.gap(last).startswith(":") and last - first <= LONGEST_LABEL
        if not is_label or not self._reading.printed(first, last).isupper():
            return None
        calling = tuple(self._reading.word(at) for at in range(first, last))
        for at in range(first + 1, last):
            surname = self._sounds(at, last)
            bearers = {**self._strangers.get(surname, {}), **self._surnames.get(surname, {})}
            found = [one for one in bearers.values() if may_be_called(one, calling[: at - first])]
            if len(found) == 1:
                return found[0]
        return None

    def _sounds(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(sound(self._reading.word(at)) for at in range(first, last))

    def _is_surely_person(self, mention: Mention) -> bool:
        if mention.speaker is None:
            return False
        return not mention.speaker.provisional or bool(mention.role) or mention.head_first in self._sources

    def _full_mention(self, first: int, last: int, record: SpeakerRecord | None) -> Mention:
        reading = self._reading
        title = self._titles.round_name(first, last)
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
        if known is not None and has_other_middle(sounds, known.name):
            known = None
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

    def _office_holder(self, at: int) -> Mention | None:
        """The one person in office whose surname in the genitive stands at a word: "Berg’s spokesman"."""
        is_owner = self._reading.is_possessive(at + 1)
        bearers = list(self._surnames.get(self._sounds(at, at + 1), {}).values()) if is_owner else []
        return bearers[0] if len(bearers) == 1 and office_of(bearers[0].role) else None

    # --- surnames --------------------------------------------------------------

    def _add_surname(self, first: int, last: int) -> None:
        """A surname alone: of the one person named in full, or known by a title or a country.

        Resolves: "Peskov" where Dmitry Peskov is named, "President Putin", "Turkey's Erdogan"
        Leaves open: "Aliyev" where Ilham and Yashar Aliyev are named, "Peskov" where none is
        Leaves alone: "the head of the opposition party OLP", whose initials are nobody's
        """
        if self._reading.word(first - 1) in PARTIES and end_of_initials(self._reading, first) == last:
            return
        title = self._titles.before_surname(first)
        # "The governor of Ostia’s Norhaven" is of a place.
        if self._reading.is_possessive(first - 1) and "of" in self._reading.folded(title.first, first):
            return
        bearers = self._bearers(first, last, title) or self._called_by_the_first_surname(first, last, title)
        if len(bearers) == 1:
            self._add_later(first, last, title, bearers[0])
        elif bearers:
            self.mentions.append(self._mention(first, last, title, None, None))
        elif last - first == 1:
            record = self._known_otherwise(first, title)
            if record:
                self._add(self._mention(first, last, title, recorded(record), record.country))
                return
            official = self._known_by_title(first, last, title) or self._first_name_alone(first)
            if official:
                self._add(official)
            elif title.first < first:
                self.mentions.append(self._mention(first, last, title, None, None))

    def _bearers(self, first: int, last: int, title: Title) -> list[Mention]:
        """Those named before who bear a surname and whom neither initial nor title rules out."""
        surname = self._sounds(first, last)
        bearers = list(self._surnames.get(surname, {}).values())
        strangers = list(self._strangers.get(surname, {}).values())
        is_recorded = any(one.speaker and not one.speaker.provisional for one in bearers)
        if not is_recorded and (bearers or first in self._sources):
            bearers = list({one.speaker: one for one in [*strangers, *bearers]}.values())
        if not bearers and not strangers and last - first == 1:
            bearers = self._called_by_given_name(first, title)
        initial = self._titles.initial_before(first)
        if initial:
            bearers = [one for one in bearers if one.speaker and fold(one.speaker.name).startswith(initial)]
        if title.country:
            bearers = [one for one in bearers if one.country in (None, title.country)]
        if title.gender:
            bearers = [one for one in bearers if gender_of(one) in ("", title.gender)]
        return bearers

    def _called_by_given_name(self, at: int, title: Title) -> list[Mention]:
        """Those named before whom a given name may call: one who speaks, or has the office told with it.

        Finds: "Anna said", "Minister Anna" after Anna Berg, Minister of Grain
        Finds nothing: "Anna", "Judge Anna said" after her
        """
        known = list(self._given.get(sound(self._reading.word(at)), {}).values())
        office = fold(title.role).split()[-1:]
        in_office = [one for one in known if office and set(office) <= set(fold(one.role).split())]
        return known if at in self._sources and not office else in_office

    def _called_by_the_first_surname(self, first: int, last: int, title: Title) -> list[Mention]:
        """Those of two surnames or more who are called by one that is not the last.

        Finds: "Minister Lund" after "Anna Karla Lund Berg, Minister of Grain", "Lund said" after her
        Finds nothing: "President Lund" after that minister, "Lund" where nobody speaks
        """
        if last - first != 1 or self._sounds(first, last) in self._strangers:
            return []
        known = self._inner.get(sound(self._reading.word(first)), {}).values()
        office = fold(title.role).split()[-1:]
        return [
            one
            for one in known
            if (set(office) <= set(fold(one.role).split()) if office else first in self._sources)
            and (not title.country or one.country in (None, title.country))
            and (not title.gender or gender_of(one) in ("", title.gender))
        ]

    def _known_by_title(self, first: int, last: int, title: Title) -> Mention | None:
        """Somebody of whom the text tells the surname and the office alone, and no record has that surname.

        Finds: "Interior Minister Lehner said", "Golzari, a deputy from Norhaven, said"
        Finds nothing: "Mr. Lehner said", "President Aliyev said" of two whom the records name
        """
        if first not in self._sources or self._index.bears_surname(self._reading.word(first)):
            return None
        title = title if title.role else self._titles.round_name(first, last)
        if not title.role or self._titles.initial_before(first):
            return None
        is_of_none = is_private(self._reading, title.first, title.last)
        country = None if is_of_none else title.country
        name = without_capitals(self._reading.printed(first, last))
        speaker = unknown_person(name, country)
        key = slug(" ".join((name, title.role, country or "")))
        return self._mention(first, last, title, replace(speaker, key=key), country)

    def _first_name_alone(self, at: int) -> Mention | None:
        """Somebody of whom the text tells no more than a first name and what the person is."""
        reading = self._reading
        if at not in self._sources or not is_first_name_alone(reading, self._units, at):
            return None
        name, calling = reading.printed(at, at + 1), calling_after(reading, at)
        age = reading.word(at + 1) if reading.word(at + 1).isdigit() else ""
        key = slug(f"{name} {calling or age or 'first name'}")
        title = Title(at, at + 1, calling)
        return self._mention(at, at + 1, title, replace(unknown_person(name, None), key=key), None)

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
