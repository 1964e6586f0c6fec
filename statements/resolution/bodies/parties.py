"""Parties by the words that introduce them: "the opposition OLP", "the ruling Ostia bloc"."""

from __future__ import annotations

from collections.abc import Iterator

from statements.resolution.bodies.mentions import body_mention
from statements.resolution.index.given_names import is_given_name
from statements.resolution.index.references import unknown_institution
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS, POSSESSIVES, TITLE_WORDS, any_of

STANDS = any_of("opposition ruling governing leftist rightist centrist nationalist populist junior")
PARTIES = any_of("party coalition alliance bloc movement front union")
PARTNERS = any_of("partner partners ally allies")
LONGEST_INTRODUCTION = 5
LONGEST_NAME = 4
FEWEST_LETTERS, MOST_LETTERS = 2, 8


def find_parties(reading: Reading, units: Units) -> Iterator[Mention]:
    """Initials behind the words that tell a party, or a name between them and the noun.

    Finds: "Tehreek-i-Grain", "Ostia Jamaat-e-Roads"
    Finds: "the opposition OLP-VND", "the ruling OLP", "the ruling party, OLP,", "the opposition Ostia bloc"
    Finds nothing: "the opposition MP", "the party, OLP", "the opposition in the EU", "the ruling party, Lund"
    """
    yield from _find_izafats(reading, units)
    for at in range(1, len(reading.words)):
        if reading.word(at) in STANDS and (noun := _noun_behind_name(reading, units, at + 1)):
            name = reading.printed(at + 1, noun + 1)
            yield body_mention(reading, at, noun + 1, unknown_institution(name, None))
        name_end = _end_of_apposed_name(reading, units, at)
        if name_end:
            named = unknown_institution(reading.printed(at + 1, name_end), None)
            yield body_mention(reading, reading.sentence(at).first, name_end, named)
        last = end_of_initials(reading, at)
        if last == at or units.at(at) is not None or reading.word(at) in TITLE_WORDS:
            continue
        first = _introduced_from(reading, at, last)
        if first is not None:
            name = reading.printed(at, last)
            yield body_mention(reading, first, last, unknown_institution(name, None))


def _find_izafats(reading: Reading, units: Units) -> Iterator[Mention]:
    for at in range(len(reading.words)):
        if _is_izafat(reading, at - 1) or reading.word(at - 1) in TITLE_WORDS:
            continue
        last = _end_of_izafat(reading, at)
        if last > at and not (reading.is_joined(last) and reading.is_capital(last)):
            first = _start_of_izafat(reading, units, at)
            yield body_mention(reading, first, last, unknown_institution(reading.printed(first, last), None))


def _end_of_izafat(reading: Reading, at: int) -> int:
    """Where a name of two words joined by the Persian "of" ends that begins at a word; else that word.

    Finds: "Tehreek-i-Grain", "Jamaat-e-Roads-e-Ostia".    Finds nothing: "Ivo-e Lund", "stay-at-home"
    """
    last = at
    while reading.is_capital(last) and _is_izafat(reading, last + 1):
        last += 2
    return last + 1 if last > at else at


def _start_of_izafat(reading: Reading, units: Units, at: int) -> int:
    """With the state’s name before it: "Ostia Tehreek-i-Grain"."""
    unit = units.country_at(at - 1)
    is_part = unit is not None and unit.use == "name" and reading.gap(at) == " "
    return unit.first if unit and is_part else at


def _is_izafat(reading: Reading, at: int) -> bool:
    is_joint = reading.word(at) in ("i", "e") and not reading.is_capital(at)
    return is_joint and reading.gap(at) == reading.gap(at + 1) == "-" and reading.is_capital(at + 1)


def _end_of_apposed_name(reading: Reading, units: Units, noun: int) -> int:
    """Where a name ends that stands between commas behind somebody’s party as a sentence begins; else 0.

    Finds: "Lund’s party, Grey Union,", "Her coalition partner, Unidos Todos,"
    Finds nothing: "The leader of the party, Ivo Lund,", "Lund’s partner, Ivo Berg,"
    """
    word, sentence = reading.word(noun), reading.sentence(noun)
    is_party = word in PARTIES or (word in PARTNERS and reading.word(noun - 1) in PARTIES)
    first = noun + 1
    if not is_party or reading.gap(first) != ", " or noun - sentence.first > LONGEST_INTRODUCTION:
        return 0
    before = range(sentence.first, noun)
    is_owned = any(reading.is_possessive(at) for at in before) or reading.word(sentence.first) in POSSESSIVES
    if not is_owned or any(reading.word(at) == "of" for at in before):
        return 0
    end = first
    while end < sentence.last and end - first < LONGEST_NAME and _is_of_a_name(reading, units, first, end):
        end += 1
    is_closed = end - first > 1 and "," in reading.gap(end) and reading.is_capital(end - 1)
    return end if is_closed and not is_given_name(reading.word(first)) else 0


def _is_of_a_name(reading: Reading, units: Units, first: int, at: int) -> bool:
    is_word = reading.is_capital(at) or reading.word(at) in ("and", "for", "of", "y", "e", "para")
    return is_word and units.at(at) is None and (at == first or reading.is_joined(at))


def _noun_behind_name(reading: Reading, units: Units, first: int) -> int:
    """The noun in small letters behind a name in capitals: "bloc" of "Ostia bloc"; 0 where none is."""
    at = first
    while at - first < LONGEST_NAME and reading.is_capital(at) and reading.is_joined(at):
        at += 1
    is_noun = (
        at > first and reading.word(at) in PARTIES and not reading.is_capital(at) and reading.is_joined(at)
    )
    unit = units.at(first)
    is_of_people = (unit is not None and unit.use == "demonym") or reading.printed(
        first, at
    ).lower().endswith(("ian", "ish", "ese", "ist"))
    return at if is_noun and not is_of_people else 0


def end_of_initials(reading: Reading, at: int) -> int:
    """The word after "OLP", "OLP-VND"; the word itself where there are none."""
    last = at
    while last == at or reading.gap(last) in ("-", "–"):
        printed = reading.printed(last, last + 1) if last < len(reading.words) else ""
        is_short = FEWEST_LETTERS < len(printed) <= MOST_LETTERS or (last > at and len(printed) > 1)
        if not (is_short and printed.isalpha() and printed.isupper()):
            break
        last += 1
    return last


def _introduced_from(reading: Reading, at: int, last: int) -> int | None:
    """The word behind the article of what introduces initials; none where nothing does."""
    is_apart = reading.gap(at) == ", "
    is_closed = reading.gap(last).strip()[:1] in (",", ".", "") and (
        reading.gap(last).strip() or last >= len(reading.words)
    )
    if is_apart and not (reading.word(at - 1) in PARTIES and is_closed):
        return None
    if not is_apart and reading.gap(at) != " ":
        return None
    first = at
    while at - first < LONGEST_INTRODUCTION and (first == at or reading.is_joined(first)):
        word = reading.word(first - 1)
        if word in FUNCTION_WORDS:
            break
        first -= 1
    words = set(reading.folded(first, at))
    is_told = reading.word(at - 1) in STANDS | PARTIES and bool(words & STANDS)
    return first if is_told and not any(reading.is_capital(k) for k in range(first + 1, at)) else None
