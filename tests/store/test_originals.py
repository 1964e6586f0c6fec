"""Originals lie under their SHA-256, whole, once."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from statements.models import Original
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.store import originals as stored
from statements.store.originals import keep_original

pytestmark = pytest.mark.django_db


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_bytes_lie_under_their_hash(originals: Path) -> None:
    original = keep_original(b"words", media_type="text/plain", location="a.txt")
    assert path_of(original.sha256).read_bytes() == b"words"
    assert (original.sha256, original.size) == (sha256_of(b"words"), 5)
    assert path_of(original.sha256).is_relative_to(originals / "sha256" / original.sha256[:2])


def test_same_bytes_are_kept_once(originals: Path) -> None:
    first = keep_original(b"words", media_type="text/plain", location="a.txt")
    second = keep_original(b"words", media_type="text/plain", location="b.txt")
    assert first == second
    assert Original.objects.count() == 1
    assert files(originals) == [path_of(first.sha256)]


def test_lost_bytes_come_back_when_the_same_input_returns(originals: Path) -> None:
    original = keep_original(b"words", media_type="text/plain", location="a.txt")
    path_of(original.sha256).unlink()
    keep_original(b"words", media_type="text/plain", location="a.txt")
    assert path_of(original.sha256).read_bytes() == b"words"


def test_altered_bytes_are_made_whole_when_the_same_input_returns(originals: Path) -> None:
    original = keep_original(b"words", media_type="text/plain", location="a.txt")
    path_of(original.sha256).write_bytes(b"wordz")
    keep_original(b"words", media_type="text/plain", location="a.txt")
    assert path_of(original.sha256).read_bytes() == b"words"


@pytest.mark.parametrize("call", ["open", "fdopen", "replace"])
def test_failed_write_leaves_neither_file_nor_row(
    originals: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path_of(sha256_of(b"words")).parent.mkdir(parents=True)
    with monkeypatch.context() as failing, pytest.raises(OSError, match="No space left"):
        failing.setattr(stored.os, call, full)
        keep_original(b"words", media_type="text/plain", location="a.txt")
    assert not Original.objects.exists()
    assert not files(originals)


def test_bytes_and_the_names_of_file_and_folders_are_flushed_before_the_row(
    originals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by what lies under each handle: the file's name is flushed after it has its own."""
    flushed, fsync = [], os.fsync

    def record(handle: int) -> None:
        fsync(handle)
        assert not Original.objects.exists()
        place = Path(os.readlink(f"/proc/self/fd/{handle}"))
        flushed.append((place, path_of(original).exists()))

    original = sha256_of(b"words")
    originals.mkdir()
    monkeypatch.setattr(stored.os, "fsync", record)
    keep_original(b"words", media_type="text/plain", location="a.txt")
    path = path_of(original)
    beside = path.with_name(f".part-{original}")
    made = [originals, originals / "sha256", originals / "sha256" / original[:2]]
    assert flushed == [*((place, False) for place in made), (beside, False), (path.parent, True)]


@pytest.mark.parametrize("left", [b"", b"wor", b"words", b"words and more"])
def test_what_a_crash_left_beside_is_taken_up(originals: Path, left: bytes) -> None:
    path = path_of(sha256_of(b"words"))
    path.parent.mkdir(parents=True)
    beside = path.with_name(f".part-{path.name}")
    for _ in ("before the file has its name", "after"):
        beside.write_bytes(left)
        keep_original(b"words", media_type="text/plain", location="a.txt")
        assert path.read_bytes() == b"words"
        assert files(originals) == [path]


def test_two_imports_that_write_the_same_bytes_do_each_other_no_harm(
    originals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one takes the file beside for its own, just before this one would rename it."""
    path, replace = path_of(sha256_of(b"words")), os.replace

    def other_first(beside: Path, to: Path) -> None:
        monkeypatch.setattr(stored.os, "replace", replace)
        keep_original(b"words", media_type="text/plain", location="a.txt")
        replace(beside, to)

    monkeypatch.setattr(stored.os, "replace", other_first)
    keep_original(b"words", media_type="text/plain", location="a.txt")
    assert path.read_bytes() == b"words"
    assert files(originals) == [path]


def test_nothing_is_written_when_asked_not_to(originals: Path) -> None:
    keep_original(b"words", media_type="text/plain", location="a.txt", write_bytes=False)
    assert not originals.exists()
