"""Whatever is filtered on screen can be downloaded as it stands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from statements.exports import FORMATS, ROWS, columns_of
from statements.models import Article
from statements.views import exports
from tests.factories import (
    ArticleFactory,
    CountryNameFactory,
    OfficeFactory,
    OriginalFactory,
    PublisherFactory,
    SpeakerFactory,
    VariantNameFactory,
    country,
    make_statement,
)

pytestmark = pytest.mark.django_db

ROUTES = {
    "statements": "statement-export",
    "articles": "article-export",
    "speakers": "speaker-export",
    "countries": "country-export",
    "publishers": "publisher-export",
    "matrix": "matrix-export",
}


def download(client: Client, ending: str, name: str = "statements", **filters: str):
    answer = client.get(reverse(ROUTES[name], args=[ending]), filters)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, body.decode()


def rows_of(client: Client, name: str, **filters: str) -> list[dict]:
    """The same rows in every format."""
    rows = json.loads(download(client, "json", name, **filters)[1])
    assert [json.loads(line) for line in download(client, "jsonl", name, **filters)[1].splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(download(client, "csv", name, **filters)[1])))
    assert [row[next(iter(row))] for row in table] == [row[next(iter(row))] for row in rows]
    return rows


def test_download_holds_what_the_filters_leave(client: Client) -> None:
    make_statement("the first words", country="RU")
    make_statement("the second words", country="TR")
    answer, body = download(client, "jsonl", country="tr")
    assert [json.loads(line)["words"] for line in body.splitlines()] == [["the second words"]]
    assert answer["Content-Disposition"] == 'attachment; filename="chancery-statements.jsonl"'


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_of_every_list_answers_for_an_empty_archive(
    client: Client, ending: str, name: str
) -> None:
    answer, body = download(client, ending, name)
    assert (answer.status_code, answer["Content-Type"]) == (200, FORMATS[ending].media_type)
    assert answer["Content-Disposition"] == f'attachment; filename="chancery-{name}.{ending}"'
    assert answer.streaming and "sandbox" in answer["Content-Security-Policy"]
    if ending == "csv":
        assert body.splitlines()[0].split(",") == list(columns_of(ROWS[name]))


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("statements", {"from": "yesterday"}),
        ("statements", {"country": "nowhere"}),
        ("speakers", {"kind": "loud"}),
        ("speakers", {"country": "QQ"}),
        ("articles", {"publisher": "nobody"}),
        ("articles", {"in": "yesterday"}),
    ],
)
def test_filter_that_cannot_be_used_is_an_error_and_named(client: Client, name: str, asked: dict) -> None:
    make_statement("words")
    answer, body = download(client, "csv", name, **asked)
    assert answer.status_code == 400
    assert body.startswith(f"{next(iter(asked))}: ")


@pytest.mark.parametrize("ending", FORMATS)
def test_database_that_is_away_fails_before_the_answer_begins(
    client: Client, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(statements: object) -> Iterator[object]:
        raise OperationalError("the server closed the connection")
        yield

    monkeypatch.setattr(exports, "statement_rows", fail)
    client.raise_request_exception = False
    assert download(client, ending)[0].status_code >= 500


@pytest.mark.parametrize("name", ROWS)
def test_unknown_format_is_404(client: Client, name: str) -> None:
    answer, _ = download(client, "xlsx", name)
    assert answer.status_code == 404


# --- each list ------------------------------------------------------------------------


def test_articles_with_what_was_kept_of_them(client: Client) -> None:
    older = ArticleFactory(title="An older version is in no list", superseded=True)
    article = ArticleFactory(
        title="New",
        text="the talks must go on",
        publisher=PublisherFactory(slug="the-paper", name="The Paper"),
        original=OriginalFactory(),
        replaces=older,
        dated=True,
        published_precision="month",
    )
    make_statement(article=article)
    undated = ArticleFactory(publisher=None)
    first, second = rows_of(client, "articles")
    assert (first["id"], second["id"]) == (article.public_id, undated.public_id)
    assert (first["publisher"], first["publisher_name"]) == ("the-paper", "The Paper")
    assert (first["published"], first["statements"]) == ("2020-07", 1)
    assert (first["original_sha256"], first["text_sha256"]) == (article.original.sha256, article.text_sha256)
    assert (second["publisher"], second["published"], second["statements"]) == ("", "", 0)
    assert [row["id"] for row in rows_of(client, "articles", publisher="none")] == [undated.public_id]
    assert [row["id"] for row in rows_of(client, "articles", **{"in": "2020"})] == [article.public_id]


def test_speakers_with_names_and_offices_in_the_pages_order(client: Client) -> None:
    speaker = SpeakerFactory(slug="anna", preferred_name="Anna", country=country("RU"))
    VariantNameFactory(speaker=speaker, text="Анна")
    OfficeFactory(speaker=speaker, title="Minister", start="2019-03-09")
    SpeakerFactory(slug="silent", kind="institution", country=None)
    SpeakerFactory(slug="merged", merged_into=speaker)
    make_statement(speaker=speaker, country="RU")
    first, second = rows_of(client, "speakers")
    assert (first["id"], first["statements"], first["country"]) == ("anna", 1, "RU")
    assert (first["other_names"], first["offices"]) == (["Анна"], ["Minister (2019-03-09/?)"])
    assert (second["id"], second["statements"], second["country"]) == ("silent", 0, "")
    assert [row["id"] for row in rows_of(client, "speakers", q="анна")] == ["anna"]
    assert [row["id"] for row in rows_of(client, "speakers", kind="institution")] == ["silent"]


def test_countries_with_how_often_they_speak(client: Client) -> None:
    make_statement(country=country("TR", "Turkey"), about=[country("AM", "Armenia")])
    CountryNameFactory(country=country("TR"), text="Türkiye")
    rows = {row["id"]: row for row in rows_of(client, "countries")}
    assert (rows["TR"]["speaks"], rows["TR"]["spoken_about"], rows["TR"]["other_names"]) == (
        1,
        0,
        ["Türkiye"],
    )
    assert (rows["AM"]["speaks"], rows["AM"]["spoken_about"]) == (0, 1)


def test_publishers_with_what_they_printed_and_relayed(client: Client) -> None:
    paper, agency = (
        PublisherFactory(slug="paper", names=["P"], domains=["p.example"]),
        PublisherFactory(slug="tass"),
    )
    article = ArticleFactory(text="the talks must go on", publisher=paper, dated=True)
    make_statement(article=article, agency=agency)
    ArticleFactory(publisher=paper)
    rows = {row["id"]: row for row in rows_of(client, "publishers")}
    told = [
        rows["paper"][name]
        for name in ("articles", "printed", "relayed", "first_published", "last_published")
    ]
    assert told == [2, 1, 0, "2020-07-16", "2020-07-16"]
    assert (rows["tass"]["articles"], rows["tass"]["relayed"], rows["tass"]["first_published"]) == (0, 1, "")
    assert (rows["paper"]["other_names"], rows["paper"]["domains"]) == (["P"], ["p.example"])


def test_the_matrix_tells_silence_from_ignorance(client: Client) -> None:
    make_statement(country=country("TR"), about=[country("AM")])
    ArticleFactory(mentions=[country("TR"), country("GR")])
    country("ZZ")
    found = {
        (row["speaking"], row["about"]): (row["statements"], row["read"]) for row in rows_of(client, "matrix")
    }
    assert found["TR", "AM"] == (1, False)
    assert found["TR", "GR"] == found["GR", "TR"] == (0, True)
    assert ("AM", "TR") not in found and not any("ZZ" in pair for pair in found)


# --- as a data scientist goes about it --------------------------------------------------------


def test_a_filtered_list_is_the_same_on_the_page_as_json_lines_and_as_csv(client: Client) -> None:
    """From the page by its own links, and read by the standard library alone."""
    for number in range(1, 13):
        make_statement(
            f"the talks, “round {number}”, must go on",
            country="TR" if number % 3 else "RU",
            about=["AM", "AZ"],
            said=date(2020, number, 1),
        )
    page = BeautifulSoup(
        client.get("/statements/?country=TR&from=2020-03&sort=oldest").content, "html.parser"
    )
    shown = [link["href"].split("/")[2] for link in page.select(".entry a.id")]
    assert len(shown) == 6
    links = {link["href"].split("?")[0]: link["href"] for link in page.select("main a[download]")}
    body = b"".join(client.get(links["/statements.jsonl"]).streaming_content).decode()
    lines = [json.loads(line) for line in body.splitlines()]
    assert [row["id"] for row in lines] == shown
    body = b"".join(client.get(links["/statements.csv"]).streaming_content).decode()
    table = list(csv.DictReader(io.StringIO(body, newline="")))
    assert [row["id"] for row in table] == shown
    assert [row["words"] for row in table] == ["; ".join(row["words"]) for row in lines]
    assert (
        [row["said"] for row in table]
        == [row["said"] for row in lines]
        == sorted(row["said"] for row in lines)
    )
    assert {tuple(row["about"]) for row in lines} == {("AM", "AZ")}
    # The offsets lead to the words in the text that is served.
    for row in lines:
        text = client.get(f"/articles/{row['article']}/text").content.decode()
        assert [text[start:end] for start, end in zip(row["start"], row["end"], strict=True)] == row["words"]
    assert {row["article"] for row in lines} <= set(Article.objects.values_list("public_id", flat=True))
