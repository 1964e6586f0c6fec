"""A text as folded words in sentences: what every rule of resolution reads.

Only the spans handed in are read, so a marked block lends no antecedent.
Every look-up is by index or bisection: the whole is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from statements.folding import Token, tokens
from statements.records import Span
from statements.resolution.text.vocabulary import any_of

ABBREVIATIONS = any_of(
    "mr mrs ms dr st prof gen lt col maj capt sgt cmdr adm gov sen rep amb hon rev jr sr vs etc inc"
    " ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec"
)

# An ending mark, what may close after it, and a start that begins a sentence.
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-z])")
_QUOTE_OPEN, _QUOTE_CLOSE = "“«", "”»"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by the numbers of its words: ``first`` up to, not including, ``last``."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of the read spans, and the sentences they stand in."""

    text: str
    words: Sequence[Token]
    sentences: Sequence[Sentence]
    sentence_numbers: Sequence[int] = field(repr=False)
    _word_starts: Sequence[int] = field(repr=False)
    _sentence_starts: Sequence[int] = field(repr=False)

    def word(self, at: int) -> str:
        """The folded word, empty outside the text."""
        return self.words[at].word if 0 <= at < len(self.words) else ""

    def folded(self, first: int, last: int) -> list[str]:
        """The folded words from ``first`` up to, not including, ``last``."""
        return [self.word(at) for at in range(first, last)]

    def printed(self, first: int, last: int) -> str:
        """The text from word ``first`` up to, not including, word ``last``."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.text[self.words[at].start].isupper()

    def gap(self, at: int) -> str:
        """What stands between word ``at - 1`` and word ``at``."""
        if not 0 < at < len(self.words):
            return "\n"
        return self.text[self.words[at - 1].end : self.words[at].start]

    def is_joined(self, at: int) -> bool:
        """Whether word ``at`` follows the one before it with a space, hyphen or apostrophe alone."""
        return self.gap(at).strip() in JOINTS and self.same_sentence(at - 1, at)

    def same_sentence(self, one: int, other: int) -> bool:
        if not (0 <= one < len(self.words) and 0 <= other < len(self.words)):
            return False
        return self.sentence_numbers[one] == self.sentence_numbers[other]

    def sentence(self, at: int) -> Sentence:
        """The sentence of word ``at``."""
        return self.sentences[self.sentence_numbers[at]]

    def opens_paragraph(self, number: int) -> bool:
        """Whether the sentence of a number is the first of its paragraph."""
        return number == 0 or self.sentences[number - 1].paragraph != self.sentences[number].paragraph

    def is_possessive(self, at: int) -> bool:
        """Whether word ``at`` is the s of a genitive: "Russia’s", "Russia`s"."""
        return self.word(at) == "s" and self.gap(at) in APOSTROPHES

    def is_genitive(self, last: int) -> bool:
        """Whether the phrase before word ``last`` carries an apostrophe: "Iran's", "Nations’ envoy"."""
        if self.is_possessive(last):
            return True
        return self.gap(last) in ("’ ", "' ") and self.word(last - 1).endswith("s")

    def words_in(self, span: Span) -> tuple[int, int]:
        """The words that begin in a span, as a half-open range."""
        return bisect_left(self._word_starts, span[0]), bisect_left(self._word_starts, span[1])

    def sentence_at(self, place: int) -> int | None:
        """The number of the sentence that holds a place in the text."""
        number = bisect_right(self._sentence_starts, place) - 1
        if number < 0 or place > self.sentences[number].end:
            return None
        return number


APOSTROPHES = frozenset("’'`‘")
JOINTS = frozenset(("", "-", "‐", "‑", "–", *APOSTROPHES))


def read(text: str, spans: Iterable[Span]) -> Reading:
    """Read the given spans of a text, each a paragraph."""
    words: list[Token] = []
    sentences: list[Sentence] = []
    numbers: list[int] = []
    for paragraph, (start, end) in enumerate(spans):
        for sentence_start, sentence_end in sentence_spans(text, (start, end)):
            first = len(words)
            part = text[sentence_start:sentence_end]
            words += (Token(t.word, t.start + sentence_start, t.end + sentence_start) for t in tokens(part))
            if len(words) > first:
                numbers += [len(sentences)] * (len(words) - first)
                sentences.append(Sentence(sentence_start, sentence_end, first, len(words), paragraph))
    return Reading(
        text, words, sentences, numbers, [word.start for word in words], [one.start for one in sentences]
    )


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """Sentences of a paragraph; one never ends inside a quotation.

    Parts: He left. She stayed.    He left “for good.” She stayed.
    Leaves whole: “He left. She stayed,” said the U.S. envoy to Mr. Ali.    “He left.” Lund said so.
    """
    start, end = paragraph
    inside = quoted_stretches(text, paragraph)
    at = 0
    for match in _SENTENCE_END.finditer(text, start, end):
        while at < len(inside) and inside[at][1] <= match.start():
            at += 1
        if at < len(inside) and inside[at][0] < match.start():
            is_closed = inside[at][1] < match.end() and inside[at][0] > start
            if not is_closed:
                continue
        if text[match.start()] == "." and _is_abbreviation(text, match.start(), start):
            continue
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def quoted_stretches(text: str, paragraph: Span) -> list[Span]:
    """Places between outer quotation marks, curly or straight; an unclosed one ends nowhere."""
    stretches, opened = [], -1
    for at in range(*paragraph):
        letter = text[at]
        if opened < 0 and (letter in _QUOTE_OPEN or letter == '"'):
            opened = at
        elif opened >= 0 and (letter in _QUOTE_CLOSE or letter == '"'):
            stretches.append((opened, at))
            opened = -1
    return stretches


def _is_abbreviation(text: str, dot: int, start: int) -> bool:
    """Whether a full stop belongs to "Mr." or to a single letter ("U.S.", "J.")."""
    match = re.search(r"[^\W_]{1,5}$", text[max(start, dot - 6) : dot])
    if not match:
        return False
    return len(match.group()) == 1 or match.group().lower() in ABBREVIATIONS
