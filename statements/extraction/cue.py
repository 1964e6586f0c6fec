"""Cues: the reporting verbs of a sentence that really are verbs there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statements.extraction.grammar import Tokens, group_start, noun_phrase_end, skip_time
from statements.extraction.quoting import read_unlisted
from statements.extraction.reporting_verbs import BASE, GERUND, PAST, THIRD, Frame, ReportingVerb, look_up
from statements.extraction.sentences import Sentence
from statements.extraction.tokens import CLOSE, OPEN, TokenRange
from statements.extraction.word_classes import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    OCCASIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    UTTERANCES,
    WEEKDAYS,
    is_adverb,
    is_finite_verb,
    words,
)

_PLURAL_SUBJECTS = words("i we you they who people officials")
_NO_VERB_AFTER = (DETERMINERS | POSSESSIVES | PREPOSITIONS) - {
    "both",
    "all",
    "many",
    "some",
    "others",
    "this",
    "that",
    "several",
    "few",
    "most",
    "another",
}
_NUMERALS = words("two three four five six seven eight nine ten")
_NO_VERB_AFTER -= _NUMERALS
_APPEALS = {"call": "call", "calls": "call", "appeal": "appeal", "appeals": "appeal"}
_LIGHT_VERBS = words("make makes made making issue issues issued renewed repeated reiterated voiced")
_REPORTED = words("reported quoted cited said")
_QUOTES = words("quoted quotes quote quoting cited cites cite citing")
_BACKED = words(
    "demand demands call calls plan plans position proposal proposals claim claims decision resolution bid"
    " initiative statement view stance appeal request formula idea"
)
_NAMED = words("named identified quoted cited")
_ASKING = words("asked asking insisted insisting requested requesting spoke speaking")
_OBJECT_PRONOUNS = words("him her them me us")
# "telephoned his colleagues to call for", "went on to say": the infinitive still reports words.
SPEAKING_BEFORE_TO = words(
    "telephoned phoned rang went goes continued continues continuing going took takes spoke wrote tweeted"
    " used quick stood stands came forward careful rose rushed emerged began begins started starts summoned"
    " summons"
)
_TO_HEARERS = words(
    "complain complains complained complaining spoke spoken speaks speak speaking talked talks apologised"
    " apologises apologized apologizes apologising apologizing apologise apologize"
)
# Before a bare participle they leave no room for a subject: "when asked", "as reported".
_NEED_SUBJECTS = words("when if as once unless than although though")
_NOUNS_IN_ING = words("warning")
_BEFORE_GERUNDS = words("by after before while when in for upon despite besides")
_INTERRUPTIONS = frozenset((",", ")", "—", "–", "-", "--", "%", CLOSE))
_REACH_OF_PURPOSE = 10
_REACH_OF_QUOTING = 25
_LONGEST_AGENCY = 6
_REACH_OF_HIDING = 6
_FEWEST_BEFORE_WISH = 3
_WISHES = words("like want wish")
_LONGEST_INSERTED_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes words.

    ``verb_at`` is the verb itself, ``group_start`` the first of its
    auxiliaries and adverbs. ``readings`` are the rows of the table it may
    be, longest first. ``form`` is one of the table's four kinds. ``relay`` is
    where "quoted by the agency as saying" may name the agency. ``is_listed``
    is false for a verb that only a quotation beside it shows to be a cue;
    ``gap`` counts the words between verb and particle. ``speaker`` is who is
    quoted in "the agency quoted Lund as saying". ``is_to_come`` marks
    "will say", which reports only what is quoted from a text given out before,
    ``lacks_subject`` "when asked", which begins a clause and reports nothing.
    """

    verb_at: int
    group_start: int
    form: str
    readings: tuple[ReportingVerb, ...]
    is_passive: bool = False
    is_finite: bool = True
    relay: TokenRange | None = None
    is_listed: bool = True
    gap: int = 0
    is_to_come: bool = False
    speaker: TokenRange | None = None
    lacks_subject: bool = False

    def end(self, verb: ReportingVerb) -> int:
        """Past the verb and its particles: "called for", "called again for"."""
        return self.verb_at + 1 + (self.gap + len(verb.particles) if verb.particles else 0)


def find_cues(sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, in order; none in a question of the narrator's own."""
    tokens = sentence.tokens
    if tokens[-1].text == "?":
        return []
    words = [token.lower for token in tokens]
    return list(_find(tokens, words))


def _find(tokens: Tokens, words: list[str]) -> Iterator[Cue]:
    has_quotation = OPEN in words
    for at, token in enumerate(tokens):
        if token.quoted or not token.is_word or (token.is_capitalised and at):
            continue
        found = list(look_up(words, at))
        if found:
            gap, parted = _parted(tokens, words, at)
            cue = _read_appeal(tokens, words, at) or _read_verb(tokens, at, parted or found)
            if cue:
                yield replace(cue, gap=gap) if parted else cue
        elif has_quotation and token.text.islower() and not _leads_on(words, at):
            verb = read_unlisted(tokens, at)
            form = PAST if is_finite_verb(token) else THIRD
            cue = _read_verb(tokens, at, [(form, verb)]) if verb else None
            if cue:
                yield replace(cue, is_listed=False)


def _leads_on(words: list[str], at: int) -> bool:
    """Does the verb only lead to the cue: "he went on to say"?"""
    return words[at] in SPEAKING_BEFORE_TO and "to" in words[at + 1 : at + 4]


def _parted(tokens: Tokens, words: list[str], at: int) -> tuple[int, list[tuple[str, ReportingVerb]]]:
    """The rows whose particle an adverb, a day or a hearer parts from the verb, and by how many words.

    Catches: called again for, spoke briefly of, insisted Tuesday on, complained to Norland about
    Leaves alone: called again on Friday, spoke to Norland, insisted Tuesday on Twitter that
    """
    gap = _gap(tokens, at)
    if not gap or at + gap + 1 >= len(words):
        return 0, []
    rows = look_up([words[at], *words[at + gap + 1 : at + gap + 3]], 0)
    on = at + gap + 1
    if words[on] == "on" and (skip_time(tokens, on) > on or "that" in words[on + 1 : on + 5]):
        return gap, []
    return gap, [(form, verb) for form, verb in rows if verb.particles]


def _gap(tokens: Tokens, at: int) -> int:
    if at + 2 >= len(tokens):
        return 0
    if is_adverb(tokens[at + 1]) or tokens[at + 1].lower in WEEKDAYS:
        return 1
    to_hearer = tokens[at + 1].lower in ("to", "with") and tokens[at].lower in _TO_HEARERS
    return noun_phrase_end(tokens, at + 2) - at - 1 if to_hearer else 0


def _read_appeal(tokens: Tokens, words: list[str], at: int) -> Cue | None:
    """A noun that a light verb turns into a cue.

    Catches: has made repeated calls for a truce    Leaves alone: phone calls for help
    """
    if words[at] not in _APPEALS or words[at + 1 : at + 2] != ["for"]:
        return None
    for verb_at in range(max(0, at - 4), at):
        if words[verb_at] in _LIGHT_VERBS:
            readings = [verb for _, verb in look_up([_APPEALS[words[at]], "for"], 0)]
            return Cue(at, group_start(tokens, verb_at), PAST, tuple(readings[:1]))
    return None


def _read_verb(tokens: Tokens, at: int, found: list[tuple[str, ReportingVerb]]) -> Cue | None:
    """The cue at ``at``, unless the word is a noun there or nothing was really said.

    Catches: Moscow has repeatedly warned that    Leaves alone: the warning, did not say, would say
    """
    form = found[0][0]
    readings = tuple(verb for _, verb in found)
    start = group_start(tokens, at)
    group = {token.lower for token in tokens[start:at]}
    if start and "'" in tokens[start - 1].lower and tokens[start - 1].lower in AUXILIARIES:
        group.add(tokens[start - 1].lower)
    says_only = [token.lower for token in tokens[at + 1 : at + 2]] == ["only"]
    possible = set() if says_only else MODALS - {"will"}
    if group & (NEGATIONS | possible) or any(word.endswith("n't") for word in group):
        return None
    if readings[-1].lemma == "go on" and not _stands_between_marks(tokens, at, start, readings[-1]):
        return None
    if _hides(tokens, at) or (readings[-1].lemma == "back" and not _backs_words(tokens, at)):
        return None
    if not _agrees(form, group) or (form == BASE and _is_told_of(tokens, start)):
        return None
    report = _passive_report(tokens, start)
    if report is not None:
        return Cue(at, group_start(tokens, report), form, readings, relay=(report + 1, start))
    quoting = _quoting(tokens, start)
    if quoting is not None:
        first = group_start(tokens, quoting)
        relay = (max(0, first - _LONGEST_AGENCY), first)
        return Cue(at, first, form, readings, relay=relay, speaker=(quoting + 1, start - 1))
    wish = _wish_start(tokens, start) if form == BASE else None
    if wish is not None:
        return Cue(at, wish, form, readings)
    is_passive = form == PAST and bool(group & BE) and not _is_perfect(group, readings)
    if _is_infinitive(tokens, start) and not _has_purpose(tokens, start):
        return None
    if not group & (BE | HAVE | DO) and not _can_be_verb(tokens, at, start, form, readings):
        return None
    is_finite = (form != GERUND or bool(group & BE)) and "having" not in group
    return Cue(
        at,
        start,
        form,
        readings,
        is_passive,
        is_finite,
        is_to_come="will" in group,
        lacks_subject=form == PAST and _lacks_subject(tokens, start, group),
    )


def _is_perfect(auxiliaries: set[str], readings: Sequence[ReportingVerb]) -> bool:
    """Does "'s" stand for "has": "he's said that", not "he's accused of"?"""
    contracted = auxiliaries & BE
    takes_clause = Frame.CLAUSE in readings[-1].frames and Frame.TELL not in readings[-1].frames
    return takes_clause and all(word.endswith("'s") for word in contracted)


def _backs_words(tokens: Tokens, at: int) -> bool:
    """Catches: backed the demand of Ostia    Leaves alone: has backed Ostia in the conflict"""
    end = noun_phrase_end(tokens, at + 1)
    return any(token.lower in _BACKED for token in tokens[at + 1 : end])


def _stands_between_marks(tokens: Tokens, at: int, start: int, verb: ReportingVerb) -> bool:
    """Catches: The talks, he went on, had failed; “No,” he went on    Leaves alone: Lund said talks went on

    A verb of much else than words needs a mark beside it.
    """
    after = tokens[at + 1 + len(verb.particles) : at + 2 + len(verb.particles)]
    before = tokens[max(0, start - _LONGEST_INSERTED_SUBJECT) : start]
    announces = bool(after) and after[0].text == ":"
    return announces or any(token.text == "," or token.lower in (OPEN, CLOSE) for token in before)


def _hides(tokens: Tokens, at: int) -> bool:
    """Is only told why the source stays unnamed?

    Catches: an official who asked not to be named; spoke on condition of anonymity
    Leaves alone: asked Ostia not to name the camp
    """
    following = [token.lower for token in tokens[at + 1 : at + _REACH_OF_HIDING]]
    hidden = following[:3] == ["not", "to", "be"] and following[3:4] != [] and following[3] in _NAMED
    return hidden or (tokens[at].lower in _ASKING and any(word.startswith("anonym") for word in following))


def _lacks_subject(tokens: Tokens, start: int, auxiliaries: set[str]) -> bool:
    """Catches: told parliament when asked about the raid    Leaves alone: when Keller asked"""
    return start > 0 and tokens[start - 1].lower in _NEED_SUBJECTS and not auxiliaries & (HAVE | BE)


def _is_told_of(tokens: Tokens, start: int) -> bool:
    """Catches: let him say    Leaves alone: those close to him say"""
    if not start or tokens[start - 1].lower not in _OBJECT_PRONOUNS:
        return False
    return start < 2 or tokens[start - 2].lower not in PREPOSITIONS


def _agrees(form: str, auxiliaries: set[str]) -> bool:
    """Catches: were reporting, was reported    Leaves alone: There were reports"""
    if auxiliaries & BE:
        return form in (PAST, GERUND)
    if auxiliaries & HAVE:
        return form == PAST
    return form == BASE or not auxiliaries & DO


def _passive_report(tokens: Tokens, start: int) -> int | None:
    """The participle of a report that names its speaker as the subject.

    Catches: was reported to say, was quoted by the agency as saying    Leaves alone: as saying, was said
    """
    if not start or tokens[start - 1].lower not in ("to", "as"):
        return None
    for at in range(start - 2, max(0, start - 10), -1):
        if tokens[at].lower in _REPORTED:
            group = tokens[group_start(tokens, at) : at]
            return at if any(token.lower in BE for token in group) else None
    return None


def _quoting(tokens: Tokens, start: int) -> int | None:
    """The verb of whoever passes on what another said.

    Catches: the agency quoted Ivo Lund, an envoy, as saying    Leaves alone: was quoted as saying
    """
    if not start or tokens[start - 1].lower != "as":
        return None
    for at in range(start - 2, max(0, start - _REACH_OF_QUOTING), -1):
        if tokens[at].lower in _QUOTES and not tokens[at].quoted:
            return at if at + 2 < start else None
    return None


def _wish_start(tokens: Tokens, start: int) -> int | None:
    """Where "would like to" begins, by which somebody speaks and not only wishes to.

    Catches: We would like to stress that talks go on; I want to thank Norland
    Leaves alone: They would like to stress that; we refuse to say
    """
    if (
        not _is_infinitive(tokens, start)
        or start < _FEWEST_BEFORE_WISH
        or tokens[start - 2].lower not in _WISHES
    ):
        return None
    at = group_start(tokens, start - 2)
    return at if at and tokens[at - 1].lower in ("i", "we") else None


def _is_infinitive(tokens: Tokens, start: int) -> bool:
    return start > 0 and tokens[start - 1].lower == "to"


def _has_purpose(tokens: Tokens, start: int) -> bool:
    """Catches: telephoned the minister to call for calm    Leaves alone: refused to say"""
    nearby = tokens[max(0, start - _REACH_OF_PURPOSE) : start]
    return any(token.lower in SPEAKING_BEFORE_TO and not token.quoted for token in nearby)


def _can_be_verb(tokens: Tokens, at: int, start: int, form: str, readings: Sequence[ReportingVerb]) -> bool:
    """May the word be a verb, seeing what stands before it?"""
    if not start:
        return form in (GERUND, PAST)
    before = tokens[start - 1]
    word = before.lower
    if form == GERUND:
        if any(token.lower == "without" for token in tokens[max(0, start - 3) : start]):
            return False
        if tokens[at].lower in _NOUNS_IN_ING and _is_described(tokens, start):
            return False
        cannot = word in _NO_VERB_AFTER or word in SUBORDINATORS or word.endswith("'s")
        return word in _BEFORE_GERUNDS or not cannot
    is_noun_too = any(verb.is_noun_too for verb in readings)
    counts = word[0].isdigit() or word in _NUMERALS
    is_the_other = word == "other" and start > 1 and tokens[start - 2].lower == "the"
    if is_the_other and not is_noun_too:
        return True
    if word in _NO_VERB_AFTER or word.endswith("'s") or (counts and is_noun_too) or word == "to":
        return word == "to"
    if form == PAST and word in DETERMINERS and start > 1 and tokens[start - 2].lower == "of":
        return False
    if form == BASE:
        return _is_plural_subject(tokens, start, is_noun_too)
    if form == THIRD and is_noun_too and word in OCCASIONS and not (before.is_capitalised and start > 1):
        return False
    if form == THIRD and is_noun_too:
        return (
            before.is_capitalised
            or word in ("he", "she", "it", "who", "which", "that", ",", "and", CLOSE)
            or (
                _has_determiner(tokens, start)
                and at + 1 < len(tokens)
                and tokens[at + 1].text not in (",", ".")
            )
            or _takes_object(tokens, at)
        )
    return True


def _is_described(tokens: Tokens, at: int) -> bool:
    """Catches: a stern (warning), its last (warning)    Leaves alone: a statement (warning)"""
    before = tokens[max(0, at - 2)].lower
    return before in POSSESSIVES | {"a", "an"} and tokens[at - 1].lower not in UTTERANCES


def _is_plural_subject(tokens: Tokens, start: int, is_noun_too: bool) -> bool:
    before = tokens[start - 1]
    if before.lower in _PLURAL_SUBJECTS or before.lower.endswith("s"):
        return True
    return not is_noun_too and (before.is_word or before.lower in _INTERRUPTIONS)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Is the word no noun at the end of its phrase: "the ministry states that", not "the small states,"?"""
    return at + 1 < len(tokens) and tokens[at + 1].text not in (",", ".")


def _takes_object(tokens: Tokens, at: int) -> bool:
    """Does an object or a clause follow: "their lawsuit demands his return", not "phone calls for help"?"""
    return tokens[at + 1 : at + 2] != () and tokens[at + 1].lower in DETERMINERS | POSSESSIVES | {"that"}


def _has_determiner(tokens: Tokens, start: int) -> bool:
    """Is a noun phrase with an article right before: "the ministry calls", not "phone calls"?"""
    nearby = tokens[max(0, start - 4) : start]
    return any(token.lower in ("the", "a", "an") for token in nearby)
