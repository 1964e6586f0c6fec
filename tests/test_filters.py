from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from statements.filters import StatementFilterSet
from statements.models import Statement
from statements.models.list_row import keep_keys
from statements.periods import parse_period
from statements.versioning import one_state
from tests.factories import (
    CountryNameFactory,
    PublisherFactory,
    SpeakerFactory,
    VariantNameFactory,
    add_speaker,
    country,
    make_statement,
)

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
    paper = PublisherFactory(slug="the-paper", name="The Paper", names=["Daily Paper"])
    agency = PublisherFactory(slug="the-agency", name="The Agency", kind="agency")
    other.article.publisher = other.publisher = paper
    other.agency = agency
    other.save()
    keep_keys([other.pk])
    unknown = make_statement("nobody knows who said so", speaker=None, country=None)
    Statement.objects.filter(pk=unknown.pk).update(review_state="approved")


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
        ("from=2020&to=2020&date=any", {"we call for peace", "nobody knows who said so"}),
        ("from=2021&date=any", {"they broke the peace", "nobody knows who said so"}),
        ("date=any", {"we call for peace", "they broke the peace", "nobody knows who said so"}),
        ("country=RU&country=TR", {"we call for peace", "they broke the peace"}),
        ("country=RU&country=none", {"we call for peace", "nobody knows who said so"}),
        ("country=RU&country=TR&about=TR", {"we call for peace"}),
        ("kind=direct&kind=mixed", {"we call for peace"}),
        ("act=appeals&act=states", {"we call for peace", "they broke the peace", "nobody knows who said so"}),
        ("speaker=anna-speaker&speaker=bela-other", {"we call for peace", "they broke the peace"}),
        ("publisher=the-paper&publisher=the-paper", {"they broke the peace"}),
        ("agency=the-agency", {"they broke the peace"}),
        ("agency=none", {"we call for peace", "nobody knows who said so"}),
        ("agency=none&country=RU", {"we call for peace"}),
        ("agency=the-agency&agency=none&about=AM", {"we call for peace", "they broke the peace"}),
        ("review=machine", {"we call for peace", "they broke the peace"}),
        ("review=approved", {"nobody knows who said so"}),
        ("review=approved&review=machine&q=peace", {"we call for peace", "they broke the peace"}),
        ("review=corrected", set()),
        ("q=peace -broke", {"we call for peace"}),
        ("q=broke OR nobody", {"they broke the peace", "nobody knows who said so"}),
        ("q=peace -for:TR", {"we call for peace"}),
        ("q=peace -speaker:Speaker", {"they broke the peace"}),
        ("q=-via:%22The Agency%22", {"we call for peace", "nobody knows who said so"}),
        ("q=peace -before:2021", {"they broke the peace"}),
        ("q=peace -after:2020", {"we call for peace"}),
        ("q=peace&within=quoted", {"we call for peace"}),
        ("q=peace&within=reported", {"they broke the peace"}),
        ("within=quoted", {"we call for peace", "they broke the peace", "nobody knows who said so"}),
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
    keep_keys([statement.pk])
    assert found("from=2020-08&to=2020-08") == {"stop"}
    assert found("from=2020-10") == set()


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["new", "old", "undated"]),
        ("sort=newest", ["new", "old", "undated"]),
        ("sort=oldest", ["old", "new", "undated"]),
        ("sort=added", ["undated", "new", "old"]),
        ("q=words&sort=relevance", ["new", "old", "undated"]),
    ],
)
def test_undated_statements_come_last_in_either_direction(sort: str, order: list[str]) -> None:
    make_statement("words: old", said=date(2020, 1, 1))
    make_statement("words: new", said=date(2021, 1, 1))
    make_statement("words: undated")
    assert [statement.words.removeprefix("words: ") for statement in asked(sort).qs] == order


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
    assert {name for name, _ in filterset.errors_by_parameter()} == {parameter}
    assert parameter not in filterset.asked
    assert filterset.qs.count() == (2 if parameter == "from" and "to=" in query else 3) or "to=" in query


def test_of_several_values_only_the_unusable_are_left_out(archive) -> None:
    filterset = asked("country=RU&country=ZZ&kind=direct&kind=sung")
    assert [name for name, _ in filterset.errors_by_parameter()] == ["country", "kind"]
    assert "ZZ" in filterset.errors_by_parameter()[0][1]
    assert filterset.asked == {"country": ["RU"], "kind": ["direct"]}


def test_more_values_than_can_be_are_cut(archive) -> None:
    filterset = asked("&".join(f"country=C{number}" for number in range(200)))
    assert filterset.errors_by_parameter()[-1] == ("country", "More than 30 values: the rest is left out.")


def test_hundreds_of_names_are_no_more_than_the_database_takes(archive) -> None:
    filterset = asked("&".join(f"speaker=nobody {number}" for number in range(900)))
    assert filterset.errors_by_parameter()[-1] == ("speaker", "More than 30 values: the rest is left out.")
    assert filterset.qs.count() == 3
    assert asked(urlencode({"q": " ".join(f"speaker:n{number}" for number in range(190))})).qs.count() == 3


def test_a_speaker_may_be_given_by_name_in_any_spelling() -> None:
    statement = make_statement("stop", speaker="Mevlüt Çavuşoğlu")
    VariantNameFactory(speaker=statement.attributions.get().speaker, text="Чавушоглу")
    for typed in ("mevlut cavusoglu", "Чавушоглу"):
        filterset = asked(f"speaker={typed}")
        assert filterset.asked == {"speaker": ["mevlut-cavusoglu"]}
        assert filterset.is_spelled_otherwise
    assert not asked("speaker=mevlut-cavusoglu").is_spelled_otherwise


def test_a_part_of_one_name_is_enough() -> None:
    make_statement("stop", speaker="Sergey Lavrov")
    make_statement("go", speaker="Sergey Lavrovich")
    assert asked("speaker=lavrov").asked == {"speaker": ["sergey-lavrov"]}
    assert [name for name, _ in asked("speaker=lavr").errors_by_parameter()] == ["speaker"]


def test_a_speaker_merged_into_another_is_asked_for_as_the_other() -> None:
    winner = make_statement("stop", speaker="Anna Speaker").attributions.get().speaker
    SpeakerFactory(slug="ann", merged_into=winner)
    filterset = asked("speaker=ann")
    assert filterset.asked == {"speaker": ["anna-speaker"]}
    assert filterset.is_spelled_otherwise


def test_a_country_and_a_publisher_may_be_given_by_name(archive) -> None:
    CountryNameFactory(country=country("TR"), text="Türkiye")
    filterset = asked("about=turkiye&publisher=daily paper")
    assert filterset.asked == {"about": ["TR"], "publisher": ["the-paper"]}
    assert not asked("country=ru").is_spelled_otherwise


def test_a_name_that_two_speakers_have_chooses_neither_and_offers_both() -> None:
    for slug in ("one", "two"):
        speaker = make_statement(f"words of {slug}", speaker=slug).attributions.get().speaker
        VariantNameFactory(speaker=speaker, text="The Minister")
    filterset = asked("speaker=the minister")
    assert [name for name, _ in filterset.errors_by_parameter()] == ["speaker"]
    (meanings,) = filterset.meanings
    assert [(parameter, record.value) for parameter, record in meanings.choices] == [
        ("speaker", "one"),
        ("speaker", "two"),
    ]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("speaker:anna-speaker", {"speaker": ["anna-speaker"]}),
        ("speaker:Speaker peace", {"q": "peace", "speaker": ["anna-speaker"]}),
        ("for:TR for:ru", {"country": ["TR", "RU"]}),
        ("about:am peace", {"q": "peace", "about": ["AM"]}),
        ('via:"the agency"', {"agency": ["the-agency"]}),
        ('via:"the paper"', {"publisher": ["the-paper"]}),
        ("act:Appeals", {"act": ["appeals"]}),
        ("before:2021", {"to": "2020-12-31"}),
        ("after:2020-07-16", {"from": "2020-07-17"}),
        ("for:RU -for:TR peace", {"q": "-for:TR peace", "country": ["RU"]}),
        ("for:RU speaker:nobody", {"q": "speaker:nobody", "country": ["RU"]}),
    ],
)
def test_fields_of_the_search_box_become_parameters(archive, typed: str, address: dict) -> None:
    filterset = asked(urlencode({"q": typed}))
    assert filterset.asked == address
    assert filterset.is_spelled_otherwise
    again = asked(urlencode(filterset.asked, doseq=True))
    assert not again.is_spelled_otherwise
    assert set(again.qs) == set(filterset.qs)


def test_the_stricter_of_two_days_counts(archive) -> None:
    assert asked("q=after:2020&from=2019").asked == {"from": "2021-01-01"}
    assert asked("q=after:2018&from=2020").asked == {"from": "2020"}
    assert asked("q=before:2022&to=2020").asked == {"to": "2020"}


@pytest.mark.parametrize(
    "typed",
    [
        "speaker:nobody",
        "for:ZZ",
        "act:sings",
        "before:yesterday",
        "after:9999",
        "before:0001",
        "-for:ZZ",
        "via:none",
    ],
)
def test_a_field_that_nobody_knows_stays_in_the_box_and_is_named(archive, typed: str) -> None:
    filterset = asked(urlencode({"q": f"peace {typed}"}))
    assert [name for name, _ in filterset.errors_by_parameter()] == ["q"]
    assert filterset.asked == {"q": f"peace {typed}"}
    assert not filterset.is_spelled_otherwise
    assert filterset.qs.count() == 2


def test_days_that_leave_nothing_are_told_on_the_page_that_a_redirect_leads_to(archive) -> None:
    for typed in ("q=after:2020 before:2020", "from=2021-01-01&q=before:2020"):
        filterset = asked(typed)
        assert filterset.asked == {"q": "before:2020", "from": "2021-01-01"}
        message = "No day is before:2020 and within the other dates."
        assert filterset.errors_by_parameter() == [("q", message)]


def test_the_best_match_is_of_words(archive) -> None:
    assert [name for name, _ in asked("sort=relevance").errors_by_parameter()] == ["sort"]
    assert asked("q=peace&sort=relevance").errors_by_parameter() == []


def test_what_there_would_be_without_each_filter(archive, django_assert_num_queries) -> None:
    filterset = asked("q=peace&country=RU&kind=indirect")
    assert not filterset.qs.exists()
    with django_assert_num_queries(1):
        assert filterset.count_without_each() == {"q": 0, "country": 1, "kind": 1}


def test_all_chosen_records_are_looked_up_at_once(archive, django_assert_num_queries) -> None:
    """Countries and publishers are in memory, once they were asked for."""
    with one_state():
        assert asked("country=RU").errors_by_parameter() == []
    filterset = asked("country=RU&about=TR&speaker=anna-speaker&publisher=the-paper")
    with one_state(), django_assert_num_queries(2):  # the version of the archive, and the speaker
        assert filterset.errors_by_parameter() == []
    assert filterset.form.records["publisher", "the-paper"].name == "The Paper"


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
