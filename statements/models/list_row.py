"""What a statement's row holds, for lists and for search, of the rows that hang on it.

Whoever changes who speaks, for whom, about whom, when, who printed it or the
words themselves calls `keep_keys`; `verify` works the same out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from statements.models.statement import Statement
from statements.search import keys
from statements.search.index_text import quoted_text

BATCH = 500  # rows; each is a parameter, and no SQLite takes fewer


def keep_keys(statements: Iterable[int]) -> None:
    """Bring the keys and quoted words of these rows, by id, up to date. Rows that are so stay unwritten."""
    ids = sorted(set(statements))
    for at in range(0, len(ids), BATCH):
        changed = []
        rows = Statement.objects.filter(pk__in=ids[at : at + BATCH])
        for row, expected in rows_anew(rows.only("pk", *COLUMNS, "keys", "quoted").order_by("pk")):
            if (row.keys, row.quoted) != expected:
                row.keys, row.quoted = expected
                changed.append(row)
        Statement.objects.bulk_update(changed, ["keys", "quoted"], batch_size=100)


# What of a row itself its keys are made of.
COLUMNS = ("kind", "act", "publisher_id", "agency_id", "said_earliest", "said_latest")


def rows_anew(rows: Any) -> Iterator[tuple[Any, tuple[str, str]]]:
    """Each row of a QuerySet of statements with its keys and quoted words, worked out in three queries more.

    It knows the models only by the rows, so that a migration may hand in older ones.
    """
    found = list(rows)
    these = rows.model._base_manager.filter(pk__in=[row.pk for row in found])
    spoken = _grouped(these.values_list("pk", "attributions__speaker", "attributions__country"))
    named = _grouped(these.values_list("pk", "about_countries"))
    parts = _grouped(these.order_by("parts__order").values_list("pk", "parts__prefix", "parts__exact"))
    for row in found:
        yield (
            row,
            (
                keys.all_keys(
                    attributions=spoken[row.pk],
                    about_countries=[country for (country,) in named[row.pk]],
                    kind_name=row.kind,
                    act_name=row.act,
                    publisher_id=row.publisher_id,
                    agency_id=row.agency_id,
                    earliest=row.said_earliest,
                    latest=row.said_latest,
                ),
                quoted_text(row.kind, [(before, exact) for before, exact in parts[row.pk] if exact]),
            ),
        )


def _grouped(values: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[Any]]:
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for pk, *others in values:
        grouped[pk].append(tuple(others))
    return grouped
