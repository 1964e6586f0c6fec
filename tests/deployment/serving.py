"""The archive as it is served in production: gunicorn in a process of its own, asked over a socket."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds; far more than anything here takes


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Site:
    """A gunicorn that serves the archive behind what looks like a proxy with TLS."""

    def __init__(self, port: int, process: subprocess.Popen[bytes], log: Path) -> None:
        self.port, self.process, self._log = port, process, log

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request on a connection of its own. ``_`` in a header's name stands for ``-``."""
        return self.ask_as_written(path, {k.replace("_", "-"): v for k, v in headers.items()}, method)

    def ask_as_written(self, path: str, headers: dict[str, str], method: str = "GET") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={"X-Forwarded-Proto": "https"} | headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def log(self) -> str:
        return self._log.read_text()


@contextlib.contextmanager
def gunicorn(environment: dict[str, str], log: Path) -> Iterator[Site]:
    """Serve until the block ends. The log holds what went to both outputs."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "archive/gunicorn_conf.py", "-b", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        site = Site(port, process, log)
        wait_until_it_answers(site)
        yield site
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_until_it_answers(site: Site) -> None:
    for _ in range(PATIENCE * 10):
        assert site.process.poll() is None, site.log()
        with contextlib.suppress(OSError):
            if site.ask("/healthz").status == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"gunicorn does not answer:\n{site.log()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run_python(environment: dict[str, str], *arguments: str) -> str:
    """Run Python beside manage.py; give what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
