"""A source span -> who speaks: the record, the country spoken for, the role, and how we know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from statements.folding import fold
from statements.records import Document, Quotation, ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, basis_of_inference, inferred, shown, unresolved
from statements.resolution.home.homes import LABELLED, body_at_home, named_at_home, speak_at_home
from statements.resolution.home.house import speak_for_house
from statements.resolution.home.issuers import find_issuers, issuers_of_heading, read_heading
from statements.resolution.home.signs import find_homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government, unknown_institution, unnamed_role
from statements.resolution.named_text import NamedText
from statements.resolution.persons.genders import find_genders
from statements.resolution.persons.roles import country_of_title, printed_title, serves_the_state
from statements.resolution.persons.titles import country_code
from statements.resolution.pointing.antecedents import Said, attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.pointing.counterparts import with_counterparts
from statements.resolution.pointing.descriptions import (
    PLAIN_KINDS,
    Description,
    describe,
    document_of,
    is_head,
    is_same_document,
    without_determiner,
)
from statements.resolution.pointing.sources import PointingSpeakers
from statements.resolution.pointing.to_persons import HE
from statements.resolution.speakers.announced import announced_officials, with_countries
from statements.resolution.speakers.apposed import name_apposed
from statements.resolution.speakers.described import DescribedSpeakers
from statements.resolution.text.alphabets import mixed_word
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    ANSWERS,
    FUNCTION_WORDS,
    HONORIFICS,
    OFFICE_HEADS,
    SPOKESPERSONS,
    TITLE_WORDS,
    WORDS_OF_BODIES,
)

LONGEST_LABEL = 6
LONGEST_POST = 5
# Texts that a government itself gives out; a report or a resolution may be of anybody in the country.
GIVEN_OUT = frozenset(("statement", "communique", "declaration", "letter", "note", "message", "readout"))
WORDS_OF_THE_PRESS = frozenset(
    ("herald", "times", "post", "tribune", "gazette", "journal", "daily", "news", "radio", "tv", "television",
     "telegraph", "observer", "chronicle", "monitor", "magazine", "mirror", "guardian", "weekly", "channel")
)  # fmt: skip
# With them a country's name is a place: "eastern Ostia".
PARTS_OF_LANDS = frozenset(
    ("northern", "southern", "eastern", "western", "central", "upper", "lower", "former", "rural")
)


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
        reading, units = named.reading, named.units
        self._heading, letterhead = (read_heading(one, index) for one in (document.title, document.publisher))
        house = issuers_of_heading(named, mentions, self._heading, index, letterhead)
        mentions = with_counterparts(reading, units, speak_for_house(mentions, house))
        self._announced = announced_officials(named, mentions, index, sources, contents)
        mentions = with_countries(mentions, self._announced)
        self._homes = find_homes(document, named, mentions, self._heading, house, sources, contents, index)
        mentions = speak_at_home(named_at_home(reading, mentions, self._homes, index), self._homes)
        self._reading, self._units, self._mentions, self._index = reading, units, mentions, index
        self._coreference = Coreference(
            reading, mentions, contents, find_genders(reading, mentions, contents)
        )
        self._described = DescribedSpeakers(
            reading, units, index, mentions, self._coreference, published, self._homes
        )
        self._first_turn = first_turn(reading)
        self._issuers = find_issuers(named, mentions, self._heading, index, letterhead)
        self._pointing = PointingSpeakers(
            named, mentions, index, self._coreference, self._issuers, bool(house)
        )

    def resolve(self, quotation: Quotation) -> Attributions:
        """All speakers of a quotation; one without a speaker where the text names none."""
        if self._is_answer(quotation):
            return self._answer(quotation)
        if not quotation.sources:
            return (ResolvedAttribution(None, None, "", None, "the text names no source"),)
        found = self._labelled(quotation) or each_once(
            one for span in quotation.sources for one in self._attributions(span)
        )
        first, _ = self._reading.words_in(quotation.sources[0])
        if any(one.speaker for one in found) or self._may_be_person(quotation.sources[0]):
            self._coreference.before.remember(Said(first, found, HE.get(self._reading.word(first), "")))
        return found

    def named_by(self, span: Span) -> Attributions:
        """Whom words name that are no source, a hearer's for one."""
        return self._attributions(span)

    def _is_answer(self, quotation: Quotation) -> bool:
        """Whether the words are a turn of a transcript without a name: "A: We agree." """
        if quotation.rule != "transcript-turn":
            return False
        labels = [self._reading.words_in(span) for span in quotation.sources]
        return all(last - first == 1 and self._reading.word(first) in ANSWERS for first, last in labels)

    def _answer(self, quotation: Quotation) -> Attributions:
        """Who answers the questions of an interview or a briefing.

        Resolves: Foreign Minister Lund spoke to the daily. Q: … A: We agree.
        Leaves open: Lund and Berg spoke to the daily. Q: … A: We agree.
        """
        first, _ = self._reading.words_in(quotation.content[0])
        candidates = (
            self._coreference.persons.answerers(min(first, self._first_turn)) or self._heading.people()
        )
        if len(candidates) != 1 or candidates[0].speaker is None:
            return (ResolvedAttribution(None, quotation.source, "", None, "not resolved: who answers"),)
        basis = "inferred from an answer: the only speaker named before the questions"
        found = (replace(candidates[0], source=quotation.source, basis=basis),)
        self._coreference.before.remember(Said(first, found))
        return found

    def _labelled(self, quotation: Quotation) -> Attributions:
        """Whose turn of a transcript it is that has an office for its label.

        Resolves: Spokesperson Ivo Lund: Good morning. … Spokesperson: We agree.
        Resolves: "Spokesperson: We agree." of nobody named, in the transcript of a ministry
        Leaves open: "Moderator: Thank you", "Question: …"
        """
        if quotation.rule != "transcript-turn" or len(quotation.sources) != 1:
            return ()
        [span] = quotation.sources
        first, last = self._reading.words_in(span)
        label = [self._reading.word(at) for at in range(first, last)]
        if not label or not set(label) <= TITLE_WORDS or label[-1] not in OFFICE_HEADS - HONORIFICS:
            return ()
        named = {
            one.speaker.key: one
            for one in self._mentions.between(0, first)
            if one.kind == PERSON and one.speaker and set(label) <= set(fold(one.role).split())
        }
        if named:
            found = tuple(attribution_of(self._reading, one) for one in named.values())
            return inferred(self._reading, found, span, first, last) if len(named) == 1 else ()
        house = [one.speaker for one in self._issuers if one.speaker]
        if len(house) != 1 or label[-1] not in SPOKESPERSONS:
            return ()
        role = f"{house[0].name} {' '.join(label)}"
        speaker = unnamed_role(role, house[0].country)
        return (ResolvedAttribution(speaker, span, role, speaker.country, "the label of a turn"),)

    def _may_be_person(self, source: Span) -> bool:
        """Whether an unresolved source stands in the way of "he".

        "Smith" and "a welder" do, "a report" and "questions" do not.
        """
        reading = self._reading
        first, last = reading.words_in(source)
        start = without_determiner(reading, first, last)
        if reading.word(first) in HE or (
            reading.is_capital(start) and reading.word(start) not in FUNCTION_WORDS
        ):
            return True
        is_one = reading.word(first) in ("a", "an", "one", "another")
        return (is_one and not document_of(reading, first, last)[0]) or describe(
            reading, first, last
        ) is not None

    def _attributions(self, span: Span) -> Attributions:
        """The rules in their order: a name, then a text, a pronoun, a pair, a description."""
        first, last = self._reading.words_in(span)
        if first == last:
            return (unresolved(span, "the source stands outside the text that was read"),)
        mixed = mixed_word(self._reading, first, last)
        if mixed:
            return (unresolved(span, f"not resolved: “{mixed}” mixes the letters of two alphabets"),)
        rules: tuple[Callable[[Span, int, int], Attributions], ...] = (
            self._named,
            self._labelled_body,
            self._document,
            self._pointing.resolve,
            self._name_after_role,
            self._name_apposed,
            self._announced_person,
            self._described.resolve,
            self._outlet,
            self._unknown_body,
            self._body_at_home,
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
        start = without_determiner(self._reading, first, last)
        near = self._mentions.between(max(0, start - 40), last + 25)
        for mention in sorted(near, key=lambda mention: mention.kind != PERSON):
            if mention.speaker is None and mention.kind != PERSON:
                continue
            # A source that ends before the genitive s owns the words: "Moscow" in "Moscow’s claim that".
            is_owner = mention.is_genitive and mention.head_last == last
            is_meant = is_owner or is_head(self._reading, mention, start, last)
            if mention.first <= start < mention.last and is_meant:
                return mention
        return self._name_at_end(start, last)

    def _name_at_end(self, start: int, last: int) -> Mention | None:
        """The one name that a source ends with, after plain words.

        Finds: "business mogul Ivo Lund", "Director (Media) Ivo Lund", "The 15-nation Ostian League"
        Leaves alone: "residents of Ostia", "eastern Ostia", "the envoy’s Ostian League"
        """
        named = [one for one in self._mentions.between(start, last) if one.kind == PERSON]
        named = (
            named
            or [
                one
                for one in self._mentions.between(start + 1, last)
                if one.head_last == last and not one.is_genitive and one.is_full
            ][:1]
        )
        if len(named) != 1 or named[0].speaker is None or not is_head(self._reading, named[0], start, last):
            return None
        before = range(start, named[0].first)
        is_plain = all(
            (self._reading.is_joined(at + 1) or self._reading.gap(at + 1).strip() in ("(", ")"))
            and self._reading.word(at) not in FUNCTION_WORDS | PARTS_OF_LANDS
            and self._reading.word(at) != "s"
            for at in before
        )
        return named[0] if is_plain else None

    def _name_after_role(self, span: Span, first: int, last: int) -> Attributions:
        """A role and, behind a comma, the name of who bears it.

        Resolves: "The envoy of Ostia to the Grey League, Ivo Lund,"
        Leaves alone: "the envoy, Lund and others", "an envoy who met Ivo Lund"
        """
        people = [one for one in self._mentions.between(first, last) if one.kind == PERSON and one.is_full]
        description = describe(self._reading, first, last) if len(people) == 1 else None
        if description is None or people[0].head_last != last or people[0].speaker is None:
            return ()
        if description.last != people[0].head_first or "," not in self._reading.gap(description.last):
            return ()
        found = self._attribute(people[0], span)
        return (found if found.role else self._with_role(found, description),)

    def _name_apposed(self, span: Span, first: int, last: int) -> Attributions:
        """A person named behind a comma, after words that no list holds: "his colleague, Ivo Lund"."""
        person = name_apposed(self._reading, self._mentions, first, last)
        return (self._attribute(person, span),) if person else ()

    def _with_role(self, found: ResolvedAttribution, description: Description) -> ResolvedAttribution:
        """Somebody with the role, and if nothing tells a country, the role's."""
        first, last = description.first, description.last
        found = replace(found, role=printed_title(self._reading, first, last))
        unit = country_of_title(self._reading, self._units, first, last)
        code = (
            country_code(unit, self._index) if unit and serves_the_state(self._reading, first, last) else None
        )
        if found.country or code is None or found.speaker is None or not found.speaker.provisional:
            return found
        return replace(found, country=code, speaker=replace(found.speaker, country=code))

    def _announced_person(self, span: Span, first: int, last: int) -> Attributions:
        """Somebody named right after by the same office: "a deputy to the Ostian finance minister"."""
        found = next((one for at in range(first, last) if (one := self._announced.get(at))), None)
        if found is None:
            return ()
        return inferred(self._reading, (attribution_of(self._reading, found),), span, first, last)

    def _labelled_body(self, span: Span, first: int, last: int) -> Attributions:
        """A body in a paragraph under its country's name: "OSTIA: The army said …"."""
        home = self._homes.at(first, last)
        return self._body_at_home(span, first, last) if home and home.basis == LABELLED else ()

    def _body_at_home(self, span: Span, first: int, last: int) -> Attributions:
        """A body of the state that the text is at home in: "the Foreign Ministry", "the government".

        Resolves: OSTA (Norpress) – … the Foreign Ministry said, in the report of Ostia's agency
        Leaves open: "the ministry", "the embassy"; the Foreign Ministry where Norland is spoken of
        """
        start = without_determiner(self._reading, first, last)
        for one in self._mentions.between(max(0, start - 3), last):
            if one.kind == INSTITUTION and one.speaker is None and one.first <= start < one.last:
                home = self._homes.at(first, last) if is_head(self._reading, one, start, last) else None
                speaker = body_at_home(self._reading, one, home, self._index)
                if speaker:
                    basis = f"{basis_of_inference(self._reading, first, last)} at home"
                    return (ResolvedAttribution(speaker, span, "", speaker.country, basis),)
        return ()

    def _joined_after(self, mention: Mention, last: int) -> Mention | None:
        at = mention.last
        is_listed = self._reading.gap(at).strip() == ","
        # "The Ostian embassies" may be all of the source, whose posts follow: "in Bern and Vienna".
        is_beyond = at > last
        last = at + LONGEST_POST if is_beyond else last
        if at >= last or (self._reading.word(at) != "and" and not is_listed):
            return None
        start = without_determiner(self._reading, at + (not is_listed), last)
        for following in self._mentions.between(start, last):
            if (is_listed or is_beyond) and not (mention.field and mention.field == following.field):
                continue
            if (
                following.first <= start
                and following.speaker
                and is_head(self._reading, following, start, following.last if is_beyond else last)
            ):
                return following
        return None

    def _attribute(self, mention: Mention, span: Span) -> ResolvedAttribution:
        basis = self._basis(mention)
        return ResolvedAttribution(mention.speaker, span, mention.role, mention.country, basis)

    def _basis(self, mention: Mention) -> str:
        printed = shown(self._reading, mention.head_first, mention.head_last)
        if mention.speaker is None:
            return f"not resolved: no one person known as '{printed}'"
        if mention.kind == INSTITUTION and not mention.is_full:
            return basis_of_inference(self._reading, mention.first, mention.last)
        if mention.speaker.kind == GOVERNMENT and printed != mention.speaker.name:
            named = "the government" if mention.speaker.country else "the de facto authorities"
            return f"{named}, named by '{printed}'"
        if mention.kind == PERSON and not mention.is_full:
            how = "named in full" if " " in mention.speaker.name else "named with a title"
            return f"the surname of {mention.speaker.name}, {how}"
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
            return self._governments_before(span, first, last)
        issuers = self._coreference.bodies.issuers(first) or self._coreference.several.in_writing(first)
        issuers = issuers or self._coreference.bodies.issuing(first, self._reading.word(last - 1))
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

    def _unknown_body(self, span: Span, first: int, last: int) -> Attributions:
        """A body's proper name that no record has.

        Resolves: "The World Food Programme", "the International Crisis Group", "Radio Ostia"
        Leaves alone: "the group", "the Utah Republican"
        """
        reading, start = self._reading, without_determiner(self._reading, first, last)
        end = start
        while end < last and (end == start or reading.is_joined(end)) and _is_in_proper_name(reading, end):
            end += 1
        capitals = [at for at in range(start, end) if reading.is_capital(at) or reading.word(at).isdigit()]
        words = {reading.word(at) for at in capitals}
        is_body = (words & WORDS_OF_BODIES and reading.word(start - 1) == "the") or words & WORDS_OF_THE_PRESS
        if len(capitals) < 2 or capitals[-1] != last - 1 or not is_body:
            return ()
        speaker = unknown_institution(reading.printed(start, end), None)
        return (ResolvedAttribution(speaker, span, "", None, "named in full; no record yet"),)

    def _outlet(self, span: Span, first: int, last: int) -> Attributions:
        """An outlet that a record names, where it is all that a text tells: "According to the Osta Times".

        Leaves alone: an official site, which speaks for its state; "Osta Times editor Ivo Lund"
        """
        start = without_determiner(self._reading, first, last)
        while start < last - 1 and not self._reading.is_capital(start):
            start += 1
        record = self._index.publisher(self._reading.printed(start, last))
        if record is None or record.kind == "official" or not self._reading.is_capital(last - 1):
            return ()
        speaker = unknown_institution(record.name, None)
        return (ResolvedAttribution(speaker, span, "", None, "an outlet that the text cites"),)


def each_once(attributions: Iterable[ResolvedAttribution]) -> Attributions:
    """Whoever speaks, once: "Deputy Minister of Grain, Water and Sport Ivo Lund" is read as three sources."""
    by_speaker: dict[object, ResolvedAttribution] = {}
    for one in attributions:
        by_speaker.setdefault(one.speaker.key if one.speaker else one.source, one)
    return tuple(by_speaker.values())


def first_turn(reading: Reading) -> int:
    """The first word of the first paragraph with a label ("Question: …", "Ivo Lund: …"), else the end."""
    for sentence in reading.sentences:
        ends = range(sentence.first + 1, min(sentence.first + LONGEST_LABEL, sentence.last))
        if any(reading.gap(at).lstrip().startswith(":") for at in ends):
            return sentence.first
    return len(reading.words)


def _is_in_proper_name(reading: Reading, at: int) -> bool:
    is_small = reading.word(at) in ("of", "for", "and", "on", "the")
    return is_small or reading.is_capital(at) or reading.word(at).isdigit()
