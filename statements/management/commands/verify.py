"""Check originals, texts and every word of every statement."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import Any

from django.core.management.base import CommandParser

from statements import pipeline
from statements.cleaning import CLEANER_VERSION
from statements.management.terminal import TerminalCommand, printable
from statements.models import Article, Original, Statement
from statements.verification import CODES, verify


def positive(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 10**9:
        raise argparse.ArgumentTypeError(f"{printable(text)} is no number of originals: give 1 or more")
    return int(text)


class Command(TerminalCommand):
    """``verify [--sample N]``: one line a fault; ends with 0 when there is none, else with 1."""

    help = "Recompute hashes, derive texts again and check every word; name what is missing or altered."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sample", type=positive, metavar="N", help="check N originals chosen at random")

    def handle(self, *args: Any, **options: Any) -> None:
        derive = pipeline.text_deriver(pipeline.stored_publishers())
        counts: Counter[str] = Counter()
        for fault in verify(derive, CLEANER_VERSION, options["sample"]):
            counts[fault.code] += 1
            self.stdout.write(self.style.ERROR(printable(f"{fault.code} {fault.concerns}: {fault.detail}")))
        if counts:
            for code, count in sorted(counts.items()):
                self.stdout.write(f"{count} × {code}: {CODES[code]}")
            sys.exit(1)
        originals, articles, statements = (model.objects.count() for model in (Original, Article, Statement))
        checked = f"{min(options['sample'] or originals, originals)} of {originals} originals checked"
        self.stdout.write(f"All is well: {checked}; {articles} articles and {statements} statements in all.")
