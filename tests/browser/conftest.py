"""Chromium, and a small archive behind a running server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from statements.views import statement_list
from tests.browser.pages import Archive, fill_archive
from tests.conftest import SEEDS

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator:
    if not Path(CHROMIUM).exists():
        reason = f"no Chromium at {CHROMIUM}: install it, or set CHROMIUM to its path"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session", autouse=True)
def beside_the_browser() -> Iterator[None]:
    """Before the server starts: plain HTTP, and the database beside Playwright's event loop."""
    with pytest.MonkeyPatch.context() as patch, override_settings(SECURE_SSL_REDIRECT=False):
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def archive(live_server, monkeypatch) -> Archive:
    """Small pages, so that a few statements fill several."""
    monkeypatch.setattr(statement_list, "ON_A_PAGE", 6)
    return fill_archive(live_server.url)


# As a curator dates them: by the weekday and the events that each article names.
PUBLISHED = {
    "000": "2020-07-23",
    "001": "2020-09-29",
    "002": "2020-10-01",
    "003": "2020-07-30",
    "004": "2020-07-17",
}


@pytest.fixture
def seeds(live_server, tmp_path, settings, capsys) -> str:
    """The address of an archive of the seeds, dated by a curator's manifest."""
    settings.ORIGINALS_DIR = tmp_path / "originals"
    manifest = ["file,published"]
    for seed in sorted(SEEDS.glob("*.txt")):
        shutil.copy(seed, tmp_path / seed.name)
        manifest.append(f"{seed.name},{PUBLISHED[seed.name[:3]]}")
    (tmp_path / "manifest.csv").write_text("\n".join(manifest))
    call_command("ingest", *sorted(map(str, tmp_path.glob("*.txt"))), manifest=str(tmp_path / "manifest.csv"))
    capsys.readouterr()
    return live_server.url
