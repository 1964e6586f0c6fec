"""The head of every page that readers share: description, canonical address, Open Graph."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from statements.describing.page import PAGES
from tests.factories import ArticleFactory, PublisherFactory, country, make_statement

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def addresses() -> dict[str, str]:
    article = ArticleFactory(
        text="The minister said that peace is near.", publisher=PublisherFactory(slug="the-paper"), dated=True
    )
    statement = make_statement(
        "peace is near", article=article, country=country("TR", "Turkey"), about=[country("AM", "Armenia")]
    )
    return {
        "home": "/",
        "matrix": "/matrix/",
        "statement-list": "/statements/",
        "statement-detail": statement.get_absolute_url(),
        "article-list": "/articles/",
        "article-detail": article.get_absolute_url(),
        "country-list": "/countries/",
        "country-detail": "/countries/TR/",
        "country-pair": "/countries/TR/about/AM/",
        "speaker-list": "/speakers/",
        "speaker-detail": "/speakers/anna-speaker/",
        "publisher-detail": "/publishers/the-paper/",
        "coverage": "/coverage/",
    }


def head(client, address: str) -> dict[str, list[str]]:
    """Name or property → contents; the canonical address as "canonical"."""
    page = BeautifulSoup(client.get(address).content, "html.parser").head
    found: dict[str, list[str]] = {}
    for meta in page.find_all("meta", content=True):
        found.setdefault(meta.get("property") or meta["name"], []).append(meta["content"])
    found["canonical"] = [link["href"] for link in page.find_all("link", rel="canonical")]
    return found


@pytest.mark.parametrize("route", PAGES)
def test_every_page_says_what_it_is(client, addresses: dict[str, str], route: str) -> None:
    address = addresses[route]
    found = head(client, address)
    assert found["canonical"] == found["og:url"] == [HERE + address]
    assert found["description"] == found["og:description"] and found["description"][0]
    assert found["og:title"][0] and found["og:site_name"] == ["Chancery"]
    assert "robots" not in found and "og:image" not in found


def test_a_statement_is_its_words_and_who_said_them(client, addresses: dict[str, str]) -> None:
    found = head(client, addresses["statement-detail"])
    assert found["og:title"] == ["Anna Speaker for Turkey about Armenia"]
    assert found["og:description"] == ["The minister said that peace is near."]
    assert found["og:type"] == ["article"]


def test_an_article_has_its_day_where_it_is_known(client, addresses: dict[str, str]) -> None:
    assert head(client, addresses["article-detail"])["article:published_time"] == ["2020-07-16"]
    undated = ArticleFactory()
    assert "article:published_time" not in head(client, undated.get_absolute_url())


def test_a_long_description_is_cut(client) -> None:
    statement = make_statement("peace " * 200 + "now")
    assert len(head(client, statement.get_absolute_url())["description"][0]) <= 300


def test_what_is_filtered_is_for_readers_and_not_for_search_engines(
    client, addresses: dict[str, str]
) -> None:
    found = head(client, "/statements/?country=TR&nonsense=1")
    assert found["robots"] == ["noindex, follow"]
    assert found["canonical"] == [f"{HERE}/statements/?country=TR"]
    assert head(client, "/speakers/?kind=person")["robots"] == ["noindex, follow"]


def test_an_older_version_leaves_the_field_to_the_newer(client) -> None:
    older = ArticleFactory(superseded=True)
    ArticleFactory(replaces=older)
    assert head(client, older.get_absolute_url())["robots"] == ["noindex, follow"]


@pytest.mark.parametrize(
    "address", ["/countries/QQ/", "/speakers/nobody/", "/statements/none/", "/nothing-here/"]
)
def test_what_is_not_there_says_nothing_of_itself(client, address: str) -> None:
    assert head(client, address)["canonical"] == []
    assert "og:title" not in head(client, address)


def test_names_turn_nothing_around(client) -> None:
    make_statement(country=country("TR", "\u202eTurkey"))
    for address in ("/countries/TR/", "/statements/?country=TR"):
        assert "\u202e" not in str(head(client, address))
