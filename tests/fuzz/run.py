"""Thousands of broken sources through the real pipeline: `make fuzz`.

    make fuzz                                      10,000 inputs of every format
    make fuzz FORMAT="web page" SEED=2 COUNT=500   fewer, others
    make fuzz FORMAT="web page" SEED=2 ONLY=4711   one of them again

Every input must end created, held or refused, within the `limits`. One that
does not is printed with the command that tries it again, and its bytes are
kept. PostgreSQL stores them where it is there, for it refuses more than SQLite.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from statements.readers import READERS
from tests import postgres
from tests.fuzz.inputs import make_input

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "fuzz"
WORKERS = os.cpu_count() or 1
WORKER = "import django; django.setup(); from tests.fuzz.worker import main; main()"

Outcome = dict[str, Any]


def outcomes(of_format: str, seed: int, numbers: range) -> Iterator[Outcome]:
    """What became of each input. One that a worker dies of has failed, and another worker goes on."""
    while numbers:
        answered = 0
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
            steps = map(str, (seed, numbers.start, numbers.stop, numbers.step))
            command = [sys.executable, "-c", WORKER, of_format, *steps]
            worker = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, cwd=ROOT)
            for line in worker.stdout or ():
                answered += 1
                yield json.loads(line)
            code = worker.wait()
            errors.seek(0)
            told = errors.read()[-3_000:]
        if answered == len(numbers):
            return
        yield {"number": numbers[answered], "failure": f"the worker ended with {code}\n{told}"}
        numbers = numbers[answered + 1 :]


def try_share(of_format: str, seed: int, numbers: range) -> list[Outcome]:
    """The outcomes of some inputs; a failure is told at once."""
    found = []
    for outcome in outcomes(of_format, seed, numbers):
        found.append(outcome)
        if outcome["failure"]:
            _show_failure(of_format, seed, outcome)
    return found


def fuzz(of_format: str, seed: int, numbers: range) -> int:
    """Tries the inputs of one format and says what came of them; gives the number of failures."""
    shares = [share for first in range(WORKERS) if (share := numbers[first::WORKERS])]
    with ThreadPoolExecutor(WORKERS) as pool:
        found = [one for share in pool.map(partial(try_share, of_format, seed), shares) for one in share]
    failed = [outcome for outcome in found if outcome["failure"]]
    done = [outcome for outcome in found if not outcome["failure"]]
    kinds = Counter(outcome["result"].partition(":")[0] for outcome in done)
    stored = sum(outcome["stored"] for outcome in done)
    print(f"{of_format}: {len(found):,} inputs of seed {seed}, {stored:,} of them stored")
    print(
        f"  {', '.join(f'{count:,} {kind}' for kind, count in sorted(kinds.items()))}, {len(failed):,} failed"
    )
    if done:
        slowest, largest = max(done, key=lambda o: o["seconds"]), max(done, key=lambda o: o["memory"])
        print(f"  slowest: number {slowest['number']}, {slowest['seconds']:.2f} s of the processor")
        print(f"  most memory: number {largest['number']}, {largest['memory'] // 1024**2} MB resident")
    return len(failed)


def _show_failure(of_format: str, seed: int, outcome: Outcome) -> None:
    source = make_input(of_format, seed, outcome["number"])
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{seed}-{source.name}"
    kept.write_bytes(source.data)
    print(f"FAILED: {of_format}, number {outcome['number']}: {', '.join(source.done)}")
    print(f"  its bytes: {kept.relative_to(ROOT)}")
    print(f'  again: make fuzz FORMAT="{of_format}" SEED={seed} ONLY={outcome["number"]}')
    print("  " + outcome["failure"].strip().replace("\n", "\n  "), flush=True)


@contextlib.contextmanager
def archive() -> Iterator[None]:
    """A DATABASE_URL for the workers, and settings of their own."""
    os.environ.update(DEBUG="false", SECRET_KEY="fuzz-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH")
    os.environ.update(ALLOWED_HOSTS="localhost", DATABASE_URL="sqlite:///:memory:")
    os.environ.update(DJANGO_SETTINGS_MODULE="archive.settings")
    binaries = postgres.find_binaries()
    if binaries is None:
        print("!! PostgreSQL is not there, so SQLite stores the inputs (apt-get install postgresql)")
        yield
        return
    with postgres.server(binaries) as url:
        os.environ["DATABASE_URL"] = url
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description="Broken sources through the real pipeline.")
    parser.add_argument("--format", choices=list(READERS), help="one format instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10_000, help="inputs of every format")
    parser.add_argument("--only", type=int, help="the number of one input")
    chosen = parser.parse_args()
    numbers = range(chosen.count) if chosen.only is None else range(chosen.only, chosen.only + 1)
    with archive():
        failed = [fuzz(one, chosen.seed, numbers) for one in ([chosen.format] if chosen.format else READERS)]
    return 1 if any(failed) else 0


if __name__ == "__main__":
    sys.exit(main())
