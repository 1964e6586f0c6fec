"""Dates in words. What is not known is said, never filled in."""

from __future__ import annotations

import calendar
from datetime import date

from django import template
from django.utils.html import format_html

register = template.Library()


# What stands where a date would; tags and not templates, for they stand in the middle of lines.
NOT_KNOWN = format_html('<span class="missing">{}</span>', "date not known")


@register.simple_tag
def when(statement, long: bool = False) -> str:
    """When a statement was said, or that it is not known."""
    return time_element(said(statement, long=long), said_machine(statement))


@register.simple_tag
def published(article) -> str:
    """When an article was published, or that it is not known."""
    day, precision = article.published, article.published_precision
    if day is None:
        return NOT_KNOWN
    words = {"day": day_words(day), "month": month_words(day), "year": str(day.year)}[precision]
    return time_element(words, day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]])


def time_element(words: str, machine: str) -> str:
    if not words:
        return NOT_KNOWN
    return format_html('<time datetime="{}">{}</time>', machine, words) if machine else words


def said(statement, *, long: bool = False) -> str:
    """The date that is known of a statement, as exactly as it is known; empty for none."""
    first, last, edtf = statement.said_earliest, statement.said_latest, statement.said_edtf
    if first is None:
        return ""
    if edtf.startswith(("..", "/")):
        return f"not after {day_words(last)}"
    if edtf.endswith(("..", "/")):
        return f"not before {day_words(first)}"
    words = stretch_words(first, last, long=long)
    if "~" in edtf or "%" in edtf:
        words = f"about {words}"
    return f"{words}, uncertain" if "?" in edtf or "%" in edtf else words


def said_machine(statement) -> str:
    """For ``<time datetime>``: a day, a month or a year; empty for any other stretch."""
    first, last = statement.said_earliest, statement.said_latest
    if first is None:
        return ""
    return {
        (first, first): first.isoformat(),
        whole_month(first): first.isoformat()[:7],
        whole_year(first): first.isoformat()[:4],
    }.get((first, last), "")


def stretch_words(first: date, last: date, *, long: bool) -> str:
    if first == last:
        return day_words(first, long=long)
    if (first, last) == whole_month(first):
        return month_words(first)
    if (first, last) == whole_year(first):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def day_words(day: date, *, long: bool = False) -> str:
    if long:
        return f"{day:%A} {day.day} {day:%B} {day.year}"
    return f"{day.day} {day:%b} {day.year}"


def month_words(day: date) -> str:
    return f"{day:%B} {day.year}"


def whole_month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def whole_year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)


@register.filter
def edtf_words(edtf: str) -> str:
    """An EDTF date of an office, in words where it is a plain day, month or year.

    >>> edtf_words("2004-03-09")
    '9 Mar 2004'
    """
    try:
        if len(edtf) == 10:
            return day_words(date.fromisoformat(edtf))
        if len(edtf) == 7:
            return month_words(date.fromisoformat(f"{edtf}-01"))
    except ValueError:
        pass
    return edtf
