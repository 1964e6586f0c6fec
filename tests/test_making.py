"""Statements that people make: one that was missed, one of two, two of one; and each taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from statements import curation
from statements.curation.making import united
from statements.models import Article, Edit, Statement
from statements.search import parse_query
from tests.factories import ArticleFactory, UserFactory, country, make_statement

pytestmark = pytest.mark.django_db

TEXT = "Lund said talks would go on. Berg said the border was shut and that trade had stopped."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def article() -> Article:
    return ArticleFactory(text=TEXT)


def words_of(statement: Statement) -> list[str]:
    return [part.exact for part in statement.parts.all()]


def test_add_makes_a_statement_that_lists_show(article) -> None:
    made = curation.add(article, [span("talks would go on")], kind="indirect", who=UserFactory())
    assert words_of(made) == ["talks would go on"]
    assert Statement.objects.listed().get() == made
    assert (made.review_state, made.rule) == ("corrected", "added by a curator")
    assert Statement.objects.search(parse_query("talks")).get() == made


def test_taken_back_an_added_statement_is_withdrawn_and_not_deleted(article) -> None:
    who = UserFactory()
    made = curation.add(article, [span("talks would go on")], kind="indirect", who=who)
    curation.revert(curation.history_of(made).get(field="review_state"), who=who)
    made.refresh_from_db()
    assert (made.review_state, made.listed) == ("withdrawn", False)
    assert made.review_reason == "Added by hand, and taken back."


@pytest.mark.parametrize("words", [[], [(0, 0)], [(5, 9999)], [(9, 12), (3, 6)]])
def test_words_that_are_none_of_the_text_are_refused(article, words) -> None:
    with pytest.raises(ValidationError):
        curation.add(article, words, kind="indirect", who=UserFactory())
    assert not Statement.objects.exists()
    assert not Edit.objects.exists()


def test_the_same_words_are_no_second_statement(article) -> None:
    make_statement("talks would go on", article=article)
    with pytest.raises(ValidationError, match="a statement already"):
        curation.add(article, [span("talks would go on")], kind="indirect", who=UserFactory())


def test_nothing_is_added_to_an_older_version(article) -> None:
    Article.objects.filter(pk=article.pk).update(superseded=True)
    article.refresh_from_db()
    with pytest.raises(ValidationError, match="older version"):
        curation.add(article, [span("talks would go on")], kind="indirect", who=UserFactory())


def test_cut_makes_two_with_one_undo(article) -> None:
    who = UserFactory()
    whole = make_statement(
        "the border was shut and that trade had stopped", article=article, speaker="Berg", about=["AM"]
    )
    new = curation.cut(whole, [span("the border was shut")], [span("trade had stopped")], who=who)
    assert (words_of(whole), words_of(new)) == (["the border was shut"], ["trade had stopped"])
    assert new.attributions.get().speaker == whole.attributions.get().speaker
    assert [one.code for one in new.about_countries.all()] == ["AM"]
    action = curation.history_of(new).filter(field="review_state").get().action
    curation.revert_action(action, who=who)
    whole.refresh_from_db()
    new.refresh_from_db()
    assert words_of(whole) == ["the border was shut and that trade had stopped"]
    assert (whole.review_state, new.review_state) == ("machine", "withdrawn")


def test_join_makes_one_with_one_undo(article) -> None:
    who = UserFactory()
    first = make_statement("the border was shut", article=article)
    second = make_statement("trade had stopped", article=article)
    with curation.one_action() as action:
        curation.join(first, second, who=who)
    second.refresh_from_db()
    assert words_of(first) == ["the border was shut", "trade had stopped"]
    assert (second.review_state, second.review_reason) == (
        "rejected",
        f"Joined to statement {first.public_id}.",
    )
    curation.revert_action(action, who=who)
    second.refresh_from_db()
    assert (words_of(first), second.review_state) == (["the border was shut"], "machine")


def test_statements_of_two_articles_are_not_joined(article) -> None:
    with pytest.raises(ValidationError, match="one article"):
        curation.join(
            make_statement("trade had stopped", article=article), make_statement(), who=UserFactory()
        )


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(0, 4), (5, 9)], [(0, 9)]),
        ([(5, 9), (0, 7)], [(0, 9)]),
        ([(0, 4), (10, 15)], [(0, 4), (10, 15)]),
        ([(0, 9), (2, 4)], [(0, 9)]),
    ],
)
def test_united_spans(spans, found) -> None:
    assert united(spans, TEXT) == found


def test_correct_names_all_speakers_anew() -> None:
    statement, who = make_statement("the talks go on", speaker="Anna Lund", country="RU"), UserFactory()
    country("TR")
    told = {"speaker": None, "country": "TR", "role": "envoy", "source": None, "basis": "named by a curator"}
    curation.correct(statement, {}, attributions=[told], who=who)
    row = statement.attributions.get()
    assert (row.speaker, row.country.code, row.role) == (None, "TR", "envoy")
    curation.revert(curation.history_of(statement).get(field="attributions"), who=who)
    assert statement.attributions.get().speaker.preferred_name == "Anna Lund"
