"""What commands print: fit for any terminal, whatever a file is called or says."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import traceback
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFailure
from django.db import connection

from statements.management.outages import FAILED, outage_of

# Control characters, line separators and the marks that turn a line's direction.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
LONGEST_REASON = 500  # characters; a database's error may quote a whole row
READER_IS_GONE = 141  # what a shell reports for a program that SIGPIPE ended


def printable(value: object) -> str:
    r"""The text with what no terminal, report or database should get raw escaped.

    Bytes of a file's name that are no UTF-8 come as lone surrogates: they are
    shown as bytes again.

    >>> printable("bad\udcff\x1b[2J.txt")
    'bad\\xff\\x1b[2J.txt'
    """
    text = str(value)
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        data = text.encode("utf-8", "surrogatepass")
    return UNSAFE.sub(_escaped, data.decode("utf-8", "backslashreplace"))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def one_line(error: BaseException) -> str:
    """The error's class and message, for a list of reasons."""
    message = " ".join(str(error).split())
    return printable(f"{type(error).__name__}: {message}" if message else type(error).__name__)[
        :LONGEST_REASON
    ]


class TerminalCommand(BaseCommand):
    """A command whose output never fails for a letter, and that ends quietly when nobody reads on.

    A database that fails ends it with a message, not a traceback (which --traceback shows).
    """

    def execute(self, *args: Any, **options: Any) -> str | None:
        _escape_what_it_cannot_write(options.get("stdout") or sys.stdout)
        try:
            try:
                return super().execute(*args, **options)
            finally:
                self.stdout.flush()
        except DatabaseFailure as error:
            raise _database_fails(error) from error
        except BrokenPipeError:  # "| head -1" has seen enough
            self._discard_output()
            sys.exit(READER_IS_GONE)

    def show_traceback(self, options: dict[str, Any]) -> None:
        """The traceback of the error in hand, for whoever asked for it: --traceback or -v 3."""
        if options.get("traceback") or options["verbosity"] > 2:
            lines = traceback.format_exc().splitlines()
            self.stderr.write("\n".join(printable(line) for line in lines))

    def _discard_output(self) -> None:
        """Python flushes standard output once more as it ends, and would complain aloud."""
        with contextlib.suppress(OSError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())


def _database_fails(error: DatabaseFailure) -> CommandError:
    outage = outage_of(error) or FAILED
    return CommandError(
        f"the database {printable(connection.settings_dict['NAME'])} cannot be used further: {outage.why} "
        f"({one_line(error)}); {outage.remedy} and run the command again: what was done before stays",
        returncode=outage.returncode,
    )


def _escape_what_it_cannot_write(stream: Any) -> None:
    # Under LC_ALL=C or an 8-bit locale, a name in another script would raise UnicodeEncodeError.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
