"""What the workbench answers to what nobody types: nonsense, the wrong person, an older version."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from statements.models import Article, Edit, Statement
from tests.factories import ArticleFactory, make_statement
from tests.review.test_desk import TEXT, address, open_desk, press
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

NONSENSE = (
    "\x00",
    "a\x00b",
    "\ud800",
    "\U0010ffff",
    "x" * 100_000,
    "9" * 400,
    "-1",
    "٣",
    "²",
    "; ; ;",
    "'\"><script>",
)
READ_BY_ONE_BUTTON = (
    ("accept", "then"),
    ("reject", "why"),
    ("cut", "second"),
    ("cut", "words"),
    ("join", "other"),
    ("error", "wrong"),
    ("error", "right"),
    ("error", "evidence"),
)


@pytest.fixture
def client() -> Client:
    return make_client(make_user("curator"))


@pytest.fixture
def article() -> Article:
    return ArticleFactory(text=TEXT)


@pytest.fixture
def statement(article) -> Statement:
    return make_statement("talks would go on", article=article, speaker="Ivo Lund", source="Lund")


@pytest.fixture
def older(article, statement) -> Statement:
    """The statement in an older version of its article."""
    ArticleFactory(text=f"{TEXT} More.", replaces=article)
    Article.objects.filter(pk=article.pk).update(superseded=True)
    Statement.objects.filter(pk=statement.pk).update(listed=False)
    statement.refresh_from_db()
    return statement


def send(client, way: str, sent: dict[str, str]):
    """As a hostile browser sends it: half of a surrogate pair too."""
    body = urlencode(sent, errors="surrogatepass")
    return client.post(way, body, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda text: ascii(text[:12]))
def test_nonsense_in_any_field_of_the_desk_is_refused_or_taken_as_words(client, statement, nonsense) -> None:
    given = open_desk(client, statement)
    asked = [("accept", name) for name in given if name != "csrfmiddlewaretoken"]
    for button, name in [*asked, *READ_BY_ONE_BUTTON, (nonsense, "do")]:
        response = send(client, address(statement), given | {"do": button, name: nonsense})
        assert response.status_code in (302, 400, 404, 409, 422), (button, name)
        if response.status_code == 302:
            given = open_desk(client, statement)


@pytest.mark.parametrize("nonsense", [*NONSENSE, "2020-13", "2020-02-30", "0000", "10000-01-01", "20-7-20"])
def test_nonsense_for_a_date_leaves_the_article_as_it_is(client, statement, nonsense) -> None:
    way = reverse("review-date", args=[statement.article.public_id])
    response = send(client, way, {"published": nonsense, "next": nonsense})
    assert response.status_code in (302, 400)
    assert not Edit.objects.exists()
    statement.article.refresh_from_db()
    assert statement.article.published is None


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda text: ascii(text[:12]))
def test_nonsense_in_a_missed_statement_is_told(client, article, nonsense) -> None:
    for name in ("words", "selected", "kind"):
        sent = {"words": "trade had stopped", "selected": "", "kind": "indirect", name: nonsense}
        response = send(client, reverse("review-add", args=[article.public_id]), sent)
        assert response.status_code in (302, 400, 422)


def test_an_older_version_is_not_worked_on(client, older) -> None:
    assert client.get(address(older)).url == "/review/"
    response = client.post(address(older), {"do": "accept", "version": "0"})
    assert response.status_code in (302, 409, 422)
    older.refresh_from_db()
    assert older.review_state == "machine"
    assert not older.listed


def test_accepting_all_of_an_older_version_accepts_none(client, older) -> None:
    way = reverse("review-accept-all", args=[older.article.public_id])
    client.post(way, {"shown": [older.public_id]})
    assert not Edit.objects.exists()


@pytest.mark.parametrize("who", [None, "reader"])
def test_nobody_else_presses_a_button(statement, client, who) -> None:
    fields = open_desk(client, statement)
    other = make_client(make_user(who)) if who else Client()
    response = press(other, statement, "accept", fields)
    assert response.status_code == (403 if who else 302)
    assert not Edit.objects.exists()


def test_a_button_pressed_twice_is_told_the_second_time(client, statement) -> None:
    fields = open_desk(client, statement)
    assert press(client, statement, "accept", fields, act="denies").status_code == 302
    assert press(client, statement, "accept", fields, act="denies").status_code == 409
    assert Edit.objects.filter(field="act").count() == 1


@pytest.mark.parametrize("way", ["/review/names/", "/review/look-up/speakers/", "/review/move/"])
def test_a_nul_is_refused_at_the_door(client, way) -> None:
    assert client.get(way, {"q": "a\x00b"}).status_code == 400
    assert client.post(way, {"why": "a\x00b"}).status_code in (400, 405)
