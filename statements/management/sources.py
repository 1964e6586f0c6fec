"""Find and read the inputs that a command line names."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from statements.management.terminal import printable
from statements.readers import READERS

STANDARD_INPUT = "-"
LARGEST_INPUT = 50 * 1024 * 1024  # bytes; a longer file is no article


class RefusedSource(ValueError):
    """An input that cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input.

    ``label`` and ``location`` (the file's full path, empty for standard input)
    are fit to print and store; ``path`` opens the file, whatever bytes its
    name is made of. A ``problem`` says why there is nothing to open.
    """

    label: str
    location: str
    path: str = ""
    problem: str = ""

    def read(self) -> bytes:
        """The bytes. Raises RefusedSource."""
        if self.problem:
            raise RefusedSource(self.problem)
        try:
            return _read_regular_file(self.path) if self.path else _read_standard_input()
        except OSError as error:
            raise RefusedSource(f"cannot be read: {error.strerror or error}") from error


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise RefusedSource("standard input is closed: pipe a text into the command, or name a file")
    return _within_limit(sys.stdin.buffer.read(LARGEST_INPUT + 1))


def _read_regular_file(path: str) -> bytes:
    # Non-blocking, or the open of a pipe without a writer would wait for ever.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise RefusedSource(
                "not a regular file (a pipe, device or socket): pass its content on standard input, '-'"
            )
        return _within_limit(file.read(LARGEST_INPUT + 1))


def _within_limit(data: bytes) -> bytes:
    if len(data) > LARGEST_INPUT:
        raise RefusedSource(f"larger than {LARGEST_INPUT // 1024 // 1024} MB: split it into single articles")
    return data


def find_sources(paths: list[str]) -> Iterator[Source]:
    """The inputs in their order: files as named, folders walked by name, "-" for standard input.

    In a folder only files whose ending a reader knows are taken; hidden files
    and what links lead to outside it are passed over. A folder that cannot be
    read is an input too, and a refused one.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, "")
        elif os.path.isdir(path):
            yield from _in_folder(Path(path))
        else:
            yield _file(path)


def _file(path: str) -> Source:
    return Source(printable(path), printable(os.path.abspath(path)), os.path.abspath(path))


def _unreadable_folder(error: OSError) -> Source:
    folder = os.fsdecode(error.filename)
    problem = f"this folder cannot be read: {error.strerror}; let this account read it, or leave it out"
    return Source(printable(folder), printable(os.path.abspath(folder)), problem=problem)


def _in_folder(folder: Path) -> Iterator[Source]:
    endings = known_endings()
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent) / name
            if path.suffix.lower() in endings and not name.startswith(".") and not path.is_symlink():
                yield _file(str(path))
    yield from map(_unreadable_folder, unreadable)


def known_endings() -> frozenset[str]:
    return frozenset(ending for reader in READERS.values() for ending in reader.endings)
