from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from statements.filters import StatementFilterSet
from statements.models import Statement
from statements.periods import parse_period
from tests.factories import PublisherFactory, VariantNameFactory, add_speaker, make_statement

pytestmark = pytest.mark.django_db


def asked(query: str) -> StatementFilterSet:
    return StatementFilterSet(QueryDict(query), Statement.objects.listed())


def found(query: str) -> set[str]:
    filterset = asked(query)
    assert filterset.errors_by_parameter() == []
    return {statement.words for statement in filterset.qs}


@pytest.fixture
def archive() -> None:
    make_statement(
        "we call for peace",
        speaker="Anna Speaker",
        country="RU",
        about=["TR", "AM"],
        said=date(2020, 7, 16),
        kind="direct",
        act="appeals",
    )
    other = make_statement(
        "they broke the peace", speaker="Bela Other", country="TR", about=["AM"], said=date(2021, 1, 2)
    )
    other.article.publisher = other.publisher = PublisherFactory(slug="the-paper", name="The Paper")
    other.save()
    make_statement("nobody knows who said so", speaker=None, country=None)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", {"we call for peace", "they broke the peace", "nobody knows who said so"}),
        ("q=peace", {"we call for peace", "they broke the peace"}),
        ("q=PEACE they", {"they broke the peace"}),
        ('q="for peace"', {"we call for peace"}),
        ("country=RU", {"we call for peace"}),
        ("country=ru", {"we call for peace"}),
        ("country=none", {"nobody knows who said so"}),
        ("about=AM", {"we call for peace", "they broke the peace"}),
        ("about=am&country=tr", {"they broke the peace"}),
        ("about=none", {"nobody knows who said so"}),
        ("speaker=anna-speaker", {"we call for peace"}),
        ("speaker=none", {"nobody knows who said so"}),
        ("act=appeals", {"we call for peace"}),
        ("kind=direct", {"we call for peace"}),
        ("publisher=the-paper", {"they broke the peace"}),
        ("from=2020", {"we call for peace", "they broke the peace"}),
        ("from=2020-08", {"they broke the peace"}),
        ("to=2020", {"we call for peace"}),
        ("from=2020-07-16&to=2020-07-16", {"we call for peace"}),
        ("date=known", {"we call for peace", "they broke the peace"}),
        ("date=none", {"nobody knows who said so"}),
        ("page=7&unknown=1", {"we call for peace", "they broke the peace", "nobody knows who said so"}),
    ],
)
def test_each_parameter_narrows_the_list(archive, query: str, words: set[str]) -> None:
    assert found(query) == words


def test_a_joint_statement_is_found_by_each_of_its_countries() -> None:
    statement = make_statement("stop", speaker="Anna Speaker", country="RU")
    add_speaker(statement, "Bela Other", country="TR")
    assert found("country=RU") == found("country=TR") == {"stop"}


def test_a_statement_of_an_uncertain_day_is_found_in_all_the_days_it_may_be_of() -> None:
    statement = make_statement("stop", said=date(2020, 7, 1))
    Statement.objects.filter(pk=statement.pk).update(
        said_latest=date(2020, 9, 30), said_edtf="2020-07/2020-09"
    )
    assert found("from=2020-08&to=2020-08") == {"stop"}
    assert found("from=2020-10") == set()


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["new", "old", "undated"]),
        ("sort=newest", ["new", "old", "undated"]),
        ("sort=oldest", ["old", "new", "undated"]),
        ("sort=added", ["undated", "new", "old"]),
    ],
)
def test_undated_statements_come_last_in_either_direction(sort: str, order: list[str]) -> None:
    make_statement("old", said=date(2020, 1, 1))
    make_statement("new", said=date(2021, 1, 1))
    make_statement("undated")
    assert [statement.words for statement in asked(sort).qs] == order


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("country=ZZ", "country"),
        ("about=ZZ", "about"),
        ("speaker=nobody", "speaker"),
        ("publisher=no-paper", "publisher"),
        ("act=sings", "act"),
        ("kind=sung", "kind"),
        ("from=2020-13", "from"),
        ("from=yesterday", "from"),
        ("to=2020-02-30", "to"),
        ("from=2021&to=2020", "from"),
        ("date=maybe", "date"),
        ("sort=loudest", "sort"),
        ("q=%E2%80%A6!?", "q"),
        ("q=" + "a" * 3000, "q"),
        ("speaker=a%00b", "speaker"),
        ("country=" + "9" * 400, "country"),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_and_named(archive, query: str, parameter: str) -> None:
    filterset = asked(query)
    assert [name for name, _ in filterset.errors_by_parameter()] == [parameter]
    assert parameter not in filterset.asked
    assert filterset.qs.count() == (2 if parameter == "from" and "to=" in query else 3) or "to=" in query


def test_a_speaker_may_be_given_by_name_in_any_spelling() -> None:
    statement = make_statement("stop", speaker="Mevlüt Çavuşoğlu")
    VariantNameFactory(speaker=statement.attributions.get().speaker, text="Чавушоглу")
    for typed in ("mevlut cavusoglu", "Чавушоглу"):
        filterset = asked(f"speaker={typed}")
        assert filterset.asked == {"speaker": "mevlut-cavusoglu"}
        assert filterset.is_spelled_otherwise
    assert not asked("speaker=mevlut-cavusoglu").is_spelled_otherwise


def test_a_name_that_two_speakers_have_chooses_neither() -> None:
    for slug in ("one", "two"):
        speaker = make_statement(f"words of {slug}", speaker=slug).attributions.get().speaker
        VariantNameFactory(speaker=speaker, text="The Minister")
    assert [name for name, _ in asked("speaker=the minister").errors_by_parameter()] == ["speaker"]


def test_what_there_would_be_without_each_filter(archive, django_assert_num_queries) -> None:
    filterset = asked("q=peace&country=RU&kind=indirect")
    assert not filterset.qs.exists()
    with django_assert_num_queries(1):
        assert filterset.count_without_each() == {"q": 0, "country": 1, "kind": 1}


def test_all_chosen_records_are_looked_up_at_once(archive, django_assert_num_queries) -> None:
    filterset = asked("country=RU&about=TR&speaker=anna-speaker&publisher=the-paper")
    with django_assert_num_queries(1):
        assert filterset.errors_by_parameter() == []
    assert filterset.form.names["publisher"] == "The Paper"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-07-14", date(2020, 7, 14), date(2020, 7, 14)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_periods(typed: str, first: date, last: date) -> None:
    assert parse_period(typed) == (first, last)


@pytest.mark.parametrize("typed", ["0000", "20", "2020-00", "2020-1-32", "٢٠٢٠", "2020-07-14T00:00", "-2020"])
def test_what_is_no_period(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_period(typed)
