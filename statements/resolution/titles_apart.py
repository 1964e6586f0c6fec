"""Titles whose words no list holds, before the comma of a name: "the envoy for grain or oil, Ivo Lund,"."""

from __future__ import annotations

from statements.resolution.reading import Reading
from statements.resolution.roles import HEADS, LINKS
from statements.resolution.units import Units
from statements.resolution.vocabulary import ARTICLES, TITLE_WORDS

LONGEST = 18


def title_apart(reading: Reading, units: Units, name: int, name_end: int) -> int:
    """The first word of a title before the comma of a name; the name's own word without one.

    Finds: "the Special Representative for Regional Cooperation, Anna Lund,", "its director for grain,"
    Leaves alone: "the aide to the envoy for grain, Anna Lund,", who may be either
    Leaves alone: "at talks with the envoy for grain, Anna Lund said"
    """
    if reading.gap(name).strip() != "," or not reading.same_sentence(name - 1, name):
        return name
    is_closed = reading.gap(name_end).lstrip().startswith((",", ".", ";")) or name_end == len(reading.words)
    if not is_closed:
        return name
    starts = []
    for at in range(name - 1, max(-1, name - 1 - LONGEST), -1):
        if _begins_a_title(reading, units, at):
            starts.append(at)
        if not reading.is_joined(at):
            break
    return starts[0] if len(starts) == 1 else name


def _begins_a_title(reading: Reading, units: Units, at: int) -> bool:
    """Whether an office with "of" or "for" behind it begins at a word: "envoy for", "deputy head of"."""
    is_begun = reading.word(at - 1) in ARTICLES | {"its", "his", "her"}
    if not is_begun:
        return False
    while (unit := units.at(at)) is not None or reading.word(at) in TITLE_WORDS or reading.is_possessive(at):
        if reading.word(at) in HEADS and reading.word(at + 1) in LINKS:
            return True
        at = unit.last if unit is not None else at + 1
    return False
