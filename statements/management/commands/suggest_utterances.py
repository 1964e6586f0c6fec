"""Look for statements that report one act of speaking in several articles."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from statements.models import Utterance
from statements.utterances.members import suggest_everywhere


class Command(BaseCommand):
    help = (
        "Suggest groups of statements that report one act of speaking. Every ingest does so for what it "
        "takes in; this does it for what is there. What people decided stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--all",
            action="store_true",
            help="look at groups that are there too, and take back suggestions that no longer hold",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        changed = sum(suggest_everywhere(anew=options["all"]))
        groups = Utterance.objects.count()
        self.stdout.write(f"{changed} changed; {groups} utterances in several articles are there now.")
