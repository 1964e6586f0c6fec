"""Write the whole archive as JSON Lines, to compare one archive with another."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.management.base import CommandParser

from statements import canonical
from statements.management.terminal import TerminalCommand


class Command(TerminalCommand):
    """``dump``: equal for equal archives. Originals are named by their SHA-256; their bytes are not in it."""

    help = (
        "Write the whole archive as JSON Lines by natural keys, equal for equal archives. "
        "The originals' bytes, import runs and accounts are not in it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sha256", action="store_true", help="print only the SHA-256 of the dump")

    def handle(self, *args: Any, **options: Any) -> None:
        digest = hashlib.sha256()
        with canonical.one_moment():
            for line in canonical.lines():
                digest.update(line.encode("ascii"))
                if not options["sha256"]:
                    self.stdout.write(line, ending="")
        if options["sha256"]:
            self.stdout.write(digest.hexdigest())
