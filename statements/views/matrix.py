"""Who speaks about whom: the counts, and what lies behind a zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from statements.models.article import Article
from statements.models.authority import Country
from statements.models.statement import Attribution, Statement

Totals = dict[int, int]
Pairs = dict[tuple[int, int], int]


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


def count_countries() -> list[CountryCount]:
    """Every country that speaks or is spoken about, those with most statements first."""
    speaks, spoken_about = count_speaking(), count_spoken_about()
    countries = Country.objects.in_bulk(speaks.keys() | spoken_about.keys())
    counts = [
        CountryCount(country, speaks.get(key, 0), spoken_about.get(key, 0))
        for key, country in countries.items()
    ]
    return sorted(counts, key=lambda c: (-c.speaks - c.spoken_about, c.country.name))


def count_speaking() -> Totals:
    spoken = Attribution.objects.filter(statement__listed=True, country__isnull=False)
    return dict(spoken.order_by().values_list("country").annotate(Count("statement", distinct=True)))


def count_spoken_about() -> Totals:
    named = Statement.about_countries.through.objects.filter(statement__listed=True)
    return dict(named.order_by().values_list("country").annotate(Count("statement")))


def count_pairs() -> Pairs:
    """Statements by speaking country and country spoken about."""
    spoken = Attribution.objects.filter(
        statement__listed=True, country__isnull=False, statement__about_countries__isnull=False
    )
    counted = spoken.order_by().values_list("country", "statement__about_countries")
    return {(a, b): n for a, b, n in counted.annotate(Count("statement", distinct=True))}


def pairs_read(countries: Iterable[Country]) -> set[tuple[int, int]]:
    """Pairs of these countries that one article names together."""
    among = [country.pk for country in countries]
    mentions = Article.mentions.through.objects.filter(
        article__superseded=False, country__in=among, article__mentions__in=among
    )
    return set(mentions.order_by().values_list("country", "article__mentions").distinct())


def build_matrix(rows: list[CountryCount], columns: list[CountryCount]) -> Matrix:
    pairs = count_pairs()
    read = pairs_read({count.country for count in [*rows, *columns]})
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
    speaking: Country, about: Country, pairs: Pairs, read: set[tuple[int, int]], most: int
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
