"""Write a made-up archive into the database, with every guard of it in place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from bench.made_up import TABLES, Archive
from statements import pipeline
from statements.models import Article, User
from statements.models.article import path_of
from statements.provenance import sha256_of

# PostgreSQL's check of the words looks through all of a batch once for each of its articles.
ARTICLES_A_BATCH = {"sqlite": 1000, "postgresql": 50}


def insert(rows: dict[type[models.Model], list[tuple[Any, ...]]]) -> None:
    """A batch into all tables, in the order in which they refer to one another."""
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for model, columns in TABLES.items():
            table, names = quote(model._meta.db_table), ", ".join(map(quote, columns.split()))
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in rows.get(model, ()):
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(columns.split()))
                sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 (names of our own models)
                cursor.executemany(sql, rows.get(model, ()))


def keep_bytes(originals: Iterable[bytes]) -> None:
    for data in originals:
        path = path_of(sha256_of(data))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def check_columns() -> None:
    """A table that has grown a column must be filled here too."""
    for model, columns in TABLES.items():
        own = {field.column for field in model._meta.concrete_fields}
        if own != set(columns.split()):
            raise SystemExit(f"{model.__name__}: {own ^ set(columns.split())} differ from what is made here")


def fill(size: int, *, seed: int = 1, with_originals: bool = True) -> int:
    """Fill the empty archive with ``size`` statements, or a few more; how many there are."""
    check_columns()
    if Article.objects.exists() or User.objects.exists():
        raise SystemExit("This archive is not empty: name another in DATABASE_URL.")
    pipeline.load_shipped_authorities()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -500000")  # KiB: the indexes of a large archive
    archive, articles = Archive(seed, size), count()
    while archive.statements < size:
        for _ in range(ARTICLES_A_BATCH[connection.vendor]):
            archive.add_article(next(articles))
            if archive.statements >= size:
                break
        if with_originals:
            keep_bytes(archive.bytes)
        insert(archive.rows)
        archive.rows.clear()
        archive.bytes.clear()
    return archive.statements


def settle() -> None:
    """What a server does by itself in time."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for sql in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(sql)
        cursor.execute("VACUUM ANALYZE")
