"""Fixtures that the whole suite shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements.models import User
from tests.factories import UserFactory

SEEDS = Path(__file__).resolve().parent.parent / "fixtures" / "seeds"


@pytest.fixture
def originals(settings, tmp_path: Path) -> Path:
    """A folder of its own for the originals of one test."""
    settings.ORIGINALS_DIR = tmp_path / "originals"
    return settings.ORIGINALS_DIR


@pytest.fixture
def curator(db) -> User:
    return UserFactory(username="ada")
