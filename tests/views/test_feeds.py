"""Atom: any list as it grows, and what curators correct."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from lxml import etree

from statements import curation
from statements.models import Article, Edit, Statement
from statements.views.feeds import NEWEST
from tests.factories import (
    ArticleFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    country,
    make_statement,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTIONS = "/feeds/corrections.atom"


def fetch(client, address: str = "/statements.atom", **asked: str) -> etree._Element:
    """The feed, read by a strict parser and held against what RFC 4287 requires."""
    answer = client.get(address, asked)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = etree.fromstring(answer.content)
    assert feed.tag == f"{ATOM}feed"
    for element, names in [(feed, ("id", "title", "updated")), *((one, ("id", "title", "updated", "content")) for one in entries(feed))]:  # fmt: skip  # noqa: E501
        assert [len(element.findall(f"{ATOM}{name}")) for name in names] == [1] * len(names)
        assert element.findtext(f"{ATOM}id").startswith("http://testserver/")
        datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
        assert element.find(f"{ATOM}link[@rel='alternate']").get("href").startswith("http://testserver/")
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    ids = [one.findtext(f"{ATOM}id") for one in entries(feed)]
    assert len(set(ids)) == len(ids)
    return feed


def entries(feed: etree._Element) -> list[etree._Element]:
    return feed.findall(f"{ATOM}entry")


def told(entry: etree._Element) -> str:
    return entry.findtext(f"{ATOM}content")


def test_an_entry_tells_words_speaker_and_countries(client) -> None:
    article = ArticleFactory(text="The envoy denied that both backed the war. He left.")
    statement = make_statement(
        "both backed the war", article=article, cue="denied", act="denies",
        country=country("RU", "Russia"), about=[country("AM", "Armenia")],
    )  # fmt: skip
    (entry,) = entries(fetch(client))
    assert entry.findtext(f"{ATOM}title") == "Anna Speaker for Russia about Armenia: denies"
    # With its cue, or a denial would read as a claim.
    assert told(entry).startswith("The envoy denied that both backed the war.")
    assert "Anna Speaker for Russia about Armenia. Act: denies." in told(entry)
    assert entry.find(f"{ATOM}content").get("type") == "text"
    address = f"http://testserver{statement.get_absolute_url()}"
    assert entry.findtext(f"{ATOM}id") == entry.find(f"{ATOM}link").get("href") == address


def test_a_feed_has_the_parameters_of_its_list(client) -> None:
    make_statement("the first words", country="RU", about=["AM"])
    make_statement("the second words", country="TR", about=["AM"])
    make_statement("the third words", country="TR", about=["GR"])
    feed = fetch(client, country="tr", about="AM")
    assert [told(entry).split("\n")[0] for entry in entries(feed)] == ["It was said that the second words."]
    assert "speaking for: Country TR" in feed.findtext(f"{ATOM}title")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].startswith("http://testserver/statements.atom?country=TR&about=AM")
    assert links["alternate"].startswith("http://testserver/statements/?country=TR&about=AM")


def test_it_holds_the_newest_in_the_archive(client) -> None:
    text = " ".join(f"word{number:03}" for number in range(NEWEST + 5))
    article = ArticleFactory(text=text)
    for number in range(NEWEST + 5):
        make_statement(f"word{number:03}", article=article)
    found = [one.findtext(f"{ATOM}id") for one in entries(fetch(client))]
    newest = Statement.objects.order_by("-id")[:NEWEST]
    assert found == [f"http://testserver{statement.get_absolute_url()}" for statement in newest]


def test_as_many_queries_for_fifty_as_for_one(client, django_assert_max_num_queries) -> None:
    for number in range(50):
        make_statement(
            f"words {number}", speaker=f"Speaker {number}", country=f"C{number}", about=[f"B{number}"]
        )
    with django_assert_max_num_queries(10):
        fetch(client)


def test_updated_is_when_the_record_last_changed(client) -> None:
    statement = make_statement()
    Article.objects.update(ingested_at=datetime(2020, 1, 1, tzinfo=UTC))
    (entry,) = entries(fetch(client))
    assert (
        entry.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}published") == "2020-01-01T00:00:00+00:00"
    )
    curation.correct(statement, {"act": "denies"}, who=UserFactory())
    (entry,) = entries(fetch(client))
    when = Edit.objects.latest("pk").when.replace(microsecond=0)
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).replace(microsecond=0) == when
    assert entry.findtext(f"{ATOM}published").startswith("2020-01-01")


def test_what_xml_cannot_hold_breaks_nothing(client) -> None:
    words = "so \x01\x08\x0b\x1f\ufffe\uffff <b>&amp; ]]> </content> 🕊 it is"
    article = ArticleFactory(text=f"He said {words} there.", title=words)
    make_statement(
        words, article=article, kind="direct", speaker=SpeakerFactory(preferred_name="A \x02<b>\x03")
    )
    (entry,) = entries(fetch(client))
    assert "<b>&amp; ]]> </content> 🕊 it is" in told(entry)
    assert not entry.find(f"{ATOM}content").getchildren()
    assert "<b>" in entry.findtext(f"{ATOM}title")


def test_rejected_withdrawn_and_replaced_are_in_no_feed(client) -> None:
    make_statement("one", review_state="rejected")
    make_statement("two", review_state="withdrawn", review_reason="gone")
    make_statement("three", article=ArticleFactory(text="three", superseded=True))
    assert entries(fetch(client)) == []


@pytest.mark.parametrize("asked", [{"from": "yesterday"}, {"country": "nowhere"}, {"kind": "loud"}])
def test_a_filter_that_cannot_be_used_is_an_error_and_named(client, asked: dict[str, str]) -> None:
    answer = client.get("/statements.atom", asked)
    assert answer.status_code == 400 and answer.content.decode().startswith(f"{next(iter(asked))}: ")


# --- what curators correct -----------------------------------------------------------


def test_corrections_are_told_as_pages_tell_them(client) -> None:
    statement = make_statement("the talks must go on")
    who = UserFactory(username="grace-the-curator")
    curation.correct(statement, {"act": "denies"}, who=who, why="a private note")
    content = unescape(client.get(CORRECTIONS).content.decode())
    (entry,) = entries(fetch(client, CORRECTIONS))
    edit = Edit.objects.get(field="act")
    assert (
        entry.find(f"{ATOM}link").get("href")
        == f"http://testserver{statement.get_absolute_url()}#edit-{edit.pk}"
    )
    assert told(entry) == "act: states → denies"
    assert "grace" not in content and "private note" not in content
    page = client.get(statement.get_absolute_url()).content.decode()
    assert f'id="edit-{edit.pk}"' in page


def test_approvals_are_no_corrections(client) -> None:
    curation.approve(make_statement(), who=UserFactory())
    assert entries(fetch(client, CORRECTIONS)) == []


def test_of_what_is_rejected_only_that_and_why(client) -> None:
    statement = make_statement("secret words")
    who = UserFactory()
    curation.correct(statement, {"occasion": "a secret meeting"}, who=who)
    curation.reject(statement, who=who, why="It was the narrator.")
    (entry,) = entries(fetch(client, CORRECTIONS))
    assert "Rejected: It was the narrator." in told(entry)
    assert "secret" not in client.get(CORRECTIONS).content.decode()


def test_corrections_of_replaced_versions_are_left_out(client) -> None:
    statement = make_statement("old", article=ArticleFactory(text="old"))
    curation.correct(statement, {"act": "denies"}, who=UserFactory())
    assert len(entries(fetch(client, CORRECTIONS))) == 1
    Article.objects.update(superseded=True)
    Statement.objects.update(listed=False)
    assert entries(fetch(client, CORRECTIONS)) == []


# --- pages lead there --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("/statements/", ["/statements.atom"]),
        ("/statements/?country=RU", ["/statements.atom?country=RU"]),
        ("/countries/RU/", ["/statements.atom?country=RU", "/statements.atom?about=RU"]),
        (
            "/countries/RU/about/AM/",
            ["/statements.atom?country=RU&about=AM", "/statements.atom?country=AM&about=RU"],
        ),
        ("/speakers/anna-speaker/", ["/statements.atom?speaker=anna-speaker"]),
        ("/publishers/the-paper/", ["/statements.atom?publisher=the-paper"]),
    ],
)
def test_each_list_page_has_its_feed(client, page: str, feeds: list[str]) -> None:
    article = ArticleFactory(text="the talks must go on", publisher=PublisherFactory(slug="the-paper"))
    make_statement(article=article, country="RU", about=["AM"])
    head = BeautifulSoup(client.get(page).content, "html.parser").head
    found = [link["href"] for link in head.find_all("link", type="application/atom+xml")]
    assert found == [*feeds, reverse("correction-feed")]
    for feed in feeds:
        fetch(client, feed)
