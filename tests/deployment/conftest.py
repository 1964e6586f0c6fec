"""One served archive for all its tests: the seeds on a PostgreSQL of its own, and a curator logged in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests import postgres
from tests.deployment.serving import ROOT, Site, gunicorn, run_python

# Prints the address of a statement and the key of a curator's session.
FILL = """
import django; django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from statements.models import Statement, User
call_command("migrate", verbosity=0)
call_command("ingest", "fixtures/seeds", verbosity=0)
ada = User.objects.create_superuser("ada", password="a long enough password")
session = SessionStore()
session[SESSION_KEY] = str(ada.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = ada.get_session_auth_hash()
session.create()
print("filled", Statement.objects.first().get_absolute_url(), session.session_key)
"""


class Served(NamedTuple):
    site: Site
    cluster: postgres.Cluster
    environment: dict[str, str]
    statement: str  # the address of one
    cookie: str  # of a curator


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not os.environ["DATABASE_URL"].startswith("postgresql:"):
        pytest.skip("the served archive is tried once, in the run on PostgreSQL")
    folder = tmp_path_factory.mktemp("served")
    binaries = postgres.find_binaries()
    assert binaries, "no PostgreSQL server programs: on Debian, apt-get install postgresql"
    with postgres.cluster(binaries) as cluster:
        environment = {
            "DATABASE_URL": cluster.url,
            "ORIGINALS_DIR": str(folder / "originals"),
            "STATIC_ROOT": str(folder / "static"),
            "BEHIND_PROXY": "true",
            "WEB_CONCURRENCY": "2",
        }
        collecting = subprocess.Popen(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
            cwd=ROOT,
            env=os.environ | environment,
        )
        statement, key = run_python(environment, "-c", FILL).split("filled ")[1].split()
        assert collecting.wait() == 0
        with gunicorn(environment, folder / "gunicorn.log") as site:
            yield Served(site, cluster, environment, statement, f"__Host-session={key}")
