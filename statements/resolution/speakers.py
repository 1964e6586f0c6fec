"""A source span -> who speaks: the record, the country spoken for, the role, and how we know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from statements.records import Quotation, ResolvedAttribution, Span, SpeakerReference
from statements.resolution.attributions import Attributions, inferred, shown, unresolved
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.coreference import FARTHEST_WORD, HE, THEY, Antecedents, Said
from statements.resolution.described import DescribedSpeakers
from statements.resolution.descriptions import (
    describe,
    document_of,
    is_pair,
    is_pair_of_people,
    is_same_document,
)
from statements.resolution.genders import find_genders
from statements.resolution.mentions import GOVERNMENT, INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.offices import office_of
from statements.resolution.reading import Reading
from statements.resolution.references import body, recorded, unknown_institution
from statements.resolution.roles import HEADS
from statements.resolution.units import Units
from statements.resolution.vocabulary import (
    ARTICLES,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    POSSESSIVES,
    WORDS_OF_BODIES,
)


class SpeakerResolver:
    """Resolves the sources of one text, which must be asked for in their order."""

    def __init__(
        self,
        reading: Reading,
        units: Units,
        mentions: Mentions,
        index: AuthorityIndex,
        contents: frozenset[int],
        published: date | None,
    ) -> None:
        self._reading, self._mentions, self._index = reading, mentions, index
        self._genders = find_genders(reading, mentions, contents)
        self._antecedents = Antecedents(reading, mentions, contents, self._genders)
        self._described = DescribedSpeakers(reading, units, index, self._antecedents, published)

    def resolve(self, quotation: Quotation) -> Attributions:
        """All speakers of a quotation; one without a speaker where the text names none."""
        if not quotation.sources:
            return (ResolvedAttribution(None, None, "", None, "the text names no source"),)
        found = tuple(one for span in quotation.sources for one in self._attributions(span))
        first, _ = self._reading.words_in(quotation.sources[0])
        if any(one.speaker for one in found) or self._may_be_person(quotation.sources[0]):
            self._antecedents.said.append(Said(first, found))
        return found

    def _may_be_person(self, source: Span) -> bool:
        """Whether an unresolved source stands in the way of "he": "Smith" does, "a question" does not."""
        first, last = self._reading.words_in(source)
        start = self._without_determiner(first, last)
        is_name = self._reading.is_capital(start) and self._reading.word(start) not in FUNCTION_WORDS
        return is_name or self._reading.word(first) in HE or describe(self._reading, first, last) is not None

    def _attributions(self, span: Span) -> Attributions:
        """The rules in their order: a name, then a text, a pronoun, a pair, a description."""
        first, last = self._reading.words_in(span)
        if first == last:
            return (unresolved(span, "the source stands outside the text that was read"),)
        rules: tuple[Callable[[Span, int, int], Attributions], ...] = (
            self._named,
            self._document,
            self._pronoun,
            self._pair,
            self._ministry,
            self._described.resolve,
            self._unknown_body,
        )
        for rule in rules:
            found = rule(span, first, last)
            if found:
                return found
        return (unresolved(span, f"not resolved: '{shown(self._reading, first, last)}'"),)

    # --- named ------------------------------------------------------------------------

    def _named(self, span: Span, first: int, last: int) -> Attributions:
        """A mention that the source begins with, and those joined to it by "and".

        Resolves: "Moscow's UN Ambassador Vasily Nebenzya", "Lavrov and Cavusoglu", "Ankara"
        Leaves alone: "a spokesman for Prime Minister Pashinyan", "Putin’s press secretary"
        """
        mention = self._head_mention(first, last)
        if mention is None:
            return ()
        found = [self._attribute(mention, span)]
        following = self._joined_after(mention, last)
        while following is not None:
            found.append(self._attribute(following, span))
            following = self._joined_after(following, last)
        return tuple(found)

    def _head_mention(self, first: int, last: int) -> Mention | None:
        start = self._without_determiner(first, last)
        near = self._mentions.between(max(0, start - 40), last + 25)
        for mention in sorted(near, key=lambda mention: mention.kind != PERSON):
            if mention.speaker is None and mention.kind != PERSON:
                continue
            if mention.first <= start < mention.last and self._is_head(mention, start, last):
                return mention
        return self._person_at_end(start, last)

    def _person_at_end(self, start: int, last: int) -> Mention | None:
        """The person that a source ends with, after plain words: "business mogul Donald Trump"."""
        people = [one for one in self._mentions.between(start, last) if one.kind == PERSON]
        if len(people) != 1 or people[0].speaker is None or not self._is_head(people[0], start, last):
            return None
        before = range(start, people[0].first)
        is_plain = all(
            self._reading.is_joined(at + 1)
            and self._reading.word(at) not in FUNCTION_WORDS
            and self._reading.word(at) != "s"
            for at in before
        )
        return people[0] if is_plain else None

    def _without_determiner(self, first: int, last: int) -> int:
        determiners = ARTICLES | POSSESSIVES | DEMONSTRATIVES
        while first < last - 1 and self._reading.word(first) in determiners:
            first += 1
        return first

    def _is_head(self, mention: Mention, start: int, last: int) -> bool:
        """Whether the source speaks of this mention, not of something that belongs to it."""
        after = mention.head_last if mention.kind != PERSON else mention.last
        if mention.is_genitive or (mention.kind != PERSON and mention.head_first > start + 4):
            return False
        follows = self._reading.word(after)
        gap = self._reading.gap(after).strip()
        is_followed = after < last and (self._reading.is_joined(after) or gap == ".")
        return not (is_followed and (follows in HEADS or follows not in FUNCTION_WORDS))

    def _joined_after(self, mention: Mention, last: int) -> Mention | None:
        at = mention.last
        if at >= last or self._reading.word(at) != "and":
            return None
        start = self._without_determiner(at + 1, last)
        for following in self._mentions.between(start, last):
            if following.first <= start and following.speaker and self._is_head(following, start, last):
                return following
        return None

    def _attribute(self, mention: Mention, span: Span) -> ResolvedAttribution:
        basis = self._basis(mention)
        return ResolvedAttribution(mention.speaker, span, mention.role, mention.country, basis)

    def _basis(self, mention: Mention) -> str:
        printed = shown(self._reading, mention.head_first, mention.head_last)
        if mention.speaker is None:
            return f"not resolved: more than one person named '{printed}'"
        if mention.kind == GOVERNMENT and printed != mention.speaker.name:
            return f"the government, named by '{printed}'"
        if mention.kind == PERSON and not mention.is_full:
            return f"the surname of {mention.speaker.name}, named in full"
        if mention.kind == PERSON and mention.head_last - mention.head_first == 1:
            known_by = "title" if mention.role else "country"
            return f"the {known_by} and surname '{printed}'"
        return "named in full; no record yet" if mention.speaker.provisional else "named in full"

    # --- a text that speaks for its issuer ------------------------------------------------

    def _document(self, span: Span, first: int, last: int) -> Attributions:
        """The issuer of a text: named with it, or the last speaker.

        Resolves: "A statement by the Kremlin", "the ministry's statement", "the statement"
        Leaves alone: "a statement" of nobody
        """
        is_document, issuer = document_of(self._reading, first, last)
        if not is_document:
            return ()
        if issuer >= 0:
            mention = self._head_mention(issuer, last)
            return (self._attribute(mention, span),) if mention else ()
        owner = self._owner(first, last)
        if owner:
            return (self._attribute(owner, span),)
        if not is_same_document(self._reading, first, last):
            return ()
        return self._inferred(self._antecedents.issuer(first), span, first, last)

    def _owner(self, first: int, last: int) -> Mention | None:
        """The body whose name stands before the text: "the Foreign Ministry’s statement"."""
        start = self._without_determiner(first, last)
        fitting = [
            mention
            for mention in self._mentions.between(max(0, start - 4), last)
            if mention.speaker and mention.first <= start < mention.last
        ]
        return max(fitting, key=lambda mention: mention.last, default=None)

    def _unknown_body(self, span: Span, first: int, last: int) -> Attributions:
        """A body's proper name that no record has.

        Resolves: "The World Food Programme", "the International Crisis Group"
        Leaves alone: "the group", "the Utah Republican"
        """
        reading, start = self._reading, self._without_determiner(first, last)
        end = start
        while end < last and (end == start or reading.is_joined(end)) and _is_in_proper_name(reading, end):
            end += 1
        capitals = [at for at in range(start, end) if reading.is_capital(at)]
        is_body = any(reading.word(at) in WORDS_OF_BODIES for at in capitals)
        if reading.word(start - 1) != "the" or len(capitals) < 2 or capitals[-1] != last - 1 or not is_body:
            return ()
        speaker = unknown_institution(reading.printed(start, end), None)
        return (ResolvedAttribution(speaker, span, "", None, "named in full; no record yet"),)

    # --- pronouns and pairs ------------------------------------------------------------------

    def _pronoun(self, span: Span, first: int, last: int) -> Attributions:
        word = self._reading.word(first)
        antecedents = self._antecedents
        if word in HE and last - first == 1:
            return self._inferred(antecedents.person(first, HE[word]), span, first, last)
        if word in ("it", "its"):
            return self._inferred(antecedents.body(first), span, first, last)
        if word in THEY:
            return self._inferred_all(antecedents.several(first), span, first, first + 1)
        if (word, self._reading.word(first + 1)) == ("the", "latter") or word == "latter":
            return self._inferred(antecedents.latter(first), span, first, last)
        return ()

    def _pair(self, span: Span, first: int, last: int) -> Attributions:
        if is_pair(self._reading, first, last):
            return self._inferred_all(self._antecedents.both(first), span, first, last)
        if is_pair_of_people(self._reading, first, last):
            return self._inferred_all(self._antecedents.both(first, PERSON), span, first, last)
        return ()

    def _inferred(self, said: Said | None, span: Span, first: int, last: int) -> Attributions:
        return self._inferred_all(said.attributions if said else (), span, first, last)

    def _inferred_all(self, found: Attributions, span: Span, first: int, last: int) -> Attributions:
        return inferred(self._reading, found, span, first, last)

    # --- the ministry ---------------------------------------------------------------------------

    def _ministry(self, span: Span, first: int, last: int) -> Attributions:
        """A ministry without its country or its field.

        Resolves: "the ministry" after one ministry, "The Russian ministry" after Russia's foreign minister
        Leaves alone: "the ministry" after two, of which neither spoke last
        """
        start = self._without_determiner(first, last)
        open_ones = [
            one
            for one in self._mentions.between(max(0, start - 3), last)
            if one.kind == INSTITUTION and one.speaker is None and one.first <= start < one.last
        ]
        if not open_ones or not self._is_head(open_ones[0], start, last):
            return ()
        mention = open_ones[0]
        if mention.field == "government":
            return self._inferred(self._antecedents.body(first), span, first, last)
        field = "" if mention.field == "ministry" else mention.field
        speaker = self._antecedents.ministry(first, field, mention.country)
        if speaker is None and mention.country:
            speaker = self._ministry_of_minister(first, mention.country)
        if speaker is None:
            return ()
        basis = f"inferred from '{shown(self._reading, first, last)}'"
        return (ResolvedAttribution(speaker, span, "", speaker.country, basis),)

    def _ministry_of_minister(self, at: int, code: str) -> SpeakerReference | None:
        """The ministry of the only minister of a country named so far."""
        country = self._index.country(code)
        offices = {
            office_of(mention.role)
            for mention in self._mentions.between(max(0, at - FARTHEST_WORD), at)
            if mention.kind == PERSON and mention.country == code and "minister" in office_of(mention.role)
        } - {"prime minister"}
        if country is None or len(offices) != 1:
            return None
        field = offices.pop().removesuffix(" minister")
        record = self._index.speaker(f"{code.lower()}-{field}-ministry")
        return recorded(record) if record else body(country, f"{field}-ministry", f"{field.title()} Ministry")


def _is_in_proper_name(reading: Reading, at: int) -> bool:
    return reading.is_capital(at) or reading.word(at) in ("of", "for", "and", "on", "the")
