"""Search held against a plain reading of the folded words: the same statements, on the engine at hand.

The reading knows no index, no LIKE and no SQL, and nothing of how a query is parsed: it takes
a made-up query as it was made, and looks at one word after the other.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from statements.filters import StatementFilterSet
from statements.models import Statement
from statements.search import holds, parse_query
from tests.factories import make_statement
from tests.fuzz.archive import fill_archive

QUERIES = 300
SEED = 20_200_730
WITHIN = ("", "", "quoted", "reported")

# Words beside themselves, in quotation marks and outside of them, and in two parts.
TOUCHING = (
    ["“no” no"],
    ["no, no and “no no”"],
    ["the talks, “the talks, the talks”"],
    ["“war and war”, war and war and war"],
    ["war and", "peace and war"],
    ["“war” and", "war and “peace"],
)


@dataclass(frozen=True)
class Wanted:
    """Words in this order; the last may be a beginning."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True)
class Asked:
    """Each of ``terms`` is one or several options, of which one must stand in the text."""

    terms: tuple[tuple[Wanted, ...], ...]
    excluded: tuple[Wanted, ...]
    within: str


# --- the plain reading ------------------------------------------------------------


def times(wanted: Wanted, text: str) -> int:
    """How often, no word counted twice."""
    words, at, found = text.split(), 0, 0
    while at < len(words):
        is_found = is_here(wanted, tuple(words[at : at + len(wanted.words)]))
        found, at = found + is_found, at + (len(wanted.words) if is_found else 1)
    return found


def is_here(wanted: Wanted, words: tuple[str, ...]) -> bool:
    if not wanted.begins:
        return words == wanted.words
    return words[:-1] == wanted.words[:-1] and "".join(words[-1:]).startswith(wanted.words[-1])


def stands(wanted: Wanted, within: str, folded: str, quoted: str) -> bool:
    if within == "reported":
        return times(wanted, folded) > times(wanted, quoted)
    return times(wanted, quoted if within else folded) > 0


def finds(asked: Asked, folded: str, quoted: str) -> bool:
    texts = asked.within, folded, quoted
    return all(any(stands(one, *texts) for one in term) for term in asked.terms) and not any(
        stands(one, *texts) for one in asked.excluded
    )


# --- queries ------------------------------------------------------------------------


def make_wanted(chance: random.Random, texts: list[str]) -> Wanted:
    """Words that stand in a text, in its order mostly; the bar between two parts is no word."""
    words = [word for word in chance.choice(texts).split() if word != "|"]
    at, number = chance.randrange(len(words)), chance.choice((1, 1, 1, 2, 2, 3))
    found = words[at : at + number]
    if chance.random() < 0.2:
        chance.shuffle(found)
    if chance.random() < 0.05:
        found[-1] = "nowhere"
    begins = chance.random() < 0.25 and len(found[-1]) > 3
    if begins:
        found[-1] = found[-1][: chance.randint(2, 4)]
    return Wanted(tuple(found), begins)


def make_asked(chance: random.Random, texts: list[str]) -> Asked:
    terms = chance.choice((0, 1, 1, 1, 2, 2, 3))
    excluded = chance.choice((0, 0, 1, 2)) if terms else 1
    return Asked(
        tuple(
            tuple(make_wanted(chance, texts) for _ in range(chance.choice((1, 1, 1, 2, 3))))
            for _ in range(terms)
        ),
        tuple(make_wanted(chance, texts) for _ in range(excluded)),
        chance.choice(WITHIN),
    )


def typed(chance: random.Random, asked: Asked) -> str:
    """As somebody might write it: any marks, any case, terms and what is left out in any order."""
    pieces = [
        chance.choice((" OR ", " | ", "|")).join(typed_term(chance, one) for one in term)
        for term in asked.terms
    ]
    pieces += [chance.choice("-−") + typed_term(chance, one) for one in asked.excluded]
    chance.shuffle(pieces)
    return chance.choice((" ", "  ", ", ")).join(pieces)


def typed_term(chance: random.Random, wanted: Wanted) -> str:
    words = chance.choice((str.lower, str.upper, str.title))(" ".join(wanted.words)) + "*" * wanted.begins
    if len(wanted.words) == 1 and words != "OR" and chance.random() < 0.7:
        return words
    opened, closed = chance.choice(('""', "“”", "„“", "«»", "＂＂"))
    return opened + words + closed


# --- the two ------------------------------------------------------------------------------


@pytest.fixture
def texts(db, originals) -> dict[int, tuple[str, str]]:
    fill_archive(800)
    for words in TOUCHING:
        make_statement(words, kind="mixed")
    listed = Statement.objects.listed().order_by("pk")
    return {pk: (folded, quoted) for pk, folded, quoted in listed.values_list("pk", "folded", "quoted")}


@pytest.mark.timeout(600)
def test_search_finds_what_a_plain_reading_finds(texts: dict[int, tuple[str, str]]) -> None:
    chance = random.Random(SEED)
    both = [text for pair in texts.values() for text in pair if text.replace("|", "").strip()]
    both += both[-2 * len(TOUCHING) :] * 30
    sizes = []
    for number in range(QUERIES):
        asked = make_asked(chance, both)
        text = typed(chance, asked)
        expected = {pk for pk, of_one in texts.items() if finds(asked, *of_one)}
        filterset = StatementFilterSet({"q": text, "within": asked.within}, Statement.objects.listed())
        found = set(filterset.qs.values_list("pk", flat=True))
        assert found == expected, (number, text, asked, found ^ expected)
        assert not filterset.errors_by_parameter(), text
        by_row = Statement.objects.listed().filter(holds(parse_query(text), asked.within))
        assert set(by_row.values_list("pk", flat=True)) == expected, (number, text, asked)
        sizes.append(len(expected))
    assert sum(0 < size < len(texts) for size in sizes) > QUERIES / 2
    assert sum(size > 1 for size in sizes) > QUERIES / 4


@pytest.mark.parametrize(
    ("asked", "folded", "quoted", "expected"),
    [
        (Asked(((Wanted(("war",)),),), (), ""), " war and peace ", " ", True),
        (Asked(((Wanted(("wa",)),),), (), ""), " war and peace ", " ", False),
        (Asked(((Wanted(("wa",), True),),), (), ""), " war and peace ", " ", True),
        (Asked(((Wanted(("and", "war")),),), (), ""), " war | and peace ", " ", False),
        (Asked(((Wanted(("war", "and")),),), (), ""), " war | and peace ", " ", False),
        (Asked(((Wanted(("x",)), Wanted(("war",))),), (), ""), " war ", " ", True),
        (Asked((), (Wanted(("war",)),), ""), " war ", " ", False),
        (Asked(((Wanted(("war",)),),), (), "quoted"), " war and peace ", " peace ", False),
        (Asked(((Wanted(("no",)),),), (), "reported"), " no no ", " no ", True),
    ],
)
def test_the_plain_reading(asked: Asked, folded: str, quoted: str, expected: bool) -> None:
    assert finds(asked, folded, quoted) is expected
