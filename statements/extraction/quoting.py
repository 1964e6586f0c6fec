"""Verbs of no row in the table that a quotation beside them shows to be cues."""

from __future__ import annotations

from statements.extraction.grammar import Tokens, noun_phrase_end, skip_adverbs
from statements.extraction.reporting_verbs import Frame, ReportingVerb
from statements.extraction.tokens import CLOSE, OPEN, Token
from statements.extraction.word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_finite_verb,
    is_participle,
    words,
)

_ENDS_QUOTATION = frozenset((",", "?", "!", "—"))
_NAMING = words("titled entitled named called knew know known thought felt became")
_PARTICLES = words("back out aloud on in")
_STOPS = frozenset((".", ",", ";", ":", "—"))
_LONGEST_SUBJECT = 8
_LONGEST_OBJECT = 16


def read_unlisted(tokens: Tokens, at: int) -> ReportingVerb | None:
    """A row for the verb at ``at`` that the table lacks, if a quotation needs it for its cue."""
    token = tokens[at]
    if not at or token.quoted:
        return None
    if not _may_be_past(token):
        labels = _may_be_present(tokens, at) and _labels(tokens, at)
        return ReportingVerb(token.lower, "states", Frame.LABEL, False, ()) if labels else None
    if _announces(tokens, at) or _follows_quotation(tokens, at):
        return ReportingVerb(token.lower, "states", Frame.QUOTE, False, ())
    if _labels(tokens, at):
        return ReportingVerb(token.lower, "states", Frame.LABEL, False, ())
    return None


def _may_be_past(token: Token) -> bool:
    return is_finite_verb(token) and token.lower not in AUXILIARIES | _NAMING and not token.quoted


def _may_be_present(tokens: Tokens, at: int) -> bool:
    """Catches: Lund admires, he portrays    Leaves alone: the allies"""
    before = tokens[at - 1]
    is_subject = before.is_capitalised or before.lower in SUBJECT_PRONOUNS or is_adverb(before)
    return is_subject and tokens[at].text.islower() and tokens[at].text.endswith("s")


def _announces(tokens: Tokens, at: int) -> bool:
    """Catches: Lund barked, “No more.”; Lund resisted: “No more.”    Leaves alone: Lund left “No Land”"""
    end = skip_adverbs(tokens, at + 1)
    if end < len(tokens) and tokens[end].lower in _PARTICLES:
        end += 1
    return (
        end + 2 < len(tokens)
        and tokens[end].text in (",", ":")
        and tokens[end + 1].lower == OPEN
        and tokens[end + 2].is_capitalised
    )


def _follows_quotation(tokens: Tokens, at: int) -> bool:
    """Catches: “No more,” barked Lund; “No more,” Lund barked.    Leaves alone: The sign, “No more,” fell."""
    start = at
    while start > 0 and is_adverb(tokens[start - 1]):
        start -= 1
    if _ends_quotation(tokens, start - 1):
        return at + 1 < len(tokens) and noun_phrase_end(tokens, at + 1) > at + 1
    for opening in range(start - 1, max(0, start - _LONGEST_SUBJECT), -1):
        if _ends_quotation(tokens, opening):
            is_subject = noun_phrase_end(tokens, opening + 1, limit=start) == start
            return is_subject and _trails_off(tokens, at + 1)
        if not tokens[opening].is_word:
            return False
    return False


def _ends_quotation(tokens: Tokens, at: int) -> bool:
    """Does a quotation that opens the sentence, or follows a mark, end at ``at`` with a mark of its own?"""
    if at < 2 or tokens[at].lower != CLOSE or tokens[at - 1].text not in _ENDS_QUOTATION:
        return False
    while at and tokens[at].lower != OPEN:
        at -= 1
    return tokens[at + 1].is_capitalised and (at < 2 or not tokens[at - 1].is_word)


def _trails_off(tokens: Tokens, at: int) -> bool:
    """Does no object follow the verb: "he barked.", "he barked at reporters"?"""
    if at >= len(tokens):
        return True
    token = tokens[at]
    return (
        token.text in _STOPS
        or token.lower in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | _PARTICLES
        or is_adverb(token)
    )


def _labels(tokens: Tokens, at: int) -> bool:
    """Is a name given with "as"?

    Catches: Lund heralded the pact as a “breakthrough”
    Leaves alone: Lund served as “the Fox”; the gazette quoted Lund as saying “talks go on”
    """
    for index in range(at + 2, min(at + _LONGEST_OBJECT, len(tokens) - 1)):
        token = tokens[index]
        if token.lower == "as" and not token.quoted:
            following = tokens[index + 1 : index + 4]
            return not is_participle(following[0]) and OPEN in [token.lower for token in following]
        if token.quoted or token.text in _STOPS or is_finite_verb(token):
            return False
    return False
