"""Sources: the words before or after a cue that name who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statements.extraction.grammar import Tokens, group_start, noun_phrase_end, skip_time
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import (
    AUXILIARIES,
    DETERMINERS,
    GENERIC_SPEAKERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    UTTERANCES,
    is_adverb,
    is_finite_verb,
    is_participle,
    words,
)

_MARKS = words(", ; : — – - -- ( ) [ ] …")
_JOINERS = words("and or &")
_RELATIVE_SUBJECTS = words("who whom which")
_LINKS = words("and but or so yet then .")
_NOBODY = words("no nobody none neither")
_OFFICES = words("president chairman chairwoman founder ceo director chief vice secretary owner editor")
_CLAUSE_OPENERS = words("but as than after before since until")
_LONGEST_LIST_ITEM = 8
_LONGEST_SOURCE = 40
_LONGEST_INTERRUPTION = 40
# The mark that ends an interruption, and the one that began it.
_INTERRUPTIONS = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-", "--": "--"}


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, as token ranges: one for each speaker of a coordination.

    ``start`` is where the whole phrase begins, apposition and all. ``text``
    is the range of "a statement" in "a statement by the Kremlin said".
    """

    ranges: tuple[TokenRange, ...]
    start: int
    end: int
    text: TokenRange | None = None


def find_subject(tokens: Tokens, verb_at: int, floor: int) -> Source | None:
    """The subject that ends before the verb group at ``verb_at``.

    Catches: Turkey, its closest ally, has    Leaves alone: who has (the relative clause gives its noun)
    """
    end, apposition_end = _before_interruption(tokens, verb_at, floor)
    bounds = _phrase_before(tokens, end, floor)
    if bounds is None:
        return None
    start, end = bounds
    start, ranges = _speakers(tokens, start, end, floor)
    if not ranges:
        return None
    if apposition_end and len(ranges) == 1:
        ranges = [(ranges[0][0], apposition_end)]
    return name_issuer(tokens, Source(tuple(ranges), start, ranges[-1][1]))


def find_inverted_subject(tokens: Tokens, at: int) -> Source | None:
    """The subject that begins at ``at``, after its verb: “...,” said the minister."""
    if (
        at >= len(tokens)
        or tokens[at].quoted
        or tokens[at].lower in PREPOSITIONS
        or tokens[at].lower in SUBORDINATORS
    ):
        return None
    end = noun_phrase_end(tokens, at)
    if end == at or (end < len(tokens) and is_finite_verb(tokens[end])):
        return None
    ranges = list(split_speakers(tokens, at, end))
    appositive = skip_apposition(tokens, end)
    if appositive > end and len(ranges) == 1:
        ranges = [(at, appositive)]
    return name_issuer(tokens, Source(tuple(ranges), at, max(appositive, end)))


def is_generic(tokens: Tokens, source: Source) -> bool:
    """Analysts, experts, "many", "neither side": nobody, or nobody that an archive could name."""
    start, end = source.ranges[0]
    phrase = tokens[start:end]
    if phrase[0].lower in _NOBODY:
        return True
    head = next((at for at, token in enumerate(phrase) if token.lower in PREPOSITIONS), len(phrase)) - 1
    named = any(token.is_capitalised for token in phrase[1:])
    return not named and head >= 0 and phrase[head].lower in GENERIC_SPEAKERS


def skip_apposition(tokens: Tokens, at: int) -> int:
    """Past ", the head of the mission" when such a phrase follows; its closing comma is left."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    first = tokens[at + 1]
    if first.lower not in DETERMINERS and first.lower not in POSSESSIVES and not first.is_capitalised:
        return at
    end = noun_phrase_end(tokens, at + 1)
    return at if end == at + 1 or (end < len(tokens) and tokens[end].is_word) else end


def _before_interruption(tokens: Tokens, verb_at: int, floor: int) -> tuple[int, int]:
    """Where the subject ends, when an interruption stands between it and the verb.

    Also where its apposition ends, 0 when there is none: the interruption may
    be one ("Demir, the agency's head,"), a relative clause, an adverbial or a
    bracket.
    """
    end, apposition_end = verb_at, 0
    while end - 1 > floor and tokens[end - 1].text in _INTERRUPTIONS:
        mark = tokens[end - 1].text
        opening = _mark_before(tokens, end - 1, floor, _INTERRUPTIONS[mark])
        if opening <= floor:
            break
        if mark == "," and _is_apposition(tokens, opening + 1, end - 1):
            apposition_end = apposition_end or end - 1
        elif not tokens[opening + 1].text.isdigit():
            apposition_end = 0
        end = opening
        inner = _mark_before(tokens, opening, floor, ",")
        if inner > floor and _steps_over(tokens, inner + 1):
            end = opening + 1
    return end, apposition_end


def _mark_before(tokens: Tokens, at: int, floor: int, mark: str) -> int:
    """The last ``mark`` before ``at`` outside quotations, or ``floor`` when there is none."""
    for index in range(at - 1, max(floor, at - _LONGEST_INTERRUPTION), -1):
        if tokens[index].text == mark and not tokens[index].quoted:
            return index
        if tokens[index].lower in (CLOSE, OPEN, ";", ":"):
            return floor
    return floor


def _steps_over(tokens: Tokens, at: int) -> bool:
    """Does a stretch between commas that begins here hold no subject: ", 45," or ", who left,"?"""
    first = tokens[at]
    return (
        first.text.isdigit()
        or first.lower in RELATIVES
        or first.lower in PREPOSITIONS
        or is_participle(first)
    )


def _is_apposition(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens[start]
    if (
        _steps_over(tokens, start)
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


def _phrase_before(tokens: Tokens, end: int, floor: int) -> TokenRange | None:
    """The noun phrase whose modifiers end at ``end``: from the clause's left edge, adverbials skipped."""
    limit = max(floor, end - _LONGEST_SOURCE)
    at, joined = end, 0
    while at > limit:
        before = tokens[at - 1]
        word = before.lower
        if word in _RELATIVE_SUBJECTS and at < end:
            return _phrase_before(tokens, _without_comma(tokens, at - 1, floor), floor)
        if word in SUBJECT_PRONOUNS or (word.split("'")[0] in SUBJECT_PRONOUNS and "'" in word):
            return (at - 1, at) if at == end else None
        if word in _JOINERS:
            joined = joined or at
        elif _is_well(tokens, at - 1):
            at -= 2
        elif is_finite_verb(before):
            if at == end:
                return None
            relative = group_start(tokens, at - 1) - 1
            if not joined and relative > floor and tokens[relative].lower in _RELATIVE_SUBJECTS:
                return _phrase_before(tokens, _without_comma(tokens, relative, floor), floor)
            start = _strip(tokens, joined or at, end)
            if start < end:
                return start, end
        elif before.quoted or word in (OPEN, CLOSE) or word in _MARKS or _subordinates(tokens, at - 1):
            break
        at -= 1
    start = _strip(tokens, at, end)
    return (start, end) if start < end else None


def _without_comma(tokens: Tokens, at: int, floor: int) -> int:
    return at - 1 if at - 1 > floor and tokens[at - 1].text == "," else at


def _is_well(tokens: Tokens, at: int) -> bool:
    """Is the word at ``at`` the last of "as well as"?"""
    return at >= 2 and [token.lower for token in tokens[at - 2 : at + 1]] == ["as", "well", "as"]


def _subordinates(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    return word in _CLAUSE_OPENERS or (word in SUBORDINATORS and word not in PREPOSITIONS)


def _strip(tokens: Tokens, start: int, end: int) -> int:
    """Past adverbs, times and leading prepositional phrases: "In Ankara the ministry" -> "the ministry".

    The noun after "with" is a subject itself: "with the ministry saying".
    """
    while start < end:
        token = tokens[start]
        after_time = skip_time(tokens, start)
        if after_time > start:
            start = after_time
        elif is_adverb(token) or token.lower in _LINKS:
            start += 1
        elif token.lower in PREPOSITIONS and token.lower != "like":
            phrase_end = noun_phrase_end(tokens, start + 1, limit=end)
            if token.lower == "with" and phrase_end == end:
                return start + 1
            start = max(phrase_end, start + 1)
        else:
            break
    return start


def _speakers(tokens: Tokens, start: int, end: int, floor: int) -> tuple[int, list[TokenRange]]:
    """The speakers of the phrase, the items of a comma list before it included."""
    last = noun_phrase_end(tokens, start, limit=end)
    if last == start:
        return start, []
    ranges = list(split_speakers(tokens, start, last))
    while last + 3 < end and _is_well(tokens, last + 2):
        following = noun_phrase_end(tokens, last + 3, limit=end)
        if following == last + 3:
            break
        ranges += split_speakers(tokens, last + 3, following)
        last = following
    if len(ranges) > 1 or (start > floor and tokens[start - 1].lower == "and"):
        for item in _list_items_before(tokens, start, floor):
            ranges.insert(0, item)
            start = item[0]
    return start, ranges


def _list_items_before(tokens: Tokens, start: int, floor: int) -> Iterator[TokenRange]:
    """Items of a list that ends in a coordination: "France, Germany" before "Italy and Spain"."""
    at = start - 1 if start > floor and tokens[start - 1].lower == "and" else start
    while at - 1 > floor and tokens[at - 1].text == ",":
        comma = _mark_before(tokens, at - 1, floor - 1, ",")
        first = comma + 1
        if at - 1 - first > _LONGEST_LIST_ITEM or at - 1 <= first:
            return
        if noun_phrase_end(tokens, first, limit=at - 1) != at - 1 or tokens[first].lower in PREPOSITIONS:
            return
        yield first, at - 1
        at = first


def split_speakers(tokens: Tokens, start: int, end: int) -> Iterator[TokenRange]:
    """Cut "Putin and other officials" in two, but not "the Ministry of Trade and Industry"."""
    piece = start
    for at in range(start + 1, end - 1):
        if tokens[at].lower == "and" and not tokens[at].quoted and _joins_speakers(tokens, piece, at):
            yield piece, at
            piece = at + 1
    yield piece, end


def _joins_speakers(tokens: Tokens, start: int, at: int) -> bool:
    left = [token.lower for token in tokens[start:at]]
    following = tokens[at + 1]
    if left[-1] in _OFFICES or left[0] == "both":
        return False
    if "of" in left or "for" in left:
        return following.lower in DETERMINERS or following.lower in POSSESSIVES
    return following.is_capitalised or following.lower in DETERMINERS or following.lower in POSSESSIVES


def name_issuer(tokens: Tokens, source: Source) -> Source:
    """Whoever issued the text that speaks.

    Catches: A statement by the palace said; a report issued by the army
    Leaves alone: The statement said; Petrov said in a statement released by the palace
    """
    start, end = source.ranges[0]
    for at in range(start + 1, min(start + 7, end + 2, len(tokens) - 1)):
        if tokens[at].lower not in ("by", "from", "of") or not _is_text(tokens, at):
            continue
        issuer_end = noun_phrase_end(tokens, at + 1)
        if issuer_end > at + 1 and tokens[at + 1].lower not in PRONOUNS:
            return Source(((at + 1, issuer_end),), source.start, max(end, issuer_end), (start, at))
    return source


def _is_text(tokens: Tokens, at: int) -> bool:
    """Does "a statement" or "a statement released" end at ``at``?"""
    before = at - 2 if tokens[at - 1].lower.endswith("ed") else at - 1
    return before >= 0 and tokens[before].lower in UTTERANCES


def possessor(tokens: Tokens, start: int, end: int) -> TokenRange:
    """Whose account it is: "their" in "according to their estimates"."""
    if (
        end - start > 1
        and tokens[start].lower in POSSESSIVES
        and not any(token.is_capitalised or token.lower in AUXILIARIES for token in tokens[start + 1 : end])
    ):
        return start, start + 1
    return start, end
