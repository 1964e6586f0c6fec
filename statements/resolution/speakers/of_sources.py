"""A source span -> who speaks: the record, the country spoken for, the role, and how we know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from statements.records import Document, Quotation, ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, inferred, shown, unresolved
from statements.resolution.bodies.ministries import WORDS_OF_FIELDS
from statements.resolution.bodies.state_bodies import CHARGES, DEEDS
from statements.resolution.bodies.words_of_names import NOUNS_OF_NAMES
from statements.resolution.home.at_home import named_at_home, speak_at_home
from statements.resolution.home.headed_persons import (
    author_headed,
    called_by_surname,
    persons_headed,
    with_headed,
)
from statements.resolution.home.house import speak_for_house
from statements.resolution.home.issuers import find_issuers, issuers_of_heading, read_heading
from statements.resolution.home.signs import find_homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText
from statements.resolution.persons.genders import find_genders
from statements.resolution.pointing.antecedents import Said, attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.counterparts import with_counterparts
from statements.resolution.pointing.descriptions import (
    describe,
    document_of,
    end_of_phrase,
    without_determiner,
)
from statements.resolution.pointing.groups import states_named
from statements.resolution.pointing.participants import with_participants
from statements.resolution.pointing.pronouns import HE
from statements.resolution.pointing.sources import PointingSpeakers
from statements.resolution.speakers.announced import announced_officials, with_countries
from statements.resolution.speakers.described import DescribedSpeakers
from statements.resolution.speakers.documents import Documents
from statements.resolution.speakers.named_sources import NamedSources
from statements.resolution.speakers.other_bodies import OtherBodies
from statements.resolution.speakers.presented import with_presented
from statements.resolution.speakers.turns import Turns
from statements.resolution.text.alphabets import mixed_word
from statements.resolution.text.mentions import INSTITUTION, Mentions
from statements.resolution.text.vocabulary import FUNCTION_WORDS, OFFICE_HEADS

# Of what an office or a body may have the charge.
FIELDS = WORDS_OF_FIELDS | CHARGES | DEEDS


class SpeakerResolver:
    """Resolves the sources of one text, which must be asked for in their order."""

    def __init__(
        self,
        named: NamedText,
        mentions: Mentions,
        index: AuthorityIndex,
        document: Document,
        sources: frozenset[int],
        contents: frozenset[int],
        published: date | None,
    ) -> None:
        """``sources`` are the words of all who speak, ``contents`` those of all that was said."""
        reading = named.reading
        heading, letterhead = (read_heading(one, index) for one in (document.title, document.publisher))
        house = issuers_of_heading(named, mentions, heading, index, letterhead)
        mentions = with_counterparts(named, speak_for_house(mentions, house))
        mentions = with_participants(named, heading.named, mentions)
        self._announced = announced_officials(named, mentions, index, sources, contents)
        mentions = with_countries(mentions, self._announced)
        mentions = with_presented(document, named, mentions, index, sources)
        homes = find_homes(document, named, mentions, heading, house, sources, contents, index)
        mentions = with_headed(mentions, persons_headed(heading, homes.of_heading))
        mentions = speak_at_home(named_at_home(reading, mentions, homes, index), homes)
        before = Coreference(reading, mentions, contents, find_genders(reading, mentions, contents))
        before.before.heading = states_named(heading.named)
        before.persons.by_title.house = homes.of_heading.country.code if homes.of_heading else None
        issuers = find_issuers(named, mentions, heading, index, letterhead)
        self._reading, self._mentions, self._before = reading, mentions, before.before
        self._names = NamedSources(named, mentions, index)
        self._documents = Documents(named, mentions, before, self._names)
        self._turns = Turns(reading, mentions, before, heading, issuers)
        self._bodies = OtherBodies(named, mentions, index, homes)
        author = () if house else author_headed(heading, homes.of_heading)
        self._pointing = PointingSpeakers(
            named, mentions, index, before, issuers, author, is_headed=bool(house or author)
        )
        self._heading = heading
        self._home = homes.of_heading
        self._described = DescribedSpeakers(named, mentions, index, before, published, homes)

    def resolve(self, quotation: Quotation) -> Attributions:
        """All speakers of a quotation; one without a speaker where the text names none."""
        if self._turns.is_answer(quotation):
            return self._turns.answer(quotation)
        if not quotation.sources:
            return (ResolvedAttribution(None, None, "", None, "the text names no source"),)
        found = self._turns.labelled(quotation) or each_once(
            one for span in self._whole_bodies(quotation.sources) for one in self.named_by(span)
        )
        first, _ = self._reading.words_in(quotation.sources[0])
        if any(one.speaker for one in found) or self._may_be_person(quotation.sources[0]):
            self._before.remember(Said(first, found, HE.get(self._reading.word(first), "")))
        return found

    def _whole_bodies(self, sources: Sequence[Span]) -> Sequence[Span]:
        """The sources, or one where they are parts of one body: "Its Ministry of Grain, Water and Sport"."""
        if len(sources) == 1:
            return sources
        whole_start = sources[0][0]
        (first, _), (_, last) = (self._reading.words_in(one) for one in (sources[0], sources[-1]))
        start = without_determiner(self._reading, first, last)
        covering = (one for one in self._mentions.covering(start) if one.kind == INSTITUTION)
        is_one = any(one.head_first >= first and one.head_last == last for one in covering)
        if not is_one and self._are_parts_of_a_name(sources):
            is_one = not self._mentions.people(*self._reading.words_in(sources[-1]))
            sources = sources[-1:]
        return [(whole_start, sources[-1][1])] if is_one else sources

    def _are_parts_of_a_name(self, sources: Sequence[Span]) -> bool:
        """Whether sources joined by "and" are the field of an office or a body, and what it is.

        Are: "the Road Maintenance and Transport Organisation", "Flood Relief and Roads Commissioner Ivo Lund"
        Are not: "Ivo Lund and Commissioner Karl Berg", "the Roads Ministry and the Grain Organisation",
        "Road Watch and the Grain Organisation", "Grain and Commissioner Ivo Lund"
        """
        reading, (*fields, whole) = self._reading, [self._reading.words_in(one) for one in sources]
        for first, last in fields:
            start = without_determiner(reading, first, last)
            words = range(start, last)
            is_field = len(words) > 1 and all(reading.is_capital(at) for at in words)
            is_named = any(self._mentions.covering(at) for at in words)
            if not is_field or is_named or FIELDS.isdisjoint(reading.folded(start, last)):
                return False
        first, last = whole
        is_joined = reading.word(first - 1) == "and" and reading.is_joined(first)
        is_joined = is_joined and reading.is_capital(first)
        people = self._mentions.people(first, last)
        heads = {reading.word(at) for at in range(first + 1, people[0].head_first if people else last)}
        is_headed = bool(heads & OFFICE_HEADS) if people else reading.word(last - 1) in NOUNS_OF_NAMES
        return is_joined and last - first > 1 and is_headed

    def _may_be_person(self, source: Span) -> bool:
        """Whether an unresolved source stands in the way of "he".

        "Smith" and "a welder" do, "a report" and "questions" do not.
        """
        reading = self._reading
        first, last = reading.words_in(source)
        start = without_determiner(reading, first, last)
        is_name = reading.is_capital(start) and reading.word(start) not in FUNCTION_WORDS
        is_one = reading.word(first) in ("a", "an", "one", "another")
        is_nobody = is_one and not document_of(reading, first, last)[0]
        return reading.word(first) in HE or is_name or is_nobody or describe(reading, first, last) is not None

    def named_by(self, span: Span) -> Attributions:
        """Whom a source names, or a hearer, by the first rule that answers.

        In order: a name, then a text, a pronoun, a pair, a description.
        """
        first, last = self._reading.words_in(span)
        if first == last:
            return (unresolved(span, "the source stands outside the text that was read"),)
        first += 2 * (self._reading.folded(first, first + 2) == ["those", "of"] and last - first > 2)
        last = self._before_brackets(first, last)
        mixed = mixed_word(self._reading, first, last)
        if mixed:
            return (unresolved(span, f"not resolved: “{mixed}” mixes the letters of two alphabets"),)
        rules: tuple[Callable[[Span, int, int], Attributions], ...] = (
            self._headed_person,
            self._names.resolve,
            self._bodies.labelled,
            self._documents.resolve,
            self._pointing.resolve,
            self._names.after_role,
            self._names.apposed,
            self._announced_person,
            self._described.resolve,
            self._cited,
            self._bodies.outlet,
            self._bodies.unknown,
            self._bodies.figures,
            self._bodies.several,
            self._bodies.at_home,
        )
        for rule in rules:
            found = rule(span, first, last)
            if found:
                return found
        return (unresolved(span, f"not resolved: '{shown(self._reading, first, last)}'"),)

    def _before_brackets(self, first: int, last: int) -> int:
        """After the name that brackets follow: "Ivo Lund" of "Ivo Lund (Free Ostia)"; all of other words."""
        if not self._reading.gap(last).lstrip().startswith(")"):
            return last
        ends = (one.last for one in self._mentions.people(first, last))
        return next((end for end in ends if end < last and self._reading.gap(end).strip() == "("), last)

    def _headed_person(self, span: Span, first: int, last: int) -> Attributions:
        """Somebody whom the heading alone names in full, and the text calls by the surname: "Mr. Lund"."""
        named_here = self._names.at_head(first, last)
        if named_here and named_here.speaker:
            return ()
        found = called_by_surname(self._heading, self._home, self._reading, first, last)
        named = tuple(attribution_of(self._heading.reading, one) for one in found)
        return inferred(self._reading, named, span, first, last)

    def _cited(self, span: Span, first: int, last: int) -> Attributions:
        """Whom an outlet cites beside its own name: "The Osta Times, citing two officials, wrote"."""
        reading = self._reading
        if reading.word(last) not in ("citing", "quoting") or "," not in reading.gap(last):
            return ()
        end = end_of_phrase(reading, last + 1, reading.sentence(last).last)
        if end == last + 1 or "," not in reading.gap(end) or not self._bodies.outlet(span, first, last):
            return ()
        found = self.named_by((reading.words[last + 1].start, reading.words[end - 1].end))
        return found if all(one.speaker for one in found) else ()

    def _announced_person(self, span: Span, first: int, last: int) -> Attributions:
        """Somebody named right after by the same office: "a deputy to the Ostian finance minister"."""
        found = next((one for at in range(first, last) if (one := self._announced.get(at))), None)
        if found is None or found.speaker is None:
            return ()
        # Whose country home tells, once the name is read.
        named = (one for one in self._mentions.people(first, len(self._reading.words)) if one.country)
        found = next((one for one in named if one.speaker and one.speaker.key == found.speaker.key), found)
        return inferred(self._reading, (attribution_of(self._reading, found),), span, first, last)


def each_once(attributions: Iterable[ResolvedAttribution]) -> Attributions:
    """Whoever speaks, once: "Deputy Minister of Grain, Water and Sport Ivo Lund" is read as three sources."""
    by_speaker: dict[object, ResolvedAttribution] = {}
    for one in attributions:
        by_speaker.setdefault(one.speaker.key if one.speaker else one.source, one)
    return tuple(by_speaker.values())
