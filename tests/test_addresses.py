"""Addresses of records are those that the routes give."""

from __future__ import annotations

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix

from statements.addresses import address_of

ROUTES = ("statement-detail", "article-detail", "country-detail", "speaker-detail", "publisher-detail")


@pytest.mark.parametrize("route", ROUTES)
def test_as_the_route_itself(route: str) -> None:
    assert address_of(route, "ab12") == reverse(route, args=["ab12"])


def test_where_the_archive_is_not_at_the_root() -> None:
    before = get_script_prefix()
    try:
        set_script_prefix("/archive/")
        assert address_of("country-detail", "TR") == "/archive/countries/TR/"
    finally:
        set_script_prefix(before)
    assert address_of("country-detail", "TR") == "/countries/TR/"
