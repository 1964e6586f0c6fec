"""Attribution: joins cue, source and content into statements, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.according import attribute_according, attribute_position, find_relay
from statements.extraction.claims import Claim, Reading, make_claim
from statements.extraction.content import (
    clause_start,
    content_end,
    content_spans,
    kind_of,
    looks_like_clause,
    main_clause_after,
    quotation_end,
    trim_end,
)
from statements.extraction.cue import Cue, find_cues
from statements.extraction.drafts import Draft, token_span, token_spans
from statements.extraction.grammar import (
    Tokens,
    has_finite_verb,
    noun_phrase_end,
    opens_with_adverbial,
    skip_occasion,
)
from statements.extraction.reporting_verbs import Frame
from statements.extraction.sentences import Sentence
from statements.extraction.tail import agency_in
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import (
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_finite_verb,
    is_participle,
)
from statements.records import DIRECT, MIXED

_WITH_QUOTATION = "quotation with explicit verb"
_WITH_CLAUSE = "reported clause with explicit verb"
# A sentence with more is no prose, and reading it would take long.
_MOST_CUES = 30
_MAY_FOLLOW_CONTENT = Frame.QUOTE | Frame.CLAUSE


def attribute_sentence(sentence: Sentence) -> list[Draft]:
    """The statements of one sentence, in the order of their cues."""
    reading = Reading(sentence, clause_start(sentence.tokens, 0))
    cues = [cue for cue in find_cues(sentence) if not cue.is_passive]
    if len(cues) > _MOST_CUES:
        return []
    if len(cues) > 1 and _governs_all(reading, cues):
        cues = cues[-1:]
    drafts = _attribute_cues(reading, cues)
    _note_relay(sentence, drafts)
    if any(draft.agency for draft in drafts):
        return drafts
    attributed = (drafts[0].reach[0], reading.taken) if drafts else (0, 0)
    drafts += attribute_according(sentence, attributed)
    return drafts + list(attribute_position(sentence, attributed))


def _attribute_cues(reading: Reading, cues: Sequence[Cue]) -> list[Draft]:
    """One statement a cue; a cue inside words already attributed is those words' own."""
    drafts = []
    for number, cue in enumerate(cues):
        claim = make_claim(reading, cue) if cue.verb_at >= reading.taken else None
        draft = _attribute(reading, claim, cues[number + 1 :]) if claim else None
        if claim and draft:
            drafts.append(draft)
            reading.taken = max(reading.taken, draft.reach[1])
            reading.subject = claim.source or reading.subject
    return drafts


def _governs_all(reading: Reading, cues: Sequence[Cue]) -> bool:
    """Is everything before the last cue its content?

    Catches: They urged restraint, the statement said.
    Leaves alone: “We agree,” Lund said as the palace threatened.
    """
    claim = make_claim(reading, cues[-1])
    if claim and claim.start and reading.tokens[claim.start - 1].lower in SUBORDINATORS:
        return False
    if not claim or not claim.source or claim.found or claim.cue.group_start <= cues[-2].verb_at + 1:
        return False
    before = _content_before(reading, claim)
    return before is not None and before[0] <= cues[0].verb_at


def _note_relay(sentence: Sentence, drafts: list[Draft]) -> None:
    """Give the statements the agency that the rest of the sentence names."""
    relay = find_relay(sentence.tokens, drafts[-1].reach[1]) if drafts else None
    for draft in drafts:
        draft.agency = draft.agency or token_span(sentence, relay)


def _attribute(reading: Reading, claim: Claim, later: Sequence[Cue]) -> Draft | None:
    """The statement of one claim: words before the cue, after it, or on both sides."""
    tokens, found = reading.tokens, claim.found
    shares_subject = claim.source is not None and claim.source is reading.subject
    before = None if shares_subject else _content_before(reading, claim)
    if before and tokens[before[1] - 1].lower == CLOSE:
        pieces = [before]
        if found and claim.announces_quotation:
            pieces.append((found.start, quotation_end(tokens, found.start)))
        return _draft(reading, claim, pieces, "quotation-before-cue", _WITH_QUOTATION)
    after = _content_after(tokens, claim, later)
    if found and after and (claim.source or claim.announces_quotation):
        return _draft(reading, claim, [after], found.rule, found.confidence)
    if before and claim.source:
        pieces = [before, *_continuation(tokens, claim, before)]
        return _draft(reading, claim, pieces, "clause-before-cue", _WITH_CLAUSE)
    return _await_quotation(reading, claim)


# --- content on either side of the cue ------------------------------------------------


def _content_after(tokens: Tokens, claim: Claim, later: Sequence[Cue]) -> TokenRange | None:
    found = claim.found
    if not found:
        return None
    start = found.start
    while start < len(tokens) and tokens[start].text in (",", ":"):
        start += 1
    if claim.announces_quotation and tokens[start - 1].text in (",", ":"):
        closed = quotation_end(tokens, start)
        if closed + 1 >= len(tokens) or tokens[closed + 1].lower != OPEN:
            return start, closed
    end = content_end(tokens, start, claim.cue, later, found.frame)
    if claim.source and _is_subordinate(tokens, claim.source.start):
        end = min(end, trim_end(tokens, start, main_clause_after(tokens, start)))
    return (start, end) if start < end else None


def _is_subordinate(tokens: Tokens, source_start: int) -> bool:
    """Does the cue's clause open the sentence as a subordinate one: "As the minister warned that ..."?"""
    at = source_start - 1
    return 0 <= at <= 2 and tokens[at].lower in SUBORDINATORS


def _content_before(reading: Reading, claim: Claim) -> TokenRange | None:
    """The quotation or clause that ends right before the source, or before the cue.

    Catches: “We agree,” he said; Talks go on, he said.    Leaves alone: In June, he said
    """
    tokens, edge, floor = reading.tokens, claim.start, max(reading.floor, reading.taken)
    if not claim.verb.frames & _MAY_FOLLOW_CONTENT or not claim.cue.is_finite or edge <= floor:
        return None
    end = edge - 1 if tokens[edge - 1].lower == "as" else edge
    end = end - 1 if end > floor and tokens[end - 1].text in (",", "—", "–") else end
    if end > floor and tokens[end - 1].lower == CLOSE:
        return _quotation_before(tokens, floor, end)
    if end == edge or not _is_closed(tokens, claim):
        return None
    is_whole = looks_like_clause(tokens, floor, end) or _is_interrupted(tokens, floor, end, claim.tail.end)
    return (floor, end) if is_whole else None


def _is_interrupted(tokens: Tokens, floor: int, end: int, after: int) -> bool:
    """Does the cue stand between a subject and its verb: The talks, he said, will go on."""
    if after + 2 >= len(tokens) or tokens[after].text != "," or end <= floor + 1:
        return False
    following = tokens[after + 1]
    narrates = following.lower in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS or is_participle(following)
    return not narrates and (is_finite_verb(following) or noun_phrase_end(tokens, floor) > floor + 1)


def _quotation_before(tokens: Tokens, floor: int, end: int) -> TokenRange:
    """A quotation that ends at ``end``, with the narrator's words before it if they are one clause."""
    opening = end - 2
    while opening > floor and tokens[opening].quoted:
        opening -= 1
    words_end = trim_end(tokens, floor, opening)
    before = tokens[opening - 1].text if opening > floor else ""
    stands_alone = before == ":" or (before == "," and tokens[opening + 1].is_capitalised)
    return (opening, end) if words_end <= floor or stands_alone else (floor, end)


def _is_closed(tokens: Tokens, claim: Claim) -> bool:
    """Does nothing but hearers, times and places follow the cue, up to a comma or the end?"""
    return claim.end >= len(tokens) or tokens[claim.end].text in (".", ",", "!", "…", "—", ";")


def _continuation(tokens: Tokens, claim: Claim, before: TokenRange) -> list[TokenRange]:
    """The rest of a clause that the cue interrupts: "The talks, he said, will go on"."""
    end = claim.tail.end
    if end >= len(tokens) or tokens[end].text != ",":
        return []
    if has_finite_verb(tokens, *before) and not opens_with_adverbial(tokens, before[0]):
        return []
    last = trim_end(tokens, end + 1, len(tokens))
    return [(end + 1, last)] if last > end + 1 else []


# --- the statement itself ---------------------------------------------------------------


def _draft(
    reading: Reading, claim: Claim, pieces: list[TokenRange], rule: str, confidence: str
) -> Draft | None:
    sentence, tokens = reading.sentence, reading.tokens
    frame = claim.found.frame if claim.found else Frame.QUOTE
    spans = [span for start, end in pieces for span in content_spans(sentence, start, end)]
    if not spans:
        return None
    kinds = {kind_of(tokens, start, end, frame) for start, end in pieces}
    source = claim.source
    return Draft(
        spans,
        kinds.pop() if len(kinds) == 1 else MIXED,
        sentence.span(claim.cue.verb_at, claim.cue_end),
        claim.verb.lemma,
        token_spans(sentence, source.ranges) if source else (),
        claim.verb.act,
        rule,
        confidence,
        agency=token_span(sentence, claim.tail.agency or _relay(tokens, claim.cue)),
        occasion=token_span(sentence, _occasion(tokens, claim)),
        frame=frame,
        reach=(min(pieces[0][0], claim.cue.group_start), max(pieces[-1][1], claim.tail.end)),
    )


def _relay(tokens: Tokens, cue: Cue) -> TokenRange | None:
    return agency_in(tokens, *cue.relay) if cue.relay else None


def _occasion(tokens: Tokens, claim: Claim) -> TokenRange | None:
    """Where it was said: after the verb, between subject and verb, or the text that says it."""
    if claim.tail.occasion:
        return claim.tail.occasion
    if claim.source:
        if claim.source.text:
            return claim.source.text
        after_source = skip_occasion(tokens, claim.source.end)
        if claim.source.end < after_source <= claim.cue.verb_at:
            return claim.source.end, after_source
    opening = clause_start(tokens, 0)
    end = skip_occasion(tokens, opening)
    return (opening, end) if opening < end < len(tokens) and tokens[end].text == "," else None


def _await_quotation(reading: Reading, claim: Claim) -> Draft | None:
    """A cue whose colon ends the paragraph: the words follow in the next one."""
    tokens = reading.tokens
    if tokens[-1].text != ":" or not claim.source or claim.tail.end < len(tokens) - 1:
        return None
    return Draft(
        [],
        DIRECT,
        reading.sentence.span(claim.cue.verb_at, claim.cue_end),
        claim.verb.lemma,
        token_spans(reading.sentence, claim.source.ranges),
        claim.verb.act,
        "quotation-after-cue",
        _WITH_QUOTATION,
        agency=token_span(reading.sentence, claim.tail.agency),
        occasion=token_span(reading.sentence, _occasion(tokens, claim)),
        reach=(0, len(tokens)),
    )
