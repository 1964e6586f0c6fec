"""Agencies and media that pass on words, and whom they cite."""

from __future__ import annotations

from statements.extraction.grammar import Tokens
from statements.extraction.tokens import OPEN, TokenRange
from statements.extraction.word_classes import AGENCIES, DETERMINERS, OCCASIONS, words

_MEDIA = words(
    "television tv radio daily newspaper paper channel broadcaster website site portal network gazette outlet"
    " weekly magazine"
)
_REMARKS = words("remark remarks comments")
_PASSED_ON = words("carried distributed circulated published released quoted cited")
_CITING = words("citing quoting")
_ENDS = frozenset((".", ",", ";", ":", "—", "–", OPEN, "that"))
_LONGEST_CITED = 24


def relay_in(tokens: Tokens, start: int, end: int) -> TokenRange | None:
    """The name of an agency, or else of another medium, in a noun phrase."""
    return agency_in(tokens, start, end) or medium_in(tokens, start, end)


def agency_in(tokens: Tokens, start: int, end: int) -> TokenRange | None:
    """The name of a news agency in a noun phrase.

    Finds: "Interfax" in "the Interfax news agency", "RIA Novosti", "Res" in "the Ostian news agency Res"
    Finds nothing: in "the agency", "the border agency"
    """
    known = [at for at in range(start, end) if tokens[at].lower in AGENCIES and tokens[at].is_capitalised]
    if known:
        last = known[-1] if known[-1] - known[0] == len(known) - 1 else known[0]
        return known[0], last + 1
    heads = [at for at in range(start, end) if tokens[at].lower == "agency"]
    names = [at for at in range(start, end) if _is_name(tokens, at)]
    behind = [at for at in names if heads and at > heads[-1]]
    names = behind or names
    return (names[0], names[-1] + 1) if heads and names else None


def carrier_in(tokens: Tokens, start: int, end: int) -> TokenRange | None:
    """The agency that an occasion says passed the words on.

    Catches: in comments carried by Interfax    Leaves alone: in a statement carried by the minister
    """
    for at in range(start, end - 2):
        if tokens[at].lower in _PASSED_ON and tokens[at + 1].lower == "by":
            return agency_in(tokens, at + 2, end)
    return None


def is_only_relayed(tokens: Tokens, start: int, end: int) -> bool:
    """Does an occasion tell who passed the words on, and no form in which they were given out?

    Catches: in comments carried by Interfax    Leaves alone: in a statement carried by Interfax
    """
    has_form = any(token.lower in OCCASIONS - _REMARKS for token in tokens[start:end])
    return not has_form and carrier_in(tokens, start, end) is not None


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens[at].is_capitalised and tokens[at].lower not in DETERMINERS | {"news", "agency"}


def medium_in(tokens: Tokens, start: int, end: int) -> TokenRange | None:
    """Catches: the daily Osta Post, Ostian state television    Leaves alone: the television minister"""
    if tokens[start].lower in ("a", "an", "the"):
        start += 1
    if start < end and tokens[end - 1].lower in _MEDIA:
        return start, end
    heads = [at for at in range(start, end - 1) if tokens[at].text in _MEDIA]
    is_named = bool(heads) and all(token.is_capitalised for token in tokens[heads[-1] + 1 : end])
    return (heads[-1] + 1, end) if is_named else None


def cited_at(tokens: Tokens, at: int) -> TokenRange | None:
    """Whom the words at ``at`` say that a relay cites.

    Catches: (Interfax reports) citing the ministry; (Reuters reported), citing two officials, that
    Leaves alone: (Lund said), citing that
    """
    at += at < len(tokens) and tokens[at].text == ","
    if at >= len(tokens) or tokens[at].lower not in _CITING or tokens[at].quoted:
        return None
    start = end = at + 1
    while end < len(tokens) and tokens[end].lower not in _ENDS:
        end += 1
    return (start, end) if 0 < end - start <= _LONGEST_CITED else None
