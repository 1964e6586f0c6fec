"""What somebody without a name is called: "spokesman for Ivo Lund", "source at the Ostian army"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.folding import fold
from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.home.at_home import body_at_home
from statements.resolution.home.found import Home
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import unnamed_role
from statements.resolution.named_text import NamedText
from statements.resolution.persons.roles import ADVISING
from statements.resolution.pointing.descriptions import Description, is_head
from statements.resolution.pointing.to_bodies import Bodies
from statements.resolution.speakers.reach import PLACES_AFTER
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.vocabulary import (
    ARTICLES,
    OFFICES_HELD,
    SPOKESPERSONS,
    TITLE_WORDS,
    UNNAMED_HEADS,
)

# "A source at the ministry" is of it; "a diplomat to the ministry" is not.
OF_A_BODY = PLACES_AFTER - {"to"}
LONGEST_ROLE = 120


@dataclass(frozen=True, slots=True)
class BodyOfRole:
    """The body at which somebody without a name is, and the word at which its name begins."""

    at: int
    body: SpeakerReference


class RoleNames:
    """Names roles so that the same words in another text name the same one."""

    def __init__(self, named: NamedText, mentions: Mentions, index: AuthorityIndex, bodies: Bodies) -> None:
        self._reading, self._units, self._mentions = named.reading, named.units, mentions
        self._index, self._bodies = index, bodies

    def body_of(
        self, description: Description, last: int, code: str | None, home: Home | None = None
    ) -> BodyOfRole | None:
        """The body named without its country in a role or right behind the source.

        Finds: "official source at the ministry", "official of the Foreign Ministry in Osta"
        Finds at home: "officials at the Ministry of Foreign Affairs" where none was named before
        Finds nothing: "official of the Ostian Foreign Ministry", "source close to the ministry"; at home
        "spokesperson for the presidency", which may be of a union
        """
        for at in range(description.first + 1, max(description.last, last) + 1):
            if self._reading.word(at) not in OF_A_BODY or not self._reading.is_joined(at):
                continue
            start = at + 1 + (self._reading.word(at + 1) in ARTICLES)
            own = self._of_its_own(at + 2, at + 1)
            if own:
                return BodyOfRole(at, own)
            for mention in self._mentions.between(start, start + 4):
                if mention.kind == INSTITUTION and mention.first <= start and self._is_bare(mention):
                    body = self._body(mention, description.first, code)
                    body = body or self._ministry_at_home(mention, home)
                    return BodyOfRole(at, body) if body else None
            return None
        return None

    def _of_its_own(self, at: int, owner: int) -> SpeakerReference | None:
        """The body of "a source at its Foreign Ministry", by whom "its" means; none of "its ministry"."""
        is_its = self._reading.word(owner) == "its"
        said = self._bodies.told_of(owner) or self._bodies.body(owner) if is_its else None
        code = said.attributions[0].country if said and len(said.attributions) == 1 else None
        country = self._index.country(code or "")
        body = next((one for one in self._mentions.between(at, at + 4) if one.kind == INSTITUTION), None)
        is_open = (
            body is not None and body.speaker is None and body.field not in ("", "ministry", "government")
        )
        return institution_of(self._index, country, body.field) if country and body and is_open else None

    def printed(self, description: Description) -> str:
        """The role as printed; a common word at the start of a sentence loses its capital."""
        role = self._with_full_name(description)[:LONGEST_ROLE].strip()
        is_common = self._reading.word(description.first) in TITLE_WORDS | UNNAMED_HEADS
        is_name = role[:2].isupper() or self._reading.is_capital(description.first + 1)
        return role[0].lower() + role[1:] if is_common and not is_name else role

    def _with_full_name(self, description: Description) -> str:
        """The words of a role, with the full name of the person in it.

        Prints "spokesman for Ivo Lund" of "a spokesman for Ostian Prime Minister Ivo Lund"
        """
        reading, person = self._reading, person_in(self._mentions, description)
        printed = reading.printed(description.first, description.last)
        if person is None or person.speaker is None or person.head_last != description.last:
            return printed
        is_spoken_for = description.head in SPOKESPERSONS and reading.word(person.first - 1) == "for"
        if person.is_full and not is_spoken_for:
            return printed
        end = person.first if is_spoken_for else person.head_first
        before = reading.text[reading.words[description.first].start : reading.words[end].start]
        return before + person.speaker.name

    def _is_bare(self, mention: Mention) -> bool:
        named = range(mention.head_first, mention.head_last)
        owners = [
            unit
            for at in named
            if (unit := self._units.at(at)) and self._reading.word(unit.first - 1) != "in"
        ]
        return not owners and is_head(self._reading, mention, mention.head_first, mention.head_last)

    def _body(self, mention: Mention, at: int, code: str | None) -> SpeakerReference | None:
        country = self._index.country(code or "")
        if mention.speaker is not None:
            return mention.speaker
        if country and mention.field not in ("", "ministry", "government"):
            return institution_of(self._index, country, mention.field)
        return self._bodies.ministry(
            at, "" if mention.field == "ministry" else mention.field, mention.country
        )

    def _ministry_at_home(self, mention: Mention, home: Home | None) -> SpeakerReference | None:
        body = body_at_home(self._reading, mention, home, self._index)
        return body if body and body.key.endswith("-ministry") else None

    def called_after(self, found: BodyOfRole, description: Description, role: str) -> str:
        """ "Official source at the Ostian Foreign Ministry" of "official source at the ministry"."""
        reading = self._reading
        before = reading.printed(description.first, found.at)
        before = role[: len(before)] if len(before) <= len(role) else before
        return f"{before} {reading.printed(found.at, found.at + 1)} the {found.body.name}"


def person_in(mentions: Mentions, description: Description) -> Mention | None:
    """The only person named in a role: Lund in "a spokeswoman for Lund"."""
    people = [one for one in mentions.people(description.first, description.last) if one.speaker]
    return people[0] if len(people) == 1 else None


def role_at_body(role: str, body: ResolvedAttribution) -> ResolvedAttribution | None:
    """Somebody without a name who speaks for a body: "its spokesman" after a ministry spoke.

    >>> ministry = SpeakerReference("ostian-foreign-ministry", "Ostian Foreign Ministry", "institution", "QO")
    >>> body = ResolvedAttribution(ministry, None, "", "QO", "")
    >>> role_at_body("spokesman", body).speaker.name
    'Ostian Foreign Ministry spokesman'
    """
    if body.speaker is None or body.speaker.kind != INSTITUTION:
        return None
    role = f"{body.speaker.name} {role}"
    return replace(body, speaker=unnamed_role(role, body.country), role=role)


def owned_role(role: str, head: str, owner: ResolvedAttribution) -> ResolvedAttribution | None:
    """Somebody without a name who is called by the one served: "his spokesman", "her aide".

    >>> person = SpeakerReference("ivo-lund", "Ivo Lund", "person", "QO")
    >>> owned_role("spokesman", "spokesman", ResolvedAttribution(person, None, "", "QO", "")).speaker.name
    'spokesman for Ivo Lund'
    """
    if owner.speaker is None or owner.speaker.kind != PERSON:
        return None
    is_served = bool(set(fold(role).split()) & OFFICES_HELD)
    link = "to" if set(fold(role).split()) & ADVISING else "for" if head in SPOKESPERSONS else "of"
    country = owner.country if is_served else None
    speaker = unnamed_role(f"{role} {link} {owner.speaker.name}", country)
    return replace(owner, speaker=speaker, role=role, country=country)
