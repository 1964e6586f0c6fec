"""Keep a copy of the whole archive in a folder, and make an archive of it again.

A backup is the database, the originals that its rows name, and last of all a
manifest with the SHA-256 of each file: without a manifest it is no backup.
The archive may go on taking in articles meanwhile. The database's copy is of
one moment; an original is on the disk before its row is in the database, and
is never removed, so whatever that copy names can be copied after it.

A further backup into the same folder copies only what is new, and until its
manifest is there the one before it still stands. A backup restores on the
engine it was made on.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from statements import canonical
from statements.models import Original
from statements.models.article import path_of
from statements.store.originals import flush

MANIFEST = "manifest.json"
FORMAT = 1
KEYS = {"format", "made", "engine", "migrations", "database", "database_sha256", "originals"}
PART = ".part-"  # how the names of files begin that are not whole yet
DATABASE = re.compile(r"database-\d{8}T\d{12}Z\.(dump|sqlite3)")
SHA256 = re.compile(r"[0-9a-f]{64}")
CHUNK = 1024 * 1024  # bytes


class BackupError(Exception):
    """The message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a backup came to. ``missing`` are originals that could not be copied whole."""

    database: Path
    originals: int
    copied: int
    missing: list[str]


# --- backup ------------------------------------------------------------------------


def back_up(folder: Path) -> Result:
    """Copy the archive into the folder. Raises BackupError, or OSError where it cannot be written."""
    check_folder(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds people's passwords, though hashed
    made = datetime.now(UTC)
    ending = "dump" if connection.vendor == "postgresql" else "sqlite3"
    database = folder / f"database-{made:%Y%m%dT%H%M%S%fZ}.{ending}"
    with written_beside(database) as beside:
        named = _copy_postgresql(beside) if connection.vendor == "postgresql" else _copy_sqlite(beside)
    copied, missing = _copy_originals(folder, named)
    manifest = {
        "format": FORMAT,
        "made": made.isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "engine_version": _engine_version(),
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
        "database": database.name,
        "database_sha256": sha256_of_file(database),
        "originals": sorted(sha256 for sha256, _ in named if sha256 not in missing),
        "missing_originals": missing,
    }
    with written_beside(folder / MANIFEST) as beside:
        beside.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    for path in folder.iterdir():
        is_earlier = DATABASE.fullmatch(path.name) and path != database
        if is_earlier or path.name.startswith(PART):
            path.unlink()
    return Result(database, len(named), copied, missing)


def check_folder(folder: Path) -> None:
    """Raises BackupError for a folder that is somebody else's, or the originals' own."""
    if folder.resolve().is_relative_to(settings.ORIGINALS_DIR.resolve()):
        raise BackupError(f"{folder} is where the archive keeps its originals: name a folder outside it")
    if (folder / MANIFEST).exists():
        read_json(folder)


def _copy_postgresql(target: Path) -> list[tuple[str, int]]:
    """Dump; give the SHA-256 and size of each original as of the same moment."""
    with canonical.one_moment(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
        return list(Original.objects.values_list("sha256", "size"))


def _copy_sqlite(target: Path) -> list[tuple[str, int]]:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        with connection.wrap_database_errors:
            connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # all in the one file
        return copy.execute(f"SELECT sha256, size FROM {Original._meta.db_table}").fetchall()  # noqa: S608


def _copy_originals(folder: Path, named: list[tuple[str, int]]) -> tuple[int, list[str]]:
    """How many were copied, and which could not be: an original that is lost or altered stops no backup."""
    copied, missing = 0, []
    for sha256, size in named:
        target = folder / "originals" / _place(sha256)
        # What an earlier run copied may have been damaged since.
        if _size(target) == size and sha256_of_file(target) == sha256:
            continue
        try:
            copy_file(path_of(sha256), target, sha256)
            copied += 1
        except (FileNotFoundError, AlteredFile):
            missing.append(sha256)
    return copied, missing


def _place(sha256: str) -> Path:
    """Where an original lies under the folder of originals."""
    return path_of(sha256).relative_to(settings.ORIGINALS_DIR)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _engine_version() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SHOW server_version" if connection.vendor == "postgresql" else "SELECT sqlite_version()"
        )
        return cursor.fetchone()[0]


# --- restore -----------------------------------------------------------------------


def restore(folder: Path) -> dict[str, Any]:
    """Make this empty archive what the backup holds; give its manifest. Raises BackupError.

    Nothing is written before every file of the backup was found whole. The
    originals come first and the database in one step, so what was broken off
    can be run again.
    """
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    check_empty(manifest)
    for path in _files(settings.ORIGINALS_DIR):
        if path.name.startswith(PART):  # of a restore that was broken off
            path.unlink()
    for sha256 in manifest["originals"]:
        copy_file(folder / "originals" / _place(sha256), path_of(sha256), sha256)
    database = folder / manifest["database"]
    if connection.vendor == "postgresql":
        connection.close()
        _run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-acl", str(database))
    else:
        connection.ensure_connection()
        copied = sqlite3.connect(f"file:{quote(str(database))}?mode=ro&immutable=1", uri=True)
        with closing(copied), connection.wrap_database_errors:
            copied.backup(connection.connection)
    return manifest


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a backup that this archive can take. Raises BackupError."""
    manifest = read_json(folder)
    if manifest["format"] != FORMAT:
        raise BackupError(
            f"{folder / MANIFEST} is of another format than {FORMAT}: use the release that made it"
        )
    if manifest["engine"] != connection.vendor:
        raise BackupError(
            f"the backup was made on {manifest['engine']} and DATABASE_URL names {connection.vendor}: "
            "restore it on the engine it was made on"
        )
    unknown = {tuple(name) for name in manifest["migrations"]} - set(MigrationLoader(None).disk_migrations)
    if unknown:
        names = ", ".join(".".join(name) for name in sorted(unknown))
        raise BackupError(f"the backup was made by a newer release (it has {names}): install that one first")
    return manifest


def read_json(folder: Path) -> dict[str, Any]:
    """The manifest in a folder, of this shape at least. Raises BackupError."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BackupError(
            f"{folder} has no {MANIFEST}: it is no backup, or one that was broken off; name another folder"
        ) from error
    except (ValueError, RecursionError, OSError):
        manifest = None
    if not _is_manifest(manifest):
        raise BackupError(f"{folder / MANIFEST} is damaged, or not a backup's: name another folder")
    return manifest


def _is_manifest(manifest: Any) -> bool:
    if not isinstance(manifest, dict) or not manifest.keys() >= KEYS:
        return False
    originals, migrations = manifest["originals"], manifest["migrations"]
    return (
        isinstance(manifest["database"], str)
        and bool(DATABASE.fullmatch(manifest["database"]))
        and isinstance(originals, list)
        and all(isinstance(sha256, str) and SHA256.fullmatch(sha256) for sha256 in originals)
        and isinstance(migrations, list)
        and all(isinstance(name, list) and all(isinstance(part, str) for part in name) for name in migrations)
    )


def check_files(folder: Path, manifest: dict[str, Any]) -> None:
    """Every file of the backup against its SHA-256. Raises BackupError that names what is not whole."""
    files = {manifest["database"]: manifest["database_sha256"]}
    files |= {str(Path("originals") / _place(sha256)): sha256 for sha256 in manifest["originals"]}
    faults = [fault for name, sha256 in files.items() if (fault := _fault(folder, name, sha256))]
    if faults:
        listed = "; ".join(faults[:10]) + (f"; and {len(faults) - 10} more" if len(faults) > 10 else "")
        raise BackupError(f"the backup in {folder} is not whole: {listed}. Name another backup")


def _fault(folder: Path, name: str, sha256: str) -> str:
    path = folder / name
    # A manifest that somebody wrote must not lead out of the folder.
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"{name} is not in it"
    try:
        return "" if sha256_of_file(path) == sha256 else f"{name} is altered"
    except OSError as error:
        return f"{name} cannot be read ({error.strerror})"


def check_empty(manifest: dict[str, Any]) -> None:
    """Raises BackupError where restoring would mix two archives."""
    if connection.introspection.table_names():
        remedy = "name a new file" if connection.vendor == "sqlite" else "createdb another database, name it"
        raise BackupError(
            "the database is not empty, and a restore would mix two archives: "
            f"{remedy} in DATABASE_URL, and run no migrate before the restore"
        )
    expected = {path_of(sha256) for sha256 in manifest["originals"]}
    found = (path for path in _files(settings.ORIGINALS_DIR) if not path.name.startswith(PART))
    stranger = next((path for path in found if path not in expected), None)
    if stranger:
        raise BackupError(
            f"{settings.ORIGINALS_DIR} is not empty ({stranger} is not of this backup): "
            "set ORIGINALS_DIR to a new folder"
        )


def _files(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent) / name for name in names)


# --- files and programs --------------------------------------------------------------


class AlteredFile(Exception):
    """A file's bytes are not those of its SHA-256."""


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A path to write to, which takes the target's name when it is whole and on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=PART)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        flush(beside)
        os.replace(beside, target)
        flush(target.parent)
    finally:
        beside.unlink(missing_ok=True)


def copy_file(source: Path, target: Path, sha256: str) -> None:
    """Raises AlteredFile when the source is not what its SHA-256 says; then nothing is copied."""
    with source.open("rb") as read, written_beside(target) as beside:
        with beside.open("wb") as write:
            shutil.copyfileobj(read, write, CHUNK)
        if sha256_of_file(beside) != sha256:
            raise AlteredFile(source)


def sha256_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _run(program: str, *arguments: str) -> None:
    """A program of PostgreSQL's on this database. The password goes by the environment: a command
    line is there for everyone to see. Raises BackupError."""
    psql, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    *where, name = psql[1:]
    try:
        done = subprocess.run(  # noqa: S603
            [program, *where, f"--dbname={name}", "--no-password", *arguments],
            env=os.environ | (environment or {}),
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise BackupError(
            f"{program} is not installed: on Debian, apt-get install postgresql-client"
        ) from error
    if done.returncode:
        said = " ".join(done.stderr.split())
        raise BackupError(f"{program} failed: {said}{_remedy(said)}")


def _remedy(said: str) -> str:
    if "version mismatch" in said:
        return " — install the postgresql-client of the server's version, and put it first on the PATH"
    return ""
