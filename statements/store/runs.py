"""Record what each import did with each input."""

from __future__ import annotations

from django.db import DatabaseError, IntegrityError
from django.utils import timezone

from statements.crash_points import crash_point
from statements.models import Article, ImportOutcome, ImportRun, Original

DEADLOCKS = ("40001", "40P01")  # PostgreSQL's SQLSTATE


def start_run(command: str, pipeline_version: str) -> ImportRun:
    run = ImportRun.objects.create(command=command[:2000], pipeline_version=pipeline_version)
    crash_point("run-started")
    return run


def finish_run(run: ImportRun) -> None:
    crash_point("inputs-done")
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])
    crash_point("run-finished")


def record_outcome(
    run: ImportRun,
    location: str,
    result: str,
    *,
    reason: str = "",
    original: Original | None = None,
    article: Article | None = None,
) -> ImportOutcome:
    outcome = ImportOutcome.objects.create(
        run=run, location=location[:1000], result=result, reason=reason, original=original, article=article
    )
    crash_point("outcome-recorded")
    return outcome


def is_clash(error: DatabaseError) -> bool:
    """Whether another import was at the same rows: whoever looks again finds what that one did."""
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "sqlstate", None) in DEADLOCKS
