"""Quotation marks that a text forgot, set where a reader would set them.

A mark that is set has no width: it is a token between two others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from statements.extraction.abbreviations import is_abbreviation
from statements.extraction.grammar import Tokens, noun_phrase_end, skip_adverbs, skip_time
from statements.extraction.quotation_marks import DOUBLE_MARKS, QuotedSpan
from statements.extraction.reporting_verbs import PAST, THIRD, Frame, look_up
from statements.extraction.tokens import CLOSE, OPEN, Token
from statements.extraction.word_classes import (
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_participle,
    words,
)

_ENDERS = frozenset(".!?…")
_CLAUSE_ENDS = frozenset(",?!")
_NEVER_NARRATORS = words("i we you me us one who which that what this there")
_LONGEST_SOURCE = 8
_LONGEST_VERB = 4
_FEWEST_WORDS = 3
_LONGEST_QUOTATION = 60


def mend_marks(tokens: list[Token], quotations: Sequence[QuotedSpan]) -> tuple[list[Token], list[QuotedSpan]]:
    """The tokens and quotations of a paragraph, missing marks set and stray ones left out."""
    if all(quotation.closed for quotation in quotations) and not _strays(tokens, quotations):
        return tokens, list(quotations)
    starts = [token.start for token in tokens]
    mended = [
        quotation if quotation.closed else _close(tokens, starts, quotation) for quotation in quotations
    ]
    strays = _strays(tokens, mended)
    if strays:
        opened = _open(tokens, starts, strays[0], mended[:1])
        left_out = set(strays[len(opened) :])
        tokens, mended = [token for token in tokens if token not in left_out], opened + mended
    return _with_set_marks(tokens, mended), mended


def _with_set_marks(tokens: list[Token], quotations: Sequence[QuotedSpan]) -> list[Token]:
    closing = [Token(CLOSE, CLOSE, q.end, q.end) for q in quotations if q.closed and q.end == q.outer_end]
    opening = [Token(OPEN, OPEN, q.start, q.start) for q in quotations if q.start == q.outer_start]
    return sorted(tokens + closing + opening, key=lambda token: (token.start, token.end))


def _close(tokens: Tokens, starts: Sequence[int], quotation: QuotedSpan) -> QuotedSpan:
    """A quotation that nothing closes, ended before the clause that names its speaker.

    Catches: “We agree, he said on Monday. Talks go on.
    Leaves alone: Lund said: “We met. Talks go on, said the envoy.
    """
    first, last = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
    if first > 1 and tokens[first - 2].text not in _ENDERS and tokens[first - 2].text not in DOUBLE_MARKS:
        return quotation
    is_first_sentence = True
    for at in range(first + 1, last - 1):
        may_end = tokens[at].text == "," or (tokens[at].text in "?!" and tokens[at + 1].text[0].islower())
        if may_end and _names_speaker(tokens, at + 1, last, may_be_pronoun=is_first_sentence):
            end = tokens[at].end
            return quotation._replace(end=end, outer_end=end, closed=True)
        is_first_sentence = is_first_sentence and not _ends_sentence(tokens, at)
    return quotation


def _open(
    tokens: Tokens, starts: Sequence[int], stray: Token, later: Sequence[QuotedSpan]
) -> list[QuotedSpan]:
    """The quotation that a mark closes and none opens, if it can only be the paragraph's first words.

    Catches: We agree to wait,” Lund said.    Leaves alone: Lund left. We agree to wait,” he said.
    """
    end = bisect_left(starts, stray.start)
    clause = end + 2 if tokens[end + 1 : end + 2] and tokens[end + 1].text == "," else end + 1
    if not _FEWEST_WORDS < end < _LONGEST_QUOTATION or not tokens[0].is_capitalised:
        return []
    if clause == end + 1 and tokens[end - 1].text not in _CLAUSE_ENDS:
        return []
    is_first = not later or stray.start < later[0].start
    if not is_first or any(_ends_sentence(tokens, at) or _says(tokens, at) for at in range(end - 1)):
        return []
    if not _names_speaker(tokens, clause, len(tokens), may_be_pronoun=True):
        return []
    return [QuotedSpan(tokens[0].start, stray.start, tokens[0].start, stray.end)]


def _names_speaker(tokens: Tokens, at: int, stop: int, *, may_be_pronoun: bool) -> bool:
    """Does a clause that says who spoke begin at ``at``?

    Catches: he said on Monday, said Ivo Lund, the minister told reporters
    Leaves alone: he told me, Lund said he would go, I said
    """
    limit = min(stop, at + 1 + _LONGEST_SOURCE)
    limit = next((dot for dot in range(at, limit - 1) if _ends_sentence(tokens, dot)), limit)
    subject = at + 1 if at < limit and _says(tokens, at) else at
    end = noun_phrase_end(tokens, subject, limit=limit)
    if end == subject or not _may_narrate(tokens[subject], may_be_pronoun):
        return False
    if subject > at:
        return _trails_off(tokens, end, stop) or tokens[end].text == ","
    verb = skip_adverbs(tokens, end)
    if verb >= limit or not _says(tokens, verb):
        return False
    return _trails_off(tokens, _skip_hearer(tokens, verb + 1, limit), stop)


def _may_narrate(subject: Token, may_be_pronoun: bool) -> bool:
    is_pronoun = subject.lower in SUBJECT_PRONOUNS
    return subject.lower not in _NEVER_NARRATORS and (may_be_pronoun or not is_pronoun)


def _skip_hearer(tokens: Tokens, at: int, limit: int) -> int:
    """Catches: he told the agency    Leaves alone: he told me, for then "he" is part of the quotation"""
    takes_hearer = any(Frame.TELL in verb.frames for _, verb in look_up([tokens[at - 1].lower], 0))
    is_other = at < limit and tokens[at].lower not in _NEVER_NARRATORS
    return noun_phrase_end(tokens, at, limit=limit) if takes_hearer and is_other else at


def _says(tokens: Tokens, at: int) -> bool:
    """Is this a verb that can stand behind a quotation?"""
    following = [token.lower for token in tokens[at : at + _LONGEST_VERB]]
    return any(form in (PAST, THIRD) and Frame.QUOTE in verb.frames for form, verb in look_up(following, 0))


def _trails_off(tokens: Tokens, at: int, stop: int) -> bool:
    """Do nothing but time, place and circumstance follow: "said on Monday.", not "said he would go"?"""
    if at >= stop or tokens[at].text in _ENDERS:
        return True
    if tokens[at].text == ",":
        return at + 1 < stop and is_participle(tokens[at + 1])
    return tokens[at].lower in PREPOSITIONS or skip_time(tokens, at) > at


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    return (
        tokens[at].text in _ENDERS
        and at + 1 < len(tokens)
        and tokens[at + 1].is_capitalised
        and not is_abbreviation(tokens, at)
    )


def _strays(tokens: Tokens, quotations: Sequence[QuotedSpan]) -> list[Token]:
    """The double marks outside every quotation."""
    strays, at = [], 0
    for token in tokens:
        if token.text not in DOUBLE_MARKS:
            continue
        while at < len(quotations) and token.start >= quotations[at].outer_end:
            at += 1
        if at == len(quotations) or token.end <= quotations[at].outer_start:
            strays.append(token)
    return strays
