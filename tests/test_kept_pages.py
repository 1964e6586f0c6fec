"""What is kept for readers, when it is thrown away, and for whom it never is."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import kept_pages
from statements.views import home
from tests.factories import make_statement
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings):
    """A reader of the archive as it is served; in other tests nothing is kept from one to the next."""
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    settings.CACHES = {"default": memory, "long pages": memory | {"LOCATION": "long"}}
    for one in caches.all():
        one.clear()
    yield Client()
    for one in caches.all():
        one.clear()


def queries_of(client: Client, address: str, **headers: str) -> tuple[object, list[str]]:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address, headers=headers)
    return response, [query["sql"] for query in asked.captured_queries]


def test_a_page_is_rendered_once(kept) -> None:
    statement = make_statement()
    address = statement.get_absolute_url()
    first = kept.get(address)
    second, asked = queries_of(kept, address)
    assert second.content == first.content
    assert len(asked) == 1  # whether the archive has changed
    assert first.headers["Cache-Control"] == "no-cache"
    assert "Cookie" in first.headers["Vary"]


def test_who_has_the_page_is_told_so(kept) -> None:
    make_statement()
    first = kept.get("/statements/")
    again, asked = queries_of(kept, "/statements/", if_none_match=first.headers["ETag"])
    assert again.status_code == 304
    assert again.headers["ETag"] == first.headers["ETag"]
    assert len(asked) == 1
    assert not again.content


def test_a_change_of_the_archive_makes_all_pages_new(kept) -> None:
    make_statement()
    first = kept.get("/statements/")
    newer = make_statement()
    again = kept.get("/statements/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 200
    assert newer.public_id in again.content.decode()


def test_two_addresses_and_two_queries_are_kept_apart(kept) -> None:
    make_statement()
    pages = {
        address: kept.get(address).content for address in ("/", "/statements/", "/statements/?kind=mixed")
    }
    assert len(set(pages.values())) == 3
    assert all(kept.get(address).content == page for address, page in pages.items())


def test_whoever_is_logged_in_gets_pages_of_their_own(kept) -> None:
    make_statement()
    anonymous = kept.get("/")
    curator = make_client(make_user("curator"))
    theirs = curator.get("/", headers={"if-none-match": anonymous.headers["ETag"]})
    assert theirs.status_code == 200
    assert "ETag" not in theirs.headers
    assert "ETag" not in curator.get("/").headers


def test_errors_are_not_kept_and_have_no_tag(kept) -> None:
    answer = kept.get("/statements/0000000000/")
    assert answer.status_code == 404
    assert "ETag" not in answer.headers
    statement = make_statement()
    gone = kept.get(f"/statements/{statement.public_id}/")
    assert gone.status_code == 200


def test_a_page_that_could_not_be_made_is_asked_for_again(kept, monkeypatch) -> None:
    make_statement()

    def away(*_: object) -> None:
        raise OperationalError("the server closed the connection unexpectedly")

    kept.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(home, "newest_entries", away)
        failed = kept.get("/")
    assert failed.status_code >= 500
    assert "ETag" not in failed.headers
    assert kept.get("/").status_code == 200


def test_the_workbench_and_the_admin_are_never_kept(kept) -> None:
    for address in ("/admin/login/", "/review/"):
        assert "ETag" not in kept.get(address, follow=True).headers


def test_a_file_has_a_tag_and_is_not_kept(kept) -> None:
    make_statement()
    first = kept.get("/statements.csv")
    assert kept.get("/statements.csv", headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    assert b"".join(kept.get("/statements.csv").streaming_content) == b"".join(first.streaming_content)


@pytest.mark.parametrize(("longest", "queries"), [(10_000_000, 1), (100, None)])
def test_a_long_page_is_kept_apart_from_the_others_and_a_longer_one_not(
    kept, monkeypatch, longest: int, queries: int | None
) -> None:
    make_statement()
    monkeypatch.setattr(kept_pages, "LONG", 100)
    monkeypatch.setattr(kept_pages, "LONGEST", longest)
    kept.get("/")
    _again, asked = queries_of(kept, "/")
    assert len(asked) == queries if queries else len(asked) > 1
