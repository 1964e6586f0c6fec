"""Texts that speak for their issuer: "the ministry’s statement", "a joint Ostian-Norland communique"."""

from __future__ import annotations

from statements.records import ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, inferred
from statements.resolution.index.references import government
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.descriptions import (
    PLAIN_KINDS,
    document_of,
    is_same_document,
    without_determiner,
)
from statements.resolution.speakers.named_sources import NamedSources
from statements.resolution.text.mentions import Mention, Mentions

# Texts that a government itself gives out; a report or a resolution may be of anybody in the country.
GIVEN_OUT = frozenset(("statement", "communique", "declaration", "letter", "note", "message", "readout"))


class Documents:
    """Resolves sources that are texts."""

    def __init__(
        self, named: NamedText, mentions: Mentions, coreference: Coreference, names: NamedSources
    ) -> None:
        self._reading, self._units, self._mentions = named.reading, named.units, mentions
        self._bodies, self._several, self._names = coreference.bodies, coreference.several, names

    def resolve(self, span: Span, first: int, last: int) -> Attributions:
        """The issuer of a text: named with it, or the last speaker.

        Resolves: "A statement by the Kremlin", "the ministry's statement", "the statement"
        Leaves alone: "a statement" of nobody
        """
        is_document, issuer = document_of(self._reading, first, last)
        if not is_document:
            return ()
        if issuer >= 0:
            mention = self._names.at_head(issuer, last)
            return (self._names.attribution(mention, span),) if mention else ()
        owner = self._owner(first, last)
        if owner:
            return (self._names.attribution(owner, span),)
        if not is_same_document(self._reading, first, last):
            return self._governments_before(span, first, last)
        issuers = self._bodies.issuers(first) or self._several.in_writing(first)
        issuers = issuers or self._bodies.issuing(first, self._reading.word(last - 1))
        return inferred(self._reading, issuers, span, first, last)

    def _governments_before(self, span: Span, first: int, last: int) -> Attributions:
        """The governments whose adjectives stand before a text.

        Finds: "An Ostian statement", "a joint Ostian-Norland communique"
        Finds nothing: "a draft Ostian resolution", "a statement on Ostian grain"
        """
        at, found = without_determiner(self._reading, first, last), []
        while at < last and (self._reading.word(at) in PLAIN_KINDS | {"and"} or self._units.country_at(at)):
            unit = self._units.country_at(at)
            if unit and unit.country:
                found.append(government(unit.country))
            at = unit.last if unit else at + 1
        if self._reading.word(at) not in GIVEN_OUT or at + 1 != last or not found:
            return ()
        basis = "the government, named by its adjective"
        return tuple(ResolvedAttribution(one, span, "", one.country, basis) for one in found)

    def _owner(self, first: int, last: int) -> Mention | None:
        """The body whose name stands before the text: "the Foreign Ministry’s statement"."""
        start = without_determiner(self._reading, first, last)
        fitting = [
            mention
            for mention in self._mentions.between(max(0, start - 4), last)
            if mention.speaker and mention.first <= start < mention.last
        ]
        return max(fitting, key=lambda mention: mention.last, default=None)
