"""Turns of interviews and transcripts, whose speaker a label tells, or nobody by name."""

from __future__ import annotations

from dataclasses import replace

from statements.folding import fold
from statements.records import Quotation, ResolvedAttribution
from statements.resolution.attributions import Attributions, inferred
from statements.resolution.home.issuers import Heading
from statements.resolution.index.references import unnamed_role
from statements.resolution.pointing.antecedents import Said, attribution_of
from statements.resolution.pointing.coreference import Coreference
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ANSWERS, OFFICES_HELD, SPOKESPERSONS, TITLE_WORDS

LONGEST_LABEL = 6


class Turns:
    """Resolves the turns of one transcript."""

    def __init__(
        self,
        reading: Reading,
        mentions: Mentions,
        coreference: Coreference,
        heading: Heading,
        issuers: Attributions,
    ) -> None:
        self._reading, self._mentions, self._coreference = reading, mentions, coreference
        self._heading, self._issuers, self._first_turn = heading, issuers, first_turn(reading)

    def is_answer(self, quotation: Quotation) -> bool:
        """Whether the words are a turn of a transcript without a name: "A: We agree." """
        if quotation.rule != "transcript-turn":
            return False
        labels = [self._reading.words_in(span) for span in quotation.sources]
        return all(last - first == 1 and self._reading.word(first) in ANSWERS for first, last in labels)

    def answer(self, quotation: Quotation) -> Attributions:
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

    def labelled(self, quotation: Quotation) -> Attributions:
        """Whose turn of a transcript it is that has an office for its label.

        Resolves: Spokesperson Ivo Lund: Good morning. … Spokesperson: We agree.
        Resolves: "Spokesperson: We agree." of nobody named, in the transcript of a ministry
        Leaves open: "Moderator: Thank you", "Question: …"
        """
        if quotation.rule != "transcript-turn" or len(quotation.sources) != 1:
            return ()
        [span] = quotation.sources
        first, last = self._reading.words_in(span)
        label = self._reading.folded(first, last)
        if not label or not set(label) <= TITLE_WORDS or label[-1] not in OFFICES_HELD:
            return ()
        named = {
            one.speaker.key: one
            for one in self._mentions.people(0, first)
            if one.speaker and set(label) <= set(fold(one.role).split())
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


def first_turn(reading: Reading) -> int:
    """The first word of the first paragraph with a label ("Question: …", "Ivo Lund: …"), else the end."""
    for sentence in reading.sentences:
        ends = range(sentence.first + 1, min(sentence.first + LONGEST_LABEL, sentence.last))
        if any(reading.gap(at).lstrip().startswith(":") for at in ends):
            return sentence.first
    return len(reading.words)
