"""Find and read the inputs that a command line names.

Whoever names a link wishes what it leads to. What is found inside a folder is
read only if it lies there: no link is followed, not even one that has taken a
file's place since the folder was listed.
"""

from __future__ import annotations

import errno
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

NOT_REGULAR = "not a regular file (a pipe, device or socket): pass its content on standard input, '-'"
REASONS = {
    errno.ENXIO: NOT_REGULAR,  # how a socket answers
    errno.ELOOP: "a link that leads in a circle, or has taken the file's place: name the file itself",
    errno.ENOENT: "there is no such file, or no longer: check its name",
}


class RefusedSource(ValueError):
    """An input that cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input.

    ``label`` and ``location`` (the file's full path, empty for standard input)
    are fit to print and store; ``path`` is the file's full path, whatever
    bytes its name is made of. ``folder`` is the one that it was found in, empty
    for a file that was named. A ``problem`` says why there is nothing to open.
    """

    label: str
    location: str
    path: str = ""
    folder: str = ""
    problem: str = ""

    def read(self) -> bytes:
        """The bytes. Raises RefusedSource."""
        if self.problem:
            raise RefusedSource(self.problem)
        try:
            if not self.path:
                return _read_standard_input()
            return _read_regular_file(self._open())
        except OSError as error:
            reason = REASONS.get(error.errno or 0, error.strerror or error)
            raise RefusedSource(f"cannot be read: {reason}") from error

    def _open(self) -> int:
        return _open_inside(self.folder, self.path) if self.folder else _open(self.path)


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise RefusedSource("standard input is closed: pipe a text into the command, or name a file")
    return _within_limit(sys.stdin.buffer.read(LARGEST_INPUT + 1))


def _open(path: str, *, flags: int = 0, below: int | None = None) -> int:
    # Non-blocking, or the open of a pipe without a writer would wait for ever.
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK | flags, dir_fd=below)


def _open_inside(folder: str, path: str) -> int:
    """Goes down from the folder step by step, so that no step can be a link that leads elsewhere."""
    *parents, name = os.path.relpath(path, folder).split(os.sep)
    at = _open(folder, flags=os.O_DIRECTORY)
    try:
        for parent in parents:
            above, at = at, _open(parent, flags=os.O_DIRECTORY | os.O_NOFOLLOW, below=at)
            os.close(above)
        return _open(name, flags=os.O_NOFOLLOW, below=at)
    finally:
        os.close(at)


def _read_regular_file(handle: int) -> bytes:
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise RefusedSource(NOT_REGULAR)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return _within_limit(file.read(LARGEST_INPUT + 1))
    finally:
        os.close(handle)


def _within_limit(data: bytes) -> bytes:
    if len(data) > LARGEST_INPUT:
        raise RefusedSource(f"larger than {LARGEST_INPUT // 1024 // 1024} MB: split it into single articles")
    return data


def find_sources(paths: list[str]) -> Iterator[Source]:
    """The inputs in their order: files as named, folders walked by name, "-" for standard input.

    In a folder only files whose ending a reader knows are taken; hidden ones
    and links are passed over. A folder that cannot be read is an input too,
    and a refused one.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, "")
        elif os.path.isdir(path):
            yield from _in_folder(Path(path))
        else:
            yield _file(path, _full_path(path))


def _file(path: str, full: str, folder: str = "") -> Source:
    return Source(printable(path), printable(full), full, folder)


def _full_path(path: str) -> str:
    """Where the path leads: behind a link, ".." is not what it seems by the letters."""
    if os.pardir in path.split(os.sep):
        path = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    return os.path.abspath(path)


def _unreadable_folder(error: OSError) -> Source:
    folder = os.fsdecode(error.filename)
    problem = f"this folder cannot be read: {error.strerror}; let this account read it, or leave it out"
    return Source(printable(folder), printable(os.path.abspath(folder)), problem=problem)


def _in_folder(folder: Path) -> Iterator[Source]:
    endings, root = known_endings(), _full_path(str(folder))
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent) / name
            if path.suffix.lower() in endings and not name.startswith(".") and not path.is_symlink():
                yield _file(str(path), os.path.join(root, path.relative_to(folder)), root)
    yield from map(_unreadable_folder, unreadable)


def known_endings() -> frozenset[str]:
    return frozenset(ending for reader in READERS.values() for ending in reader.endings)
