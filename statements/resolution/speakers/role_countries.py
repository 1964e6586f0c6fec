"""Which country a role without a name is of: its own words tell it, or whom it serves, or home."""

from __future__ import annotations

from statements.folding import fold
from statements.resolution.bodies.patterns import OPENERS
from statements.resolution.bodies.the_country import (
    KINDS_OF_ORGANISATIONS,
    organisation_meant,
    subject_before,
)
from statements.resolution.home.found import ACTED, SPOKE, code_for
from statements.resolution.home.homes import Homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import fits_head, office_of
from statements.resolution.index.references import speaking_for
from statements.resolution.index.units import Unit
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import OUT_OF_OFFICE, country_of_title, serves_the_owner
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.antecedents import FARTHEST_WORD
from statements.resolution.pointing.descriptions import Description
from statements.resolution.speakers.role_names import person_in
from statements.resolution.speakers.titles_held import TitlesHeld
from statements.resolution.text.mentions import Mentions


def is_minister(title: str) -> bool:
    """Whether a title is of a minister in office, of any field: "Ostian Grain Minister"."""
    words = set(fold(title).split())
    return "minister" in words and not words & OUT_OF_OFFICE


class RoleCountries:
    """Finds the country of a description."""

    def __init__(
        self, named: NamedText, mentions: Mentions, index: AuthorityIndex, homes: Homes, held: TitlesHeld
    ) -> None:
        self._reading, self._units, self._index, self._mentions = named.reading, named.units, index, mentions
        self._homes, self._held = homes, held

    def told(self, description: Description) -> str | None:
        """The country that the words tell, or that of the person in office whom they name."""
        unit = self._owner(description)
        return country_code(unit, self._index) if unit else self._of_person(description)

    def not_told(self, description: Description, role: str) -> str | None:
        """That of the organisation that a role calls by its kind, else home's."""
        return self._organisation(description) or self._at_home(description, role)

    def _owner(self, description: Description) -> Unit | None:
        """The country of a role; none for "the leaders of Ostia and Norland"."""
        if self._is_of_several(description):
            return None
        return country_of_title(
            self._reading, self._units, description.first, description.last
        ) or self._place(description)

    def _is_of_several(self, description: Description) -> bool:
        """Whether two countries are joined in a role: "U.S. and Russian officials"."""
        reading, units = self._reading, self._units
        for at in range(description.first, description.last):
            unit = units.country_at(at)
            if unit is None or (reading.word(unit.last) != "and" and "," not in reading.gap(unit.last)):
                continue
            other = units.country_at(unit.last + (reading.word(unit.last) == "and"))
            if other and other.country != unit.country and other.last <= description.last:
                return True
        return False

    def _place(self, description: Description) -> Unit | None:
        """Where unnamed people are: "a source in the Kremlin", "officials in Ankara", "in the army"."""
        for at in range(description.first, description.last):
            unit = self._units.at(at)
            if unit is None or self._reading.word(at - 1) not in ("in", "from", "the"):
                continue
            is_state = self._reading.word(unit.last) in OPENERS
            if unit.body or unit.use in ("capital", "metonym") or is_state:
                return unit
        return None

    def _of_person(self, description: Description) -> str | None:
        """That of the person in office for whom a role speaks: "a spokeswoman for President Lund"."""
        person = person_in(self._mentions, description)
        is_servant = serves_the_owner(self._reading, description.first, description.last)
        is_in_office = person is not None and any(
            office_of(title) or is_minister(title) for title in self._held.by(person)
        )
        return person.country if person and is_in_office and is_servant else None

    def _organisation(self, description: Description) -> str | None:
        """The one that a role calls by its kind: "an alliance official", "the bloc’s diplomats"."""
        first, last = description.first, description.last
        if not KINDS_OF_ORGANISATIONS & set(self._reading.folded(first, last)):
            return None
        acted = subject_before(self._reading, self._units, self._index, first)
        if acted is None or acted.kind != "organisation":
            acted = organisation_meant(self._units, self._index, first)
        return speaking_for(acted)

    def _at_home(self, description: Description, role: str) -> str | None:
        """Home's, for a role of its state: "a Foreign Ministry source", "the president" where none was named.

        Finds none: "the president" after any president was named, "the minister", "a source"; "the spokesman"
        of the state that acted last
        """
        home = self._homes.of_speaker(description.first, description.last)
        code = code_for(home, role)
        if code is None or not description.is_definite:
            return code
        if home and home.basis in (ACTED, SPOKE):
            return None
        before = self._mentions.people(max(0, description.first - FARTHEST_WORD), description.first)
        is_named = any(fits_head(description.head, one.role) for one in before)
        return None if is_named or fold(role) == description.head == "minister" else code
