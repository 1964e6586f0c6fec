"""docs/deploy.md names only what there is."""

from __future__ import annotations

import re
from pathlib import Path

from django.core.management import get_commands

from archive import gunicorn_conf

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = (ROOT / "docs" / "deploy.md").read_text()
EXAMPLE = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_every_command_is_there() -> None:
    named = set(re.findall(r"(?:manage\.py|\bmanage|^drill) ([a-z_]+)", GUIDE, re.MULTILINE))
    assert {"migrate", "ingest", "backup", "restore", "verify"} <= named
    assert named <= set(get_commands())


def test_every_variable_is_in_the_example() -> None:
    block = GUIDE.split("cat > .env <<EOF\n")[1].split("EOF")[0]
    written = set(re.findall(r"^([A-Z_]+)=", block, re.MULTILINE))
    assert written <= EXAMPLE
    assert written >= EXAMPLE - {"DEBUG"}
    assert set(re.findall(r"`([A-Z_]+)=[^`]*`", GUIDE)) <= EXAMPLE


def test_units_and_proxy_agree_with_gunicorn() -> None:
    assert set(re.findall(r"proxy_pass http://([\d.:]+);", GUIDE)) == {gunicorn_conf.bind}
    assert "gunicorn -c archive/gunicorn_conf.py" in GUIDE
    assert f"{gunicorn_conf.threads} threads" in GUIDE
    stop = int(re.search(r"TimeoutStopSec=(\d+)", GUIDE)[1])
    assert stop > gunicorn_conf.graceful_timeout


def test_every_health_address_is_there(client) -> None:
    for path in set(re.findall(r"`(/[a-z]+z)`", GUIDE)):
        assert client.post(path).status_code == 405  # a page of that name, which is only read
