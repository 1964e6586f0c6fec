"""Counts and other small words."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language_info

register = template.Library()

LONGEST_IN_A_COLUMN = 16


@register.filter
def count(number: int) -> str:
    """With a comma in thousands.

    >>> count(12345)
    '12,345'
    """
    return f"{number:,}"


@register.simple_tag
def short_name(country) -> str:
    """The country's name where there is little room: long names of organisations as their letters."""
    if country.kind == "organisation" and len(country.name) > LONGEST_IN_A_COLUMN:
        return format_html('<abbr title="{}">{}</abbr>', country.name, country.code)
    return format_html("<bdi>{}</bdi>", country.name)


# Where a date or a name stood, in words a reader knows.
PLACES = {
    "json-ld": "the page’s own metadata",
    "meta": "the page’s own metadata",
    "time": "the date printed on the page",
    "dateline": "the article’s dateline",
    "address": "the article’s own address",
    "curator": "a curator",
}


@register.filter
def place(basis: str) -> str:
    return PLACES.get(basis, basis)


@register.filter
def record_source(source: str) -> str:
    """Where a record of a name is from; most were written down before anybody checked them."""
    return "not yet checked" if source == "unverified" else source


MEDIA = {"text/plain": "plain text", "text/html": "web page", "application/xhtml+xml": "web page"}


@register.filter
def medium_name(media_type: str) -> str:
    """The kind of file in plain words, or its media type.

    >>> medium_name("text/html; charset=utf-8"), medium_name("application/pdf")
    ('web page', 'application/pdf')
    """
    return MEDIA.get(media_type.partition(";")[0].strip().lower(), media_type)


@register.filter
def language_name(tag: str) -> str:
    """The English name of a language, or its tag where Django knows none."""
    try:
        return get_language_info(tag.lower())["name"]
    except KeyError:
        return tag


@register.filter
def file_size(size: int) -> str:
    """Bytes in words; thousands of them in kB.

    >>> file_size(2611)
    '2,611 bytes'
    """
    return f"{size:,} byte{'' if size == 1 else 's'}"
