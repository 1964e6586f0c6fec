"""Which titles somebody named bears: the printed one, and those that a record has for the day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.offices import (
    HEADS_OF_STATES,
    NOT_IN_OFFICE,
    WIDER_HEADS,
    holds_on,
    office_of,
)
from statements.resolution.text.mentions import Mention

# What stands in "the head of our state" besides the office.
PLAIN_IN_HEADS = frozenset(("of", "the", "our", "this"))
# Offices by their first letters.
SHORT_TITLES = {
    "pm": "prime minister",
    "dpm": "deputy prime minister",
    "fm": "foreign minister",
    "cs": "cabinet secretary",
}
# Words for whoever holds or held an office, of whatever rank.
ANY_RANK = frozenset(("diplomat", "official", "envoy"))


class TitlesHeld:
    """Tells the titles and offices of those whom a text names, on the day of its publication."""

    def __init__(self, index: AuthorityIndex, published: date | None) -> None:
        self._index, self._published = index, published

    def by(self, one: Mention | ResolvedAttribution) -> list[str]:
        """The printed title; recorded ones only of a "counterpart", and of who held them on the day."""
        record = self._index.speaker(one.speaker.key) if one.speaker else None
        office_shared = one.field if isinstance(one, Mention) else ""
        if record is None or office_of(one.role):
            return [one.role, office_shared] if office_shared else [one.role]
        if "counterpart" in fold(one.role).split():
            return [office.title for office in record.offices]
        held = [office for office in record.offices if self._published and holds_on(office, self._published)]
        return [one.role, *(office.title for office in held)]

    def offices(self, one: Mention | ResolvedAttribution) -> set[str]:
        return {office for title in self.by(one) if (office := office_of(title))}


@lru_cache(maxsize=4096)
def may_repeat(head: str, words: frozenset[str], role: str, title: str) -> bool:
    """Whether a description, by its head and its words, may repeat a printed title.

    May: "the Russian leader", "the minister", "the envoy", "the former president" of a former president,
    "the Deputy PM" of a deputy prime minister
    May not: "the minority leader", "the former president" of a president, "the president" of a former one
    """
    folded = fold(title)
    held_words = set(folded.split())
    if words & SHORT_TITLES.keys():
        spelled = " ".join(SHORT_TITLES.get(word, word) for word in fold(role).split())
        held = " ".join(SHORT_TITLES.get(word, word) for word in folded.split())
        return may_repeat("minister", frozenset(spelled.split()), spelled, held)
    if head not in ANY_RANK and NOT_IN_OFFICE & held_words - words:
        return False
    if head in WIDER_HEADS and words == {head}:
        return bool(WIDER_HEADS[head].search(folded))
    for plain, pattern in HEADS_OF_STATES.items():
        if plain <= words <= plain | PLAIN_IN_HEADS:
            return bool(pattern.search(folded))
    office, held = office_of(role), office_of(title)
    return office == held if office and held else words <= held_words
