"""The report of an ingest: every outcome as JSON, for a script to read."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import CommandError

from statements.management.terminal import printable
from statements.models import ImportOutcome


def check_report(path: Path) -> None:
    """A report that cannot be written is found before anything is taken in. Raises CommandError."""
    try:
        if path.is_dir() or path.is_file() or not path.exists():  # opening a pipe might wait, or end it
            path.open("ab").close()
    except (OSError, ValueError) as error:
        raise report_fails(path, error) from error


def report_fails(path: Path, error: Exception) -> CommandError:
    why = getattr(error, "strerror", None) or str(error)
    return CommandError(
        f"the report cannot be written to {printable(path)}: {why}; "
        "name a file in a folder that is there and that this account may write to",
        returncode=2,
    )


def write_report(path: Path, outcomes: list[ImportOutcome]) -> None:
    rows = [
        {
            "location": printable(outcome.location),
            "result": outcome.result,
            "reason": printable(outcome.reason),
            "original": outcome.original.sha256 if outcome.original else None,
            "article": outcome.article.public_id if outcome.article else None,
        }
        for outcome in outcomes
    ]
    try:
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise report_fails(path, error) from error
