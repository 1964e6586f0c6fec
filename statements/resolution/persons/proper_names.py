"""Capitalised words that may be somebody's name: runs of them, and single ones."""

from __future__ import annotations

from collections.abc import Iterator

from statements.records import SpeakerRecord
from statements.resolution.bodies.ministries import WORDS_OF_FIELDS
from statements.resolution.bodies.state_bodies import CHARGES, KINDS
from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.fields import (
    ADJECTIVES_OF_FIELDS,
    LONGEST_CALLING,
    behind_field,
    is_in_a_field,
)
from statements.resolution.persons.surnames import SURNAMES_TOO, is_surname_too
from statements.resolution.persons.title_spans import (
    before_excellency,
    honours,
    title_before,
    title_with_region,
)
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    NAME_PARTICLES,
    NOT_A_NAME,
    OFFICE_HEADS,
    PRIVATE_HEADS,
    PRIVATE_PEOPLE,
    WORDS_OF_BODIES,
)

# Particles aside: "Faisal bin Turki bin Omar al-Lund" has four.
LONGEST_NAME_WORDS = 5
# No name begins with them: "Mineral Resources Minister", "Refugees Ivo Lund" behind "Committee for".
WORDS_OF_OFFICES = WORDS_OF_FIELDS | CHARGES | KINDS
# "Who gave his name as", "who identified himself only as".
GIVEN_AS = frozenset(("name", "identified", "himself", "herself", "known"))
ARABIC_PARTICLES = frozenset(("bin", "ibn", "bint", "al", "el"))
# A ruler's title before a given name, a given name before a father's or a family's.
GIVEN_NAMES_TOO = frozenset(("sultan", "christian"))
FAITHS_TOO = frozenset(("christian",))
KINDS_OF_PLACES = frozenset(("district", "province", "region", "county"))
# No name of a person ends with them: "Norhaven Province".
ENDS_OF_PLACES = KINDS_OF_PLACES | frozenset(
    ("prefecture", "oblast", "governorate", "municipality", "canton", "voivodeship", "krai")
)
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
    places = _places(reading, units)
    while at < len(reading.words):
        unit = units.at(at)
        if unit is not None:
            at = unit.last
            if unit.person is not None:
                at = _behind_forefathers(reading, units, unit.last)
                yield unit.first, at, unit.person
            continue
        if before_excellency(reading, at + 2) == at:
            at += 2
            continue
        last = _end_of_name(reading, units, at)
        while last - at > 2 and (honours(reading, at) or _is_trade(reading, at)):
            at += 1
        start = _behind_place(reading, places, at, last) or behind_field(reading, at, last)
        if last > start and _is_full_name(reading, units, start, last):
            yield start, last, None
        at = max(last, at + 1)


def _is_trade(reading: Reading, at: int) -> bool:
    """Whether a sentence begins with what somebody is: "Owner Ivo Lund said"; not "Ms Baker Lund said"."""
    return at == reading.sentence(at).first and reading.word(at) in PRIVATE_PEOPLE


def _end_of_name(reading: Reading, units: Units, first: int) -> int:
    if not _is_name_word(reading, units, first) or reading.word(first) in WORDS_OF_OFFICES - FAITHS_TOO:
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


def _behind_forefathers(reading: Reading, units: Units, last: int) -> int:
    """The end of a known name with the rest of it: "bin Omar Al Lund" behind "Faisal bin Turki"."""
    at = last
    while reading.gap(at) == " " and reading.word(at) in ARABIC_PARTICLES:
        if not _is_name_word(reading, units, at + 1):
            break
        at += 2
    return at


def _places(reading: Reading, units: Units) -> frozenset[str]:
    """Words without a record that are a place: "Grava" of "farmers in Grava fear", "Grava district"."""
    return frozenset(
        reading.word(at)
        for at in range(1, len(reading.words))
        if (reading.word(at - 1) == "in" and reading.is_joined(at)) or reading.word(at + 1) in KINDS_OF_PLACES
        if _is_name_word(reading, units, at)
        if not (reading.is_capital(at + 1) and reading.is_joined(at + 1))
    )


def _behind_place(reading: Reading, places: frozenset[str], first: int, last: int) -> int:
    """Where a name begins behind the place of an office, which the text calls a place elsewhere; else 0.

    Finds: "Ivo Lund" in "Chief District Officer of Grava Ivo Lund", where farmers live "in Grava"
    Finds nothing: in "farmers of Grava Ivo Lund", "Mayor of Grava Lund", or where none live "in Grava"
    """
    is_of = reading.word(first - 1) == "of" and reading.is_joined(first) and reading.is_joined(first - 1)
    is_office = is_of and reading.word(first - 2) in OFFICE_HEADS
    return first + 1 if is_office and reading.word(first) in places and last - first > 2 else 0


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
    if not reading.is_capital(at) or units.at(at) is not None:
        return False
    is_name = reading.word(at) not in NOT_A_NAME
    return is_name or _is_given_name_too(reading, at) or is_surname_too(reading, units, at)


def _is_given_name_too(reading: Reading, at: int) -> bool:
    """Whether a title, or a faith behind one, is somebody's given name.

    Is: "Sultan al-Lund", "Sultan bin Lund", "spokesman Christian Lund"
    Is not: "Sultan Karim", "Christian Lund Aid", "the leader of Christian Democrats"
    """
    if reading.word(at) in FAITHS_TOO:
        is_titled = reading.word(at - 1) in OFFICE_HEADS and reading.gap(at) == " "
        is_named = reading.gap(at + 1) == " " and reading.is_capital(at + 1)
        return is_titled and is_named and reading.word(at + 1) not in WORDS_OF_BODIES | NOT_A_NAME
    is_followed = reading.word(at + 1) in ARABIC_PARTICLES and reading.gap(at + 1) == " "
    return reading.word(at) in GIVEN_NAMES_TOO and is_followed and reading.is_capital(at + 2)


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
    is_place = reading.word(last - 1) in ENDS_OF_PLACES
    return len(parts) >= 2 and len(parts[-1]) > 1 and not is_place


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
    titles = {reading.word(k) for k in named if reading.word(k) in SURNAMES_TOO}
    while at < len(reading.words):
        is_surname = at not in named and _is_surname_word(reading, units, at)
        is_surname = is_surname or (bool(titles) and _is_called_so(reading, units, at, titles))
        if at in named or not is_surname:
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


def _is_called_so(reading: Reading, units: Units, at: int, titles: set[str]) -> bool:
    """Whether a title stands alone for somebody of that surname: "King said", not "the King", "King Ivo"."""
    if reading.word(at) not in titles or not reading.is_capital(at) or units.at(at) is not None:
        return False
    return reading.word(at - 1) not in ARTICLES and not _is_in_a_run(reading, at)


def is_first_name_alone(reading: Reading, units: Units, at: int) -> bool:
    """Whether a word is all that a text tells of somebody's name.

    Is: "a driver who gave his name as Artak", "Artak, a driver", "Artak, 34,", "a driver named Artak"
    Is not: "Artak said", "Lund, a town", "Grey Road, a group"
    """
    if not _is_name_word(reading, units, at) or _is_in_a_run(reading, at):
        return False
    before = [reading.word(at - k) for k in (1, 2, 3, 4, 5)]
    is_given = (before[0] == "as" and bool(GIVEN_AS & set(before))) or before[0] in ("named", "called")
    return is_given or bool(calling_after(reading, at)) or _has_age(reading, at)


def _is_in_a_run(reading: Reading, at: int) -> bool:
    is_before = reading.is_capital(at - 1) and reading.is_joined(at)
    return is_before or (reading.is_capital(at + 1) and reading.is_joined(at + 1))


def _has_age(reading: Reading, at: int) -> bool:
    age = reading.printed(at + 1, at + 2) if reading.gap(at + 1) == ", " else ""
    return age.isdigit() and len(age) == 2 and not reading.is_joined(at + 2)


def calling_after(reading: Reading, at: int) -> str:
    """What somebody is, behind a comma: "driver" of "Artak, a driver from Osta".

    Of somebody's age, whatever follows: "27-year-old welder" of "Artak, a 27-year-old welder".
    """
    if reading.gap(at + 1) != ", " or reading.word(at + 1) not in ARTICLES:
        return ""
    if reading.word(at + 2).isdigit() and reading.folded(at + 3, at + 5) == ["year", "old"]:
        return reading.printed(at + 2, at + 5 + reading.is_joined(at + 5))
    for k in range(at + 2, at + 2 + LONGEST_CALLING):
        if not reading.is_joined(k):
            return ""
        if reading.word(k) in PRIVATE_PEOPLE | PRIVATE_HEADS:
            return reading.printed(at + 2, k + 1)
    return ""


def _is_surname_word(reading: Reading, units: Units, at: int) -> bool:
    """Whether a surname may stand at a word: "Lund" of "New President Lund".

    Not "York" of "New York", nor "Cohesion" of "Director for Regional Cohesion".
    """
    is_after_new = reading.word(at - 1) == "new" and reading.is_capital(at - 1) and reading.is_joined(at)
    if is_after_new or is_in_a_field(reading, at) or reading.word(at) in ADJECTIVES_OF_FIELDS:
        return False
    return _is_name_word(reading, units, at) or (
        units.at(at) is None
        and reading.word(at) in NAME_PARTICLES
        and (_is_name_word(reading, units, at + 1) or reading.word(at + 1) in NAME_PARTICLES)
    )
