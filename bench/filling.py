"""Write a made-up archive into the database, with every guard of it in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from bench.made_up import TABLES, Archive
from statements import pipeline
from statements.models import Article, User
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.search import postgresql
from statements.triggers import ARTICLE, SPANS, STATEMENT, create_triggers, drop_triggers

ARTICLES_A_BATCH = 1000


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


@contextmanager
def checked_at_the_end() -> Iterator[None]:
    """PostgreSQL: indexes, constraints and triggers are taken off, and put on again when the rows are there.

    Each then looks at all the rows at once, in a tenth of the time. It is one transaction: whoever else
    reads sees the guarded archive, empty or full.
    """
    tables = [model._meta.db_table for model in TABLES]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(
            "SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u') ORDER BY contype",
            [tables],
        )
        constraints = cursor.fetchall()
        for table, name, _ in constraints:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        cursor.execute(
            "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index"
            " WHERE indrelid = ANY(%s::regclass[]) AND NOT indisprimary",
            [tables],
        )
        indexes = dict(cursor.fetchall())
        for name in indexes:
            cursor.execute(f"DROP INDEX {name}")
        with connection.schema_editor() as editor:
            drop_triggers(None, editor)
        yield
        *search, _analyze = postgresql.CREATE_INDEX  # with its statistics, and `settle` analyses
        del indexes[postgresql.INDEX]
        for sql in (*indexes.values(), *search):
            cursor.execute(sql)
        for table, name, definition in reversed(constraints):
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        refuse_other_words(cursor)
        with connection.schema_editor() as editor:
            create_triggers(None, editor)


def refuse_other_words(cursor: Any) -> None:
    """What the triggers ask of the words of each row, of all rows."""
    for columns in SPANS:
        exact, start, length = columns.exact, columns.start, f"{columns.end} - {columns.start}"
        cursor.execute(  # names of our own tables
            f"SELECT count(*) FROM (SELECT {columns.statement} AS id, {exact} AS exact,"  # noqa: S608
            f" {start} AS start, {length} AS length FROM {columns.table}) AS words"
            f" JOIN {STATEMENT} USING (id) JOIN {ARTICLE} ON {ARTICLE}.id = article_id"
            " WHERE words.start IS NOT NULL AND (length(words.exact) = words.length"
            " AND words.exact = substr(text, words.start + 1, words.length)) IS NOT TRUE"
        )
        if wrong := cursor.fetchone()[0]:
            raise SystemExit(f"{wrong:,} rows of {columns.table} are not what stands in their articles.")


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
    with checked_at_the_end() if connection.vendor == "postgresql" else nullcontext():
        while archive.statements < size:
            for _ in range(ARTICLES_A_BATCH):
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
