"""Originals lie under their SHA-256, whole, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements.models import Original
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.store import originals as stored
from statements.store.originals import keep_original

pytestmark = pytest.mark.django_db


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
    assert [path for path in originals.rglob("*") if path.is_file()] == [path_of(first.sha256)]


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


def test_failed_write_leaves_neither_file_nor_row(originals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stored.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep_original(b"words", media_type="text/plain", location="a.txt")
    assert not Original.objects.exists()
    assert not [path for path in originals.rglob("*") if path.is_file()]


def test_nothing_is_written_when_asked_not_to(originals: Path) -> None:
    keep_original(b"words", media_type="text/plain", location="a.txt", write_bytes=False)
    assert not originals.exists()
