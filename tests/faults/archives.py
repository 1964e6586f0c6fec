"""Scratch archives on the suite's engine, and whole ones cloned from them in an instant."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg import sql

from statements.provenance import sha256_of
from tests.faults.processes import Ended, Forker, Job

NUMBERS = itertools.count()


class Engine(Protocol):
    url: str

    def create(self, folder: Path) -> str:
        """An empty database; gives its name."""

    def clone(self, database: str, folder: Path, disk: Path | None = None) -> str:
        """A copy of a database to which nobody is connected, its tables on the disk; gives its name."""

    def drop(self, database: str) -> None: ...


class Sqlite:
    url = "sqlite:///never-opened.sqlite3"

    def create(self, folder: Path) -> str:
        return str(folder / "archive.sqlite3")

    def clone(self, database: str, folder: Path, disk: Path | None = None) -> str:
        copy = self.create(disk or folder)
        with sqlite3.connect(database) as old, sqlite3.connect(copy) as new:
            old.backup(new)
        old.close()
        new.close()
        return copy

    def drop(self, database: str) -> None:
        pass  # its folder goes


class Postgresql:
    def __init__(self, url: str) -> None:
        self.url = url

    def create(self, folder: Path) -> str:
        return self._create("template1")

    def clone(self, database: str, folder: Path, disk: Path | None = None) -> str:
        return self._create(database, self._tablespace_on(disk) if disk else "pg_default")

    def drop(self, database: str) -> None:
        self._execute("DROP DATABASE {} WITH (FORCE)", database)

    def _create(self, template: str, tablespace: str = "pg_default") -> str:
        name = f"faults_{os.getpid()}_{next(NUMBERS)}"
        self._execute("CREATE DATABASE {} TEMPLATE {} TABLESPACE {}", name, template, tablespace)
        return name

    def vacuum(self, on: bool) -> None:
        """Whether the server tidies up by itself."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM SET autovacuum = {'on' if on else 'off'}")
            connection.execute("SELECT pg_reload_conf()")

    def _tablespace_on(self, disk: Path) -> str:
        """It stays known to the server, which is the suite's own and goes with it."""
        place = disk / "tablespace"
        place.mkdir(mode=0o700)
        with psycopg.connect(self.url, autocommit=True) as connection:
            ((data,),) = connection.execute("SHOW data_directory")
            owner = os.stat(data)
            os.chown(place, owner.st_uid, owner.st_gid)
            name = f"faults_{os.getpid()}_{next(NUMBERS)}"
            statement = sql.SQL("CREATE TABLESPACE {} LOCATION {}")
            connection.execute(statement.format(sql.Identifier(name), sql.Literal(str(place))))
        return name

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def engine() -> Engine:
    """The suite's own engine."""
    url = os.environ["DATABASE_URL"]
    return Postgresql(url) if url.startswith("postgresql:") else Sqlite()


@dataclass
class Archive:
    """A database with its originals, in a folder of its own."""

    engine: Engine
    folder: Path
    database: str
    originals: Path = field(init=False)

    def __post_init__(self) -> None:
        self.originals = self.folder / "originals"

    def clone(self, folder: Path, disk: Path | None = None) -> Archive:
        """A whole archive in a folder of its own; its database, if so asked, on a disk of its own."""
        folder.mkdir()
        copy = Archive(self.engine, folder, self.engine.clone(self.database, folder, disk))
        if self.originals.exists():
            shutil.copytree(self.originals, copy.originals)
        return copy

    def job(self, *arguments: object, **environment: str) -> Job:
        output = self.folder / f"output-{next(NUMBERS)}"
        output.touch()  # a job may be killed before it opens it
        return Job(tuple(map(str, arguments)), self.database, str(self.originals), str(output), environment)

    def remove(self) -> None:
        self.engine.drop(self.database)
        shutil.rmtree(self.folder)


def empty_archive(engine: Engine, folder: Path, forker: Forker) -> Archive:
    """Tables and nothing in them."""
    folder.mkdir()
    archive = Archive(engine, folder, engine.create(folder))
    do(forker, archive, "migrate", "-v", "0")
    return archive


def grown_archive(empty: Archive, folder: Path, inputs_folder: Path, forker: Forker) -> Archive:
    """The earlier inputs, some read by older code, and a curator's decisions on them."""
    archive = empty.clone(folder)
    do(forker, archive, "ingest", inputs_folder)
    do(forker, archive, "call", "tests.faults.inputs:decide")
    return archive


def do(forker: Forker, archive: Archive, *arguments: object, code: int = 0) -> Ended:
    """Run a command undisturbed; it must end as it should and without a traceback."""
    (ended,) = forker.run(archive.job(*arguments))
    text = ended.output.decode()
    assert ended.code == code, text
    assert "Traceback" not in text, text
    return ended


def dump(forker: Forker, archive: Archive) -> bytes:
    return do(forker, archive, "dump").output


def check_nothing_is_half(before: bytes, now: bytes, after: bytes) -> None:
    """Where an ingest was cut off, each article with all that hangs on it is as it was, or as it will be."""
    was, done = articles(before), articles(after)
    for public_id, rows in articles(now).items():
        assert rows in (was.get(public_id), done.get(public_id)), public_id


def articles(dumped: bytes) -> dict[str, list[bytes]]:
    """Public id → an article's lines in a dump, its statements' among them."""
    owner: dict[str, str] = {}
    found: dict[str, list[bytes]] = {}
    for line in dumped.splitlines():
        row = json.loads(line)
        public_id = row["public_id"] if row["record"] == "article" else row.get("article")
        if row["record"] == "statement":
            owner[row["public_id"]] = public_id
        if public_id := public_id or owner.get(row.get("statement", "")):
            found.setdefault(public_id, []).append(line)
    return found


def check_files(archive: Archive, dumped: bytes) -> None:
    """Exactly the originals of the dump lie in the folder, each with its bytes."""
    rows = map(json.loads, dumped.splitlines())
    wanted = {row["sha256"] for row in rows if row["record"] == "original"}
    files = [path for path in archive.originals.rglob("*") if path.is_file()]
    assert {path.name for path in files} == wanted
    assert all(sha256_of(path.read_bytes()) == path.name for path in files)
