"""The page of the data: every file is linked and answers, and every column is told."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from statements.exports import FORMATS, ROWS, columns_of
from statements.views.data_help import LISTS
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client) -> BeautifulSoup:
    make_statement("peace is near", country="TR", about=["AM"])
    answer = client.get(reverse("help-data"))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_every_list_is_there_with_a_file_of_each_format_that_answers(client, page) -> None:
    assert LISTS.keys() == ROWS.keys()
    files = [link["href"] for link in page.select("main a[download]")]
    assert len(files) == len(ROWS) * len(FORMATS)
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200 and b"".join(answer.streaming_content), file


def test_every_column_of_every_list_is_told(page) -> None:
    for name, kind in ROWS.items():
        rows = page.select_one(f"[aria-labelledby={name}] tbody").select("tr")
        told = {row.select_one("th").get_text(strip=True): row.select_one("td").get_text() for row in rows}
        assert told == columns_of(kind)
        assert page.select_one(f"main a[href='#{name}']").get_text().startswith(str(len(told)))


def test_the_example_is_a_file_that_can_be_had(client, page) -> None:
    example = page.select_one("pre code").get_text()
    assert example.startswith("http://testserver/statements.csv?")
    answer = client.get(example)
    assert answer.status_code == 200 and b"".join(answer.streaming_content).startswith(b"id,words,")


def test_every_page_leads_there(client, db) -> None:
    for address in ("/", "/countries/", "/wording/"):
        assert f'href="{reverse("help-data")}"' in client.get(address).content.decode()
