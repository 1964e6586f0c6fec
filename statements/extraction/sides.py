"""The content on either side of a cue: before it, behind it, round it."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.claims import Claim, Reading
from statements.extraction.content import (
    DASHES,
    clause_start,
    content_end,
    looks_like_clause,
    quotation_end,
    trim_end,
)
from statements.extraction.cue import Cue
from statements.extraction.grammar import (
    Tokens,
    has_finite_verb,
    noun_phrase_end,
    opens_with_adverbial,
    skip_adverbs,
    skip_occasion,
    skip_time,
)
from statements.extraction.narrator import main_clause_after, main_subject_after, relative_clause_end
from statements.extraction.reporting_verbs import Frame, is_reporting_form
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    OCCASIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_finite_verb,
    is_participle,
    words,
)

_FULL_STOPS = frozenset(".!?")
_ENDS_OF_QUOTATIONS = frozenset(".,!?…")
_FEWEST_WORDS = 3
_LONGEST_INSERTION = 24
_LONGEST_RELATIVE_SUBJECT = 8
_LATEST_SUBORDINATOR = 5
_OF_TIME = words("after before when since as")
_CONTINUES = words("and but so or to by rather not with because if")
_NARRATORS_NEXT = words("as after before while when and but to according")
_OPENS_CLAUSE = words("when while as after before since because although though even if once until")
_MAY_FOLLOW_CONTENT = Frame.QUOTE | Frame.CLAUSE


def content_after(tokens: Tokens, claim: Claim, later: Sequence[Cue]) -> TokenRange | None:
    found = claim.found
    if not found:
        return None
    start = found.start
    while start < len(tokens) and tokens[start].text in (",", ":"):
        start += 1
    closed = _whole_quotation_end(tokens, start) if claim.announces_quotation else None
    if closed:
        return start, closed
    end = content_end(tokens, start, claim.cue, later, found.frame)
    if claim.source and _is_subordinate(tokens, claim.source.start):
        end = min(end, trim_end(tokens, start, main_clause_after(tokens, start)))
    elif _opens_subordinate(tokens, claim):
        end = min(end, trim_end(tokens, start, main_subject_after(tokens, start)))
    if claim.source and claim.source.start > start and not claim.cue.is_finite:
        end = min(end, trim_end(tokens, start, claim.source.start))
    if in_relative_clause(tokens, claim.cue.group_start) or _parts_subject_from_verb(tokens, claim):
        end = min(end, relative_clause_end(tokens, start, end))
    return (start, end) if start < end else None


def in_relative_clause(tokens: Tokens, at: int) -> bool:
    """Does a verb at ``at`` stand in a clause like ", who said" or ", whose minister had said"?"""
    for index in range(at - 1, max(0, at - _LONGEST_RELATIVE_SUBJECT), -1):
        if tokens[index].text == ",":
            return tokens[index + 1].lower in RELATIVES
    return at > 0 and tokens[at - 1].lower in RELATIVES


def _whole_quotation_end(tokens: Tokens, start: int) -> int | None:
    """The end of a quotation that is all of the content, or None.

    Catches: said, “We agree,” and left; yelled “No!” at him; said “We agree” and left
    Leaves alone: said “all agree” that talks failed; said “Ostia” and Norland left
    """
    closed = quotation_end(tokens, start)
    last = tokens[closed - 2].text
    if _is_clause_before_next_verb(tokens, start, closed):
        return closed
    if tokens[start - 1].text not in (",", ":") and last not in _FULL_STOPS:
        return None
    is_whole = last in _ENDS_OF_QUOTATIONS or _is_closed_at(tokens, closed)
    goes_on = closed + 1 < len(tokens) and tokens[closed + 1].lower == OPEN
    return closed if is_whole and not goes_on else None


def _is_clause_before_next_verb(tokens: Tokens, start: int, closed: int) -> bool:
    """Is a whole clause quoted, and do the speaker's next deeds follow: said “We agree” and left?"""
    verb = closed + 1
    if verb >= len(tokens) or tokens[closed].lower not in ("and", "but"):
        return False
    is_clause = tokens[start + 1].is_capitalised and any(map(is_finite_verb, tokens[start + 1 : closed]))
    verb = min(skip_adverbs(tokens, verb), len(tokens) - 1)
    return is_clause and is_finite_verb(tokens[verb])


def _is_closed_at(tokens: Tokens, at: int) -> bool:
    """Does nothing but a mark or the narrator's clause follow: not “all agree” that talks failed?"""
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in _NARRATORS_NEXT:
        return True
    return max(skip_time(tokens, at), skip_occasion(tokens, at)) > at


def _is_subordinate(tokens: Tokens, source_start: int) -> bool:
    """Does the cue's clause open the sentence as a subordinate one: "A day after he said that ..., ..."?"""
    at = source_start - 1
    reach = _LATEST_SUBORDINATOR if at >= 0 and tokens[at].lower in _OF_TIME else 2
    return 0 <= at <= reach and tokens[at].lower in SUBORDINATORS


def _opens_subordinate(tokens: Tokens, claim: Claim) -> bool:
    """Does the cue stand in a subordinate clause that opens the sentence?

    Catches: As both sides said on Monday that talks had failed, Lund left.
    Leaves alone: As talks failed, Lund said that Ostia, which had lost, was ready.
    """
    floor = clause_start(tokens, 0)
    if tokens[floor].lower not in _OPENS_CLAUSE:
        return False
    return all(token.text != "," or token.quoted for token in tokens[floor : claim.cue.group_start])


def _parts_subject_from_verb(tokens: Tokens, claim: Claim) -> bool:
    """Does a participle stand between the subject and its verb?

    Catches: Lund, noting the failure, left.    Leaves alone: Lund left, noting the failure.
    """
    at = claim.cue.group_start
    is_inserted = not claim.cue.is_finite and at > 1 and tokens[at - 1].text == ","
    return is_inserted and not has_finite_verb(tokens, clause_start(tokens, 0), at)


def content_before(reading: Reading, claim: Claim) -> TokenRange | None:
    """The quotation or clause that ends right before the source, or before the cue.

    Catches: “We agree,” he said; Talks go on, he said.    Leaves alone: In June, he said
    """
    tokens, edge = reading.tokens, claim.start
    floor = _clause_floor(reading, edge)
    if not claim.verb.frames & _MAY_FOLLOW_CONTENT or not claim.cue.is_finite or edge <= floor:
        return None
    end = edge - 1 if tokens[edge - 1].lower == "as" else edge
    end = end - 1 if end > floor and tokens[end - 1].text in (",", "—", "–") else end
    if end > floor and tokens[end - 1].lower == CLOSE:
        return _quotation_before(tokens, floor, end)
    if end == edge or not _is_closed(tokens, claim) or not _may_report(reading, claim):
        return None
    return (floor, end) if looks_like_clause(tokens, floor, end) else None


def continuation(tokens: Tokens, claim: Claim, later: Sequence[Cue]) -> list[TokenRange]:
    """What a clause goes on with behind the cue.

    Catches: Talks failed, he said, so both sides left
    Leaves alone: Talks failed, he said, citing the army; Talks failed, he said, and urged Ostia to pay
    """
    at = claim.end + 1
    if at + 2 >= len(tokens) or tokens[at - 1].text != "," or claim.found:
        return []
    first = tokens[at]
    explains_speaker = claim.source is not None and claim.source.start > claim.cue.verb_at
    if any(other.group_start == at + 1 and other.is_finite for other in later):
        return []
    goes_on = first.lower in _CONTINUES or (first.lower in DETERMINERS and not explains_speaker)
    end = content_end(tokens, at, claim.cue, later, Frame.CLAUSE)
    return [(at, end)] if goes_on and end - at > 2 else []


def resumed(tokens: Tokens, claim: Claim) -> list[TokenRange]:
    """The second half of a quotation, behind what the narrator puts between the halves.

    Catches: “We agree,” he said in Ostia, the capital, “but we wait.”
    Leaves alone: “We agree,” he said of “peace”
    """
    for at in range(claim.end, min(claim.end + _LONGEST_INSERTION, len(tokens) - 1)):
        if tokens[at].lower == OPEN:
            return quotations_from(tokens, at) if tokens[at - 1].text == "," else []
        if is_reporting_form(tokens[at].text, may_be_noun=False) or tokens[at].lower == "that":
            return []
    return []


def quotations_from(tokens: Tokens, at: int) -> list[TokenRange]:
    """The quotation whose opening mark is at ``at``, and its last part behind an aside between dashes.

    Catches: “we pay” — he paused — “when they pay.”    Leaves alone: “we pay” — he named “the others”
    """
    end = quotation_end(tokens, at)
    return [(at, end), *_behind_aside(tokens, end)]


def _behind_aside(tokens: Tokens, start: int) -> list[TokenRange]:
    dash = tokens[start].text if start < len(tokens) else ""
    if dash not in DASHES:
        return []
    for at in range(start + 1, min(start + _LONGEST_INSERTION, len(tokens) - 1)):
        if tokens[at].lower == OPEN:
            return [(at, quotation_end(tokens, at))] if tokens[at - 1].text == dash else []
    return []


def _may_report(reading: Reading, claim: Claim) -> bool:
    """May a clause before the cue be what it reports?

    Catches: Talks go on, Keller noted; In May talks failed, Keller said
    Leaves alone: When asked, Keller relented; Talks failed, a setback noted in May
    """
    if (Frame.BARE | Frame.TELL) & claim.verb.frames:
        return True
    names = claim.source and reading.tokens[claim.source.start].lower not in ("a", "an")
    is_subordinate = reading.tokens[reading.floor].lower in _NARRATORS_NEXT
    return Frame.CLAUSE in claim.verb.frames and bool(names) and not is_subordinate


def content_round(reading: Reading, claim: Claim, later: Sequence[Cue]) -> list[TokenRange]:
    """The content that a cue between commas interrupts, or that follows it.

    Catches: The talks, he said, will go on; In the end, he said, talks go on; As he said, talks go on;
    Whatever was won, he said, can be lost
    Leaves alone: Talks go on, he said, citing the ministry
    """
    tokens, floor, after = reading.tokens, _clause_floor(reading, claim.start), claim.end + 1
    if claim.found or not claim.source or not claim.cue.is_finite or not _may_be_inserted(tokens, claim):
        return []
    follows_as = claim.start > floor and tokens[claim.start - 1].lower == "as" and claim.start - floor < 3
    if after + 2 >= len(tokens) or tokens[after - 1].text != ",":
        return []
    if _narrates(tokens, after) and not (follows_as and not is_participle(tokens[after])):
        return []
    last = content_end(tokens, after, claim.cue, later, Frame.CLAUSE)
    opening = trim_end(tokens, floor, claim.start)
    is_subordinate = opening - floor == 1 and tokens[floor].lower in SUBORDINATORS - {"as", "that"}
    if last - after + opening - floor < _FEWEST_WORDS or is_subordinate:
        return []
    if opening - floor < 2 and (opening == floor or _only_links(tokens, floor)):
        is_clause = opening > floor or has_finite_verb(tokens, after, last)
        return [(after, last)] if is_clause else []
    goes_on = is_finite_verb(tokens[min(skip_adverbs(tokens, after), len(tokens) - 1)])
    is_open = goes_on or tokens[opening - 1].lower in BE | {"why", "how"}
    is_whole = has_finite_verb(tokens, floor, opening) and not is_open
    if is_whole and not opens_with_adverbial(tokens, floor):
        return []
    return [(floor, opening), (after, last)]


def _may_be_inserted(tokens: Tokens, claim: Claim) -> bool:
    """Catches: The talks, he went on, had failed    Leaves alone: The war, which went on, had cost lives"""
    if Frame.CLAUSE in claim.verb.frames:
        return True
    return Frame.INSERTED in claim.verb.frames and not in_relative_clause(tokens, claim.cue.group_start)


def _only_links(tokens: Tokens, at: int) -> bool:
    """Is the one word before a cue no part of the content: "Still, he said", not "That, he said"?"""
    return tokens[at].lower != "that" and opens_with_adverbial(tokens, at)


def _narrates(tokens: Tokens, at: int) -> bool:
    """Do the narrator's own words begin here: ", citing the ministry", ", again using", ", which"?"""
    token = tokens[min(skip_adverbs(tokens, at), len(tokens) - 1)]
    return (
        token.lower in PREPOSITIONS | SUBORDINATORS - {"if"} | CONJUNCTIONS | RELATIVES
        or is_participle(token)
        or token.lower == OPEN
    )


def _clause_floor(reading: Reading, edge: int) -> int:
    """Where the clause before ``edge`` begins: what is attributed ends, or a semicolon stands."""
    floor = max(reading.floor, reading.taken)
    marks = [
        at for at in range(floor, edge) if reading.tokens[at].text == ";" and not reading.tokens[at].quoted
    ]
    return marks[-1] + 1 if marks else floor


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
    if _has_agent(tokens, claim):
        return False
    if claim.end >= len(tokens) or tokens[claim.end].text in (".", ",", "!", "…", "—", ";", ":"):
        return True
    return not claim.found and tokens[claim.end].lower in PREPOSITIONS | SUBORDINATORS | {"who"} - {"that"}


def _has_agent(tokens: Tokens, claim: Claim) -> bool:
    """Is the verb a participle with an agent: "waters claimed in part by Ostia", not "said by phone"?"""
    ends = tokens[claim.cue_end : claim.end + 1]
    by = next((at for at, token in enumerate(ends, claim.cue_end) if token.lower == "by"), len(tokens))
    is_inverted = claim.source is not None and claim.source.start > claim.cue.verb_at
    if by + 1 >= len(tokens) or is_inverted or claim.cue.group_start < claim.cue.verb_at:
        return False
    end = noun_phrase_end(tokens, by + 1)
    return by + 1 < end and tokens[end - 1].lower not in OCCASIONS and skip_time(tokens, by) == by
