"""Addresses of records. A long list has hundreds, and ``reverse`` takes longer than all else of a line."""

from __future__ import annotations

from functools import cache

from django.urls import get_script_prefix, get_urlconf, reverse

# Letters and digits, which every route takes that names one record.
ANY = "xx"


def address_of(route: str, key: str) -> str:
    """As ``reverse(route, args=[key])``, which is asked once for each route.

    >>> address_of("statement-detail", "abc")
    '/statements/abc/'
    """
    before, after = _around(route, get_urlconf(), get_script_prefix())
    return before + key + after


@cache
def _around(route: str, urlconf: str | None, prefix: str) -> tuple[str, str]:
    """What stands before and behind the key."""
    before, _, after = reverse(route, urlconf, args=[ANY]).rpartition(ANY)
    return before, after
