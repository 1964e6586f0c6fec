"""Everything that must hold before a change lands: `make test`.

Says aloud what it could not check; with CI=true a missing part is a failure.
The suites of both engines run side by side and last: SQLite's is seen as it runs, PostgreSQL's
afterwards, so that pytest's closing line is the last one printed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests import postgres

IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")
PYTHON = sys.executable
BIN = Path(PYTHON).parent

PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "checks-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
    "ALLOWED_HOSTS": "archive.example.org",
    "DATABASE_URL": "sqlite:///:memory:",
}
MANAGE = [PYTHON, "manage.py"]
# They know no database (tests/test_layers.py holds that), so one engine is enough for them.
TEXT_LAYERS = [f"tests/{layer}" for layer in ("readers", "cleaning", "extraction", "resolution", "quality")]


def templates() -> list[str]:
    return sorted(str(path) for path in Path("templates").rglob("*.html"))


def steps() -> list[tuple[str, list[str]]]:
    return [
        ("format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("lint", [str(BIN / "ruff"), "check", "."]),
        ("templates", [str(BIN / "djade"), "--check", *templates()]),
        ("types", [str(BIN / "mypy")]),
        ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"]),
        ("deploy check", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"]),
    ]


def missing_parts() -> list[str]:
    """What this machine cannot check, with the remedy."""
    missing = []
    if postgres.find_binaries() is None:
        missing.append("the suite on PostgreSQL (apt-get install postgresql)")
    if not shutil.which(os.environ.get("CHROMIUM", "chromium")):
        missing.append("the pages in a browser (apt-get install chromium, or set CHROMIUM)")
    if not shutil.which("xgettext"):
        missing.append("the way to a translation (apt-get install gettext)")
    return missing


def run(name: str, command: list[str]) -> bool:
    """Run one step, showing what it says only when it fails."""
    print(f"== {name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(
        command,
        env={**os.environ, **PRODUCTION},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        print(done.stdout)
    print(f"   {'failed' if done.returncode else 'passed'} in {time.monotonic() - start:.1f} s", flush=True)
    return done.returncode == 0


def run_suites() -> list[bool]:
    """The whole suite on SQLite and, beside it, all that knows a database on PostgreSQL."""
    suite = [PYTHON, "-m", "pytest"]
    on_sqlite = {**os.environ, "DATABASE_URL": "sqlite:///:memory:"}
    if postgres.find_binaries() is None:
        print("== suite on SQLite", flush=True)
        return [subprocess.run(suite, env=on_sqlite, check=False).returncode == 0]
    with_database = [*suite, *(f"--ignore={folder}" for folder in TEXT_LAYERS), "-p", "no:cacheprovider"]
    with tempfile.TemporaryFile("w+") as said:
        beside = subprocess.Popen(
            [PYTHON, "tests/postgres.py", "--", *with_database], stdout=said, stderr=subprocess.STDOUT
        )
        try:
            print("== suite on SQLite", flush=True)
            first = subprocess.run(suite, env=on_sqlite, check=False).returncode == 0
            print("== suite on PostgreSQL", flush=True)
            second = beside.wait() == 0
        finally:
            if beside.poll() is None:
                beside.send_signal(signal.SIGINT)  # it stops its server first
                beside.wait()
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout)
        sys.stdout.flush()
    return [first, second]


def main() -> int:
    missing = missing_parts()
    for part in missing:
        print(f"!! NOT CHECKED: {part}", flush=True)
    passed = [run(name, command) for name, command in steps()]
    if missing and IN_CI:
        passed.append(False)
    passed += run_suites()
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
