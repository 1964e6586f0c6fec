"""Nearest names: whom a name seen in articles may mean. Offers only; people decide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from rapidfuzz import fuzz, process

from statements.folding import fold
from statements.models import Office, Speaker, VariantName
from statements.resolution.index.names import sound
from statements.views.speakers import with_counts

OFFERED = 5
ALIKE = 82  # per cent of letters that two spellings of one word share at least
LEAST = 0.45  # of the weight of its words a name must share, or its last word, to be offered
ARTICLES = {"the", "a", "an"}

# How near two names are, the nearest first.
SAME, RESPELLED, NEARLY, PART, SOME = range(5)
IN_WORDS = {
    SAME: gettext_lazy("the same name"),
    RESPELLED: gettext_lazy("the same name, spelled otherwise"),
    NEARLY: gettext_lazy("nearly the same name"),
    PART: gettext_lazy("part of the name"),
    SOME: gettext_lazy("a name in common"),
}

sounded = lru_cache(maxsize=100_000)(sound)


class Sought(NamedTuple):
    """A name that waits: whom it may mean is asked for all of a page at once."""

    name: str
    country: int | None = None
    speaker: int | None = None  # the record that bears it now, which is not offered


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker who may be meant; ``by`` is the one of his names that is so near."""

    speaker: Speaker
    nearness: Promise
    by: str


class Known(NamedTuple):
    """One name of a speaker."""

    speaker: int
    text: str
    folded: str
    country: int | None
    words: tuple[str, ...]


class Near(NamedTuple):
    """How near a known name is; the smallest is the nearest."""

    nearness: int
    is_abroad: bool
    distance: float
    name: Known


def candidates_for(names: Sequence[Sought]) -> list[list[Candidate]]:
    """For each name the nearest speakers, `OFFERED` at most; four queries for all of them."""
    if not names:
        return []
    index = NameIndex(known_names())
    nearest = [index.nearest(sought) for sought in names]
    wanted = {near.name.speaker for found in nearest for near in found}
    offices = Prefetch("offices", Office.objects.select_related("country"))
    speakers = with_counts(Speaker.objects.select_related("country")).prefetch_related(offices)
    rows = speakers.in_bulk(wanted)
    return [
        [Candidate(rows[near.name.speaker], IN_WORDS[near.nearness], near.name.text) for near in found]
        for found in nearest
    ]


def known_names() -> list[Known]:
    """Every name of every speaker that is not merged into another, in one query."""
    preferred = Speaker.objects.current().order_by().values_list("pk", "preferred_name", "folded", "country")
    variants = VariantName.objects.filter(speaker__merged_into__isnull=True).order_by()
    rows = preferred.union(variants.values_list("speaker", "text", "folded", "speaker__country"), all=True)
    return [Known(pk, text, folded, country, words_of(folded)) for pk, text, folded, country in rows]


def words_of(folded: str) -> tuple[str, ...]:
    """The words of a folded name as they sound, without an article before them."""
    words = folded.split()
    return tuple(map(sounded, words[1:] if len(words) > 1 and words[0] in ARTICLES else words))


class NameIndex:
    """Known names by their words. A word that few names have tells more than "ministry" or "Ivan"."""

    def __init__(self, names: Iterable[Known]) -> None:
        self.by_word: dict[str, list[Known]] = defaultdict(list)
        self.size = 0
        for name in names:
            self.size += 1
            for word in set(name.words):
                self.by_word[word].append(name)
        self.vocabulary = list(self.by_word)
        self.weights = {word: self._rarity(len(names)) for word, names in self.by_word.items()}

    def nearest(self, sought: Sought) -> list[Near]:
        """The nearest name of each speaker, the nearest speakers first."""
        folded = fold(sought.name)
        words = words_of(folded)
        alike = {word: self._alike(word) for word in set(words)}
        names = {name for found in alike.values() for near in found for name in self.by_word[near]}
        best: dict[int, Near] = {}
        for name in names:
            if name.speaker == sought.speaker:
                continue
            near = self._compare(folded, words, alike, name, sought.country)
            if near and (name.speaker not in best or near < best[name.speaker]):
                best[name.speaker] = near
        return sorted(best.values())[:OFFERED]

    def _alike(self, word: str) -> dict[str, float]:
        """Known words that are nearly this one, with how nearly; of an initial nothing is known."""
        if len(word) < 3:
            return {word: 1.0} if len(word) > 1 and word in self.by_word else {}
        found = process.extract(word, self.vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=20)
        return {near: score / 100 for near, score, _ in found}

    def _compare(
        self,
        folded: str,
        words: tuple[str, ...],
        alike: dict[str, dict[str, float]],
        name: Known,
        country: int | None,
    ) -> Near | None:
        shared, left, missing = 0.0, Counter(name.words), []
        for word in words:
            near = max((one for one in left if one in alike[word]), key=alike[word].__getitem__, default=None)
            if near is None:
                missing.append(word)
            else:
                left -= Counter([near])
                shared += alike[word][near] * (self._weight(word) + self._weight(near))
        initials = [word for word in missing if _takes_initial(word, left)]
        missing = [word for word in missing if word not in initials]
        whole = sum(map(self._weight, (*words, *name.words)))
        is_namesake = name.words[-1] in alike[words[-1]]
        if shared < LEAST * whole and not is_namesake:
            return None
        if sorted(folded.split()) == sorted(name.folded.split()):
            nearness = SAME
        elif sorted(words) == sorted(name.words):
            nearness = RESPELLED
        elif not missing and not left.total() and not initials:
            nearness = NEARLY
        elif not missing or not left.total():
            nearness = PART
        else:
            nearness = SOME
        is_abroad = country is not None and country != name.country
        return Near(nearness, is_abroad, 1 - shared / whole, name)

    def _weight(self, word: str) -> float:
        """How much a word tells: an initial nothing, a word that no name has the most."""
        return 0.0 if len(word) == 1 else self.weights.get(word) or self._rarity(0)

    def _rarity(self, names: int) -> float:
        return 1 + log((1 + self.size) / (1 + names))


def _takes_initial(word: str, left: Counter[str]) -> bool:
    """Whether an initial stands for one of the words left, or a word for an initial; takes it away then."""
    for other in left:
        if 1 in (len(word), len(other)) and word[0] == other[0]:
            left.subtract([other])
            left += Counter()
            return True
    return False
