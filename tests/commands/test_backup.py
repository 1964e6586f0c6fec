"""A backup restores to the same archive, and what is not whole is refused."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.db import connection

from statements import backups, canonical, curation, provenance, triggers
from statements.models import Original, Statement, User
from statements.models.article import path_of
from statements.search.query import parse_query
from statements.store.originals import keep_original
from tests.conftest import SEEDS
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("originals")]
ROOT = Path(__file__).resolve().parent.parent.parent

# Asked of the restored archive, in a process of its own: what tells whether it is the same.
EXAMINE = """
import json, sys
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from statements import canonical, triggers
from statements.models import Statement, User
from statements.search.query import parse_query
print(json.dumps({
    "dump": list(canonical.lines()),
    "triggers": sorted(triggers.installed(connection)),
    "found": sorted(s.public_id for s in Statement.objects.search(parse_query("ceasefire"))),
    "permissions": sorted(User.objects.get(username="grace").get_all_permissions()),
    "password": User.objects.get(username="grace").password,
}))
call_command("verify", stdout=sys.stderr)
"""


@contextlib.contextmanager
def new_database(tmp_path: Path) -> Iterator[str]:
    """The DATABASE_URL of a database with nothing in it."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.sqlite3'}"
        return
    name = f"restored_{uuid.uuid4().hex[:8]}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def python(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def back_up(folder: Path) -> str:
    out = io.StringIO()
    call_command("backup", str(folder), stdout=out)
    return out.getvalue()


@pytest.fixture
def small(originals: Path) -> Original:
    """An archive of one original; enough for what is refused."""
    return keep_original(b"The minister said so.\n", media_type="text/plain", location="")


def test_restored_archive_is_the_same(tmp_path: Path) -> None:
    call_command("ingest", str(SEEDS), verbosity=0, stdout=io.StringIO())
    ada = UserFactory(username="ada")
    approved, rejected, *_ = Statement.objects.order_by("pk")
    curation.approve(approved, who=ada, why="as printed")
    curation.reject(rejected, who=ada, why="a belief")
    reviewers = Group.objects.create(name="reviewers")
    reviewers.permissions.add(Permission.objects.get(codename="change_statement"))
    grace = User.objects.create_user("grace", password="a long enough password")
    grace.groups.add(reviewers)

    folder = tmp_path / "backup"
    assert "5 originals (5 new)" in back_up(folder)
    with new_database(tmp_path) as url:
        environment = {"DATABASE_URL": url, "ORIGINALS_DIR": str(tmp_path / "elsewhere")}
        done = python(environment, "manage.py", "restore", str(folder))
        assert done.returncode == 0, done.stderr
        assert "with 5 originals. Now run" in done.stdout
        examined = python(environment, "-c", EXAMINE)
        again = python(environment, "manage.py", "restore", str(folder))
    assert examined.returncode == 0, examined.stderr
    restored = json.loads(examined.stdout)
    assert restored["dump"] == list(canonical.lines())
    assert restored["triggers"] == sorted(triggers.installed(connection))
    assert restored["found"] == sorted(
        s.public_id for s in Statement.objects.search(parse_query("ceasefire"))
    )
    assert restored["found"]
    assert restored["permissions"] == ["statements.change_statement"]
    assert restored["password"] == grace.password
    assert again.returncode != 0
    assert "the database is not empty" in again.stderr


def test_another_backup_copies_only_what_is_new(small: Original, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    assert "1 originals (1 new)" in back_up(folder)
    keep_original(b"And then she said that.\n", media_type="text/plain", location="")
    assert "2 originals (1 new)" in back_up(folder)
    manifest = backups.read_manifest(folder)
    backups.check_files(folder, manifest)
    assert len(manifest["originals"]) == 2
    assert len(list(folder.glob("database-*"))) == 1
    assert not list(folder.rglob(".part-*"))


def test_only_originals_of_the_copied_moment_are_kept(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ingest that goes on while the originals are copied adds nothing that no row would know."""
    copy_originals = backups._copy_originals

    def ingest_meanwhile(*arguments):
        keep_original(b"Too late.\n", media_type="text/plain", location="")
        return copy_originals(*arguments)

    monkeypatch.setattr(backups, "_copy_originals", ingest_meanwhile)
    back_up(tmp_path / "backup")
    assert backups.read_manifest(tmp_path / "backup")["originals"] == [small.sha256]


def test_dump_and_list_of_originals_are_of_one_moment(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An original that comes in just before pg_dump begins is in neither."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's list is read from the copy itself")

    def come_in() -> None:
        keep_original(b"Too late.\n", media_type="text/plain", location="")
        connection.close()

    def run_late(*arguments: str) -> None:
        thread = threading.Thread(target=come_in)
        thread.start()
        thread.join()
        run(*arguments)

    run = backups._run
    monkeypatch.setattr(backups, "_run", run_late)
    back_up(tmp_path / "backup")
    (dump,) = (tmp_path / "backup").glob("database-*")
    command = ["pg_restore", "--data-only", "--table=statements_original", "--file=-", str(dump)]
    rows = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert Original.objects.count() == 2
    assert small.sha256 in rows
    assert provenance.sha256_of(b"Too late.\n") not in rows
    assert backups.read_manifest(tmp_path / "backup")["originals"] == [small.sha256]


def test_backup_that_is_broken_off_is_none(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_copy_originals", broken_off)
    with pytest.raises(CommandError, match=r"No space left on device.*it is no backup yet"):
        back_up(tmp_path / "backup")
    with pytest.raises(CommandError, match=r"has no manifest.json: it is no backup, or one that was broken"):
        call_command("restore", str(tmp_path / "backup"))


def test_backup_before_stands_until_the_next_is_whole(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backup"
    back_up(folder)
    before = backups.read_manifest(folder)
    keep_original(b"And then she said that.\n", media_type="text/plain", location="")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(backups, "_engine_version", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
        back_up(folder)
    assert backups.read_manifest(folder) == before
    backups.check_files(folder, before)


@pytest.mark.parametrize("what", ["database", "original"])
@pytest.mark.parametrize("how", ["altered", "missing"])
def test_backup_that_is_not_whole_is_refused_by_name(
    small: Original, tmp_path: Path, what: str, how: str
) -> None:
    folder = tmp_path / "backup"
    back_up(folder)
    (file,) = folder.glob("database-*" if what == "database" else f"originals/**/{small.sha256}")
    if how == "altered":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    else:
        file.unlink()
    says = "is altered" if how == "altered" else "cannot be read"
    with pytest.raises(CommandError, match=f"not whole: .*{file.name} {says}"):
        call_command("restore", str(folder))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"engine": "another"}, "was made on another"),
        ({"format": 2}, "of another format"),
        ({"migrations": [["statements", "9999_later"]]}, "newer release .*statements.9999_later"),
        ({"database": "../escaped"}, "not a backup's"),
        ({"database": None}, "not a backup's"),
        ({"originals": ["../../etc/passwd"]}, "not a backup's"),
        ({"originals": 5}, "not a backup's"),
        ({"migrations": [1]}, "not a backup's"),
    ],
)
def test_manifest_that_does_not_fit_is_refused(
    small: Original, tmp_path: Path, change: dict[str, object], says: str
) -> None:
    folder = tmp_path / "backup"
    back_up(folder)
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | change))
    with pytest.raises(CommandError, match=says):
        call_command("restore", str(folder))
    manifest.write_text(manifest.read_text()[:100])
    with pytest.raises(CommandError, match="is damaged"):
        call_command("restore", str(folder))


def test_archive_that_is_not_empty_is_refused(small: Original, tmp_path: Path) -> None:
    back_up(tmp_path / "backup")
    with pytest.raises(CommandError, match=r"the database is not empty.*DATABASE_URL"):
        call_command("restore", str(tmp_path / "backup"))


def test_folder_of_originals_that_is_not_empty_is_refused(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(tmp_path / "backup")
    monkeypatch.setattr(connection.introspection, "table_names", list)
    backups.check_empty(backups.read_manifest(tmp_path / "backup"))  # its own: a restore that was broken off
    (path_of(small.sha256).parent / "stranger").write_bytes(b"?")
    with pytest.raises(CommandError, match="stranger is not of this backup"):
        call_command("restore", str(tmp_path / "backup"))


def test_lost_and_altered_originals_are_told_and_stop_nothing(small: Original, tmp_path: Path) -> None:
    lost = keep_original(b"And then she said that.\n", media_type="text/plain", location="")
    path_of(lost.sha256).unlink()
    path_of(small.sha256).write_bytes(b"The minister said no.\n")
    out = io.StringIO()
    with pytest.raises(SystemExit, match="1"):
        call_command("backup", str(tmp_path / "backup"), stdout=out)
    assert out.getvalue().count("missing or altered, not in the backup") == 2
    manifest = backups.read_manifest(tmp_path / "backup")
    assert manifest["originals"] == []
    assert set(manifest["missing_originals"]) == {lost.sha256, small.sha256}


def test_folder_that_cannot_be_written_is_told(small: Original, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CommandError, match=r"cannot be written to .*file.*name another folder"):
        back_up(tmp_path / "file" / "backup")


def test_programs_of_postgresql_that_are_missing_are_told(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite needs no program")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match=r"pg_dump is not installed: .* postgresql-client"):
        back_up(tmp_path / "backup")


def test_older_programs_are_told_with_the_remedy(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite needs no program")
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'aborting because of server version mismatch' >&2; exit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(CommandError, match="install the postgresql-client of the server's version"):
        back_up(tmp_path / "backup")


def test_password_is_on_no_command_line(
    small: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no password")
    seen: list[list[str]] = []
    run = subprocess.run

    def watched(command: list[str], **options):
        seen.append(command)
        assert options["env"]["PGPASSWORD"] == connection.settings_dict["PASSWORD"]
        return run(command, **options)

    monkeypatch.setitem(connection.settings_dict, "USER", connection.settings_dict["USER"])
    monkeypatch.setattr(subprocess, "run", watched)
    back_up(tmp_path / "backup")
    (command,) = seen
    assert not [argument for argument in command if connection.settings_dict["PASSWORD"] == argument]


def test_backup_leaves_other_peoples_files_alone(small: Original, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    back_up(folder)
    (earlier,) = folder.glob("database-*")
    notes = folder / "database-notes.txt"
    notes.write_text("mine")
    back_up(folder)
    assert not earlier.exists()
    assert notes.read_text() == "mine"


def test_folder_with_somebody_elses_manifest_is_refused(small: Original, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"mine": 1}')
    with pytest.raises(CommandError, match="not a backup's"):
        call_command("backup", str(tmp_path))
    assert (tmp_path / "manifest.json").read_text() == '{"mine": 1}'


def test_backup_among_the_originals_is_refused(small: Original, originals: Path) -> None:
    with pytest.raises(CommandError, match="name a folder outside it"):
        call_command("backup", str(originals / "backup"))


def test_copy_that_was_damaged_since_is_made_again(small: Original, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    back_up(folder)
    (copy,) = folder.glob(f"originals/**/{small.sha256}")
    whole = copy.read_bytes()
    copy.write_bytes(bytes(len(whole)))
    back_up(folder)
    assert copy.read_bytes() == whole
