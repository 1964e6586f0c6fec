"""What a new curator's trial of the workbench brought to light, without script."""

from __future__ import annotations

import re

import pytest

from tests.factories import make_statement
from tests.review.test_desk import address, open_desk, press
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return make_client(make_user("curator"))


@pytest.fixture
def statement():
    return make_statement("talks would go on", speaker="Ivo Lund", source="Lund")


def test_a_note_that_is_refused_keeps_what_was_typed(client, statement) -> None:
    typed = {"wrong": "words of another article", "right": "the other day", "evidence": "a <b>treaty</b>"}
    response = press(client, statement, "error", **typed)
    assert response.status_code == 422
    page = response.content.decode()
    note = page[page.index("The article itself errs here") : page.index("Note it beside the text")]
    assert re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', note) == [
        ("wrong", "words of another article"),
        ("right", "the other day"),
        ("evidence", "a &lt;b&gt;treaty&lt;/b&gt;"),
    ]
    assert re.search(r"<details[^>]* open>\s*<summary>The article itself errs", page)
    assert open_desk(client, statement)["wrong"] == ""


def test_a_cut_that_is_refused_keeps_what_was_typed(client, statement) -> None:
    page = press(client, statement, "cut", second="words that stand nowhere").content.decode()
    assert re.search(r'<textarea[^>]* name="second"[^>]*>words that stand nowhere<', page)
    assert re.search(r"<details[^>]* open>\s*<summary>Cut in two", page)


def test_the_button_says_when_it_brings_a_statement_back(client, statement) -> None:
    press(client, statement, "reject", why="the narrator’s words")
    page = client.get(address(statement)).content.decode()
    assert "This statement is rejected: the narrator’s words" in page
    assert "Bring it back, next" in page
    assert "Accept, next" not in page
