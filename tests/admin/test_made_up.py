"""The made-up archive that speed is measured on: whole, guarded as any other, the same by its seed."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from bench.filling import fill
from bench.made_up import TABLES, Archive
from statements.models import Article, Edit, Statement
from statements.search import parse_query

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
