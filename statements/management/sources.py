"""Find and read the inputs that a command line names."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from statements.readers import READERS

STANDARD_INPUT = "-"
LARGEST_INPUT = 50 * 1024 * 1024  # bytes; a longer file is no article


class RefusedSource(ValueError):
    """An input that cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input. ``location`` is the file's full path, empty for standard input."""

    label: str
    location: str

    def read(self) -> bytes:
        """The bytes. Raises RefusedSource."""
        if self.label == STANDARD_INPUT:
            return _within_limit(sys.stdin.buffer.read(LARGEST_INPUT + 1))
        try:
            return _read_regular_file(self.location)
        except OSError as error:
            raise RefusedSource(f"cannot be read: {error.strerror or error}") from error


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
    and what links lead to outside it are passed over.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, "")
        elif os.path.isdir(path):
            yield from _in_folder(Path(path))
        else:
            yield Source(path, os.path.abspath(path))


def _in_folder(folder: Path) -> Iterator[Source]:
    endings = known_endings()
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent) / name
            if path.suffix.lower() in endings and not name.startswith(".") and not path.is_symlink():
                yield Source(str(path), os.path.abspath(path))


def known_endings() -> frozenset[str]:
    return frozenset(ending for reader in READERS.values() for ending in reader.endings)
