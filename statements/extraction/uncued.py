"""Quotations that a mark credits, with no verb of speech: a colon before them, a dash behind."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.claims import Reading, first_phrase
from statements.extraction.content import DASHES, content_spans, quotation_end, trim_end
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens
from statements.extraction.source import Source, find_subject, is_generic
from statements.extraction.tokens import OPEN
from statements.extraction.word_classes import PRONOUNS, QUESTIONERS, is_finite_verb
from statements.records import DIRECT

_FEWEST_WORDS = 4
_FEWEST_NAMES = 2
_LONGEST_SIGNATURE = 14
_NEVER_SPEAKERS = PRONOUNS - {"he", "she", "they", "i", "we"}


def attribute_colon(reading: Reading, drafts: Sequence[Draft]) -> Draft | None:
    """The quotation after a colon, given to whoever stands before it or to the subject of the clause.

    Catches: Keller: “Talks go on.”; Keller had one message: “Talks go on.”
    Leaves alone: The film: “Silent Border”; He listed his aims: “peace” and “trade”
    """
    tokens = reading.tokens
    at = _colon_before_quotation(tokens)
    if at <= reading.floor or any(draft.reach[0] <= at + 2 < draft.reach[1] for draft in drafts):
        return None
    source = _named_before(tokens, at, reading.floor) or first_phrase(reading, at)
    if source is None or is_generic(tokens, source) or _is_nobody(tokens, source):
        return None
    end = quotation_end(tokens, at + 1)
    return Draft(
        list(content_spans(reading.sentence, at + 1, end)),
        DIRECT,
        None,
        "",
        token_spans(reading.sentence, source.ranges),
        "states",
        "quotation-after-colon",
        reach=(source.start, end),
    )


def attribute_signature(reading: Reading, drafts: Sequence[Draft]) -> Draft | None:
    """The quotation that its speaker's name signs.

    Catches: “Talks go on.” — Anna Keller, minister    Leaves alone: “Talks go on” — a first for the region
    """
    tokens = reading.tokens
    if drafts or tokens[0].lower != OPEN:
        return None
    end = quotation_end(tokens, 0)
    while end < len(tokens) and tokens[end].lower == OPEN:
        end = quotation_end(tokens, end)
    if end + 1 >= len(tokens) or tokens[end].text not in DASHES or not tokens[end + 1].is_capitalised:
        return None
    last = trim_end(tokens, end + 1, len(tokens))
    if last - end > _LONGEST_SIGNATURE or any(is_finite_verb(token) for token in tokens[end:]):
        return None
    return Draft(
        list(content_spans(reading.sentence, 0, end)),
        DIRECT,
        None,
        "",
        (reading.sentence.span(end + 1, last),),
        "states",
        "quotation-signed",
        reach=(0, len(tokens)),
    )


def _colon_before_quotation(tokens: Tokens) -> int:
    for at in range(1, len(tokens) - _FEWEST_WORDS - 1):
        if tokens[at].text == ":" and not tokens[at].quoted and tokens[at + 1].lower == OPEN:
            is_clause = tokens[at + 2].is_capitalised and tokens[at + 1 + _FEWEST_WORDS].quoted
            return at if is_clause else -1
    return -1


def _named_before(tokens: Tokens, at: int, floor: int) -> Source | None:
    """The name that ends at the colon: “Keller:”, “no surprise to Minister Anna Keller:”."""
    start = at
    while start > floor and (tokens[start - 1].is_capitalised or tokens[start - 1].text == "."):
        start -= 1
    if at - start >= _FEWEST_NAMES and start > floor:
        return Source(((start, at),), start, at)
    stands_alone = not any(is_finite_verb(token) for token in tokens[floor:at])
    source = find_subject(tokens, at, floor) if stands_alone else None
    return source if source and tokens[source.start].is_capitalised else None


def _is_nobody(tokens: Tokens, source: Source) -> bool:
    words = {token.lower for token in tokens[source.start : source.end]}
    return tokens[source.start].lower in _NEVER_SPEAKERS or bool(words & QUESTIONERS)
