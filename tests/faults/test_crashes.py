"""An ingest that is killed, anywhere, and run again leaves the archive that an undisturbed one leaves."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import get_args

import pytest
from django.core.management import CommandError, call_command

from statements import crash_points
from statements.crash_points import VARIABLE, CrashPoint
from tests.faults.archives import Archive, check_files, check_nothing_is_half, do, dump, engine
from tests.faults.conftest import HELD, Start
from tests.faults.processes import Forker

pytestmark = pytest.mark.timeout(600)  # whole archives at work, on a machine that may be busy

POINTS = get_args(CrashPoint)
LATER_TIMES = {"original-begun": 4, "original-kept": 5, "outcome-recorded": 4, "input-done": 3}
FIRST_LOAD = ("countries-loaded", "speakers-loaded", "authorities-loaded")  # of an empty archive alone
RANDOM_MOMENTS = range(50)
AT_ONCE = 2  # trials
SLOWER = 1.2  # each of them, than one alone
KILLS = 5  # in the trials of an ingest that is killed again and again


@pytest.fixture(scope="module")
def trials(starts: dict[str, Start], folder: Path) -> Iterator[dict[str, Future[None]]]:
    """Every trial by its name, two at a time; each test waits for its own."""
    free: SimpleQueue[Forker] = SimpleQueue()
    forkers = [Forker(engine().url) for _ in range(AT_ONCE)]
    for forker in forkers:
        free.put(forker)

    def attempt(name: str, kind: str, crash: Callable[[Forker, Start, Path], Archive]) -> None:
        forker, start = free.get(), starts[kind]
        archive = crash(forker, start, folder / f"trial-{name}")
        try:
            if kind != "empty":  # there one input is created and then superseded by another
                check_nothing_is_half(start.before, dump(forker, archive), start.dump)
            do(forker, archive, *start.command, code=HELD)
            again = dump(forker, archive)
            assert again == start.dump
            check_files(archive, again)
            do(forker, archive, "verify")
        finally:
            archive.remove()
            free.put(forker)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        planned = {}
        for name in points_and_times():
            kind = "empty" if name in FIRST_LOAD or ":" in name else "told"
            planned[name] = pool.submit(attempt, name.replace(":", "-"), kind, partial(crash_at_point, name))
        for moment in RANDOM_MOMENTS:
            share = (moment + random.Random(moment).random()) / len(RANDOM_MOMENTS)
            kind = list(starts)[moment % len(starts)]
            planned[f"moment {moment}"] = pool.submit(attempt, str(moment), kind, partial(crash_after, share))
        for kind in starts:
            planned[f"again {kind}"] = pool.submit(attempt, f"again-{kind}", kind, crash_again_and_again)
        yield planned
        pool.shutdown(cancel_futures=True)
    for forker in forkers:
        forker.close()


def points_and_times() -> list[str]:
    return [*POINTS, *(f"{name}:{time}" for name, time in LATER_TIMES.items())]


def crash_at_point(point: str, forker: Forker, start: Start, place: Path) -> Archive:
    archive = start.archive.clone(place)
    (killed,) = forker.run(archive.job(*start.command, **{VARIABLE: point}))
    assert killed.code == -signal.SIGKILL, f"{point} was never reached:\n{killed.output.decode()}"
    return archive


def crash_after(share: float, forker: Forker, start: Start, place: Path) -> Archive:
    """Killed after a share of the time that it takes; sooner, where it has ended by then."""
    while True:
        archive = start.archive.clone(place)
        (killed,) = forker.run(archive.job(*start.command), kill_after=share * start.seconds * SLOWER)
        if killed.code == -signal.SIGKILL:
            return archive
        archive.remove()
        share *= 0.8


def crash_again_and_again(forker: Forker, start: Start, place: Path) -> Archive:
    """Two ingests at once, killed at one moment; and so on over what they left."""
    archive = start.archive.clone(place)
    for number in range(KILLS):
        seconds = random.Random(number).random() * start.seconds
        forker.run(*[archive.job(*start.command) for _ in range(2)], kill_after=seconds)
    return archive


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


@pytest.mark.parametrize("kind", ["empty", "grown", "told"])
def test_killed_again_and_again_two_at_once_it_is_whole_in_the_end(
    trials: dict[str, Future[None]], kind: str
) -> None:
    trials[f"again {kind}"].result()


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
