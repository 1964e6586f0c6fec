"""Every page asks the database the same few questions, however many rows there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import curation, versioning
from statements.models import Article, Speaker, Statement
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    CountryNameFactory,
    OfficeFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
    add_speaker,
    country,
    make_statement,
)

MOST = 12


def words(number: int) -> str:
    return f"the talks of day {number} must go on"


def fill(rows: range) -> None:
    """Statements about as many countries, in one long article and in one article each."""
    publisher, agency = PublisherFactory(slug="the-paper"), PublisherFactory(slug="agency", kind="agency")
    long = Article.objects.filter(public_id="longone").first() or ArticleFactory(
        public_id="longone",
        text="\n\n".join(f"He said {words(number)}." for number in range(50)),
        publisher=publisher,
        dated=True,
        mentions=[country("RU"), country("TR")],
    )
    if rows.start == 0:
        make_statement("the talks", article=long, speaker="A Sibling")
    for number in rows:
        line = words(number)
        said = date(2020, 1, 1) + timedelta(days=20 * number) if number % 3 != 2 else None
        about = ["TR", f"B{number}"]
        first = make_statement(
            line, article=long, speaker="Anna Speaker", about=about, said=said, agency=agency
        )
        add_speaker(first, f"Speaker {number}", country=f"C{number}")
        make_statement(f"{line} abroad", speaker=f"Other {number}", country="TR", about=["RU"], said=said)
        article = Article.objects.order_by("-id")[0]
        BlockFactory(article=long, start=number * 4, end=number * 4 + 1)
        Article.objects.filter(pk=article.pk).update(publisher=publisher)
        speaker = Speaker.objects.get(slug="anna-speaker")
        VariantNameFactory(speaker=speaker)
        OfficeFactory(speaker=speaker, title=f"Office {number}")
        CountryNameFactory(country=country("RU"))
    Statement.objects.update(publisher=publisher)


PAGES = {
    "home": "/",
    "matrix": "/matrix/",
    "statements": "/statements/",
    "statements, every filter": "/statements/?q=talks&country=RU&about=TR&speaker=anna-speaker&act=states"
    "&kind=indirect&publisher=the-paper&from=2020&to=2030&sort=oldest",
    "statements, nothing found": "/statements/?q=talks&country=RU&about=RU&speaker=anna-speaker&act=states"
    "&kind=direct&publisher=the-paper&date=none",
    "statements, best match": "/statements/?q=talks&sort=relevance",
    "statements, who says it": "/statements/?q=talks&view=who",
    "statement": "/statements/{statement}/",
    "statement verified": "/statements/{statement}/verify/",
    "countries": "/countries/",
    "country": "/countries/RU/",
    "country spoken about": "/countries/TR/?as=about",
    "country over time": "/countries/RU/?as=time",
    "speakers of a country": "/countries/RU/?as=speakers",
    "pair": "/countries/RU/about/TR/",
    "pair from a day on": "/countries/RU/about/TR/?from=2020",
    "coverage": "/coverage/",
    "articles of one month": "/articles/?publisher=the-paper&in=2020-07",
    "speakers": "/speakers/?q=speaker",
    "speaker": "/speakers/anna-speaker/",
    "articles": "/articles/",
    "article": "/articles/longone/",
    "publisher": "/publishers/the-paper/",
}


def count_queries(client, address: str) -> int:
    first = Statement.objects.filter(article__public_id="longone").earliest("pk")
    client.get(address.format(statement=first.public_id))  # what is kept until the archive changes
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address.format(statement=first.public_id))
    assert response.status_code == 200
    return len(asked)


@pytest.fixture(autouse=True)
def version_read_once(settings, monkeypatch) -> None:
    """As it is where readers are: at most once a second, so once a page."""
    settings.ARCHIVE_VERSION_SECONDS = 60
    monkeypatch.setattr(versioning, "_read", {})


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_as_many_queries_for_fifty_rows_as_for_one(client, address: str) -> None:
    fill(range(1))
    for_one = count_queries(client, address)
    fill(range(1, 50))
    assert count_queries(client, address) == for_one
    assert for_one <= MOST


@pytest.mark.django_db
def test_a_list_of_a_time_asks_no_more_when_it_is_long(client) -> None:
    """A full page needs not look for what began before the time."""
    address = "/statements/?q=talks&from=2019&to=2030&about=TR&kind=indirect"
    fill(range(1))
    for_one = count_queries(client, address)
    fill(range(1, 50))
    assert count_queries(client, address) <= for_one <= MOST


@pytest.mark.django_db
def test_a_statement_with_a_long_history_asks_as_much_as_with_a_short_one(client) -> None:
    fill(range(1))
    who = UserFactory()
    statement = Statement.objects.filter(article__public_id="longone").earliest("pk")

    def change(number: int) -> None:
        agency = PublisherFactory(slug=f"agency-{number}", kind="agency")
        speaker = SpeakerFactory(slug=f"person-{number}")
        curation.correct(statement, {"act": ("denies", "warns")[number % 2], "agency": agency}, who=who)
        curation.correct_attribution(
            statement.attributions.get(), speaker=speaker, country=None, role="", who=who
        )

    change(1)
    short = count_queries(client, "/statements/{statement}/")
    for number in range(2, 12):
        change(number)
    assert count_queries(client, "/statements/{statement}/") == short
    assert short <= MOST
