"""Who speaks about whom: the counts, and what lies behind a zero."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.utils.functional import Promise as StrPromise
from django.utils.translation import gettext_lazy

from statements.folding import fold
from statements.models.article import Article
from statements.models.authority import Country
from statements.versioning import by_version
from statements.views.counted import Pairs, Totals


@dataclass(frozen=True, slots=True)
class Cell:
    """One country about another. ``size`` grows with the number, from 1 to 4."""

    about: Country
    found: int
    was_read: bool
    is_self: bool
    size: int


@dataclass(frozen=True, slots=True)
class Row:
    country: Country
    speaks: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    columns: list[Country]
    rows: list[Row]
    most: int  # the greatest number, by which all are set

    @property
    def digits(self) -> int:
        return len(str(self.most))

    @property
    def example(self) -> tuple[Row, Cell] | None:
        """The greatest number of one country about another, to show how the table is read."""
        pairs = [(row, cell) for row in self.rows for cell in row.cells if cell.found and not cell.is_self]
        return max(pairs, key=lambda pair: pair[1].found, default=None)


@dataclass(frozen=True, slots=True)
class CountryCount:
    """A country with how often it speaks and how often it is spoken about."""

    country: Country
    speaks: int
    spoken_about: int


def count_countries(totals: Totals) -> list[CountryCount]:
    """Every country that speaks or is spoken about, those with most statements first."""
    speaks, spoken_about = totals.speaks, totals.spoken_about
    countries = Country.objects.in_bulk(speaks.keys() | spoken_about.keys())
    found = [
        CountryCount(country, speaks.get(key, 0), spoken_about.get(key, 0))
        for key, country in countries.items()
    ]
    return sorted(found, key=by_statements)


def by_statements(count: CountryCount) -> tuple[int, str]:
    return -count.speaks - count.spoken_about, fold(count.country.name)


def by_name(count: CountryCount) -> str:
    return fold(count.country.name)


def by_kind(count: CountryCount) -> tuple[int, str]:
    return list(Country.Kind).index(Country.Kind(count.country.kind)), fold(count.country.name)


# What ``?sort=`` may be; the first is the usual one.
SORTS: dict[str, tuple[StrPromise, Callable[[CountryCount], Any]]] = {
    "statements": (gettext_lazy("by number of statements"), by_statements),
    "name": (gettext_lazy("by name"), by_name),
    "kind": (gettext_lazy("states, then organisations and territories"), by_kind),
}


class Sort(NamedTuple):
    """An order that rows and columns can have; no name for the usual one."""

    name: str
    label: StrPromise
    is_now: bool


def sorts_of(asked: str) -> list[Sort]:
    now = asked if asked in SORTS else next(iter(SORTS))
    usual = next(iter(SORTS))
    return [Sort("" if name == usual else name, label, name == now) for name, (label, _key) in SORTS.items()]


def in_order(counts: Iterable[CountryCount], asked: str) -> list[CountryCount]:
    return sorted(counts, key=SORTS.get(asked, SORTS["statements"])[1])


def pairs_read() -> frozenset[tuple[int, int]]:
    """Pairs of countries that one article names together, found once for each state of the archive."""
    return by_version("pairs-read", find_pairs_read)


def find_pairs_read() -> frozenset[tuple[int, int]]:
    old = set(Article.objects.filter(superseded=True).values_list("pk", flat=True))
    mentions = Article.mentions.through.objects.order_by("article_id").values_list("article_id", "country_id")
    together = {
        frozenset(country for _article, country in named)
        for article, named in groupby(mentions.iterator(chunk_size=10_000), key=itemgetter(0))
        if article not in old
    }
    return frozenset((one, other) for named in together for one in named for other in named)


def build_matrix(
    rows: list[CountryCount], columns: list[CountryCount], pairs: Pairs, read: Set[tuple[int, int]]
) -> Matrix:
    most = max(pairs.values(), default=0)
    return Matrix(
        [column.country for column in columns],
        [
            Row(
                row.country,
                row.speaks,
                [build_cell(row.country, column.country, pairs, read, most) for column in columns],
            )
            for row in rows
        ],
        most,
    )


def build_cell(
    speaking: Country, about: Country, pairs: Pairs, read: Set[tuple[int, int]], most: int
) -> Cell:
    pair = (speaking.pk, about.pk)
    found = pairs.get(pair, 0)
    return Cell(about, found, pair in read, speaking == about, step_of(found, most))


def step_of(found: int, most: int) -> int:
    """How large to set a number: steps at 1, 3, 6 and 10, or at shares of the greatest.

    >>> [step_of(n, 15) for n in (1, 5, 9, 15)], [step_of(n, 900) for n in (9, 90, 200, 800)]
    ([1, 2, 3, 4], [1, 2, 3, 4])
    """
    steps = (3, 6, 10) if most <= 20 else (most / 20, most / 8, most / 3)
    return 1 + sum(found >= step for step in steps)
