"""He or she where a paragraph leaves but one person: who spoke alone in it, or is called by the office."""

from __future__ import annotations

from collections.abc import Callable

from statements.folding import fold
from statements.records import SpeakerReference
from statements.resolution.pointing.antecedents import FARTHEST_WORD, Antecedents, Said, is_someone, said_by
from statements.resolution.text.vocabulary import OFFICES_HELD

# Whether a speaker may be of a gender.
MayAgree = Callable[[SpeakerReference, str], bool]


def left_alone(before: Antecedents, at: int, may_agree: MayAgree, gender: str) -> Said | None:
    """The person that "he" or "she" stands for at a word, by either rule."""
    return spoke_alone(before, at, may_agree, gender) or called_by_office(before, at, may_agree, gender)


def spoke_alone(before: Antecedents, at: int, may_agree: MayAgree, gender: str) -> Said | None:
    """Who spoke in the sentence before and whose gender nothing shows, if the paragraphs name nobody else.

    Resolves: The bridge is shut, spokesperson Tiri Lund said. “…,” she told the radio.
    Leaves open: After talks with Berg, spokesperson Tiri Lund said the bridge is shut. “…,” she said.
    """
    last = before.last_said(at, lambda said: True)
    if not gender or last is None or not is_someone(last) or last.at < before.previous_sentence(at):
        return None
    [speaker] = last.speakers
    named = before.mentions.people(before.paragraph_start(last.at), at)
    is_alone = all(one.speaker == speaker for one in named if one.head_first not in before.contents)
    return last if is_alone and may_agree(speaker, gender) else None


def called_by_office(before: Antecedents, at: int, may_agree: MayAgree, gender: str) -> Said | None:
    """The one whom a sentence of this paragraph calls by the office that one person of the text has.

    Resolves: A map hangs in Lund’s room. The ambassador arrived in May. The map, he explained, is old.
    Leaves open: the same where two ambassadors were named, or where the paragraph names Berg too
    """
    reading, start = before.reading, before.paragraph_start(at)
    numbers = range(reading.sentence_numbers[start], reading.sentence_numbers[at])
    begun = [reading.sentences[number].first for number in numbers]
    heads = {reading.word(first + 1) for first in begun if reading.word(first) == "the"} & OFFICES_HELD
    people = before.mentions.people(max(0, at - FARTHEST_WORD), at) if heads and gender else []
    bearers = {one.speaker.key: one for one in people if one.speaker and heads & set(fold(one.role).split())}
    if len(bearers) != 1:
        return None
    [found] = bearers.values()
    is_alone = all(one.speaker == found.speaker for one in before.mentions.people(start, at))
    return (
        said_by(reading, found) if is_alone and found.speaker and may_agree(found.speaker, gender) else None
    )
