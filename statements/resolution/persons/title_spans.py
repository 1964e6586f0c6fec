"""Where a title begins and ends: the words before or after a name that say what the person is."""

from __future__ import annotations

from statements.resolution.bodies.ministries import ABROAD, WORDS_OF_FIELDS, field_after
from statements.resolution.bodies.state_bodies import CHARGES, KINDS, state_body
from statements.resolution.index.units import Units
from statements.resolution.text.reading import ABBREVIATIONS, JOINTS, Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    HONORIFICS,
    NAME_PARTICLES,
    NAMES_TOO,
    NOT_A_NAME,
    OFFICE_HEADS,
    POSSESSIVES,
    PRIVATE_HEADS,
    RANKS_OF_FORCES,
    SHEIKHS,
    TITLE_MODIFIERS,
    TITLE_WORDS,
    any_of,
)

HEADS = OFFICE_HEADS | PRIVATE_HEADS
HEADS_OF_FIELDS = HEADS | KINDS | {"ministry"}
WORDS_ENDING_FIELDS = WORDS_OF_FIELDS | CHARGES | KINDS | ABROAD
LINKS = frozenset(("of", "for", "to", "at", "on", "in"))
# Of which ministers and envoys have the charge: "Europe minister", "Middle East envoy".
REGIONS = any_of(
    "europe asia africa america americas caucasus balkans baltic pacific arctic atlantic"
    " mediterranean middle east west south north central islamic"
)
# They stand beside an office: "Minister of State Sheikh Lund", "Foreign Minister Ambassador Lund".
RANKED = (
    HONORIFICS | NAMES_TOO | RANKS_OF_FORCES | SHEIKHS | any_of("prince princess ambassador professor tan")
)
# With "Sri" behind them they are no names.
TWO_WORDS = frozenset(("tan", "dato", "datuk"))
# Ranks that are surnames too.
RANKS_TOO = frozenset(("major", "marshal"))
# They belong to a name of two words, "Prince Faisal", and are a title before a longer one. Inside of one,
# "Ahmed Sheikh Lund", they are a name.
ROYAL = SHEIKHS | {"prince", "king"}
HONOURED = frozenset(("honourable", "honorable"))
LONGEST_TITLE = 24
LONGEST_FIELD = 12
GENERAL_STAFF = ("general", "staff")
CHARGE_D_AFFAIRES = ["charge", "d", "affaires"]


def title_before(reading: Reading, units: Units, name: int) -> int:
    """The first word of the title that stands before the name at a word; that word itself without one.

    Finds: "Deputy Director of the Russian Foreign Ministry" before Alexey Zaitsev, "Moscow's UN Ambassador",
    "Minister of Energy, Mines and Water", "Chairman of the State Committee for Refugees"
    Leaves alone: "the office of" before President Putin, "told" before Putin, "a spokesman for" before Putin
    """
    plain = before_excellency(reading, name)
    if plain < name:
        start = title_before(reading, units, plain)
        return start if start < plain else name
    end = _before_abbreviation(reading, name)
    if end < name and "," not in reading.gap(name):
        start = _title_ending(reading, units, end)
        return start if start < end else name
    return _title_ending(reading, units, name) if is_close_to(reading, units, name) else name


def honours(reading: Reading, at: int) -> bool:
    """Whether a word that may be a name is what somebody is called before a name of two words.

    Does: "Tun" in "Tun Ivo Lund", "Tan" and "Sri" in "Tan Sri Ivo Lund", "Prince" in "Prince Ivo Lund"
    Does not: "Tan" in "Tan Ivo Lund", "Sri" in "Sri Anna Lund"
    """
    word, before, after = reading.word(at), reading.word(at - 1), reading.word(at + 1)
    if word in TWO_WORDS:
        return after == "sri"
    return word in ROYAL | RANKS_TOO | NAMES_TOO and (word != "sri" or before in TWO_WORDS)


def before_excellency(reading: Reading, name: int) -> int:
    """The first word of "H.E." or "the Right Honourable" before a name, else the name's."""
    if reading.word(name - 1) in HONOURED and reading.is_joined(name):
        at = name - 1 - (reading.word(name - 2) in ("right", "most"))
        return at - (reading.word(at - 1) in ARTICLES)
    is_so_called = reading.folded(name - 2, name) == ["h", "e"] and reading.gap(name - 1).strip() == "."
    return name - 2 if is_so_called and reading.is_capital(name - 2) else name


def _before_abbreviation(reading: Reading, name: int) -> int:
    """The word in brackets between the body of a title and a name: "head of the Ostian League (OL), Lund"."""
    at = name - 1
    is_bracketed = reading.gap(at).strip() == "(" and reading.gap(name).lstrip().startswith(")")
    return at if at > 0 and is_bracketed and reading.same_sentence(at - 1, name) else name


def title_before_comma(reading: Reading, units: Units, name: int, name_end: int) -> int:
    """The title of a name set off by commas: its first word, else the name's.

    Finds: "Putin’s press secretary, Dmitry Peskov, said", "A spokesman for the Grey League, Ivo Lund, said"
    Finds: "State Secretary at the Ostian Ministry of Grain, Colonel Ivo Lund, said", which begins a sentence
    Leaves alone: "In a letter to the president, Dmitry Peskov said"
    """
    plain = before_excellency(reading, name)
    if plain < name:
        start = title_before_comma(reading, units, plain, name_end)
        return start if start < plain else name
    gap = reading.gap(name).strip().removeprefix(")")
    if gap not in (",", "’s,", ",“") or not reading.same_sentence(name - 1, name):
        return name
    if not reading.gap(name_end).lstrip().startswith((",", ".", ";")):
        return name
    end = _before_abbreviation(reading, name)
    start = _title_ending(reading, units, end)
    if start == end:
        start = _start_with_region(reading, units, end)
    if start == end:
        return name
    before = reading.word(start - 1)
    is_definite = before in ("the", "a", "an") or before in POSSESSIVES or units.at(start) is not None
    is_definite = is_definite or start == reading.sentence(start).first
    return start if start < name and (is_definite or "s" in reading.folded(start, name)) else name


def _title_ending(reading: Reading, units: Units, name: int) -> int:
    """The first word of a title, or of two of one bearer, that ends right before ``name``.

    Finds both: "Prime Minister and Foreign Minister"
    Finds the second: "the prime minister and Foreign Minister"
    """
    start = _start_of_title(reading, units, name)
    if start == name or reading.word(start - 1) != "and" or not reading.is_joined(start):
        return start
    first = _start_of_title(reading, units, start - 1)
    is_one = first < start - 1 and reading.is_capital(first) and reading.word(first - 1) not in ARTICLES
    return first if is_one and reading.is_joined(start - 1) else start


def _start_of_title(reading: Reading, units: Units, name: int) -> int:
    """Walk left over the words of a title."""
    if reading.word(name - 1) in LINKS | ARTICLES:
        return name
    at, has_head = name - 1, False
    while at >= 0 and name - at <= LONGEST_TITLE and reading.same_sentence(at, name):
        if at < name - 1 and not is_close_to(reading, units, at + 1):
            break
        word, unit = reading.word(at), units.at(at)
        field = _before_field(reading, at + 1) if word in WORDS_ENDING_FIELDS else at + 1
        if field <= at:
            at = field - 1
        elif unit is not None and unit.person is None:
            at = unit.first - 1
        elif reading.is_possessive(at):
            at = _possessor(reading, units, at) - 1
        elif reading.folded(at - 1, at + 2) == CHARGE_D_AFFAIRES:
            at -= 2
        elif word in TITLE_WORDS | RANKED:
            is_head = word in HEADS and (word, reading.word(at + 1)) != GENERAL_STAFF
            has_head = has_head or (is_head and word not in RANKED)
            at -= 1
        elif not has_head or word == "and":
            if not _is_link(reading, units, at) or _is_rank_alone(reading, units, at + 1, name):
                break
            at -= 1
        elif _is_proper(reading, at):
            at -= 1
        else:
            break
    start = at + 1
    while start < name and (reading.word(start) in LINKS | ARTICLES or reading.word(start) == "and"):
        start += 1
    return start if any(reading.word(k) in HEADS | NAMES_TOO for k in range(start, name)) else name


def _is_rank_alone(reading: Reading, units: Units, first: int, last: int) -> bool:
    """Whether words are no more than a rank, before which another's title may stand.

    They are: "Ostian General" in "a spokesman for Ostian General Lund".    They are not: "State Sheikh" in
    "Minister of State Sheikh Lund"
    """
    words = range(first, last)
    is_ranked = any(reading.word(at) in RANKED for at in words)
    return is_ranked and all(
        reading.word(at) in RANKED | ARTICLES
        or ((unit := units.at(at)) is not None and unit.use == "demonym")
        for at in words
    )


def _before_field(reading: Reading, name: int) -> int:
    """Where the field of an office or the body begins that ends right before a name; the name without one.

    Finds: "of Energy, Mines and Water", "Committee for Refugees", "Agency for Roads" before a name
    Finds: "of Grain and Roads" before "spokesman" in "Ministry of Grain and Roads spokesman Ivo Lund"
    """
    earliest = max(-1, name - 1 - LONGEST_FIELD)
    for at in range(name - 2, earliest, -1):
        if not reading.same_sentence(at, name):
            break
        is_field = reading.word(at - 1) in HEADS_OF_FIELDS and field_after(reading, at)[1] == name
        if is_field or state_body(reading, at) == name:
            return at
    return name


def title_with_region(reading: Reading, units: Units, name: int) -> int:
    """The first word of a title that ends with a region no record knows; the name's word without one.

    Finds: "Special Representative of Ostia for the Grey Hills" before a name
    Leaves alone: "talks on the Grey Hills" before a name, "Representative for" before a name
    """
    return _start_with_region(reading, units, name) if is_close_to(reading, units, name) else name


def _start_with_region(reading: Reading, units: Units, name: int) -> int:
    at = name - 1
    if reading.word(at) in LINKS | ARTICLES or not reading.is_capital(at):
        return name
    while at >= 0 and name - at <= LONGEST_TITLE:
        if at < name - 1 and not is_close_to(reading, units, at + 1):
            break
        word, unit = reading.word(at), units.at(at)
        if unit is not None and unit.person is None:
            at = unit.first
        elif not (
            word in TITLE_WORDS | LINKS | ARTICLES
            or reading.is_possessive(at)
            or reading.is_capital(at)
            or is_in_charge(reading, at)
            or (word == "and" and reading.is_capital(at - 1) and reading.is_capital(at + 1))
        ):
            break
        at -= 1
    start = at + 1
    while start < name and reading.word(start) not in TITLE_WORDS and units.at(start) is None:
        if is_in_charge(reading, start):
            break
        start += 1
    has_office = any(reading.word(k) in HEADS and reading.word(k + 1) in LINKS for k in range(start, name))
    return start if has_office else name


def is_in_charge(reading: Reading, at: int) -> bool:
    """Whether a word begins "chargé d’affaires", or is the d of it."""
    return CHARGE_D_AFFAIRES in (reading.folded(at, at + 3), reading.folded(at - 1, at + 2))


def is_close_to(reading: Reading, units: Units, at: int) -> bool:
    """Whether a word follows the one before it within one phrase: "U.S. envoy", "Gen. Kim"."""
    if at <= 0 or not reading.same_sentence(at - 1, at):
        return False
    gap = reading.gap(at).strip()
    if gap in JOINTS:
        # "OSTA – Deputy Minister Ivo Lund" begins with a dateline; "Deputy-Minister" is one word.
        return not gap or gap == reading.gap(at)
    return gap == "." and (units.at(at - 1) is not None or len(reading.word(at - 1)) <= 4)


def _is_proper(reading: Reading, at: int) -> bool:
    """Whether a capitalised word belongs to a title: "Virginia" before "Gov.", "Europe" before "minister"."""
    outside = (NOT_A_NAME - REGIONS - WORDS_OF_FIELDS) | NAME_PARTICLES
    return reading.is_capital(at) and reading.word(at) not in outside


def _is_link(reading: Reading, units: Units, at: int) -> bool:
    word, before = reading.word(at), reading.word(at - 1)
    if word == "the":
        return before in LINKS
    if word in LINKS | {"under"}:
        is_behind = before in TITLE_WORDS or (units.at(at - 1) is not None and word in ("of", "to"))
        # "Of Ostia" behind the whole field: "Minister of Grain, Roads and Ostians Abroad of Ostia".
        return is_behind or (
            word == "of" and before in WORDS_ENDING_FIELDS and _before_field(reading, at) < at
        )
    return word == "and" and {before, reading.word(at + 1)} <= TITLE_MODIFIERS | WORDS_OF_FIELDS


def _possessor(reading: Reading, units: Units, possessive: int) -> int:
    """The first word of the phrase that the genitive s at a word belongs to."""
    at = possessive - 1
    unit = units.at(at)
    if unit is None:
        while at > 0 and reading.is_capital(at) and reading.is_capital(at - 1) and reading.gap(at) == " ":
            at -= 1
        return at
    if unit.person is not None:
        return title_before(reading, units, unit.first)
    return unit.first


def is_abbreviated(reading: Reading, at: int) -> bool:
    return len(reading.word(at)) == 1 or reading.word(at) in ABBREVIATIONS
