"""An ingest that is killed, anywhere, and run again leaves the archive that an undisturbed one leaves."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import get_args

import pytest
from django.core.management import CommandError, call_command

from statements import crash_points
from statements.crash_points import VARIABLE, CrashPoint
from tests.faults.archives import Archive, check_files, do, dump, engine
from tests.faults.conftest import HELD, Start
from tests.faults.processes import Forker

POINTS = get_args(CrashPoint)
LATER_TIMES = {"original-begun": 4, "original-kept": 5, "outcome-recorded": 4, "input-done": 3}
RANDOM_MOMENTS = range(50)
AT_ONCE = 2  # trials


@pytest.fixture(scope="module")
def trials(starts: dict[str, Start], folder: Path, inbox: Path) -> Iterator[dict[str, Future[None]]]:
    """Every trial by its name, two at a time; each test waits for its own."""
    free: SimpleQueue[Forker] = SimpleQueue()
    forkers = [Forker(engine().url) for _ in range(AT_ONCE)]
    for forker in forkers:
        free.put(forker)

    def attempt(start: Start, name: str, crash_at: str = "") -> None:
        forker = free.get()
        place = folder / f"trial-{name}"
        if crash_at:
            archive = crashed_at_point(forker, start, place, inbox, crash_at)
        else:
            archive = crashed_at_random(forker, start, place, inbox, random.Random(name).random())
        try:
            do(forker, archive, "ingest", inbox, code=HELD)
            again = dump(forker, archive)
            assert again == start.dump
            check_files(archive, again)
            if crash_at:
                do(forker, archive, "verify")
        finally:
            archive.remove()
            free.put(forker)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        planned = {}
        for name in points_and_times():
            start = starts["empty" if name.startswith("authorities") or ":" in name else "grown"]
            planned[name] = pool.submit(attempt, start, name.replace(":", "-"), name)
        for moment in RANDOM_MOMENTS:
            start = starts["grown" if moment % 3 else "empty"]
            planned[f"moment {moment}"] = pool.submit(attempt, start, str(moment))
        yield planned
        pool.shutdown(cancel_futures=True)
    for forker in forkers:
        forker.close()


def points_and_times() -> list[str]:
    return [*POINTS, *(f"{name}:{time}" for name, time in LATER_TIMES.items())]


def crashed_at_point(forker: Forker, start: Start, place: Path, inbox: Path, point: str) -> Archive:
    archive = start.archive.clone(place)
    (killed,) = forker.run(archive.job("ingest", inbox, **{VARIABLE: point}))
    assert killed.code == -signal.SIGKILL, f"{point} was never reached:\n{killed.output.decode()}"
    return archive


def crashed_at_random(forker: Forker, start: Start, place: Path, inbox: Path, share: float) -> Archive:
    """Killed after a share of the time that it takes undisturbed; sooner, where it has ended by then."""
    while True:
        archive = start.archive.clone(place)
        (killed,) = forker.run(archive.job("ingest", inbox), kill_after=share * start.seconds)
        if killed.code == -signal.SIGKILL:
            return archive
        archive.remove()
        share *= 0.8


@pytest.mark.parametrize("point", points_and_times())
def test_killed_at_a_step_boundary_and_run_again_it_is_whole(
    trials: dict[str, Future[None]], point: str
) -> None:
    trials[point].result()


@pytest.mark.parametrize("moment", RANDOM_MOMENTS)
def test_killed_at_a_random_moment_and_run_again_it_is_whole(
    trials: dict[str, Future[None]], moment: int
) -> None:
    trials[f"moment {moment}"].result()


@pytest.mark.parametrize("wrong", ["original-writen", "original-written:0", "original-written:x", ":2"])
def test_a_place_that_is_none_stops_the_start_and_names_those_that_are(
    wrong: str, inbox: Path, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEBUG = True
    monkeypatch.setenv(VARIABLE, wrong)
    with pytest.raises(CommandError, match=r"none of .*original-written") as error:
        call_command("ingest", str(inbox))
    assert error.value.returncode == 2


def test_where_debug_is_off_it_is_refused(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "run-started")
    with pytest.raises(CommandError, match="unset it"):
        call_command("ingest", str(inbox))
    assert crash_points._armed is None
