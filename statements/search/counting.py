"""How many statements hold each key, of several lists at once.

Here is the one place where numbers need not be exact: of a list that is longer
than MOST_COUNTED its newest statements alone are counted, and the answer says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from statements.search import keys

MOST_COUNTED = 100_000

JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}


class CountedKeys(NamedTuple):
    keys: Counter[str]
    is_cut: bool = False


def total_of(counts: Mapping[str, int]) -> int:
    """Of how many statements these are the keys."""
    return sum(counts.get(keys.kind(kind), 0) for kind in keys.KINDS)


def count_each(lists: Mapping[str, QuerySet], longest: int = 0) -> dict[str, CountedKeys]:
    """The keys of every list, in one query.

    None of them is longer than ``longest``; without it all are counted whole.
    """
    counted = {name: CountedKeys(Counter()) for name in lists}
    parts, params, using = [], [], ""
    for name, rows in lists.items():
        using = rows.db
        part = one_row(name, bounded(rows, longest))
        if part:
            parts.append(part[0])
            params += part[1]
    if not parts:
        return counted
    with connections[using].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        for name, rows_counted, joined in cursor.fetchall():
            is_cut = longest > MOST_COUNTED and rows_counted > MOST_COUNTED
            counted[name] = CountedKeys(Counter((joined or "").split()), is_cut)
    return counted


def bounded(rows: QuerySet, longest: int) -> QuerySet:
    """One more than are counted, so that it shows whether there are more."""
    rows = rows.order_by().values_list("keys")
    return rows if longest <= MOST_COUNTED else rows.order_by("-said_sort", "-id")[: MOST_COUNTED + 1]


def one_row(name: str, rows: QuerySet) -> tuple[str, list[Any]] | None:
    """The list's name, how many rows, and all their keys; nothing where the list can only be empty."""
    try:
        sql, params = rows.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return None
    joined = JOINED[connections[rows.db].vendor]
    return f"SELECT %s, count(*), {joined}(keys, '') FROM ({sql}) AS counted", [name, *params]  # noqa: S608
