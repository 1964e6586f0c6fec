from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from statements.templatetags.links import hidden_fields, page_link
from statements.templatetags.wording import (
    count,
    countries_about,
    countries_for,
    file_size,
    language_name,
    medium_name,
    place,
    places_of,
    record_source,
    short_name,
)


def test_counts_have_commas() -> None:
    assert (count(7), count(1234567)) == ("7", "1,234,567")


@pytest.mark.parametrize(("size", "words"), [(0, "0 bytes"), (1, "1 byte"), (2611, "2,611 bytes")])
def test_sizes(size: int, words: str) -> None:
    assert file_size(size) == words


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("text/plain", "plain text"),
        ("text/HTML; charset=utf-8", "web page"),
        ("application/pdf", "application/pdf"),
        ("", ""),
    ],
)
def test_kinds_of_files(media_type: str, words: str) -> None:
    assert medium_name(media_type) == words


def test_a_record_that_nobody_checked_says_so() -> None:
    assert record_source("unverified") == "not yet checked"
    assert record_source("some package 1.0") == "some package 1.0"


def test_a_language_that_nobody_knows_is_shown_as_it_is() -> None:
    assert (language_name("en"), language_name("HY"), language_name("x-none")) == (
        "English",
        "Armenian",
        "x-none",
    )


def test_a_long_name_of_an_organisation_is_its_letters() -> None:
    osce = SimpleNamespace(kind="organisation", name='Security & "Co-operation" in Europe', code="OSCE")
    assert short_name(osce) == ('<abbr title="Security &amp; &quot;Co-operation&quot; in Europe">OSCE</abbr>')
    assert short_name(SimpleNamespace(kind="state", name="Bosnia and Herzegovina", code="BA")) == (
        "<bdi>Bosnia and Herzegovina</bdi>"
    )


def test_countries_are_links_and_what_is_not_known_is_said() -> None:
    turkey = SimpleNamespace(
        kind="state", name="<Turkey>", code="TR", get_absolute_url=lambda: "/countries/TR/"
    )
    link = '<a href="/countries/TR/"><bdi>&lt;Turkey&gt;</bdi></a>'
    unknown = '<span class="missing">not known</span>'
    assert countries_for(SimpleNamespace(spoken_for=[turkey, None])) == f"{link}, {unknown}"
    assert countries_for(SimpleNamespace(spoken_for=[])) == unknown
    about = SimpleNamespace(all=lambda: [turkey, turkey]), SimpleNamespace(all=list)
    assert [countries_about(SimpleNamespace(about_countries=one)) for one in about] == [
        f"{link}, {link}",
        '<span class="missing">no country named</span>',
    ]


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([], ""),
        ([(0, 20)], "1 to 20"),
        ([(0, 20), (1234, 2345)], "1 to 20 and 1,235 to 2,345"),
        ([(0, 20), (30, 40), (51, 60)], "1 to 20, 31 to 40 and 52 to 60"),
    ],
)
def test_places_in_a_text_are_counted_from_one(spans: list[tuple[int, int]], words: str) -> None:
    parts = [SimpleNamespace(start=start, end=end) for start, end in spans]
    assert re.sub("<[^>]*>", "", places_of(parts)) == words


def test_where_a_date_stood() -> None:
    assert place("address") == "the article’s own address"
    assert place("somewhere") == "somewhere"


def test_page_links_keep_the_list() -> None:
    assert [page_link("?q=a", 3), page_link("?", 3), page_link("?q=a", 1)] == [
        "?q=a&page=3",
        "?page=3",
        "?q=a",
    ]


def test_forms_keep_the_other_parameters() -> None:
    asked = {"q": "peace", "from": "2020", "kind": ""}
    assert hidden_fields(asked, "from") == {"fields": [("q", "peace")]}
