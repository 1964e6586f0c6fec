"""Officials without a name of whom the text told: "Norland’s ambassador was summoned. The envoy said …"."""

from __future__ import annotations

from dataclasses import dataclass

from statements.resolution.index.units import Unit, Units
from statements.resolution.persons.roles import printed_title
from statements.resolution.pointing.descriptions import Description, describe
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, any_of

# Offices that one person holds at a place, so that the next word for them is the same one.
SINGLE = any_of(
    "ambassador envoy consul minister president premier chancellor king queen attache spokesman"
    " spokeswoman spokesperson commander chief secretary leader representative"
)
FARTHEST = 120
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Narrated:
    """A role as the text first printed it, and whose it is."""

    role: str
    head: str
    owner: Unit


def narrated_before(reading: Reading, units: Units, mentions: Mentions, at: int) -> list[Narrated]:
    """The roles with a country and without a name that stand before a word, in the sentences close by.

    Finds: "Norland’s ambassador", "the Norland ambassador to Ostia"
    Leaves alone: "a Norland ambassador", "Norland’s ambassador Ivo Lund", "Norland ambassadors"
    """
    found = []
    for k in range(max(0, at - FARTHEST), at):
        unit = units.country_at(k)
        if unit is None or unit.first != k:
            continue
        last = min(k + LONGEST, at)
        description = describe(reading, k - (reading.word(k - 1) in ARTICLES), last)
        if description is None or not description.is_definite or description.head not in SINGLE:
            continue
        end = next(n for n in range(k, last) if reading.word(n) == description.head) + 1
        is_named = any(one.first <= end for one in mentions.people(k, end + 6))
        if not is_named and is_of(reading, unit, end):
            found.append(Narrated(printed_title(reading, k, end), description.head, unit))
    return found


def is_of(reading: Reading, unit: Unit, end: int) -> bool:
    """Whether nothing but words of a title stands between a country and the end of a role."""
    return all(reading.is_joined(at) for at in range(unit.last, end))


def may_be_called(narrated: Narrated, description: Description, words: set[str]) -> bool:
    """Whether a description stands for a narrated role: "the envoy" or "the diplomat" for an ambassador."""
    alike = {"envoy", "diplomat", "representative"} if narrated.head in ("ambassador", "envoy") else set()
    is_leader = description.head == "leader" and narrated.head in ("president", "premier", "chancellor")
    return words <= {description.head} and (
        description.head == narrated.head or description.head in alike or is_leader
    )
