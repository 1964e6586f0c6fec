"""Sources that give a role and no name: somebody named before, the holder of the office, or nobody named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from statements.folding import fold
from statements.records import ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, inferred, shown
from statements.resolution.home.homes import Homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import adjective, recorded, unnamed_role
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import is_private, serves_the_owner
from statements.resolution.pointing.antecedents import attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import Description, describe, end_of_sides
from statements.resolution.pointing.several import in_the_singular
from statements.resolution.speakers.anonymity import hides
from statements.resolution.speakers.meant_before import MeantBefore, words_without_country
from statements.resolution.speakers.reach import Reach
from statements.resolution.speakers.role_countries import RoleCountries
from statements.resolution.speakers.role_names import (
    BodyOfRole,
    RoleNames,
    owned_role,
    person_in,
    role_at_body,
)
from statements.resolution.speakers.titles_held import SHORT_TITLES, TitlesHeld
from statements.resolution.text.mentions import GOVERNMENT, Mentions
from statements.resolution.text.vocabulary import PRIVATE_PEOPLE, SPOKESPERSONS, TITLE_WORDS

BESIDE_SPOKESPERSONS = frozenset(("deputy", "chief", "acting", "first", "official", "principal"))


@dataclass(frozen=True, slots=True)
class Role:
    """A source that gives a role: its words, what they describe in full, and what they tell of it.

    ``owner`` is the person whose "his" or "her" somebody is, ``body`` the one at which somebody is.
    """

    span: Span
    first: int
    last: int
    description: Description
    name: str
    country: str | None
    owner: ResolvedAttribution | None
    body: BodyOfRole | None


class DescribedSpeakers:
    """Resolves roles without names."""

    def __init__(
        self,
        named: NamedText,
        mentions: Mentions,
        index: AuthorityIndex,
        coreference: Coreference,
        published: date | None,
        homes: Homes,
    ) -> None:
        self._reading, self._units, self._index, self._mentions = named.reading, named.units, index, mentions
        self._several, self._bodies = coreference.several, coreference.bodies
        self._published, self._homes = published, homes
        held = TitlesHeld(index, published)
        self._reach = Reach(named, mentions)
        self._names = RoleNames(named, mentions, index, coreference.bodies)
        self._countries = RoleCountries(named, mentions, index, homes, held)
        self._before = MeantBefore(named, mentions, index, coreference.persons, held)

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        """A role: of somebody named before, of the holder of the office, or of nobody named.

        Resolves: "the minister" to Hulusi Akar, "A Turkish diplomatic source" to an unnamed role
        Leaves alone: "the minister" when no minister was named
        """
        description = describe(self._reading, first, last)
        if description is None or (description.head in SHORT_TITLES and not self._is_all_title(description)):
            return ()
        if self._reading.folded(first, first + 2) == ["one", "of"]:
            return self._one_of_several(span, first, last, description)
        its = self._its_spokesperson(span, first, description)
        if its:
            return its
        role = self._read(span, first, last, description)
        found = self._known(role)
        if found:
            return found
        placed = self._placed(role)
        found = self._known(placed) if placed.country != role.country else ()
        if found:
            return found
        role = placed
        found = self._office_holder(role) or self._owned(role) or self._narrated(role)
        return found or self._without_a_name(role)

    def _is_all_title(self, description: Description) -> bool:
        """Whether nothing but an office and a country is told: "the Ostian FM"; not "Radio Ostia FM"."""
        words = range(description.first, description.last)
        return all(
            self._reading.word(at) in TITLE_WORDS or ((unit := self._units.at(at)) and unit.use == "demonym")
            for at in words
        )

    def _one_of_several(self, span: Span, first: int, last: int, description: Description) -> Attributions:
        """One of several without names who spoke last.

        Resolves: Two Ostian officials agreed. One of the officials added …
        Leaves open: Two Ostian officials agreed. One of the ministers added …
        """
        said = self._several.one_of_several(first)
        found = said.attributions[:1] if said else ()
        is_meant = any(in_the_singular(description.head) in fold(one.role).split() for one in found)
        return inferred(self._reading, found, span, first, last) if is_meant else ()

    def _its_spokesperson(self, span: Span, first: int, description: Description) -> Attributions:
        """Who speaks for the body that "it" stands for, without a name.

        Resolves: The Ostian Foreign Ministry denied this. Its spokesman said …
        Leaves open: Lund denied this. Its spokesman said …, and "its ambassador" of whichever body
        """
        words = words_without_country(self._reading, self._units, description)
        is_alone = words <= {description.head} | BESIDE_SPOKESPERSONS
        if self._reading.word(first) != "its" or description.head not in SPOKESPERSONS or not is_alone:
            return ()
        said = self._bodies.body(first)
        role = self._reading.printed(description.first, description.last).lower()
        named = role_at_body(role, said.attributions[0]) if said else None
        return inferred(self._reading, (named,), span, first, description.last) if named else ()

    # --- what the words tell --------------------------------------------------------------

    def _read(self, span: Span, first: int, last: int, described: Description) -> Role:
        """The role with the country that its own words tell, or the body or person to which it belongs."""
        description = self._reach.whole(described, last)
        country = self._countries.told(description)
        home = self._homes.at(description.first, description.last)
        body = self._names.body_of(described, last, country, home)
        if country is None and body:
            country = body.body.country
        owner = self._before.owner(description, first)
        is_served = serves_the_owner(self._reading, description.first, description.last)
        if owner and description.is_definite and is_served:
            country = owner.country
        name = self._names.printed(description)
        return Role(span, first, last, description, name, country, owner, body)

    def _placed(self, role: Role) -> Role:
        """The role with the country of an organisation or of home, where its words and owner tell none."""
        if role.country or role.owner:
            return role
        return replace(role, country=self._countries.not_told(role.description, role.name))

    # --- who it is ------------------------------------------------------------------------

    def _known(self, role: Role) -> Attributions:
        """Whoever the text named or cited before by that role."""
        if not role.description.is_definite or (role.owner and not role.country):
            return ()
        known = self._before.known(role.description, role.name, role.country, role.first)
        return inferred(self._reading, known.attributions, role.span, role.first, role.last) if known else ()

    def _office_holder(self, role: Role) -> Attributions:
        """Who held the office on the day of publication, by the records."""
        if not role.description.is_definite or self._published is None or role.country is None:
            return ()
        record = self._index.holder(role.name, role.country, self._published)
        if record is None:
            return ()
        words = shown(self._reading, role.first, role.last)
        basis = f"holder of the office on {self._published}: '{words}'"
        return (ResolvedAttribution(recorded(record), role.span, role.name, record.country, basis),)

    def _owned(self, role: Role) -> Attributions:
        """Somebody without a name by whom one serves: "his spokesman"."""
        if not role.description.is_definite or role.owner is None:
            return ()
        owned = owned_role(role.name, role.description.head, role.owner)
        return (replace(owned, source=role.span, basis="a role without a name"),) if owned else ()

    def _narrated(self, role: Role) -> Attributions:
        """Somebody without a name of whom the text told before."""
        if not role.description.is_definite:
            return ()
        told = self._before.narrated(role.description, role.country, role.first)
        return inferred(self._reading, (told,), role.span, role.first, role.last) if told else ()

    def _without_a_name(self, role: Role) -> Attributions:
        """An unnamed or anonymous speaker; none for "the minister" of nobody known."""
        description, country = role.description, role.country
        is_of_somebody = country or person_in(self._mentions, description)
        if description.is_definite and not is_of_somebody:
            return ()
        is_of_nobody = description.head in PRIVATE_PEOPLE
        if is_of_nobody or is_private(self._reading, description.first, description.last):
            country = None
        apart = self._of_both_sides(description, role.first) if country is None else ()
        if apart:
            return inferred(self._reading, apart, role.span, role.first, role.last)
        name = self._names.called_after(role.body, description, role.name) if role.body else role.name
        is_hidden = hides(self._reading, description.head, role.first)
        basis = "a source that is not named" if is_hidden else "a role without a name"
        speaker = unnamed_role(name, country, is_hidden)
        return (ResolvedAttribution(speaker, role.span, name, country, basis),)

    def _of_both_sides(self, description: Description, at: int) -> Attributions:
        """Those of each of the two sides that the words before tell: "officials on both sides"."""
        start = next((k for k in range(at, description.last) if end_of_sides(self._reading, k) > k), None)
        governments = self._several.both(at) or self._acting_in(at) if start is not None else ()
        found = []
        for one in governments:
            country = self._index.country(one.country or "")
            if start is None or country is None:
                return ()
            role = f"{adjective(country)} {fold(self._reading.printed(description.first, start))}"
            speaker = unnamed_role(role, country.code, hides(self._reading, description.head, at))
            found.append(ResolvedAttribution(speaker, None, role, country.code, ""))
        return tuple(found)

    def _acting_in(self, at: int) -> Attributions:
        """The two governments with which the sentence of a word begins: "Ostia and Norland have agreed"."""
        reading, sentence = self._reading, self._reading.sentence(at)
        named = [one for one in self._mentions.between(sentence.first, at) if one.kind == GOVERNMENT][:2]
        is_begun = len(named) == 2 and named[0].first <= sentence.first and named[1].last < at
        is_pair = is_begun and reading.word(named[0].last) == "and" and named[1].first == named[0].last + 1
        is_pair = is_pair and reading.word(named[1].last) in ("have", "had", "will", "are", "agreed")
        return tuple(attribution_of(reading, one) for one in named if one.speaker) if is_pair else ()
