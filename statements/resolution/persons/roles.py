"""What a title says: whose it is, of what kind of office, and for whom its bearer speaks."""

from __future__ import annotations

from collections.abc import Iterable

from statements.resolution.bodies.peoples import is_of_a_people
from statements.resolution.bodies.state_bodies import KINDS
from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.title_spans import LINKS, LONGEST_FIELD, before_excellency, is_abbreviated
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    FEMALE_TITLES,
    FUNCTION_WORDS,
    HONORIFICS,
    MALE_TITLES,
    NAMES_TOO,
    OFFICE_HEADS,
    OFFICES_HELD,
    POSSESSIVES,
    PRIVATE_BODIES,
    PRIVATE_HEADS,
    SHEIKHS,
    TITLE_WORDS,
    WORDS_OF_BODIES,
)

# A country after these is where someone is sent, not whom they speak for.
OUTWARD = frozenset(
    ["to", "with", "in", "from", "at", "on", "near", "between", "against", "over", "about", "into"]
)
ENVOYS = frozenset(("envoy", "representative"))
ENVOYS_RANKS = frozenset(("special", "presidential", "personal"))
# Behind an organisation's name they tell what somebody deals with: "Minister for EU Affairs".
FIELDS_OF_DUTY = frozenset(("affairs", "integration", "relations", "cooperation", "accession", "matters"))
ADVISING = frozenset(("aide", "adviser", "advisor", "assistant", "counsel"))
# Whose country is the one named just before them, not the one they are compared with.
COUNTERPARTS = frozenset(("counterpart", "counterparts", "colleague", "colleagues", "peer", "peers"))

# Offices that states within a country and cities have; a country's own take its adjective.
LOCAL_OFFICES = ("governor", "gov ", "senator", "sen ", "mayor", "secretary of state", "attorney general")

# Titles that leaders of a state bear, and leaders of a movement or a minority too.
HEADS_OF_MOVEMENTS = frozenset(
    ("leader", "chief", "head", "commander", "spokesman", "spokeswoman", "spokesperson", "member", "official")
)

# A people, not its state, whose adjective is another: "Croat" beside "Croatian".
PEOPLES = frozenset(("serb", "croat", "bosniak", "turk", "kurd"))

OUT_OF_OFFICE = frozenset(("former", "ex", "opposition", "exiled", "separatist"))
LONGEST_ROLE = 200


def country_of_title(reading: Reading, units: Units, first: int, last: int) -> Unit | None:
    """The country or body whose title it is: the leftmost one that is no destination.

    Finds: Russia in "Moscow's UN Ambassador", the US in "U.S. ambassador to Russia",
    Turkey in "Macron's Turkish counterpart"
    Leaves alone: Russia in "ambassador to Russia", the UN in "UN ambassador", "Minister for UN Affairs",
    Georgia in "Georgia Governor", Lebanon in "Lebanon's Hezbollah leader", Poland in "president of the Polish
    Union in Belarus"
    """
    for at in range(first, last):
        if reading.word(at) in COUNTERPARTS:
            beside = units.at(at - 1) if at > first else None
            return beside if beside and beside.country else None
    words = set(reading.folded(first, last))
    is_ambassador = "ambassador" in words
    # "The President’s special envoy for Ostia" is sent there.
    outward = OUTWARD | {"for"} if words & ENVOYS and words & ENVOYS_RANKS else OUTWARD
    at = first
    while at < last:
        unit = units.at(at)
        if unit is None or (unit.person is not None and unit.person.country is None):
            at += 1
            continue
        if _is_state_of_a_union(reading, unit) or is_of_a_people(reading, units, unit):
            return None
        if _is_of_an_ethnic_group(reading, unit):
            at = unit.last
            continue
        joint = _word_before_article(reading, unit.first, first)
        is_place = joint in outward and (is_ambassador or not _is_of_its_office(reading, unit, joint, last))
        is_organisation = unit.country is not None and unit.country.kind == "organisation"
        is_post = is_ambassador and is_organisation and not _sends_to(reading, units, unit, last)
        is_field = (
            is_organisation and reading.is_joined(unit.last) and reading.word(unit.last) in FIELDS_OF_DUTY
        )
        if not is_place and not is_post and not is_field and (unit.country or unit.body or unit.person):
            return None if _is_of_a_part(reading, units, unit, last) else unit
        at = unit.last
    return None


def _is_of_its_office(reading: Reading, unit: Unit, joint: str, last: int) -> bool:
    """Whether a title is of an office or a body that a country’s name begins.

    Is: "adviser to the Ostian president", "director at the UN humanitarian office"
    Is not: "ambassador to the Ostian Kingdom", "director at the Ostian border", "adviser to Ostia"
    """
    after = unit.last + reading.is_possessive(unit.last)
    if joint == "to":
        before = unit.first - 1 - (reading.word(unit.first - 1) in ARTICLES)
        return reading.word(before - 1) in ADVISING and reading.word(after) in TITLE_WORDS
    if joint not in ("at", "with"):
        return False
    end = min(last, after + LONGEST_FIELD)
    return unit.body is not None or bool({"ministry", *KINDS} & set(reading.folded(after, end)))


def _sends_to(reading: Reading, units: Units, unit: Unit, last: int) -> bool:
    """Whether an organisation sends an ambassador of its own: "EU ambassador to Ostia"."""
    return any(
        reading.word(at) == "to" and units.country_at(at + 1 + (reading.word(at + 1) in ARTICLES))
        for at in range(unit.last, last)
    )


def _is_state_of_a_union(reading: Reading, unit: Unit) -> bool:
    """Whether a name is a state's or a city's in a country.

    It is: "Georgia Governor".    It is not: "Georgian President", "U.S. Secretary of State"
    """
    is_one_word = unit.last - unit.first == 1 and not reading.printed(unit.first, unit.last).isupper()
    is_name = unit.country is not None and unit.use != "demonym" and not reading.is_genitive(unit.last)
    names_itself = is_name and is_one_word
    head = " ".join(reading.folded(unit.last, unit.last + 3))
    return names_itself and head.startswith(LOCAL_OFFICES)


def _is_of_a_part(reading: Reading, units: Units, unit: Unit, last: int) -> bool:
    """Whether a title is of a people or movement within a country, which does not speak for it.

    It is: "Bosnian Serb leader", "Lebanon's Hezbollah leader", "Ostia's Grey Wolves spokesman"
    It is not: "Russian President", "Russia's EU ambassador", "Turkish Armed Forces commander", "Ostian Roads
    Ministry spokesman"
    """
    if unit.country is None or reading.word(last - 1) not in HEADS_OF_MOVEMENTS:
        return False
    at = unit.last + reading.is_possessive(unit.last)
    if at >= last - 1 or not reading.is_capital(at) or reading.gap(at) != " ":
        return False
    part = units.at(at)
    if part is None:
        is_public = {"ministry", *KINDS} & set(reading.folded(at, last))
        return not is_public and reading.word(at) not in TITLE_WORDS | WORDS_OF_BODIES | FUNCTION_WORDS
    if part.body is not None:
        return part.body.country is None
    return part.country is not None and unit.use == part.use == "demonym" and part.country != unit.country


def _is_of_an_ethnic_group(reading: Reading, unit: Unit) -> bool:
    """Whether somebody is called after a people, one of several in a state: "the Serb member".

    Not: "the Serbian member", "Serb Foreign Minister"
    """
    return reading.word(unit.first) in PEOPLES and reading.word(unit.last) in HEADS_OF_MOVEMENTS


def _word_before_article(reading: Reading, at: int, first: int) -> str:
    at -= 1
    if at >= first and reading.word(at) in ARTICLES:
        at -= 1
    return reading.word(at) if at >= first else ""


def is_private(reading: Reading, first: int, last: int) -> bool:
    """Whether a title is of someone who speaks for no state: an analyst, a former minister."""
    words = set(reading.folded(first, last))
    if words & (PRIVATE_BODIES | OUT_OF_OFFICE) or _is_defender_of_rights(reading, first, last):
        return True
    return bool(words & PRIVATE_HEADS) and not words & (OFFICE_HEADS - {"deputy", "chief", "leader", "head"})


def _is_defender_of_rights(reading: Reading, first: int, last: int) -> bool:
    """ "A human rights defender", who is not the "Human Rights Defender" of a state."""
    return any(reading.word(at) == "defender" and not reading.is_capital(at) for at in range(first, last))


def serves_the_owner(reading: Reading, first: int, last: int) -> bool:
    """Whether who bears a title after "his" or "her" speaks for the same country.

    Does: "his spokesman", "her foreign minister".    Does not: "his counterpart", "her lawyer"
    """
    words = set(reading.folded(first, last))
    return _is_official(reading, first, last) and not words & (COUNTERPARTS | OUTWARD)


def serves_the_state(reading: Reading, first: int, last: int) -> bool:
    """ "Ostia’s envoy"; not "Ostia’s leading historian", "Ostia’s Green party leader"."""
    words = set(reading.folded(first, last))
    is_partisan = words & {"party", "campaign", "candidate", "nominee", "opposition"}
    return _is_official(reading, first, last) and not is_partisan


def _is_official(reading: Reading, first: int, last: int) -> bool:
    words = set(reading.folded(first, last))
    return bool(words & OFFICES_HELD) and not is_private(reading, first, last)


def is_of_a_secretary_general(reading: Reading, first: int, last: int) -> bool:
    """ "Special Representative of the Secretary-General"; not "Secretary-General of the party"."""
    words = reading.folded(first, last)
    return words[-2:] == ["secretary", "general"] and bool({"of", "for", "to"} & set(words[:-2]))


def is_former(reading: Reading, first: int, last: int) -> bool:
    """Whether a title is of an office once held: "former foreign minister"; not "former journalist"."""
    words = set(reading.folded(first, last))
    return bool(words & {"former", "ex"}) and bool(words & OFFICES_HELD)


def gender_of_title(reading: Reading, first: int, last: int) -> str:
    return gender_of_role(reading.folded(first, last))


def gender_of_role(role: Iterable[str]) -> str:
    """What the folded words of a role show of a gender."""
    words = set(role)
    if words & FEMALE_TITLES:
        return "f"
    return "m" if words & MALE_TITLES else ""


def printed_title(reading: Reading, first: int, last: int) -> str:
    """The title as printed, without its article, and without "H.E. Mr." behind it."""
    while first < last and reading.word(first) in ARTICLES | POSSESSIVES:
        first += 1
    while first < last and reading.word(last - 1) in LINKS | ARTICLES:
        last -= 1
    while first < last - 1 and reading.word(last - 1) in HONORIFICS | NAMES_TOO | SHEIKHS:
        if reading.folded(last - 2, last) == ["first", "lady"]:
            break
        last -= 1
    if first < before_excellency(reading, last):
        last = before_excellency(reading, last)
    if last - first > 1 and reading.gap(last - 1).strip() == "(":
        last -= 1
    if all(reading.word(at) in HONORIFICS | NAMES_TOO for at in range(first, last)):
        return ""
    title = reading.printed(first, last)
    if is_abbreviated(reading, last - 1) and reading.gap(last).startswith("."):
        title += "."
    return title if len(title) <= LONGEST_ROLE else ""
