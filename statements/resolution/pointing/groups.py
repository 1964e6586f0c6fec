"""The three countries, all four ministers, the ministries of both countries, the participants of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from statements.records import CountryRecord, ResolvedAttribution
from statements.resolution.attributions import spoken_for
from statements.resolution.bodies.joint import SINGULARS
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.bodies.patterns import longest_pattern
from statements.resolution.bodies.the_country import STATES
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government
from statements.resolution.index.units import Unit
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import FARTHEST_WORD, Antecedents, attribution_of
from statements.resolution.pointing.counterparts import countries_of_counterparts, field_in
from statements.resolution.pointing.descriptions import OFFICES, SIDES
from statements.resolution.pointing.to_bodies import WRITTEN
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON
from statements.resolution.text.reading import Reading

NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
IN_COMPANY = frozenset((("together", "with"), ("along", "with"), ("jointly", "with")))
LONGEST_GROUP = 5
LONGEST_BODIES = 6
FEWEST_OF_A_LIST = 3
PARTICIPANTS = frozenset(("participants", "signatories", "delegations", "attendees"))
TAKING_PART = frozenset(("participating", "member", "signatory"))
FARTHEST_LIST = 1500


class Groups:
    """Finds the countries, ministries or persons that are as many as the words say."""

    def __init__(self, before: Antecedents, named: NamedText, index: AuthorityIndex) -> None:
        self._before, self._named, self._index = before, named, index

    def resolve(
        self, first: int, last: int, is_a: Callable[[ResolvedAttribution, str], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        """The three or more that "the three …" stands for; two are :class:`Several`'s.

        Resolves: Ostia, Norland and Varia sent guards. … The three ministries said …
        Resolves: Minister Lund met her Varian and Norland counterparts. … The three ministers said …
        Leaves open: "three ministers", "the three" after two lists of three countries
        """
        words = self._before.reading.folded(first, last)
        if len(words) > LONGEST_GROUP or words[0] not in ("the", "all") or not set(words[:3]) & set(NUMBERS):
            return ()
        number = next(NUMBERS[word] for word in words if word in NUMBERS)
        noun = words[-1]
        people = self._people(first, number, lambda one: is_a(one, noun))
        if people:
            return people
        countries = self._countries(first, number)
        if noun in SIDES:
            return tuple(spoken_for(government(one)) for one in countries)
        field = self._field(first)
        if noun not in ("ministries", "ministers") or not field:
            return ()
        return tuple(spoken_for(institution_of(self._index, one, field)) for one in countries)

    def two(
        self, first: int, last: int, is_a: Callable[[ResolvedAttribution, str], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        """The only persons of a text so far who hold the office that words say, of two countries or more.

        Resolves: Minister Lund of Ostia visited Minister Berg of Norland. … "The Ministers", "both ministers"
        Leaves open: "the ministers" after three of them, after two of one country, or after "EU ministers"
        """
        words = self._before.reading.folded(first, min(last, first + LONGEST_GROUP))
        is_counted = words[:1] == ["both"] or words[:2] == ["the", "two"]
        is_named = is_counted or (words[0] == "the" and len(words) == 2)
        if not is_named or words[-1] not in OFFICES or last - first > LONGEST_GROUP:
            return ()
        if not is_counted and self._are_others(words[-1], first):
            return ()
        people = self._people(first, 2, lambda one: is_a(one, words[-1]))
        codes = {one.country for one in people if one.country}
        return people if len(codes) == 2 else () if is_counted else self._who_gathered(first, words[-1], is_a)

    def _who_gathered(
        self, at: int, noun: str, is_a: Callable[[ResolvedAttribution, str], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        """The three or more of an office, each of another country, whom one sentence or one list names.

        Resolves: "The leaders" after Lund, Berg and Hale met, the presidents of Ostia, Norland and Varia
        Leaves open: the same where a second sentence names three others, or a fourth leader is named
        """
        reading, people = self._before.reading, self._all_people(at, lambda one: is_a(one, noun))
        codes = {one.country for one in people if one.country}
        if not FEWEST_OF_A_LIST <= len(people) == len(codes):
            return ()
        places = [reading.sentence_numbers[reading.words_in(one.source)[0]] for one in people if one.source]
        spread = max(places) - min(places)
        return people if spread == 0 or spread == len(set(places)) - 1 == len(people) - 1 else ()

    def _are_others(self, noun: str, at: int) -> bool:
        """Whether a text told of others who hold an office: "EU ministers", "three ministers"."""
        reading = self._before.reading
        return any(
            reading.word(k) == noun and reading.word(k - 1) not in ("the", "two", "both")
            for k in range(max(0, at - FARTHEST_WORD), at)
        )

    def bodies_of_two(self, first: int, last: int) -> tuple[ResolvedAttribution, ...]:
        """The ministries "of the two countries": those of the pair that a list or the title names.

        Resolves: Ostia and Norland opened a road. … The foreign ministries of the two countries said …
        Leaves open: "the foreign ministries of the three countries", "the ministries of both countries"
        """
        reading = self._before.reading
        of = next(
            (at for at in range(first + 1, min(last, first + LONGEST_BODIES)) if reading.word(at) == "of"), -1
        )
        at = of + 1 + (reading.word(of + 1) == "the")
        is_of_two = of > 0 and reading.word(at) in ("two", "both") and reading.word(at + 1) in SIDES
        field = field_of_bodies(reading, first + (reading.word(first) == "the"), of) if is_of_two else ""
        pair = self.pair(first) if field else []
        return tuple(spoken_for(institution_of(self._index, one, field)) for one in pair)

    def pair(self, at: int) -> list[CountryRecord]:
        """The two countries of a text: the two of its title, its only list of two, or the only two so far.

        None where the paragraph names another before the word.
        """
        headed = self._before.heading
        pair = list(headed) if len(headed) == 2 else self._countries(at, 2) or self._all_countries(at)
        codes = {one.code for one in pair}
        here = self._named.units.codes(range(self._before.paragraph_start(at), at))
        return pair if len(codes) == 2 and here <= codes else []

    def participants(self, first: int, last: int) -> tuple[ResolvedAttribution, ...]:
        """The governments of the only list of three countries or more, where their words were joint.

        Resolves: Ostia, Norland and Varia met. … In a joint statement, the participants called …
        Leaves open: "the participants" after two such lists, "participants"
        """
        if not self.are_participants(first, last):
            return ()
        found = self._lists(first, lambda number: number >= FEWEST_OF_A_LIST)
        return tuple(spoken_for(government(one)) for one in found)

    def are_participants(self, first: int, last: int) -> bool:
        """Whether words are "the participants", "the member states"; or "the sides" of a joint text."""
        reading = self._before.reading
        words = reading.folded(first, min(last, first + 4))
        if len(words) not in (2, 3) or words[0] != "the" or (len(words) == 3 and words[1] not in TAKING_PART):
            return False
        sentence = range(self._before.sentence_start(first), first)
        is_joint = any(reading.word(at) == "joint" and reading.word(at + 1) in WRITTEN for at in sentence)
        return words[-1] in PARTICIPANTS or (words[-1] in SIDES and (is_joint or len(words) == 3))

    def _people(
        self, at: int, number: int, fits: Callable[[ResolvedAttribution], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        """All the persons named so far who fit, if they are that many."""
        fitting = self._all_people(at, fits)
        return fitting if len(fitting) == number else ()

    def _all_people(
        self, at: int, fits: Callable[[ResolvedAttribution], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        named = self._before.mentions.between(max(0, at - FARTHEST_WORD), at)
        found = {
            one.speaker: attribution_of(self._before.reading, one)
            for one in named
            if one.kind == PERSON and one.speaker and one.head_first not in self._before.contents
        }
        return tuple(one for one in found.values() if fits(one))

    def _countries(self, at: int, number: int) -> list[CountryRecord]:
        """The only list of so many countries before a word, or those of a minister and the counterparts."""
        return self._lists(at, lambda found: found == number)

    def _all_countries(self, at: int) -> list[CountryRecord]:
        """The states that a text names before a word, organisations aside."""
        codes = self._named.units.codes(range(max(0, at - FARTHEST_LIST), at))
        return [one for code in sorted(codes) if (one := self._index.country(code)) and one.kind in STATES]

    def _lists(self, at: int, is_meant: Callable[[int], bool]) -> list[CountryRecord]:
        """The only list of countries of a meant length before a word."""
        reading, units = self._named.reading, self._named.units
        found = {
            frozenset(run): run
            for k in range(max(0, at - FARTHEST_LIST), at)
            if (unit := units.country_at(k)) and unit.first == k
            for run in (
                self._listed(unit),
                countries_of_counterparts(reading, units, self._before.mentions, k),
            )
            if is_meant(len(set(run)))
        }
        if len(found) != 1:
            return []
        [codes] = found.values()
        return [one for code in codes if (one := self._index.country(code))]

    def _listed(self, unit: Unit) -> tuple[str, ...]:
        """The codes of the countries that stand in one list, of which a unit is the first.

        Finds: Ostia, Norland and Varia, in "Ostia sent guards and, together with Norland and Varia, demanded"
        """
        reading, units = self._named.reading, self._named.units
        is_inside = reading.word(unit.first - 1) == "and" or "," in reading.gap(unit.first)
        if is_inside and units.country_at(unit.first - 1 - (reading.word(unit.first - 1) == "and")):
            return ()
        codes = []
        following: Unit | None = unit
        while following is not None and following.country:
            codes.append(following.country.code)
            at = following.last
            is_joined = "," in reading.gap(at) or reading.word(at) == "and"
            at += reading.word(at) == "and"
            at += reading.word(at) == "the"
            following = units.country_at(at) if is_joined and reading.same_sentence(unit.first, at) else None
        return (*self._leading(unit), *codes)

    def _leading(self, unit: Unit) -> tuple[str, ...]:
        """The country with which a sentence begins, where a list stands behind "together with"."""
        reading, at = self._named.reading, unit.first - (self._named.reading.word(unit.first - 1) == "the")
        if (reading.word(at - 2), reading.word(at - 1)) not in IN_COMPANY:
            return ()
        subjects = self._before.subjects(at)
        is_country = len(subjects) == 1 and subjects[0].kind == GOVERNMENT and subjects[0].last < at
        return (subjects[0].country,) if is_country and subjects[0].country else ()

    def _field(self, at: int) -> str:
        """The field of the only kind of minister or ministry that the text named before a word."""
        found = {
            field
            for one in self._before.mentions.between(max(0, at - FARTHEST_WORD), at)
            if (field := field_in(one.role) if one.kind == PERSON else field_in(_ministry_name(one.speaker)))
        }
        return found.pop() if len(found) == 1 else ""


def field_of_bodies(reading: Reading, first: int, last: int) -> str:
    """The field of "foreign ministries", "parliaments"; empty for other words."""
    words = [
        token._replace(word=SINGULARS.get(token.word, token.word)) for token in reading.words[first:last]
    ]
    if not words or words == list(reading.words[first:last]):
        return ""
    singular = replace(reading, words=words, sentence_numbers=reading.sentence_numbers[first:last])
    pattern = longest_pattern(singular, 0)
    return pattern.field if pattern and pattern.last == len(words) and pattern.key else ""


def states_named(named: NamedText) -> tuple[CountryRecord, ...]:
    """The states of a title, each once: Ostia and Norland of "Osta asks Norland for figures"."""
    found = {one.country.code: one.country for one in named.units.items if one.country}
    return tuple(one for one in found.values() if one.kind != "organisation")


def _ministry_name(speaker: object) -> str:
    name = getattr(speaker, "name", "")
    is_ministry = getattr(speaker, "kind", "") == INSTITUTION and "Ministry" in name
    return name if is_ministry else ""
