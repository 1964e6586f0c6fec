"""Where a title begins and ends: the words before or after a name that say what the person is."""

from __future__ import annotations

from statements.resolution.bodies.ministries import WORDS_OF_FIELDS, field_after
from statements.resolution.bodies.state_bodies import CHARGES, KINDS, state_body
from statements.resolution.index.units import Units
from statements.resolution.text.reading import ABBREVIATIONS, JOINTS, Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    FUNCTION_WORDS,
    NAME_PARTICLES,
    NOT_A_NAME,
    OFFICE_HEADS,
    POSSESSIVES,
    PRIVATE_HEADS,
    TITLE_MODIFIERS,
    TITLE_WORDS,
    any_of,
)

HEADS = OFFICE_HEADS | PRIVATE_HEADS
LINKS = frozenset(("of", "for", "to", "at", "on", "in"))
# Of which ministers and envoys have the charge: "Europe minister", "Middle East envoy".
REGIONS = any_of(
    "europe asia africa america americas caucasus balkans baltic pacific arctic atlantic"
    " mediterranean middle east west south north central islamic"
)
# They stand beside an office: "Minister of State Sheikh Lund", "Foreign Minister Ambassador Lund".
RANKED = any_of(
    "sheikh prince princess lord lady sir ambassador general colonel major captain admiral marshal"
    " brigadier lieutenant dr professor gen col lt mr mrs ms hon rear"
)
LONGEST_TITLE = 24
LONGEST_FIELD = 12
GENERAL_STAFF = ("general", "staff")
LONGEST_APPOSITION = 30


def title_before(reading: Reading, units: Units, name: int) -> int:
    """The first word of the title that stands before the name at a word; that word itself without one.

    Finds: "Deputy Director of the Russian Foreign Ministry" before Alexey Zaitsev, "Moscow's UN Ambassador",
    "Minister of Energy, Mines and Water", "Chairman of the State Committee for Refugees"
    Leaves alone: "the office of" before President Putin, "told" before Putin, "a spokesman for" before Putin
    """
    return _title_ending(reading, units, name) if _is_close(reading, units, name) else name


def title_before_comma(reading: Reading, units: Units, name: int, name_end: int) -> int:
    """The title of a name set off by commas: its first word, else the name's.

    Finds: "Putin’s press secretary, Dmitry Peskov, said", "A spokesman for the Grey League, Ivo Lund, said"
    Leaves alone: "In a letter to the president, Dmitry Peskov said"
    """
    if reading.gap(name).strip() not in (",", "’s,", ",“") or not reading.same_sentence(name - 1, name):
        return name
    if not reading.gap(name_end).lstrip().startswith((",", ".", ";")):
        return name
    start = _title_ending(reading, units, name)
    if start == name:
        start = _start_with_region(reading, units, name)
    before = reading.word(start - 1)
    is_definite = before in ("the", "a", "an") or before in POSSESSIVES or units.at(start) is not None
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
        if at < name - 1 and not _is_close(reading, units, at + 1):
            break
        word, unit = reading.word(at), units.at(at)
        field = _before_field(reading, at + 1) if word in WORDS_OF_FIELDS | CHARGES | KINDS else at + 1
        if field <= at:
            at = field - 1
        elif unit is not None and unit.person is None:
            at = unit.first - 1
        elif reading.is_possessive(at):
            at = _possessor(reading, units, at) - 1
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
    return start if any(reading.word(k) in HEADS for k in range(start, name)) else name


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
    """
    earliest = max(-1, name - 1 - LONGEST_FIELD)
    for at in range(name - 2, earliest, -1):
        if not reading.same_sentence(at, name):
            break
        is_field = reading.word(at - 1) in HEADS | KINDS and field_after(reading, at)[1] == name
        if is_field or state_body(reading, at) == name:
            return at
    return name


def title_with_region(reading: Reading, units: Units, name: int) -> int:
    """The first word of a title that ends with a region no record knows; the name's word without one.

    Finds: "Special Representative of Ostia for the Grey Hills" before a name
    Leaves alone: "talks on the Grey Hills" before a name, "Representative for" before a name
    """
    return _start_with_region(reading, units, name) if _is_close(reading, units, name) else name


def _start_with_region(reading: Reading, units: Units, name: int) -> int:
    at = name - 1
    if reading.word(at) in LINKS | ARTICLES or not reading.is_capital(at):
        return name
    while at >= 0 and name - at <= LONGEST_TITLE:
        if at < name - 1 and not _is_close(reading, units, at + 1):
            break
        word, unit = reading.word(at), units.at(at)
        if unit is not None and unit.person is None:
            at = unit.first
        elif not (
            word in TITLE_WORDS | LINKS | ARTICLES
            or reading.is_possessive(at)
            or reading.is_capital(at)
            or (word == "and" and reading.is_capital(at - 1) and reading.is_capital(at + 1))
        ):
            break
        at -= 1
    start = at + 1
    while start < name and reading.word(start) not in TITLE_WORDS and units.at(start) is None:
        start += 1
    has_office = any(reading.word(k) in HEADS and reading.word(k + 1) in LINKS for k in range(start, name))
    return start if has_office else name


def _is_close(reading: Reading, units: Units, at: int) -> bool:
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
    return reading.is_capital(at) and reading.word(at) not in (NOT_A_NAME - REGIONS) | NAME_PARTICLES


def _is_link(reading: Reading, units: Units, at: int) -> bool:
    word, before = reading.word(at), reading.word(at - 1)
    if word == "the":
        return before in LINKS
    if word in LINKS | {"under"}:
        return before in TITLE_WORDS or (units.at(at - 1) is not None and word in ("of", "to"))
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


def apposition_after(reading: Reading, units: Units, name_end: int) -> tuple[int, int]:
    """The title between commas after a name, by word numbers; an empty range without one.

    Finds: "Ismail Demir, the head of a state body overseeing the industry, tweeted"
    Finds: "Ivo Lund, Deputy Spokesperson, Ostian Ministry of Justice", its body too
    Leaves alone: "Putin, President Erdogan and others", "Putin, who said", "Putin, speaking in Sochi"
    """
    none = (name_end, name_end)
    if not reading.gap(name_end).startswith(",") or not reading.same_sentence(name_end - 1, name_end):
        return none
    head = _head_of_apposition(reading, units, name_end)
    if head < 0:
        return none
    last = head + 1
    while (
        last < len(reading.words)
        and reading.same_sentence(name_end, last)
        and last - name_end < LONGEST_APPOSITION
        and not _ends_apposition(reading, units, last)
    ):
        last += 1
    return none if _is_title_of_another(reading, head + 1) else (name_end, _after_body(reading, units, last))


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
        if at > first and not _is_close(reading, units, at):
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


def is_abbreviated(reading: Reading, at: int) -> bool:
    return len(reading.word(at)) == 1 or reading.word(at) in ABBREVIATIONS
