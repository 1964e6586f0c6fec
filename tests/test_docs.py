"""What the README says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from statements.readers import READERS
from statements.verification import CODES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()


def test_readme_lists_every_source_format_with_its_endings() -> None:
    table = README.split("## Source formats")[1].split("##")[0]
    rows = {
        name: tuple(re.findall(r"`(\.\w+)`", endings))
        for name, endings in re.findall(r"^\| ([a-z][\w ]+) \| (`.*) \|$", table, re.MULTILINE)
    }
    assert rows == {name: reader.endings for name, reader in READERS.items()}


def test_readme_lists_every_command() -> None:
    ours = {name for name, app in get_commands().items() if app == "statements"}
    assert set(re.findall(r"^\| `manage\.py (\w+)", README, re.MULTILINE)) == ours


def test_readme_names_only_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)", README)) - {"it"} <= targets


def test_every_fault_that_verify_names_is_documented() -> None:
    table = (ROOT / "docs" / "architecture.md").read_text()
    assert dict(re.findall(r"^\| (V\d{3}) \| (.*) \|$", table, re.MULTILINE)) == CODES


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text()
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    missing = [target for target in linked if not (document.parent / target).exists()]
    named = re.findall(r"`((?:statements|tests|docs|fixtures|bench|archive)/[\w./-]+)`", text)
    missing += [path for path in named if not (ROOT / path).exists()]
    assert not missing
