"""What an article itself gets wrong: beside the text, with evidence, and taken back like anything else."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from statements import curation
from statements.models import Article, SourceError, Statement
from tests.factories import ArticleFactory, SourceErrorFactory, UserFactory, make_statement

pytestmark = pytest.mark.django_db

TEXT = "Lund said talks would go on. The fighting broke out on April 12."
WRONG = (TEXT.index("April 12"), TEXT.index("April 12") + 8)


@pytest.fixture
def article() -> Article:
    return ArticleFactory(text=TEXT)


@pytest.fixture
def statement(article) -> Statement:
    return make_statement("talks would go on", article=article)


def note(statement: Statement, **told: str) -> SourceError:
    said = {"note": "It broke out on July 12.", "evidence": "two other articles"} | told
    return curation.note_error(statement, WRONG, who=UserFactory(), **said)


def test_it_stands_beside_the_text_on_both_pages(client, statement) -> None:
    note(statement)
    for address in (statement.get_absolute_url(), statement.article.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "“<bdi>April 12</bdi>”" in page
        assert "It broke out on July 12." in page
        assert "two other articles" in page
    statement.article.refresh_from_db()
    assert statement.article.text == TEXT


def test_said_of_two_statements_the_article_tells_it_once(client, article, statement) -> None:
    other = make_statement("The fighting broke out", article=article)
    note(statement)
    note(other)
    margin, _, listed = client.get(article.get_absolute_url()).content.decode().partition('id="errors"')
    assert margin.count("July 12") == listed.count("July 12") == 1


def test_taken_back_it_is_shown_no_more_and_said_again_it_is(client, statement) -> None:
    error = note(statement)
    edit = curation.history_of(error).get(field="active")
    curation.revert_action(edit.action, who=UserFactory())
    assert "July 12" not in client.get(statement.get_absolute_url()).content.decode()
    again = note(statement, note="In July.")
    assert (again.pk, again.active, again.note) == (error.pk, True, "In July.")


@pytest.mark.parametrize("told", [{"note": ""}, {"evidence": ""}, {"evidence": " "}])
def test_without_evidence_nothing_is_noted(statement, told) -> None:
    with pytest.raises(ValidationError):
        note(statement, **told)
    assert not SourceError.objects.exists()


@pytest.mark.parametrize("words", [(0, 0), (5, 9999), (-3, 4), (28, 29)])
def test_only_of_words_of_the_article(statement, words) -> None:
    with pytest.raises(ValidationError, match="words"):
        curation.note_error(statement, words, note="no", evidence="none", who=UserFactory())


def test_the_database_refuses_other_words(statement) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        SourceErrorFactory(statement=statement, exact="July", end=4)
    error = SourceErrorFactory(statement=statement)
    with pytest.raises(DatabaseError), transaction.atomic():
        SourceError.objects.filter(pk=error.pk).update(start=1)
