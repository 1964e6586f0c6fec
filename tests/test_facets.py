from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict

from statements.facets import FACETS, Counted, count_list, list_chips, list_sorts
from statements.filters import StatementFilterSet
from statements.models import Statement
from statements.periods import Said, count_by_period
from statements.search import counting
from statements.versioning import one_state
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


def asked(query: str) -> StatementFilterSet:
    return StatementFilterSet(QueryDict(query), Statement.objects.listed())


def counted_list(query: str) -> Counted:
    return count_list(asked(query))


def facets(query: str) -> dict:
    return counted_list(query).facets


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
@pytest.mark.parametrize(
    "query", ["", "about=AM", "q=go", "kind=indirect&about=AM", "from=2020-08", "q=-stop"]
)
def test_a_count_is_what_its_value_alone_finds(archive, facet, query: str) -> None:
    """Of a facet with a choice already, following the link adds to what is chosen."""
    for choice in facets(query)[facet.parameter].choices:
        if not choice.selected:
            address = QueryDict(choice.address[1:], mutable=True)
            if facet.parameter in address and facet.parameter != "date":
                address.setlist(facet.parameter, [choice.value])
            followed = asked(address.urlencode())
            assert followed.errors_by_parameter() == []
            assert followed.qs.count() == choice.found, choice


@pytest.mark.parametrize(
    "query", ["", "q=stop", "country=RU", "country=RU&country=none&kind=direct", "from=2020-08"]
)
def test_the_total_is_the_length_of_the_list(archive, query: str) -> None:
    assert counted_list(query).total == asked(query).qs.count()


def test_everything_is_counted_in_few_queries(archive, django_assert_max_num_queries) -> None:
    """The version of the archive, its totals, the records asked for, all passes, and the names."""
    query = "q=stop&country=RU&about=TR&speaker=anna-speaker&act=states&kind=direct&from=2019&to=2021"
    with (
        one_state(),
        django_assert_max_num_queries(8),
    ):  # three of them for what is kept in memory from then on
        assert counted_list(query).total == 1
    with one_state(), django_assert_max_num_queries(4):
        assert counted_list(query.replace("stop", "go")).total == 0


def test_a_facet_is_counted_without_its_own_choice_and_with_all_others(archive) -> None:
    assert counts("kind=direct", "kind")["indirect: reported"] == 2
    assert counts("kind=direct", "country") == {"Country RU": 1, "Country TR": 1}


def test_a_chosen_value_is_marked_and_its_link_removes_it(archive) -> None:
    chosen = [
        choice for choice in facets("country=ru&country=TR&about=AM")["country"].choices if choice.selected
    ]
    assert [choice.value for choice in chosen] == ["RU", "TR"]
    assert parse_qs(chosen[0].address[1:]) == {"country": ["TR"], "about": ["AM"]}


def test_another_value_is_added(archive) -> None:
    (other,) = [choice for choice in facets("country=RU&about=AM")["country"].choices if choice.value == "TR"]
    assert parse_qs(other.address[1:]) == {"country": ["RU", "TR"], "about": ["AM"]}


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
    chips = list_chips(asked("q=stop&country=ru&country=none&date=known"))
    assert [(chip.parameter, chip.value) for chip in chips] == [
        ("q", "stop"),
        ("country", "Country RU"),
        ("country", "not known"),
        ("date", "known"),
    ]
    assert parse_qs(chips[1].address[1:]) == {"q": ["stop"], "country": ["none"], "date": ["known"]}


def test_without_its_words_a_list_has_no_best_match(archive) -> None:
    (words, *_others) = list_chips(asked("q=stop&within=quoted&sort=relevance&kind=direct"))
    assert parse_qs(words.address[1:]) == {"kind": ["direct"]}


def test_the_usual_order_needs_no_parameter() -> None:
    sorts = list_sorts(asked("q=stop&sort=oldest"))
    assert [choice.value for choice in sorts if choice.selected] == ["oldest"]
    assert sorts[0].address == "?q=stop"
    assert [choice.value for choice in list_sorts(asked(""))] == ["newest", "oldest", "added"]


def test_a_long_list_is_counted_in_its_newest_part(archive, monkeypatch) -> None:
    monkeypatch.setattr(counting, "MOST_COUNTED", 1)
    counted = counted_list("country=RU")
    assert counted.is_cut
    assert sum(choice.found for choice in counted.facets["kind"].choices) == 2
    assert not counted_list("country=RU&kind=direct").is_cut


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


def test_that_no_agency_is_named_is_a_choice(archive) -> None:
    assert counts("", "agency") == {"no agency named": 3}
    assert counts("agency=none&kind=direct", "agency") == {"no agency named": 1}
    [chip] = list_chips(asked("agency=none"))
    assert (chip.label, chip.value) == ("relayed by", "no agency named")


def test_the_review_has_a_chip_in_plain_words_and_a_message_for_what_is_no_such_state(archive) -> None:
    filterset = asked("review=machine&review=rejected")
    assert [chip.value for chip in list_chips(filterset)] == ["not yet reviewed"]
    [(parameter, message)] = filterset.errors_by_parameter()
    assert parameter == "review" and "machine, approved, corrected" in message


def test_what_a_facet_counts_for_every_other_choice_is_counted_once(archive, monkeypatch) -> None:
    lists: list[set[str]] = []

    def counting_each(asked_for, longest=0):
        lists.append(set(asked_for))
        return counting.count_each(asked_for, longest)

    monkeypatch.setattr("statements.facets.count_each", counting_each)
    first = counts("country=RU&about=AM", "country")
    assert counts("country=TR&about=AM", "country") == first
    assert lists == [{"", "country", "about"}, {"", "about"}]
    make_statement("again", speaker="Anna Speaker", country="RU", about=["AM"])
    assert counts("country=TR&about=AM", "country")["Country RU"] == first["Country RU"] + 1
