from __future__ import annotations

import pytest

from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.views import articles
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    OriginalFactory,
    PublisherFactory,
    SourceErrorFactory,
    make_statement,
)

pytestmark = pytest.mark.django_db

TEXT = "Share this\n\nPeace At Last\n\nThe minister said that peace is near.\n\nMore stories"


def page_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def article():
    article = ArticleFactory(text=TEXT, title="Peace at last", dated=True)
    for reason, words in (
        ("share bar", "Share this"),
        ("headline", "Peace At Last"),
        ("teaser", "More stories"),
    ):
        start = TEXT.index(words)
        BlockFactory(article=article, start=start, end=start + len(words), reason=reason)
    return article


def test_list_of_an_empty_archive(client) -> None:
    assert "Nothing has been read" in page_of(client, "/articles/")


def test_list_puts_the_undated_last_and_leaves_old_versions_out(client) -> None:
    ArticleFactory(title="Undated story")
    ArticleFactory(title="Dated story", dated=True)
    ArticleFactory(title="Old version", superseded=True)
    page = page_of(client, "/articles/")
    assert page.index("Dated story") < page.index("Undated story")
    assert "Old version" not in page


def test_the_number_of_statements_opens_their_list(client, article) -> None:
    make_statement("peace is near", article=article)
    address = article.get_absolute_url()
    assert f'<a href="{address}#list">1</a>' in page_of(client, "/articles/")
    assert '<section id="list"' in page_of(client, address)


def test_statements_are_marked_and_linked_both_ways(client, article) -> None:
    statement = make_statement("peace is near", article=article)
    page = page_of(client, article.get_absolute_url())
    assert f'<mark class="st indirect" id="w-{statement.public_id}">peace is near</mark>' in page
    assert f'href="#n-{statement.public_id}"' in page and f'id="n-{statement.public_id}"' in page
    assert f'class="number" href="#w-{statement.public_id}"' in page
    assert statement.get_absolute_url() in page


def test_left_out_blocks_are_folded_with_their_reason_and_the_headline_stands_once(client, article) -> None:
    page = page_of(client, article.get_absolute_url())
    assert "1 block left out: share bar" in page and '<p dir="auto">Share this</p>' in page
    assert "<h1><bdi>Peace at last</bdi></h1>" in page and "Peace At Last" not in page


def test_an_unmarked_block_is_read_again(client, article) -> None:
    article.blocks.filter(reason="teaser").update(active=False)
    assert "left out: teaser" not in page_of(client, article.get_absolute_url())


def test_rejected_statements_are_not_marked(client, article) -> None:
    make_statement("peace is near", article=article, review_state="rejected")
    assert "<mark" not in page_of(client, article.get_absolute_url())


def test_nested_statements_print_the_text_once(client, article) -> None:
    outer = make_statement("The minister said that peace is near", article=article)
    inner = make_statement("peace is near", article=article)
    page = page_of(client, article.get_absolute_url())
    assert page.count("peace is near</mark>") == 1
    for statement in (outer, inner):
        assert page.count(f'id="w-{statement.public_id}"') == 1


def test_versions_lead_to_each_other(client) -> None:
    old = ArticleFactory(title="First version", superseded=True)
    statement = make_statement("The minister spoke", article=old)
    new = ArticleFactory(title="Second version", replaces=old)
    page = page_of(client, old.get_absolute_url())
    assert "This is an older version" in page and new.get_absolute_url() in page
    assert f'id="w-{statement.public_id}"' in page
    assert old.get_absolute_url() in page_of(client, new.get_absolute_url())


def test_an_article_without_anything_known(client) -> None:
    article = ArticleFactory(title="", publisher=None, language="")
    page = page_of(client, article.get_absolute_url())
    for words in ("No headline", "not stated", "date not known", "no address given", "no statement"):
        assert words in page


def test_the_original_is_given_back_byte_for_byte(client, settings, tmp_path) -> None:
    settings.ORIGINALS_DIR = tmp_path
    kept = b"<script>alert(1)</script>\x00\xff"
    original = OriginalFactory(sha256=sha256_of(kept), media_type="text/html; charset=utf-8", size=len(kept))
    path_of(original.sha256).parent.mkdir(parents=True)
    path_of(original.sha256).write_bytes(kept)
    article = ArticleFactory(original=original)
    response = client.get(f"{article.get_absolute_url()}original")
    assert b"".join(response.streaming_content) == kept
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == f'attachment; filename="{article.public_id}.html"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_missing_original_is_told(client, settings, tmp_path) -> None:
    settings.ORIGINALS_DIR = tmp_path
    article = ArticleFactory()
    page = page_of(client, f"{article.get_absolute_url()}original", 404)
    assert article.original.sha256 in page and "is not in the archive’s store" in page


def test_publisher_with_its_articles_and_statements(client) -> None:
    publisher = PublisherFactory(
        slug="the-paper", name="The Paper", names=["Paper"], domains=["paper.example"]
    )
    article = ArticleFactory(text="They said stop.", publisher=publisher, title="A story")
    make_statement("stop", article=article)
    make_statement("relayed words", agency=publisher)
    page = page_of(client, "/publishers/the-paper/")
    for words in ("The Paper", "A story", "paper.example", "and relayed <a href"):
        assert words in page


def test_publisher_with_nothing(client) -> None:
    PublisherFactory(slug="the-paper")
    assert "None in this archive" in page_of(client, "/publishers/the-paper/")


def test_what_the_article_gets_wrong_stands_beside_the_paragraph(client) -> None:
    article = ArticleFactory(text="Nothing here.\n\nIt began on April 12, they said.", title="A story")
    statement = make_statement("It began", article=article)
    at = article.text.index("April 12")
    SourceErrorFactory(
        statement=statement, start=at, end=at + 8, exact="April 12", note="12 July", evidence="two"
    )
    (stretch,) = client.get(article.get_absolute_url()).context["stretches"]
    assert [[error.note for error in paragraph.errors] for paragraph in stretch.paragraphs] == [
        [],
        ["12 July"],
    ]
    assert page_of(client, article.get_absolute_url()).count("“<bdi>April 12</bdi>”") == 2


def test_articles_of_one_publisher_and_month(client) -> None:
    paper = PublisherFactory(slug="the-paper", name="The Paper")
    ArticleFactory(publisher=paper, dated=True, title="In July")
    ArticleFactory(publisher=paper, title="Some time")
    ArticleFactory(dated=True, title="Another’s")
    page = page_of(client, "/articles/?publisher=the-paper&in=2020-07")
    assert "In July" in page and "Some time" not in page and "Another’s" not in page and "1 article," in page
    page = page_of(client, "/articles/?publisher=nobody&in=2020-13")
    assert "<strong>publisher</strong> was left out" in page and "<strong>in</strong> was left out" in page
    assert "Another’s" in page


def test_pages_of_articles_go_on_where_another_ended(client, monkeypatch) -> None:
    monkeypatch.setattr(articles, "ON_A_PAGE", 2)
    for title, dated in (
        ("undated one", False),
        ("undated two", False),
        ("one", True),
        ("two", True),
        ("three", True),
    ):
        ArticleFactory(title=title, dated=dated)
    seen, after = [], ""
    for _number in range(3):
        page = client.get("/articles/", {"after": after} if after else {}).context["page"]
        seen.append([article.title for article in page.rows])
        after = page.last.public_id
    assert seen == [["three", "two"], ["one", "undated two"], ["undated one"]] and not page.has_after
    before = client.get("/articles/", {"before": page.rows[0].public_id}).context["page"]
    assert [article.title for article in before.rows] == seen[1]
