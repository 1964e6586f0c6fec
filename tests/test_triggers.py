"""The database itself refuses words that do not stand in the article, on either engine, even by raw SQL."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from statements import triggers
from statements.models import Attribution, Edit, Statement, StatementPart
from statements.search import parse_query
from tests.factories import ArticleFactory, make_statement

pytestmark = pytest.mark.django_db

TEXT = "Lavrov said that “the talks 😀 must go on” in Ankara."
WORDS = "the talks 😀 must go on"


@pytest.fixture
def statement() -> Statement:
    return make_statement(WORDS, article=ArticleFactory(text=TEXT), source="Lavrov", cue="said")


def refused(sql: str, parameters: list) -> bool:
    """Whether the database refuses the statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, parameters)
    except DatabaseError:
        return True
    return False


def test_database_has_exactly_the_declared_triggers() -> None:
    declared = triggers.declared(connection.vendor)
    installed = triggers.installed(connection)
    assert installed == {name: triggers.as_installed(sql) for name, sql in declared.items()}


def test_offsets_are_code_points(statement: Statement) -> None:
    part = statement.parts.get()
    assert TEXT[part.start : part.end] == part.exact == WORDS


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("exact", "the talks 😀 must go oN"),
        ("exact", "the talks 😀 must go o"),
        ("exact", "the talks 😀 must go on "),
        ("start", 17),
        ('"end"', 41),
        ("start", 10_000),
    ],
)
def test_part_that_differs_by_one_character_is_refused(
    statement: Statement, change: str, value: object
) -> None:
    assert refused(
        f"UPDATE statements_statementpart SET {change} = %s WHERE statement_id = %s", [value, statement.pk]
    )


def test_new_part_that_is_not_in_the_text_is_refused(statement: Statement) -> None:
    assert refused(
        'INSERT INTO statements_statementpart (statement_id, "order", start, "end", exact, prefix, suffix)'
        " VALUES (%s, 1, 0, 6, 'Lavrow', '', '')",
        [statement.pk],
    )
    assert not refused(
        'INSERT INTO statements_statementpart (statement_id, "order", start, "end", exact, prefix, suffix)'
        " VALUES (%s, 1, 0, 6, 'Lavrov', '', '')",
        [statement.pk],
    )


def test_part_past_the_end_of_the_text_is_refused(statement: Statement) -> None:
    end = len(TEXT)
    part = StatementPart(statement=statement, order=1, start=end - 7, end=end + 1, exact=TEXT[-7:])
    with pytest.raises(DatabaseError), transaction.atomic():
        part.save()


def test_cue_and_source_are_held_to_the_text_too(statement: Statement) -> None:
    assert refused("UPDATE statements_statement SET cue = 'told' WHERE id = %s", [statement.pk])
    assert refused(
        "UPDATE statements_attribution SET source = 'Putinn' WHERE statement_id = %s", [statement.pk]
    )
    assert refused("UPDATE statements_attribution SET source_end = 5 WHERE statement_id = %s", [statement.pk])
    assert Attribution.objects.get(statement=statement).source == "Lavrov"


def test_text_under_a_statement_does_not_change(statement: Statement) -> None:
    assert refused("UPDATE statements_article SET text = text || '.' WHERE id = %s", [statement.article_id])
    assert not refused("UPDATE statements_article SET text = text WHERE id = %s", [statement.article_id])


def test_text_without_statements_may_change() -> None:
    article = ArticleFactory(text="Nothing was said.")
    assert not refused("UPDATE statements_article SET text = 'Nothing at all.' WHERE id = %s", [article.pk])


def test_statement_does_not_move_to_another_article(statement: Statement) -> None:
    other = ArticleFactory(text=TEXT)
    assert refused("UPDATE statements_statement SET article_id = %s WHERE id = %s", [other.pk, statement.pk])


def test_edit_log_is_only_added_to(statement: Statement, curator) -> None:
    edit = Edit.objects.create(record="statement", record_id=statement.pk, field="kind", who=curator)
    assert refused("UPDATE statements_edit SET why = 'another reason' WHERE id = %s", [edit.pk])


def test_search_index_follows_the_folded_words(statement: Statement) -> None:
    assert Statement.objects.search(parse_query("talks")).exists()
    Statement.objects.filter(pk=statement.pk).update(folded=" nothing like it ")
    assert not Statement.objects.search(parse_query("talks")).exists()
    assert Statement.objects.search(parse_query('"nothing like"')).exists()
