"""Take articles into the archive."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from statements import pipeline
from statements.management.sources import RefusedSource, Source, find_sources, known_endings
from statements.models import ImportOutcome, ImportRun
from statements.store.runs import finish_run, record_outcome, start_run

RESULTS = (pipeline.CREATED, pipeline.UPDATED, pipeline.UNCHANGED, pipeline.HELD, pipeline.REFUSED)

EXIT_CODES = """exit codes:
  0  every input was created, updated or unchanged
  1  some inputs were held or refused; the archive has the rest
  2  the command line is wrong, or there was nothing to read
"""


class Command(BaseCommand):
    """``ingest PATH…``: files, folders, or "-" for standard input."""

    help = "Take articles into the archive: files, folders, or - for standard input."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, epilog=EXIT_CODES, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--report", metavar="FILE.json", help="write every outcome there as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        sources = list(find_sources(options["paths"]))
        if not sources:
            raise CommandError(
                f"nothing to read in {', '.join(options['paths'])}: "
                f"name files, or folders that hold {', '.join(sorted(known_endings()))} files",
                returncode=2,
            )
        with transaction.atomic() if options["dry_run"] else nullcontext():
            outcomes = self.ingest_all(sources, options)
            if options["dry_run"]:
                transaction.set_rollback(True)
        if options["report"]:
            write_report(Path(options["report"]), outcomes)
        self.summarise(outcomes, options["dry_run"])

    def ingest_all(self, sources: list[Source], options: dict[str, Any]) -> list[ImportOutcome]:
        self.load_authorities_first()
        knowledge = pipeline.stored_knowledge()
        run = start_run(" ".join(["ingest", *options["paths"]]), pipeline.PIPELINE_VERSION)
        outcomes = []
        for number, source in enumerate(sources, 1):
            self.show_progress(number, len(sources), source)
            outcome = ingest_one(source, run, knowledge, dry_run=options["dry_run"])
            self.show_outcome(source, outcome, options["verbosity"])
            outcomes.append(outcome)
        finish_run(run)
        return outcomes

    def load_authorities_first(self) -> None:
        if not pipeline.has_authorities():
            counts = pipeline.load_shipped_authorities()
            self.stdout.write(f"No authority records yet: loaded {counts['created']:,} from fixtures/.")

    def show_progress(self, number: int, total: int, source: Source) -> None:
        """A line that the outcome overwrites, on a terminal alone."""
        if self.stdout.isatty() and total > 1:
            self.stdout.write(f"[{number}/{total}] {source.label}", ending="\r")
            self.stdout.flush()

    def show_outcome(self, source: Source, outcome: ImportOutcome, verbosity: int) -> None:
        if verbosity == 0:
            return
        line = f"{outcome.result:<9}  {source.label}"
        if outcome.article:
            line += f"  {outcome.article.public_id}, {_counted(outcome.article.statements.count())}"
        if outcome.reason:
            line += f"  ({outcome.reason})"
        bad = outcome.result in (pipeline.HELD, pipeline.REFUSED)
        self.stdout.write(self.style.WARNING(line) if bad else line)
        if verbosity > 1 and outcome.article:
            for statement in outcome.article.statements.order_by("start").prefetch_related(
                "parts", "attributions__speaker"
            ):
                names = ", ".join(
                    str(a.speaker or f"unresolved: {a.source}") for a in statement.attributions.all()
                )
                self.stdout.write(
                    f"           {statement.public_id}  {names or 'no source'}: {statement.words[:80]}"
                )

    def summarise(self, outcomes: list[ImportOutcome], dry_run: bool) -> None:
        counts = Counter(outcome.result for outcome in outcomes)
        summary = ", ".join(f"{counts[result]} {result}" for result in RESULTS)
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{summary}")
        if counts[pipeline.HELD] or counts[pipeline.REFUSED]:
            sys.exit(1)


def ingest_one(
    source: Source, run: ImportRun, knowledge: pipeline.Knowledge, *, dry_run: bool
) -> ImportOutcome:
    try:
        data = source.read()
    except RefusedSource as error:
        return record_outcome(run, source.location or source.label, pipeline.REFUSED, reason=str(error))
    return pipeline.ingest(data, source.location, run=run, knowledge=knowledge, dry_run=dry_run)


def write_report(path: Path, outcomes: list[ImportOutcome]) -> None:
    rows = [
        {
            "location": outcome.location,
            "result": outcome.result,
            "reason": outcome.reason,
            "original": outcome.original.sha256 if outcome.original else None,
            "article": outcome.article.public_id if outcome.article else None,
        }
        for outcome in outcomes
    ]
    try:
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(
            f"the report cannot be written to {path}: {error.strerror}", returncode=2
        ) from error


def _counted(number: int) -> str:
    return "1 statement" if number == 1 else f"{number} statements"
