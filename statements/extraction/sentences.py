"""Sentences of a paragraph, with their tokens and quotations.

A sentence never ends inside a quotation: “Stop. Now,” he said. is one. That
keeps every quotation whole beside the words that attribute it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statements.extraction.abbreviations import is_abbreviation
from statements.extraction.missing_marks import mend_marks
from statements.extraction.quotation_marks import QuotedSpan, find_quotations
from statements.extraction.reporting_verbs import is_reporting_form
from statements.extraction.tokens import CLOSE, OPEN, Token, tokenize
from statements.records import Span

_ENDERS = frozenset(".!?…")
_DASHES = frozenset(("—", "–", "―", "--"))
_HEADING_WORDS = 15
# No sentence is as long; the cut keeps a text without full stops from taking quadratic time.
_MOST_UNQUOTED = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``paragraph`` is the number of the paragraph it stands in."""

    tokens: tuple[Token, ...]
    quotations: tuple[QuotedSpan, ...]
    paragraph: int

    def span(self, start: int, end: int) -> Span:
        """The offsets of the tokens from ``start`` up to, not including, ``end``."""
        return self.tokens[start].start, self.tokens[end - 1].end


def read_paragraph(text: str, paragraph: Span, number: int) -> list[Sentence]:
    """The sentences of one paragraph; none if it reads like a heading."""
    tokens, quotations = mend_marks(tokenize(text, paragraph), find_quotations(text, paragraph))
    tokens = _mark_quoted(tokens, quotations)
    if _is_heading(tokens):
        return []
    return list(_split(tokens, quotations, number))


def _mark_quoted(tokens: list[Token], quotations: Sequence[QuotedSpan]) -> list[Token]:
    """Flag the tokens inside quotations and give outer marks one shape."""
    marked, at = [], 0
    for token in tokens:
        while at < len(quotations) and token.start >= quotations[at].outer_end:
            at += 1
        if at == len(quotations) or token.end <= quotations[at].outer_start:
            marked.append(token)
        elif token.end == quotations[at].start:
            marked.append(token._replace(lower=OPEN))
        elif token.start >= quotations[at].end:
            marked.append(token._replace(lower=CLOSE))
        else:
            marked.append(token._replace(quoted=True))
    return marked


def _is_heading(tokens: Sequence[Token]) -> bool:
    """A short paragraph that no mark ends.

    Catches: Escalation on the northern border
    Leaves alone: The minister said the talks would go on.
    """
    if not tokens:
        return True
    has_end = tokens[-1].lower in _ENDERS or tokens[-1].lower in (CLOSE, ":")
    return (
        not has_end
        and sum(token.is_word for token in tokens) <= _HEADING_WORDS
        and (not any(token.lower == OPEN for token in tokens))
    )


def _split(tokens: list[Token], quotations: Sequence[QuotedSpan], number: int) -> Iterator[Sentence]:
    start, at, unquoted = 0, 0, 0
    for index, token in enumerate(tokens):
        unquoted += not token.quoted
        is_too_long = unquoted >= _MOST_UNQUOTED and not token.quoted
        if index + 1 < len(tokens) and not is_too_long and not _ends_sentence(tokens, index):
            continue
        unquoted = 0
        piece = tuple(tokens[start : index + 1])
        first = at
        while at < len(quotations) and quotations[at].start <= piece[-1].end:
            at += 1
        yield Sentence(piece, tuple(quotations[first:at]), number)
        start = index + 1


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Does a sentence end after this token, which is not the last?

    Catches: “We will stay.” He left.    Leaves alone: Gen. Smith, “Why?” he asked.
    """
    token, following = tokens[index], tokens[index + 1]
    if token.quoted or following.lower == CLOSE:
        return False
    if token.lower in _ENDERS:
        return following.lower not in _ENDERS and _can_start(following) and not is_abbreviation(tokens, index)
    if token.text in (")", "]"):
        return _can_start(following) and _closes_whole_sentence(tokens, index)
    if token.lower == CLOSE and index and tokens[index - 1].lower in _ENDERS:
        is_signed = following.text in _DASHES and index + 2 < len(tokens) and tokens[index + 2].is_capitalised
        return _can_start(following) and not is_signed and not _is_attributed_next(tokens, index)
    return False


def _closes_whole_sentence(tokens: Sequence[Token], bracket: int) -> bool:
    """Does a sentence end before a closing bracket?

    Catches: (They left.) Talks go on.    Leaves alone: the (former U.S.) Army, President [...] Lund
    """
    end = bracket - 1 if bracket and tokens[bracket - 1].lower == CLOSE else bracket
    is_ended = end > 1 and tokens[end - 1].lower in _ENDERS and tokens[end - 2].is_word
    return is_ended and not is_abbreviation(tokens, end - 1)


def _can_start(token: Token) -> bool:
    return (
        token.is_capitalised or token.lower == OPEN or token.text[0].isdigit() or token.text[0] in "[(<—–-•*"
    )


def _is_attributed_next(tokens: Sequence[Token], index: int) -> bool:
    """Is a quotation followed by its own cue: “Why?” the minister asked.

    After a full stop only by a cue that ends the sentence: “No.” Keller said.
    """
    for at in range(index + 1, min(index + 9, len(tokens))):
        if not tokens[at].is_word:
            return False
        if is_reporting_form(tokens[at].lower):
            is_last = at + 1 == len(tokens) or tokens[at + 1].lower in _ENDERS
            return is_last or tokens[index - 1].lower != "."
    return False
