"""Passives that name who speaks after "by"."""

from __future__ import annotations

from statements.extraction.content import content_spans, kind_of, trim_end
from statements.extraction.cue import Cue
from statements.extraction.drafts import Draft, token_spans
from statements.extraction.grammar import Tokens, noun_phrase_end, skip_adverbs, skip_time
from statements.extraction.reporting_verbs import Frame, ReportingVerb
from statements.extraction.sentences import Sentence
from statements.extraction.source import Source, find_inverted_subject, find_subject, is_generic
from statements.extraction.word_classes import PRONOUNS, RELATIVES

_ACTED_ON = Frame.OBJECT | Frame.OF | Frame.FOR | Frame.LABEL
_NEVER_AGENTS = PRONOUNS - {"him", "her", "them"}


def attribute_passive(sentence: Sentence, cue: Cue, floor: int) -> Draft | None:
    """The statement of a passive with an agent: what was spoken of, and what follows the agent.

    Catches: The raid was condemned by Norland; Lund was accused by Ostia of lying; he was told by Lund that
    Leaves alone: The raid was condemned; the raid on the town, which was condemned by Norland
    """
    tokens = sentence.tokens
    verb = next((row for row in cue.readings if _acts_on(row)), None)
    at = skip_time(tokens, skip_adverbs(tokens, cue.verb_at + 1))
    if verb is None or at + 1 >= len(tokens) or tokens[at].lower != "by" or tokens[at].quoted:
        return None
    agent = find_inverted_subject(tokens, at + 1)
    if agent is None or is_generic(tokens, agent) or tokens[agent.start].lower in _NEVER_AGENTS:
        return None
    pieces = _clause(tokens, agent)
    if not pieces and verb.frames & _ACTED_ON:
        pieces = _pieces(tokens, cue, floor, agent)
    return _draft(sentence, cue, verb, agent, pieces) if pieces else None


def _clause(tokens: Tokens, agent: Source) -> list[tuple[int, int]]:
    """The clause after the agent: "was told by Lund that talks go on"."""
    start = agent.end + 1
    if start >= len(tokens) or tokens[agent.end].lower != "that":
        return []
    return [(start, trim_end(tokens, start, len(tokens)))]


def _acts_on(verb: ReportingVerb) -> bool:
    """May the subject of the passive be what was spoken of: "condemned", not "explained by the rules"?"""
    is_transitive = verb.frames & (_ACTED_ON | Frame.TELL) and not verb.particles
    return bool(is_transitive) and verb.lemma not in ("explain", "call")


def _pieces(tokens: Tokens, cue: Cue, floor: int, agent: Source) -> list[tuple[int, int]]:
    if tokens[cue.group_start - 1].lower in RELATIVES:
        return []
    subject = find_subject(tokens, cue.group_start, floor)
    if subject is None or tokens[subject.start].lower in ("it", "there"):
        return []
    between = [token.text for token in tokens[subject.start : cue.group_start]]
    pieces = list(subject.ranges) if "," in between else [(subject.start, cue.group_start)]
    if agent.end < len(tokens) and tokens[agent.end].lower in ("of", "for", "as"):
        reason = noun_phrase_end(tokens, skip_adverbs(tokens, agent.end + 1))
        end = trim_end(tokens, agent.end, max(reason, _clause_end(tokens, agent.end)))
        pieces.append((agent.end, end))
    return pieces


def _clause_end(tokens: Tokens, at: int) -> int:
    return next(
        (index for index in range(at, len(tokens)) if tokens[index].text in (",", ";", ".")), len(tokens)
    )


def _draft(
    sentence: Sentence, cue: Cue, verb: ReportingVerb, agent: Source, pieces: list[tuple[int, int]]
) -> Draft:
    tokens = sentence.tokens
    kinds = {kind_of(tokens, start, end, Frame.OBJECT) for start, end in pieces}
    return Draft(
        [span for start, end in pieces for span in content_spans(sentence, start, end)],
        "mixed" if len(kinds) > 1 else kinds.pop(),
        sentence.span(cue.verb_at, cue.verb_at + 1),
        verb.lemma,
        token_spans(sentence, agent.ranges),
        verb.act,
        "passive-with-agent",
        frame=Frame.OBJECT,
        reach=(pieces[0][0], max(agent.end, pieces[-1][1])),
    )
