"""Choose the engine's way to find rows, and count what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.apps import apps
from django.db import connections
from django.db.models import Aggregate, BooleanField, F, Func, Q, QuerySet, TextField, Value

from statements.search import postgresql, sqlite
from statements.search.query import Query, Term
from statements.versioning import by_version

Rows = TypeVar("Rows", bound=QuerySet)

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}

# What of a statement is searched: all its words, those in quotation marks, or the others.
WITHIN = ("", "quoted", "reported")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a list asks of its rows: ``row`` looks at each, ``query`` and ``keys`` ask the index.

    What the index finds is a little too much sometimes; ``recheck`` looks again.
    """

    row: Q
    query: Query | None = None
    keys: tuple[str, ...] = ()
    recheck: Q | None = None

    @property
    def is_indexed(self) -> bool:
        return bool(self.keys or (self.query and self.query.terms))


def any_of(tokens: Iterable[str]) -> Condition:
    """One of these keys; of none at all nothing is found."""
    known = tuple(tokens)
    return Condition(_any(Q(keys__contains=f" {token} ") for token in known), keys=known)


def none_of(tokens: Iterable[str]) -> Condition:
    return Condition(~_any(Q(keys__contains=f" {token} ") for token in tokens))


def in_words(query: Query, within: str = "") -> Condition:
    """The words are as the query wants them. Its fields are for the filters to resolve."""
    if within not in WITHIN:
        raise ValueError(f"Words stand within {WITHIN}, not within “{within}”")
    # The index knows no quotation marks: what it would leave out may stand outside of them.
    asked = replace(query, excluded=()) if within else query
    return Condition(holds(query, within), asked, recheck=_recheck(query, within))


def matching(rows: Rows, query: Query, within: str = "") -> Rows:
    """The rows whose words are as the query wants them; all for an empty one."""
    return matching_all(rows, [in_words(query, within)])


def matching_all(rows: Rows, conditions: Iterable[Condition]) -> Rows:
    """The rows that meet every condition, by the index: one look-up for all words and keys."""
    queries, keys = [], []
    for condition in conditions:
        if not condition.is_indexed:
            rows = rows.filter(condition.row)
            continue
        if condition.query:
            queries.append(condition.query)
        if condition.keys:
            keys.append(condition.keys)
        if condition.recheck:
            rows = rows.filter(condition.recheck)
    return ENGINES[connections[rows.db].vendor].candidates(rows, queries, keys) if queries or keys else rows


def holds(query: Query, within: str = "") -> Q:
    """The same of one row, without an index."""
    wanted = (_any(_stands(option, within) for option in one.options) for one in query.terms)
    unwanted = (~_stands(term, within) for term in query.excluded)
    return Q(*wanted, *unwanted)


def _recheck(query: Query, within: str) -> Q:
    """What the index cannot tell: in what order words stand, and whether in quotation marks."""
    if within:
        return holds(query, within)
    phrases = (
        _any(_stands(option, within) for option in one.options)
        for one in query.terms
        if any(len(option.words) > 1 for option in one.options)
    )
    unwanted = (~_stands(term, within) for term in query.excluded if len(term.words) > 1)
    return Q(*phrases, *unwanted)


def _stands(term: Term, within: str) -> Q:
    if within == "reported":
        words = f" {'  '.join(term.words)}" + " " * (not term.prefix)
        return Q(StandsMoreOften(F("folded"), F("quoted"), Value(words)))
    words = f" {' '.join(term.words)}" + " " * (not term.prefix)
    return Q(**{f"{within or 'folded'}__contains": words})


def _any(conditions: Iterable[Q]) -> Q:
    """One of them; of none at all nothing is found."""
    return reduce(or_, conditions, Q(pk__in=[]))


class StandsMoreOften(Func):
    """Words, with two spaces between, stand in the one column more often than in the other.

    Each word of the columns gets two spaces round it too, of its own, so that "no, no" counts as two.
    """

    output_field = BooleanField()

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **others: Any
    ) -> tuple[str, tuple[Any, ...]]:
        whole, part, words = (compiler.compile(one) for one in self.get_source_expressions())
        spaced = [f"replace({sql}, ' ', '  ')" for sql, _ in (whole, part)]
        taken = [f"(length({sql}) - length(replace({sql}, {words[0]}, '')))" for sql in spaced]
        params = (*whole[1], *whole[1], *words[1], *part[1], *part[1], *words[1])
        return f"({taken[0]} > {taken[1]})", params


# --- counting --------------------------------------------------------------------


IN_MEMORY = 10_000  # rows


class Joined(Aggregate):
    """All the texts of a column in one."""

    function = "group_concat"
    template = "%(function)s(%(expressions)s, '')"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **others: Any) -> tuple[str, tuple[Any, ...]]:
        return super().as_sql(compiler, connection, function="string_agg", **others)


def count_keys(rows: QuerySet) -> Counter[str]:
    """How many of the rows hold each key: every facet at once, in one query."""
    joined = rows.order_by().aggregate(joined=Joined("keys"))["joined"]
    return Counter((joined or "").split())


def archive_totals() -> Counter[str]:
    """The same of everything that readers see; counted anew when the archive has changed."""

    def count() -> Counter[str]:
        statements: Any = apps.get_model("statements", "Statement")
        rows = statements.objects.listed().order_by().values_list("keys", flat=True)
        counts: Counter[str] = Counter()
        # The keys of a million in one text would be a gigabyte.
        for keys in rows.iterator(chunk_size=IN_MEMORY):
            counts.update(keys.split())
        return counts

    return by_version("archive_totals", count)
