"""What was typed as values: a query, a period, a few known words; with the messages for what is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter, Filter

from statements.filters.parameters import Values
from statements.periods import Period, parse_period
from statements.search import Query, QueryError, parse_query


class QueryField(forms.CharField):
    """What was typed into the search box, as a Query."""

    def clean(self, value: str | None) -> Query | None:
        typed = str(value or "").strip()
        if not typed:
            return None
        try:
            query = parse_query(typed)
        except QueryError as error:
            raise forms.ValidationError(str(error)) from error
        if not query:
            raise forms.ValidationError(_("There is no letter and no digit to search for."))
        return query


class PeriodField(forms.CharField):
    def clean(self, value: str | None) -> Period | None:
        typed = str(value or "").strip()
        if not typed:
            return None
        try:
            return parse_period(typed)
        except ValueError as error:
            raise forms.ValidationError(no_date(typed)) from error


class ValuesField(forms.Field):
    """All values of a parameter, each once; the form says which of them it knows."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> Values:
        typed = [value] if isinstance(value, str) else value or []
        return list(dict.fromkeys(str(one).strip() for one in typed if str(one).strip()))


class KnownFilter(ChoiceFilter):
    """One of a few values; the message for any other names them all."""

    def __init__(self, *, choices: list[tuple[str, Any]], **options):
        super().__init__(choices=choices, error_messages={"invalid_choice": known_values(choices)}, **options)


class QueryFilter(Filter):
    field_class = QueryField


class PeriodFilter(Filter):
    field_class = PeriodField


class ValuesFilter(Filter):
    field_class = ValuesField


def known_values(choices: Iterable[tuple[str, Any]]) -> str:
    return format_lazy(
        gettext_lazy("The archive knows {values}."), values=", ".join(value for value, _label in choices)
    )  # type: ignore[return-value]


def no_date(typed: str) -> str:
    return _("“{typed}” is not a date. Write 2020, 2020-07 or 2020-07-14.").format(typed=shortened(typed))


def shortened(typed: str, length: int = 60) -> str:
    """Enough of what was typed to recognise it in a message."""
    return typed if len(typed) <= length else typed[: length - 1] + "…"
