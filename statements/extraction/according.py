"""“According to X”, “in the words of X”, and the agency that relayed the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statements.extraction.content import clause_start, content_spans, kind_of, looks_like_clause, trim_end
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens, has_finite_verb, noun_phrase_end, skip_occasion
from statements.extraction.relays import agency_in, carrier_in, relay_in
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
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import CONTRASTS, RELATIVES, is_adverb, words
from statements.records import MIXED

_PHRASES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("as", "reported", "by"),
    ("as", "first", "reported", "by"),
    ("as", "described", "by"),
)
_RELAYS = (
    ("quoted", "by"),
    ("cited", "by"),
    ("carried", "by"),
    ("per",),
    ("according", "to"),
    ("report", "by"),
    ("interview", "with"),
)
_OPENING_RELAYS = (
    _PHRASES[0],
    ("speaking", "to"),
    ("in", "an", "interview", "with"),
    ("in", "comments", "to"),
    ("in", "remarks", "to"),
)
_OPINIONS = words("opinion view words estimation assessment")
_THEIRS = words("his her its their")
_LONGEST_OWNER = 9
_GIVES = words("made makes gave gives issued issues delivered voiced raised repeated")
_SAME = words("the this that these those his her its")
_GIVEN = words(
    "appeal appeals call calls remark remarks comment comments statement statements announcement offer"
    " offers proposal proposals pledge pledges promise threat threats warning warnings request demand"
    " demands accusation accusations allegation allegations claim claims charge charges point speech"
)
_FEWEST_WORDS = 3
_NO_SOURCES = words("plan plans schedule")


def _behind_bracket(tokens: Tokens, end: int) -> int:
    """Past the short name behind a long one: "the Norlandic Press Agency (NPA)"."""
    is_short_name = [token.text for token in tokens[end : end + 1]] == ["("] and end + 2 < len(tokens)
    return end + 3 if is_short_name and tokens[end + 2].text == ")" else end


def find_relay(tokens: Tokens, start: int) -> TokenRange | None:
    """The name of the agency that relayed a statement, read from ``start`` on.

    Catches: according to the Interfax news agency, per AFP, quoted by the Press Trust (PTI)
    Leaves alone: according to the minister
    """
    for at in range(start, len(tokens)):
        for phrase in _RELAYS:
            if _stands_at(tokens, at, phrase):
                name = at + len(phrase)
                end = _behind_bracket(tokens, noun_phrase_end(tokens, name))
                found = agency_in(tokens, name, end)
                if found:
                    return found
    return None


def opening_relay(tokens: Tokens) -> TokenRange | None:
    """The agency that a sentence begins with.

    Catches: According to the Anadolu agency, Lund said; According to state television, Lund said;
    In remarks carried by Anadolu, Lund said
    Leaves alone: According to Lund, he said; Answering a question from TASS, he said
    """
    for phrase in _OPENING_RELAYS:
        if _stands_at(tokens, 0, phrase):
            start = len(phrase)
            end = noun_phrase_end(tokens, start)
            return (relay_in if phrase is _PHRASES[0] else agency_in)(tokens, start, end)
    return carrier_in(tokens, 0, skip_occasion(tokens, 0))


def attribute_according(sentence: Sentence, taken: TokenRange) -> Iterator[Draft]:
    """Statements given with "according to", outside the token range already attributed.

    Catches: According to the ministry, talks failed.    Leaves alone: acted according to plan.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.quoted or taken[0] <= at < taken[1]:
            continue
        opinion = _opinion_end(tokens, at)
        draft = _attribute_opinion(sentence, at, opinion, taken) if opinion > at else None
        if draft:
            yield draft
        for phrase in _PHRASES:
            if _stands_at(tokens, at, phrase):
                draft = _attribute(sentence, at, at + len(phrase), taken)
                if draft:
                    yield draft


def _stands_at(tokens: Tokens, at: int, phrase: tuple[str, ...]) -> bool:
    if tokens[at].lower != phrase[0] or tokens[at].quoted or at + len(phrase) >= len(tokens):
        return False
    return all(tokens[at + offset].lower == word for offset, word in enumerate(phrase))


def _opinion_end(tokens: Tokens, at: int) -> int:
    """Past "in his opinion", "in the minister's words", or ``at``.

    Catches: In Lund's view, talks failed; Lund was firm: in his words, talks failed
    Leaves alone: in our view, in his words of welcome; Talks, in his view, failed
    """
    opens = at == clause_start(tokens, 0) or tokens[at - 1].text in (":", ";")
    if tokens[at].lower != "in" or tokens[at].quoted or not opens:
        return at
    for index in range(at + 2, min(at + _LONGEST_OWNER, len(tokens) - 1)):
        owner, before = tokens[index - 1], tokens[at + 1]
        if tokens[index].lower in _OPINIONS:
            is_owned = owner.lower.endswith("'s") or (index == at + 2 and before.lower in _THEIRS)
            return index + 1 if is_owned and tokens[index + 1].text == "," else at
        if not tokens[index].is_word or tokens[index].quoted:
            return at
    return at


def _attribute_opinion(sentence: Sentence, at: int, end: int, taken: TokenRange) -> Draft | None:
    start = at + 1
    return _draft(sentence, Source(((start, end - 1),), start, end - 1), (at, end), end, taken)


def _attribute(sentence: Sentence, at: int, name_at: int, taken: TokenRange) -> Draft | None:
    tokens = sentence.tokens
    end = noun_phrase_end(tokens, name_at)
    if end == name_at or tokens[name_at].lower in _NO_SOURCES:
        return None
    after = max(skip_apposition(tokens, end), end)
    source = name_issuer(tokens, _source(tokens, name_at, end, after))
    return _draft(sentence, source, (at, name_at), max(after, source.end), taken)


def _draft(
    sentence: Sentence, source: Source, cue: TokenRange, after: int, taken: TokenRange
) -> Draft | None:
    tokens, at = sentence.tokens, cue[0]
    pieces = _content(tokens, at, after, taken)
    if _interrupts(tokens, pieces, after, taken) or _tells_of_speech(tokens, pieces):
        return None
    spans = [span for piece in pieces for span in content_spans(sentence, *piece)]
    if not spans or is_generic(tokens, source):
        return None
    kinds = {kind_of(tokens, start, stop, Frame.CLAUSE) for start, stop in pieces}
    agency = agency_in(tokens, *source.ranges[0])
    return Draft(
        spans,
        kinds.pop() if len(kinds) == 1 else MIXED,
        sentence.span(*cue),
        "according to",
        token_spans(sentence, source.ranges),
        "states",
        "according-to",
        agency=sentence.span(*agency) if agency else None,
        frame=Frame.CLAUSE,
        reach=(min(pieces[0][0], at), max(pieces[-1][1], after)),
    )


def _interrupts(tokens: Tokens, pieces: Sequence[TokenRange], after: int, taken: TokenRange) -> bool:
    """Does "according to" part a subject from its verb of speech, whose statement is told already?

    Catches: Lund, according to the ministry, urged both to wait    Leaves alone: Lund, according to it, left
    """
    following = _comma_after(tokens, after)
    is_next = following <= taken[0] <= following + 1 and tokens[following].lower not in RELATIVES
    return is_next and bool(pieces) and not has_finite_verb(tokens, *pieces[0])


def _tells_of_speech(tokens: Tokens, pieces: Sequence[TokenRange]) -> bool:
    """Is a clause no more than that somebody spoke, which a text before or behind it tells better?

    Catches: Lund made the appeal in Osta    Leaves alone: Lund made an appeal that failed; Lund made the ship
    """
    if len(pieces) != 1:
        return False
    start, end = pieces[0]
    for at in range(start + 1, end - 2):
        if tokens[at].lower in _GIVES and tokens[at + 1].lower in _SAME:
            noun = at + 2
            return tokens[noun].lower in _GIVEN and not any(
                token.lower in ("that", "which", OPEN) for token in tokens[noun + 1 : end]
            )
    return False


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
    if at and tokens[at - 1].text == ":":
        floor = before = at
    ends_quoted = before > 0 and tokens[before - 1].lower == CLOSE
    if (
        floor < before
        and tokens[floor].lower in ("that's", "this", "that")
        and before - floor < _FEWEST_WORDS
    ):
        return []
    if ends_quoted or (floor < before and looks_like_clause(tokens, floor, before)):
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
