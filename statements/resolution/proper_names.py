"""Capitalised words that may be somebody's name: runs of them, and single ones."""

from __future__ import annotations

from collections.abc import Iterator

from statements.records import SpeakerRecord
from statements.resolution.reading import Reading
from statements.resolution.roles import title_before, title_with_region
from statements.resolution.units import Unit, Units
from statements.resolution.vocabulary import ARTICLES, NAME_PARTICLES, NOT_A_NAME, WORDS_OF_BODIES

# Particles aside: "Faisal bin Turki bin Omar al-Lund" has four.
LONGEST_NAME_WORDS = 5
# They belong to a name of two words, "Prince Faisal", and are a title before a longer one.
ROYAL = frozenset(("prince", "king"))
# "Jae-in", "Yo-jong", "Kyung-wha" against "Lund-led".
LONGEST_SYLLABLE = 5
ENDS_OF_COMPOUNDS = frozenset(
    ("led", "era", "run", "like", "style", "born", "based", "owned", "aide", "ally", "type", "held", "made")
)


def full_names(reading: Reading, units: Units) -> Iterator[tuple[int, int, SpeakerRecord | None]]:
    """Full names: those of records, and runs of capitalised words that are no known name.

    Finds: "Ismail Demir", "Recep Tayyip Erdogan", "Ursula von der Leyen"
    Finds: "IVO LUND (Ostia)", whose country tells a person from a heading
    Leaves alone: "South Caucasus", "Foreign Ministry", "LOS ANGELES"
    """
    at = 0
    while at < len(reading.words):
        unit = units.at(at)
        if unit is not None:
            if unit.person is not None:
                yield unit.first, unit.last, unit.person
            at = unit.last
            continue
        last = _end_of_name(reading, units, at)
        if reading.word(at) in ROYAL and last - at > 2:
            at += 1
        if last > at and _is_full_name(reading, units, at, last):
            yield at, last, None
        at = max(last, at + 1)


def _end_of_name(reading: Reading, units: Units, first: int) -> int:
    if not _is_name_word(reading, units, first):
        return first
    at, last = first + 1, first + 1
    length = 1
    while at < len(reading.words) and length < LONGEST_NAME_WORDS and _follows(reading, at):
        length += reading.word(at) not in NAME_PARTICLES
        if _is_name_word(reading, units, at) or _ends_given_name(reading, at, first):
            last = at + 1
        elif reading.word(at) not in NAME_PARTICLES or reading.is_capital(at):
            break
        at += 1
    return last


def _follows(reading: Reading, at: int) -> bool:
    if not reading.same_sentence(at - 1, at) or reading.is_possessive(at):
        return False
    gap = reading.gap(at)
    return gap in (" ", "-", "’", "'") or (gap in (". ", ".") and len(reading.word(at - 1)) == 1)


def _ends_given_name(reading: Reading, at: int, first: int) -> bool:
    """Whether a small word goes on with a hyphenated given name.

    It does: "in" in "Moon Jae-in".    It does not: "led" in "the Ivo Lund-led alliance"
    """
    word = reading.word(at)
    is_plain = not reading.is_capital(at) and len(word) <= LONGEST_SYLLABLE and word.isalpha()
    is_joined = reading.gap(at) == "-" and at - first >= 2
    return is_plain and is_joined and word not in ENDS_OF_COMPOUNDS


def _is_name_word(reading: Reading, units: Units, at: int) -> bool:
    return reading.is_capital(at) and units.at(at) is None and reading.word(at) not in NOT_A_NAME


def _is_full_name(reading: Reading, units: Units, first: int, last: int) -> bool:
    parts = reading.printed(first, last).split()
    # Nobody is "the" somebody: "the Utah Republican" describes, and is no name.
    if reading.word(first - 1) in ARTICLES and reading.same_sentence(first - 1, first):
        return False
    is_after_body = _is_of_a_body(reading, first - 1, first) and not _bears_a_title_of_a_body(
        reading, units, first
    )
    if is_after_body or _is_of_a_body(reading, last, last):
        return False
    if all(part.isupper() for part in parts) and not country_in_brackets(reading, units, last):
        return False
    return len(parts) >= 2 and len(parts[-1]) > 1


def country_in_brackets(reading: Reading, units: Units, name_end: int) -> Unit | None:
    """The country of a delegate as records of meetings print it.

    Finds: Ostia in "IVO LUND (Ostia) said".    Finds nothing: "Ivo Lund (of Ostia)", "IVO LUND, Ostia,"
    """
    unit = units.country_at(name_end)
    is_closed = unit is not None and reading.gap(unit.last).startswith(")")
    is_opened = reading.gap(name_end).strip() == "(" and reading.same_sentence(name_end - 1, name_end)
    return unit if is_closed and is_opened and unit and unit.first == name_end else None


def _is_of_a_body(reading: Reading, at: int, joint: int) -> bool:
    """Whether a word beside a run makes it a body's name: "World" before "Food Programme"."""
    return reading.is_capital(at) and reading.is_joined(joint) and reading.word(at) in WORDS_OF_BODIES


def _bears_a_title_of_a_body(reading: Reading, units: Units, first: int) -> bool:
    """Whether a run follows a title that ends with a body: "Secretary General of the Ostian Union Ivo Lund".

    A body without a record counts too: "Speaker of the National Assembly Ivo Lund".
    """
    is_after_unit = units.at(first - 1) is not None
    return (title_before if is_after_unit else title_with_region)(reading, units, first) < first


def lone_words(reading: Reading, units: Units, named: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside full names and known names: surnames, if anything."""
    at = 0
    while at < len(reading.words):
        if at in named or not _is_surname_word(reading, units, at):
            at += 1
            continue
        last = at + 1
        while last < len(reading.words) and last not in named and _follows(reading, last):
            is_particle = reading.word(last - 1) in NAME_PARTICLES
            is_long = is_particle or reading.gap(last) in ("-", " ")
            if not (_is_surname_word(reading, units, last) and is_long):
                break
            last += 1
        yield at, last
        at = last


def _is_surname_word(reading: Reading, units: Units, at: int) -> bool:
    return _is_name_word(reading, units, at) or (
        units.at(at) is None
        and reading.word(at) in NAME_PARTICLES
        and (_is_name_word(reading, units, at + 1) or reading.word(at + 1) in NAME_PARTICLES)
    )
