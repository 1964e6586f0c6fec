"""The start fails closed and says which variable and what to do."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from archive.settings import is_host, is_own_machine, repeats_itself

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
        ("SECRET_KEY", "change-me-" * 6 + "0123456789"),
        ("SECRET_KEY", "django-insecure-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ"),
        ("SECRET_KEY", "not-secret-only-for-a-machine-of-ones-own-0123456789"),
        ("SECRET_KEY", "Not-secret-only-for-a-machine-of-ones-own-0123456789x"),
        ("SECRET_KEY", "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"),
        ("SECRET_KEY", "$(python3-csecrets.token_urlsafe50)0123456789abcdefghijklmnop"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "a.org, *"),
        ("ALLOWED_HOSTS", ".org"),
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
    done = start(tmp_path, "print(s.SECRET_KEY)", DEBUG="true", SECRET_KEY=None, ALLOWED_HOSTS=None)
    key = done.stdout.split()[-1]
    assert len(key) >= 50  # or it would be refused for its length alone
    assert "SECRET_KEY: " in start(tmp_path, SECRET_KEY=key).stderr


@pytest.mark.parametrize(
    "name", [".example.org", "archive.example.org", "intranet", "192.0.2.7", "[2001:db8::7]", "ARCHIVE.org"]
)
def test_host_of_ones_own_is_taken(name: str) -> None:
    assert is_host(name)


@pytest.mark.parametrize(
    "name",
    [
        "*",
        "*.example.org",
        ".",
        "..",
        ".org",
        "a..org",
        "https://a.org",
        "a.org:8000",
        "a.org/",
        "a_b.org",
        "a b",
    ],
)
def test_wildcards_and_addresses_are_no_hosts(name: str) -> None:
    assert not is_host(name)


def test_no_random_key_is_taken_for_a_weak_one() -> None:
    made = [make(50)[:50] for make in (secrets.token_urlsafe, secrets.token_hex) for _ in range(2000)]
    assert not any(map(repeats_itself, made))
    assert repeats_itself("change-me-" * 6)


def test_debug_refuses_a_host_that_others_reach(tmp_path: Path) -> None:
    refused = start(tmp_path, DEBUG="true", ALLOWED_HOSTS="localhost,archive.example.org").stderr
    assert "ImproperlyConfigured: ALLOWED_HOSTS: " in refused
    assert "DEBUG=false" in refused


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1.2.3", "localhost", ".localhost", "[::1]", "a.localhost"]
)
def test_names_of_ones_own_machine(host: str) -> None:
    assert is_own_machine(host)


@pytest.mark.parametrize(
    "host",
    ["a.org", "10.0.0.1", "localhost.org", "127.a.org", "127.0.0.1.a.org", "[::]", "*", "notlocalhost"],
)
def test_names_of_other_machines(host: str) -> None:
    assert not is_own_machine(host)


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
