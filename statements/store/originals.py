"""Keep the bytes of an input for good, under their SHA-256."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from statements.crash_points import crash_point
from statements.models import Original
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.store.texts import clip_bytes


def keep_original(data: bytes, *, media_type: str, location: str, write_bytes: bool = True) -> Original:
    """The bytes on disk and their row. Bytes that are there already are not written again;
    a file that was lost or altered since is made whole.

    The file is whole under its name before the row can commit: written beside,
    flushed to the disk, renamed. A crash leaves at most the file beside, and
    the next ingest of the same bytes takes that one up.
    """
    sha256 = sha256_of(data)
    if write_bytes:
        _keep_bytes(path_of(sha256), data)
    crash_point("original-flushed")
    original, _ = Original.objects.get_or_create(
        sha256=sha256,
        defaults={"media_type": media_type, "size": len(data), "location": clip_bytes(location, 1000)},
    )
    crash_point("original-kept")
    return original


def _keep_bytes(path: Path, data: bytes) -> None:
    if not _holds(path, data):
        try:
            _write_whole(path, data)
        except FileNotFoundError:  # the other import has just renamed the file, or swept it away
            if not _holds(path, data):
                raise
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Where the bytes are written first. All who write there write the same, so two imports do no harm."""
    return path.with_name(f".part-{path.name}")


def read_kept(path: Path) -> bytes:
    """The bytes of a kept file. Raises OSError, also for a pipe in its place, which would be waited for."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return file.read()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_kept(path) == data
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno == errno.EINVAL:  # the file that is written takes its place
            return False
        raise


def _write_whole(path: Path, data: bytes) -> None:
    _make_folder(path.parent)
    crash_point("original-folder-made")
    beside = _beside(path)
    try:
        # Not emptied first: another import's bytes, the same as these, may be there already.
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT, 0o600)
        crash_point("original-begun")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.truncate()
            file.flush()
            os.fsync(handle)
        crash_point("original-written")
        os.replace(beside, path)
        crash_point("original-renamed")
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush(path.parent)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        flush(folder.parent)


def flush(path: Path) -> None:
    """A file to the disk, or a folder with the names in it: a file is lost with its name."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
