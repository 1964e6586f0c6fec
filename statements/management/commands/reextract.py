"""Read articles again from their kept originals."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.db.models import QuerySet

from statements import pipeline
from statements.management.outages import outage_of
from statements.management.terminal import TerminalCommand, one_line, printable
from statements.models import Article, ImportOutcome, ImportRun, Proposal
from statements.store.runs import finish_run, record_outcome, start_run

EXIT_CODES = """exit codes:
  0  every article was read again
  1  some could not be: each says why, and stays as it was
  2  the command line is wrong
 75  the database is gone or busy; what was read again stays, run it again

What people approved, corrected or rejected stays as they left it. Where the
newer reading differs, the difference is a proposal for them to take or keep.
"""


class Command(TerminalCommand):
    """``reextract --all``, ``--since DATE`` or public ids of articles."""

    help = (
        "Read articles again with the extractor of today; differences from what people decided are proposed."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        return super().create_parser(prog_name, subcommand, epilog=EXIT_CODES, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", metavar="ID", help="public ids of articles")
        parser.add_argument("--all", action="store_true", help="every article")
        parser.add_argument(
            "--since", metavar="DATE", type=_day, help="articles ingested on this day (ISO 8601) or later"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles = wanted(options)
        knowledge = pipeline.stored_knowledge()
        run = start_run("reextract", pipeline.PIPELINE_VERSION)
        before = Proposal.objects.open().count()
        counts: Counter[str] = Counter()
        for article in articles.iterator(chunk_size=100):
            outcome = self.read_again(article, run, knowledge, options)
            counts[outcome.result] += 1
            self.show(article, outcome, options["verbosity"])
        finish_run(run)
        proposals = Proposal.objects.open().count()
        failed = counts[pipeline.HELD] + counts[pipeline.REFUSED]
        self.stdout.write(
            f"{counts.total() - failed} read again, {failed} not; "
            f"{proposals} proposals open, {max(0, proposals - before)} more than before."
        )
        if failed:
            sys.exit(1)

    def read_again(
        self, article: Article, run: ImportRun, knowledge: pipeline.Knowledge, options: dict[str, Any]
    ) -> ImportOutcome:
        """One article never stops the rest."""
        original = article.original
        location = original.location
        try:
            return pipeline.read_again(article, run=run, knowledge=knowledge)
        except Exception as error:
            if outage_of(error):
                raise
            self.show_traceback(options)
            reason = one_line(error)
        with transaction.atomic():
            return record_outcome(
                run, location, pipeline.REFUSED, reason=reason, original=original, article=article
            )

    def show(self, article: Article, outcome: ImportOutcome, verbosity: int) -> None:
        failed = outcome.result in (pipeline.HELD, pipeline.REFUSED)
        if failed or verbosity > 1:
            line = f"{outcome.result:<9}  {article.public_id}  {printable(str(article))}"
            self.stdout.write(f"{line}  ({printable(outcome.reason)})" if outcome.reason else line)


def wanted(options: dict[str, Any]) -> QuerySet[Article]:
    """The newest version of each article asked for. Raises CommandError."""
    ids, chosen = options["ids"], [bool(options["ids"]), options["all"], options["since"] is not None]
    if sum(chosen) != 1:
        raise CommandError("name articles by their ids, or --all, or --since DATE", returncode=2)
    articles = Article.objects.current().select_related("original").defer("text").order_by("pk")
    if ids:
        check_known(ids)
        return articles.filter(public_id__in=ids)
    return articles.filter(ingested_at__date__gte=options["since"]) if options["since"] else articles


def check_known(ids: Iterable[str]) -> None:
    known = dict(Article.objects.filter(public_id__in=ids).values_list("public_id", "superseded"))
    for one in ids:
        if one not in known:
            raise CommandError(f"{printable(one)} is no article of this archive", returncode=2)
        if known[one]:
            raise CommandError(
                f"{printable(one)} is an older version of its article: name the newest", returncode=2
            )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{printable(text)} is no day: write 2026-03-12") from error
