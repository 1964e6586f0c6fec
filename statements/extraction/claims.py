"""Claims: a cue read with its source and with the row of the verb table that fits it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.extraction.cue import Cue
from statements.extraction.frames import Found, find_content
from statements.extraction.grammar import (
    Tokens,
    group_start,
    noun_phrase_end,
    opens_with_adverbial,
    skip_adverbs,
)
from statements.extraction.reporting_verbs import Frame, ReportingVerb
from statements.extraction.sentences import Sentence
from statements.extraction.source import Source, find_inverted_subject, find_subject, is_generic
from statements.extraction.tail import Tail, read_tail
from statements.extraction.tokens import CLOSE
from statements.extraction.word_classes import QUESTIONERS, UTTERANCES, is_finite_verb, words

_MOST_OPENERS = 3
_ISSUED = words("issued released published sent posted made delivered wrote put circulated signed")


@dataclass(slots=True)
class Reading:
    """What is known while one sentence is read from left to right.

    ``floor`` is where its first clause begins, ``taken`` how far it has been
    attributed, ``subject`` who spoke last in it.
    """

    sentence: Sentence
    floor: int
    taken: int = 0
    subject: Source | None = None

    @property
    def tokens(self) -> Tokens:
        return self.sentence.tokens


@dataclass(frozen=True, slots=True)
class Claim:
    """A cue with its source and the row of the table that it is read as."""

    cue: Cue
    verb: ReportingVerb
    source: Source | None
    cue_end: int
    tail: Tail
    found: Found | None

    @property
    def start(self) -> int:
        """Where source or cue begins, whichever stands first."""
        before = self.source and self.source.start < self.cue.verb_at
        return self.source.start if self.source and before else self.cue.group_start

    @property
    def end(self) -> int:
        """Where the cue and its hearers, times and places end."""
        return max(self.tail.end, self.cue_end)

    @property
    def announces_quotation(self) -> bool:
        return self.found is not None and self.found.rule == "quotation-after-cue"


def make_claim(reading: Reading, cue: Cue) -> Claim | None:
    """The claim of a cue; none when nobody in particular speaks, or a reporter asks."""
    source = _source_before(reading, cue)
    inverted = None
    if source is None and Frame.QUOTE in cue.readings[-1].frames | cue.readings[0].frames:
        inverted = _inverted(reading, cue)
        source = inverted
    if source and (is_generic(reading.tokens, source) or _asks(reading.tokens, source)):
        return None
    return _read_frames(reading, cue, source, inverted)


def _source_before(reading: Reading, cue: Cue) -> Source | None:
    """The subject: of this verb, or of the verb before when the two share it."""
    tokens, start = reading.tokens, cue.group_start
    before = tokens[start - 1] if start else None
    if not cue.is_finite:
        return _participle_subject(reading, cue)
    if before and before.lower in ("and", "but", "or"):
        return reading.subject or _first_phrase(reading, start)
    if before and before.lower == "to":
        return _first_phrase(reading, start)
    if before and before.text == "," and reading.subject and reading.taken >= start - 1:
        return reading.subject
    return find_subject(tokens, start, max(reading.floor, reading.taken))


def _participle_subject(reading: Reading, cue: Cue) -> Source | None:
    """Whoever the main clause is about, or the text that says it.

    Catches: Ankara protested, accusing; a statement saying    Leaves alone: the warning
    """
    tokens, start = reading.tokens, cue.group_start
    if start and tokens[start - 1].lower in UTTERANCES:
        text = find_subject(tokens, start, reading.floor)
        issued = text and any(token.lower in _ISSUED for token in tokens[reading.floor : text.start])
        issuer = _first_phrase(reading, start) if issued else None
        return replace(issuer, text=text.ranges[0]) if text and issuer else text
    if start > 1 and tokens[start - 1].is_word and tokens[start - 1].lower not in ("and", "but", "by"):
        return find_subject(tokens, start, reading.floor)
    return reading.subject or _first_phrase(reading, start)


def _first_phrase(reading: Reading, limit: int) -> Source | None:
    """The subject of the sentence, adverbials before it skipped.

    Catches: Speaking in Paris, the minister    Leaves alone: In June
    """
    tokens, at = reading.tokens, reading.floor
    for _ in range(_MOST_OPENERS):
        if at >= limit or not opens_with_adverbial(tokens, at):
            break
        at = next((index + 1 for index in range(at, limit) if tokens[index].text == ","), limit)
    verb = next((index for index in range(at, limit) if is_finite_verb(tokens[index])), 0)
    subject = find_subject(tokens, group_start(tokens, verb), at) if verb else None
    if subject or at >= limit or not tokens[at].is_word:
        return subject
    end = noun_phrase_end(tokens, at, limit=limit)
    return Source(((at, end),), at, end) if at < end else None


def _inverted(reading: Reading, cue: Cue) -> Source | None:
    """The subject after the verb, when content stands right before it."""
    tokens, start = reading.tokens, cue.group_start
    if not start or not cue.is_finite or tokens[start - 1].lower not in (CLOSE, ","):
        return None
    cue_end = cue.verb_at + 1 + len(cue.readings[-1].particles)
    return find_inverted_subject(tokens, skip_adverbs(tokens, cue_end))


def _asks(tokens: Tokens, source: Source) -> bool:
    """A reporter's question is no statement."""
    start, end = source.ranges[0]
    return any(token.lower in QUESTIONERS for token in tokens[start:end])


def _read_frames(reading: Reading, cue: Cue, source: Source | None, inverted: Source | None) -> Claim:
    """Read the cue as the first row of the table whose content is there."""
    tokens = reading.tokens
    for verb in cue.readings:
        cue_end = cue.verb_at + 1 + len(verb.particles)
        at = inverted.end if inverted else skip_adverbs(tokens, cue_end)
        tail = read_tail(tokens, at, verb)
        found = find_content(tokens, at, verb, tail)
        if inverted and found and found.rule != "quotation-after-cue":
            found = None
        if found or verb is cue.readings[-1]:
            break
    return Claim(cue, verb, source, cue_end, tail, found)
