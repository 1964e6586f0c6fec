"""The three countries, all four ministers, the three ministries: those whom a count says they are."""

from __future__ import annotations

from collections.abc import Callable

from statements.records import CountryRecord, ResolvedAttribution
from statements.resolution.attributions import spoken_for
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government
from statements.resolution.index.units import Unit
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import FARTHEST_WORD, Antecedents, attribution_of
from statements.resolution.pointing.counterparts import countries_of_counterparts, field_in
from statements.resolution.pointing.descriptions import SIDES
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON

NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
IN_COMPANY = frozenset((("together", "with"), ("along", "with"), ("jointly", "with")))
LONGEST_GROUP = 5
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

    def _people(
        self, at: int, number: int, fits: Callable[[ResolvedAttribution], bool]
    ) -> tuple[ResolvedAttribution, ...]:
        """All the persons named so far who fit, if they are that many."""
        named = self._before.mentions.between(max(0, at - FARTHEST_WORD), at)
        found = {
            one.speaker: attribution_of(self._before.reading, one)
            for one in named
            if one.kind == PERSON and one.speaker and one.head_first not in self._before.contents
        }
        fitting = tuple(one for one in found.values() if fits(one))
        return fitting if len(fitting) == number else ()

    def _countries(self, at: int, number: int) -> list[CountryRecord]:
        """The only list of so many countries before a word, or those of a minister and the counterparts."""
        reading, units = self._named.reading, self._named.units
        found = {
            frozenset(run): run
            for k in range(max(0, at - FARTHEST_LIST), at)
            if (unit := units.country_at(k)) and unit.first == k
            for run in (
                self._listed(unit),
                countries_of_counterparts(reading, units, self._before.mentions, k),
            )
            if len(set(run)) == number
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


def _ministry_name(speaker: object) -> str:
    name = getattr(speaker, "name", "")
    is_ministry = getattr(speaker, "kind", "") == INSTITUTION and "Ministry" in name
    return name if is_ministry else ""
