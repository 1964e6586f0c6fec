"""Officials whose country stands with the delegation they head, or in the clause that tells what they do."""

from __future__ import annotations

from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.roles import is_private
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, MINISTRY_FIELDS, TITLE_WORDS, any_of

PARTIES = frozenset(("delegation", "side", "team", "mission", "negotiators"))
HEADED = frozenset(("headed", "led", "chaired", "represented"))
HEADS_IT = frozenset(
    ("heads", "headed", "leads", "led", "chairs", "chaired", "represents", "represented", "runs", "ran")
)
# What may stand between a delegation and "headed by".
HELPING = any_of("of from the a an was is were by also jointly which that at in parliamentary s")
# Bodies that serve a state, so that whoever heads them does.
_OF_A_STATE = (
    "government ministry committee commission agency service office department parliament army"
    " embassy council administration directorate police assembly cabinet military navy"
)
OF_A_STATE = PARTIES | frozenset(_OF_A_STATE.split())
FARTHEST_PARTY = 14
LONGEST_DUTY = 14
FIELDS = frozenset(word for field in MINISTRY_FIELDS for word in field) | {"national", "state"}


def delegation_headed(reading: Reading, units: Units, title: int) -> Unit | None:
    """The country or body whose delegation the bearer of a title heads; ``title`` is its first word.

    Finds: Norland in "a delegation of Norland headed by the Special Envoy", "the Norland side was
    represented by Director General"
    Finds nothing: "a delegation headed by the Special Envoy", "a team for Norland led by Director General"
    """
    at = title - 1
    while at >= 0 and reading.word(at) in ARTICLES:
        at -= 1
    if reading.word(at) != "by" or reading.word(at - 1) not in HEADED or not reading.same_sentence(at, title):
        return None
    first = max(0, at - FARTHEST_PARTY)
    for party in range(at - 2, first, -1):
        if not reading.same_sentence(party, title):
            return None
        if reading.word(party) in PARTIES:
            return _party_of(reading, units, party, at - 1)
        unit = units.at(party)
        if reading.word(party) not in HELPING | TITLE_WORDS | OF_A_STATE and not (
            unit and (unit.country or unit.body)
        ):
            return None
    return None


def party_spoken_for(reading: Reading, units: Units, title: int) -> Unit | None:
    """The country on behalf of whose side the bearer of a title speaks, by the words before it.

    Finds: Norland in "Speaking on behalf of the Norland side, Deputy Minister"
    Finds nothing: "Speaking on behalf of the victims, Deputy Minister"
    """
    at = title - 1 - (reading.word(title - 1) in ARTICLES)
    if reading.word(at) not in PARTIES | {"government"} or "," not in reading.gap(at + 1):
        return None
    unit = units.country_at(at - 1 - reading.is_possessive(at - 1))
    if unit is None or not reading.same_sentence(unit.first, title):
        return None
    before = unit.first - 1 - (reading.word(unit.first - 1) in ARTICLES)
    return unit if (reading.word(before - 1), reading.word(before)) == ("behalf", "of") else None


def _party_of(reading: Reading, units: Units, party: int, last: int) -> Unit | None:
    """Whose delegation: by the name before the noun, or the one after "of" or "from"."""
    before = party - 1
    while reading.is_possessive(before) or reading.word(before) in TITLE_WORDS:
        before -= 1
    unit = units.at(before)
    if unit is not None and reading.same_sentence(before, party):
        return unit
    at = party + 1
    if reading.word(at) not in ("of", "from"):
        return None
    at += 1 + (reading.word(at + 1) == "the")
    return units.at(at) if at < last else None


def duty_after(reading: Reading, units: Units, name_end: int) -> tuple[Unit | None, int, int]:
    """Whose state somebody serves by the words behind the name, and a title's words if they are one.

    Finds: Norland in "Ivo Lund, who heads the Norland delegation," and "Ivo Lund, who leads Norland’s army"
    Finds: Ostia with the title in "said Ivo Lund, the Ostian government’s point man on Norland"
    Leaves alone: "Ivo Lund, who heads the Norland desk of a bank", "who met the Norland delegation"
    """
    none = None, name_end, name_end
    if not reading.gap(name_end).startswith(",") or not reading.same_sentence(name_end - 1, name_end):
        return none
    is_clause = reading.word(name_end) == "who" and reading.word(name_end + 1) in HEADS_IT
    first = name_end + 2 * is_clause
    last = first + 1
    while last - first < LONGEST_DUTY and reading.is_joined(last):
        last += 1
    start = first + (reading.word(first) in ARTICLES)
    unit = units.at(start)
    if unit is None or not (unit.country or unit.body) or is_private(reading, first, last):
        return none
    body = unit.last + reading.is_possessive(unit.last)
    while reading.word(body) in FIELDS:
        body += 1
    is_official = unit.body is not None or (reading.word(body) in OF_A_STATE and body < last)
    owner_end = unit.last if unit.body else body + 1
    if not is_official or not (is_clause or reading.is_possessive(owner_end)):
        return none
    return (unit, name_end, name_end) if is_clause else (unit, first, last)
