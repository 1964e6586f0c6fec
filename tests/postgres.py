"""Run a command with a PostgreSQL of its own, started for it and stopped after it.

    python tests/postgres.py -- python -m pytest

sets DATABASE_URL for the command. The server listens on loopback alone, keeps
its files in a temporary folder, and refuses to run as root, so root hands it
to an unprivileged account.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


def find_binaries() -> Path | None:
    """The folder of initdb and pg_ctl: the newest Debian has, or what is on the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class Cluster:
    """A server that can be stopped and started; ``url`` is its DATABASE_URL."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries, self._folder = binaries, folder
        self._prefix = _unprivileged(folder)
        self.port = _free_port()
        self.url = f"postgresql://archive:test@127.0.0.1:{self.port}/postgres"

    def initialise(self) -> None:
        password = self._folder / "password"
        password.write_text("test")
        password.chmod(0o644)
        # C.UTF-8 sorts and compares by code point, as SQLite does.
        settings = ["-U", "archive", f"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8"]
        self._run("initdb", *settings, "--locale=C.UTF-8", "--no-sync")

    def start(self) -> None:
        sockets = f"-c unix_socket_directories={self._folder}"
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 {sockets} -c fsync=off"
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """``mode``: fast (sessions are ended) or immediate (as in a crash)."""
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self._prefix, str(self._binaries / program), "-D", str(self._folder / "data"), *arguments],
            cwd=self._folder,
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(self._folder), "LC_ALL": "C.UTF-8"},
        )


@contextlib.contextmanager
def cluster(binaries: Path) -> Iterator[Cluster]:
    """A running server, stopped and its files removed in the end."""
    folder = Path(tempfile.mkdtemp(prefix="chancery-postgres-"))
    made = Cluster(binaries, folder)
    try:
        made.initialise()
        made.start()
        yield made
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def server(binaries: Path) -> Iterator[str]:
    """A running server; gives its DATABASE_URL."""
    with cluster(binaries) as running:
        yield running.url


def _unprivileged(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    user = next(entry for name in ("postgres", "nobody") if (entry := _account(name)))
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _account(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main(command: list[str]) -> int:
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed. On Debian: apt-get install postgresql", file=sys.stderr)
        return 2
    with server(binaries) as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(arguments[1:] if arguments[:1] == ["--"] else arguments))
