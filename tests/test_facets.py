from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict

from statements.facets import FACETS, count_facets, list_chips, list_sorts
from statements.filters import StatementFilterSet
from statements.models import Statement
from statements.periods import Said, count_by_period
from tests.factories import add_speaker, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    joint = make_statement(
        "stop",
        speaker="Anna Speaker",
        country="RU",
        about=["TR", "AM"],
        said=date(2020, 7, 16),
        kind="direct",
    )
    add_speaker(joint, "Bela Other", country="TR")
    make_statement("go on", speaker="Anna Speaker", country="RU", about=["AM"], said=date(2020, 8, 1))
    make_statement("who knows", speaker=None, country=None, act="denies")


def facets(query: str):
    return count_facets(StatementFilterSet(QueryDict(query), Statement.objects.listed()))


def counts(query: str, parameter: str) -> dict[str, int]:
    return {choice.label: choice.found for choice in facets(query)[parameter].choices}


def test_every_facet_counts_the_whole_list(archive) -> None:
    assert counts("", "country") == {"Country RU": 2, "Country TR": 1, "not known": 1}
    assert counts("", "about") == {"Country AM": 2, "Country TR": 1, "no country named": 1}
    assert counts("", "kind") == {"direct: quoted": 1, "indirect: reported": 2, "mixed: both": 0}
    assert counts("", "speaker") == {"Anna Speaker": 2, "Bela Other": 1, "not resolved": 1}
    assert counts("", "act") == {"states": 2, "denies": 1}
    assert counts("", "date") == {"August 2020": 1, "July 2020": 1, "date not known": 1}
    assert sum(counts("", "publisher").values()) == 3


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.parameter)
@pytest.mark.parametrize("query", ["", "about=AM", "kind=indirect&about=AM", "from=2020-08"])
def test_a_count_is_what_following_the_link_finds(archive, facet, query: str) -> None:
    for choice in facets(query)[facet.parameter].choices:
        if not choice.selected:
            followed = StatementFilterSet(QueryDict(choice.address[1:]), Statement.objects.listed())
            assert followed.errors_by_parameter() == []
            assert followed.qs.count() == choice.found, choice


def test_a_facet_is_counted_without_its_own_choice_and_with_all_others(archive) -> None:
    assert counts("kind=direct", "kind")["indirect: reported"] == 2
    assert counts("kind=direct", "country") == {"Country RU": 1, "Country TR": 1}


def test_a_chosen_value_is_marked_and_its_link_removes_it(archive) -> None:
    (chosen,) = [choice for choice in facets("country=ru&about=AM")["country"].choices if choice.selected]
    assert chosen.value == "RU"
    assert parse_qs(chosen.address[1:]) == {"about": ["AM"]}


def test_a_chosen_stretch_of_time_is_marked(archive) -> None:
    choices = facets("from=2020-07&to=2020-07")["date"].choices
    assert [choice.label for choice in choices if choice.selected] == ["July 2020"]


def test_links_keep_the_other_filters_and_drop_the_page_and_what_cannot_be_used(archive) -> None:
    for counted in facets("q=stop&page=3&nonsense=1&kind=sung").values():
        for choice in counted.choices:
            kept = parse_qs(choice.address[1:])
            assert kept["q"] == ["stop"]
            assert not kept.keys() & {"page", "nonsense"}
            assert kept.get("kind") != ["sung"]


def test_what_is_missing_stands_last(archive) -> None:
    for parameter in ("country", "about", "speaker", "date"):
        assert facets("")[parameter].choices[-1].is_missing


def test_a_chosen_value_is_shown_even_far_down_the_list() -> None:
    for number in range(12):
        make_statement(f"words {number}", country=f"C{number}")
    counted = facets("country=C9")["country"]
    assert "C9" in [choice.value for choice in counted.head]
    assert "C9" not in [choice.value for choice in counted.rest]
    assert len(counted.head) + len(counted.rest) == 12


def test_each_chip_removes_its_own_filter(archive) -> None:
    chips = list_chips(
        StatementFilterSet(QueryDict("q=stop&country=ru&date=known"), Statement.objects.listed())
    )
    assert [(chip.parameter, chip.value) for chip in chips] == [
        ("q", "stop"),
        ("country", "Country RU"),
        ("date", "known"),
    ]
    assert parse_qs(chips[1].address[1:]) == {"q": ["stop"], "date": ["known"]}


def test_the_usual_order_needs_no_parameter() -> None:
    sorts = list_sorts(StatementFilterSet(QueryDict("q=stop&sort=oldest"), Statement.objects.listed()))
    assert [choice.value for choice in sorts if choice.selected] == ["oldest"]
    assert sorts[0].address == "?q=stop"


def said(first: date, last: date | None = None) -> Said:
    return Said(first, last or first, 1)


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (date(2020, 3, 1), ["January 2020", "February 2020", "March 2020"]),
        (date(2022, 3, 1), ["2020", "2021", "2022"]),
        (date(2055, 3, 1), ["2020–2029", "2030–2039", "2040–2049", "2050–2059"]),
    ],
)
def test_stretches_grow_with_the_time_between(last: date, labels: list[str]) -> None:
    buckets = count_by_period([said(date(2020, 1, 31)), said(last)], most=12)
    assert [bucket.label for bucket in buckets] == labels


def test_an_uncertain_day_counts_in_every_stretch_it_may_be_of() -> None:
    buckets = count_by_period([said(date(2020, 1, 15), date(2020, 3, 2))], most=12)
    assert [bucket.found for bucket in buckets] == [1, 1, 1]


def test_an_open_range_does_not_stretch_the_axis() -> None:
    rows = [said(date(2020, 7, 1)), said(date(1, 1, 1), date(2020, 8, 1))]
    assert [bucket.label for bucket in count_by_period(rows, most=12)] == ["July 2020", "August 2020"]


def test_the_ends_of_the_calendar() -> None:
    buckets = count_by_period([said(date(1, 1, 2)), said(date(9999, 12, 30))], most=12)
    assert buckets[0].period.first == date(1, 1, 1)
    assert buckets[-1].period.last == date(9999, 12, 31)
