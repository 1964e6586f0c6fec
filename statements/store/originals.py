"""Keep the bytes of an input for good, under their SHA-256."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from statements.models import Original
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.store.texts import clip_bytes


def keep_original(data: bytes, *, media_type: str, location: str, write_bytes: bool = True) -> Original:
    """The bytes on disk and their row. Bytes that are there already are not written again;
    a file that was lost or altered since is made whole.

    The file is whole under its name before the row can commit: written beside,
    flushed to the disk, renamed. A crash leaves at most an unnamed file.
    """
    sha256 = sha256_of(data)
    path = path_of(sha256)
    if write_bytes and not _holds(path, data):
        _write_whole(path, data)
    original, _ = Original.objects.get_or_create(
        sha256=sha256,
        defaults={"media_type": media_type, "size": len(data), "location": clip_bytes(location, 1000)},
    )
    return original


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
