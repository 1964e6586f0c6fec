"""Positions: the words with which an official text takes one, over and above the reporting verbs.

In a ministry's own release "regrets", "is deeply concerned by" or "stands
ready to" is a statement; in a narrator's sentence it is a state of mind. So
these rows are asked only where the text is official (`official.py`).

To add one, add a row, and two sentences to tests/extraction/test_official_text.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statements.extraction.claims import Claim
from statements.extraction.cue import Cue
from statements.extraction.grammar import Tokens, group_start
from statements.extraction.reporting_verbs import BASE, GERUND, PAST, THIRD, Frame, ReportingVerb, inflect
from statements.extraction.sentences import Sentence
from statements.extraction.tokens import Token
from statements.extraction.word_classes import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    words,
)

# What a government feels for others, and says so: "extends its condolences".
_FEELINGS = words(
    "condolences sympathy sympathies gratitude thanks appreciation congratulations greetings wishes"
    " solidarity support regret regrets concern sorrow sadness dismay satisfaction alarm shock pain interest"
)
# Who speaks in official texts when no name is given: "the ministry", "both sides".
INSTITUTIONS = words(
    "ministry ministries government governments ministers minister heads presidents president leaders"
    " secretary secretaries sides side parties party embassy mission delegation delegations council"
    " commission assembly union alliance organization organisation states members participants signatories"
    " parliament chancellor department authorities spokesperson representatives ambassadors countries group"
    " committee office envoys two three"
)
_FIRST_PERSON = words("we i")

# words | act | frames | "issuer" if only we, I or an institution can mean it so | noun if one must follow
_VERBS = """
appreciate              | thanks    | object             | issuer
attach                  | states    | object             |        | importance significance
bear in mind            | states    | that object        |        |            | bore borne
believe                 | states    | clause             | issuer
call attention to       | states    | object             |
commit to               | pledges   | object             | issuer
consider                | states    | that               | issuer
decide                  | announces | that to            | issuer
draw attention to       | states    | object             |        |            | drew drawn
expect                  | states    | that object-to     | issuer
extend                  | states    | object             |        | feelings
hope                    | states    | that to clause     | issuer
intend                  | announces | to                 | issuer
look forward to         | welcomes  | object             |
mourn                   | states    | object             |
oppose                  | rejects   | object             | issuer
pay tribute to          | thanks    | object             |        |            | paid
recognise               | states    | that object        | issuer
recognize               | states    | that object        | issuer
regret                  | states    | that object quote  |
reserve                 | warns     | object             |        | right
resolve                 | announces | that to            | issuer
send                    | states    | object             |        | feelings   | sent
stand by                | supports  | object             | issuer |            | stood
stand ready             | offers    | to                 |        |            | stood
stand with              | supports  | object             |        |            | stood
support                 | supports  | object             | issuer
take note               | states    | that               |        |            | took taken
take note of            | states    | object             |        |            | took taken
think                   | states    | that               | issuer |            | thought
trust                   | states    | that               | issuer
undertake               | pledges   | to                 |        |            | undertook undertaken
"""
# They follow a form of "be" or "remain", or stand alone at the head of a declaration's clause.
_ADJECTIVES = """
alarmed        | states   | that
alarmed at     | states   | object
alarmed by     | states   | object
appalled       | states   | that
appalled at    | states   | object
appalled by    | states   | object
aware          | states   | that
aware of       | states   | object
committed      | pledges  | to
committed to   | pledges  | object
concerned      | states   | that
concerned about| states   | object
concerned at   | states   | object
concerned by   | states   | object
concerned over | states   | object
confident      | states   | that clause
confident of   | states   | object
conscious      | states   | that
conscious of   | states   | object
convinced      | states   | that clause
convinced of   | states   | object
determined     | pledges  | to
disappointed   | states   | that
disappointed by| states   | object
encouraged by  | welcomes | object
grateful       | thanks   | that to
grateful for   | thanks   | object
guided by      | states   | object
mindful        | states   | that
mindful of     | states   | object
opposed to     | rejects  | object
outraged by    | condemns | object
prepared       | offers   | to
ready          | offers   | to
resolved       | pledges  | to
saddened by    | states   | object
shocked by     | states   | object
"""
# "Viewed with concern the report", "learned with deep regret that": the feeling makes the verb a position.
_FELT = "follow learn receive view"
# "We do not accept", "Ostia will never recognise": a refusal, and the negation is part of the cue.
_REFUSED = "accept condone endorse recognise recognize support tolerate"
_LINKING = BE | words("remain remains remained feel feels felt")
_NO_SUBJECT = (DETERMINERS | POSSESSIVES | PREPOSITIONS) - words("both all")
_NEAR = 8
_LONGEST_WORD = 20


@dataclass(frozen=True, slots=True)
class _Position:
    """One row: a verb or adjective, who alone can mean it so, and which noun must stand near."""

    verb: ReportingVerb
    by_issuer: bool = False
    near: frozenset[str] = frozenset()


def _read_rows(table: str) -> Iterator[_Position]:
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        phrase, act, names, who, near, irregular = cells + [""] * (6 - len(cells))
        frames = Frame(0)
        for name in names.split():
            frames |= Frame[name.upper().replace("-", "_")]
        nouns = _FEELINGS if near == "feelings" else words(near)
        verb = ReportingVerb(phrase, act, frames, False, tuple(irregular.split()))
        yield _Position(verb, who == "issuer", nouns)


_Rows = dict[str, list[tuple[str, _Position]]]


def _narrowness(row: _Position) -> tuple[bool, int]:
    return Frame.TO not in row.verb.frames, -len(row.verb.particles)


def _index() -> tuple[_Rows, _Rows]:
    """First word, inflected -> its form and rows, those with most words first."""
    verbs: _Rows = {}
    adjectives: _Rows = {}
    for row in sorted(_read_rows(_VERBS), key=lambda row: -len(row.verb.particles)):
        for form, kind in inflect(row.verb.lemma.split()[0], row.verb.irregular).items():
            verbs.setdefault(form, []).append((kind, row))
    # "committed to help" before "committed to peace", and that before "committed that".
    for row in sorted(_read_rows(_ADJECTIVES), key=_narrowness):
        adjectives.setdefault(row.verb.lemma.split()[0], []).append((PAST, row))
    return verbs, adjectives


_BY_VERB, _BY_ADJECTIVE = _index()
_FELT_FORMS = {form: (kind, verb) for verb in _FELT.split() for form, kind in inflect(verb).items()}
_REFUSALS = {verb: ReportingVerb(verb, "rejects", Frame.OBJECT, False, ()) for verb in _REFUSED.split()}
_BY_LEMMA = {row.verb.lemma: row for rows in (*_BY_VERB.values(), *_BY_ADJECTIVE.values()) for _, row in rows}


def find_positions(sentence: Sentence) -> list[Cue]:
    """The positions of one sentence, in order.

    Catches: The Ministry regrets the raid; Ostia is deeply concerned by it
    Leaves alone: to support the raid; Ostia may regret the raid; its support
    """
    tokens = sentence.tokens
    if tokens[-1].text == "?":
        return []
    found = (_read(tokens, at) for at, token in enumerate(tokens) if at and token.text.islower())
    return [cue for cue in found if cue]


def look_up_position(tokens: Tokens, at: int) -> Cue | None:
    """The verb or adjective at ``at`` as a cue of its own, its subject not looked at."""
    felt = _read_feeling(tokens, at)
    if felt:
        return felt
    rows = _BY_VERB.get(tokens[at].lower) or _BY_ADJECTIVE.get(tokens[at].lower) or []
    for gap in (0, 1):
        following = tuple(token.lower for token in tokens[at + 1 + gap : at + 4 + gap])
        fitting = [(form, row) for form, row in rows if _fits(row, following, gap)]
        fitting = [(form, row) for form, row in fitting if _has_noun(tokens, at, row)]
        if fitting:
            return Cue(at, at, fitting[0][0], tuple(row.verb for _, row in fitting), gap=gap)
    return None


def _fits(row: _Position, following: tuple[str, ...], gap: int) -> bool:
    """Catches: take note of; take due note of    Leaves alone: took a note of"""
    particles = row.verb.particles
    return following[: len(particles)] == particles and (not gap or len(particles) > 1)


def _has_noun(tokens: Tokens, at: int, row: _Position) -> bool:
    """Catches: extends its deep condolences    Leaves alone: extends the road"""
    return not row.near or any(token.lower in row.near for token in tokens[at + 1 : at + _NEAR])


def _read_feeling(tokens: Tokens, at: int) -> Cue | None:
    """Catches: learned with deep regret that; learned with sorrow of    Leaves alone: learned with ease"""
    if tokens[at].lower not in _FELT_FORMS or [token.lower for token in tokens[at + 1 : at + 2]] != ["with"]:
        return None
    end = next((index for index in range(at + 2, min(at + 4, len(tokens))) if _is_feeling(tokens[index])), 0)
    if not end or len(tokens[at + 2].text) > _LONGEST_WORD:
        return None
    end += 1 + (tokens[end + 1 : end + 2] != () and tokens[end + 1].lower == "of")
    form, verb = _FELT_FORMS[tokens[at].lower]
    lemma = " ".join([verb, *(token.lower for token in tokens[at + 1 : end])])
    return Cue(at, at, form, (ReportingVerb(lemma, "states", Frame.THAT | Frame.OBJECT, False, ()),))


def _is_feeling(token: Token) -> bool:
    return token.lower in _FEELINGS


def _read(tokens: Tokens, at: int) -> Cue | None:
    if tokens[at].quoted:
        return None
    start = group_start(tokens, at)
    group = {token.lower for token in tokens[start:at]}
    is_negated = bool(group & (NEGATIONS | {"can't", "won't", "cannot"})) or any(
        "n't" in word for word in group
    )
    if start and is_negated and tokens[at].lower in _REFUSALS:
        return Cue(at, start, BASE, (_REFUSALS[tokens[at].lower],))
    cue = None if is_negated or group & MODALS else look_up_position(tokens, at)
    if cue is None or not start:
        return None
    form = cue.form
    if tokens[at].lower in _BY_ADJECTIVE:
        start, linking = _linking_before(tokens, at)
        if not linking or not start:
            return None
        form = {"is": THIRD, "are": BASE, "am": BASE}.get(linking, _tense(linking))
    before = tokens[start - 1].lower
    may_be_verb = before not in _NO_SUBJECT and not before.endswith("'s") and form != GERUND
    is_passive = form == PAST and tokens[at].lower in _BY_VERB and bool(group & (BE - HAVE))
    return replace(cue, group_start=start, form=form) if may_be_verb and not is_passive else None


def _linking_before(tokens: Tokens, at: int) -> tuple[int, str]:
    """Where "is deeply" begins before "concerned", and its verb; no verb in "the concerned ministry"."""
    start = at
    while start and is_adverb(tokens[start - 1]):
        start -= 1
    if not start or tokens[start - 1].lower not in _LINKING:
        return at, ""
    return group_start(tokens, start - 1), tokens[start - 1].lower


def _tense(linking: str) -> str:
    if linking in ("was", "were", "been") or linking.endswith("ed") or linking == "felt":
        return PAST
    return THIRD if linking.endswith("s") else BASE


def is_position(verb: ReportingVerb) -> bool:
    """Is the row one of this module's?"""
    row = _BY_LEMMA.get(verb.lemma)
    is_felt = verb.lemma.partition(" with ")[0] in _FELT_FORMS and " with " in verb.lemma
    return is_felt or verb is _REFUSALS.get(verb.lemma) or (row is not None and row.verb is verb)


def may_take(tokens: Tokens, claim: Claim) -> bool:
    """May the source of a claim mean its verb as a position?

    Catches: we support the plan; the Ministry believes that    Leaves alone: Ostia supports the plan
    """
    if claim.source is None or not is_position(claim.verb):
        return claim.source is not None
    row = _BY_LEMMA.get(claim.verb.lemma)
    first, last = claim.source.ranges[0][0], claim.source.ranges[-1][1]
    phrase = [token.lower for token in tokens[first:last]]
    if phrase[0] in _FIRST_PERSON:
        return True
    is_name = any(token.is_capitalised for token in tokens[first:last])
    names_body = any(word in INSTITUTIONS for word in phrase)
    if row and row.by_issuer and claim.verb.act != "rejects":
        return names_body and phrase[0] in DETERMINERS
    return names_body or is_name or phrase[0] in ("it", "they", "he", "she")
