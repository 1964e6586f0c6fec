"""The page that computes everything again, and what it says when something is not as it was."""

from __future__ import annotations

import hashlib

import pytest

from statements.models import Article, Attribution, Statement
from statements.models.article import path_of
from statements.provenance import sha256_of
from statements.views import verify
from tests.factories import ArticleFactory, OriginalFactory, make_statement

pytestmark = pytest.mark.django_db

TEXT = "“We 𝔸gree,” said Lund.\r\nNobody else did."
KEPT = TEXT.encode()


@pytest.fixture
def statement(settings, tmp_path) -> Statement:
    settings.ORIGINALS_DIR = tmp_path
    original = OriginalFactory(sha256=sha256_of(KEPT), size=len(KEPT))
    path_of(original.sha256).parent.mkdir(parents=True)
    path_of(original.sha256).write_bytes(KEPT)
    article = ArticleFactory(original=original, text=TEXT)
    return make_statement("We 𝔸gree", article=article, source="Lund", cue="said", kind="direct")


def verified(client, statement: Statement):
    response = client.get(f"{statement.get_absolute_url()}verify/")
    assert response.status_code == 200
    return response


def test_everything_holds_and_each_step_is_shown(client, statement) -> None:
    response = verified(client, statement)
    page = response.content.decode()
    assert response.context["holds"]
    assert page.count(sha256_of(KEPT)) == 4, "of the original and of the text, recorded and computed"
    assert [(one.what, one.now) for one in response.context["slices"]] == [
        ("words", "We 𝔸gree"),
        ("cue", "said"),
        ("source", "Lund"),
    ]
    assert '<mark class="st">We 𝔸gree</mark>,” said' in page
    assert "[1:9]" in page


@pytest.mark.parametrize("kept", [b"other bytes", None])
def test_an_original_that_was_altered_or_lost_is_told(client, statement, kept) -> None:
    path = path_of(statement.article.original.sha256)
    path.unlink() if kept is None else path.write_bytes(kept)
    response = verified(client, statement)
    page = response.content.decode()
    assert not response.context["holds"]
    assert ("not in the store" if kept is None else hashlib.sha256(b"other bytes").hexdigest()) in page


def test_a_hash_of_the_text_that_is_not_its_own_is_told(client, statement) -> None:
    Article.objects.filter(pk=statement.article_id).update(text_sha256="0" * 64)
    assert not verified(client, statement).context["holds"]


def test_words_that_are_not_at_their_place_are_told(client, statement, monkeypatch) -> None:
    """The database refuses such a row: so the text is another as it is read."""
    real = verify.slices_of

    def moved(one: Statement):
        one.article.text = "x" + one.article.text
        return real(one)

    monkeypatch.setattr(verify, "slices_of", moved)
    page = verified(client, statement).content.decode()
    assert "recorded were “<bdi>We 𝔸gree</bdi>”" in page
    assert "is as it was recorded" not in page


def test_the_text_is_given_byte_for_byte(client, statement) -> None:
    response = client.get(f"{statement.article.get_absolute_url()}text")
    assert response.content == TEXT.encode()
    assert hashlib.sha256(response.content).hexdigest() == statement.article.text_sha256
    assert response["Content-Disposition"].startswith("attachment")
    assert response.content.decode()[1:9] == "We 𝔸gree"


def test_a_withdrawn_statement_is_not_verified(client, statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(
        review_state="withdrawn", review_reason="taken back", listed=False
    )
    assert client.get(f"{statement.get_absolute_url()}verify/").status_code == 410


def test_a_source_that_stands_nowhere_is_left_out(client, statement) -> None:
    Attribution.objects.update(source_start=None, source_end=None, source="")
    assert [one.what for one in verified(client, statement).context["slices"]] == ["words", "cue"]
