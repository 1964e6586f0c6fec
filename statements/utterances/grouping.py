"""Pairs of statements -> groups: what people decided first, then what is most alike.

The same reports, likenesses and decisions give the same groups, in whatever
order they come.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from statements.utterances.likeness import Likeness, Report, likeness, may_be_one

Pair = tuple[str, str]  # keys of two reports, in their order

LARGEST = 100  # statements that the machine puts together
# For each of its telling words a report is held against so many others that have it.
MOST_SHARING = LARGEST
CONFIRMED_WHY = "confirmed by a curator"


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass
class Group:
    """Statements of one act of speaking; ``decided`` are those that people put together."""

    keys: set[str]
    decided: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Member:
    """A statement of a group: whether a person put it there, and why it is there."""

    key: str
    is_confirmed: bool
    why: str


def all_likenesses(reports: Iterable[Report]) -> dict[Pair, Likeness]:
    """Every two of some reports that are alike. Only those that share a telling word are compared.

    Where many share a word, each is compared with those before it in time: a rare word finds reports of
    any day, a common one those of neighbouring days, and twice the reports are twice the work.
    """
    recent: defaultdict[str, deque[Report]] = defaultdict(lambda: deque(maxlen=MOST_SHARING))
    found = {}
    for report in sorted(reports, key=_in_time):
        sharing = {other.key: other for word in report.told for other in recent[word]}
        for other in sharing.values():
            if alike := likeness(report, other):
                found[pair_of(report.key, other.key)] = alike
        for word in report.told:
            recent[word].append(report)
    return found


def _in_time(report: Report) -> tuple[date, str]:
    return report.latest or report.earliest or date.max, report.key


def group(
    reports: Mapping[str, Report],
    alike: Mapping[Pair, Likeness],
    *,
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[list[Member]]:
    """The groups of two and more, and their members, in the order of their keys."""
    groups = {key: Group({key}) for key in reports}
    parted = {*apart}
    for one, other in sorted(same):
        if groups[one] is not groups[other] and not _is_parted(groups[one], groups[other], parted):
            _unite(groups, groups[one], groups[other], decided={one, other})
    for one, other in sorted(alike, key=lambda pair: (-alike[pair].score, pair)):
        mine, theirs = groups[one], groups[other]
        if mine is not theirs and _may_unite(mine, theirs, reports, alike, parted):
            _unite(groups, mine, theirs)
    whole = {id(one): one for one in groups.values() if len(one.keys) > 1}
    return sorted(
        ([_member(key, one, alike) for key in sorted(one.keys)] for one in whole.values()),
        key=lambda members: members[0].key,
    )


def _may_unite(
    mine: Group,
    theirs: Group,
    reports: Mapping[str, Report],
    alike: Mapping[Pair, Likeness],
    parted: set[Pair],
) -> bool:
    """Whether the machine may: no article, day or person is against it, and half of the pairs are alike."""
    if len(mine.keys) + len(theirs.keys) > LARGEST or (mine.decided and theirs.decided):
        return False
    if _is_parted(mine, theirs, parted):
        return False
    across = list(product(mine.keys, theirs.keys))
    if not all(may_be_one(reports[one], reports[other]) for one, other in across):
        return False
    return 2 * sum(pair_of(*pair) in alike for pair in across) >= len(across)


def _is_parted(mine: Group, theirs: Group, parted: set[Pair]) -> bool:
    return any(pair_of(*pair) in parted for pair in product(mine.keys, theirs.keys))


def _unite(groups: dict[str, Group], mine: Group, theirs: Group, decided: Collection[str] = ()) -> None:
    mine.keys |= theirs.keys
    mine.decided |= theirs.decided | set(decided)
    for key in theirs.keys:
        groups[key] = mine


def _member(key: str, own: Group, alike: Mapping[Pair, Likeness]) -> Member:
    if key in own.decided:
        return Member(key, True, CONFIRMED_WHY)
    reasons = [alike[pair] for other in own.keys if (pair := pair_of(key, other)) in alike]
    return Member(key, False, max(reasons).why)
