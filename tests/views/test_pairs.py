from __future__ import annotations

import re
from datetime import date

import pytest

from statements.views import pairs
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


def words_on(response) -> list[str]:
    return [f.entry.statement.words for moment in response.context["moments"] for f in moment.facings]


def test_pages_go_on_where_another_ended_and_back(client, monkeypatch) -> None:
    monkeypatch.setattr(pairs, "ON_A_PAGE", 2)
    for number in range(3):
        make_statement(f"day {number}", country="TR", about=["AM"], said=date(2020, 7, 1 + number))
    article = ArticleFactory(text="undated one, undated two")
    make_statement("undated two", article=article, country="AM", about=["TR"])
    make_statement("undated one", article=article, country="AM", about=["TR"])
    path, seen, after = "/countries/TR/about/AM/", [], ""
    for _number in range(3):
        response = client.get(path, {"after": after} if after else {})
        seen.append(words_on(response))
        after = response.context["page"].last.public_id
    assert seen == [["day 0", "day 1"], ["day 2", "undated one"], ["undated two"]]
    assert not response.context["page"].has_after
    first = response.context["page"].rows[0].public_id
    back = client.get(path, {"before": first})
    assert words_on(back) == ["day 2", "undated one"]
    assert f"before={first}" in response.content.decode()


def test_a_day_opens_the_page_from_then_on(client) -> None:
    for month in (6, 7, 8):
        make_statement(f"month {month}", country="TR", about=["AM"], said=date(2020, month, 1))
    response = client.get("/countries/TR/about/AM/?from=2020-07")
    assert words_on(response) == ["month 7", "month 8"] and response.context["page"].has_before
    assert len(words_on(client.get("/countries/TR/about/AM/?from=nonsense&after=nobody"))) == 3
    assert "Nothing was said from then on" in client.get("/countries/TR/about/AM/?from=2021").content.decode()


def test_the_timeline_has_both_directions_and_every_number_opens_as_many(client) -> None:
    make_statement("one", country="TR", about=["AM"], said=date(2020, 7, 1))
    make_statement("two", country="AM", about=["TR"], said=date(2020, 8, 1))
    make_statement("three", country="AM", about=["TR"])
    response = client.get("/countries/TR/about/AM/")
    bars = [(bar.up.label, bar.up.found, bar.down.found) for bar in response.context["timeline"].all_bars]
    assert bars == [("July 2020", 1, 0), ("August 2020", 0, 1), ("Date not known", 0, 1)]
    page = response.content.decode()
    numbers = re.findall(r'<a href="(/statements/\?[^"]+)">(\d+)</a>', page)
    assert len(numbers) == 5
    for address, number in numbers:
        assert client.get(address.replace("&amp;", "&")).context["counted"].total == int(number)
