"""Commands in processes of their own, which can be killed; made by forking, so that each costs milliseconds.

Run as a program it loads Django once, opens no connection, and forks a child
for every command that it reads from standard input. ``Forker`` is the other
end, for the tests.
"""

from __future__ import annotations

import io
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Job:
    """One ``manage.py`` command on one archive; what it prints goes to the file ``output``.

    ``call package.module:function`` calls a function instead.
    """

    arguments: Sequence[str]
    database: str
    originals: str
    output: str
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ended:
    """How a job ended: its exit code, negative for the signal that killed it."""

    code: int
    seconds: float
    output: bytes


class Forker:
    """Starts jobs and waits for them."""

    def __init__(self, database_url: str) -> None:
        environment = {**os.environ, "DEBUG": "true", "ALLOWED_HOSTS": "", "DATABASE_URL": database_url}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.processes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            text=True,
        )

    def run(self, *jobs: Job, kill_after: float | None = None) -> list[Ended]:
        """All jobs at once; after so many seconds, what still runs is killed."""
        assert self._process.stdin and self._process.stdout
        order = {"jobs": [asdict(job) for job in jobs], "kill_after": kill_after}
        print(json.dumps(order), file=self._process.stdin, flush=True)
        answers = json.loads(self._process.stdout.readline())
        return [
            Ended(code, seconds, Path(job.output).read_bytes())
            for job, (code, seconds) in zip(jobs, answers, strict=True)
        ]

    def close(self) -> None:
        self._process.communicate()


# --- the program -----------------------------------------------------------------------


def serve() -> None:
    import django

    django.setup()
    warm_up()
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(carry_out(order["jobs"], order["kill_after"])), flush=True)


def warm_up() -> None:
    """Import, compile and read once whatever every child would; without a database."""
    from django.core.management import call_command

    from statements import pipeline
    from statements.management.commands import dump, ingest, verify  # noqa: F401

    call_command("check", stdout=io.StringIO())
    page = b"<html><body><p>The minister said on Monday that the talks would go on.</p></body></html>"
    for name in ("page.html", "text.txt"):
        pipeline.analyse(page, name, pipeline.shipped_knowledge())


def carry_out(jobs: list[dict[str, Any]], kill_after: float | None) -> list[tuple[int, float]]:
    start = time.monotonic()
    children = [fork(job) for job in jobs]
    if kill_after is not None:
        time.sleep(kill_after)
        for child in children:
            os.kill(child, signal.SIGKILL)
    answers = []
    for child in children:
        _, status = os.waitpid(child, 0)
        answers.append((os.waitstatus_to_exitcode(status), time.monotonic() - start))
    return answers


def fork(job: dict[str, Any]) -> int:
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        code = do(job)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def do(job: dict[str, Any]) -> int:
    from django.conf import settings
    from django.core.management import execute_from_command_line
    from django.db import connection

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream in (1, 2):
        os.dup2(os.open(job["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    os.environ.update(job["environment"])
    settings.ORIGINALS_DIR = Path(job["originals"])
    connection.settings_dict["NAME"] = job["database"]
    try:
        if job["arguments"][0] == "call":
            pkgutil.resolve_name(job["arguments"][1])()
        else:
            execute_from_command_line(["manage.py", *job["arguments"]])
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        connection.close()
    return 0


if __name__ == "__main__":
    serve()
