"""Load the authority records that ship with the archive."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from statements import pipeline
from statements.authority_files import AuthorityFileError
from statements.curation.proposals import on_authority_records
from statements.management.terminal import TerminalCommand


class Command(TerminalCommand):
    help = (
        "Load the authority records of fixtures/. Run again it changes nothing; a person's edits stay, "
        "and what the files have otherwise is proposed."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counts = pipeline.load_shipped_authorities()
        except AuthorityFileError as error:
            raise CommandError(str(error)) from error
        loaded = ", ".join(f"{counts[result]} {result}" for result in ("created", "updated", "unchanged"))
        self.stdout.write(f"{loaded}; {on_authority_records().count()} proposals open.")
