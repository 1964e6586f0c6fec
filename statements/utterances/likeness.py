"""Whether two statements may report the same act of speaking, and why, in words.

The same for either order, and of the two statements alone: what else the
archive holds does not change it, so that groups are the same whatever came in
first. What is alike is weighed in meanings (`meanings`): stock phrases of the
genre weigh little, so "called for restraint" is never enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rapidfuzz.distance import LCSseq

from statements.utterances.meanings import USUAL, Meaning, meanings, weight

BAR = "|"
# How long a stretch of days may be to tell one act of speaking from another.
NARROW = timedelta(days=7)


@dataclass(frozen=True)
class Report:
    """What likeness and grouping need of a statement.

    ``speakers`` are keys of its speakers; those of roles without a name are in ``roles``, with their country.
    ``earliest`` and ``latest`` bound when it was said, None where nothing does.
    """

    key: str  # its public id
    article: int
    original: int
    speakers: frozenset[str]
    folded: str  # as search reads it: folded words, a bar between parts
    quoted: str  # those of them within quotation marks
    roles: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(meanings([word for word in self.folded.split() if word != BAR]))

    @cached_property
    def counted(self) -> Counter[Meaning]:
        return Counter(self.meanings)

    @cached_property
    def weight(self) -> float:
        return weigh(self.counted)

    @cached_property
    def words(self) -> list[str]:
        return self.folded.split()

    @cached_property
    def names(self) -> set[Meaning]:
        return {meaning for meaning in self.counted if meaning.is_name}

    @cached_property
    def figures(self) -> set[Meaning]:
        return {meaning for meaning in self.counted if meaning.isdecimal()}

    @cached_property
    def told(self) -> set[Meaning]:
        """What more than names and the stock of the genre: two reports must share some of it."""
        return {meaning for meaning in self.counted if weight(meaning) >= USUAL}

    @property
    def is_dated(self) -> bool:
        """Whether the days on which it may have been said are few."""
        return bool(self.earliest and self.latest and self.latest - self.earliest <= NARROW)


@dataclass(frozen=True, order=True, slots=True)
class Likeness:
    """How alike two statements are, and why in words."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Enough:
    """What must be shared: so much weight, and such a part of the shorter statement's."""

    shared: float
    part: float


# Words of like meaning, said within the same few days, or of which one may be of any day: what names
# no country is then a formula until it tells a great deal.
SAME_DAYS = (Enough(1.9, 0.6), Enough(3.4, 0.5))
ANY_DAY, ANY_DAY_NAMELESS = (Enough(2.0, 0.7),), (Enough(3.0, 0.7),)
# A fragment, word for word, that stands within quotation marks in one of them. What else two long
# statements share must be something too, or they may be of one speech and no more.
FRAGMENT_SAME_DAYS, FRAGMENT_ANY_DAY = Enough(1.9, 0.3), Enough(2.5, 0.3)
FRAGMENT_WORDS = 3
# Of a role without a name ("a diplomatic source") nobody knows that it is one person.
FRAGMENT_OF_ROLES, FRAGMENT_WORDS_OF_ROLES = 4.0, 8


def likeness(one: Report, other: Report) -> Likeness | None:
    """Why two statements may report the same act of speaking; None where they do not."""
    if one.key > other.key:
        one, other = other, one
    is_named = bool(one.speakers & other.speakers)
    if not may_be_one(one, other) or not (is_named or one.roles & other.roles) or not one.told & other.told:
        return None
    fragment = shared_fragment(one, other)
    told = weigh(Counter(meanings(fragment)))
    if not is_named:
        is_long = len(fragment) >= FRAGMENT_WORDS_OF_ROLES and told >= FRAGMENT_OF_ROLES
        return Likeness(round(told, 3), _same_words(fragment)) if is_long else None
    shared = _shared(one, other)
    part = shared / min(one.weight, other.weight)
    both_dated = one.is_dated and other.is_dated
    is_of_others = _is_of_others(one, other)
    enough = FRAGMENT_SAME_DAYS if both_dated else FRAGMENT_ANY_DAY
    if len(fragment) >= FRAGMENT_WORDS and told >= enough.shared and part >= enough.part:
        return (
            None
            if is_of_others and not both_dated
            else Likeness(round(told + part, 3), _same_words(fragment))
        )
    if is_of_others or not _is_in_order(one, other):
        return None
    bars = SAME_DAYS if both_dated else ANY_DAY if one.names & other.names else ANY_DAY_NAMELESS
    if any(shared >= bar.shared and part >= bar.part for bar in bars):
        return Likeness(round(shared * part, 3), "like words of the same meaning")
    return None


def _is_of_others(one: Report, other: Report) -> bool:
    """Whether both name countries, or figures, and none that the other does: a formula said again."""
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in ((one.names, other.names), (one.figures, other.figures))
    )


def may_be_one(one: Report, other: Report) -> bool:
    """Two articles, not two versions of one, and days that do not contradict each other."""
    if one.article == other.article or one.original == other.original:
        return False
    begins_later = one.earliest and other.latest and one.earliest > other.latest
    ends_before = other.earliest and one.latest and other.earliest > one.latest
    return not begins_later and not ends_before


def shared_fragment(one: Report, other: Report) -> list[str]:
    """The weightiest run of words that stands in both, and within quotation marks in one of them."""
    found: list[str] = []
    for mine, theirs in ((one, other), (other, one)):
        for quoted in mine.quoted.split(f" {BAR} "):
            run = _longest_run(quoted.replace(BAR, " ").split(), theirs.words)
            found = max(found, run, key=lambda words: (weigh(Counter(meanings(words))), len(words), words))
    return found


def _longest_run(words: list[str], among: list[str]) -> list[str]:
    """The longest run of ``words`` that stands as it is in ``among``; the first of several."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(among):
        places.setdefault(word, []).append(at)
    best, end = 0, 0
    before: dict[int, int] = {}
    for at, word in enumerate(words):
        now = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ()) if word != BAR}
        longest = max(now.values(), default=0)
        if longest > best:
            best, end = longest, at + 1
        before = now
    return words[end - best : end]


def weigh(counted: Counter[Meaning]) -> float:
    """What the meanings tell, each once."""
    return sum(map(weight, counted))


def _shared(one: Report, other: Report) -> float:
    return sum(weight(meaning) for meaning in one.counted.keys() & other.counted.keys())


def _is_in_order(one: Report, other: Report) -> bool:
    """Whether what they share comes in much the same order: "A warned B" is not "B warned A"."""
    common = one.counted.keys() & other.counted.keys()
    mine, theirs = (tuple(m for m in report.meanings if m in common) for report in (one, other))
    return LCSseq.similarity(mine, theirs) * 2 > len(common)


def _same_words(fragment: Iterable[str]) -> str:
    words = " ".join(fragment)
    return f"the same words: “{words if len(words) <= 120 else words[:119] + '…'}”"
