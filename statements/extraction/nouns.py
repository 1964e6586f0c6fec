"""Nouns that report: "Norland's claim that talks failed", "his call for a truce"."""

from __future__ import annotations

from collections.abc import Iterator

from statements.extraction.content import content_spans, kind_of, trim_end
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import (
    Tokens,
    group_start,
    may_be_infinitive,
    noun_phrase_end,
    skip_occasion,
    skip_time,
)
from statements.extraction.reporting_verbs import Frame, is_reporting_form
from statements.extraction.sentences import Sentence
from statements.extraction.source import find_subject, is_generic, split_speakers
from statements.extraction.tokens import CLOSE, TokenRange
from statements.extraction.word_classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_finite_verb,
    words,
)
from statements.records import Span

# What each noun announces.
_ACTS = (
    dict.fromkeys(
        words(
            "claim claims assertion assertions argument arguments suggestion contention insistence statement"
            " statements remark remarks comment comments announcement declaration admission acknowledgment"
            " acknowledgement prediction assurance assurances observation complaint complaints conclusion"
            " position stance message response view answer proposal proposals point"
        ),
        "states",
    )
    | dict.fromkeys(words("warning warnings"), "warns")
    | dict.fromkeys(words("accusation accusations allegation allegations charge charges"), "accuses")
    | dict.fromkeys(words("promise promises pledge pledges vow vows"), "pledges")
    | dict.fromkeys(words("threat threats"), "threatens")
    | dict.fromkeys(words("demand demands"), "demands")
    | dict.fromkeys(words("call calls appeal appeals plea pleas"), "appeals")
    | dict.fromkeys(words("denial denials"), "denies")
    | dict.fromkeys(words("offer offers"), "offers")
)
# The words that join what is announced to its noun; "that" for all others.
_LINKS = {
    "pledges": ("that", "to"),
    "threatens": ("that", "to"),
    "demands": ("that", "for"),
    "appeals": ("for", "to"),
    "offers": ("to",),
}
_MAKING = words(
    "made make makes making issued issue issues issuing repeated repeats renewed renews voiced voices"
    " reiterated reiterates gave gives delivered delivers sent sends published publishes released releases"
)
_NEVER_NAMES = SUBORDINATORS | PREPOSITIONS | {"but", "and"}
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "—", "–", "--", "-"))
_LONGEST_GAP = 4
_FEWEST_WORDS = 3


def attribute_nouns(sentence: Sentence, taken: list[TokenRange], floor: int) -> Iterator[Draft]:
    """Statements given with a noun and its owner, outside the ranges already attributed.

    Catches: Norland's claim that talks failed; calls from Ostia for a truce; its position is that talks go on
    Leaves alone: Its position in the north is weak; the claim that talks failed
    """
    tokens = sentence.tokens
    for at in range(1, len(tokens) - _FEWEST_WORDS):
        token = tokens[at]
        if token.quoted or token.lower not in _ACTS or any(start <= at < end for start, end in taken):
            continue
        draft = _attribute(sentence, at, floor)
        if draft:
            taken = [*taken, draft.reach]
            yield draft


def _attribute(sentence: Sentence, at: int, floor: int) -> Draft | None:
    tokens = sentence.tokens
    owners, after = _owners(sentence, at)
    owners = owners or _makers(sentence, at, floor)
    act = _ACTS[tokens[at].lower]
    start = _content_start(tokens, after, _LINKS.get(act, ("that",))) if owners else -1
    if start < 0:
        return None
    end = trim_end(tokens, start, _clause_end(tokens, start))
    if end - start < _FEWEST_WORDS:
        return None
    return Draft(
        list(content_spans(sentence, start, end)),
        kind_of(tokens, start, end, Frame.CLAUSE),
        sentence.span(at, at + 2 if tokens[at + 1].lower in BE else at + 1),
        tokens[at].lower,
        owners,
        act,
        "noun-of-speech",
        frame=Frame.CLAUSE,
        reach=(at, end),
    )


def _owners(sentence: Sentence, at: int) -> tuple[tuple[Span, ...], int]:
    """Whose words they are, before the noun or after it, and where the phrase ends.

    Catches: Keller's claim, the Norland claim, a claim by Keller    Leaves alone: the claim, the first claim
    """
    tokens = sentence.tokens
    for before in range(at - 1, max(-1, at - _LONGEST_GAP), -1):
        token = tokens[before]
        if token.quoted or not token.is_word:
            break
        if token.lower in POSSESSIVES - {"my", "our", "your", "whose"}:
            return (sentence.span(before, before + 1),), at + 1
        if token.lower.endswith("'s"):
            start, end = sentence.span(_name_start(tokens, before), before + 1)
            return ((start, end - len("'s")),), at + 1
    named = _name_start(tokens, at)
    if named + 1 < at and tokens[named].lower == "the":
        return (sentence.span(named, at),), at + 1
    if tokens[at + 1].lower in ("by", "from"):
        end = noun_phrase_end(tokens, at + 2)
        ranges = tuple(split_speakers(tokens, at + 2, end)) if end > at + 2 else ()
        return token_spans(sentence, ranges), end
    return (), at + 1


def _makers(sentence: Sentence, at: int, floor: int) -> tuple[Span, ...]:
    """Whoever makes, issues or repeats what the noun names.

    Catches: Lund issued a stern warning that    Leaves alone: Lund heard a warning that
    """
    tokens = sentence.tokens
    for verb in range(at - 1, max(floor, at - _LONGEST_GAP - 1), -1):
        token = tokens[verb]
        if token.quoted or not token.is_word:
            break
        if token.lower in _MAKING:
            start = group_start(tokens, verb)
            group = {word.lower for word in tokens[start:verb]}
            maker = None if group & (MODALS | NEGATIONS) else find_subject(tokens, start, floor)
            return token_spans(sentence, maker.ranges) if maker and not is_generic(tokens, maker) else ()
    return ()


def _name_start(tokens: Tokens, at: int) -> int:
    """Back over a title and a name, or "the" and a noun: "Minister Anna Keller's", "the army's"."""
    start = at
    while start and tokens[start - 1].is_capitalised and tokens[start - 1].lower not in _NEVER_NAMES:
        start -= 1
    return start - 1 if start and tokens[start - 1].lower in ("the", "a", "an") else start


def _content_start(tokens: Tokens, after: int, links: tuple[str, ...]) -> int:
    at = skip_occasion(tokens, skip_time(tokens, after)) if after < len(tokens) else after
    at = skip_time(tokens, at)
    if at + 2 >= len(tokens):
        return -1
    if tokens[at].lower in BE and tokens[at + 1].lower == "that" and "that" in links:
        return at + 2
    if tokens[at].lower not in links or tokens[at].quoted:
        return -1
    if tokens[at].lower == "to":
        is_verb = may_be_infinitive(tokens, at + 1) and tokens[at + 1].lower != "arms"
        return at if is_verb else -1
    return at + 1


def _begins_group(tokens: Tokens, at: int) -> bool:
    """Catches: had failed | came late    Leaves alone: has not been | refused"""
    before = tokens[at - 1]
    return before.lower not in AUXILIARIES and not is_adverb(before)


def _clause_end(tokens: Tokens, start: int) -> int:
    """Up to the comma or dash that ends the clause, or the verb of the sentence, outside quotations.

    Catches: the claim that talks had failed | came late    Leaves alone: the claim that he said talks failed
    """
    is_clause = tokens[start - 1].lower == "that"
    verbs = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.quoted:
            continue
        if token.lower in SUBORDINATORS | RELATIVES | CONJUNCTIONS:
            verbs = -len(tokens)
        if is_finite_verb(token) and _begins_group(tokens, index):
            verbs += 0 if is_reporting_form(token.lower) else 1
            if verbs > is_clause and index >= start + _FEWEST_WORDS:
                return group_start(tokens, index)
        if index >= start + _FEWEST_WORDS and token.text in _CLAUSE_ENDS:
            return index
        if tokens[index].lower == CLOSE and tokens[index - 1].text == ",":
            return index + 1
    return len(tokens)
