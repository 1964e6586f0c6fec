"""The ministers of several countries, who speak as one in a joint statement: their ministries do."""

from __future__ import annotations

from collections.abc import Sequence

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.attributions import Attributions
from statements.resolution.bodies.ministries import STATES_WITHOUT_MINISTERS, field_after
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.antecedents import attribution_of
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import MINISTRY_FIELDS

MINISTERS = frozenset(("ministers", "secretaries"))
MINISTER = frozenset(("minister", "secretary"))
# "The ministers responsible for water", "the minister in charge of water".
CHARGED = (("responsible",), ("in", "charge"))
# A Secretary of State heads the ministry of a state without ministers, and elsewhere stands below a minister.
OF_STATE = "State"


def ministries_of_ministers(
    named: NamedText, index: AuthorityIndex, first: int, last: int, field: str = ""
) -> list[Mention]:
    """The ministries of the ministers that some words list by their countries, or each with its country.

    Finds: "the Minister of Foreign Affairs of Ostia, Ivo Lund, and the Minister of Trade of Norland"
    Finds: "the Ministers of Foreign Affairs of Ostia and Norland", "foreign ministers of Ostia and Varia"
    Finds: "the Ministers responsible for Water of Ostia and Norland"
    Finds nothing: "the foreign minister of Ostia", "the ministers of Ostia and Norland" without ``field``
    """
    reading, units = named.reading, named.units
    at = next((k for k in range(first, last) if reading.word(k) in MINISTERS), -1)
    if at < 0:
        return _each_ministry(named, index, first, last)
    own, after = field_of_minister(reading, at + 1)
    field = own or MINISTRY_FIELDS.get((reading.word(at - 1),), "") or field
    countries = listed_countries(reading, units, after, last) if reading.word(after) in ("of", "from") else []
    if not field or len(countries) < 2:
        return []
    return [_ministry(index, unit, field) for unit in countries]


def field_of_minister(reading: Reading, at: int) -> tuple[str, int]:
    """The field behind "minister", and the word after it: "of Water", "responsible for Water"."""
    charged = (one for one in CHARGED if reading.folded(at, at + len(one)) == [*one])
    start = at + len(next(charged, ()))
    field, after = field_after(reading, start)
    return (field, after) if field else ("", at)


def _each_ministry(named: NamedText, index: AuthorityIndex, first: int, last: int) -> list[Mention]:
    """The ministries of two ministers or more of as many countries, each named by the office."""
    reading, units = named.reading, named.units
    found: dict[str, Mention] = {}
    for at in range(first, last):
        field, after = field_of_minister(reading, at + 1) if reading.word(at) in MINISTER else ("", at)
        behind = after + 1 + (reading.word(after + 1) == "the")
        unit = units.country_at(behind) if field and reading.word(after) == "of" and behind < last else None
        if unit is None or unit.country is None:
            continue
        if field == OF_STATE:
            field = "state-department" if unit.country.code in STATES_WITHOUT_MINISTERS else ""
        if field:
            found.setdefault(unit.country.code, _ministry(index, unit, field))
    return list(found.values()) if len(found) > 1 else []


def holders(mentions: Mentions, ministries: Attributions, reading: Reading) -> Attributions:
    """The ministers who head some ministries, if a text names one for each and no second; else nobody.

    Finds: Lund and Berg for the foreign ministries of Ostia and Norland, whose ministers the text calls so
    Finds nobody: where Lund alone is named, or two ministers of Ostia are
    """
    found: dict[str, dict[str, ResolvedAttribution]] = {}
    for one in mentions.items:
        if one.kind == PERSON and one.speaker and one.country and _is_minister(one.role):
            found.setdefault(one.country, {}).setdefault(one.speaker.key, attribution_of(reading, one))
    own = [list(found.get(one.country or "", {}).values()) for one in ministries]
    return tuple(people[0] for people in own) if own and all(len(people) == 1 for people in own) else ()


def are_all(words: Sequence[str], number: int) -> bool:
    """Whether words stand for all who issue a text together.

    They do: "The Ministers", "both sides", "the Secretary and the Minister" of two
    They do not: "the two sides" of three, "ministers"
    """
    if number == 2 and len(words) in (4, 5) and words[0] == "the" and words[2] == "and":
        return {words[1], words[-1]} <= MINISTER and words[1] != words[-1]
    counted = {2: {"two"}, 3: {"three"}, 4: {"four"}}.get(number, set())
    is_definite = words[0] == "the" or (words[0] == "both" and number == 2)
    return is_definite and words[-1] in MINISTERS | {"sides"} and set(words[1:-1]) <= counted


def _is_minister(role: str) -> bool:
    words = set(fold(role).split())
    return bool(words & MINISTER) and not words & {"deputy", "former", "vice", "assistant"}


def listed_countries(reading: Reading, units: Units, at: int, last: int) -> list[Unit]:
    """The countries behind "of", joined by commas and "and"."""
    found: list[Unit] = []
    while at < last:
        at += 1
        while reading.word(at) in ("and", "the", "of"):
            at += 1
        unit = units.country_at(at)
        if unit is None or unit.last > last or not reading.same_sentence(at - 1, at):
            break
        found.append(unit)
        at = unit.last
        if reading.gap(at).strip() != "," and reading.word(at) != "and":
            break
        at -= reading.gap(at).strip() == ","
    return found


def _ministry(index: AuthorityIndex, unit: Unit, field: str) -> Mention:
    assert unit.country
    speaker = institution_of(index, unit.country, field)
    return Mention(
        INSTITUTION, unit.first, unit.last, unit.first, unit.last, speaker, "", speaker.country, field=field
    )
