"""When a record last changed: when it was taken in, or when a curator last touched it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Q

from statements.models import Edit, Statement


def last_edits(record: str, among: Q) -> dict[int, datetime]:
    """Primary key → time of the newest edit, of those that have any."""
    edits = Edit.objects.filter(among, record=record).order_by()
    return dict(edits.values_list("record_id").annotate(Max("when")))


def last_changes(statements: Iterable[Statement]) -> dict[int, datetime]:
    """Of each statement: its own newest edit, its article's, or the day on which the article came in."""
    rows = list(statements)
    own = last_edits("statement", Q(record_id__in=[row.pk for row in rows]))
    of_articles = last_edits("article", Q(record_id__in={row.article_id for row in rows}))
    return {
        row.pk: max(
            when
            for when in (row.article.ingested_at, own.get(row.pk), of_articles.get(row.article_id))
            if when
        )
        for row in rows
    }
