"""Official texts: what a ministry, or several governments, say in their own name.

A press release, a joint declaration or a readout needs no "said": the body is
the issuer's own words, and each sentence that takes a position is a statement.
The text itself tells its genre, by a heading, by "we" outside quotation marks,
or by both sides as the subject of a readout without a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from statements.extraction.attribution import attribute_sentence
from statements.extraction.claims import Claim, Reading, make_claim
from statements.extraction.content import clause_start, content_spans, kind_of, trim_end, without_time
from statements.extraction.cue import Cue, find_cues
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens
from statements.extraction.positions import (
    INSTITUTIONS,
    find_positions,
    is_position,
    may_take,
)
from statements.extraction.reporting_verbs import BASE, THIRD, look_up
from statements.extraction.sentences import Sentence, read_paragraph
from statements.extraction.sides import content_after
from statements.extraction.tokens import TokenRange
from statements.extraction.word_classes import DETERMINERS, NEGATIONS, POSSESSIVES, is_finite_verb, words
from statements.records import Span

# "Joint Statement of the Foreign Ministers", "Press release", "Readout of the call with".
_HEADING = re.compile(
    r"\W*(?:the |a )?(?:(?:joint|press|official|media|public|opening|closing|final|ministerial|summit) )*"
    r"(?:statements?|communiqu[eé]|declaration|press release|news release|read-?out|remarks|address|speech"
    r"|message|note verbale)"
    r"(?:\W*$|\s*[:,(–—]|\s+(?:by|of|on|from|to|at|for|regarding|concerning|following|after|attributable"
    r"|delivered|issued|made|adopted|between|with)\b)",
    re.IGNORECASE,
)
_READOUT = re.compile(
    r"\b(?:the|both|the two|the three) (?:sides|parties|leaders|ministers|foreign ministers|presidents"
    r"|secretaries|delegations|heads|officials|counterparts|interlocutors|diplomats) (?:also |further )?"
    r"(?:discussed|exchanged|touched|reviewed|underlined|underscored|stressed|reaffirmed|reiterated|noted)\b",
    re.IGNORECASE,
)
_QUOTATION_MARKS = re.compile("[\"“”«»„]|''")
FIRST_PERSON = words("we i")
# "We say", "I hear" begin many a column; these are what a government does with words.
_STRONG = words(
    "appeals condemns demands welcomes rejects supports pledges warns accuses denies thanks offers announces"
)
_STRONG_LEMMAS = words("express reaffirm reiterate stress emphasise emphasize underline regret affirm")
_HEAD_LINES = 4
_LONGEST_HEADING = 200
_LEAD = 600
_OPENING = 3
_MOST_IN_READOUT = 12
_FEWEST_CLAUSES = 3
# A sentence with more is no prose, and reading it would take long.
MOST_CUES = 30
_AFTERTHOUGHTS = words("which who whose where as because since")
_LIST_ENDS = frozenset((",", ":", ";", "."))


# --- the genre ---------------------------------------------------------------------


def is_official(text: str, paragraphs: Sequence[Span]) -> bool:
    """Does an institution speak here in its own name?

    Catches: Statement by the Ministry of Ostia; We condemn the raid. The sides discussed trade.
    Leaves alone: Ostia condemned the raid. “We condemn it,” Lund said. We met him in his office.
    """
    if not paragraphs:
        return False
    signals = (_has_heading, _performs, _is_readout, _is_of_clauses)
    return any(signal(text, paragraphs) for signal in signals)


def _has_heading(text: str, paragraphs: Sequence[Span]) -> bool:
    """Catches: Joint Statement of the Ministers    Leaves alone: Joint statement angers Ostia; a sentence."""
    first = paragraphs[0][0]
    lines = text[max(0, first - _LEAD) : first].splitlines()
    lines += [text[start:end] for start, end in paragraphs[:_HEAD_LINES]]
    return any(
        len(line) <= _LONGEST_HEADING and _HEADING.match(line) and line.rstrip()[-1:] != "." for line in lines
    )


def _performs(text: str, paragraphs: Sequence[Span]) -> bool:
    """Does one of the first paragraphs do in the present tense what a government does with words?

    Catches: We strongly condemn the raid. The Ministry calls on Ostia to stop.
    Leaves alone: “We condemn the raid,” said Lund. We believe in peace.
    """
    return any(
        _is_performed(sentence.tokens, cue)
        for start, end in paragraphs[:_OPENING]
        for _, sentence in map(name_first_person, read_paragraph(text, (start, min(end, start + _LEAD)), 0))
        for cue in find_acts(sentence)[:MOST_CUES]
    )


def _is_performed(tokens: Tokens, cue: Cue) -> bool:
    verb = cue.readings[0]
    if verb.act not in _STRONG and verb.lemma not in _STRONG_LEMMAS:
        return False
    subject = [token.lower for token in tokens[max(0, cue.group_start - 1) : cue.group_start]]
    if cue.form == BASE and subject:
        return subject[0] in FIRST_PERSON
    phrase = {token.lower for token in tokens[: cue.group_start]}
    is_short = not any(token.text == "," or is_finite_verb(token) for token in tokens[: cue.group_start])
    return cue.form == THIRD and is_short and bool(phrase & INSTITUTIONS) and tokens[0].lower == "the"


def _is_readout(text: str, paragraphs: Sequence[Span]) -> bool:
    """Catches: The two sides discussed trade.    Leaves alone: The two sides discussed “peace”."""
    if len(paragraphs) > _MOST_IN_READOUT:
        return False
    if any(_QUOTATION_MARKS.search(text, *paragraph) for paragraph in paragraphs):
        return False
    return any(_READOUT.search(text, *paragraph) for paragraph in paragraphs)


def _is_of_clauses(text: str, paragraphs: Sequence[Span]) -> bool:
    """Catches: The Council, / Noting the report, / 1. Condemns the raid;    Leaves alone: prose"""
    open_ends = sum(
        not text[start].islower() and text[end - 1] in ",;" for start, end in paragraphs if start < end
    )
    return open_ends >= _FEWEST_CLAUSES and open_ends * 3 >= len(paragraphs)


# --- its sentences ---------------------------------------------------------------------


def attribute_official(sentence: Sentence) -> list[Draft]:
    """The statements of one sentence of an official text, positions among them.

    Catches: The Ministry is deeply concerned by the raid and calls on Ostia to stop.
    Leaves alone: The Ministry was built in 1911.
    """
    speakers, plain = name_first_person(sentence)
    cues = find_acts(plain)
    known = attribute_sentence(plain)
    speaks = any(token.lower in FIRST_PERSON and not token.quoted for token in plain.tokens)
    acts = speaks or any(cue.form == THIRD or is_position(cue.readings[0]) for cue in cues)
    if acts and len(cues) <= MOST_CUES:
        drafts = list(_attribute(Reading(plain, clause_start(plain.tokens, 0)), cues))
        known = _joined(known, drafts) if plain.quotations or len(drafts) < len(known) else drafts
    for draft in known:
        if speakers and draft.sources and draft.sources[0] == plain.span(0, 1):
            draft.sources = speakers
    return known


def _joined(known: list[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """What is said with quotations or nouns, and the positions that stand in none of those words."""
    reaches = [draft.reach for draft in known]
    free = [
        draft
        for draft in drafts
        if all(draft.reach[1] <= start or end <= draft.reach[0] for start, end in reaches)
    ]
    return known + free


def find_acts(sentence: Sentence) -> list[Cue]:
    """Reporting verbs and positions, in order, one cue a place."""
    cues = (*_find_joined(sentence.tokens), *find_cues(sentence), *find_positions(sentence))
    found = {cue.verb_at: cue for cue in cues}
    return [found[at] for at in sorted(found) if not found[at].is_passive]


def _find_joined(tokens: Tokens) -> Iterator[Cue]:
    """Further acts of "we", whose plain form would be a noun elsewhere.

    Catches: We condemn the raid and demand the release; and call on Ostia
    Leaves alone: We welcome the peace and support for it; they demand the release
    """
    lowered = [token.lower for token in tokens]
    first = next((at for at, word in enumerate(lowered) if word in FIRST_PERSON), len(tokens))
    for at in range(first + 1, len(tokens) - 1):
        if lowered[at - 1] != "and" or tokens[at].quoted:
            continue
        rows = [verb for form, verb in look_up(lowered, at) if form == BASE]
        following = tokens[at + 1]
        takes_object = following.is_capitalised or following.lower in DETERMINERS | POSSESSIVES
        if rows and (rows[0].particles or takes_object):
            yield Cue(at, at, BASE, tuple(rows))


def _attribute(reading: Reading, cues: Sequence[Cue]) -> Iterator[Draft]:
    """One statement a cue, each with the words up to the next."""
    for number, cue in enumerate(cues):
        claim = make_claim(reading, cue) if cue.verb_at >= reading.taken else None
        if claim is None or claim.source is None or not may_take(reading.tokens, claim):
            continue
        draft = make_draft(reading.sentence, claim, cues[number + 1 :])
        if draft:
            reading.taken = draft.reach[1]
            reading.subject = claim.source
            yield draft


def make_draft(sentence: Sentence, claim: Claim, later: Sequence[Cue]) -> Draft | None:
    """The statement of a claim whose content follows its verb."""
    tokens, found = sentence.tokens, claim.found
    after = content_after(tokens, claim, later)
    if found is None or after is None:
        return None
    start, end = after
    if claim.source is None or claim.cue.form == THIRD or tokens[claim.source.start].lower in FIRST_PERSON:
        end = min(_own_end(tokens, end, later), _before_next_act(tokens, start, later))
    pieces = without_time(tokens, start, end, found.frame)
    spans = [span for piece in pieces for span in content_spans(sentence, *piece)]
    if not spans:
        return None
    is_own = is_position(claim.verb)
    group = tokens[claim.cue.group_start : claim.cue.verb_at]
    is_refusal = any(token.lower in NEGATIONS or "n't" in token.lower for token in group)
    return Draft(
        spans,
        kind_of(tokens, start, end, found.frame),
        sentence.span(claim.cue.group_start if is_refusal else claim.cue.verb_at, claim.cue_end),
        claim.verb.lemma,
        token_spans(sentence, claim.source.ranges) if claim.source else (),
        claim.verb.act,
        "position" if is_own else found.rule,
        frame=found.frame,
        reach=(claim.start, max(end, claim.tail.end)),
    )


def _own_end(tokens: Tokens, end: int, later: Sequence[Cue]) -> int:
    """Where whoever speaks in the present stops: a relative clause or a reason is no narrator's here.

    Catches: We condemn the raid, which breaks the truce.    Leaves alone: We condemn the raid, and we call on
    """
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].lower not in _AFTERTHOUGHTS:
        return end
    joined = (cue.group_start - 1 for cue in later if tokens[cue.group_start - 1].lower in ("and", "but"))
    return trim_end(tokens, end, next((at for at in joined if at > end), len(tokens)))


def _before_next_act(tokens: Tokens, start: int, later: Sequence[Cue]) -> int:
    """Catches: We call on Ostia to stop | and we urge Varia    Leaves alone: We hope they stop and talk"""
    for cue in later:
        at = cue.group_start - 2
        if at > start and tokens[at].lower in ("and", "but") and tokens[at + 1].lower in FIRST_PERSON:
            return at
    return len(tokens)


# --- who "we" are ------------------------------------------------------------------------


def name_first_person(sentence: Sentence) -> tuple[tuple[Span, ...], Sentence]:
    """Who "we" are, where the sentence says it, and the sentence without saying it.

    Catches: We, the Foreign Ministers of Ostia, Varia and Norland, call on (a span for each)
    Leaves alone: We call on both sides; We, too, call on both sides
    """
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[0].lower not in FIRST_PERSON or tokens[1].text != ",":
        return (), sentence
    end = list_end(tokens, 2)
    if not any(token.is_capitalised for token in tokens[2:end]):
        return (), sentence
    names = split_names(tokens, 2, end)
    spans = token_spans(sentence, names if len(names) > 1 else ((0, end),))
    return spans, replace(sentence, tokens=(tokens[0], *tokens[end + 1 :]))


def list_end(tokens: Tokens, start: int) -> int:
    """The comma or colon that closes a list of names, the first that no name follows; or ``start``.

    Catches: the ministers of Ostia, Varia and Norland, meeting in    Leaves alone: the ministers met, and
    """
    for at in range(start, len(tokens)):
        if is_finite_verb(tokens[at]):
            return start
        if tokens[at].text in _LIST_ENDS and not _goes_on(tokens, at):
            return at
    return start


def _goes_on(tokens: Tokens, at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return following.is_capitalised or following.lower == "and"


def split_names(tokens: Tokens, start: int, end: int) -> tuple[TokenRange, ...]:
    """The names of a list.

    Parts: the Foreign Ministers of Ostia | Varia | Norland    Leaves whole: the heads of state and government
    """
    pieces: list[TokenRange] = []
    at = start
    for index in range(start + 1, end):
        if (tokens[index].text == "," or tokens[index].lower == "and") and _goes_on(tokens, index):
            pieces += [(at, index)] if at < index else []
            at = index + 1
    return (*pieces, (at, end)) if at < end else tuple(pieces)
