"""The recorded wordings that come nearest to a quotation, or the honest answer that there is none.

Three steps, each of bounded work on both engines, with their indexes alone:

1. Are these very words here? A literal phrase, as the search box looks it up.
2. Candidates: statements that hold one of the rarer words pasted, or one of
   each of several groups of the commoner ones. How common a word is, the
   newest statements tell. Words count by their beginnings, so that another
   ending still finds the statement.
3. Each candidate is laid beside the quotation word by word. Its share is the
   weight of the words that stand in both in the same order, of all that the
   shorter one of the two has; a word that is spelled nearly alike counts.

``docs/searching.md`` tells how the thresholds were measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from django.db.models import QuerySet
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from statements.folding import fold
from statements.search.backends import matching
from statements.search.query import AnyOf, Query, Term, inside_all_marks

# From this share on a wording is near. The likest of 2,000 unrelated sentences reached 0.57.
NEAR_ENOUGH = 0.6
# Fewer words in common are chance, whatever their share.
FEWEST_SHARED = 4
# Fewer words cannot be compared, only looked up.
FEWEST_WORDS = 4
MOST_SHOWN = 5

# The newest statements, of which it is counted how common a word is.
SAMPLE = 1500
# About so many candidates are read, and so many of them laid beside the quotation.
MOST_CANDIDATES = 2000
MOST_COMPARED = 60
# Words of the quotation that look for candidates.
MOST_CLUES = 16
LETTERS_A_WORD = 5

SPELLED_ALIKE = 75  # per cent, of words that begin with the same letter


class Near(NamedTuple):
    """A row and the share of the words that it has in common with the quotation."""

    pk: int
    share: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What was looked for, and what came of it.

    Where it is ``exact`` its ``query`` finds the statements; the ``near`` ones only resemble it.
    """

    words: tuple[str, ...]
    within_marks: bool = False
    exact: bool = False
    near: tuple[Near, ...] = ()

    @property
    def is_short(self) -> bool:
        """Too short to be compared with anything."""
        return len(self.words) < FEWEST_WORDS

    @property
    def query(self) -> Query:
        return literally(self.words)


def find_nearest(rows: QuerySet, pasted: str) -> Answer:
    """What the archive has of a quotation. The rows must have ``folded``."""
    words = tuple(fold(pasted).split())
    if not words:
        return Answer(())
    quoted = tuple(fold(" ".join(inside_all_marks(pasted))).split())
    readings = [words]
    if len(quoted) >= FEWEST_WORDS and quoted != words:
        readings.append(quoted)
    for reading in readings:
        if matching(rows, literally(reading)).order_by().exists():
            return Answer(reading, within_marks=reading is not words, exact=True)
    if len(words) < FEWEST_WORDS:
        return Answer(words)
    candidates = read_candidates(rows, words)
    return Answer(words, near=tuple(compare(readings, candidates)))


def literally(words: Sequence[str]) -> Query:
    return Query((AnyOf((Term(tuple(words)),)),)) if words else Query()


# --- candidates --------------------------------------------------------------------


class Clue(NamedTuple):
    """A word to look for, and about how many statements have it."""

    term: Term
    rows: float


def read_candidates(rows: QuerySet, words: Sequence[str]) -> dict[int, list[str]]:
    """Rows that may be near, with their words. Two queries by the index, and one for the sample."""
    rarer, commoner = choose_clues(find_clues(rows, words))
    queries = [Query((AnyOf(tuple(clue.term for clue in rarer)),))] if rarer else []
    if groups := group_clues(commoner):
        queries.append(Query(tuple(AnyOf(tuple(clue.term for clue in group)) for group in groups)))
    found = chain.from_iterable(
        matching(rows, query).order_by().values_list("pk", "folded") for query in queries
    )
    return {pk: folded.replace("|", " ").split() for pk, folded in found}


def find_clues(rows: QuerySet, words: Iterable[str]) -> list[Clue]:
    """The longest words as clues, the rarest first."""
    longest = sorted(dict.fromkeys(words), key=lambda word: -len(word))[:MOST_CLUES]
    newest = list(rows.order_by("-pk").values_list("pk", "folded")[:SAMPLE])
    if not newest:
        return []
    all_rows = newest[0][0] - newest[-1][0] + 1 if len(newest) < SAMPLE else newest[0][0]
    text = "\n".join(folded for _, folded in newest)
    clues = []
    for term in dict.fromkeys(map(beginning_of, longest)):
        sign = f" {term.words[0]}" if term.prefix else f" {term.words[0]} "
        # Words are counted, not rows: a word that stands twice is a little commoner than it is.
        clues.append(Clue(term, text.count(sign) / len(newest) * all_rows))
    return sorted(clues, key=lambda clue: clue.rows)


def beginning_of(word: str) -> Term:
    """A long word without its ending."""
    return Term((word[: max(5, len(word) - 2)],), prefix=True) if len(word) > 5 else Term((word,))


def choose_clues(clues: Sequence[Clue]) -> tuple[list[Clue], list[Clue]]:
    """The rarer ones, each of which may find a row alone, and the others."""
    total, at = 0.0, 0
    while at < len(clues) and total + clues[at].rows <= MOST_CANDIDATES:
        total += clues[at].rows
        at += 1
    return list(clues[:at]), list(clues[at:])


def group_clues(clues: Sequence[Clue]) -> list[list[Clue]]:
    """So many groups that about few enough rows hold a word of each."""
    for number in range(2, len(clues) + 1):
        groups = [list(clues[at::number]) for at in range(number)]
        if expected(groups) <= MOST_CANDIDATES:
            return groups
    return []


def expected(groups: Sequence[Sequence[Clue]]) -> float:
    """How many rows hold a word of each group, were words scattered by chance."""
    rows = [sum(clue.rows for clue in group) for group in groups]
    largest = max(rows)
    product = largest
    for number in sorted(rows)[:-1]:
        product *= min(number / largest, 1.0)
    return product


# --- side by side ------------------------------------------------------------------


def compare(readings: Sequence[Sequence[str]], candidates: dict[int, list[str]]) -> list[Near]:
    """The nearest ones, best first."""
    likely = likeliest(readings[0], candidates)
    vocabulary = sorted({word for words in likely.values() for word in words})
    alike = {word: spelled_alike(word, vocabulary) for word in set(chain(*readings))}
    near = [
        Near(pk, round(max(share_of(reading, words, alike) for reading in readings), 3))
        for pk, words in likely.items()
    ]
    near = [one for one in near if one.share >= NEAR_ENOUGH]
    return sorted(near, key=lambda one: (-one.share, -one.pk))[:MOST_SHOWN]


def likeliest(pasted: Sequence[str], candidates: dict[int, list[str]]) -> dict[int, list[str]]:
    """Those that share most, in any order: a quick look, for the choice of whom to lay beside it."""
    weights = {word: weight(word) for word in pasted}
    whole = sum(map(weight, pasted))

    def shared(words: list[str]) -> float:
        return sum(weights[word] for word in weights.keys() & words) / min(whole, LETTERS_A_WORD * len(words))

    ordered = sorted(candidates.items(), key=lambda row: -shared(row[1]))
    return dict(ordered[:MOST_COMPARED])


def spelled_alike(word: str, vocabulary: Sequence[str]) -> frozenset[str]:
    if len(word) < 4:
        return frozenset()
    found = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=SPELLED_ALIKE, limit=20)
    return frozenset(other for other, *_ in found if other[0] == word[0] and len(other) > 3)


def weight(word: str) -> int:
    """Short words stand everywhere."""
    return 1 if len(word) <= 3 else min(len(word), 8) - 1


def share_of(pasted: Sequence[str], recorded: Sequence[str], alike: dict[str, frozenset[str]]) -> float:
    """The weight of what both have in the same order, of all that the shorter one has; 0 for too little."""
    has = set(recorded)
    spelled = [
        word if word in has else min(alike.get(word, frozenset()) & has, default=word) for word in pasted
    ]
    shorter, longer = sorted((spelled, list(recorded)), key=len)
    if len(shorter) < FEWEST_SHARED:
        return 0.0
    whole = sum(map(weight, shorter))
    return max(shared_weight(shorter, window) / whole for window in windows(longer, len(shorter)))


def windows(words: list[str], length: int) -> Iterator[list[str]]:
    """Stretches half as long again as the shorter wording: words scattered over a page are no wording."""
    size, step = length + length // 2 + 2, max(length // 2, 1)
    for start in range(0, max(len(words) - size, 0) + step, step):
        yield words[start : start + size]


def shared_weight(one: list[str], other: list[str]) -> int:
    blocks = [block for block in LCSseq.opcodes(one, other) if block.tag == "equal"]
    words = [word for block in blocks for word in one[block.src_start : block.src_end]]
    return sum(map(weight, words)) if len(words) >= FEWEST_SHARED else 0
