"""Claims: a cue read with its source and with the row of the verb table that fits it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.extraction.cue import SPEAKING_BEFORE_TO, Cue
from statements.extraction.deeds import is_deed
from statements.extraction.frames import Found, find_content
from statements.extraction.grammar import (
    Tokens,
    follows_comma,
    group_start,
    has_finite_verb,
    noun_phrase_end,
    opens_with_adverbial,
    skip_adverbs,
)
from statements.extraction.interruption import before_time
from statements.extraction.reporting_verbs import PAST, Frame, ReportingVerb, is_reporting_form
from statements.extraction.sentences import Sentence
from statements.extraction.source import (
    Source,
    find_inverted_subject,
    find_subject,
    is_contracted,
    is_generic,
)
from statements.extraction.tail import Tail, read_tail
from statements.extraction.tokens import CLOSE, OPEN
from statements.extraction.word_classes import (
    CONJUNCTIONS,
    PREPOSITIONS,
    QUESTIONERS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    UTTERANCES,
    is_finite_verb,
    words,
)

_MOST_OPENERS = 3
_NEAREST_QUOTATION = 4
_TOPICS = frozenset(
    (
        "speak about",
        "speak of",
        "talk about",
        "talk of",
        "comment on",
        "write about",
        "refer to",
        "joke about",
    )
)
_LONGEST_AGENT = 12
_BEGINNINGS = words("began begin begins started starts kept keeps")
_CLOSING_MARKS = frozenset((",", ")", "—", "–", "-", "--", CLOSE))
_STAND_LAST = Frame.QUOTE | Frame.CLAUSE
_EITHER_SIDE = Frame.QUOTE | Frame.CLAUSE | Frame.TELL
_REST = 40
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
    claim = read_claim(reading, cue)
    return None if claim and is_nobodys(reading.tokens, claim) else claim


def is_nobodys(tokens: Tokens, claim: Claim) -> bool:
    """Does nobody speak who could be held to it: experts, some, a reporter with a question?"""
    source = claim.source
    if source is None:
        return False
    return is_generic(tokens, source) or _asks(tokens, source, claim.cue) or _is_a_cue(tokens, source)


def _is_a_cue(tokens: Tokens, source: Source) -> bool:
    """Is the source itself a verb: "he said, promising that Ostia would keep Norland informed"?"""
    [(start, end), *others] = source.ranges
    word = tokens[start].text
    return not others and end - start == 1 and word.endswith("ing") and is_reporting_form(word)


def read_claim(reading: Reading, cue: Cue) -> Claim | None:
    """The claim of a cue, whoever makes it."""
    if cue.lacks_subject or _only_tells_topic(reading.tokens, cue):
        return None
    quoted = _quoted_speaker(reading, cue)
    inverted = None if quoted else _speaker_named_last(reading, cue)
    source = quoted or inverted or _source_before(reading, cue)
    if source is None and Frame.QUOTE in cue.readings[-1].frames | cue.readings[0].frames:
        inverted = _inverted(reading, cue)
        source = inverted
    claim = _read_frames(reading, cue, source, inverted)
    return None if cue.is_to_come and not _is_beside_quotation(reading.tokens, claim) else claim


def _only_tells_topic(tokens: Tokens, cue: Cue) -> bool:
    """Catches: Speaking about the border, Lund said    Leaves alone: Speaking of “a farce”, Lund left"""
    verb = cue.readings[0]
    after = tokens[cue.end(verb) : cue.end(verb) + _NEAREST_QUOTATION]
    return not cue.is_finite and verb.lemma in _TOPICS and all(token.lower != OPEN for token in after)


def _is_beside_quotation(tokens: Tokens, claim: Claim) -> bool:
    """Catches: “We agree,” Lund will say; Lund will say: “We agree.”    Leaves alone: Lund will say that"""
    return claim.announces_quotation or (claim.start > 0 and tokens[claim.start - 1].lower == CLOSE)


def _quoted_speaker(reading: Reading, cue: Cue) -> Source | None:
    """Whoever another quotes: “…,” the agency quoted Lund as saying; the phrase begins with the agency."""
    if cue.speaker is None:
        return None
    start, end = cue.speaker
    quoted = find_inverted_subject(reading.tokens[:end], start)
    relay = find_subject(reading.tokens, cue.group_start, reading.floor)
    return replace(quoted, start=relay.start) if quoted and relay else quoted


def _source_before(reading: Reading, cue: Cue) -> Source | None:
    """The subject: of this verb, or of the verb before when the two share it."""
    tokens, start = reading.tokens, cue.group_start
    before = tokens[start - 1] if start else None
    if not cue.is_finite:
        return _participle_subject(reading, cue)
    if before and before.lower in ("and", "but", "or"):
        return _subject_of_clause(reading, start) or reading.subject or first_phrase(reading, start)
    if before and before.lower == "to":
        return _subject_before_infinitive(reading, start) or first_phrase(reading, start)
    if follows_comma(tokens, start) and reading.subject and reading.taken >= start - 1:
        return reading.subject
    in_relative = before is not None and before.lower in RELATIVES
    subject = find_subject(tokens, start, reading.floor if in_relative else max(reading.floor, reading.taken))
    if subject is None and before and before.lower in _CLOSING_MARKS and reading.taken:
        return find_subject(tokens, start, reading.floor)
    return subject


def _subject_of_clause(reading: Reading, start: int) -> Source | None:
    """Who else acts in the clause of a second verb, behind the words of whoever spoke last.

    Catches: Ostia threatened to leave, but Norland disagreed and said
    Leaves alone: Ostia urged calm and said; Ostia warned that it had paid, but Norland had not, and said
    """
    tokens = reading.tokens
    marks = (at for at in range(start - 1, reading.floor, -1) if _parts_clauses(tokens, at))
    floor = next(marks, 0)
    if reading.taken > floor:
        return None
    spoke = reading.subject.start if reading.subject else start
    if not spoke < floor < start - 1:
        return None
    verb = next((at for at in range(floor + 2, start) if is_finite_verb(tokens[at])), 0)
    return find_subject(tokens, group_start(tokens, verb), floor + 1) if verb else None


def _parts_clauses(tokens: Tokens, at: int) -> bool:
    """Is there ", but" and the like with another's name behind it?"""
    if tokens[at].quoted:
        return False
    is_joint = tokens[at].lower in ("but", "while", "whereas") and tokens[at - 1].text == ","
    return is_joint and tokens[at + 1].is_capitalised


def _subject_before_infinitive(reading: Reading, start: int) -> Source | None:
    """Catches: “We agree,” he went on to say    Leaves alone: he was asked to say"""
    tokens = reading.tokens
    verbs = (at for at in range(start - 2, reading.floor, -1) if tokens[at].lower in SPEAKING_BEFORE_TO)
    at = next(verbs, 0)
    return find_subject(tokens, group_start(tokens, at), reading.floor) if at else None


def _participle_subject(reading: Reading, cue: Cue) -> Source | None:
    """Whoever the main clause is about, or the text that says it.

    Catches: Ankara protested, accusing; a statement saying    Leaves alone: the warning
    """
    tokens, start = reading.tokens, cue.group_start
    noun_end = before_time(tokens, start)
    if noun_end and tokens[noun_end - 1].lower in UTTERANCES:
        text = find_subject(tokens, noun_end, reading.floor)
        issued = text and any(token.lower in _ISSUED for token in tokens[reading.floor : text.start])
        issuer = first_phrase(reading, start) if issued else None
        return replace(issuer, text=text.ranges[0]) if text and issuer else text
    opens = start == reading.floor + 1 and tokens[start - 1].lower in PREPOSITIONS | SUBORDINATORS
    if start <= reading.floor or opens:
        return _subject_after(tokens, cue.verb_at)
    before = tokens[start - 1]
    if before.lower in _BEGINNINGS:
        return find_subject(tokens, group_start(tokens, start - 1), max(reading.floor, reading.taken))
    if before.is_word and before.lower not in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS:
        return find_subject(tokens, start, reading.floor) or _agent_before(reading, start)
    return reading.subject or first_phrase(reading, start)


def _agent_before(reading: Reading, end: int) -> Source | None:
    """Catches: was met by a chorus of deputies urging    Leaves alone: was met in the hall urging"""
    tokens = reading.tokens
    for at in range(end - 2, max(reading.floor, end - _LONGEST_AGENT), -1):
        if tokens[at].lower == "by" and not tokens[at].quoted:
            is_agent = noun_phrase_end(tokens, at + 1, limit=end) == end
            return Source(((at + 1, end),), at + 1, end) if is_agent else None
    return None


def _subject_after(tokens: Tokens, at: int) -> Source | None:
    """The subject of the main clause behind an opening participle.

    Catches: Noting that talks failed, Keller left    Leaves alone: Noting the failure
    """
    for comma in range(at + 2, len(tokens) - 2):
        if tokens[comma].text != "," or tokens[comma].quoted:
            continue
        end = noun_phrase_end(tokens, comma + 1)
        verb = skip_adverbs(tokens, end)
        if comma + 1 < end and verb < len(tokens) and _is_verb_of(tokens, verb):
            return Source(((comma + 1, end),), comma + 1, end)
    return None


def _is_verb_of(tokens: Tokens, at: int) -> bool:
    return is_finite_verb(tokens[at]) or is_reporting_form(tokens[at].lower)


def first_phrase(reading: Reading, limit: int) -> Source | None:
    """The subject of the sentence, adverbials before it skipped.

    Catches: Speaking in Paris, the minister    Leaves alone: In June
    """
    tokens, at = reading.tokens, reading.floor
    for _ in range(_MOST_OPENERS):
        if at >= limit or not opens_with_adverbial(tokens, at):
            break
        after = skip_adverbs(tokens, at)
        if at < after < limit and tokens[after].is_word:
            at = after
            continue
        at = next((index + 1 for index in range(at, limit) if tokens[index].text == ","), limit)
    verb = next((index for index in range(at, limit) if is_finite_verb(tokens[index])), 0)
    if at < limit and is_contracted(tokens[at]) and not tokens[at].lower.startswith("it"):
        return Source(((at, at + 1),), at, at + 1)
    subject = find_subject(tokens, group_start(tokens, verb), at) if verb else None
    if subject or at >= limit or not tokens[at].is_word:
        return subject
    end = noun_phrase_end(tokens, at, limit=limit)
    return Source(((at, end),), at, end) if at < end else None


def _inverted(reading: Reading, cue: Cue) -> Source | None:
    """The subject after the verb, when content stands right before it, or a quotation follows both.

    Catches: “We agree,” said Keller; Said Keller: “We agree.”    Leaves alone: said Keller agreed
    """
    tokens, start = reading.tokens, cue.group_start
    if start <= reading.floor and cue.form == PAST:
        subject = find_inverted_subject(tokens, cue.end(cue.readings[-1]))
        return subject if subject and _announces(tokens, subject.end) else None
    if not start or not cue.is_finite or tokens[start - 1].lower not in (CLOSE, ","):
        return None
    if Frame.TELL in cue.readings[-1].frames and tokens[start - 1].text == ",":
        return None
    cue_end = cue.end(cue.readings[-1])
    return find_inverted_subject(tokens, skip_adverbs(tokens, cue_end))


def _announces(tokens: Tokens, at: int) -> bool:
    """Does a colon, or a comma and a quotation, follow, with nothing but a relative clause before it?"""
    if at < len(tokens) - 1 and tokens[at].text == "," and tokens[at + 1].lower in RELATIVES:
        at = next((index for index in range(at + 1, len(tokens)) if tokens[index].text == ","), len(tokens))
    follows = [token.lower for token in tokens[at : at + 2]]
    return follows in ([",", OPEN], [":", OPEN], [":"])


def _speaker_named_last(reading: Reading, cue: Cue) -> Source | None:
    """The speaker after a verb that a comma parts from a whole clause before it.

    Catches: Talks failed, which hurt both sides, said Ivo Lund, the envoy.
    Leaves alone: Lund, who was there, said Norland would pay
    """
    tokens, start, verb = reading.tokens, cue.group_start, cue.readings[-1]
    stands_last = start == cue.verb_at > reading.floor and tokens[start - 1].text == ","
    if not stands_last or not cue.is_finite or verb.frames & _EITHER_SIDE != Frame.QUOTE | Frame.CLAUSE:
        return None
    subject = find_inverted_subject(tokens, skip_adverbs(tokens, cue.end(verb)))
    if subject is None or not any(token.is_capitalised for token in tokens[subject.start : subject.end]):
        return None
    rest = tokens[subject.end :]
    if rest and rest[0].is_word and rest[0].lower not in PREPOSITIONS | RELATIVES:
        return None
    has_verb = has_finite_verb(tokens, max(reading.floor, reading.taken), start)
    return subject if has_verb and not any(is_finite_verb(token) for token in rest[:_REST]) else None


def _asks(tokens: Tokens, source: Source, cue: Cue) -> bool:
    """A reporter's question is no statement.

    Catches: A reporter asked whether    Leaves alone: The reporter Ivo Lund wrote that
    """
    start, end = source.ranges[0]
    return cue.readings[-1].lemma == "ask" and any(token.lower in QUESTIONERS for token in tokens[start:end])


def _lacks_front(tokens: Tokens, source: Source | None, found: Found) -> bool:
    """A label alone needs the thing it labels before it, and one without marks a relative pronoun.

    Catches: a website called “Peace”, he called a vote
    Leaves alone: a plan that he called “peace”, what he called a crime
    """
    if found.rule != "fronted-label":
        return False
    if source is None or not source.start:
        return True
    if tokens[found.start].lower != OPEN:
        return tokens[source.start - 1].lower not in ("which", "what")
    is_pronoun = tokens[source.start].lower in SUBJECT_PRONOUNS
    return not is_pronoun and tokens[source.start - 1].lower not in RELATIVES | {"what"}


def _read_frames(reading: Reading, cue: Cue, source: Source | None, inverted: Source | None) -> Claim:
    """Read the cue as the first row of the table whose content is there."""
    tokens = reading.tokens
    for verb in cue.readings:
        cue_end = cue.end(verb)
        at = inverted.end if inverted else skip_adverbs(tokens, cue_end)
        tail = read_tail(tokens, at, verb)
        found = find_content(tokens, tail.end if tail.cited else at, verb, tail)
        is_late = found and inverted and found.rule != "quotation-after-cue"
        if found and (is_late or is_deed(tokens, verb, found) or _lacks_front(tokens, source, found)):
            found = None
        if found or verb is cue.readings[-1]:
            break
    if not found and len(cue.readings) > 1:
        verb = next((row for row in cue.readings if row.frames & _STAND_LAST), verb)
        cue_end = cue.end(verb)
        tail = read_tail(tokens, max(cue_end, inverted.end if inverted else 0), verb)
    return Claim(cue, verb, source, cue_end, tail, found)
