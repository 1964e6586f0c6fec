"""Addresses: whose they are, and the day in their path."""

from __future__ import annotations

from datetime import date

import pytest

from statements.cleaning.addresses import date_in, host_of, labelled_address, own_address, publisher_of

OWN = "https://example.org/2020/10/01/a"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (OWN, ("", OWN)),
        (f"Source: {OWN}", ("Source:", OWN)),
        (f"Original url: {OWN}.", ("Original url:", OWN)),
        (f"Related article: {OWN}", ("Related article:", OWN)),
        (f"See {OWN} for more.", ("", "")),
        (f"The ministry gave no reason on its page {OWN}", ("", "")),
        ("https://nowhere", ("", "")),
        ("https://[broken", ("", "")),
    ],
)
def test_lines_that_are_an_address(line: str, found: tuple[str, str]) -> None:
    assert labelled_address(line) == found


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["Original url:", OWN], OWN),
        (["Original url: " + OWN], OWN),
        (["Source: " + OWN, "https://example.org/other"], OWN),
        (["SOURCE", OWN], OWN),
        ([OWN], ""),
        (["Source: www.example.org/a"], ""),
        (["Related article: " + OWN], ""),
        (["Read more:", OWN], ""),
        (["Source: TASS", "He said so.", OWN], ""),
    ],
)
def test_own_address_is_the_one_a_label_calls_so(lines: list[str], address: str) -> None:
    assert own_address(lines) == address


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2020/10/01/russia-ready-a71625", date(2020, 10, 1)),
        ("https://example.org/news/2020-10-01-russia-ready", date(2020, 10, 1)),
        ("https://example.org/world/2020/oct/01/russia-ready", date(2020, 10, 1)),
        ("https://example.org/2020/10/1", date(2020, 10, 1)),
        ("https://example.org/en/20201001-russia-ready", date(2020, 10, 1)),
        ("https://example.org/20201001/russia-ready", date(2020, 10, 1)),
        ("https://example.org/20201399-russia-ready", None),
        ("https://example.org/120201001-russia-ready", None),
        ("https://example.org/2020/10/", None),
        ("https://example.org/2020/13/01/a", None),
        ("https://example.org/a?date=2020-10-01", None),
        ("https://example.org/2020/10/01/on-2019-05-06", None),
        ("https://example.org/120200/10/01", None),
        ("https://example.org/2020/10/01234", None),
        ("https://[broken/2020/10/01/", None),
        ("", None),
    ],
)
def test_day_in_the_path(address: str, day: date | None) -> None:
    found = date_in(address)
    assert (found.value if found else None) == day
    assert found is None or found.basis == "address"


def test_publisher_through_a_subdomain() -> None:
    by_domain = {"azatutyun.am": "RFE/RL", "gov.uk": "HMG"}
    assert publisher_of("https://www.azatutyun.am/a/1.html", by_domain) == "RFE/RL"
    assert publisher_of("https://old.news.azatutyun.am/a", by_domain) == "RFE/RL"
    assert publisher_of("https://notazatutyun.am/a", by_domain) == ""
    assert publisher_of("", by_domain) == ""


def test_host_of_broken_addresses_is_empty() -> None:
    assert [host_of(text) for text in ("https://[x", "nonsense", "")] == ["", "", ""]
