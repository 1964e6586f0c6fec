"""Occasions: where, in what text, or in answer to whom, words were said."""

from __future__ import annotations

from statements.extraction.claims import Claim
from statements.extraction.content import clause_start
from statements.extraction.grammar import Tokens, skip_occasion, skip_time
from statements.extraction.relays import is_only_relayed
from statements.extraction.source import Source
from statements.extraction.tail import setting_end
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import words

_BEFORE_SETTINGS = frozenset((",", "—", "–", OPEN, CLOSE))
_GIVEN_OUT = words(
    "adopted circulated distributed issued obtained posted published read released sent seen signed"
)
_LONGEST_ISSUE = 14


def occasion_of(tokens: Tokens, claim: Claim, content_end: int = 0) -> TokenRange | None:
    """The occasion beside the verb, the source or the content, or before the clause; else the setting."""
    if claim.tail.occasion:
        return claim.tail.occasion
    source = claim.source
    if source and source.text:
        return source.text
    opening = clause_start(tokens, 0)
    return (
        (_behind_source(tokens, source, claim.cue.verb_at) if source else None)
        or _behind_content(tokens, claim, content_end)
        or _before_clause(tokens, source, opening)
        or _setting(tokens, claim, opening)
    )


def _behind_source(tokens: Tokens, source: Source, verb_at: int) -> TokenRange | None:
    """Catches: Lund in a letter said; Lund, in a letter sent on Friday, called    Leaves alone: Lund said"""
    start = source.end + (source.end < len(tokens) and tokens[source.end].text == ",")
    end = skip_occasion(tokens, start)
    return (start, end) if start < end <= verb_at else None


def _behind_content(tokens: Tokens, claim: Claim, start: int) -> TokenRange | None:
    """Catches: welcomed the deal in a tweet, demanded it in a letter    Leaves alone: urged calm in Osta"""
    end = skip_occasion(tokens, start) if claim.found and 0 < start < len(tokens) else start
    return (start, end) if start < end else None


def _before_clause(tokens: Tokens, source: Source | None, start: int) -> TokenRange | None:
    """Catches: In a statement, Lund said; In conclusions adopted on Friday, the council invited

    Leaves alone: In a statement that angered Ostia he said; In remarks carried by Interfax, he said
    """
    end = _past_day_of_issue(tokens, skip_occasion(tokens, start))
    if start == end or end >= len(tokens):
        return None
    if is_only_relayed(tokens, start, end):
        return None
    is_next = tokens[end].text == "," or (source is not None and source.start == end)
    rest = tokens[end : end + _LONGEST_ISSUE]
    is_issued = rest[0].lower in _GIVEN_OUT and any(token.text == "," for token in rest)
    return (start, end) if is_next or is_issued else None


def _past_day_of_issue(tokens: Tokens, at: int) -> int:
    """Catches: (In a report), published last week,    Leaves alone: (In a report), signed by all,"""
    following = [token.lower for token in tokens[at : at + 2]]
    if len(following) < 2 or following[0] != "," or following[1] not in _GIVEN_OUT:
        return at
    end = skip_time(tokens, at + 2)
    return end if at + 2 < end else at


def _setting(tokens: Tokens, claim: Claim, opening: int) -> TokenRange | None:
    """The participle phrase that tells where or why somebody speaks: first, after the speaker or last.

    Catches: he said, answering a question from the agency; Lund, speaking in Osta, said
    Leaves alone: he said, leaving the hall
    """
    places = [(opening, claim.cue.verb_at)]
    if claim.source and claim.source.end < claim.cue.verb_at:
        places.append((claim.source.end + 1, claim.cue.verb_at))
    if not claim.found:
        places.append((claim.end + 1, len(tokens)))
    for start, limit in places:
        if start < limit and (not start or tokens[start - 1].text in _BEFORE_SETTINGS):
            end = setting_end(tokens, start, limit)
            if start < end:
                return start, end
    return None
