"""Make an archive of a backup again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from statements.backups import AlteredFile, BackupError, restore
from statements.management.terminal import TerminalCommand, one_line, printable


class Command(TerminalCommand):
    """``restore FOLDER``: into an empty database and a new folder of originals."""

    help = "Restore a backup into an empty database and an empty folder of originals, after checking it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="what `backup` was given")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest = restore(options["folder"])
        except BackupError as error:
            raise CommandError(printable(error)) from error
        except DatabaseError as error:
            raise CommandError(f"the database cannot be written: {one_line(error)}") from error
        except (OSError, AlteredFile) as error:
            raise CommandError(
                f"the originals cannot be restored ({one_line(error)}): free space, or let this account "
                "write there, and run the command again"
            ) from error
        self.stdout.write(
            f"Restored the archive of {printable(manifest['made'])} with "
            f"{len(manifest['originals']):,} originals. Now run `manage.py migrate` and `manage.py verify`."
        )
