"""Further mentions of a body known from its name alone: the name again, its class, its short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statements.folding import fold
from statements.records import SpeakerReference
from statements.resolution.body_mentions import body_mention
from statements.resolution.mentions import INSTITUTION, Mention
from statements.resolution.reading import Reading
from statements.resolution.units import Units
from statements.resolution.words_of_names import CALLED_AGAIN, SMALL

FARTHEST_WORD = 150
FEWEST_LETTERS, MOST_LETTERS = 3, 8


def said_again(reading: Reading, units: Units, named: Sequence[Mention]) -> list[Mention]:
    """Further mentions of a name that was introduced elsewhere: "Open Road said", "The Movement said"."""
    words = {at for one in named for at in range(one.first, one.last)}
    by_first: dict[str, dict[tuple[str, ...], SpeakerReference]] = {}
    for one in named:
        name = tuple(fold(one.speaker.name).split()) if one.speaker else ()
        if len(name) > 1 and one.speaker:
            by_first.setdefault(name[0], {})[name] = one.speaker
    found = []
    for at in range(len(reading.words) if by_first else 0):
        if at in words or not reading.is_capital(at):
            continue
        for name, speaker in by_first.get(reading.word(at), {}).items():
            unit = units.at(at)
            is_free = unit is None or unit.last <= at + len(name)
            is_printed_so = all(reading.is_capital(at + k) for k in range(len(name)) if name[k] not in SMALL)
            if is_free and is_printed_so and tuple(reading.word(at + k) for k in range(len(name))) == name:
                found.append(body_mention(reading, at, at + len(name), speaker))
                break
    return found


def called_by_class(reading: Reading, named: Sequence[Mention]) -> list[Mention]:
    """ "The group", "the Movement" for the only one of its class that is named so far.

    Finds: The aid group Open Road met. The group said …
    Finds nothing: The group said … Two groups met, Open Road and the Green Dawn group. The group said …
    """
    classes: dict[str, list[tuple[int, SpeakerReference]]] = {}
    inside: set[int] = set()
    for one in named:
        inside.update(range(one.first, one.last))
        for word in {reading.word(at) for at in range(one.first, one.last)} & CALLED_AGAIN:
            if one.speaker:
                classes.setdefault(word, []).append((one.last, one.speaker))
    found = []
    for at in range(len(reading.words) if classes else 0):
        word = reading.word(at)
        if word not in classes or at in inside or reading.word(at - 1) != "the" or not reading.is_joined(at):
            continue
        before = {speaker for last, speaker in classes[word] if at - FARTHEST_WORD < last <= at}
        if len(before) == 1 and not (reading.is_joined(at + 1) and reading.word(at + 1) == "of"):
            found.append(replace(body_mention(reading, at, at + 1, before.pop()), is_full=False))
    return found


def by_short_forms(reading: Reading, units: Units, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions by a short form that stood in brackets behind the name.

    Finds: the second in "the Free Lund Movement (FLM) … FLM said"
    Finds nothing: "Ivo Lund (FLM) … FLM said"
    """
    short: dict[str, SpeakerReference] = {}
    for one in mentions:
        if one.kind == INSTITUTION and one.speaker and _is_in_brackets(reading, one.head_last):
            short.setdefault(reading.printed(one.head_last, one.head_last + 1), one.speaker)
    for at in range(len(reading.words) if short else 0):
        printed = reading.printed(at, at + 1)
        if printed in short and units.at(at) is None and "(" not in reading.gap(at):
            yield body_mention(reading, at, at + 1, short[printed])


def _is_in_brackets(reading: Reading, at: int) -> bool:
    printed = reading.printed(at, at + 1) if at < len(reading.words) else ""
    is_short = printed.isalpha() and FEWEST_LETTERS <= len(printed) <= MOST_LETTERS
    is_bracketed = reading.gap(at).strip() == "(" and reading.gap(at + 1).startswith(")")
    return is_short and is_bracketed and sum(letter.isupper() for letter in printed) >= FEWEST_LETTERS - 1
