"""Sources: the words before or after a cue that name who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statements.extraction.grammar import Tokens, is_first_of_title, noun_phrase_end, skip_time
from statements.extraction.interruption import (
    before_inserted_time,
    before_interruption,
    before_region,
    is_place,
    mark_before,
    steps_over,
)
from statements.extraction.reporting_verbs import is_reporting_form
from statements.extraction.tokens import CLOSE, OPEN, Token, TokenRange
from statements.extraction.word_classes import (
    AUXILIARIES,
    DETERMINERS,
    GENERIC_SPEAKERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    UTTERANCES,
    is_adverb,
    is_finite_verb,
    words,
)

_MARKS = words(", ; : — – - -- ( ) [ ] …")
_JOINERS = words("and or &")
_RELATIVE_SUBJECTS = words("who whom which")
_RELATIVE_PRONOUNS = words("who whose which that")
_LINKS = words("and but or so yet then .")
NOBODY = words("no nobody none neither")
_OFFICES = words("president chairman chairwoman founder ceo director chief vice secretary owner editor")
_CLAUSE_OPENERS = words("but as than after before since until")
_LONGEST_TITLE = 5
_LONGEST_LIST_ITEM = 8
_LONGEST_SOURCE = 40
_LONGEST_RELATIVE = 12
# The mark that ends an interruption, and the one that began it.
_DASHES_AND_BRACKETS = frozenset(("—", "–", "-", "--", "("))
_APPROXIMATE = words("with about around over under out up off")
_FINDINGS = words("calculation calculations tally count estimate estimates figures accounts statements")
# Participles that may end a subject: "those questioned said", "the order released said".
_DESCRIBING = words(
    "polled surveyed interviewed questioned involved briefed released issued published adopted posted"
)


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

    Catches: Turkey, its closest ally, has; Turkey, which has    Leaves alone: In June has
    """
    if verb_at - 1 > floor and tokens[verb_at - 1].lower in _RELATIVE_PRONOUNS:
        return _antecedent(tokens, verb_at - 1, floor)
    if verb_at > floor and is_contracted(tokens[verb_at - 1]):
        return Source(((verb_at - 1, verb_at),), verb_at - 1, verb_at)
    end, apposition_end = before_interruption(tokens, before_inserted_time(tokens, verb_at), floor)
    end = before_region(tokens, end, floor)
    bounds = _phrase_before(tokens, end, floor)
    if bounds is None:
        return None
    start, end = bounds
    start, ranges = _speakers(tokens, start, end, floor)
    if not ranges:
        return None
    name = _described(tokens, start, floor)
    if name < start:
        apposition_end, start, ranges = ranges[-1][1], name, [(name, start - 1)]
    if tokens[start].lower == "whose":
        return _whose(tokens, ranges[0][0], max(ranges[0][1], apposition_end), floor)
    if apposition_end:
        ranges[-1] = (ranges[-1][0], apposition_end)
    if len(ranges) > 1 and _heads_list(tokens, *ranges[0]):
        ranges = [(ranges[0][0], ranges[-1][1])]
    return name_issuer(tokens, Source(tuple(ranges), start, ranges[-1][1]))


def _described(tokens: Tokens, start: int, floor: int) -> int:
    """Where the name begins whose apposition begins at ``start``, or ``start`` when that is none.

    Catches: Ivo Lund, a minister who has led the talks, which go on, said
    Leaves alone: In Ostia, the minister who has led the talks, which go on, said
    """
    if start - 2 < floor or tokens[start - 1].text != "," or tokens[start].lower not in ("a", "an", "the"):
        return start
    name = tokens[floor : start - 1]
    is_name = len(name) > 1 and all(token.is_capitalised for token in name)
    return floor if is_name and noun_phrase_end(tokens, floor, limit=start - 1) == start - 1 else start


def _whose(tokens: Tokens, start: int, end: int, floor: int) -> Source | None:
    """Who speaks in ", whose minister Ivo Lund had said": the person named, or the owner of the office."""
    if any(token.is_capitalised for token in tokens[start + 1 : end]):
        return Source(((start + 1, end),), start + 1, end)
    return _antecedent(tokens, start, floor)


def _heads_list(tokens: Tokens, start: int, end: int) -> bool:
    """Does a plural head govern the list: "the ministers of France, Spain and Italy"?"""
    offices = (at for at in range(start + 1, end) if tokens[at].lower == "of")
    at = next(offices, start)
    return at > start and tokens[at - 1].lower.endswith("s") and not tokens[at - 1].is_capitalised


def is_contracted(token: Token) -> bool:
    """Is the subject one word with its auxiliary: "he's", "they've"?"""
    head, mark, _ = token.lower.partition("'")
    return bool(mark) and head in SUBJECT_PRONOUNS


def _antecedent(tokens: Tokens, at: int, floor: int) -> Source | None:
    """The noun that the relative pronoun at ``at`` stands for.

    Catches: a letter from Keller, the head of the mission, who said    Leaves alone: those who say
    """
    end = at - 1 if at - 1 > floor and tokens[at - 1].text in _DASHES_AND_BRACKETS else at
    while end - 1 > floor and tokens[end - 1].text == ",":
        end -= 1
        opening = mark_before(tokens, end, floor, ",")
        if opening <= floor or not (
            steps_over(tokens, opening + 1)
            or tokens[opening + 1].lower in DETERMINERS | POSSESSIVES
            or is_place(tokens, opening, end, floor)
        ):
            break
        end = opening + 1
    start = end
    while start > max(floor, end - _LONGEST_SOURCE) and not _bounds_phrase(tokens[start - 1]):
        start -= 1
    while start < end:
        reached = noun_phrase_end(tokens, start, limit=end)
        if reached == end:
            ranges = tuple(split_speakers(tokens, start, end))[-1:]
            pointing = end - start == 1 and tokens[start].lower in PRONOUNS
            return None if pointing else name_issuer(tokens, Source(ranges, ranges[0][0], end))
        start = max(reached, start + 1)
    return None


def _bounds_phrase(token: Token) -> bool:
    return token.quoted or token.lower in (OPEN, CLOSE) or token.lower in _MARKS or is_finite_verb(token)


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
    """Analysts, experts, "many", "neither side": nobody, or nobody that an archive could name.

    Catches: many experts    Leaves alone: experts and officials, critics of the plan
    """
    first = tokens[source.ranges[0][0]]
    return first.lower in NOBODY or all(_is_nobody(tokens, start, end) for start, end in source.ranges)


def _is_nobody(tokens: Tokens, start: int, end: int) -> bool:
    if any(token.is_capitalised for token in tokens[start + 1 : end]):
        return False
    is_described = end < len(tokens) and (
        tokens[end].lower in PREPOSITIONS - {"in", "on", "at"} or _is_describing(tokens[end])
    )
    return tokens[end - 1].lower in GENERIC_SPEAKERS and not (is_described and skip_time(tokens, end) == end)


def _is_describing(token: Token) -> bool:
    """Catches: people briefed (on the plan)    Leaves alone: people had (said), people said"""
    is_verb = token.lower in AUXILIARIES or is_reporting_form(token.lower)
    return is_finite_verb(token) and not is_verb


def skip_apposition(tokens: Tokens, at: int) -> int:
    """Past ", the head of the mission" when such a phrase follows; its closing comma is left."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    first = tokens[at + 1]
    if first.lower not in DETERMINERS and first.lower not in POSSESSIVES and not first.is_capitalised:
        return at
    end = noun_phrase_end(tokens, at + 1)
    return at if end == at + 1 or (end < len(tokens) and tokens[end].is_word) else end


def _phrase_before(tokens: Tokens, end: int, floor: int) -> TokenRange | None:
    """The noun phrase whose modifiers end at ``end``: from the clause's left edge, adverbials skipped."""
    limit = max(floor, end - _LONGEST_SOURCE)
    at, joined = end, 0
    while at > limit:
        before = tokens[at - 1]
        word = before.lower
        if word in _RELATIVE_SUBJECTS and at < end:
            if _is_own_subject(tokens, at, end):
                return at, end
            return _phrase_before(tokens, _without_comma(tokens, at - 1, floor), floor)
        if word in SUBJECT_PRONOUNS or (word.split("'")[0] in SUBJECT_PRONOUNS and "'" in word):
            return (at - 1, end) if at == end or (joined and tokens[at].lower == "and") else None
        if word in _JOINERS:
            joined = joined or at
        elif _is_well(tokens, at - 1):
            at -= 2
        elif is_finite_verb(before):
            relative = _relative_before(tokens, at - 1, floor)
            if not joined and relative > floor:
                return _phrase_before(tokens, _without_comma(tokens, relative, floor), floor)
            if at == end and word in _DESCRIBING:
                at -= 1
                continue
            if at == end:
                return None
            start = _strip(tokens, joined or at, end)
            if start < end:
                return start, end
        elif before.quoted or word in (OPEN, CLOSE) or word in _MARKS or _subordinates(tokens, at - 1):
            break
        at -= 1
    start = _strip(tokens, at, end)
    return (start, end) if start < end else None


def _is_own_subject(tokens: Tokens, start: int, end: int) -> bool:
    """Are the words after a relative pronoun a subject: "which the ministry called"?"""
    first = tokens[start]
    names = first.is_capitalised or first.lower in DETERMINERS or first.lower in POSSESSIVES
    return names and noun_phrase_end(tokens, start, limit=end) == end


def _relative_before(tokens: Tokens, verb_at: int, floor: int) -> int:
    """The pronoun whose clause holds the verb: "whose" in "officials whose talks failed"; or ``floor``."""
    for index in range(verb_at - 1, max(floor, verb_at - _LONGEST_RELATIVE), -1):
        token = tokens[index]
        if token.lower in _RELATIVE_PRONOUNS:
            is_pronoun = token.lower != "that" or not is_finite_verb(tokens[index - 1])
            return index if is_pronoun and not token.quoted else floor
        if token.quoted or token.lower in _MARKS or token.lower in (OPEN, CLOSE):
            return floor
    return floor


def _without_comma(tokens: Tokens, at: int, floor: int) -> int:
    return at - 1 if at - 1 > floor and tokens[at - 1].text == "," else at


def _is_well(tokens: Tokens, at: int) -> bool:
    """Is the word at ``at`` the last of "as well as"?"""
    return at >= 2 and [token.lower for token in tokens[at - 2 : at + 1]] == ["as", "well", "as"]


def _subordinates(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    if word == "than" and at and tokens[at - 1].lower in ("more", "less", "fewer", "other", "rather"):
        return False
    return word in _CLAUSE_OPENERS or (word in SUBORDINATORS and word not in PREPOSITIONS)


def _strip(tokens: Tokens, start: int, end: int) -> int:
    """Past adverbs, times and leading prepositional phrases: "In Ankara the ministry" -> "the ministry".

    The noun after "with" is a subject itself, "with the ministry saying", as is "about half".
    """
    while start < end:
        token = tokens[start]
        after_time = skip_time(tokens, start)
        if after_time > start:
            start = after_time
        elif is_first_of_title(tokens, start):
            break
        elif is_adverb(token) or token.lower in _LINKS or _is_opening_adverb(tokens, start):
            start += 1
        elif token.lower in PREPOSITIONS and token.lower != "like":
            phrase_end = noun_phrase_end(tokens, start + 1, limit=end)
            if token.lower in _APPROXIMATE and phrase_end == end:
                return start + 1
            start = max(phrase_end, start + 1)
        else:
            break
    return start


def _is_opening_adverb(tokens: Tokens, at: int) -> bool:
    """Catches: Nearly a third, Roughly 40 percent    Leaves alone: Emily Keller"""
    following = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    counts = following.lower in DETERMINERS or following.text[0].isdigit()
    return tokens[at].lower.endswith("ly") and counts


def _speakers(tokens: Tokens, start: int, end: int, floor: int) -> tuple[int, list[TokenRange]]:
    """The speakers of the phrase, the items of a comma list before it included."""
    if tokens[start].lower in SUBJECT_PRONOUNS and start + 1 < end and tokens[start + 1].lower == "and":
        return start, [(start, start + 1), *split_speakers(tokens, start + 2, end)]
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
        comma = mark_before(tokens, at - 1, floor - 1, ",")
        first = comma + 1
        if at - 1 - first > _LONGEST_LIST_ITEM or at - 1 <= first:
            return
        if noun_phrase_end(tokens, first, limit=at - 1) != at - 1 or tokens[first].lower in PREPOSITIONS:
            return
        before = mark_before(tokens, first - 1, floor - 1, ",") + 1 if first > floor else first
        if _explains(tokens, first, at - 1) and before < first - 1 and tokens[before].is_capitalised:
            yield before, at - 1
            at = before
        else:
            yield first, at - 1
            at = first


def _explains(tokens: Tokens, start: int, end: int) -> bool:
    """Is a list item the office of the person before it: "Ivo Lund, the minister, and"?"""
    has_article = tokens[start].lower in DETERMINERS | POSSESSIVES
    return has_article and not any(token.is_capitalised for token in tokens[start + 1 : end])


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

    Catches: A statement by the palace said; a report issued by the army; estimates from the bank
    Leaves alone: The statement said; Petrov said in a statement released by the palace; a poll of voters
    """
    start, end = source.ranges[0]
    for at in range(start + 1, min(start + 7, end + 2, len(tokens) - 1)):
        if tokens[at].lower not in ("by", "from", "of") or not _is_text(tokens, at):
            continue
        issuer_end = _with_second_title(tokens, at + 1, noun_phrase_end(tokens, at + 1))
        if issuer_end > at + 1 and tokens[at + 1].lower not in PRONOUNS:
            return Source(((at + 1, issuer_end),), source.start, max(end, issuer_end), (start, at))
    return source


def _with_second_title(tokens: Tokens, start: int, end: int) -> int:
    """Past the second of two titles of one bearer.

    Catches: (by) government spokeswoman and first lady Ana Lund    Leaves alone: (by) spokeswoman Ana Lund
    """
    is_joint = end + 1 < len(tokens) and tokens[end].lower == "and" and tokens[end + 1].text.islower()
    is_title = is_joint and not any(token.is_capitalised for token in tokens[start:end])
    name = end + 1
    while is_title and name < len(tokens) and tokens[name].is_word and tokens[name].text.islower():
        name += 1
    is_short = is_title and name - end <= _LONGEST_TITLE and tokens[start].lower not in DETERMINERS
    last = noun_phrase_end(tokens, name) if is_short and name < len(tokens) else end
    return last if last > end and tokens[last - 1].is_capitalised else end


def _is_text(tokens: Tokens, at: int) -> bool:
    """Does "a statement" or "a statement released" end at ``at``?"""
    before = at - 2 if tokens[at - 1].lower.endswith("ed") or tokens[at - 1].lower == "read" else at - 1
    if before < 0:
        return False
    word = tokens[before].lower
    return word in UTTERANCES or (word in _FINDINGS and tokens[at].lower != "of")


def possessor(tokens: Tokens, start: int, end: int) -> TokenRange:
    """Whose account it is.

    Catches: their (estimates)    Leaves alone: their friends and advisers
    """
    if (
        tokens[end - 1].lower in UTTERANCES | _FINDINGS
        and end - start > 1
        and tokens[start].lower in POSSESSIVES
        and not any(token.is_capitalised or token.lower in AUXILIARIES for token in tokens[start + 1 : end])
    ):
        return start, start + 1
    return start, end
