"""What may stand between a subject and its verb: appositions, relative clauses, ages, places, times."""

from __future__ import annotations

from statements.extraction.grammar import Tokens, noun_phrase_end, skip_time
from statements.extraction.tokens import CLOSE
from statements.extraction.word_classes import (
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
    is_finite_verb,
    is_participle,
)

_LONGEST_INTERRUPTION = 40
_LONGEST_TIME = 6
_INTERRUPTIONS = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-", "--": "--"}


def _has_verb(tokens: Tokens, start: int, end: int) -> bool:
    return any(is_finite_verb(token) for token in tokens[start:end])


def before_time(tokens: Tokens, end: int) -> int:
    """Back over a time that ends at ``end``: "a statement on Sunday" + "urging"."""
    return next((at for at in range(max(1, end - _LONGEST_TIME), end) if skip_time(tokens, at) == end), end)


def before_inserted_time(tokens: Tokens, verb_at: int) -> int:
    """Back over a time between subject and verb.

    Catches: Keller, the envoy, on Friday said; Lund last week said    Leaves alone: Radio Today said
    """
    at = before_time(tokens, verb_at)
    is_name = verb_at - at == 1 and tokens[at].lower not in WEEKDAYS
    return verb_at if is_name or not at else at


def before_interruption(tokens: Tokens, verb_at: int, floor: int) -> tuple[int, int]:
    """Where the subject ends, when an interruption stands between it and the verb.

    Also where its apposition ends, 0 when there is none: the interruption may
    be one ("Demir, the agency's head,"), a relative clause, an adverbial or a
    bracket.
    """
    end, apposition_end = verb_at, 0
    if end - 2 > floor and tokens[end - 1].lower == CLOSE and tokens[end - 2].text == ",":
        opening = mark_before(tokens, end - 1, floor, ",")
        if opening > floor and (steps_over(tokens, opening + 1) or _is_apposition(tokens, opening + 1, end)):
            end = opening
    while end - 1 > floor and tokens[end - 1].text in _INTERRUPTIONS:
        mark = tokens[end - 1].text
        opening = mark_before(tokens, end - 1, floor, _INTERRUPTIONS[mark])
        if opening <= floor and tokens[end - 2].text == ")":
            end -= 1
            continue
        if opening <= floor:
            break
        if mark == "," and _is_apposition(tokens, opening + 1, end - 1):
            apposition_end = apposition_end or end - 1
        elif not tokens[opening + 1].text.isdigit():
            apposition_end = 0
        end = opening
        inner = mark_before(tokens, opening, floor, ",")
        owns = inner > floor and tokens[inner + 1].lower == "whose" and not _has_verb(tokens, inner, opening)
        if (
            inner > floor
            and mark == ","
            and not owns
            and (steps_over(tokens, inner + 1) or is_place(tokens, inner, opening, floor))
        ):
            end = opening + 1
    return end, apposition_end


def before_region(tokens: Tokens, end: int, floor: int) -> int:
    """Back over where a place lies, when no comma closes it.

    Catches: Anna Keller of Port Ost, South Norland (said)    Leaves alone: In Ostia, Lund (said)
    """
    comma = next((at for at in range(end - 1, max(floor, end - 4), -1) if tokens[at].text == ","), 0)
    if not comma or not is_place(tokens, comma, end, floor):
        return end
    of = next((at for at in range(comma - 1, max(floor, comma - 4), -1) if tokens[at].lower == "of"), 0)
    return comma if of and tokens[of - 1].is_capitalised and tokens[floor].is_capitalised else end


def mark_before(tokens: Tokens, at: int, floor: int, mark: str) -> int:
    """The last ``mark`` before ``at`` outside quotations, or ``floor`` when there is none."""
    for index in range(at - 1, max(floor, at - _LONGEST_INTERRUPTION), -1):
        if tokens[index].quoted:
            continue
        if tokens[index].text == mark:
            return index
        if tokens[index].text in (";", ":"):
            return floor
    return floor


def is_place(tokens: Tokens, comma: int, end: int, floor: int) -> bool:
    """Do the words after ``comma`` say where the place before it lies?

    Catches: Keller of Raleigh, N.C.,    Leaves alone: In July, Anna Keller,
    """
    names = [token for token in tokens[comma + 1 : end] if token.text != "."]
    if not 1 <= len(names) <= 2 or not all(token.is_capitalised for token in names):
        return False
    if not tokens[comma - 1].is_capitalised:
        return False
    near = range(max(floor + 1, comma - 4), comma - 1)
    return any(tokens[at].lower in ("of", "in", "from", "at", "near") for at in near)


def steps_over(tokens: Tokens, at: int) -> bool:
    """Does a stretch between commas that begins here hold no subject: ", 45," or ", who left,"?"""
    first = tokens[at]
    return (
        first.text.isdigit()
        or first.lower == "now"
        or first.lower in RELATIVES
        or (first.lower in PREPOSITIONS and not first.is_capitalised)
        or is_participle(first)
    )


def _is_apposition(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens[start]
    if (
        steps_over(tokens, start)
        or is_adverb(first)
        or first.lower in SUBORDINATORS
        or first.lower in ("however",)
    ):
        return False
    return (
        first.is_capitalised
        or first.lower in DETERMINERS
        or first.lower in POSSESSIVES
        or (noun_phrase_end(tokens, start, limit=end) == end)
    )
