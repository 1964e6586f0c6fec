"""The database itself refuses words that do not stand in the article, on either engine, even by raw SQL."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from statements import triggers
from statements.models import Attribution, Edit, Statement, StatementPart
from statements.search import parse_query
from tests.factories import ArticleFactory, StatementFactory, make_statement

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


# PostgreSQL reads a text in pieces of 4,096 characters when many words come at once.
LONG = "“Çavuşoğlu 😀 said so” " * 1_000
PLACES = [
    (0, 1),
    (4_090, 4_096),
    (4_095, 4_097),
    (4_096, 4_100),
    (8_191, 8_193),
    (100, 13_000),
    (len(LONG) - 5, len(LONG)),
]


def parts_at(places: list[tuple[int, int]]) -> list[StatementPart]:
    statement = StatementFactory(article=ArticleFactory(text=LONG), start=0)
    return [
        StatementPart(statement=statement, order=order, start=start, end=end, exact=LONG[start:end])
        for order, (start, end) in enumerate(places)
    ]


def test_many_parts_at_once_are_taken_wherever_they_stand() -> None:
    StatementPart.objects.bulk_create(parts_at(PLACES))
    assert StatementPart.objects.count() == len(PLACES)


@pytest.mark.parametrize("wrong", range(len(PLACES)))
def test_one_wrong_part_among_many_is_refused(wrong: int) -> None:
    parts = parts_at(PLACES)
    parts[wrong].start, parts[wrong].end = parts[wrong].start + 1, parts[wrong].end + 1
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementPart.objects.bulk_create(parts)
    assert not StatementPart.objects.exists()


def test_part_of_no_statement_is_refused_at_once() -> None:
    """The foreign key alone would wait for the end of the transaction."""
    (part,) = parts_at([(0, 5)])
    part.statement_id = 10**9
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementPart.objects.bulk_create([part])


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


def columns(table: str, **changed: str) -> tuple[str, str]:
    """The column list of a table, and the same list with some columns changed, for INSERT … SELECT."""
    with connection.cursor() as cursor:
        names = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    return ", ".join(f'"{name}"' for name in names), ", ".join(
        changed.get(name, f'"{name}"') for name in names
    )


def test_article_is_not_deleted_to_come_back_with_other_words(statement: Statement) -> None:
    assert refused("DELETE FROM statements_article WHERE id = %s", [statement.article_id])


def test_article_is_not_renumbered_to_trade_places(statement: Statement) -> None:
    assert refused("UPDATE statements_article SET id = 900001 WHERE id = %s", [statement.article_id])
    other = ArticleFactory(text="Other words.")
    assert refused(
        "UPDATE statements_article SET id = %s WHERE id = %s", [statement.article_id + 900, other.pk]
    )


def test_statement_is_not_deleted_while_its_words_are_there(statement: Statement) -> None:
    assert refused("DELETE FROM statements_statement WHERE id = %s", [statement.pk])


def test_statement_and_its_words_may_go_together(statement: Statement) -> None:
    statement.delete()
    assert not StatementPart.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no INSERT OR REPLACE")
def test_nothing_is_replaced_from_under_the_words(statement: Statement, curator) -> None:
    other = ArticleFactory(text=TEXT.replace("must", "will"))
    edit = Edit.objects.create(record="statement", record_id=statement.pk, field="kind", who=curator)
    for table, pk, changed in (
        ("statements_article", statement.article_id, {"text": "'forged words'"}),
        ("statements_statement", statement.pk, {"article_id": str(other.pk)}),
        ("statements_edit", edit.pk, {"why": "'forged'"}),
    ):
        into, values = columns(table, **changed)
        assert refused(
            f"INSERT OR REPLACE INTO {table} ({into}) SELECT {values} FROM {table} WHERE id = %s", [pk]
        ), table


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's columns have types")
@pytest.mark.parametrize(("start", "end"), [("0.5", "2.5"), ("'0abc'", "'2abc'"), ("x'30'", "x'32'")])
def test_offsets_are_whole_numbers(statement: Statement, start: str, end: str) -> None:
    changes = f"""start = {start}, "end" = {end}, exact = 'La'"""
    assert refused(f"UPDATE statements_statementpart SET {changes} WHERE statement_id = %s", [statement.pk])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's triggers name no schema")
def test_temporary_table_cannot_stand_in_for_the_articles(statement: Statement) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE statements_article AS SELECT * FROM public.statements_article")
        cursor.execute("UPDATE pg_temp.statements_article SET text = repeat('X', 60)")
    changes = """start = 0, "end" = 3, exact = 'XXX'"""
    assert refused(
        f"UPDATE public.statements_statementpart SET {changes} WHERE statement_id = %s", [statement.pk]
    )


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_text_cannot_change_while_another_adds_a_statement() -> None:
    """One connection has changed the text and not yet committed; the other adds words of the old text."""
    article = ArticleFactory(text=TEXT)
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute("UPDATE statements_article SET text = 'Nothing.' WHERE id = %s", [article.pk])
        statement = StatementFactory(article=article)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '300ms'")
        with pytest.raises(DatabaseError, match="lock timeout"):
            StatementPart.objects.create(statement=statement, order=0, start=0, end=6, exact="Lavrov")
    finally:
        other.rollback()
        other.close()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 0")


def test_edit_log_is_only_added_to(statement: Statement, curator) -> None:
    edit = Edit.objects.create(record="statement", record_id=statement.pk, field="kind", who=curator)
    assert refused("UPDATE statements_edit SET why = 'another reason' WHERE id = %s", [edit.pk])
    assert refused("DELETE FROM statements_edit WHERE id = %s", [edit.pk])


def test_search_index_follows_the_folded_words(statement: Statement) -> None:
    assert Statement.objects.search(parse_query("talks")).exists()
    Statement.objects.filter(pk=statement.pk).update(folded=" nothing like it ")
    assert not Statement.objects.search(parse_query("talks")).exists()
    assert Statement.objects.search(parse_query('"nothing like"')).exists()
