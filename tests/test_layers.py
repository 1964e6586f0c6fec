"""One way through the house: who may import whom, read from the import lines."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "statements"

# The standard library alone, and each other.
PLAIN = {"records", "provenance", "folding", "edtf", "acts", "calendar_names", "datelines"}
PARSERS = {"bs4", "lxml", "charset_normalizer", "trafilatura"}
TEXT_LAYERS = {"readers", "cleaning", "extraction", "resolution", "authority_files"}
DATA = {"models", "search", "versioning", "wordings", "addresses", *PLAIN}

# layer -> what it may import: our layers by name, packages from outside by theirs
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "provenance": PLAIN,
    "folding": set(),
    "wordings": {"rapidfuzz", *PLAIN},
    "edtf": set(),
    "acts": set(),
    "calendar_names": set(),
    "datelines": {"calendar_names"},
    "authority_files": PLAIN,
    "readers": PLAIN | PARSERS,
    "cleaning": PLAIN | PARSERS,
    "extraction": PLAIN,
    "resolution": PLAIN,
    "search": {"django", "rapidfuzz", "versioning", *PLAIN},
    "versioning": {"django"},
    "triggers": {"django"},
    "addresses": {"django"},
    "models": {"django", "search", "addresses", *PLAIN},
    "logged_fields": {"django", *DATA},
    "utterances": {"django", "rapidfuzz", "authority_files", *DATA},
    "store": {"django", "logged_fields", "public_ids", "crash_points", "utterances", *DATA},
    "public_ids": {"django", *DATA},
    "diffs": {"django", "labels", *DATA},
    "curation": {"django", "logged_fields", "public_ids", "diffs", "utterances", *DATA},
    "verification": {"django", "store", "triggers", "logged_fields", *DATA},
    "canonical": {"django", *DATA},
    "backups": {"django", "canonical", "store", *DATA},
    "crash_points": set(),
    "pipeline": {"django", "store", "curation", "crash_points", "utterances", *TEXT_LAYERS, *DATA},
    "periods": {"django", *DATA},
    "named_records": {"django", *DATA},
    "filters": {"django", "django_filters", "named_records", "periods", *DATA},
    "facets": {"django", "filters", "named_records", "periods", *DATA},
    "citing": {"django", *DATA},
    "describing": {"django", "citing", *DATA},
    "templatetags": {"django", "describing", "exports", *DATA},
    "views": {
        "django",
        "citing",
        "describing",
        "diffs",
        "exports",
        "facets",
        "filters",
        "named_records",
        "periods",
        "templatetags",
        "utterances",
        *DATA,
    },
    "exports": {"django", *DATA},
    "admin": {"django", "curation", *DATA},
    "management": {
        "django",
        "pipeline",
        "verification",
        "canonical",
        "backups",
        "crash_points",
        "store",
        "curation",
        "utterances",
        *TEXT_LAYERS,
        *DATA,
    },
    "migrations": {"django", "models", "triggers", "search"},
    "review": {
        "django",
        "rapidfuzz",
        "curation",
        "logged_fields",
        "pipeline",
        "resolution",
        "utterances",
        "views",
        "templatetags",
        *DATA,
    },
    "urls": {"django", "views", "review"},
    "apps": {"django", "labels"},
    "labels": {"django"},
}

# The rooms of resolution, in order: each may import those before it.
ROOMS_OF_RESOLUTION = (
    "text",
    "index",
    "attributions",
    "bodies",
    "persons",
    "named_text",
    "pointing",
    "home",
    "speakers",
    "circumstances",
    "__init__",
)

FILES = sorted(ROOT.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Top-level names a file imports; for our own package the layer."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return {name.split(".")[1] if name.startswith("statements.") else name.split(".")[0] for name in names}


def test_every_layer_has_its_row() -> None:
    assert {layer_of(path) for path in FILES} - {"__init__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_imports_only_what_its_layer_may(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        return
    strangers = (
        {name for name in imported(path) if name not in sys.stdlib_module_names} - MAY_IMPORT[layer] - {layer}
    )
    assert not strangers, f"{layer} may not import {', '.join(sorted(strangers))}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_inside_a_package_nobody_imports_its_front(path: Path) -> None:
    """Import from the module, or the front and the module wait for each other."""
    layer = layer_of(path)
    if path.name == "__init__.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == f"statements.{layer}":
            modules = {child.stem for child in (ROOT / layer).iterdir()}
            assert {alias.name for alias in node.names} <= modules


def test_every_room_of_resolution_has_its_place() -> None:
    rooms = {path.stem for path in (ROOT / "resolution").iterdir() if path.name != "__pycache__"}
    assert rooms == set(ROOMS_OF_RESOLUTION)


@pytest.mark.parametrize("path", sorted((ROOT / "resolution").rglob("*.py")), ids=lambda path: path.stem)
def test_rooms_of_resolution_import_only_those_before(path: Path) -> None:
    room = path.relative_to(ROOT / "resolution").parts[0].removesuffix(".py")
    found = {
        node.module.split(".")[2]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("statements.resolution.")
    }
    allowed = ROOMS_OF_RESOLUTION[: ROOMS_OF_RESOLUTION.index(room) + 1]
    assert found <= set(allowed), f"{room} may not import {', '.join(sorted(found - set(allowed)))}"


def test_text_layers_load_without_django() -> None:
    """A fresh interpreter in which Django cannot be imported reads all four."""
    code = (
        "import sys; sys.modules['django'] = None\n"
        "import statements.readers, statements.cleaning, statements.extraction, statements.resolution\n"
        "import statements.authority_files\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT.parent)
