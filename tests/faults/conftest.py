"""The archives that every trial starts from, and what an undisturbed ingest makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import inputs
from tests.faults.archives import Archive, do, dump, empty_archive, engine, grown_archive
from tests.faults.processes import Forker

HELD = 1  # the exit code: one input of the folder is held


@dataclass(frozen=True)
class Start:
    """An archive to begin with, the command, and what that makes of it when nothing goes wrong."""

    archive: Archive
    command: tuple[object, ...]
    before: bytes
    dump: bytes
    seconds: float


@pytest.fixture(scope="session")
def forker() -> Iterator[Forker]:
    forker = Forker(engine().url)
    yield forker
    forker.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults")


@pytest.fixture(scope="session")
def inbox(folder: Path) -> Path:
    """The folder that is ingested."""
    return folder / "in"


@pytest.fixture(scope="session")
def starts(folder: Path, inbox: Path, forker: Forker) -> Iterator[dict[str, Start]]:
    empty = empty_archive(engine(), folder / "empty", forker)
    inputs.write_earlier(inbox)
    grown = grown_archive(empty, folder / "grown", inbox, forker)
    inputs.write_all(inbox)
    plain = ("ingest", inbox)
    told = (*plain, "--manifest", inputs.write_manifest(inbox))
    starts = {}
    for name, archive, command in (("empty", empty, plain), ("grown", grown, plain), ("told", grown, told)):
        undisturbed = archive.clone(folder / f"{name}-undisturbed")
        before = dump(forker, undisturbed)
        ended = do(forker, undisturbed, *command, code=HELD)
        starts[name] = Start(archive, command, before, dump(forker, undisturbed), ended.seconds)
        do(forker, undisturbed, "verify")
        undisturbed.remove()
    yield starts
    empty.remove()
    grown.remove()
