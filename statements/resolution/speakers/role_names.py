"""What somebody without a name is called: "spokesman for Ivo Lund", "source at the Ostian army"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.folding import fold
from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.home.homes import Home, body_at_home
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import unnamed_role
from statements.resolution.index.units import Units
from statements.resolution.pointing.descriptions import Description, is_head
from statements.resolution.pointing.to_bodies import Bodies
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, HONORIFICS, OFFICE_HEADS, SPOKESPERSONS

# "A source at the ministry" is of it; "a diplomat to the ministry" is not.
OF_A_BODY = frozenset(("of", "at", "in", "from", "for", "with"))
ADVISING = frozenset(("aide", "adviser", "advisor", "assistant", "counsel"))


@dataclass(frozen=True, slots=True)
class BodyOfRole:
    """The body at which somebody without a name is, and the word at which its name begins."""

    at: int
    body: SpeakerReference


class RoleNames:
    """Names roles so that the same words in another text name the same one."""

    def __init__(
        self, reading: Reading, units: Units, mentions: Mentions, index: AuthorityIndex, bodies: Bodies
    ) -> None:
        self._reading, self._units, self._mentions = reading, units, mentions
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
            for mention in self._mentions.between(start, start + 4):
                if mention.kind == INSTITUTION and mention.first <= start and self._is_bare(mention):
                    body = self._body(mention, description.first, code)
                    body = body or self._ministry_at_home(mention, home)
                    return BodyOfRole(at, body) if body else None
            return None
        return None

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
    is_served = bool(set(fold(role).split()) & (OFFICE_HEADS - HONORIFICS))
    link = "to" if set(fold(role).split()) & ADVISING else "for" if head in SPOKESPERSONS else "of"
    country = owner.country if is_served else None
    speaker = unnamed_role(f"{role} {link} {owner.speaker.name}", country)
    return replace(owner, speaker=speaker, role=role, country=country)
