"""How far the name of a body goes: "Movement for a Free Ostia", "Centre for Peace and Security"."""

from __future__ import annotations

from statements.resolution.bodies.words_of_names import (
    LINKS,
    NOUNS_OF_NAMES,
    OUTSIDE_NAMES,
    RANKS,
    SMALL_IN_OTHER_LANGUAGES,
)
from statements.resolution.index.given_names import gender_of_name
from statements.resolution.index.units import Units
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICE_HEADS

LONGEST_NAME = 10


def has_its_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether the head of a name is a noun for bodies: "Open Borders Initiative", "Movement for …"."""
    ends = [at for at in range(first, last) if at + 1 == last or reading.word(at + 1) in LINKS]
    return any(reading.word(at) in NOUNS_OF_NAMES and reading.is_capital(at) for at in ends[:1])


def end_of_name(reading: Reading, units: Units, first: int) -> int:
    """After the run of capitals that begins at a word, led on by "of" and "for" behind a noun for bodies."""
    if not _is_of_a_name(reading, units, first):
        return first
    end = at = first
    is_linked = False
    while at - first < LONGEST_NAME and (at == first or reading.is_joined(at)):
        word = reading.word(at)
        if _is_of_a_name(reading, units, at):
            end = at + 1
        elif word in LINKS and end == at and (is_linked or reading.word(at - 1) in NOUNS_OF_NAMES):
            is_linked = True
        elif not (is_linked and _leads_on(reading, at)) and not _is_of_a_foreign_name(reading, at):
            break
        at += 1
    if reading.is_joined(end) and reading.is_capital(end) and reading.word(end) in OFFICE_HEADS:
        return _before_a_title(reading, first, end)
    return end


def _is_of_a_foreign_name(reading: Reading, at: int) -> bool:
    """The small words of "Juntos por Lund", "Unión de la Ostia Libre"; not of "Lund y"."""
    if reading.word(at) not in SMALL_IN_OTHER_LANGUAGES or reading.is_capital(at):
        return False
    after = at + 1 + (reading.word(at + 1) in SMALL_IN_OTHER_LANGUAGES)
    before = at - 1 - (reading.word(at - 1) in SMALL_IN_OTHER_LANGUAGES)
    return reading.is_capital(before) and reading.is_capital(after) and reading.is_joined(after)


def _leads_on(reading: Reading, at: int) -> bool:
    """The small words of "Movement for a Free Ostia", "Centre for Peace and Security".

    Not "and" before somebody: "the University of Osta and Ivo Lund", "the League of Osta and the Lund Club"
    """
    if reading.word(at) in ARTICLES:
        return reading.word(at - 1) in LINKS
    is_of_two = reading.word(at) == "and" and reading.is_capital(at - 1) and reading.is_capital(at + 1)
    return is_of_two and not gender_of_name(reading.printed(at + 1, min(at + 3, len(reading.words))))


def _before_a_title(reading: Reading, first: int, end: int) -> int:
    """The end of a name before "National Executive Director", which is the title of somebody of the body."""
    while end > first and reading.word(end - 1) in RANKS:
        end -= 1
    return end


def _is_of_a_name(reading: Reading, units: Units, at: int) -> bool:
    word, unit = reading.word(at), units.at(at)
    if unit is not None and unit.person is not None:
        return False
    return reading.is_capital(at) and word not in OUTSIDE_NAMES
