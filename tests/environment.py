"""The suite's environment, set before Django reads it (loaded with ``-p``)."""

import os
import tempfile

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ["DEBUG"] = "false"
os.environ["SECRET_KEY"] = "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["ORIGINALS_DIR"] = tempfile.mkdtemp(prefix="chancery-tests-")
# `make test` sets DATABASE_URL for PostgreSQL; without one the suite runs on SQLite.
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")


@pytest.fixture(autouse=True)
def test_settings(settings) -> None:
    """The test client speaks plain HTTP, and passwords need no protection here."""
    settings.SECURE_SSL_REDIRECT = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
