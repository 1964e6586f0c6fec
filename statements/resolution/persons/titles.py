"""The title round a name: what it says of office, gender and country."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statements.records import CountryRecord
from statements.resolution.bodies.the_country import (
    OWNERS_OF_ALL_KINDS,
    STATES,
    begins_with_a_body,
    country_meant,
    country_of_place,
    is_the_country,
    organisation_called,
    organisation_meant,
    subject_before,
)
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import speaking_for
from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.appositions import apposition_after
from statements.resolution.persons.delegations import delegation_headed, duty_after, party_spoken_for
from statements.resolution.persons.proper_names import country_in_brackets
from statements.resolution.persons.roles import (
    OUTWARD,
    country_of_title,
    gender_of_title,
    is_former,
    is_of_a_secretary_general,
    is_private,
    printed_title,
    serves_the_owner,
)
from statements.resolution.persons.state_titles import is_of_any_group, is_state_title
from statements.resolution.persons.title_spans import (
    HONOURED,
    title_before,
    title_before_comma,
    title_with_region,
)
from statements.resolution.persons.titles_apart import OWNERS, title_apart, title_in_clause
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import HONORIFICS, NAMES_TOO, RANKS_OF_FORCES, SHEIKHS, any_of

# Titles that tell a rank and no office.
RANKS = (
    HONORIFICS
    | NAMES_TOO
    | RANKS_OF_FORCES
    | SHEIKHS
    | any_of("vice air chief wing group squadron commander prince princess doctor professor")
)
SHORT_RANKS = any_of("brig gen lt col maj capt cmdr adm rear")
# They stand before a name whose office follows it.
RANKS_BESIDE_OFFICES = RANKS | HONOURED | {"ambassador", "senator", "the", "right"}
# They serve who sends them, wherever they are.
SENT = frozenset(("ambassador", "envoy", "consul", "attache", "representative", "affaires"))

# Commissioners of states, cities and of organisations without a commission.
OTHER_COMMISSIONERS = any_of(
    "police high human rights general district city state provincial electoral tax customs border"
    " assistant deputy resident parliamentary ombudsman former"
)
FARTHEST_UNION = 600
# Offices that no other state calls so.
OFFICES_OF_ONE_STATE = {
    "taoiseach": "IE",
    "tanaiste": "IE",
    "chief cabinet secretary": "JP",
    "external affairs minister": "IN",
    "minister of external affairs": "IN",
}


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


class Titles:
    """Reads the titles of a text; ``office_holder`` is who is in office and named by the word at a number."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        index: AuthorityIndex,
        office_holder: Callable[[int], Mention | None],
    ) -> None:
        self._reading, self._units, self._index = reading, units, index
        self._office_holder = office_holder

    def round_name(self, first: int, last: int) -> Title:
        """The title round a name: all of it in "its spokesman, Colonel Ivo Lund,"."""
        reading, units = self._reading, self._units
        start, end = self._bounds(first, last)
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
            self._country_of(start, end)
            or self._country_after(start, end, last)
            or self._country_of_duty(start, end, last),
            gender_of_title(reading, start, end),
            is_private(reading, start, end),
            is_former(reading, start, end),
        )

    def _bounds(self, first: int, last: int) -> tuple[int, int]:
        """The words of a title beside a name, by the first rule that finds one; else an empty range."""
        reading, units = self._reading, self._units
        start = title_before_comma(reading, units, title_before(reading, units, first), last)
        if start < first:
            return start, first
        start, end = apposition_after(reading, units, last)
        if start < end:
            return start, end
        start = title_with_region(reading, units, first)
        if start == first:
            start = title_apart(reading, units, first, last)
        return (start, first) if start < first else title_in_clause(reading, units, last)

    def before_surname(self, name: int) -> Title:
        """The title before a surname alone, or the country whose it is: "Turkey's Erdogan"."""
        reading, units = self._reading, self._units
        while self.initial_before(name):
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

    def initial_before(self, name: int) -> str:
        """The letter in front of a surname: "a" of "A. Lund"."""
        reading = self._reading
        is_initial = len(reading.word(name - 1)) == 1 and reading.is_capital(name - 1)
        return reading.word(name - 1) if is_initial and reading.gap(name).strip() == "." else ""

    def _owner_before(self, name: int) -> Title:
        reading = self._reading
        owner = self._units.country_at(name - 2) if reading.is_possessive(name - 1) else None
        if owner is None or owner.country is None or reading.gap(name) != " ":
            return Title(name, name)
        return Title(owner.first, name, country=speaking_for(owner.country))

    def _rank_and_office(self, start: int, end: int, last: int) -> Title | None:
        """Both titles of somebody with a rank before the name and an office after it, else None.

        Finds: "Lieutenant General Ivo Lund, the commander of the Ostian Armed Forces,"
        Finds: "Ambassador Ivo Lund, Permanent Representative of Ostia to the League,"
        Finds: "Senator the Honourable Ivo Lund, Minister of Foreign Affairs of Ostia,"
        """
        reading = self._reading
        after, after_end = apposition_after(reading, self._units, last)
        is_ranked = all(reading.word(at) in RANKS_BESIDE_OFFICES for at in range(start, end))
        if after == after_end or not is_ranked:
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

    # --- whose title it is -------------------------------------------------------------

    def _country_of(self, start: int, end: int) -> str | None:
        """The code that the bearer of a title speaks for.

        Of a person in office: "Berg’s spokesman Karl Holm", where President Ivo Berg was named
        Of the one organisation: "envoy of the Secretary-General Lado Beri", "the bloc’s spokesman Lado Beri"
        Of the place, if it fits: "Foreign Ministry spokesman Karl Holm told reporters in Osta"
        Of who is meant by "its" or "the country’s"
        """
        reading, units = self._reading, self._units
        unit = (
            country_of_title(reading, units, start, end)
            or delegation_headed(reading, units, start)
            or party_spoken_for(reading, units, start)
        )
        if unit is not None:
            return country_code(unit, self._index)
        holder = self._office_holder(start)
        if holder and serves_the_owner(reading, start, end):
            return holder.country
        if is_of_a_secretary_general(reading, start, end):
            return speaking_for(organisation_meant(units, self._index, start))
        called = organisation_called(reading, units, self._index, start, end)
        if called:
            return speaking_for(called)
        union = self._union_of_commissioner(start, end) or self._only_state_with(start, end)
        if union:
            return speaking_for(union)
        if is_state_title(printed_title(reading, start, end)):
            place = speaking_for(country_of_place(reading, units, start))
            if place:
                return place
        return self._country_of_owner(start, end)

    def _union_of_commissioner(self, start: int, end: int) -> CountryRecord | None:
        """The one organisation named so far that has a commission of record.

        Finds: the Ostian Union, which has one, for "Grain Commissioner", "Executive Vice-President"
        Finds: the European Union for "European Commissioner", wherever
        Finds nothing: for "Police Commissioner", "Commissioner for Human Rights", "Vice-President"
        """
        words = set(self._reading.folded(start, end))
        is_member = "commissioner" in words and not words & OTHER_COMMISSIONERS
        if not is_member and not {"executive", "vice", "president"} <= words:
            return None
        if "european" in self._reading.folded(start - 1, start + 1):
            return self._index.country("EU")
        codes = self._units.codes(range(max(0, start - FARTHEST_UNION), start), with_people=True)
        owners = [code for code in codes if self._index.speaker(f"{code.lower()}-commission")]
        return self._index.country(owners[0]) if len(owners) == 1 else None

    def _only_state_with(self, start: int, end: int) -> CountryRecord | None:
        """The one state that has an office of that name: "the Taoiseach, Ivo Lund"."""
        words = f" {' '.join(self._reading.folded(start, end))} "
        code = next((code for name, code in OFFICES_OF_ONE_STATE.items() if f" {name} " in words), "")
        return self._index.country(code)

    def _country_of_owner(self, start: int, end: int) -> str | None:
        """That of the one country named right before, or of whom the sentence before is about.

        Finds: "the country’s president, Karl Holm", "her spokesman Lado Beri", "its ambassador in Nora"
        Finds: Ostia agreed. The spokesperson for its Foreign Ministry, Karl Holm, …
        Finds nothing: "his counterpart Karl Holm", "her lawyer Lado Beri"; "its director" of a group that
        spoke of Ostia
        """
        reading, units = self._reading, self._units
        owner = next((word for at in (start, start - 1) if (word := reading.word(at)) in OWNERS), "")
        if not owner and "its" in reading.folded(start + 1, end) and serves_the_owner(reading, start, end):
            return speaking_for(subject_before(reading, units, self._index, start))
        if reading.word(start) not in OWNERS and not reading.is_joined(start):
            owner = ""
        is_served = owner and serves_the_owner(reading, start, self._end_of_office(start, end))
        if not is_served and not is_the_country(reading, start):
            return None
        kinds = OWNERS_OF_ALL_KINDS if owner == "its" else STATES
        if owner == "its" and is_of_any_group(printed_title(reading, start, end)):
            kinds = kinds if begins_with_a_body(reading, units, start) else kinds - STATES
        subject = subject_before(reading, units, self._index, start) if owner == "its" else None
        return speaking_for(subject or country_meant(reading, units, self._index, start, kinds))

    def _end_of_office(self, start: int, end: int) -> int:
        """Where a title ends without the place to which somebody is sent: "ambassador in Nora"."""
        places = (at for at in range(start + 1, end) if self._reading.word(at) in OUTWARD)
        place = next(places, end)
        return place if self._reading.word(place - 1) in SENT else end

    def _country_after(self, start: int, end: int, last: int) -> str | None:
        """The code of the country that follows a name and its title: "President Karl Brandt of Norland"."""
        reading = self._reading
        unit = self._units.country_at(last + 1 + (reading.word(last + 1) == "the"))
        is_of = reading.word(last) == "of" and reading.is_joined(last) and reading.is_joined(last + 1)
        if unit is None or unit.use == "demonym" or not is_of or end > last:
            return None
        return speaking_for(unit.country) if serves_the_owner(reading, start, end) else None

    def _country_of_duty(self, start: int, end: int, last: int) -> str | None:
        """The code of the state that somebody with a mere rank is said to serve.

        Finds: Ostia for "General Ivo Lund, who led the Ostian team,"
        Finds nothing: for "Trade envoy Ivo Lund, who led the Ostian team,", who may be a union's
        """
        words = self._reading.folded(start, end)
        is_rank = end <= last and all(word in RANKS or word in SHORT_RANKS for word in words)
        return country_code(duty_after(self._reading, self._units, last)[0], self._index) if is_rank else None


def country_code(unit: Unit | None, index: AuthorityIndex) -> str | None:
    """The code that the owner of a title speaks for."""
    if unit is None:
        return None
    if unit.country:
        return speaking_for(unit.country)
    record = unit.body or unit.person
    return speaking_for(index.country(record.country)) if record and record.country else None
