"""Sources that give a role and no name: somebody named before, the holder of the office, or nobody named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from statements.folding import fold
from statements.records import ResolvedAttribution, Span, SpeakerReference
from statements.resolution.attributions import Attributions, inferred, shown
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.coreference import Antecedents, Said
from statements.resolution.descriptions import Description, describe
from statements.resolution.mentions import Mention
from statements.resolution.offices import holds_on, office_of
from statements.resolution.people import country_code
from statements.resolution.reading import Reading
from statements.resolution.references import recorded, unnamed_role
from statements.resolution.roles import country_of_title, gender_of_title, is_private
from statements.resolution.units import Unit, Units
from statements.resolution.vocabulary import OFFICE_HEADS, TITLE_WORDS, UNNAMED_HEADS

# Words for the holders of several offices.
WIDER_HEADS = {
    "leader": re.compile(r"\b(president|prime minister|premier|chancellor|leader)\b"),
    "diplomat": re.compile(r"\b(ambassador|envoy|foreign minist\w+|diplomat|consul)\b"),
    "envoy": re.compile(r"\b(ambassador|envoy|representative)\b"),
}
# A place after these belongs to the role: "officials in Baku", "a source close to the Kremlin".
PLACES_AFTER = frozenset(("in", "from", "at", "of", "to", "for", "with"))
LONGEST_ROLE = 120


class DescribedSpeakers:
    """Resolves roles without names."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        index: AuthorityIndex,
        antecedents: Antecedents,
        published: date | None,
    ) -> None:
        self._reading, self._units, self._index = reading, units, index
        self._antecedents, self._published = antecedents, published

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        """A role: of somebody named before, of the holder of the office, or of nobody named.

        Resolves: "the minister" to Hulusi Akar, "A Turkish diplomatic source" to an unnamed role
        Leaves alone: "the minister" when no minister was named
        """
        description = describe(self._reading, first, last)
        if description is None:
            return ()
        description = self._with_place(description, last)
        unit = self._country_of(description)
        country = country_code(unit, self._index)
        if description.is_definite:
            known = self._known_person(description, country, first)
            if known:
                return inferred(self._reading, known.attributions, span, first, last)
            held = self._office_holder(description, country)
            if held:
                basis = f"holder of the office on {self._published}: '{shown(self._reading, first, last)}'"
                return (ResolvedAttribution(held, span, self._role(description), held.country, basis),)
            if country is None:
                return ()
        if is_private(self._reading, description.first, description.last):
            country = None
        role = self._role(description)
        speaker = unnamed_role(role, country)
        return (ResolvedAttribution(speaker, span, role, country, "a role without a name"),)

    def _country_of(self, description: Description) -> Unit | None:
        return country_of_title(
            self._reading, self._units, description.first, description.last
        ) or self._place(description)

    def _with_place(self, description: Description, last: int) -> Description:
        """The description with a place that follows the source."""
        reading = self._reading
        if description.last != last or reading.word(last) not in PLACES_AFTER or not reading.is_joined(last):
            return description
        unit = self._units.at(last + 1 + (reading.word(last + 1) == "the"))
        return (
            replace(description, last=unit.last)
            if unit and reading.same_sentence(last, unit.first)
            else description
        )

    def _place(self, description: Description) -> Unit | None:
        """Where unnamed people are: "a source in the Kremlin", "officials in Ankara"."""
        for at in range(description.first, description.last):
            unit = self._units.at(at)
            is_place = unit and (unit.body or unit.use in ("capital", "metonym"))
            if is_place and self._reading.word(at - 1) in ("in", "from", "the"):
                return unit
        return None

    def _role(self, description: Description) -> str:
        """The role as printed; a common word at the start of a sentence loses its capital."""
        role = self._reading.printed(description.first, description.last)[:LONGEST_ROLE].strip()
        is_common = self._reading.word(description.first) in TITLE_WORDS | UNNAMED_HEADS
        is_name = role[:2].isupper() or self._reading.is_capital(description.first + 1)
        return role[0].lower() + role[1:] if is_common and not is_name else role

    def _known_person(self, description: Description, country: str | None, at: int) -> Said | None:
        reading = self._reading
        if description.head not in OFFICE_HEADS:
            return None

        def fits(mention: Mention) -> bool:
            is_of_country = country is None or mention.country == country
            return is_of_country and any(
                self._is_alike(description, title) for title in self._titles(mention)
            )

        gender = gender_of_title(reading, description.first, description.last)
        return self._antecedents.by_role(at, fits, gender)

    def _titles(self, mention: Mention) -> list[str]:
        """The printed title; recorded ones only of a "counterpart", and of who held them on the day."""
        record = self._index.speaker(mention.speaker.key) if mention.speaker else None
        if record is None or office_of(mention.role):
            return [mention.role]
        if "counterpart" in fold(mention.role).split():
            return [office.title for office in record.offices]
        held = [office for office in record.offices if self._published and holds_on(office, self._published)]
        return [mention.role, *(office.title for office in held)]

    def _is_alike(self, description: Description, title: str) -> bool:
        """Whether a description may repeat a title.

        May: "the Russian leader", "the minister", "the envoy", "the former president" of a former president
        May not: "the minority leader", "the former president" of a president
        """
        words = self._words_without_country(description)
        if description.head in WIDER_HEADS and words == {description.head}:
            return bool(WIDER_HEADS[description.head].search(fold(title)))
        office, held = office_of(self._role(description)), office_of(title)
        return office == held if office and held else words <= set(fold(title).split())

    def _words_without_country(self, description: Description) -> set[str]:
        places = range(description.first, description.last)
        words = {self._reading.word(at) for at in places if self._units.at(at) is None}
        return words - {"s"}

    def _office_holder(self, description: Description, country: str | None) -> SpeakerReference | None:
        if self._published is None or country is None:
            return None
        record = self._index.holder(self._role(description), country, self._published)
        return recorded(record) if record else None
