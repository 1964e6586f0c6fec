from __future__ import annotations

from datetime import date

import pytest

from tests.factories import ArticleFactory, add_speaker, country, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def countries() -> None:
    country("TR", "Turkey")
    country("AM", "Armenia")


def test_both_directions_stand_in_time_and_the_undated_last(client) -> None:
    article = ArticleFactory(text="first word, second word")
    make_statement("second word", article=article, country="AM", about=["TR"])
    make_statement("first word", article=article, country="TR", about=["AM"])
    make_statement("the answer", country="AM", about=["TR"], said=date(2020, 7, 17))
    make_statement("the claim", country="TR", about=["AM"], said=date(2020, 7, 16))
    make_statement("elsewhere", country="TR", about=["RU"])
    moments = client.get("/countries/TR/about/AM/").context["moments"]
    sides = [
        [(facing.entry.statement.words, facing.is_left) for facing in moment.facings] for moment in moments
    ]
    assert sides == [
        [("the claim", True)],
        [("the answer", False)],
        [("first word", True), ("second word", False)],
    ]


def test_a_joint_statement_about_both_stands_on_both_sides(client) -> None:
    joint = make_statement("we agree", country="TR", about=["TR", "AM"])
    add_speaker(joint, "Bela Other", country="AM")
    (moment,) = client.get("/countries/TR/about/AM/").context["moments"]
    assert [(f.is_left, f.is_right) for f in moment.facings] == [(True, True)]


def test_nobody_spoke(client) -> None:
    page = client.get("/countries/TR/about/AM/").content.decode()
    assert "Neither has spoken about the other" in page


def test_either_case_leads_to_the_canonical_address(client) -> None:
    assert client.get("/countries/tr/about/AM/")["Location"] == "/countries/TR/about/AM/"


def test_a_country_about_itself_is_a_plain_list(client) -> None:
    assert client.get("/countries/TR/about/TR/")["Location"] == "/statements/?country=TR&about=TR"
