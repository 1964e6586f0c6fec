"""Commissions that several states have together, which speak for themselves and for none of them."""

from __future__ import annotations

from collections.abc import Iterator

from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.state_bodies import in_capitals
from statements.resolution.index.references import unknown_institution
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

NOUNS = any_of("commission committee council subcommission subcommittee")
GROUPS = any_of("group force")
KINDS_OF_GROUPS = any_of("working task contact expert")
TOGETHER = any_of(
    "joint mixed intergovernmental bilateral binational trilateral tripartite interstate interparliamentary"
    " intergovernment"
)
# What such a commission may be called besides.
ADJECTIVES = TOGETHER | any_of(
    "military technical economic trade border boundary demarcation delimitation historical history expert"
    " water river cooperation high level permanent standing special cultural educational scientific"
    " humanitarian consular political security defence defense strategic steering monitoring coordination"
    " coordinating multidisciplinary experts state"
)
MOST_ADJECTIVES = 7
MOST_COUNTRIES = 6


def find_joint_commissions(reading: Reading, units: Units) -> Iterator[Mention]:
    """A commission with the countries that have it, before or behind it.

    Finds: "the joint commission of Ostia and Norland on water", "the Ostian-Norland intergovernmental
    commission", "the Ostia-Varia Joint Military Committee"
    Finds nothing: "a joint commission", "the joint commission of the parliament", "the Ostian commission"
    """
    for at in range(len(reading.words)):
        if reading.word(at) not in NOUNS and not _is_group(reading, at):
            continue
        first = _first_adjective(reading, at)
        is_joint = bool(TOGETHER & set(reading.folded(first, at)))
        start = _start_of_owners(reading, units, first)
        last = _end_of_owners(reading, units, at + 1) if is_joint else at + 1
        if (start < first and is_joint) or last > at + 1:
            name = in_capitals(reading.printed(start, last).split(" ", 1)[0])
            rest = reading.printed(start, last)[len(name) :]
            yield body_mention(reading, start, last, unknown_institution(name + rest, None), field="joint")


def _is_group(reading: Reading, at: int) -> bool:
    """ "Working group", "task force"."""
    return reading.word(at) in GROUPS and reading.word(at - 1) in KINDS_OF_GROUPS


def _first_adjective(reading: Reading, at: int) -> int:
    first = at
    while at - first < MOST_ADJECTIVES and reading.is_joined(first):
        is_kind = reading.word(first - 1) in ADJECTIVES | KINDS_OF_GROUPS
        is_and = reading.word(first - 1) == "and" and reading.word(first - 2) in ADJECTIVES and first < at
        if not (is_kind or is_and):
            break
        first -= 1
    return first


def _start_of_owners(reading: Reading, units: Units, first: int) -> int:
    """The first word of "Ostian-Norland", "the Ostian and Norland"; the word itself where no two stand."""
    last = units.country_at(first - 1)
    if last is None or last.last != first or not reading.is_joined(first):
        return first
    before = _joined_before(reading, units, last)
    return before.first if before and _codes(before) != _codes(last) else first


def _joined_before(reading: Reading, units: Units, unit: Unit) -> Unit | None:
    at = unit.first
    is_hyphened = reading.gap(at) in ("-", "–", "‐", "‑")
    is_and = reading.word(at - 1) == "and"
    return units.country_at(at - 1 - is_and) if is_hyphened or is_and else None


def _end_of_owners(reading: Reading, units: Units, at: int) -> int:
    """After "of Ostia and Norland", "between Ostia, Norland and Varia"; ``at`` where no two stand."""
    if reading.word(at) not in ("of", "between") or not reading.is_joined(at):
        return at
    codes: set[str] = set()
    end, following = at, at + 1
    while len(codes) < MOST_COUNTRIES:
        following += reading.word(following) in ("the", "republic")
        unit = units.country_at(following)
        if unit is None or unit.use == "demonym" or not reading.same_sentence(at, following):
            break
        codes |= _codes(unit)
        end = following = unit.last
        is_and = reading.word(end) == "and"
        if not is_and and reading.gap(end).strip() != ",":
            break
        following += is_and
    return end if len(codes) > 1 else at


def _codes(unit: Unit) -> set[str]:
    return {unit.country.code} if unit.country else set()
