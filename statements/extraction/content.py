"""Content: where attributed words begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.cue import Cue
from statements.extraction.frames import find_content
from statements.extraction.grammar import (
    Tokens,
    auxiliaries,
    has_finite_verb,
    noun_phrase_end,
    opens_with_adverbial,
    skip_time,
)
from statements.extraction.narrator import (
    NOUN_PHRASES,
    after_quoted_comma,
    before_apposition,
    before_circumstance,
    before_comment,
    before_lapse,
    before_narration,
    before_new_clause,
    before_next_clause,
    before_relative,
    before_relay,
    before_second_participle,
)
from statements.extraction.reporting_verbs import GERUND, PAST, Frame
from statements.extraction.sentences import Sentence
from statements.extraction.tail import read_tail
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import (
    BE,
    CONTRASTS,
    DETERMINERS,
    HAVE,
    MODALS,
    PRONOUNS,
    is_finite_verb,
    words,
)
from statements.records import DIRECT, INDIRECT, MIXED, Span

_ENDS = words(". ! ? … , ; : — – - --")
DASHES = words("— – - -- --- ―")
_PRESENT = words("has have do does says wants believes thinks seems remains")
# The speaker again, at the head of what is reported.
_SPEAKERS_OWN = words("i we he she it they")
_WITH_PARTY = Frame.OF | Frame.MATTER | Frame.FOR | Frame.OBJECT
_AFTER_PARTY = words("of for against over")
_WHOLE_CLAUSES = Frame.CLAUSE | Frame.THAT | Frame.QUOTE


def quotation_end(tokens: Tokens, at: int) -> int:
    """Past the quotation whose opening mark is at ``at``."""
    index = at + 1
    while index < len(tokens) and tokens[index].quoted:
        index += 1
    return index + 1 if index < len(tokens) and tokens[index].lower == CLOSE else index


def content_end(tokens: Tokens, start: int, cue: Cue, later: Sequence[Cue], frame: Frame) -> int:
    """Where the content that begins at ``start`` ends.

    It reaches to the end of the sentence, unless the narrator takes over: with
    another cue of the same subject ("and promised"), another speaker ("while
    Ankara called"), who relayed it (", according to"), a participle of what
    happened then (", leaving 17 dead") or an explanation (", his main ally").
    """
    end = len(tokens)
    for other in later:
        if other.verb_at >= start:
            end = min(end, _before_next_cue(tokens, start, cue, other, frame) or end)
    end = _before_announced(tokens, start, before_relay(tokens, start, end), later)
    end = before_lapse(tokens, start, before_comment(tokens, start, _before_aside(tokens, start, end)))
    if frame in _WHOLE_CLAUSES:
        end = before_relative(tokens, start, end, cue, later)
    else:
        end = before_new_clause(tokens, start, before_narration(tokens, start, end, frame, cue), frame)
    if frame in NOUN_PHRASES:
        label = _quotation_in(tokens, start, end) if frame is Frame.LABEL else start
        end = after_quoted_comma(tokens, start, before_circumstance(tokens, label, end))
        end = before_second_participle(tokens, start, end, cue)
    if frame is Frame.QUOTE and tokens[start].lower == OPEN:
        end = before_next_clause(tokens, start, end, quotation_end(tokens, start))
    return trim_end(tokens, start, before_apposition(tokens, start, trim_end(tokens, start, end)))


def without_time(tokens: Tokens, start: int, end: int, frame: Frame) -> list[TokenRange]:
    """The content in two pieces round a time that says when the verb happened.

    Catches: accused Ostia on Monday of shelling
    Leaves alone: condemned the raid on Monday; urged both sides on Monday to wait (it may be theirs)
    """
    if frame not in _WITH_PARTY:
        return [(start, end)]
    for at in range(start + 1, end - 2):
        token = tokens[at]
        if token.quoted or token.lower in _AFTER_PARTY:
            break
        resumes = skip_time(tokens, at)
        if at < resumes < end - 1 and token.lower != "again" and tokens[resumes].lower in _AFTER_PARTY:
            is_party = frame in Frame.OF | Frame.MATTER or tokens[at - 1].is_capitalised
            return [(start, at), (resumes, end)] if is_party else [(start, end)]
    return [(start, end)]


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Back over final marks that stand outside every quotation."""
    while end > start and tokens[end - 1].text in _ENDS and not tokens[end - 1].quoted:
        end -= 1
    return end


def _before_next_cue(tokens: Tokens, start: int, cue: Cue, other: Cue, frame: Frame) -> int | None:
    """Where ``other`` cuts the content off, or None when it is part of it.

    Catches: blamed Yerevan and promised aid; said A, while Ankara called B
    Leaves alone: said the ministry had confirmed it
    """
    at = other.group_start
    before = tokens[at - 1].lower
    if other.form == GERUND and cue.form == GERUND and before in ("and", "but"):
        return at - 1 if at - 1 > start else None
    if other.form == GERUND and not other.is_finite:
        follows_comma = before == "," or (before == CLOSE and tokens[at - 2].text == ",")
        return at - (before == ",") if follows_comma and at - 1 > start else None
    if before in ("and", "but", ",") and other.form == cue.form and _has_content(tokens, other):
        is_own = _reports_clause(tokens, other) or (
            other.form == PAST and not _has_partner(tokens, start, at, other.verb_at)
        )
        if frame in _WHOLE_CLAUSES and tokens[at - 2].text != "," and not is_own:
            return None
        return at - 1 if at - 1 > start else None
    if before in DASHES:
        return at - 1 if at - 1 > start else None
    return _before_contrast(tokens, start, at, frame)


def _has_content(tokens: Tokens, cue: Cue) -> bool:
    """Does anything follow the verb that it could report: "and promised aid", but not "and continued"?"""
    for verb in cue.readings:
        at = cue.end(verb)
        if find_content(tokens, at, verb, read_tail(tokens, at, verb)):
            return True
    return False


def _reports_clause(tokens: Tokens, cue: Cue) -> bool:
    """Can the verb only be the speaker's own next word: "and added that", "and said “no”"?"""
    following = [token.lower for token in tokens[cue.verb_at + 1 : cue.verb_at + 3]]
    return "that" in following or (OPEN in following and Frame.CLAUSE in cue.readings[0].frames)


def _has_partner(tokens: Tokens, start: int, at: int, verb_at: int) -> bool:
    """Is there a verb between ``start`` and ``at`` that the one in the past at ``verb_at`` could go with?

    Catches: said he left (and urged Ostia to pay); said envoys had left (and urged);
    said he had met her (and urged her)
    Leaves alone: said he would leave; said the camp was closed; said it had sent tents (and urged Ostia)
    """
    is_own = tokens[start].lower in _SPEAKERS_OWN and tokens[verb_at + 1].lower not in PRONOUNS - DETERMINERS
    no_partners = BE | HAVE if is_own else BE
    apart = _PRESENT | MODALS | BE | {"had"}
    return any(
        is_finite_verb(tokens[index])
        and tokens[index].lower not in apart
        and not auxiliaries(tokens, index) & no_partners
        for index in range(start, at)
    )


def _before_contrast(tokens: Tokens, start: int, verb_at: int, frame: Frame) -> int | None:
    """The ", while", ", and" or "and the ministry" that begins the clause of a verb at ``verb_at``."""
    for index in range(verb_at - 1, max(start, verb_at - 12), -1):
        token = tokens[index]
        if token.quoted or token.lower in (OPEN, CLOSE):
            return None
        follows_comma = tokens[index - 1].text == ","
        if token.lower in ("while", "whereas") or (
            follows_comma and token.lower in CONTRASTS | {"and", "as"}
        ):
            return index
        subject = skip_time(tokens, index + 1)
        joins_clauses = (
            token.lower in ("and", "but")
            and subject < verb_at
            and (frame in NOUN_PHRASES or has_finite_verb(tokens, start, index))
        )
        if joins_clauses and noun_phrase_end(tokens, subject, limit=verb_at) == verb_at:
            return index
        if token.text == ";":
            return index
        if is_finite_verb(token) and index < verb_at - 1:
            return None
    return None


def _quotation_in(tokens: Tokens, start: int, end: int) -> int:
    return next((at for at in range(start, end) if tokens[at].lower == OPEN), start)


def _before_announced(tokens: Tokens, start: int, end: int, later: Sequence[Cue]) -> int:
    """Cut before a colon whose quotation has a cue of its own.

    Catches: said talks failed: “We left,” he added    Leaves alone: said: “We left.”
    """
    last = later[-1].verb_at if later else start
    for index in range(start + 1, end - 1):
        if tokens[index].text == ":" and not tokens[index].quoted and tokens[index + 1].lower == OPEN:
            return index if quotation_end(tokens, index + 1) <= last else end
    return end


def _before_aside(tokens: Tokens, start: int, end: int) -> int:
    """Cut the narrator's afterthought behind a last dash.

    Catches: said the talks failed — a first for the region
    Leaves alone: said the talks — all of them — failed
    """
    dashes = [at for at in range(start + 1, end) if tokens[at].text in DASHES and not tokens[at].quoted]
    return dashes[-1] if len(dashes) % 2 else end


def clause_start(tokens: Tokens, start: int) -> int:
    """Past what stands before the first clause of a sentence: a dateline, "And", "But".

    Catches: PARIS (Agency) - The minister    Leaves alone: NATO will stay
    """
    names_place = start < len(tokens) and tokens[start].text.isupper() and len(tokens[start].text) > 1
    for index in range(start, min(start + 12, len(tokens))):
        token = tokens[index]
        if token.quoted or token.lower == OPEN or token.text[0].islower():
            break
        if token.text in DASHES and index > start and names_place:
            while index < len(tokens) and tokens[index].text in DASHES:
                index += 1
            return index
    while start < len(tokens) and (
        tokens[start].lower in ("and", "but", "so") or tokens[start].text in _ENDS
    ):
        start += 1
    return start


def looks_like_clause(tokens: Tokens, start: int, end: int) -> bool:
    """May the words before a cue be a clause: three with a verb, or five that are no mere adverbial?"""
    if end - start < 3 or not (tokens[start].is_word or tokens[start].lower == OPEN):
        return False
    if any(is_finite_verb(token) for token in tokens[start:end]):
        return True
    return end - start > 4 and not opens_with_adverbial(tokens, start)


def content_spans(sentence: Sentence, start: int, end: int) -> tuple[Span, ...]:
    """The content as offsets, outer quotation marks left out.

    Several quotations with nothing but marks between give several spans; an
    unclosed one gives what there is.
    """
    tokens = sentence.tokens
    if any(not token.quoted and token.is_word for token in tokens[start:end]):
        return (sentence.span(start, end),)
    spans: list[Span] = []
    goes_on = False
    for token in tokens[start:end]:
        if token.quoted:
            first = spans.pop()[0] if goes_on else token.start
            spans.append((first, token.end))
        goes_on = token.quoted
    return tuple(spans)


def kind_of(tokens: Tokens, start: int, end: int, frame: Frame) -> str:
    """Direct, indirect or mixed.

    A quotation is direct when a whole clause is quoted; the quoted object of a
    verb ("expressed “deep concern”") is part of the narrator's sentence.
    """
    quoted = any(token.quoted for token in tokens[start:end])
    if not quoted:
        return INDIRECT
    unquoted = any(token.is_word and not token.quoted for token in tokens[start:end])
    return MIXED if unquoted or frame not in _WHOLE_CLAUSES else DIRECT
