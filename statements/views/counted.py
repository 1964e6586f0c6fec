"""Counted keys in the words of pages: how often a country speaks, who says it, when it was said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from statements.periods import Said, said_in
from statements.search import archive_totals, total_of
from statements.versioning import by_version

Pairs = dict[tuple[int, int], int]

# The letters of the keys that are followed by one id.
SPEAKING_FOR, ABOUT, SPEAKER, PUBLISHER, AGENCY = "c", "b", "s", "p", "g"


def ids_in(counts: Counter[str], letter: str) -> dict[int, int]:
    """How many statements there are of each; 0 stands for those where it is not known.

    An archive has many keys and a page reads them all, so this is no place for a pattern.

    >>> ids_in(Counter({"c7": 2, "c0": 1, "b7": 5}), "c")
    {7: 2, 0: 1}
    """
    return {int(key[1:]): found for key, found in counts.items() if key[0] == letter}


def pairs_in(counts: Counter[str]) -> Pairs:
    """Statements by the country spoken for and the country spoken about."""
    found = {}
    for key, number in counts.items():
        if key[0] == "x":
            speaking, _, about = key[1:].partition("y")
            found[int(speaking), int(about)] = number
    return found


@dataclass(frozen=True)
class Totals:
    """The keys of everything that readers see, read once for each state of the archive."""

    counts: Counter[str]

    @cached_property
    def total(self) -> int:
        return total_of(self.counts)

    @cached_property
    def speaks(self) -> dict[int, int]:
        """Statements by the country spoken for."""
        return ids_in(self.counts, SPEAKING_FOR)

    @cached_property
    def spoken_about(self) -> dict[int, int]:
        return ids_in(self.counts, ABOUT)

    @cached_property
    def speakers(self) -> dict[int, int]:
        return ids_in(self.counts, SPEAKER)

    @cached_property
    def pairs(self) -> Pairs:
        return pairs_in(self.counts)

    @cached_property
    def said(self) -> list[Said]:
        return said_in(self.counts)


def read_totals() -> Totals:
    return by_version("totals", lambda: Totals(archive_totals()))
