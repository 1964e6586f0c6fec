"""What stands before a word: who spoke, who is named, and how far back to look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statements.folding import fold
from statements.records import CountryRecord, ResolvedAttribution, SpeakerReference
from statements.resolution.pointing.descriptions import PLURALS
from statements.resolution.text.coordination import coordinated
from statements.resolution.text.mentions import (
    ANONYMOUS,
    GOVERNMENT,
    INSTITUTION,
    PERSON,
    WITHOUT_A_NAME,
    Mention,
    Mentions,
)
from statements.resolution.text.reading import Reading

# How many paragraphs back a pronoun's speaker may stand.
FARTHEST_PARAGRAPH = 2
# How many words back "the ministry" and "the minister" are looked for, and how many sources.
FARTHEST_WORD = 5000
FARTHEST_SOURCE = 50
LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Said:
    """A source resolved earlier in the text: its word, who it was, and the gender an open "she" shows."""

    at: int
    attributions: tuple[ResolvedAttribution, ...]
    gender: str = ""

    @property
    def speakers(self) -> list[SpeakerReference]:
        return [one.speaker for one in self.attributions if one.speaker is not None]


class Antecedents:
    """What was said and named in a text, as far as it was gone through."""

    def __init__(self, reading: Reading, mentions: Mentions, contents: frozenset[int]) -> None:
        """``contents`` are the words of all that was said, ``heading`` the states that the title names."""
        self.reading, self.mentions, self.contents = reading, mentions, contents
        self.said: list[Said] = []
        self.groups: set[frozenset[str]] = set()
        self.people: dict[str, ResolvedAttribution] = {}
        self.heading: tuple[CountryRecord, ...] = ()

    def remember(self, said: Said) -> None:
        """Add what was said next; ``groups`` and ``people`` keep who spoke, in company and alone."""
        self.said.append(said)
        self.groups.add(frozenset(one.key for one in said.speakers))
        if is_single_person(said):
            self.people.setdefault(said.speakers[0].key, said.attributions[0])

    def recent(self) -> list[Said]:
        return self.said[-FARTHEST_SOURCE:]

    def last_said(self, at: int, fits: Callable[[Said], bool]) -> Said | None:
        paragraph = self.reading.sentence(at).paragraph
        for said in reversed(self.recent()):
            if said.at >= at:
                continue
            if paragraph - self.reading.sentence(said.at).paragraph > FARTHEST_PARAGRAPH:
                return None
            if fits(said):
                return said
        return None

    def subjects(self, at: int) -> list[Mention]:
        """The mentions with which the sentence of a word begins."""
        sentence = self.reading.sentence(at)
        last = min(sentence.last, sentence.first + LONGEST_SENTENCE)
        return coordinated(self.reading, self.mentions, sentence.first, last)

    # --- where to look; a sentence without an end is cut, so that no search goes over the whole text -----

    def sentence_start(self, at: int) -> int:
        return max(self.reading.sentence(at).first, at - LONGEST_SENTENCE)

    def sentence_end(self, at: int) -> int:
        return min(self.reading.sentence(at).last, at + LONGEST_SENTENCE)

    def previous_sentence(self, at: int) -> int:
        """The first word of the sentence before, no farther than the paragraph before."""
        number = self.reading.sentence_numbers[at]
        if number and self.reading.sentence(at).paragraph - self.reading.sentences[number - 1].paragraph <= 1:
            number -= 1
        return max(self.reading.sentences[number].first, at - 2 * LONGEST_SENTENCE)

    def paragraph_start(self, at: int) -> int:
        number = self.reading.sentence_numbers[at]
        paragraph = self.reading.sentence(at).paragraph
        earliest = max(0, number - FARTHEST_SOURCE)
        while number > earliest and self.reading.sentences[number - 1].paragraph == paragraph:
            number -= 1
        return self.reading.sentences[number].first


def is_single(said: Said, kind: str) -> bool:
    return len(said.attributions) == 1 and bool(said.speakers) and said.speakers[0].kind == kind


def is_single_person(said: Said) -> bool:
    return is_single(said, PERSON)


def is_nameless(said: Said) -> bool:
    """Whether a role without a name or a source that hides spoke."""
    return any(is_single(said, kind) for kind in WITHOUT_A_NAME)


def is_hidden(said: Said) -> bool:
    return [one.kind for one in said.speakers] == [ANONYMOUS]


def is_several(said: Said) -> bool:
    """Whether people without names spoke: "officials in Ankara", not "a Turkish official"."""
    return is_nameless(said) and bool(PLURALS & set(fold(said.speakers[0].name).split()))


def is_someone(said: Said) -> bool:
    """Whether one person spoke, with or without a name."""
    return is_single_person(said) or (is_nameless(said) and not is_several(said))


def is_body(said: Said) -> bool:
    return is_single(said, INSTITUTION) or is_single(said, GOVERNMENT)


def attribution_of(reading: Reading, mention: Mention) -> ResolvedAttribution:
    span = reading.words[mention.head_first].start, reading.words[mention.head_last - 1].end
    return ResolvedAttribution(mention.speaker, span, mention.role, mention.country, "named in full")


def said_by(reading: Reading, mention: Mention) -> Said:
    return Said(mention.head_first, (attribution_of(reading, mention),))
