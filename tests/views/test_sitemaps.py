"""What search engines are told: what there is, in bounded pages, and what to leave alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from statements import curation
from statements.models import Article, Statement
from statements.views import sitemaps
from tests.factories import ArticleFactory, SpeakerFactory, UserFactory, make_statement

pytestmark = pytest.mark.django_db

XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def on_one_page(monkeypatch) -> None:
    """Pages go by primary keys, and those of a test may begin anywhere."""
    monkeypatch.setattr(sitemaps, "ON_A_PAGE", 10**9)


def read(client, address: str) -> dict[str, str | None]:
    """Path → when it changed, as strict XML."""
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    return {
        one.findtext(f"{XML}loc").removeprefix("http://testserver"): one.findtext(f"{XML}lastmod")
        for one in etree.fromstring(answer.content)
    }


def test_the_index_leads_to_every_section(client, on_one_page) -> None:
    make_statement()
    found = read(client, "/sitemap.xml")
    assert list(found) == [f"/sitemap-{section}.xml" for section in sitemaps.SECTIONS]
    for address in found:
        for page in read(client, address):
            assert client.get(page).status_code == 200, page


def test_only_what_readers_see_is_listed(client, on_one_page) -> None:
    shown = make_statement("one")
    make_statement("two", review_state="rejected")
    make_statement("three", review_state="withdrawn", review_reason="gone")
    make_statement("four", article=ArticleFactory(text="four", superseded=True))
    SpeakerFactory(slug="merged", merged_into=SpeakerFactory(slug="kept"))
    assert list(read(client, "/sitemap-statements.xml")) == [shown.get_absolute_url()]
    current = Article.objects.filter(superseded=False).order_by("pk")
    assert list(read(client, "/sitemap-articles.xml")) == [one.get_absolute_url() for one in current]
    assert "/speakers/merged/" not in read(client, "/sitemap-speakers.xml")


def test_every_record_is_on_one_page_and_only_one(client, monkeypatch) -> None:
    monkeypatch.setattr(sitemaps, "ON_A_PAGE", 4)
    for number in range(11):
        make_statement(f"words {number}")
    index = [address for address in read(client, "/sitemap.xml") if "statements" in address]
    newest = Statement.objects.latest("pk").pk
    assert len(index) == -(-newest // 4)
    found = [page for address in index for page in read(client, address)]
    assert sorted(found) == sorted(one.get_absolute_url() for one in Statement.objects.all())
    for number in ("0", "99999", "x"):
        assert client.get(f"/sitemap-statements.xml?p={number}").status_code == 404
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_changed_is_when_it_came_in_or_was_corrected(client, on_one_page) -> None:
    statement = make_statement()
    Article.objects.update(ingested_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert read(client, "/sitemap-statements.xml")[statement.get_absolute_url()] == "2020-01-01"
    curation.correct(statement, {"act": "denies"}, who=UserFactory())
    assert read(client, "/sitemap-statements.xml")[statement.get_absolute_url()] > "2026"


@pytest.mark.parametrize("section", ["", *(f"-{section}" for section in sitemaps.SECTIONS)])
def test_a_page_asks_as_much_for_fifty_as_for_one_and_counts_nothing(client, section: str) -> None:
    counts = []
    for first, last in ((0, 1), (1, 50)):
        for number in range(first, last):
            make_statement(f"words {number}", speaker=f"Speaker {number}")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/sitemap{section}.xml")
        counts.append(len(asked))
        assert not any("COUNT(" in query["sql"].upper() or "OFFSET" in query["sql"] for query in asked)
    assert counts[0] == counts[1] <= 8


def test_robots_keep_to_what_has_an_address_of_its_own(client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    rules = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    simple = RobotFileParser()
    simple.parse(lines)
    for path in OPEN:
        assert not any(matches(rule, path) for rule in rules), path
        assert simple.can_fetch("*", f"http://testserver{path}"), path
    for path in SHUT:
        assert any(matches(rule, path) for rule in rules), path


OPEN = ("/", "/statements/", "/statements/abc/", "/countries/TR/about/AM/", "/articles/abc/", "/matrix/")
SHUT = (
    "/admin/", "/review/", "/review/queue/all/", "/statements/?country=TR&act=warns", "/statements.csv",
    "/statements.atom?q=peace", "/speakers/?q=a", "/matrix.json", "/feeds/corrections.atom",
    "/statements/abc/verify/", "/statements/abc/cite.bib",
)  # fmt: skip


def matches(rule: str, path: str) -> bool:
    """As RFC 9309 has it: a star stands for any letters, and a rule for all that begins with it."""
    return bool(re.match(re.escape(rule).replace(r"\*", ".*"), path))
