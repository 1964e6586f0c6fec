"""Content: where attributed words begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.cue import Cue
from statements.extraction.frames import find_content
from statements.extraction.grammar import (
    Tokens,
    has_finite_verb,
    noun_phrase_end,
    opens_with_adverbial,
    skip_adverbs,
    skip_occasion,
    skip_time,
)
from statements.extraction.reporting_verbs import GERUND, PAST, Frame, is_reporting_form
from statements.extraction.sentences import Sentence
from statements.extraction.tail import read_tail
from statements.extraction.tokens import CLOSE, OPEN, Token, TokenRange
from statements.extraction.word_classes import (
    AUXILIARIES,
    BE,
    CONTRASTS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_finite_verb,
    is_participle,
    words,
)
from statements.records import DIRECT, INDIRECT, MIXED, Span

_ENDS = words(". ! ? … , ; : — – - --")
DASHES = words("— – - -- --- ―")
_RELAYS = words("according per quoted cited")
_MOST_APPOSITION_WORDS = 8
_NOUN_PHRASES = Frame.OBJECT | Frame.LABEL
_PLANS = words(
    "plans wants hopes needs faces leads remains seems appears refuses intends backs supports runs"
)
_PRESENT = words("is are has have will can may shall must do does says wants believes thinks seems remains")
_CIRCUMSTANCES = words("after before as")
_SAME_IN_PAST = words("cut hit hurt let put set shut come become read")
_WITH_PARTY = Frame.OF | Frame.OBJECT_TO | Frame.FOR | Frame.OBJECT
_AFTER_PARTY = words("of for to against over")
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
    end = _before_announced(tokens, start, _before_relay(tokens, start, end), later)
    end = _before_aside(tokens, start, end)
    if frame not in _WHOLE_CLAUSES:
        end = _before_narration(tokens, start, end, frame)
    if frame in _NOUN_PHRASES:
        label = _quotation_in(tokens, start, end) if frame is Frame.LABEL else start
        end = _after_quoted_comma(tokens, start, _before_circumstance(tokens, label, end))
    if frame is Frame.QUOTE:
        end = _before_next_clause(tokens, start, end)
    return trim_end(tokens, start, _before_apposition(tokens, start, trim_end(tokens, start, end)))


def without_time(tokens: Tokens, start: int, end: int, frame: Frame) -> list[TokenRange]:
    """The content in two pieces round a time that says when the verb happened.

    Catches: accused Ostia on Monday of shelling, urged both sides last week to wait
    Leaves alone: condemned the raid on Monday, accused Ostia of shelling on Monday
    """
    if frame not in _WITH_PARTY:
        return [(start, end)]
    for at in range(start + 1, end - 2):
        token = tokens[at]
        if token.quoted or token.lower in _AFTER_PARTY:
            break
        resumes = skip_time(tokens, at)
        if at < resumes < end - 1 and token.lower != "again" and tokens[resumes].lower in _AFTER_PARTY:
            is_party = frame in Frame.OF | Frame.OBJECT_TO or tokens[at - 1].is_capitalised
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
        is_own = _reports_clause(tokens, other) or (other.form == PAST and not _has_past(tokens, start, at))
        if frame in _WHOLE_CLAUSES and tokens[at - 2].text != "," and not is_own:
            return None
        return at - 1 if at - 1 > start else None
    if before in DASHES:
        return at - 1 if at - 1 > start else None
    return _before_contrast(tokens, start, at)


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


def _has_past(tokens: Tokens, start: int, end: int) -> bool:
    """Is there a verb in the past, which a later one could go with: "said he left and urged"?"""
    return any(is_finite_verb(token) and token.lower not in _PRESENT for token in tokens[start:end])


def _before_contrast(tokens: Tokens, start: int, verb_at: int) -> int | None:
    """The ", while" or ", and" that begins the clause of a verb at ``verb_at``."""
    for index in range(verb_at - 1, max(start, verb_at - 12), -1):
        token = tokens[index]
        if token.quoted or token.lower in (OPEN, CLOSE):
            return None
        follows_comma = tokens[index - 1].text == ","
        if token.lower in ("while", "whereas") or (follows_comma and token.lower in CONTRASTS | {"and"}):
            return index
        joins_clauses = (
            token.lower in ("and", "but") and index + 1 < verb_at and has_finite_verb(tokens, start, index)
        )
        if joins_clauses and noun_phrase_end(tokens, index + 1, limit=verb_at) == verb_at:
            return index
        if token.text == ";":
            return index
        if is_finite_verb(token) and index < verb_at - 1:
            return None
    return None


def _before_relay(tokens: Tokens, start: int, end: int) -> int:
    """Catches: ..., according to the agency; ..., quoted by the agency"""
    for index in range(start + 1, end - 1):
        token = tokens[index]
        if token.quoted or token.lower not in _RELAYS:
            continue
        if token.lower == "according" and tokens[index + 1].lower == "to":
            return index
        if tokens[index - 1].text == "," and (token.lower == "per" or tokens[index + 1].lower == "by"):
            return index
    return end


def _before_narration(tokens: Tokens, start: int, end: int, frame: Frame) -> int:
    """Catches: , leaving 17 dead; without holding anyone responsible    Leaves alone: , including aid"""
    for index in range(start + 1, end - 1):
        token, before = tokens[index], tokens[index - 1]
        if token.quoted:
            continue
        if is_participle(token) and before.text == "," and frame is not Frame.OF:
            return index - 1
        if token.lower == "without" and frame is Frame.OBJECT_TO and is_participle(tokens[index + 1]):
            return index
        if before.text == "," and token.lower in ("which", "who", "while", "with", "but", "because"):
            return index - 1
        if _is_next_verb(tokens, start, index):
            return index
        if token.lower in ("which", "that") and _is_passive_report(tokens, index):
            return index
    return end


def _is_next_verb(tokens: Tokens, start: int, at: int) -> bool:
    """Does the speaker's next act begin here: a verb that no verb of the content could go with?

    Catches: denied the charges and left the talks; blamed Ostia but later thanked it
    Leaves alone: condemned the wounding and killing of hostages; said he left and went home
    """
    if tokens[at].lower not in ("and", "but") or at + 3 > len(tokens):
        return False
    verb = skip_adverbs(tokens, at + 1)
    if verb + 1 >= len(tokens) or not is_finite_verb(tokens[verb]) or tokens[verb].lower in _SAME_IN_PAST:
        return False
    following = tokens[verb + 1]
    has_own_words = following.is_capitalised or following.lower in (
        DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS
    )
    is_group = tokens[verb].lower in AUXILIARIES
    return (has_own_words or is_group) and not any(
        is_finite_verb(token) or token.lower in RELATIVES for token in tokens[start:at]
    )


def _before_next_clause(tokens: Tokens, start: int, end: int) -> int:
    """Cut the narrator's clause behind a quotation that the content begins with.

    Catches: praised “his courage” as he left    Leaves alone: said “all agree” that talks failed
    """
    closed = quotation_end(tokens, start) if tokens[start].lower == OPEN else end
    starts_clause = closed < end and tokens[closed].lower in _CIRCUMSTANCES | {"while", "when"}
    return closed if starts_clause else end


def _quotation_in(tokens: Tokens, start: int, end: int) -> int:
    return next((at for at in range(start, end) if tokens[at].lower == OPEN), start)


def _before_circumstance(tokens: Tokens, start: int, end: int) -> int:
    """Cut when and where an object was spoken of.

    Catches: condemned the raid in a speech; condemned the raid after he met Lund
    Leaves alone: condemned the raid on Monday
    """
    for index in range(start + 1, end - 1):
        token = tokens[index]
        if token.quoted or not token.is_word:
            continue
        if token.lower in _CIRCUMSTANCES and _has_own_subject(tokens, index + 1, end):
            return index
        if token.lower in ("before", "after", "while", "by") and is_participle(tokens[index + 1]):
            return index
        follows_comma = tokens[index - 1].text == ","
        if follows_comma and token.lower == "and" and is_finite_verb(tokens[index + 1]):
            return index
        if skip_occasion(tokens, index) > index + 1 or (token.lower == "but" and follows_comma):
            return index
    return end


def _has_own_subject(tokens: Tokens, at: int, end: int) -> bool:
    """Does a clause begin here: "after he left", not "after the war"?"""
    subject_end = noun_phrase_end(tokens, at, limit=end)
    return at < subject_end < end and is_finite_verb(tokens[subject_end])


def _after_quoted_comma(tokens: Tokens, start: int, end: int) -> int:
    """Cut behind a quotation whose own comma parts it from what follows.

    Catches: called the plan “a farce,” and Lund left    Leaves alone: called it “a farce,” “a sham”
    """
    for index in range(start + 2, end - 1):
        if tokens[index].lower == CLOSE and tokens[index - 1].text == ",":
            following = [token.lower for token in tokens[index + 1 : index + 3]]
            if OPEN not in following:
                return index + 1
    return end


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


def _is_passive_report(tokens: Tokens, at: int) -> bool:
    """Does a relative clause at ``at`` report another speaker: "which was condemned by Paris"?"""
    words = [token.lower for token in tokens[at + 1 : at + 7]]
    return (
        "by" in words
        and any(word in BE for word in words)
        and is_reporting_form(words[words.index("by") - 1])
    )


def _before_apposition(tokens: Tokens, start: int, end: int) -> int:
    """Cut a last ", his country's main ally" that explains the name before it.

    Leaves alone: the army, the navy and the police
    """
    for index in range(end - 1, max(start + 1, end - _MOST_APPOSITION_WORDS - 2), -1):
        token = tokens[index]
        if token.quoted or token.lower in (OPEN, CLOSE, "and", "or") or is_finite_verb(token):
            return end
        if token.text == ",":
            first = tokens[index + 1] if index + 1 < end else token
            names = tokens[index - 1].is_capitalised
            explains = first.lower in POSSESSIVES or first.lower in ("the", "a", "an")
            return index if names and explains and noun_phrase_end(tokens, index + 1) >= end else end
    return end


def main_clause_after(tokens: Tokens, start: int) -> int:
    """The first comma from ``start`` on, inside a closing mark or not; the end when there is none."""
    for index in range(start, len(tokens) - 2):
        if tokens[index].text == ",":
            closes = tokens[index + 1].lower == CLOSE
            if closes or not tokens[index].quoted:
                return index + 2 if closes else index
    return len(tokens)


def relative_clause_end(tokens: Tokens, start: int, end: int) -> int:
    """The comma that closes a relative clause, as the main verb follows: "who said A, left"."""
    for index in range(start + 1, end - 1):
        token = tokens[index]
        if token.text == "," and not token.quoted:
            verb = skip_adverbs(tokens, index + 1)
            if verb < end and not tokens[verb].quoted and _is_main_verb(tokens[verb]):
                return index
    return end


def _is_main_verb(token: Token) -> bool:
    is_third = token.lower.endswith("s") and not token.is_capitalised
    return is_finite_verb(token) or (is_third and token.lower in _PLANS) or is_reporting_form(token.lower)


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
