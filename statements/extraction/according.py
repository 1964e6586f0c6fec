"""“According to X”, “in the words of X”, and the agency that relayed the words."""

from __future__ import annotations

from collections.abc import Iterator

from statements.extraction.content import clause_start, content_spans, kind_of, trim_end
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens, has_finite_verb, noun_phrase_end
from statements.extraction.reporting_verbs import Frame
from statements.extraction.sentences import Sentence
from statements.extraction.source import (
    Source,
    is_generic,
    name_issuer,
    possessor,
    skip_apposition,
    split_speakers,
)
from statements.extraction.tail import agency_in
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import BE, CONTRASTS, POSSESSIVES, is_adverb, words
from statements.records import MIXED, Span

_PHRASES = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"))
_RELAYS = (
    ("quoted", "by"),
    ("cited", "by"),
    ("carried", "by"),
    ("per",),
    ("according", "to"),
    ("question", "from"),
    ("report", "by"),
    ("interview", "with"),
)
_FEWEST_WORDS = 3
_POSITIONS = words("position stance message view answer response")
_NO_SOURCES = words("plan plans schedule")


def find_relay(tokens: Tokens, start: int) -> TokenRange | None:
    """The name of the agency that relayed a statement, read from ``start`` on.

    Catches: according to the Interfax news agency, per AFP    Leaves alone: according to the minister
    """
    for at in range(start, len(tokens)):
        for phrase in _RELAYS:
            if _stands_at(tokens, at, phrase):
                name = at + len(phrase)
                found = agency_in(tokens, name, noun_phrase_end(tokens, name))
                if found:
                    return found
    return None


def attribute_according(sentence: Sentence, taken: TokenRange) -> Iterator[Draft]:
    """Statements given with "according to", outside the token range already attributed.

    Catches: According to the ministry, talks failed.    Leaves alone: acted according to plan.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.quoted or taken[0] <= at < taken[1]:
            continue
        for phrase in _PHRASES:
            if _stands_at(tokens, at, phrase):
                draft = _attribute(sentence, at, at + len(phrase), taken)
                if draft:
                    yield draft


def attribute_position(sentence: Sentence, taken: TokenRange) -> Iterator[Draft]:
    """Statements given with a noun.

    Catches: The ministry's position is that talks go on.    Leaves alone: Its position in the north is weak.
    """
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 3):
        if tokens[at].quoted or tokens[at].lower not in _POSITIONS or taken[0] <= at < taken[1]:
            continue
        if tokens[at + 1].lower not in BE or tokens[at + 2].lower != "that":
            continue
        start, end = at + 3, trim_end(tokens, at + 3, len(tokens))
        owner = _owner(sentence, at)
        if owner and end - start >= _FEWEST_WORDS:
            yield Draft(
                list(content_spans(sentence, start, end)),
                kind_of(tokens, start, end, Frame.CLAUSE),
                sentence.span(at, at + 2),
                tokens[at].lower,
                (owner,),
                "states",
                "position-noun",
                "clause with a noun of speech",
                frame=Frame.CLAUSE,
                reach=(start, end),
            )


def _owner(sentence: Sentence, at: int) -> Span | None:
    """Whose position it is: "Norland" of "Norland's position", "Its"."""
    tokens = sentence.tokens
    floor = clause_start(tokens, 0)
    if tokens[at - 1].lower in POSSESSIVES:
        return sentence.span(at - 1, at)
    if noun_phrase_end(tokens, floor) >= at and tokens[at - 1].lower.endswith("'s"):
        start, end = sentence.span(floor, at)
        return start, end - len("'s")
    return None


def _stands_at(tokens: Tokens, at: int, phrase: tuple[str, ...]) -> bool:
    if tokens[at].lower != phrase[0] or tokens[at].quoted or at + len(phrase) >= len(tokens):
        return False
    return all(tokens[at + offset].lower == word for offset, word in enumerate(phrase))


def _attribute(sentence: Sentence, at: int, name_at: int, taken: TokenRange) -> Draft | None:
    tokens = sentence.tokens
    end = noun_phrase_end(tokens, name_at)
    if end == name_at or tokens[name_at].lower in _NO_SOURCES:
        return None
    after = max(skip_apposition(tokens, end), end)
    source = name_issuer(tokens, _source(tokens, name_at, end, after))
    after = max(after, source.end)
    pieces = _content(tokens, at, after, taken)
    spans = [span for piece in pieces for span in content_spans(sentence, *piece)]
    if not spans or is_generic(tokens, source):
        return None
    kinds = {kind_of(tokens, start, stop, Frame.CLAUSE) for start, stop in pieces}
    agency = agency_in(tokens, name_at, end)
    return Draft(
        spans,
        kinds.pop() if len(kinds) == 1 else MIXED,
        sentence.span(at, name_at),
        "according to",
        token_spans(sentence, source.ranges),
        "states",
        "according-to",
        "clause with “according to”",
        agency=sentence.span(*agency) if agency else None,
        frame=Frame.CLAUSE,
        reach=(min(pieces[0][0], at), max(pieces[-1][1], after)),
    )


def _source(tokens: Tokens, start: int, end: int, appositive: int) -> Source:
    owner = possessor(tokens, start, end)
    if owner[1] < end:
        return Source((owner,), *owner)
    ranges = tuple(split_speakers(tokens, start, end))
    if len(ranges) == 1 and appositive > end and tokens[appositive - 1].text != ",":
        ranges = ((start, appositive),)
    return Source(ranges, start, ranges[-1][1])


def _content(tokens: Tokens, at: int, after: int, taken: TokenRange) -> list[TokenRange]:
    """The clause after a leading "according to", the one before it, or both sides of one it interrupts."""
    floor = max(clause_start(tokens, 0), taken[1] if taken[1] <= at else 0)
    before = trim_end(tokens, floor, at)
    ends_quoted = before > 0 and tokens[before - 1].lower == CLOSE
    is_clause = before - floor >= _FEWEST_WORDS and has_finite_verb(tokens, floor, before)
    if is_clause or ends_quoted:
        return [(floor, before)]
    after = _comma_after(tokens, after)
    stop = trim_end(tokens, after, _before_contrast(tokens, after))
    is_interrupted = before > floor and not is_adverb(tokens[floor])
    pieces = [(floor, before), (after, stop)] if is_interrupted else [(after, stop)]
    is_long = sum(end - start for start, end in pieces) >= _FEWEST_WORDS
    return pieces if after < stop and (is_long or tokens[after].lower == OPEN) else []


def _before_contrast(tokens: Tokens, start: int) -> int:
    """Up to ", but" or ", while": what follows is the narrator's again."""
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if tokens[index - 1].text == "," and token.lower in CONTRASTS and not token.quoted:
            return index
    return len(tokens)


def _comma_after(tokens: Tokens, at: int) -> int:
    """Past the comma that closes "according to the minister of trade, on Monday,"."""
    for index in range(at, min(at + 12, len(tokens))):
        if tokens[index].text == ",":
            return index + 1
        if tokens[index].lower == OPEN:
            return index
    return at
