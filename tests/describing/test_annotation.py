"""Web Annotations: valid by the model, and their selectors lead to the words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from statements import curation
from statements.models import Statement
from statements.provenance import TextSelector, find_again
from tests.factories import ArticleFactory, UserFactory, country, make_statement

pytestmark = pytest.mark.django_db

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"https?://\S+")

# Of the model: what each class must have, and what its properties are made of.
CLASSES: dict[str, dict[str, object]] = {
    "Annotation": {
        "id": IRI, "target": list, "body": list, "motivation": {"describing"}, "created": MOMENT,
        "modified": MOMENT,
    },
    "TextualBody": {"value": str, "format": {"text/plain"}, "language": {"en"}, "purpose": {"describing"}},
    "SpecificResource": {"source": IRI, "purpose": {"linking", "identifying", "tagging"}},
    "Software": {"name": str},
    "TextPositionSelector": {"start": int, "end": int},
    "TextQuoteSelector": {"exact": str, "prefix": str, "suffix": str},
    "AnnotationCollection": {"id": IRI, "label": str, "total": int, "first": dict},
    "AnnotationPage": {"id": IRI, "startIndex": int, "items": list},
}  # fmt: skip
OPTIONAL = {"@context", "type", "generator"}


def faults(node: object, path: str = "") -> list[str]:
    """What in the data is not as the model has it."""
    if isinstance(node, list):
        return [fault for number, one in enumerate(node) for fault in faults(one, f"{path}[{number}]")]
    if not isinstance(node, dict):
        return []
    name = node.get("type")
    if name is None:  # a target: a source with its selectors
        wanted: dict[str, object] = {"source": IRI, "selector": list}
    elif name in CLASSES:
        wanted = CLASSES[name]
    else:
        return [f"{path}: no class {name}"]
    found = [f"{path}.{key} is strange" for key in node.keys() - wanted.keys() - OPTIONAL]
    found += [f"{path}.{key}" for key, form in wanted.items() if not fits(node.get(key), form)]
    return found + [fault for key, value in node.items() for fault in faults(value, f"{path}.{key}")]


def fits(value: object, form: object) -> bool:
    if isinstance(form, re.Pattern):
        return isinstance(value, str) and bool(form.fullmatch(value))
    return value in form if isinstance(form, set) else isinstance(value, form)  # type: ignore[arg-type]


def fetch(client, address: str) -> dict:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, MEDIA_TYPE)
    return answer.json()


def of(client, statement: Statement) -> dict:
    return fetch(client, reverse("statement-annotation", args=[statement.public_id]))


def test_the_selectors_of_every_part_lead_to_its_words(client) -> None:
    # Letters beyond the basic plane: one code point, two units of UTF-16.
    article = ArticleFactory(text="𝔄𝔅 spoke. “We want peace,” she said, “and now 🕊.” They left.")
    statement = make_statement(["We want peace,", "and now 🕊."], article=article, kind="direct", about=["TR"])
    data = of(client, statement)
    assert faults(data) == [] and data["@context"] == CONTEXT
    served = client.get(data["target"][0]["source"].removeprefix("http://testserver"))
    text = served.content.decode()
    found = []
    for target in data["target"]:
        position, quotation = target["selector"]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        selector = TextSelector(0, 0, quotation["exact"], quotation["prefix"], quotation["suffix"])
        assert find_again(text, selector) == (position["start"], position["end"])
        found.append(quotation["exact"])
    assert found == ["We want peace,", "and now 🕊."]


def test_the_body_tells_the_attribution(client) -> None:
    statement = make_statement(
        country=country("RU", "Russia"), about=[country("AM", "Armenia")], said=date(2020, 7, 16), act="warns"
    )
    words, page, speaker, about = of(client, statement)["body"]
    assert words["value"] == (
        "Anna Speaker for Russia about Armenia. Act: warns. Kind: indirect. "
        "Said: 2020-07-16. Review: not yet reviewed."
    )
    assert page["source"].endswith(statement.get_absolute_url())
    assert (speaker["purpose"], speaker["source"]) == (
        "identifying",
        "http://testserver/speakers/anna-speaker/",
    )
    assert (about["purpose"], about["source"]) == ("tagging", "http://testserver/countries/AM/")


def test_modified_is_when_a_curator_last_changed_it(client) -> None:
    statement = make_statement()
    assert of(client, statement)["modified"] == of(client, statement)["created"]
    type(statement.article).objects.update(ingested_at=datetime(2020, 1, 1, tzinfo=UTC))
    curation.correct(statement, {"act": "denies"}, who=UserFactory())
    data = of(client, statement)
    assert data["created"] == "2020-01-01T00:00:00Z" and data["modified"] > "2026"


def test_a_collection_holds_every_statement_of_the_article(client, django_assert_max_num_queries) -> None:
    text = "\n\n".join(f"She said that peace number {number} is near." for number in range(20))
    article = ArticleFactory(text=text)
    for number in range(20):
        make_statement(f"peace number {number}", article=article, about=["TR", "AM"])
    make_statement("She said", article=article, review_state="rejected")
    with django_assert_max_num_queries(8):
        data = fetch(client, f"{article.get_absolute_url()}annotations.jsonld")
    assert faults(data) == []
    items = data["first"]["items"]
    assert data["total"] == len(items) == 20
    assert [item["target"][0]["selector"][1]["exact"] for item in items] == [
        f"peace number {number}" for number in range(20)
    ]
    assert items[0] == {key: value for key, value in of(client, article.statements.get(start=text.index("peace"))).items() if key != "@context"}  # fmt: skip  # noqa: E501


def test_an_article_without_statements_has_an_empty_collection(client) -> None:
    data = fetch(client, f"{ArticleFactory().get_absolute_url()}annotations.jsonld")
    assert faults(data) == [] and data["total"] == 0


def test_the_pages_lead_there(client) -> None:
    statement = make_statement()
    for record, name in ((statement, "annotation"), (statement.article, "annotations")):
        address = f"{record.get_absolute_url()}{name}.jsonld"
        assert f"""<link rel="alternate" type='{MEDIA_TYPE}' href="{address}">""" in (
            client.get(record.get_absolute_url()).content.decode()
        )


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_a_statement_that_is_gone_is_gone_here_too(client, state: str) -> None:
    statement = make_statement("secret words", review_state=state, review_reason="It was the narrator.")
    answer = client.get(reverse("statement-annotation", args=[statement.public_id]))
    assert answer.status_code == 410 and "secret words" not in answer.content.decode()
