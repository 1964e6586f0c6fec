"""The start fails closed and says which variable and what to do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PRODUCTION = {
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ",
    "ALLOWED_HOSTS": "archive.example.org",
    "DATABASE_URL": "postgresql://archive:password@127.0.0.1:5432/archive",
}


def start(tmp_path: Path, also: str = "", **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Import the settings in a fresh interpreter, without any .env file."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    environment |= {name: value for name, value in (PRODUCTION | changes).items() if value is not None}
    code = (
        "import environs; environs.Env.read_env = lambda *a, **k: None\n"
        "from archive import settings as s\n"
        "assert s.SECRET_KEY and s.ALLOWED_HOSTS\n"
        "print(s.DEBUG, s.DATABASES['default']['ENGINE'], s.SESSION_COOKIE_SECURE if not s.DEBUG else '')\n"
        f"{also}"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_start(tmp_path: Path) -> None:
    assert start(tmp_path).stdout.split() == ["False", "django.db.backends.postgresql", "True"]


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_missing_variable_is_named_with_its_remedy(tmp_path: Path, name: str, nothing: str | None) -> None:
    done = start(tmp_path, **{name: nothing})
    assert done.returncode != 0
    assert re.search(rf"ImproperlyConfigured: {name}: .*Set it to ", done.stderr)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", "not-secret-only-for-a-machine-of-ones-own-0123456789"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "a.org, *"),
        ("ALLOWED_HOSTS", ","),
        ("ALLOWED_HOSTS", " "),
        ("DEBUG", "perhaps"),
        ("DATABASE_URL", "archive.sqlite3"),
        ("DATABASE_URL", "mysql://archive:password@127.0.0.1/archive"),
        ("DATABASE_URL", "postgis://archive:password@127.0.0.1/archive"),
    ],
)
def test_weak_or_wrong_value_stops_the_start(tmp_path: Path, name: str, value: str) -> None:
    done = start(tmp_path, **{name: value})
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {name}: " in done.stderr


def test_the_key_that_is_refused_is_the_one_of_debug(tmp_path: Path) -> None:
    done = start(tmp_path, "print(s.SECRET_KEY)", DEBUG="true", SECRET_KEY=None)
    key = done.stdout.split()[-1]
    assert len(key) >= 50  # or it would be refused for its length alone
    assert "SECRET_KEY: " in start(tmp_path, SECRET_KEY=key).stderr


def test_blanks_round_host_names_do_not_count(tmp_path: Path) -> None:
    done = start(tmp_path, "print(*s.ALLOWED_HOSTS)", ALLOWED_HOSTS=" a.org, b.org ,")
    assert done.stdout.splitlines()[-1] == "a.org b.org"


def test_another_engine_is_told_which_two_there_are(tmp_path: Path) -> None:
    message = start(tmp_path, DATABASE_URL="mysql://archive:hidden@127.0.0.1/archive").stderr
    assert "postgresql://" in message
    assert "sqlite://" in message
    assert "hidden" not in message


@pytest.mark.parametrize("nothing", [None, ""])
def test_debug_needs_nothing_else(tmp_path: Path, nothing: str | None) -> None:
    done = start(tmp_path, DEBUG="true", SECRET_KEY=nothing, ALLOWED_HOSTS=nothing, DATABASE_URL=nothing)
    assert done.stdout.split() == ["True", "django.db.backends.sqlite3"]


def test_example_names_every_variable_that_is_read() -> None:
    settings = (ROOT / "archive" / "settings.py").read_text()
    read = set(
        re.findall(r'(?:env\.\w+|required|boolean)\(\s*(?:env\.\w+,\s*|lambda[^"]*)?"([A-Z_]+)"', settings)
    )
    named = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read | {"DATABASE_URL"} == named
