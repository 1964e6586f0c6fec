"""Several ingests of the same folder at once leave what one leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.archives import check_files, do, dump
from tests.faults.conftest import HELD, Start
from tests.faults.processes import Forker

pytestmark = pytest.mark.timeout(600)  # whole archives at work, on a machine that may be busy

ROUNDS = range(2)


@pytest.mark.parametrize("number", ROUNDS)
@pytest.mark.parametrize("begin", ["empty", "grown", "told"])
@pytest.mark.parametrize("many", [2, 4])
def test_ingests_at_once_are_as_one(
    starts: dict[str, Start], forker: Forker, folder: Path, many: int, begin: str, number: int
) -> None:
    start = starts[begin]
    archive = start.archive.clone(folder / f"race-{many}-{begin}-{number}")
    for ended in forker.run(*(archive.job(*start.command) for _ in range(many))):
        text = ended.output.decode()
        assert ended.code == HELD, text
        assert ", 1 held, 0 refused" in text
        assert "Traceback" not in text
    dumped = dump(forker, archive)
    assert dumped == start.dump
    check_files(archive, dumped)
    do(forker, archive, "verify")
    archive.remove()


def test_verify_finds_no_fault_in_what_is_just_being_taken_in(
    starts: dict[str, Start], forker: Forker, folder: Path
) -> None:
    start = starts["told"]
    archive = start.archive.clone(folder / "race-verify")
    ingested, *verified = forker.run(archive.job(*start.command), *[archive.job("verify")] * 3)
    assert ingested.code == HELD, ingested.output.decode()
    for ended in verified:
        assert ended.code == 0, ended.output.decode()
    assert dump(forker, archive) == start.dump
    archive.remove()
