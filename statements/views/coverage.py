"""What was taken in, from whom and of when; and what was not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from statements.models import ImportOutcome
from statements.models.article import Article
from statements.models.authority import Publisher
from statements.models.statement import Statement
from statements.periods import month_stretch, year_stretch
from statements.versioning import by_version
from statements.views.counted import read_totals

OUTLETS_ON_A_PAGE = 60
MOST_MONTHS = 12  # more are years, each of which opens into its months
REVIEWED = (Statement.Review.APPROVED, Statement.Review.CORRECTED)


class ArticlesRead(NamedTuple):
    """How many articles there are, by publisher and by the first day of the month that they are from.

    None stands for a publisher or a date that an article does not state.
    """

    found: dict[tuple[int | None, date | None], int]

    @property
    def total(self) -> int:
        return sum(self.found.values())

    @property
    def months(self) -> set[date | None]:
        return {month for _publisher, month in self.found}


def articles_read() -> ArticlesRead:
    """Found once for each state of the archive."""
    return by_version("articles-read", count_articles)


def count_articles() -> ArticlesRead:
    counted = Article.objects.current().order_by().values_list("publisher", "published")
    found: Counter[tuple[int | None, date | None]] = Counter()
    for publisher, day, number in counted.annotate(Count("pk")):
        found[publisher, day and day.replace(day=1)] += number
    return ArticlesRead(dict(found))


class Period(NamedTuple):
    """A month or a year as a column; ``name`` is how addresses write it, empty for no date."""

    name: str
    label: str


class Row(NamedTuple):
    """One outlet, or none for articles that name nobody, and how many articles of each period."""

    publisher: Publisher | None
    total: int
    cells: list[tuple[Period, int]]

    @property
    def slug(self) -> str:
        return self.publisher.slug if self.publisher else "none"


@dataclass(frozen=True, slots=True)
class Table:
    """Articles by outlet and period, the outlets with most first."""

    periods: list[Period]
    rows: list[Row]
    has_years: bool


def name_of(month: date | None, *, by_year: bool) -> str:
    if month is None:
        return ""
    return f"{month:%Y}" if by_year else f"{month:%Y-%m}"


def periods_of(months: Iterable[date | None], *, by_year: bool) -> list[Period]:
    """Every one from the first to the last, the gaps too, and at the end that of the undated."""
    months = list(months)
    dated = sorted(month for month in months if month)
    found = []
    if dated:
        first, last = dated[0], dated[-1]
        stretches = (
            [year_stretch(year, year) for year in range(first.year, last.year + 1)]
            if by_year
            else [
                month_stretch(number // 12, number % 12 + 1)
                for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
            ]
        )
        found = [Period(start, label) for _period, start, _end, label in stretches]
    return found + ([Period("", "")] if None in months else [])


def spans_years(months: Iterable[date | None]) -> bool:
    dated = [month.year * 12 + month.month for month in months if month]
    return bool(dated) and max(dated) - min(dated) >= MOST_MONTHS


def build_table(read: ArticlesRead, year: int | None = None) -> Table:
    """The whole archive, or one year of it in months."""
    found = {
        (publisher, month): number
        for (publisher, month), number in read.found.items()
        if year is None or (month and month.year == year)
    }
    months = {month for _publisher, month in found}
    by_year = spans_years(months)
    periods = periods_of(months, by_year=by_year)
    counted: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    for (publisher, month), number in found.items():
        counted[publisher][name_of(month, by_year=by_year)] += number
    publishers = Publisher.objects.in_bulk([pk for pk in counted if pk])
    rows = [
        Row(
            publishers[pk] if pk else None,
            numbers.total(),
            [(period, numbers[period.name]) for period in periods],
        )
        for pk, numbers in counted.items()
    ]
    rows.sort(key=lambda row: (-row.total, row.publisher.name if row.publisher else ""))
    return Table(periods, rows, by_year)


def articles_of(publisher: Publisher) -> dict[date | None, int]:
    """Its articles by the month that they are from."""
    return {month: number for (pk, month), number in articles_read().found.items() if pk == publisher.pk}


def by_period(months: dict[date | None, int]) -> list[tuple[Period, int]]:
    """The same in months or, where these are many, in years; the latest first and the undated last."""
    by_year = spans_years(months)
    numbers: Counter[str] = Counter()
    for month, number in months.items():
        numbers[name_of(month, by_year=by_year)] += number
    periods = periods_of(months, by_year=by_year)
    periods.sort(key=lambda period: period.name, reverse=True)
    return [(period, numbers[period.name]) for period in periods if numbers[period.name]]


# --- what was not taken in -----------------------------------------------------------------

# What a reader is told of a reason: its kind. The reason itself may name files and what is in them.
KINDS_OF_REASONS: tuple[tuple[re.Pattern[str], Promise], ...] = (
    (re.compile(r"more than the|more than [\d,]+|larger than"), gettext_lazy("too long for one article")),
    (re.compile(r"NUL characters|controls|decoded"), gettext_lazy("damaged: its letters cannot be read")),
    (re.compile(r"empty|nothing to read|Nothing"), gettext_lazy("empty, or without any text of its own")),
    (
        re.compile(r"^The source is (an? |not )"),
        gettext_lazy("not a text: a picture, a document or a packed file"),
    ),
    (re.compile(r"cannot be read|regular|link|closed|no such"), gettext_lazy("could not be opened")),
)
OTHER_REASON = gettext_lazy("for another reason")


def kind_of_reason(reason: str) -> Promise:
    """
    >>> str(kind_of_reason("The source is a PDF, not text: save its text as a .txt file."))
    'not a text: a picture, a document or a packed file'
    """
    return next((kind for pattern, kind in KINDS_OF_REASONS if pattern.search(reason)), OTHER_REASON)


class LeftOut(NamedTuple):
    """Inputs that no article came of."""

    result: str
    reason: Promise
    found: int


class Facts(NamedTuple):
    reviewed: int
    left_out: list[LeftOut]


def facts() -> Facts:
    return by_version("facts", count_facts)


def count_facts() -> Facts:
    return Facts(Statement.objects.listed().filter(review_state__in=REVIEWED).count(), count_left_out())


def count_left_out() -> list[LeftOut]:
    """By kind of reason. What became an article later, from the same bytes, is not counted.

    An input is counted once for each reason, however often it was tried.
    """
    results = (ImportOutcome.Result.HELD, ImportOutcome.Result.REFUSED)
    outcomes = ImportOutcome.objects.filter(result__in=results).order_by()
    outcomes = outcomes.exclude(Exists(Article.objects.filter(original=OuterRef("original"))))
    inputs = Count("original", distinct=True) + Count("location", distinct=True, filter=Q(original=None))
    sources: Counter[tuple[str, Promise]] = Counter()
    for result, reason, found in outcomes.values_list("result", "reason").annotate(inputs=inputs):
        sources[result, kind_of_reason(reason)] += found
    rows = [LeftOut(result, reason, found) for (result, reason), found in sources.items()]
    return sorted(rows, key=lambda row: (row.result, -row.found))


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    totals, read, known = read_totals(), articles_read(), facts()
    years = {month.year for month in read.months if month}
    year = {str(year): year for year in years}.get(request.GET.get("year", ""))
    table = build_table(read, year)
    context = {
        "section": "coverage",
        "year": year,
        "years": sorted(years),
        "table": table,
        "page": Paginator(table.rows, OUTLETS_ON_A_PAGE).get_page(request.GET.get("page")),
        "base": f"?year={year}" if year else "?",
        "articles": read.total,
        "outlets": len({publisher for publisher, _month in read.found if publisher}),
        "undated_articles": sum(number for (_pk, month), number in read.found.items() if month is None),
        "unnamed_articles": sum(number for (pk, _month), number in read.found.items() if pk is None),
        "statements": totals.total,
        "undated": sum(row.found for row in totals.said if row.earliest is None),
        "reviewed": known.reviewed,
        "left_out": known.left_out,
    }
    return render(request, "statements/coverage.html", context)
