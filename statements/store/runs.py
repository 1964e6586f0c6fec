"""Record what each import did with each input."""

from __future__ import annotations

from django.utils import timezone

from statements.models import Article, ImportOutcome, ImportRun, Original


def start_run(command: str, pipeline_version: str) -> ImportRun:
    return ImportRun.objects.create(command=command[:2000], pipeline_version=pipeline_version)


def finish_run(run: ImportRun) -> None:
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])


def record_outcome(
    run: ImportRun,
    location: str,
    result: str,
    *,
    reason: str = "",
    original: Original | None = None,
    article: Article | None = None,
) -> ImportOutcome:
    return ImportOutcome.objects.create(
        run=run, location=location[:1000], result=result, reason=reason, original=original, article=article
    )
