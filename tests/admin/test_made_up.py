"""The made-up archive that speed is measured on: whole, guarded as any other, the same by its seed."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from bench import filling
from bench.filling import fill
from bench.made_up import TABLES, Archive
from statements.models import Article, Edit, Statement, StatementPart
from statements.search import parse_query
from statements.triggers import installed

pytestmark = pytest.mark.django_db


def test_made_up_archive_holds_what_any_promises(originals, capsys) -> None:
    made = fill(150)
    assert made == Statement.objects.count() >= 150
    assert Article.objects.count() > 10
    assert Edit.objects.exists()
    assert {state for state, _ in Statement.Review.choices} == set(
        Statement.objects.values_list("review_state", flat=True)
    )
    call_command("verify")
    assert "All is well" in capsys.readouterr().out


def test_made_up_words_are_found(originals) -> None:
    fill(150)
    common, rarer = (Statement.objects.search(parse_query(words)).count() for words in ("the", "ceasefire"))
    assert 40 < common < 120
    assert rarer < common / 4


def test_same_seed_gives_the_same_rows() -> None:
    def rows(seed: int) -> dict:
        archive = Archive(seed, 100)
        for number in range(20):
            archive.add_article(number)
        return dict(archive.rows)

    from statements import pipeline

    pipeline.load_shipped_authorities()
    assert rows(1) == rows(1) != rows(2)
    assert set(rows(1)) <= set(TABLES)


SHAPE = {
    "sqlite": ("SELECT type, name, sql FROM sqlite_master",),
    "postgresql": (
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid, array("
        " SELECT attstattarget FROM pg_attribute WHERE attrelid = indexrelid ORDER BY attnum) FROM pg_index"
        " WHERE indrelid::regclass::text LIKE 'statements%'",
        "SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint",
    ),
}


def test_filling_leaves_every_index_constraint_and_trigger_as_it_was() -> None:
    def shape() -> list[set]:
        found = [set(installed(connection).items())]
        with connection.cursor() as cursor:
            for sql in SHAPE[connection.vendor]:
                cursor.execute(sql)
                found.append({str(row) for row in cursor.fetchall()})
        return found

    before = shape()
    fill(20, with_originals=False)
    assert shape() == before
    assert all(len(found) > 5 for found in before)


def test_words_that_do_not_stand_in_their_article_are_refused(monkeypatch) -> None:
    insert = filling.insert

    def insert_other_words(rows) -> None:
        *selector, exact, prefix, suffix = rows[StatementPart][7]
        rows[StatementPart][7] = (*selector, exact[::-1], prefix, suffix)
        insert(rows)

    monkeypatch.setattr(filling, "insert", insert_other_words)
    with pytest.raises((IntegrityError, SystemExit), match="not what stands in"):
        fill(20, with_originals=False)
