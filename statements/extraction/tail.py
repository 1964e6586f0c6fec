"""What stands between a verb and its content: hearers, times, places, occasions, agencies, who is cited."""

from __future__ import annotations

from dataclasses import dataclass

from statements.extraction.grammar import (
    Tokens,
    may_be_hearer,
    noun_phrase_end,
    skip_adverbs,
    skip_occasion,
    skip_time,
)
from statements.extraction.relays import agency_in, carrier_in, cited_at, is_only_relayed
from statements.extraction.reporting_verbs import Frame, ReportingVerb
from statements.extraction.tokens import OPEN, TokenRange
from statements.extraction.word_classes import (
    DETERMINERS,
    HEARERS,
    MONTHS,
    OCCASIONS,
    POSSESSIVES,
    PRONOUNS,
    is_finite_verb,
    is_participle,
    words,
)

_CLAUSE_OPENERS = words("that whether why how") | {OPEN}
STOPS = words(". ! ? , ; : — – -- …")
_SETTINGS = words("answering replying responding speaking briefing addressing talking commenting")
_LONGEST_SETTING = 30
_LONGEST_DATE = 6
_LOOSE_PREPOSITIONS = words("in at on to during after before from via through with near by for about of")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands between a verb and its content: hearers, times, places, occasions."""

    end: int
    occasion: TokenRange | None = None
    agency: TokenRange | None = None
    hearer: TokenRange | None = None
    cited: TokenRange | None = None


def read_tail(tokens: Tokens, at: int, verb: ReportingVerb) -> Tail:
    """Read over hearer, time and occasion after a verb.

    Catches: told reporters in Moscow on Friday that    Leaves alone: said reporters were
    """
    occasion = agency = hearer = cited = None
    if Frame.TELL in verb.frames:
        end = hearer_end(tokens, at)
        agency = agency_in(tokens, at, end)
        hearer = (at, end) if _is_told(tokens, at, end) else None
        occasion = hearer if hearer and _is_audience(tokens, *hearer) else None
        at = end
    while at < len(tokens):
        start = at
        at = _skip_here(tokens, skip_adverbs(tokens, at))
        at = _skip_bracketed_time(tokens, skip_time(tokens, at))
        after_occasion = skip_occasion(tokens, at)
        cited = cited or cited_at(tokens, at)
        if cited and cited[1] > at:
            at = cited[1] + (tokens[cited[1] : cited[1] + 1] != () and tokens[cited[1]].text == ",")
        elif after_occasion > at:
            agency = agency or carrier_in(tokens, at, after_occasion)
            if not is_only_relayed(tokens, at, after_occasion):
                occasion = occasion or (at, after_occasion)
            at = after_occasion
        elif at == start:
            loose = _loose_phrase_end(tokens, at)
            if loose == at:
                break
            agency = agency or agency_in(tokens, at, loose)
            hearer = hearer or ((at + 1, loose) if tokens[at].lower == "to" else None)
            at = loose
    return Tail(at, occasion, agency, hearer, cited)


def _skip_here(tokens: Tokens, at: int) -> int:
    """Past "here" where a time, a mark or a clause follows.

    Catches: told reporters here yesterday, told reporters here that
    Leaves alone: said here was peace, said here in Osta is
    """
    if at + 1 >= len(tokens) or tokens[at].lower != "here" or tokens[at].quoted:
        return at
    after = tokens[at + 1]
    is_told = at > 0 and tokens[at - 1].lower in HEARERS
    is_place = after.text in STOPS or after.lower in _CLAUSE_OPENERS
    is_place = is_place or (is_told and after.lower in _LOOSE_PREPOSITIONS)
    return at + 1 if is_place or skip_time(tokens, at + 1) > at + 1 else at


def _skip_bracketed_time(tokens: Tokens, at: int) -> int:
    """Past a date in brackets behind a day.

    Catches: said on Friday (29 October) that    Leaves alone: said (in Ostia) that, said Lund (64) had left
    """
    if at >= len(tokens) or tokens[at].text != "(" or tokens[at].quoted:
        return at
    end = next((k for k in range(at + 1, min(at + _LONGEST_DATE, len(tokens))) if tokens[k].text == ")"), at)
    inside = tokens[at + 1 : end]
    is_date = any(token.lower in MONTHS for token in inside) and all(
        token.lower in MONTHS or token.text[0].isdigit() or token.text == "," for token in inside
    )
    return end + 1 if is_date else at


def _is_told(tokens: Tokens, start: int, end: int) -> bool:
    """Catches: warned Ostia that it would, told Lund.    Leaves alone: warned Ostia would pay"""
    return start < end and not (end < len(tokens) and is_finite_verb(tokens[end]))


def _is_audience(tokens: Tokens, start: int, end: int) -> bool:
    """Catches: told reporters, told a news conference    Leaves alone: told Ostia, told his colleague"""
    return any(token.lower in HEARERS | OCCASIONS for token in tokens[start:end] if not token.quoted)


def setting_end(tokens: Tokens, at: int, limit: int) -> int:
    """Past the participle phrase that tells where and why somebody speaks, or ``at``.

    Catches: Asked about the talks, | answering a question from the agency about trade | speaking in Lund,
    Leaves alone: Leaving the talks, he said
    """
    if at >= limit or tokens[at].quoted:
        return at
    first = at + (tokens[at].lower == "when")
    opens = tokens[first].lower if first < limit else ""
    if opens not in _SETTINGS and not (opens == "asked" and first + 1 < limit):
        return at
    for index in range(first + 1, min(limit, first + _LONGEST_SETTING)):
        token = tokens[index]
        is_topic = token.lower == "about" and opens not in ("asked", "speaking")
        if token.text in STOPS or token.lower == OPEN or is_topic:
            return index
    return limit if limit <= first + _LONGEST_SETTING else at


def hearer_end(tokens: Tokens, at: int) -> int:
    """Past the addressee: "told reporters", "assured his colleague"."""
    if at >= len(tokens) or tokens[at].quoted or tokens[at].lower in ("that", OPEN):
        return at
    if tokens[at].lower in HEARERS or tokens[at].lower in PRONOUNS - DETERMINERS:
        return at + 1
    end = noun_phrase_end(tokens, at)
    if end < len(tokens) and is_finite_verb(tokens[end]) and end > at + 1:
        return (
            at + 1 if tokens[at].lower not in DETERMINERS and tokens[at].lower not in POSSESSIVES else at + 2
        )
    return end


def _loose_phrase_end(tokens: Tokens, at: int) -> int:
    """Past "in Moscow" or "to reporters", if what comes next cannot be a bare clause."""
    if tokens[at].lower not in _LOOSE_PREPOSITIONS or at + 1 >= len(tokens):
        return at
    start = at + 1
    if tokens[at].lower == "to" and not may_be_hearer(tokens[start]):
        return at
    end = start + 1 if tokens[start].lower in HEARERS else noun_phrase_end(tokens, start)
    if is_participle(tokens[start]):
        end = noun_phrase_end(tokens, start + 1) if start + 1 < len(tokens) else end
    if end == start:
        return at
    if end == len(tokens) or tokens[end].text in STOPS or tokens[end].lower in _CLAUSE_OPENERS:
        return end
    nested = _loose_phrase_end(tokens, end)
    after_time = skip_time(tokens, end)
    return nested if nested > end else after_time if after_time > end else at
