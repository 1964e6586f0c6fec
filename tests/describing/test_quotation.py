"""schema.org on the statement's and the article's page: what is not known is not there."""

from __future__ import annotations

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup

from statements.describing.quotation import script
from statements.models import Statement
from tests.factories import (
    ArticleFactory,
    PublisherFactory,
    SpeakerFactory,
    add_speaker,
    country,
    make_statement,
)

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def data_on(client, address: str) -> dict:
    page = BeautifulSoup(client.get(address).content, "html.parser")
    (block,) = page.find_all("script", {"type": "application/ld+json"})
    assert not block.has_attr("src")
    return json.loads(block.string)


def of(client, statement: Statement) -> dict:
    return data_on(client, statement.get_absolute_url())


def test_the_whole_chain(client) -> None:
    publisher = PublisherFactory(slug="the-paper", name="The Paper")
    article = ArticleFactory(
        title="Peace at last",
        text="“Peace is near,” Anna said.",
        publisher=publisher,
        address="https://paper.example/1",
        dated=True,
    )
    statement = make_statement(
        "Peace is near,",
        article=article,
        kind="direct",
        country=country("RU", "Russia"),
        about=[country("AM", "Armenia")],
        role="the minister",
        agency=PublisherFactory(slug="tass", name="TASS"),
        said=date(2020, 7, 15),
    )
    data = of(client, statement)
    anna = {
        "@type": "Person",
        "@id": f"{HERE}/speakers/anna-speaker/",
        "name": "Anna Speaker",
        "url": f"{HERE}/speakers/anna-speaker/",
        "jobTitle": "the minister",
    }
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Quotation")
    assert data["@id"] == data["url"] == f"{HERE}{statement.get_absolute_url()}"
    assert data["identifier"] == statement.public_id
    assert data["spokenByCharacter"] == data["creator"] == [anna]
    assert data["about"] == [
        {
            "@type": "Country",
            "@id": f"{HERE}/countries/AM/",
            "name": "Armenia",
            "identifier": "AM",
            "url": f"{HERE}/countries/AM/",
        }
    ]
    assert data["dateCreated"] == "2020-07-15"
    assert data["provider"]["name"] == "TASS"
    assert "Peace is near" in data["text"] and "Anna Speaker" in data["citation"]
    assert data["description"] == "Anna Speaker for Russia about Armenia"
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "@id": f"{HERE}{article.get_absolute_url()}",
        "headline": "Peace at last",
        "url": "https://paper.example/1",
        "archivedAt": f"{HERE}{article.get_absolute_url()}",
        "publisher": {
            "@type": "NewsMediaOrganization",
            "@id": f"{HERE}/publishers/the-paper/",
            "name": "The Paper",
        },
        "datePublished": "2020-07-16",
        "inLanguage": "en",
    }


def test_what_is_not_known_is_not_there(client) -> None:
    article = ArticleFactory(text="It was said to be over.", title="", publisher=None, language="")
    data = of(client, make_statement("to be over", article=article, speaker=None, country=None))
    assert not {"spokenByCharacter", "creator", "dateCreated", "about", "provider"} & data.keys()
    assert not {"url", "publisher", "datePublished", "headline"} & data["isBasedOn"].keys()


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2020-07", "2020-07"),
        ("2020", "2020"),
        ("2020-07-13?", {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "2020-07-13?"}),
        (
            "2020-07-13/2020-07-19",
            {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "2020-07-13/2020-07-19"},
        ),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(client, edtf: str, told: object) -> None:
    assert of(client, make_statement(said=date(2020, 7, 13), said_edtf=edtf))["dateCreated"] == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("person", "Person"),
        ("institution", "Organization"),
        ("government", "GovernmentOrganization"),
        ("joint", "Organization"),
        ("unnamed", "Thing"),
        ("anonymous", "Thing"),
    ],
)
def test_every_kind_of_speaker_has_its_type(client, kind: str, told: str) -> None:
    data = of(client, make_statement(speaker=SpeakerFactory(kind=kind)))
    assert [one["@type"] for one in data["spokenByCharacter"]] == [told]


def test_reported_words_keep_their_cue_and_are_nobodys_wording_but_the_articles(client) -> None:
    article = ArticleFactory(text="The envoy denied that both backed the war. He left.")
    data = of(client, make_statement("both backed the war", article=article, cue="denied", kind="indirect"))
    assert data["text"] == "The envoy denied that both backed the war."
    assert "creator" not in data and len(data["spokenByCharacter"]) == 1


def test_every_speaker_is_named(client) -> None:
    statement = make_statement()
    add_speaker(statement, "Turkey", country="TR")
    assert [one["name"] for one in of(client, statement)["spokenByCharacter"]] == ["Anna Speaker", "Turkey"]


def test_official_publishers_print_no_news(client) -> None:
    article = ArticleFactory(text="the talks must go on", publisher=PublisherFactory(kind="official"))
    data = data_on(client, article.get_absolute_url())
    assert (data["@type"], data["publisher"]["@type"]) == ("Article", "Organization")


def test_an_address_that_is_none_of_the_web_is_left_out(client) -> None:
    article = ArticleFactory(text="the talks must go on", address="javascript:alert(1)")
    assert "url" not in data_on(client, article.get_absolute_url())


def test_no_word_ends_the_script(client) -> None:
    hostile = "</script><script>alert(1)</script> <!-- & ]]>"
    article = ArticleFactory(text=f"He said {hostile} so.", title=hostile)
    statement = make_statement(
        hostile, article=article, kind="direct", speaker=SpeakerFactory(preferred_name=hostile)
    )
    content = client.get(statement.get_absolute_url()).content.decode()
    assert "<script>alert" not in content
    assert hostile in of(client, statement)["text"]


def test_data_come_back_as_they_went_in() -> None:
    data = {"text": "</script>\u2028 & “ü” <b> \x01"}
    written = script(data)
    assert json.loads(BeautifulSoup(written, "html.parser").script.string) == data
    assert written.count("<") == 2


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_of_what_is_gone_no_word(client, state: str) -> None:
    statement = make_statement("secret words", review_state=state, review_reason="It was the narrator.")
    content = client.get(statement.get_absolute_url()).content.decode()
    assert "secret words" not in content and "ld+json" not in content and "og:description" not in content
