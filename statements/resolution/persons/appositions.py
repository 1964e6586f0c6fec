"""Titles between commas behind a name: "Ivo Lund, the head of the Ostian grain agency,"."""

from __future__ import annotations

from statements.resolution.bodies.ministries import field_after
from statements.resolution.index.units import Units
from statements.resolution.persons.title_spans import HEADS, is_abbreviated, is_close_to, is_in_charge
from statements.resolution.text.reading import ABBREVIATIONS, Reading
from statements.resolution.text.vocabulary import ARTICLES, FUNCTION_WORDS, POSSESSIVES, TITLE_WORDS

LONGEST_APPOSITION = 30


def apposition_after(reading: Reading, units: Units, name_end: int) -> tuple[int, int]:
    """The title between commas after a name, by word numbers; an empty range without one.

    Finds: "Ismail Demir, the head of a state body overseeing the industry, tweeted"
    Finds: "Ivo Lund, Deputy Spokesperson, Ostian Ministry of Justice", its body too
    Finds: "Ivo Lund, Minister of Foreign Affairs, Trade and Roads of Ostia,", whose field has commas
    Leaves alone: "Putin, President Erdogan and others", "Putin, who said", "Putin, speaking in Sochi"
    """
    none = (name_end, name_end)
    if not reading.gap(name_end).startswith(",") or not reading.same_sentence(name_end - 1, name_end):
        return none
    head = _head_of_apposition(reading, units, name_end)
    if head < 0:
        return none
    last = _behind_field(reading, head + 1)
    while (
        last < len(reading.words)
        and reading.same_sentence(name_end, last)
        and last - name_end < LONGEST_APPOSITION
        and not _ends_apposition(reading, units, last)
    ):
        last += 1
    return none if _is_title_of_another(reading, head + 1) else (name_end, _after_body(reading, units, last))


def _behind_field(reading: Reading, at: int) -> int:
    """Behind the field of an office that begins at a word, commas and all; the word itself without one."""
    end = field_after(reading, at)[1]
    return at if reading.word(end) in HEADS and reading.is_joined(end) else end


def _after_body(reading: Reading, units: Units, last: int) -> int:
    """The end of a title with the body that stands behind a comma, as the heads of releases print it."""
    if not reading.gap(last).startswith(",") or not reading.same_sentence(last - 1, last):
        return last
    at = last + (reading.word(last) == "the")
    found = False
    while (unit := units.at(at)) is not None and unit.person is None and reading.same_sentence(last - 1, at):
        found, at = found or unit.body is not None, unit.last
    is_end = not reading.same_sentence(last, at) or reading.gap(at).startswith(",")
    return at if found and is_end else last


def _is_title_of_another(reading: Reading, at: int) -> bool:
    """Whether a name follows a title at once: "Marco Rubio, spokesman Alex Conant"."""
    is_close = reading.is_joined(at) or (
        reading.gap(at).strip() == "." and reading.word(at - 1) in ABBREVIATIONS
    )
    return is_close and reading.is_capital(at) and reading.word(at) not in FUNCTION_WORDS | TITLE_WORDS


def _head_of_apposition(reading: Reading, units: Units, first: int) -> int:
    at = first
    while reading.same_sentence(first, at) and at - first < 10:
        unit = units.at(at)
        if at > first and not is_close_to(reading, units, at):
            return -1
        is_last = reading.word(at + 1) not in HEADS and not _continues_title(reading, at + 1)
        if reading.word(at) in HEADS and is_last:
            return at
        if not _may_stand_in_title(reading, units, first, at):
            return -1
        at = unit.last if unit is not None and unit.person is None else at + 1
    return -1


def _may_stand_in_title(reading: Reading, units: Units, first: int, at: int) -> bool:
    """Whether a word may come before the head: "a veteran peace negotiator", "Amnesty's Europe director"."""
    word = reading.word(at)
    if word in TITLE_WORDS | ARTICLES | POSSESSIVES or units.at(at) is not None:
        return True
    if is_in_charge(reading, at):
        return True
    if reading.is_possessive(at) or reading.is_possessive(at + 1):
        return True
    return word not in FUNCTION_WORDS and (reading.is_capital(at) or reading.word(first) in ARTICLES)


def _continues_title(reading: Reading, at: int) -> bool:
    """Whether the title goes on: "secretary general", "minister counsellor"."""
    return reading.is_joined(at) and reading.word(at) in TITLE_WORDS


def _ends_apposition(reading: Reading, units: Units, at: int) -> bool:
    gap = reading.gap(at)
    if any(mark in gap for mark in ',;:()—"“”'):
        return True
    if "." in gap and units.at(at - 1) is None and not is_abbreviated(reading, at - 1):
        return True
    return reading.word(at) in ("who", "said", "says", "told", "has", "is", "was", "added") or (
        reading.word(at) in ("in", "at", "during") and reading.word(at + 1) in ("a", "an")
    )
