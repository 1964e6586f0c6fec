"""Take articles into the archive."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from statements import crash_points, pipeline
from statements.crash_points import crash_point
from statements.management.manifest import COLUMNS, ManifestError, Row, read_manifest, teller
from statements.management.outages import outage_of
from statements.management.reports import check_report, write_report
from statements.management.sources import RefusedSource, Source, find_sources, known_endings
from statements.management.terminal import TerminalCommand, one_line, printable
from statements.models import ImportOutcome, ImportRun, User
from statements.models.history import MANIFEST
from statements.pipeline import PersonsWord
from statements.store.runs import finish_run, record_outcome, start_run

RESULTS = (pipeline.CREATED, pipeline.UPDATED, pipeline.UNCHANGED, pipeline.HELD, pipeline.REFUSED)

EXIT_CODES = """exit codes:
  0  every input was created, updated or unchanged
  1  some inputs were held or refused; the archive has the rest
  2  the command line is wrong, there was nothing to read, or the report, the
     originals or the database cannot be written
 75  the database is gone or busy; what was taken in stays, run it again
"""

DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


class Command(TerminalCommand):
    """``ingest PATH…``: files, folders, or "-" for standard input."""

    help = "Take articles into the archive: files, folders, or - for standard input."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, epilog=EXIT_CODES, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input"
        )
        parser.add_argument(
            "--manifest",
            metavar="FILE.csv",
            help=f"what you know and the texts lack: columns {', '.join(COLUMNS)}; "
            "without a PATH its files are the inputs",
        )
        parser.add_argument(
            "--as",
            dest="who",
            default="",
            metavar="NAME",
            help="the user whose knowledge the manifest is, for the history (default: an account of its own)",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--report", metavar="FILE.json", help="write every outcome there as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        arm_crash_point()
        rows = read_rows(options["manifest"])
        if not options["paths"]:
            check_rows_lie_below(rows, options["manifest"])
        sources = list(find_sources(options["paths"] or list(rows)))
        if not sources:
            named = printable(", ".join(options["paths"])) or "no PATH"
            raise CommandError(
                f"nothing to read in {named}: "
                f"name files, or folders that hold {', '.join(sorted(known_endings()))} files",
                returncode=2,
            )
        check_rows_are_met(rows, sources)
        if options["report"]:
            check_report(Path(options["report"]))
        if not options["dry_run"]:
            check_originals()
        with transaction.atomic() if options["dry_run"] else nullcontext():
            outcomes = self.ingest_all(sources, words_of(rows, options), options)
            if options["dry_run"]:
                transaction.set_rollback(True)
        if options["report"]:
            write_report(Path(options["report"]), outcomes)
        self.summarise(outcomes, options["dry_run"])

    def ingest_all(
        self, sources: list[Source], words: dict[str, PersonsWord], options: dict[str, Any]
    ) -> list[ImportOutcome]:
        self.load_authorities_first()
        knowledge = pipeline.stored_knowledge()
        run = start_run(command_line(options), pipeline.PIPELINE_VERSION)
        ingest = partial(pipeline.ingest, run=run, knowledge=knowledge, dry_run=options["dry_run"])
        outcomes = []
        for number, source in enumerate(sources, 1):
            self.show_progress(number, len(sources), source)
            outcome = self.ingest_one(
                source, run, partial(ingest, word=words.get(os.path.realpath(source.path))), options
            )
            self.show_outcome(source, outcome, options["verbosity"])
            outcomes.append(outcome)
            crash_point("input-done")
        finish_run(run)
        return outcomes

    def ingest_one(
        self,
        source: Source,
        run: ImportRun,
        ingest: Callable[[bytes, str], ImportOutcome],
        options: dict[str, Any],
    ) -> ImportOutcome:
        """One input never stops the rest: whatever goes wrong with it is its outcome's reason."""
        try:
            # A dry run is one transaction, and a failed input must not break it.
            with transaction.atomic() if options["dry_run"] else nullcontext():
                return ingest(source.read(), source.location)
        except RefusedSource as error:
            reason = printable(error)
        except Exception as error:
            stop_if_originals_fail(error)
            if outage_of(error):  # every further input would fail alike
                raise
            self.show_traceback(options)
            reason = one_line(error)
        with transaction.atomic():
            return record_outcome(run, source.location or source.label, pipeline.REFUSED, reason=reason)

    def load_authorities_first(self) -> None:
        if not pipeline.has_authorities():
            counts = pipeline.load_shipped_authorities()
            crash_point("authorities-loaded")
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
            line += f"  ({printable(outcome.reason)})"
        bad = outcome.result in (pipeline.HELD, pipeline.REFUSED)
        self.stdout.write(self.style.WARNING(line) if bad else line)
        if verbosity > 1 and outcome.article:
            for statement in outcome.article.statements.order_by("start").prefetch_related(
                "parts", "attributions__speaker"
            ):
                names = ", ".join(
                    str(a.speaker or f"unresolved: {a.source}") for a in statement.attributions.all()
                )
                said = printable(f"{names or 'no source'}: {statement.words[:80]}")
                self.stdout.write(f"           {statement.public_id}  {said}")

    def summarise(self, outcomes: list[ImportOutcome], dry_run: bool) -> None:
        counts = Counter(outcome.result for outcome in outcomes)
        summary = ", ".join(f"{counts[result]} {result}" for result in RESULTS)
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{summary}")
        if counts[pipeline.HELD] or counts[pipeline.REFUSED]:
            sys.exit(1)


def read_rows(manifest: str | None) -> dict[str, Row]:
    """Raises CommandError for a manifest that cannot be used."""
    if not manifest:
        return {}
    try:
        return read_manifest(Path(manifest))
    except ManifestError as error:
        raise CommandError(f"the manifest {printable(manifest)}: {error}", returncode=2) from error


def check_rows_lie_below(rows: dict[str, Row], manifest: str | None) -> None:
    """A manifest alone names nothing outside its own folder. Raises CommandError."""
    folder = os.path.realpath(os.path.dirname(os.path.abspath(manifest or "")))
    for path, row in rows.items():
        if not Path(path).is_relative_to(folder):
            raise CommandError(
                f"the manifest: line {row.line}: {printable(path)} lies outside the manifest's folder: "
                "name it as a PATH too",
                returncode=2,
            )


def check_rows_are_met(rows: dict[str, Row], sources: list[Source]) -> None:
    """What somebody took the trouble to write is not lost in silence. Raises CommandError."""
    inputs = {os.path.realpath(source.path) for source in sources if source.path}
    unmet = [row for path, row in rows.items() if path not in inputs]
    if unmet:
        raise CommandError(
            f"the manifest: line {unmet[0].line}: {printable(unmet[0].path)} is not among the inputs: "
            "name it or its folder, or name no PATH at all",
            returncode=2,
        )


def words_of(rows: dict[str, Row], options: dict[str, Any]) -> dict[str, PersonsWord]:
    """What a person says of each path. Raises CommandError when nobody has that name."""
    if not rows:
        if options["who"]:
            raise CommandError("--as says whose knowledge a --manifest is: give one", returncode=2)
        return {}
    try:
        who = teller(options["who"])
    except User.DoesNotExist as error:
        raise CommandError(
            f"there is no user {printable(options['who'])}: name one of the archive's, or leave out --as",
            returncode=2,
        ) from error
    name = printable(Path(options["manifest"]).name)
    return {
        path: PersonsWord(row.known, who, why=f"{MANIFEST}{name}, line {row.line}")
        for path, row in rows.items()
    }


def command_line(options: dict[str, Any]) -> str:
    manifest = ["--manifest", options["manifest"]] if options["manifest"] else []
    return printable(" ".join(["ingest", *manifest, *options["paths"]]))


def arm_crash_point() -> None:
    """For tests of a crash. Raises CommandError for an unknown place, and on any archive that matters."""
    wanted = os.environ.get(crash_points.VARIABLE)
    if not wanted:
        return
    if not settings.DEBUG:
        raise CommandError(
            f"{crash_points.VARIABLE} is set, which kills an ingest to test a crash: unset it "
            "(it works only where DEBUG is true)",
            returncode=2,
        )
    try:
        crash_points.arm(wanted)
    except ValueError as error:
        raise CommandError(str(error), returncode=2) from error


def check_originals() -> None:
    """Raises CommandError where no original could be kept."""
    folder = settings.ORIGINALS_DIR
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise originals_fail(error) from error


def stop_if_originals_fail(error: Exception) -> None:
    """Every further input would fail alike. Raises CommandError."""
    if not isinstance(error, OSError):
        return
    place = Path(os.path.abspath(os.fsdecode(error.filename))) if error.filename else Path()
    if error.errno in DISK_FULL or place.is_relative_to(settings.ORIGINALS_DIR.absolute()):
        raise originals_fail(error) from error


def originals_fail(error: OSError) -> CommandError:
    remedy = "free space on its disk" if error.errno in DISK_FULL else "let this account write there"
    return CommandError(
        f"the originals cannot be kept in {printable(settings.ORIGINALS_DIR)} ({one_line(error)}): {remedy}, "
        "or set ORIGINALS_DIR to another folder, and run the command again; what was taken in stays",
        returncode=2,
    )


def _counted(number: int) -> str:
    return "1 statement" if number == 1 else f"{number} statements"
