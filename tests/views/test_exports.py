"""Whatever is filtered on screen can be downloaded as it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from statements.exports import FORMATS
from statements.views import exports
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


def download(client: Client, ending: str, **filters: str):
    answer = client.get(reverse("statement-export", args=[ending]), filters)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, body.decode()


def test_download_holds_what_the_filters_leave(client: Client) -> None:
    make_statement("the first words", country="RU")
    make_statement("the second words", country="TR")
    answer, body = download(client, "jsonl", country="tr")
    assert [json.loads(line)["words"] for line in body.splitlines()] == [["the second words"]]
    assert answer["Content-Disposition"] == 'attachment; filename="chancery-statements.jsonl"'


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_answers_for_an_empty_archive(client: Client, ending: str) -> None:
    answer, _ = download(client, ending)
    assert (answer.status_code, answer["Content-Type"]) == (200, FORMATS[ending].media_type)


def test_filter_that_cannot_be_used_is_an_error_and_named(client: Client) -> None:
    make_statement("words")
    answer, body = download(client, "csv", **{"from": "yesterday"})
    assert answer.status_code == 400
    assert body.startswith("from: ")


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


def test_unknown_format_is_404(client: Client) -> None:
    answer, _ = download(client, "xlsx")
    assert answer.status_code == 404
