"""Joining: words whose cue stands in another sentence."""

from __future__ import annotations

from itertools import pairwise

from statements.extraction.claims import Reading, first_phrase
from statements.extraction.content import clause_start, content_spans
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import has_finite_verb, noun_phrase_end
from statements.extraction.sentences import Sentence
from statements.extraction.source import is_generic, skip_apposition
from statements.extraction.tokens import CLOSE, OPEN
from statements.extraction.word_classes import UTTERANCES, words
from statements.records import DIRECT, MIXED, Quotation, Span

_CONTINUED = "quoted words continued from the sentence before"
_LATEST_START = 4
_FEWEST_QUOTED = 6
_QUESTIONS = words("ask wonder question inquire")
_PERSONS = words("he she they we")
_AFTER_COLON = "quotation-after-colon"
_POINTERS = words("stated said announced reported declared")


class Joiner:
    """Takes sentences in their order and gives each quotation without a cue to whoever spoke last."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._last: Draft | None = None
        self._last_asks = False
        self._last_sentence: Sentence | None = None
        self._held: list[Span] = []
        self._announced = -1
        self._before: tuple[Sentence, list[Draft]] | None = None

    def add(self, sentence: Sentence, drafts: list[Draft]) -> None:
        drafts = drafts or _announcing(sentence)
        if self._is_announced(sentence):
            self._announced = sentence.paragraph
            self._drafts[-1].content.append(sentence.span(0, len(sentence.tokens)))
        elif drafts:
            self._take(sentence, drafts)
        elif _is_only_quotation(sentence) or self._goes_on(sentence):
            self._join_quotation(sentence)
        elif not self._points_back(sentence):
            self._give_held()
            self._last = None
        self._last_sentence = sentence
        self._before = (sentence, drafts)

    def finish(self) -> list[Quotation]:
        self._give_held()
        return [draft.finish() for draft in self._drafts if draft.content]

    def _take(self, sentence: Sentence, drafts: list[Draft]) -> None:
        if self._held and sentence.tokens[0].lower == OPEN and drafts[0].sources:
            drafts[0].content = self._held + drafts[0].content
            self._held = []
        self._give_held()
        self._drafts += drafts
        self._last = _last_quoted(sentence, drafts)
        self._last_asks = _asks(self._last, sentence)

    def _join_quotation(self, sentence: Sentence) -> None:
        """Give a sentence that is nothing but a quotation to the speaker before, or hold it for the next.

        Paragraphs that open a mark and close none go with the paragraph that closes it.

        Catches: “We agree,” he said. “We always did.”
        Leaves alone: He was elected in May. “Always forward.”
        """
        spans = [(quotation.start, quotation.end) for quotation in sentence.quotations]
        if _is_only_quotation(sentence):
            spans = list(content_spans(sentence, 0, len(sentence.tokens)))
        last, before, is_closed = self._last, self._last_sentence, sentence.quotations[-1].closed
        is_anew = before is not None and before.paragraph != sentence.paragraph and not self._is_unclosed()
        if last is None or self._held or (is_anew and last.content and not is_closed):
            self._held += spans
            if is_closed:
                self._give_held()
        else:
            self._give(spans, is_far=is_anew and bool(last.content))

    def _give_held(self) -> None:
        held, self._held = self._held, []
        if held:
            self._give(held, is_far=True)

    def _give(self, spans: list[Span], *, is_far: bool) -> None:
        """Add quoted words to what was said last, if the next paragraph may not be somebody's answer.

        Catches: “We agree,” he said. (new paragraph) “We always did.”
        Leaves alone: “Why now?” he asked. (new paragraph) “We had to.”
        """
        last = self._last
        if last is None or (is_far and self._last_asks):
            self._last = None
            return
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
        if last.rule == _AFTER_COLON:
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


def _last_quoted(sentence: Sentence, drafts: list[Draft]) -> Draft:
    """Whose words a quotation right behind the sentence goes on with.

    Catches: “We agree,” Lund said in Ostia, where Keller also spoke. (Lund)
    Leaves alone: “We agree,” Lund said, and Keller replied: (Keller)
    """
    announces = sentence.tokens[-1].text == ":"
    quoted = [draft for draft in reversed(drafts) if draft.holds_quotation]
    return next((draft for draft in quoted if draft.content or announces), (quoted or drafts[-1:])[0])


def _announcing(sentence: Sentence) -> list[Draft]:
    """A statement still without words, if the sentence announces a quotation with a colon but no cue.

    Catches: Keller set them right: (new paragraph) “We agree.”
    Leaves alone: The plan has two parts: (new paragraph) “Peace.”; It shows how Keller rated this statement:
    """
    tokens, end = sentence.tokens, len(sentence.tokens) - 1
    if tokens[end].text != ":" or sentence.quotations:
        return []
    reading = Reading(sentence, clause_start(tokens, 0))
    source = first_phrase(reading, end)
    if source is None or is_generic(tokens, source) or not has_finite_verb(tokens, source.end, end):
        return []
    if source.start > reading.floor and tokens[source.start - 1].text != ",":
        return []
    is_person = tokens[source.end - 1].is_capitalised or tokens[source.start].lower in _PERSONS
    if not is_person and not any(token.lower in UTTERANCES for token in tokens[source.end : end]):
        return []
    sources = token_spans(sentence, source.ranges)
    return [Draft([], DIRECT, None, "", sources, "states", _AFTER_COLON)]


def _asks(draft: Draft, sentence: Sentence) -> bool:
    """Does a sentence put a question, so that the next paragraph may hold another speaker's answer?"""
    ends_asking = any(
        token.lower == CLOSE and before.text == "?" for before, token in pairwise(sentence.tokens)
    )
    return draft.cue_lemma in _QUESTIONS and (ends_asking or draft.rule == "reported-question")


def _is_only_quotation(sentence: Sentence) -> bool:
    return bool(sentence.quotations) and not any(
        token.is_word and not token.quoted for token in sentence.tokens
    )
