"""Keep a copy of the archive in a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from statements.backups import BackupError, back_up
from statements.management.terminal import TerminalCommand, one_line, printable


class Command(TerminalCommand):
    """``backup FOLDER``: ends with 0 when the backup is whole, else with 1."""

    help = "Copy the database and the originals into a folder; run again, it copies only new originals."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="made if it is not there")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            result = back_up(folder)
        except BackupError as error:
            raise CommandError(printable(error)) from error
        except DatabaseError as error:
            raise CommandError(f"the database cannot be copied: {one_line(error)}") from error
        except OSError as error:
            raise CommandError(
                f"the backup cannot be written to {printable(folder)} ({one_line(error)}): free space there, "
                "let this account write there, or name another folder; it is no backup yet"
            ) from error
        size = result.database.stat().st_size
        self.stdout.write(
            f"Backed up to {printable(folder)}: database ({size:,} bytes), "
            f"{result.originals:,} originals ({result.copied:,} new)"
        )
        if result.missing:
            for sha256 in result.missing:
                self.stdout.write(
                    self.style.ERROR(f"original {sha256}: missing or altered, not in the backup")
                )
            self.stdout.write("Run `manage.py verify`: it names every fault of the archive.")
            sys.exit(1)
