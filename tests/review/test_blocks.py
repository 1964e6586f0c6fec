"""Marking boilerplate on the workbench: words chosen, a preview of all articles, one action, one undo."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from statements import curation
from statements.models import Article, Block, Edit, Statement, User
from statements.models.article import BOILERPLATE, path_of
from statements.records import places_of
from statements.review import blocks as review_blocks
from tests.factories import ArticleFactory, make_statement
from tests.security.routes import make_client, make_user
from tests.test_blocks import ABOUT, BORDER, PLEDGE, TALKS, ingest, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("originals")]


@pytest.fixture
def ada() -> User:
    return make_user("curator", username="ada")


@pytest.fixture
def client(ada: User) -> Client:
    return make_client(ada)


@pytest.fixture
def articles() -> list[Article]:
    return [
        ingest("one", TALKS, ABOUT),
        ingest("two", ABOUT, BORDER),
        ingest("three", f"{TALKS} {ABOUT}"),
    ]


def address(article: Article) -> str:
    return reverse("review-boilerplate", args=[article.public_id])


def choose(client: Client, article: Article, words: str, **sent: str) -> str:
    """Send the first form; where it leads."""
    response = client.post(address(article), {"words": words, **sent})
    assert response.status_code == 302, response.content.decode()
    return response.url


def fields_of(page: str) -> dict[str, str]:
    """What the preview's form sends."""
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'name="seen"' in one)
    return dict(re.findall(r'name="(at|seen|next|because)" value="([^"]*)"', form))


def look(client: Client, article: Article, words: str = "the paper was free") -> tuple[str, dict[str, str]]:
    response = client.get(choose(client, article, words, next="/review/held/"))
    assert response.status_code == 200
    page = response.content.decode()
    return page, fields_of(page)


def mark(client: Client, article: Article, words: str = "the paper was free") -> None:
    _, sent = look(client, article, words)
    assert client.post(address(article), sent).status_code == 302


def test_a_few_words_mean_their_whole_paragraph(client, articles) -> None:
    start, end = places_of(articles[0].text, ABOUT)[0]
    assert f"?at={start}-{end}&" in choose(client, articles[0], "paper was")
    said = articles[0].text.index("said", start)
    # "said" stands in the paragraph before it as well.
    assert f"?at={start}-{end}&" in choose(client, articles[0], "said", selected=f"{said}-{said + 4}")


def test_words_of_the_first_and_the_last_paragraph_mean_all_between(client) -> None:
    article = ingest("long", TALKS, ABOUT, PLEDGE, BORDER)
    start = article.text.index(ABOUT)
    place = f"?at={start}-{article.text.index(BORDER) - 2}&"
    assert place in choose(client, article, "in January\r\n…\r\nwould subscribe")


@pytest.mark.parametrize("words", ["", "   ", "no such words", "Paper Was"])
def test_words_that_do_not_stand_there_are_told(client, articles, words) -> None:
    response = client.post(address(articles[0]), {"words": words})
    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()


@pytest.mark.parametrize("at", ["", "x", "5-5", "9-2", "99999-100000", "-4--1", "9" * 5000, "0-1,4-5-6"])
def test_a_place_that_is_none_asks_for_words(client, articles, at) -> None:
    response = client.get(address(articles[0]), {"at": at})
    assert response.status_code == 200
    assert 'name="words"' in response.content.decode()


def test_preview_names_the_articles_and_what_becomes_of_statements(client, articles, ada) -> None:
    kept = articles[1].statements.get(parts__exact="the paper was free")
    curation.approve(kept, who=ada)
    page, _ = look(client, articles[0])
    assert "in 2 articles" in page
    assert "1 statement of the machine lies in it and will be withdrawn" in page
    assert "1 that a person decided on stays" in page
    assert f"/review/queue/all/{kept.public_id}/" in page
    for article, is_named in zip(articles, (True, True, False), strict=True):
        assert (f'href="{article.get_absolute_url()}"' in page) is is_named
    assert not Block.objects.filter(reason=BOILERPLATE).exists()


def test_one_post_marks_everywhere_and_statements_follow(client, articles) -> None:
    _, sent = look(client, articles[0])
    response = client.post(address(articles[0]), {**sent, "because": "the paper on itself"}, follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == "/review/held/"
    assert "Left out in 2 articles; 2 statements withdrawn." in page
    assert [words_of(article) for article in articles[:2]] == [
        {"the talks would go on"},
        {"the border was shut"},
    ]
    edits = Edit.objects.filter(record="block", field="active")
    assert {(edit.who.username, edit.why) for edit in edits} == {("ada", "the paper on itself")}
    assert len(edits) == 2 and len({edit.action for edit in edits}) == 1
    assert not Block.objects.filter(article=articles[2], reason=BOILERPLATE).exists()
    assert words_of(ingest("four", ABOUT, BORDER)) == {"the border was shut"}


def test_one_undo_brings_all_back_and_those_that_had_followed(client, articles) -> None:
    before = {one.pk: (one.public_id, one.words) for one in Statement.objects.listed()}
    mark(client, articles[0])
    later = ingest("four", ABOUT, BORDER)
    page = client.get("/review/held/").content.decode()
    undo = re.search(r"/review/undo/[0-9a-f-]+/", page)
    assert undo
    told = client.post(undo[0], {"next": "/review/held/"}, follow=True).content.decode()
    assert "Taken back: marked as not the article’s own." in told
    now = {one.pk: (one.public_id, one.words) for one in Statement.objects.listed()}
    assert before.items() <= now.items()
    assert words_of(later) == {"the border was shut", "the paper was free"}
    assert not Block.objects.filter(reason=BOILERPLATE, active=True).exists()


def test_undo_reaches_the_version_that_came_since(client, articles) -> None:
    mark(client, articles[0])
    newer = ingest("one", TALKS, ABOUT, BORDER)
    assert "the paper was free" not in words_of(newer)
    client.post(reverse("review-undo", args=[Edit.objects.filter(record="block").first().action]))
    assert "the paper was free" in words_of(newer)


def test_what_was_not_shown_is_not_marked(client, articles) -> None:
    _, sent = look(client, articles[0])
    ingest("four", ABOUT, BORDER)
    response = client.post(address(articles[0]), sent)
    assert response.status_code == 409
    page = response.content.decode()
    assert "look again" in page
    assert "in 3 articles" in page
    assert not Edit.objects.exists()
    assert client.post(address(articles[0]), fields_of(page)).status_code == 302


def test_a_decision_made_meanwhile_is_shown_first(client, articles, ada) -> None:
    _, sent = look(client, articles[0])
    curation.approve(articles[1].statements.get(parts__exact="the paper was free"), who=ada)
    assert client.post(address(articles[0]), sent).status_code == 409
    assert not Block.objects.filter(reason=BOILERPLATE).exists()


def test_what_is_left_out_already_is_told(client, articles) -> None:
    mark(client, articles[0])
    start, end = places_of(articles[0].text, ABOUT)[0]
    at = f"{start}-{end}"
    page = client.get(address(articles[0]), {"at": at}).content.decode()
    assert "Left out already" in page
    assert 'name="seen"' not in page
    empty = review_blocks.preview_of(ABOUT).seen
    assert client.post(address(articles[0]), {"at": at, "seen": empty}).status_code == 422


def test_no_more_than_so_many_at_once_and_the_rest_the_next_time(client, articles, monkeypatch) -> None:
    monkeypatch.setattr(review_blocks, "MOST", 1)
    page, sent = look(client, articles[0])
    assert "in 1 article." in page and "1 at once are the most" in page
    client.post(address(articles[0]), sent)
    # The newest first.
    assert "the paper was free" in words_of(articles[0])
    assert "the paper was free" not in words_of(articles[1])
    page, sent = look(client, articles[0])
    assert "at once are the most" not in page
    client.post(address(articles[0]), sent)
    assert "the paper was free" not in words_of(articles[0])


def test_an_article_without_its_original_is_marked_and_told(client, articles) -> None:
    path_of(articles[1].original.sha256).unlink()
    _, sent = look(client, articles[0])
    page = client.post(address(articles[0]), sent, follow=True).content.decode()
    assert "1 article could not be read again" in page
    assert "1 statement withdrawn" in page
    assert Block.objects.filter(reason=BOILERPLATE, active=True).count() == 2


def test_an_older_version_has_no_such_page(client) -> None:
    older = ArticleFactory(superseded=True)
    assert client.get(address(older)).status_code == 404


def test_desk_and_adding_lead_there(client, articles) -> None:
    statement = articles[0].statements.first()
    for page in (
        reverse("review-statement", args=["all", statement.public_id]),
        reverse("review-add", args=[articles[0].public_id]),
    ):
        assert f'href="{address(articles[0])}?next={page}"' in client.get(page).content.decode()


@pytest.mark.parametrize("several", [1, 8])
def test_as_many_queries_for_many_articles_as_for_one(client, several, django_assert_max_num_queries) -> None:
    text = f"Peace is near.\n\n{ABOUT}"
    made = [ArticleFactory(text=text) for _ in range(several)]
    for article in made:
        make_statement("the paper was free", article=article)
    start, end = places_of(text, ABOUT)[0]
    with django_assert_max_num_queries(12):
        page = client.get(address(made[0]), {"at": f"{start}-{end}"}).content.decode()
    assert f"in {several} article" in page
