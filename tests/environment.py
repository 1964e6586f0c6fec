"""The suite's environment, set before Django reads it (loaded with ``-p``)."""

import os
import tempfile

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ["DEBUG"] = "false"
os.environ["SECRET_KEY"] = "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["ORIGINALS_DIR"] = tempfile.mkdtemp(prefix="chancery-tests-")
os.environ["STATIC_ROOT"] = tempfile.mkdtemp(prefix="chancery-tests-static-")
# `make test` sets DATABASE_URL for PostgreSQL; without one the suite runs on SQLite.
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")


@pytest.fixture(autouse=True)
def test_settings(settings) -> None:
    """Plain HTTP, static files by their own names, no counting of log-ins, and quick passwords."""
    settings.SECURE_SSL_REDIRECT = False
    # Each test's archive begins with the same numbers: nothing is kept from one to the next.
    settings.ARCHIVE_VERSION_SECONDS = 0
    nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = {"default": nothing, "long pages": nothing}
    settings.AXES_ENABLED = False  # `client.login()` has no request to count by
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
