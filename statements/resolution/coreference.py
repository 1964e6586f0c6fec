"""Pronouns and descriptions: which earlier mention they stand for, when only one can be meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.mentions import GOVERNMENT, INSTITUTION, PERSON, UNNAMED, Mention, Mentions
from statements.resolution.reading import Reading

# How many paragraphs back a pronoun's speaker may stand.
FARTHEST_PARAGRAPH = 2
# How many words back "the ministry" and "the minister" are looked for, and how many sources.
FARTHEST_WORD = 5000
FARTHEST_SOURCE = 50

HE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
THEY = frozenset(("they", "them", "their"))


@dataclass(frozen=True, slots=True)
class Said:
    """A source resolved earlier in the text: its word, and who it was."""

    at: int
    attributions: tuple[ResolvedAttribution, ...]

    @property
    def speakers(self) -> list[SpeakerReference]:
        return [one.speaker for one in self.attributions if one.speaker is not None]


class Antecedents:
    """What was said and named before a word; every question is answered with one candidate or none."""

    def __init__(
        self, reading: Reading, mentions: Mentions, contents: frozenset[int], genders: Mapping[str, str]
    ) -> None:
        self._reading, self._mentions, self._contents = reading, mentions, contents
        self._genders = genders
        self.said: list[Said] = []

    # --- he, she ------------------------------------------------------------------

    def person(self, at: int, gender: str) -> Said | None:
        """The person that "he" or "she" at a word stands for.

        Resolves: “…,” Peskov told reporters. “…,” he said.
        Leaves open: Putin met Pashinyan on Monday. He said …
        """
        last = self._last_said(at, lambda said: not said.speakers or is_single_person(said))
        if last is not None and not last.speakers:
            return None
        if last is None or not self._agrees(last.speakers[0], gender):
            return self._only_person(at, gender)
        rivals = {
            mention.speaker.key if mention.speaker else ""
            for mention in self._people(self._sentence_after(last.at), at, gender)
            if mention.speaker != last.speakers[0]
        }
        return None if rivals else last

    def _agrees(self, speaker: SpeakerReference, gender: str) -> bool:
        """Gender is only a filter when known; but a "she" of whom nothing is known may be anyone."""
        known = self._genders.get(speaker.key, "")
        return known == gender if known or gender == "f" else True

    def _only_person(self, at: int, gender: str) -> Said | None:
        """The single person of this sentence and the one before."""
        found = list(self._people(self._previous_sentence(at), at, gender))
        keys = {mention.speaker.key if mention.speaker else "" for mention in found}
        return said_by(self._reading, found[-1]) if len(keys) == 1 and found[-1].speaker else None

    def _people(self, first: int, last: int, gender: str) -> Sequence[Mention]:
        return [
            mention
            for mention in self._mentions.between(first, last)
            if mention.kind == PERSON
            and not mention.is_genitive
            and mention.head_first not in self._contents
            and (mention.speaker is None or self._agrees(mention.speaker, gender))
            and (mention.speaker is None or not mention.speaker.provisional or mention.role)
        ]

    # --- it, the statement, the ministry ----------------------------------------------

    def body(self, at: int) -> Said | None:
        """The body that "it" at a word stands for: what the sentence before begins with.

        Resolves: Turkey has blamed Armenia. It has pledged …
        Leaves open: The talks of Russia and Turkey ended. It said …
        """
        first = self._previous_sentence(at)
        here = self._reading.sentences[self._reading.sentence_numbers[at]].first
        if first == here:
            return None
        opening = [
            one for one in self._mentions.between(first, first + 3) if one.kind != PERSON and one.speaker
        ]
        subjects = [one for one in opening if one.first <= first + 1 and not one.is_genitive]
        return said_by(self._reading, subjects[0]) if len(subjects) == 1 else None

    def issuer(self, at: int) -> Said | None:
        """Who issued "the statement": the last speaker, if a body spoke.

        Resolves: “…,” the Foreign Ministry said in a statement. “…,” added the statement.
        Leaves open: “…,” Lavrov told reporters. The statement said …
        """
        last = self._last_said(at, lambda said: True)
        if last is None or len(last.speakers) != 1:
            return None
        is_body = last.speakers[0].kind in (INSTITUTION, GOVERNMENT)
        return last if is_body or self._speaks_in_writing(last.at) else None

    def _speaks_in_writing(self, at: int) -> bool:
        sentence = self._reading.sentences[self._reading.sentence_numbers[at]]
        words = {
            self._reading.word(k) for k in range(sentence.first, sentence.last) if k not in self._contents
        }
        return bool(words & {"statement", "communique", "letter", "declaration"})

    def ministry(self, at: int, field: str, country: str | None) -> SpeakerReference | None:
        """The ministry spoken of before: the last speaker, or the only one that fits.

        Resolves: “…,” the Armenian Defense Ministry said. The ministry added …
        Leaves open: "the ministry" after two ministries of which neither spoke last
        """
        fitting = {
            mention.speaker.key: mention.speaker
            for mention in self._mentions.between(max(0, at - FARTHEST_WORD), at)
            if mention.kind == INSTITUTION
            and mention.speaker
            and fits_ministry(mention.speaker, field, country)
        }
        last = self._last_said(at, lambda said: True)
        if last and len(last.speakers) == 1 and last.speakers[0].key in fitting:
            return last.speakers[0]
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    # --- they, both sides, the latter ----------------------------------------------------

    def several(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """Whom "they" stands for: the joint speakers, or the unnamed several, of the last words said.

        Resolves: Both sides reported losses. According to their estimates …
        Leaves open: Lavrov said so. They agreed …
        """
        last = self._last_said(at, lambda said: True)
        if last and (len(last.speakers) > 1 or (last.speakers and last.speakers[0].kind == UNNAMED)):
            return last.attributions
        return self.both(at) if last and last.speakers and last.speakers[0].kind == GOVERNMENT else ()

    def both(self, at: int, kind: str = GOVERNMENT) -> tuple[ResolvedAttribution, ...]:
        """The two that spoke last in this paragraph, or the only two named in the sentence before.

        Resolves: Baku stated …, while Yerevan called …. Both sides reported …
        Leaves open: "both sides" after three countries
        """
        start = self._paragraph_start(at)
        spoke = [
            said for said in self.said[-FARTHEST_SOURCE:] if start <= said.at < at and is_single(said, kind)
        ]
        pair = {said.speakers[0].key: said.attributions[0] for said in spoke}
        if len(pair) == 2:
            return tuple(pair.values())
        first = self._previous_sentence(at)
        named: dict[str, ResolvedAttribution] = {}
        for mention in self._mentions.between(first, at):
            if mention.kind == kind and mention.speaker and mention.head_first not in self._contents:
                named.setdefault(mention.speaker.key, attribution_of(self._reading, mention))
        return tuple(named.values()) if len(named) == 2 else ()

    def latter(self, at: int) -> Said | None:
        """The last one named in the sentence before.

        Resolves: Russia sided with Turkey. The latter said …
        Leaves open: "the latter" after a sentence that names nobody
        """
        here = self._reading.sentences[self._reading.sentence_numbers[at]].first
        found = [one for one in self._mentions.between(self._previous_sentence(at), here) if one.speaker]
        return said_by(self._reading, found[-1]) if len(found) > 1 else None

    # --- the minister -----------------------------------------------------------------------

    def by_role(self, at: int, fits: Callable[[Mention], bool], gender: str) -> Said | None:
        """The person whose title a description repeats: the last speaker, or the only one that fits.

        Resolves: "the minister" after Turkish Defense Minister Hulusi Akar spoke
        Leaves open: "the minister" after two ministers of which neither spoke last
        """
        fitting = [
            mention
            for mention in self._mentions.between(max(0, at - FARTHEST_WORD), at)
            if mention.kind == PERSON and mention.speaker and fits(mention) and self._may_be(mention, gender)
        ]
        by_key = {mention.speaker.key: mention for mention in fitting if mention.speaker}
        last = self._last_said(at, is_single_person)
        if last and last.speakers[0].key in by_key and len(by_key) <= 2:
            return last
        return said_by(self._reading, fitting[-1]) if len(by_key) == 1 else None

    def _may_be(self, mention: Mention, gender: str) -> bool:
        known = self._genders.get(mention.speaker.key, "") if mention.speaker else ""
        return not known or not gender or known == gender

    # --- where to look -------------------------------------------------------------------------

    def _last_said(self, at: int, fits: Callable[[Said], bool]) -> Said | None:
        paragraph = self._paragraph(at)
        for said in reversed(self.said[-FARTHEST_SOURCE:]):
            if said.at >= at:
                continue
            if paragraph - self._paragraph(said.at) > FARTHEST_PARAGRAPH:
                return None
            if fits(said):
                return said
        return None

    def _paragraph(self, at: int) -> int:
        return self._reading.sentences[self._reading.sentence_numbers[at]].paragraph

    def _paragraph_start(self, at: int) -> int:
        number = self._reading.sentence_numbers[at]
        paragraph = self._paragraph(at)
        earliest = max(0, number - FARTHEST_SOURCE)
        while number > earliest and self._reading.sentences[number - 1].paragraph == paragraph:
            number -= 1
        return self._reading.sentences[number].first

    def _previous_sentence(self, at: int) -> int:
        """The first word of the sentence before, no farther than the paragraph before."""
        number = self._reading.sentence_numbers[at]
        if number and self._paragraph(at) - self._reading.sentences[number - 1].paragraph <= 1:
            number -= 1
        return self._reading.sentences[number].first

    def _sentence_after(self, at: int) -> int:
        return self._reading.sentences[self._reading.sentence_numbers[at]].last


def is_single(said: Said, kind: str) -> bool:
    return len(said.attributions) == 1 and bool(said.speakers) and said.speakers[0].kind == kind


def is_single_person(said: Said) -> bool:
    return is_single(said, PERSON)


def fits_ministry(speaker: SpeakerReference, field: str, country: str | None) -> bool:
    if not speaker.key.endswith(("-ministry", "-department", "-office")):
        return False
    return (country is None or speaker.country == country) and (not field or field.lower() in speaker.key)


def attribution_of(reading: Reading, mention: Mention) -> ResolvedAttribution:
    span = reading.words[mention.head_first].start, reading.words[mention.head_last - 1].end
    return ResolvedAttribution(mention.speaker, span, mention.role, mention.country, "named in full")


def said_by(reading: Reading, mention: Mention) -> Said:
    return Said(mention.head_first, (attribution_of(reading, mention),))
