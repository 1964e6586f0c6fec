"""Dates in words. What is not known is said, never filled in."""

from __future__ import annotations

import calendar
from datetime import date

from django import template
from django.utils.dateformat import format as in_words
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

register = template.Library()


# Tags and not templates, for they stand in the middle of lines.
def not_known() -> SafeString:
    """What stands where a date would."""
    return format_html('<span class="missing">{}</span>', gettext("date not known"))


@register.simple_tag
def when(statement, long: bool = False) -> str:
    """When a statement was said, or that it is not known."""
    return time_element(said(statement, long=long), said_machine(statement))


@register.simple_tag
def published(article) -> str:
    """When an article was published, or that it is not known."""
    day, precision = article.published, article.published_precision
    if day is None:
        return not_known()
    words = {"day": day_words(day), "month": month_words(day), "year": str(day.year)}[precision]
    return time_element(words, day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]])


def time_element(words: str, machine: str) -> str:
    if not words:
        return not_known()
    return format_html('<time datetime="{}">{}</time>', machine, words) if machine else words


def said(statement, *, long: bool = False) -> str:
    """The date that is known of a statement, as exactly as it is known; empty for none."""
    first, last, edtf = statement.said_earliest, statement.said_latest, statement.said_edtf
    if first is None:
        return ""
    if edtf.startswith(("..", "/")):
        return gettext("not after %(day)s") % {"day": day_words(last)}
    if edtf.endswith(("..", "/")):
        return gettext("not before %(day)s") % {"day": day_words(first)}
    words = stretch_words(first, last, long=long)
    if "~" in edtf or "%" in edtf:
        words = pgettext("nearly that day", "about %(date)s") % {"date": words}
    is_uncertain = "?" in edtf or "%" in edtf
    return gettext("%(date)s, uncertain") % {"date": words} if is_uncertain else words


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
        # Translators: from a day to a later one of the same month, "13–19 Jul 2020"
        return gettext("%(day)s–%(date)s") % {"day": first.day, "date": day_words(last)}
    return gettext("%(first)s to %(last)s") % {"first": day_words(first), "last": day_words(last)}


def day_words(day: date, *, long: bool = False) -> str:
    # Translators: how days are written, in the letters of Django's "date" filter
    return in_words(day, gettext("l j F Y") if long else gettext("j M Y"))


def month_words(day: date) -> str:
    return in_words(day, gettext("F Y"))


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
