"""The help of searching: every example on it is run, and finds and leaves out what it says."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from statements.models import Statement
from statements.search import parse_query
from statements.search.query import FIELDS
from statements.views.search_help import OPERATORS
from tests.commands.test_ingest import ingest
from tests.conftest import SEEDS

EXAMPLES = [example for operator in OPERATORS for example in operator.examples]


def test_every_part_of_the_language_has_an_example() -> None:
    queries = [parse_query(example.typed) for example in EXAMPLES]
    options = [option for query in queries for option in query.options]
    assert {field.name for query in queries for field in query.fields} == set(FIELDS)
    assert {True, False} == {field.excluded for query in queries for field in query.fields}
    assert any(len(option.words) > 1 for option in options)
    assert any(option.prefix for option in options)
    assert any(len(term.options) > 1 for query in queries for term in query.terms)
    assert any(len(term.words) > 1 for query in queries for term in query.excluded)


@pytest.mark.django_db
@pytest.mark.usefixtures("originals")
def test_examples_find_and_leave_out_what_they_say(client) -> None:
    ingest(SEEDS)
    beginnings = [statement.words for statement in Statement.objects.listed().prefetch_related("parts")]
    for example in EXAMPLES:
        assert any(words.startswith(example.leaves_out) for words in beginnings), example
        answer = client.get(example.address, follow=True)
        found = [entry.statement.words for entry in answer.context["entries"]]
        assert any(words.startswith(example.finds) for words in found), (example, found)
        assert not any(words.startswith(example.leaves_out) for words in found), (example, found)
        assert not answer.context["errors"], example


def test_the_page_links_every_example(client, db) -> None:
    page = client.get(reverse("help-searching"))
    assert page.status_code == 200
    shown = page.content.decode()
    for example in EXAMPLES:
        assert f'href="{example.address}"'.replace("&", "&amp;") in shown


def test_every_page_links_the_help_beside_its_search_box(client, db) -> None:
    for address in ("/countries/", "/wording/"):
        assert f'href="{reverse("help-searching")}"' in client.get(address).content.decode()


def test_names_of_fields_are_set_as_they_are_typed(client, db) -> None:
    prose = "".join(re.findall(r"<p>(.*?)</p>", client.get(reverse("help-searching")).content.decode(), re.S))
    for name in FIELDS:
        assert f"<code>{name}:</code>" in prose
