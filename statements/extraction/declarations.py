"""Declarations: one sentence over many paragraphs, whose subject is named once.

    The Ministers of Ostia and Varia,
    Recalling the Treaty of Brenn,
    1. Condemn the raid;
    2. Call on all sides to stop.

Each clause is a statement of those whom the sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statements.extraction.claims import Reading, make_claim
from statements.extraction.cue import Cue
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens, noun_phrase_end
from statements.extraction.official import (
    FIRST_PERSON,
    MOST_CUES,
    attribute_official,
    find_acts,
    list_end,
    make_draft,
    split_names,
)
from statements.extraction.positions import INSTITUTIONS, look_up_position
from statements.extraction.reporting_verbs import GERUND, look_up
from statements.extraction.sentences import Sentence, read_paragraph
from statements.extraction.tokens import Token, TokenRange, tokenize
from statements.extraction.word_classes import ADVERBS, words
from statements.records import Quotation, Span

# "1. ", "(a) ", "II) ", "• " at the head of a clause; inside a paragraph a number alone.
_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivxIVX]{1,4})[.)]|[•·▪–—*-])\s+")
_NUMBER_WITHIN = re.compile(r"(?<=[;:,.])\s(?:and )?(?=\(?\d{1,2}[.)]\s)")
_LONGEST_ACT = 80
_OPEN_ENDS = frozenset((",", ";", ":"))
_CLAUSE_ENDS = _OPEN_ENDS | words(". and")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that acts without a subject, from the act on, and the sentences after it."""

    sentence: Sentence
    cue: Cue
    others: Sequence[Sentence]
    follows_number: bool
    is_open: bool


def read_declaration(text: str, paragraphs: Sequence[Span]) -> tuple[list[Quotation], Sequence[Span]]:
    """The clauses of a declaration, and the paragraphs that are none.

    Catches: The Ministers, / Recalling the Treaty, / 1. Condemn the raid;
    Leaves alone: The Ministers met. / They condemned the raid.
    """
    speakers: tuple[Span, ...] = ()
    drafts: list[Draft] = []
    waiting: list[Draft] = []
    others: list[Span] = []
    in_list = False
    for number, paragraph in enumerate(paragraphs):
        pieces = list(_pieces(text, paragraph))
        clauses = [_read_clause(text, piece, number) for piece in pieces]
        in_list = any(clause and (clause.follows_number or clause.is_open or in_list) for clause in clauses)
        if not in_list:
            others.append(paragraph)
        for piece, clause in zip(pieces, clauses, strict=True):
            speakers = _read_opening(text, piece, number) or speakers
            if in_list and clause:
                found = list(_attribute(clause))
                waiting += [draft for draft in found if not draft.sources]
                drafts += found
            elif in_list:
                others.append(piece)
        if speakers:
            for draft in waiting:
                draft.sources = speakers
            waiting = []
    return [draft.finish() for draft in drafts if draft.sources], others


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """The numbered clauses of one paragraph: "the Ministers: 1. condemn the raid; 2. call on both"."""
    start, end = paragraph
    for match in _NUMBER_WITHIN.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _sentences(text: str, span: Span, number: int) -> list[Sentence]:
    """The sentences of a clause; one that looks like a heading is a sentence here."""
    return read_paragraph(text, span, number) or [Sentence(tuple(tokenize(text, span)), (), number)]


# --- clauses ------------------------------------------------------------------------------


def _read_clause(text: str, piece: Span, number: int) -> _Clause | None:
    """The clause of a piece that begins with what somebody does with words.

    Catches: 1. Strongly condemn the raid; Deeply concerned by the raid,
    Leaves alone: 1. The raid; They condemn the raid.
    """
    label = _NUMBER.match(text, *piece)
    start = label.end() if label else piece[0]
    if _look_up(tokenize(text, (start, min(piece[1], start + _LONGEST_ACT)))) is None:
        return None
    first, *others = _sentences(text, (start, piece[1]), number)
    tokens = first.tokens
    end = _subject_before_colon(tokens)[0]
    while end and tokens[end - 1].lower in _CLAUSE_ENDS:
        end -= 1
    act = _look_up(tokens[:end])
    if act is None:
        return None
    is_open = tokens[-1].text in _OPEN_ENDS and not others
    return _Clause(replace(first, tokens=tokens[:end]), act, others, label is not None, is_open)


def _is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS or (token.lower.endswith("ly") and len(token.lower) > 4)


def _look_up(tokens: Tokens) -> Cue | None:
    """The act that a clause begins with, adverbs before it skipped."""
    at = next((index for index, token in enumerate(tokens) if not _is_adverb(token)), len(tokens))
    if at == len(tokens):
        return None
    position = look_up_position(tokens, at)
    if position:
        return replace(position, group_start=0)
    rows = list(look_up([token.lower for token in tokens], at))
    return Cue(at, 0, rows[0][0], tuple(verb for _, verb in rows)) if rows else None


def _attribute(clause: _Clause) -> Iterator[Draft]:
    """The statements of one clause, without a source yet, and of the sentences behind it."""
    own = clause.cue
    later = [cue for cue in find_acts(clause.sentence) if cue.verb_at > own.verb_at and _shares(clause, cue)]
    cues = [own, *later][:MOST_CUES]
    reach = 0
    for number, cue in enumerate(cues):
        claim = make_claim(Reading(clause.sentence, 0), cue) if cue.verb_at >= reach else None
        draft = claim and make_draft(clause.sentence, replace(claim, source=None), cues[number + 1 :])
        if draft:
            reach = draft.reach[1]
            draft.rule = "declaration-clause"
            yield draft
    for sentence in clause.others:
        yield from attribute_official(sentence)


def _shares(clause: _Clause, cue: Cue) -> bool:
    """Has a later act of the clause the same subject: "Reaffirm their support and invite"?"""
    before = clause.sentence.tokens[cue.group_start - 1].lower
    return before in ("and", ",") and (cue.form == clause.cue.form or clause.cue.form != GERUND)


# --- who acts ---------------------------------------------------------------------------------


def _read_opening(text: str, piece: Span, number: int) -> tuple[Span, ...]:
    """Those whom a declaration is about, where it names them: at its head, or before a colon.

    Catches: The Ministers of Ostia and Varia, meeting in Brenn, / Noting the report, the Ministers:
    Leaves alone: Brenn, 12 May / The Ministers met in Brenn.
    """
    if text[piece[0] : piece[1]].rstrip()[-1:] not in (",", ":"):
        return ()
    sentence = _sentences(text, piece, number)[-1]
    tokens = sentence.tokens
    if len(tokens) < 2:
        return ()
    for start, end in _candidates(tokens):
        if start < end and _may_declare(tokens, start, end):
            return token_spans(sentence, split_names(tokens, start, end))
    return ()


def _candidates(tokens: Tokens) -> Iterator[TokenRange]:
    start = 2 if tokens[0].lower in FIRST_PERSON and tokens[1].text == "," else 0
    yield start, list_end(tokens, start)
    yield 0, noun_phrase_end(tokens, 0)
    yield _subject_before_colon(tokens)


def _subject_before_colon(tokens: Tokens) -> TokenRange:
    """The last words of "Noting the report, the Ministers:", or an empty range behind the tokens."""
    last = len(tokens) - 1
    comma = next((at for at in range(last - 1, 0, -1) if tokens[at].text == ","), 0)
    names = comma and tokens[last].text == ":" and noun_phrase_end(tokens, comma + 1, limit=last) == last
    return (comma + 1, last) if names and _may_declare(tokens, comma + 1, last) else (last + 1, last + 1)


def _may_declare(tokens: Tokens, start: int, end: int) -> bool:
    """Catches: The Heads of State; we    Leaves alone: the raid; Recalling the Treaty"""
    names = {token.lower for token in tokens[start:end]}
    opens = tokens[start].lower in ("the", "we") or tokens[start].lower in INSTITUTIONS
    return opens and bool(names & (INSTITUTIONS | FIRST_PERSON))
