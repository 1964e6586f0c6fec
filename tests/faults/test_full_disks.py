"""A full disk: a clear message, no half row, and once there is space the archive of an undisturbed ingest."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.archives import Archive, Postgresql, check_files, check_nothing_is_half, do, dump, engine
from tests.faults.conftest import HELD, Start
from tests.faults.processes import Forker

pytestmark = pytest.mark.timeout(600)  # whole archives at work, on a machine that may be busy

PAGE = 4096  # bytes: tmpfs gives room by the page
PLENTY = 64 * 1024 * 1024


class SmallDisk:
    """A real disk of a few pages, in memory."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._run("mount", "-t", "tmpfs", "-o", f"size={PLENTY}", "tmpfs", str(place))

    def leave_free(self, size: int) -> None:
        """Room for that many bytes more than what lies there, and for no more."""
        used = shutil.disk_usage(self.place).used
        self._resize(used + size)

    def free_space(self) -> None:
        self._resize(PLENTY)

    def remove(self) -> None:
        self._run("umount", "--lazy", str(self.place))

    def _resize(self, size: int) -> None:
        self._run("mount", "-o", f"remount,size={size}", str(self.place))

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    place = Path(tempfile.mkdtemp(prefix="chancery-small-disk-"))
    place.chmod(0o755)  # a PostgreSQL server reads through it
    try:
        disk = SmallDisk(place)
    except (OSError, subprocess.CalledProcessError):
        place.rmdir()
        pytest.skip("mounting a small disk takes root; tests/store/test_originals.py fails the calls instead")
    yield disk
    disk.remove()
    place.rmdir()


def run_out(forker: Forker, archive: Archive, start: Start, *said: str) -> None:
    """The ingest stops with a message; everything that it took in is whole, and can be read.

    The one input that it was at may have left an original, kept first, and nothing else.
    """
    (ended,) = forker.run(archive.job(*start.command))
    text = ended.output.decode()
    assert ended.code == 2, text
    assert "Traceback" not in text
    for words in (*said, "run the command again", "stays"):
        assert words in text
    (verified,) = forker.run(archive.job("verify"))
    faults = [line for line in verified.output.decode().splitlines() if not line.startswith("All is well")]
    assert not faults or (len(faults) == 2 and all("V008" in line for line in faults)), faults
    assert verified.code == bool(faults)
    check_nothing_is_half(start.before, dump(forker, archive), start.dump)


def resume(forker: Forker, archive: Archive, start: Start) -> None:
    do(forker, archive, *start.command, code=HELD)
    dumped = dump(forker, archive)
    assert dumped == start.dump
    check_files(archive, dumped)


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_originals_on_a_full_disk(
    starts: dict[str, Start], forker: Forker, folder: Path, disk: SmallDisk, pages: int
) -> None:
    start = starts["told"]
    archive = start.archive.clone(folder / f"full-originals-{pages}")
    shutil.copytree(archive.originals, disk.place / "originals")
    archive.originals = disk.place / "originals"
    disk.leave_free(pages * PAGE)
    run_out(forker, archive, start, str(archive.originals), "free space")
    disk.free_space()
    resume(forker, archive, start)
    archive.remove()


@pytest.fixture
def unvacuumed() -> Iterator[None]:
    """A vacuum throws away a file that PostgreSQL then has to write before anyone can connect."""
    server = engine()
    if isinstance(server, Postgresql):
        server.vacuum(False)
    yield
    if isinstance(server, Postgresql):
        server.vacuum(True)


@pytest.mark.usefixtures("unvacuumed")
@pytest.mark.parametrize("pages", [10, 12, 15])
def test_database_on_a_full_disk(
    starts: dict[str, Start], forker: Forker, folder: Path, disk: SmallDisk, pages: int
) -> None:
    start = starts["told"]
    archive = start.archive.clone(folder / f"full-database-{pages}", disk.place)
    dump(forker, archive)  # the first connection: PostgreSQL writes that file
    try:
        disk.leave_free(pages * PAGE)
        run_out(forker, archive, start, archive.database, "free space")
        disk.free_space()
        resume(forker, archive, start)
    finally:
        disk.free_space()
        archive.remove()
