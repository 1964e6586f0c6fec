"""Hearsay: words that a text reports and credits to nobody who could be held to them.

It is found and marked, so that nobody mistakes it for the words of whoever
is named nearby; it is no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statements.extraction.attribution import MOST_CUES, attribute_claim
from statements.extraction.claims import Claim, Reading, is_nobodys, read_claim
from statements.extraction.content import clause_start, content_spans, kind_of, trim_end
from statements.extraction.cue import Cue, find_cues
from statements.extraction.drafts import Draft
from statements.extraction.grammar import Tokens, skip_adverbs, skip_time
from statements.extraction.reporting_verbs import Frame
from statements.extraction.sentences import Sentence
from statements.extraction.source import NOBODY, find_subject
from statements.extraction.tokens import TokenRange
from statements.extraction.word_classes import words

_QUESTION_WORDS = words("whether if why how what who whom when where which about for")
_REPORTING_IT = words("it it's")
_FEWEST_WORDS = 2


def attribute_hearsay(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the sentence credits to nobody, outside the words that ``drafts`` attribute."""
    reading = Reading(sentence, clause_start(sentence.tokens, 0))
    cues = find_cues(sentence)
    if len(cues) > MOST_CUES:
        return
    taken = [draft.reach for draft in drafts]
    for number, cue in enumerate(cues):
        if any(start <= cue.verb_at < end for start, end in taken):
            continue
        draft = _attribute(reading, cue, cues[number + 1 :])
        if draft and not any(_meet(draft.reach, reach) for reach in taken):
            taken.append(draft.reach)
            yield replace(draft, is_hearsay=True)


def _meet(one: TokenRange, other: TokenRange) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _attribute(reading: Reading, cue: Cue, later: Sequence[Cue]) -> Draft | None:
    if cue.is_passive or cue.lacks_subject or _opens(reading, cue):
        return _question(reading.sentence, cue) or _passive(reading, cue)
    claim = read_claim(reading, cue)
    if claim is None or not is_nobodys(reading.tokens, claim) or _is_denied(reading.tokens, claim):
        return None
    draft = attribute_claim(reading, claim, later)
    return draft if draft and draft.content else None


def _is_denied(tokens: Tokens, claim: Claim) -> bool:
    """Did nobody at all say so: neither side said?"""
    return claim.source is not None and tokens[claim.source.start].lower in NOBODY


def _opens(reading: Reading, cue: Cue) -> bool:
    return cue.group_start <= reading.floor


def _question(sentence: Sentence, cue: Cue) -> Draft | None:
    """A question that nobody is said to have put.

    Catches: Asked whether talks failed, Lund left; he left when asked about the raid
    Leaves alone: Asked, Lund left; Keller asked whether
    """
    tokens = sentence.tokens
    start = skip_time(tokens, skip_adverbs(tokens, cue.verb_at + 1))
    is_question = cue.readings[-1].lemma == "ask" and start < len(tokens) - _FEWEST_WORDS
    if not is_question or tokens[start].lower not in _QUESTION_WORDS:
        return None
    if tokens[start].lower in ("about", "for"):
        start += 1
    return _draft(sentence, cue, [(start, _end(tokens, start))], "question-of-nobody")


def _passive(reading: Reading, cue: Cue) -> Draft | None:
    """A passive that names no speaker.

    Catches: It was reported that talks failed; Ostia is accused of a raid
    Leaves alone: The raid was condemned by Norland; the raid was reported
    """
    tokens, sentence = reading.tokens, reading.sentence
    at = skip_time(tokens, skip_adverbs(tokens, cue.verb_at + 1))
    if not cue.is_passive or at >= len(tokens) - _FEWEST_WORDS:
        return None
    verb = cue.readings[-1]
    subject = find_subject(tokens, cue.group_start, reading.floor)
    if subject is None:
        return None
    if tokens[at].lower == "that" and tokens[subject.start].lower in _REPORTING_IT:
        return _draft(sentence, cue, [(at + 1, _end(tokens, at + 1))], "passive-of-nobody")
    if tokens[at].lower == "of" and Frame.OF in verb.frames:
        pieces = [(subject.start, subject.end), (at, _end(tokens, at))]
        return _draft(sentence, cue, pieces, "passive-of-nobody")
    return None


def _end(tokens: Tokens, start: int) -> int:
    comma = (at for at in range(start, len(tokens)) if tokens[at].text == "," and not tokens[at].quoted)
    return trim_end(tokens, start, next(comma, len(tokens)))


def _draft(sentence: Sentence, cue: Cue, pieces: list[TokenRange], rule: str) -> Draft:
    kinds = {kind_of(sentence.tokens, start, end, Frame.CLAUSE) for start, end in pieces}
    verb = cue.readings[-1]
    return Draft(
        [span for start, end in pieces for span in content_spans(sentence, start, end)],
        "mixed" if len(kinds) > 1 else kinds.pop(),
        sentence.span(cue.verb_at, cue.end(verb)),
        verb.lemma,
        (),
        verb.act,
        rule,
        frame=Frame.CLAUSE,
        reach=(min(cue.group_start, pieces[0][0]), pieces[-1][1]),
    )
