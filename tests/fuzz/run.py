"""Thousands of broken sources through the real pipeline, and of searches through every page: `make fuzz`.

    make fuzz                                      10,000 inputs of every format, 5,000 addresses
    make fuzz FORMAT="web page" SEED=2 COUNT=500   fewer, others
    make fuzz FORMAT="web page" SEED=2 ONLY=4711   one of them again
    make fuzz FORMAT=addresses SEED=2              other addresses

Every input must end created, held or refused, within the `limits`. One that
does not is printed with the command that tries it again, and its bytes are
kept. PostgreSQL stores them where it is there, for it refuses more than SQLite.

Every address of a public list, page or file must be answered, never with a
5xx, in time, and with a file that can be read. Both engines are asked.
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

ADDRESSES = "addresses"
COUNTS = {**dict.fromkeys(READERS, 10_000), ADDRESSES: 5_000}

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
    if of_format == ADDRESSES:
        print(f"{of_format}: {len(found):,} of seed {seed} on {os.environ['DATABASE_URL'].partition(':')[0]}")
    else:
        stored = sum(outcome["stored"] for outcome in done)
        print(f"{of_format}: {len(found):,} inputs of seed {seed}, {stored:,} of them stored")
    print(
        f"  {', '.join(f'{count:,} {kind}' for kind, count in sorted(kinds.items()))}, {len(failed):,} failed"
    )
    if done:
        slowest, largest = max(done, key=lambda o: o["seconds"]), max(done, key=lambda o: o["memory"])
        print(f"  slowest: number {slowest['number']}, {slowest['seconds']:.2f} s of the processor")
        longest = max(done, key=lambda o: o["elapsed"])
        print(f"  longest: number {longest['number']}, {longest['elapsed']:.2f} s in all")
        print(f"  most memory: number {largest['number']}, {largest['memory'] // 1024**2} MB resident")
    return len(failed)


def _show_failure(of_format: str, seed: int, outcome: Outcome) -> None:
    if of_format == ADDRESSES:
        print(f"FAILED: {of_format}, number {outcome['number']}: {outcome.get('request', 'not known')}")
    else:
        source = make_input(of_format, seed, outcome["number"])
        KEPT.mkdir(parents=True, exist_ok=True)
        kept = KEPT / f"{seed}-{source.name}"
        kept.write_bytes(source.data)
        print(f"FAILED: {of_format}, number {outcome['number']}: {', '.join(source.done)}")
        print(f"  its bytes: {kept.relative_to(ROOT)}")
    print(f'  again: make fuzz FORMAT="{of_format}" SEED={seed} ONLY={outcome["number"]}')
    print("  " + outcome["failure"].strip().replace("\n", "\n  "), flush=True)


@contextlib.contextmanager
def archives() -> Iterator[list[str]]:
    """Settings for the workers, and the DATABASE_URL of each engine that is there."""
    os.environ.update(DEBUG="false", SECRET_KEY="fuzz-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH")
    os.environ.update(ALLOWED_HOSTS="localhost", DJANGO_SETTINGS_MODULE="archive.settings")
    memory, binaries = "sqlite:///:memory:", postgres.find_binaries()
    if binaries is None:
        print("!! PostgreSQL is not there, so SQLite does all of it (apt-get install postgresql)")
        yield [memory]
        return
    with postgres.server(binaries) as url:
        yield [memory, url]


def main() -> int:
    parser = argparse.ArgumentParser(description="Broken sources and searches through the real site.")
    parser.add_argument("--format", choices=list(COUNTS), help="one kind instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, help="inputs of every format, and addresses")
    parser.add_argument("--only", type=int, help="the number of one input")
    chosen = parser.parse_args()
    failed = 0
    with archives() as engines:
        for one in [chosen.format] if chosen.format else COUNTS:
            numbers = range(chosen.count or COUNTS[one])
            if chosen.only is not None:
                numbers = range(chosen.only, chosen.only + 1)
            for url in engines if one == ADDRESSES else engines[-1:]:
                os.environ["DATABASE_URL"] = url
                failed += fuzz(one, chosen.seed, numbers)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
