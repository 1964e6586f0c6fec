"""The addresses and the page that give a statement's citation."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.citing import FORMATS
from statements.models import Statement
from tests.citing.shapes import HOSTILE
from tests.factories import ArticleFactory, PublisherFactory, SpeakerFactory, add_speaker, make_statement

pytestmark = pytest.mark.django_db


def fetch(client, statement: Statement, ending: str) -> str:
    response = client.get(f"{statement.get_absolute_url()}cite.{ending}")
    assert response.status_code == 200
    return response.content.decode()


def csl(client, statement: Statement) -> dict:
    (item,) = json.loads(fetch(client, statement, "json"))
    return item


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("txt", "text/plain; charset=utf-8"),
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json"),
        ("html", "text/html; charset=utf-8"),
    ],
)
def test_each_format_is_a_file_of_its_kind(client, ending: str, media_type: str) -> None:
    statement = make_statement("peace is near")
    response = client.get(f"/statements/{statement.public_id}/cite.{ending}")
    assert response["Content-Type"] == media_type
    assert (
        response["Content-Disposition"] == f'attachment; filename="chancery-{statement.public_id}.{ending}"'
    )
    assert "sandbox" in response["Content-Security-Policy"]


def test_the_whole_chain_of_a_statement(client) -> None:
    article = ArticleFactory(
        title="Peace at last",
        text="“Peace is near,” Anna said, quoted by TASS.",
        publisher=PublisherFactory(name="The Paper"),
        address="https://paper.example/1",
        dated=True,
    )
    statement = make_statement(
        "Peace is near,",
        article=article,
        kind="direct",
        country="RU",
        agency=PublisherFactory(name="TASS"),
        said=date(2020, 7, 15),
        review_state="approved",
    )
    item = csl(client, statement)
    today = datetime.now(UTC).date()
    assert item["author"] == [{"literal": "Anna Speaker"}]
    assert (item["title"], item["container-title"]) == ("Peace is near", "The Paper")
    assert item["genre"] == ("Statement for Country RU, July 15, 2020, quoted by TASS in “Peace at last”")
    assert item["issued"] == {"date-parts": [[2020, 7, 16]]}
    assert item["event-date"] == {"date-parts": [[2020, 7, 15]]}
    assert item["accessed"] == {"date-parts": [[today.year, today.month, today.day]]}
    assert item["URL"] == f"http://testserver{statement.get_absolute_url()}"
    text = fetch(client, statement, "txt")
    assert f"Archived copy: http://testserver{article.get_absolute_url()}" in text
    assert article.original.sha256 in text and "https://paper.example/1" in text
    assert "Said: 2020-07-15 (the article’s own date)" in text
    assert "Review:" not in text


def test_reported_words_keep_their_cue_so_that_a_denial_is_no_claim(client) -> None:
    article = ArticleFactory(text="The envoy denied that both backed the war. He left.")
    statement = make_statement(
        "both backed the war", article=article, cue="denied", act="denies", kind="indirect"
    )
    item = csl(client, statement)
    assert item["title"] == item["abstract"] == "The envoy denied that both backed the war."
    assert "reported in" in item["genre"]


def test_a_long_report_without_a_cue_has_a_short_title(client) -> None:
    item = csl(client, make_statement("word " * 40 + "end"))
    assert len(item["title"].split()) == 21 and item["title"].endswith(" …")


def test_what_nobody_knows_is_said(client) -> None:
    article = ArticleFactory(text="It was said, he said, to be over.", title="", publisher=None)
    statement = make_statement(
        "to be over", article=article, speaker=None, country=None, source="he", said_words="last week"
    )
    item = csl(client, statement)
    assert item["author"] == [{"literal": "[speaker not known]"}]
    assert item["type"] == "webpage" and "container-title" not in item
    assert "issued" not in item and "event-date" not in item
    assert item["genre"].startswith("Statement, date not known, reported in “It was said, he said,")
    assert "Speaker named as: “he”" in item["note"] and "Said: not known (“last week”)" in item["note"]


def test_a_role_stands_where_no_speaker_is_known(client) -> None:
    item = csl(client, make_statement(speaker=None, role="a Turkish diplomatic source"))
    assert item["author"] == [{"literal": "a Turkish diplomatic source"}]


def test_every_speaker_is_named_once(client) -> None:
    statement = make_statement(speaker="Sergey Lavrov")
    add_speaker(statement, "Turkey", country="TR")
    add_speaker(statement, "Turkey", country="TR")
    item = csl(client, statement)
    assert [name["literal"] for name in item["author"]] == ["Sergey Lavrov", "Turkey"]
    assert item["custom"]["speaking-for"] == ["Country RU", "Country TR"]


def test_what_a_machine_found_says_so(client) -> None:
    text = fetch(client, make_statement(rule="reported clause"), "txt")
    assert "Review: found by machine (rule reported clause), not reviewed by a person" in text


def test_only_web_addresses_are_passed_on(client) -> None:
    statement = make_statement(
        article=ArticleFactory(text="the talks must go on", address="javascript:alert(1)")
    )
    assert "javascript:" not in "".join(fetch(client, statement, ending) for ending in FORMATS)


def test_an_older_version_cites_itself(client) -> None:
    old = ArticleFactory(text="old words", superseded=True)
    statement = make_statement("old words", article=old)
    newer = ArticleFactory(replaces=old)
    text = fetch(client, statement, "txt")
    assert "Version: an older version of the article" in text
    assert old.get_absolute_url() in text and old.original.sha256 in text
    assert newer.get_absolute_url() not in text and newer.original.sha256 not in text


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("state", ["withdrawn", "rejected"])
def test_a_statement_that_is_gone_is_gone_here_too(client, state: str, ending: str) -> None:
    statement = make_statement("secret words", review_state=state, review_reason="It was the narrator.")
    response = client.get(f"{statement.get_absolute_url()}cite.{ending}")
    assert response.status_code == 410
    assert "It was the narrator." in response.content.decode()
    assert "secret words" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["nope/cite.bib", "{id}/cite.xml", "{id}/cite.", "{id}/cite.BIB", "{id}/cite"]
)
def test_an_address_of_nothing_is_not_found(client, address: str) -> None:
    statement = make_statement()
    assert client.get(f"/statements/{address.format(id=statement.public_id)}").status_code == 404


# --- the statement's page ------------------------------------------------------------


def section(client, statement: Statement) -> BeautifulSoup:
    page = BeautifulSoup(client.get(statement.get_absolute_url()).content, "html.parser")
    return page.find("section", {"aria-labelledby": "cite"})


def test_the_page_holds_each_file_and_leads_to_it(client) -> None:
    statement = make_statement("peace is near", agency=PublisherFactory(name="TASS"))
    cite = section(client, statement)
    for ending, kind in FORMATS.items():
        field = cite.find(id=f"cite-{ending}")
        assert field.has_attr("readonly")
        downloaded = fetch(client, statement, ending)
        assert field.string.removeprefix("\n").splitlines() == downloaded.splitlines()
        assert cite.find("label", {"for": f"cite-{ending}"}).string == kind.label
        assert cite.find("a", href=f"{statement.get_absolute_url()}cite.{ending}").has_attr("download")
    text = fetch(client, statement, "txt")
    assert cite.find(id="cite-chicago").string in text and cite.find(id="cite-apa").string in text


def test_without_script_no_button_is_shown(client) -> None:
    cite = section(client, make_statement())
    assert all(button.has_attr("hidden") for button in cite.find_all("button"))
    assert {button["data-copy"] for button in cite.find_all("button")} == {
        "cite-chicago",
        "cite-apa",
        *(f"cite-{ending}" for ending in FORMATS),
    }


def test_what_others_wrote_stays_text_on_the_page(client) -> None:
    article = ArticleFactory(text=HOSTILE, title=HOSTILE, publisher=PublisherFactory(name=HOSTILE))
    statement = make_statement(
        HOSTILE, article=article, kind="direct", speaker=SpeakerFactory(preferred_name=HOSTILE), role=HOSTILE
    )
    cite = section(client, statement)
    assert not cite.find_all(["script", "b"])
    assert HOSTILE in cite.find(id="cite-chicago").string
    assert len(cite.find_all("textarea")) == len(FORMATS)
    # What is copied from the field is the source of the HTML, with its own escapes.
    assert "&lt;script&gt;" in cite.find(id="cite-html").string


def test_at_most_twelve_queries_with_any_number_of_speakers(client) -> None:
    statement = make_statement("peace is near", agency=PublisherFactory(), about=["TR"])
    counts = []
    for number in range(2):
        with CaptureQueriesContext(
            connection,
        ) as page:
            client.get(statement.get_absolute_url())
        with CaptureQueriesContext(connection) as file:
            fetch(client, statement, "bib")
        counts.append((len(page), len(file)))
        for speaker in range(9):
            add_speaker(statement, f"Speaker {number}{speaker}", country=f"C{speaker}")
    assert counts[0] == counts[1]
    assert counts[0][0] <= 12 and counts[0][1] <= 5
