"""Joining: words whose cue stands in another sentence."""

from __future__ import annotations

from statements.extraction.content import content_spans
from statements.extraction.drafts import Draft
from statements.extraction.grammar import noun_phrase_end
from statements.extraction.sentences import Sentence
from statements.extraction.source import skip_apposition
from statements.extraction.word_classes import words
from statements.records import DIRECT, MIXED, Quotation, Span

_CONTINUED = "quoted words continued from the sentence before"
_LATEST_START = 4
_FEWEST_QUOTED = 6
_POINTERS = words("stated said announced reported declared")


class Joiner:
    """Takes sentences in their order and gives each quotation without a cue to whoever spoke last."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._last: Draft | None = None
        self._last_sentence: Sentence | None = None
        self._held: list[Span] = []
        self._announced = -1
        self._before: tuple[Sentence, list[Draft]] | None = None

    def add(self, sentence: Sentence, drafts: list[Draft]) -> None:
        if self._is_announced(sentence):
            self._announced = sentence.paragraph
            self._drafts[-1].content.append(sentence.span(0, len(sentence.tokens)))
        elif drafts:
            self._take(sentence, drafts)
        elif _is_only_quotation(sentence) or self._goes_on(sentence):
            self._join_quotation(sentence)
        elif not self._points_back(sentence):
            self._last = None
            self._held = []
        self._last_sentence = sentence
        self._before = (sentence, drafts)

    def finish(self) -> list[Quotation]:
        return [draft.finish() for draft in self._drafts if draft.content]

    def _take(self, sentence: Sentence, drafts: list[Draft]) -> None:
        if self._held and sentence.tokens[0].lower == "“":
            drafts[0].content = self._held + drafts[0].content
        self._held = []
        self._drafts += drafts
        self._last = next((draft for draft in reversed(drafts) if draft.holds_quotation), drafts[-1])

    def _join_quotation(self, sentence: Sentence) -> None:
        """Give a sentence that is nothing but a quotation to the speaker before.

        Catches: “We agree,” he said. “We always did.”
        Leaves alone: He was elected in May. “Always forward.”
        """
        spans = [(quotation.start, quotation.end) for quotation in sentence.quotations]
        if _is_only_quotation(sentence):
            spans = list(content_spans(sentence, 0, len(sentence.tokens)))
        last, before = self._last, self._last_sentence
        if last is None or before is None:
            self._held += [] if sentence.quotations[-1].closed else spans
            return
        is_far = bool(last.content) and before.paragraph != sentence.paragraph and not self._is_unclosed()
        if is_far or not last.holds_quotation:
            last.confidence = _CONTINUED
        last.kind = DIRECT if last.kind == DIRECT else MIXED
        last.content += spans

    def _is_announced(self, sentence: Sentence) -> bool:
        """Does the paragraph give, without marks, the words that a colon announced in the one before?

        Catches: Keller wrote: / We agree. We always did.    Leaves alone: Keller wrote: We agree. / We left.
        """
        if self._announced == sentence.paragraph:
            return True
        last, before = self._last, self._last_sentence
        if last is None or before is None or last.content or before.paragraph == sentence.paragraph:
            return False
        return before.tokens[-1].text == ":" and not sentence.quotations

    def _goes_on(self, sentence: Sentence) -> bool:
        """Is a sentence mostly a quotation, in the paragraph of a speaker quoted before?

        Catches: “We agree,” he said. But “nothing is sure until both sides have signed the pact.”
        Leaves alone: “We agree,” he said. The “road map” was agreed on in May.
        """
        last, before = self._last, self._last_sentence
        if (
            last is None
            or before is None
            or not last.holds_quotation
            or before.paragraph != sentence.paragraph
        ):
            return False
        quoted = sum(token.is_word and token.quoted for token in sentence.tokens)
        others = sum(token.is_word and not token.quoted for token in sentence.tokens)
        starts_early = any(token.quoted for token in sentence.tokens[:_LATEST_START])
        return starts_early and quoted >= _FEWEST_QUOTED and quoted > 2 * others

    def _is_unclosed(self) -> bool:
        """Did the sentence before end inside a quotation that never closed?"""
        sentence = self._last_sentence
        return bool(sentence and sentence.quotations and not sentence.quotations[-1].closed)

    def _points_back(self, sentence: Sentence) -> bool:
        """Name the speaker of the sentence before.

        Catches: This was stated at a briefing on Monday by the spokesman.
        Leaves alone: This was a surprise to the spokesman.
        """
        words = [token.lower for token in sentence.tokens]
        if words[:2] != ["this", "was"] or len(words) < 5 or words[2] not in _POINTERS or "by" not in words:
            return False
        start = words.index("by") + 1
        end = noun_phrase_end(sentence.tokens, start)
        if end == start or self._before is None:
            return False
        end = max(end, skip_apposition(sentence.tokens, end))
        for draft in self._before[1]:
            draft.sources = (sentence.span(start, end),)
            draft.confidence = "inferred from the sentence after"
        return bool(self._before[1])


def _is_only_quotation(sentence: Sentence) -> bool:
    return bool(sentence.quotations) and not any(
        token.is_word and not token.quoted for token in sentence.tokens
    )
