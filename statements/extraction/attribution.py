"""Attribution: joins cue, source and content into statements, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statements.extraction.according import attribute_according, find_relay, opening_relay
from statements.extraction.claims import Claim, Reading, make_claim
from statements.extraction.content import clause_start, content_spans, kind_of, without_time
from statements.extraction.cue import Cue, find_cues
from statements.extraction.drafts import Draft, token_span, token_spans
from statements.extraction.frames import Found
from statements.extraction.grammar import Tokens, follows_comma
from statements.extraction.nouns import attribute_nouns
from statements.extraction.occasions import occasion_of
from statements.extraction.passives import attribute_passive
from statements.extraction.relays import agency_in, cited_at, relay_in
from statements.extraction.reporting_verbs import Frame
from statements.extraction.sentences import Sentence
from statements.extraction.sides import (
    content_after,
    content_before,
    content_round,
    continuation,
    in_relative_clause,
    quotations_from,
    resumed,
)
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.uncued import attribute_colon, attribute_signature
from statements.extraction.word_classes import SUBORDINATORS
from statements.records import DIRECT, MIXED, Span

# A sentence with more is no prose, and reading it would take long.
MOST_CUES = 30


def attribute_sentence(sentence: Sentence) -> list[Draft]:
    """The statements of one sentence, in the order of their cues."""
    reading = Reading(sentence, clause_start(sentence.tokens, 0))
    found = find_cues(sentence)
    if len(found) > MOST_CUES:
        return []
    cues = [cue for cue in found if not cue.is_passive]
    relay = _relaying(reading, cues) if len(cues) > 1 else None
    named = token_span(sentence, relay and (agency_in(sentence.tokens, *relay) or relay))
    if relay:
        start = min(relay[0], cues[-1].group_start)
        end = start - (sentence.tokens[start - 1].text == ",")
        sentence = replace(sentence, tokens=sentence.tokens[:end])
        reading, cues = Reading(sentence, reading.floor), cues[:-1]
    else:
        cues = cues[_governing(reading, cues) :]
    drafts = _attribute_cues(reading, cues)
    _note_relay(sentence, drafts, named)
    if any(draft.agency for draft in drafts):
        return drafts
    attributed = (drafts[0].reach[0], reading.taken) if drafts else (0, 0)
    drafts += attribute_according(sentence, attributed)
    drafts += _attribute_passives(reading, found, drafts)
    if sentence.quotations:
        uncued = attribute_colon(reading, drafts) or attribute_signature(reading, drafts)
        drafts += [uncued] if uncued else []
    return drafts + list(attribute_nouns(sentence, [draft.reach for draft in drafts], reading.floor))


def _attribute_passives(reading: Reading, cues: Sequence[Cue], drafts: Sequence[Draft]) -> list[Draft]:
    """The passives that stand in no words already attributed."""
    passives = [cue for cue in cues if cue.is_passive and not _is_attributed(cue, drafts)]
    made = [attribute_passive(reading.sentence, cue, reading.floor) for cue in passives]
    return [draft for draft in made if draft]


def _is_attributed(cue: Cue, drafts: Sequence[Draft]) -> bool:
    return any(draft.reach[0] <= cue.verb_at < draft.reach[1] for draft in drafts)


def _attribute_cues(reading: Reading, cues: Sequence[Cue]) -> list[Draft]:
    """One statement a cue; a cue inside words already attributed is those words' own."""
    drafts = []
    for number, cue in enumerate(cues):
        claim = make_claim(reading, cue) if cue.verb_at >= reading.taken else None
        draft = attribute_claim(reading, claim, cues[number + 1 :]) if claim else None
        if claim and draft:
            drafts.append(draft)
            reading.taken = max(reading.taken, draft.reach[1])
            if not in_relative_clause(reading.tokens, cue.group_start):
                reading.subject = claim.source or reading.subject
    return drafts


def _governing(reading: Reading, cues: Sequence[Cue]) -> int:
    """The number of the cue that everything before it is said by, if any; a participle may follow it.

    Catches: They urged restraint, the statement said, adding that talks go on.
    Leaves alone: They urged restraint, saying that talks go on.
    """
    last = len(cues) - 1
    for number in range(last, 0, -1):
        goes_on = number < last and cues[number].is_finite and not cues[number + 1].is_finite
        if (number == last or goes_on) and _governs_all(reading, cues[: number + 1]):
            return number
    return 0


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
    before = content_before(reading, claim)
    return before is not None and before[0] <= cues[0].verb_at


def _relaying(reading: Reading, cues: Sequence[Cue]) -> TokenRange | None:
    """Who passed on what the sentence attributes already: an agency, or whoever follows “he said,”.

    Catches: “We agree,” Lund said, the gazette reported. Lund said talks go on, Reuters reported.
    Lund urged Ostia to pay, reports Osta Press. Lund urged Ostia to pay, the Post reports citing Interfax.
    Leaves alone: They urged restraint, the statement said.
    """
    last, inner = make_claim(reading, cues[-1]), make_claim(reading, cues[-2])
    if not last or not inner or not last.source or not inner.source or last.found:
        return None
    named = last.source.start, last.source.end
    is_apart = follows_comma(reading.tokens, last.start)
    if not is_apart or not (inner.found or content_before(reading, inner)):
        return None
    follows = inner.end == last.start - 1 and not inner.found
    is_relay = follows or agency_in(reading.tokens, *named) or _signs(reading.tokens, last) or _cites(last)
    return named if is_relay else None


def _signs(tokens: Tokens, claim: Claim) -> bool:
    """Is a report signed with nothing but a name?

    Catches: Lund urged Ostia to pay, reports Osta Press    Leaves alone: It fell, reports the minister
    """
    source = claim.source
    if source is None or claim.verb.lemma != "report" or source.start < claim.cue.verb_at:
        return False
    named = tokens[source.start + (tokens[source.start].lower == "the") : source.end]
    return bool(named) and all(token.is_capitalised for token in named)


def _cites(claim: Claim) -> bool:
    """Catches: it fell, the Post reports citing Interfax    Leaves alone: it fell, it said, citing Lund"""
    return claim.verb.lemma == "report" and claim.tail.cited is not None


def _note_relay(sentence: Sentence, drafts: list[Draft], named: Span | None) -> None:
    """Give the statements the agency that the rest of the sentence names."""
    tokens = sentence.tokens
    relay = find_relay(tokens, drafts[-1].reach[1]) or opening_relay(tokens) if drafts else None
    for draft in drafts:
        draft.agency = draft.agency or named or token_span(sentence, relay)


def attribute_claim(reading: Reading, claim: Claim, later: Sequence[Cue]) -> Draft | None:
    """The statement of one claim: words before the cue, after it, or on both sides."""
    tokens, found = reading.tokens, claim.found
    shares_subject = claim.source is not None and claim.source is reading.subject
    before = None if shares_subject else content_before(reading, claim)
    if before and tokens[before[1] - 1].lower == CLOSE and not _is_only_named(tokens, before, found):
        pieces = [before]
        if found and claim.announces_quotation:
            pieces += quotations_from(tokens, found.start)
        elif not found:
            pieces += resumed(tokens, claim)
        return _draft(reading, claim, pieces, "quotation-before-cue")
    if before and found and found.rule == "object-and-matter" and not shares_subject:
        claim, found = replace(claim, found=None), None
    after = content_after(tokens, claim, later)
    if found and after and (claim.source or claim.announces_quotation):
        pieces = without_time(tokens, *after, found.frame)
        return _draft(reading, claim, pieces, found.rule)
    round_cue = content_round(reading, claim, later)
    if round_cue:
        return _draft(reading, claim, round_cue, "clause-round-cue")
    if before and claim.source:
        pieces = [before, *continuation(tokens, claim, later)]
        return _draft(reading, claim, pieces, "clause-before-cue")
    return _await_quotation(reading, claim, later)


def _is_only_named(tokens: Tokens, before: TokenRange, found: Found | None) -> bool:
    """Is the quotation before the cue a name, as a clause follows: On “Good Morning,” Lund said that."""
    return found is not None and found.frame is not Frame.QUOTE and tokens[before[0]].lower != OPEN


# --- the statement itself ---------------------------------------------------------------


def _draft(reading: Reading, claim: Claim, pieces: list[TokenRange], rule: str) -> Draft | None:
    sentence, tokens = reading.sentence, reading.tokens
    if not claim.cue.is_listed:
        rule = "quotation-beside-verb"
    frame = claim.found.frame if claim.found else Frame.QUOTE
    spans = [span for start, end in pieces for span in content_spans(sentence, start, end)]
    if not spans:
        return None
    kinds = {kind_of(tokens, start, end, frame) for start, end in pieces}
    source = claim.source
    relay, cited = _cited(tokens, claim)
    return Draft(
        spans,
        kinds.pop() if len(kinds) == 1 else MIXED,
        sentence.span(claim.cue.verb_at, claim.cue_end),
        claim.verb.lemma,
        token_spans(sentence, cited or source.ranges) if source else (),
        claim.verb.act,
        rule,
        agency=token_span(sentence, claim.tail.agency or relay or _relay(tokens, claim.cue)),
        occasion=token_span(sentence, occasion_of(tokens, claim, pieces[-1][1])),
        hearer=token_span(sentence, claim.tail.hearer),
        frame=frame,
        reach=(min(pieces[0][0], claim.cue.group_start), max(pieces[-1][1], claim.tail.end)),
    )


def _cited(tokens: Tokens, claim: Claim) -> tuple[TokenRange | None, tuple[TokenRange, ...]]:
    """The relay and whom it cites, who is then the one that speaks.

    Catches: Interfax reports citing the ministry; Citing the ministry, Interfax said
    Leaves alone: the ministry said, citing the army
    """
    source, cited = claim.source, claim.tail.cited or cited_at(tokens, clause_start(tokens, 0))
    relay = relay_in(tokens, source.start, source.end) if source and cited else None
    return (relay, (cited,)) if relay and cited else (None, ())


def _relay(tokens: Tokens, cue: Cue) -> TokenRange | None:
    return agency_in(tokens, *cue.relay) if cue.relay else None


def _await_quotation(reading: Reading, claim: Claim, later: Sequence[Cue]) -> Draft | None:
    """A cue that ends its sentence: the words follow in the next one.

    Catches: Keller said in a statement: (and a new paragraph); Keller replied. “No.”
    Leaves alone: Keller said nothing. Keller responded by accusing Lund of lying. It was Keller who spoke.
    """
    tokens = reading.tokens
    is_aside = in_relative_clause(tokens, claim.cue.group_start) or claim.verb.lemma in ("continue", "go on")
    if (later or is_aside) and tokens[-1].text != ":":
        return None
    if not claim.source or claim.end < len(tokens) - 1 or Frame.QUOTE not in claim.verb.frames:
        return None
    return Draft(
        [],
        DIRECT,
        reading.sentence.span(claim.cue.verb_at, claim.cue_end),
        claim.verb.lemma,
        token_spans(reading.sentence, claim.source.ranges),
        claim.verb.act,
        "quotation-after-cue",
        agency=token_span(reading.sentence, claim.tail.agency),
        occasion=token_span(reading.sentence, occasion_of(tokens, claim)),
        hearer=token_span(reading.sentence, claim.tail.hearer),
        reach=(0, len(tokens)),
    )
