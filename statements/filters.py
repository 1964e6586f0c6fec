"""The filters of the statement list: one set for pages, facets, and whatever else lists statements.

Forgiving: a value that cannot be used is left out and a message says which
parameter it was, so a mistyped address still answers.
"""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.db import models
from django.db.models import CharField, Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast
from django_filters import ChoiceFilter, Filter, FilterSet

from statements.folding import fold
from statements.models.authority import Country, Publisher, Speaker, VariantName
from statements.models.statement import Attribution, Statement, StatementQuerySet
from statements.periods import Period, parse_period
from statements.search import Query, QueryError, parse_query

# What an address says for "the article does not state it".
NOT_STATED = "none"

SORTS = [
    ("newest", "day said, newest first"),
    ("oldest", "day said, oldest first"),
    ("added", "newest in the archive"),
]

# --- fields --------------------------------------------------------------------


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
            raise forms.ValidationError("There is no letter and no digit to search for.")
        return query


class PeriodField(forms.CharField):
    def clean(self, value: str | None) -> Period | None:
        typed = str(value or "").strip()
        if not typed:
            return None
        try:
            return parse_period(typed)
        except ValueError as error:
            message = f"“{shortened(typed)}” is not a date. Write 2020, 2020-07 or 2020-07-14."
            raise forms.ValidationError(message) from error


class CodeField(forms.CharField):
    """A country's code, in either case, or "none"."""

    def clean(self, value: str | None) -> str:
        typed = super().clean(value)
        return typed if typed == NOT_STATED else typed.upper()


class KnownFilter(ChoiceFilter):
    """One of a few values; the message for any other names them all."""

    def __init__(self, *, choices: list[tuple[str, str]], **options):
        known = ", ".join(value for value, _ in choices)
        super().__init__(
            choices=choices, error_messages={"invalid_choice": f"The archive knows {known}."}, **options
        )


class QueryFilter(Filter):
    field_class = QueryField


class PeriodFilter(Filter):
    field_class = PeriodField


class CodeFilter(Filter):
    field_class = CodeField


class SlugFilter(Filter):
    field_class = forms.CharField


def shortened(typed: str, length: int = 60) -> str:
    """Enough of what was typed to recognise it in a message."""
    return typed if len(typed) <= length else typed[: length - 1] + "…"


# --- the form: which values are known ---------------------------------------------


class StatementFilterForm(forms.Form):
    """Looks up all chosen records at once; their ``names`` serve messages and chips."""

    records = (
        ("country", Country, "code", "name"),
        ("about", Country, "code", "name"),
        ("speaker", Speaker, "slug", "preferred_name"),
        ("publisher", Publisher, "slug", "name"),
    )

    def clean(self) -> dict:
        cleaned = super().clean() or self.cleaned_data
        self.names = self.find_names()
        for parameter, *_ in self.records:
            if cleaned.get(parameter) and parameter not in self.names:
                self.refuse_unknown(parameter)
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and first.first > last.last:
            self.add_error("from", "The first day is later than the last one of “to”.")
        return cleaned

    def find_names(self) -> dict[str, str]:
        """Parameter → name of its record, in one query for all of them."""
        names = {p: "not stated" for p, *_ in self.records if self.cleaned_data.get(p) == NOT_STATED}
        lookups = [
            current(model)
            .filter(**{key: self.cleaned_data[parameter]})
            .order_by()
            .annotate(
                parameter=Value(parameter, CharField()),
                shown=Cast(name, CharField()),
            )
            .values_list("parameter", "shown")
            for parameter, model, key, name in self.records
            if self.cleaned_data.get(parameter) and parameter not in names
        ]
        if lookups:
            names |= dict(lookups[0].union(*lookups[1:], all=True))
        return names

    def refuse_unknown(self, parameter: str) -> None:
        typed = self.cleaned_data[parameter]
        if parameter == "speaker" and (slug := speaker_named(typed)):
            self.cleaned_data["speaker"] = slug
            return
        what = "country" if parameter == "about" else parameter
        self.add_error(parameter, f"This archive knows no {what} “{shortened(typed)}”.")


def current(model: type[models.Model]) -> models.QuerySet:
    """The records of a model; of speakers those that are not merged into another."""
    return Speaker.objects.current() if model is Speaker else model._default_manager.all()


def speaker_named(typed: str) -> str | None:
    """The slug of the one speaker who has this name, or had this slug before a merge; or None."""
    name = fold(typed)
    called = Q(folded=name) | Exists(VariantName.objects.filter(speaker=OuterRef("pk"), folded=name))
    merged = Exists(Speaker.objects.filter(merged_into=OuterRef("pk"), slug=typed))
    slugs = list(Speaker.objects.current().filter(called | merged).values_list("slug", flat=True)[:2])
    return slugs[0] if len(slugs) == 1 else None


# --- the set -----------------------------------------------------------------------


class StatementFilterSet(FilterSet):
    """``?q=&country=&about=&speaker=&act=&kind=&publisher=&from=&to=&date=&sort=``"""

    q = QueryFilter(method="search_words", label="words")
    country = CodeFilter(method="speaking_for", max_length=16, label="speaking for")
    about = CodeFilter(method="about_country", max_length=16, label="about")
    speaker = SlugFilter(method="by_speaker", max_length=200, label="speaker")
    act = KnownFilter(choices=Statement.Act.choices, label="act")
    kind = KnownFilter(choices=Statement.Kind.choices, label="kind")
    publisher = SlugFilter(method="published_by", max_length=120, label="published by")
    from_ = PeriodFilter(method="said_from", label="from")
    to = PeriodFilter(method="said_to", label="to")
    date = KnownFilter(
        choices=[("known", "known"), (NOT_STATED, "not known")], method="by_date_known", label="date"
    )
    sort = KnownFilter(choices=SORTS, method="sorted_by", label="sort")

    class Meta:
        form = StatementFilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """``from`` is a word of Python's, so it is declared as ``from_``."""
        return {name.rstrip("_"): one for name, one in super().get_filters().items()}

    # What each parameter asks of the list.

    def search_words(self, rows: StatementQuerySet, name: str, query: Query) -> StatementQuerySet:
        return rows.search(query)

    def speaking_for(self, rows: StatementQuerySet, name: str, code: str) -> StatementQuerySet:
        return without_country(rows) if code == NOT_STATED else rows.speaking_for([code])

    def about_country(self, rows: StatementQuerySet, name: str, code: str) -> StatementQuerySet:
        return without_subject(rows) if code == NOT_STATED else rows.about(code)

    def by_speaker(self, rows: StatementQuerySet, name: str, slug: str) -> StatementQuerySet:
        return rows.unresolved() if slug == NOT_STATED else rows.by_speaker(slug)

    def published_by(self, rows: StatementQuerySet, name: str, slug: str) -> StatementQuerySet:
        if slug == NOT_STATED:
            return rows.filter(publisher__isnull=True)
        return rows.filter(publisher__slug=slug)

    def said_from(self, rows: StatementQuerySet, name: str, period: Period) -> StatementQuerySet:
        return rows.said_between(period.first, None)

    def said_to(self, rows: StatementQuerySet, name: str, period: Period) -> StatementQuerySet:
        return rows.said_between(None, period.last)

    def by_date_known(self, rows: StatementQuerySet, name: str, choice: str) -> StatementQuerySet:
        return rows.dated() if choice == "known" else rows.undated()

    def sorted_by(self, rows: StatementQuerySet, name: str, choice: str) -> StatementQuerySet:
        if choice == "added":
            return rows.order_by("-id")
        return rows.oldest_first() if choice == "oldest" else rows.newest_first()

    # What pages ask of the set.

    @property
    def cleaned(self) -> dict[str, object]:
        """The usable parameters and their values; looked up once."""
        if not self.form.is_bound:
            return {}
        _ = self.form.errors  # the form cleans itself when it is asked for errors
        return self.form.cleaned_data

    @property
    def query(self) -> Query | None:
        """What to mark in the words."""
        found = self.cleaned.get("q")
        return found if isinstance(found, Query) else None

    @property
    def chosen(self) -> dict[str, object]:
        """The parameters that narrow the list, with their cleaned values."""
        return {
            parameter: value
            for parameter, value in self.cleaned.items()
            if value not in (None, "") and parameter != "sort"
        }

    @property
    def asked(self) -> dict[str, str]:
        """The usable parameters as an address gives them: the base of every link to a list."""
        return {
            parameter: value if isinstance(value, str) else self.data[parameter].strip()
            for parameter, value in self.cleaned.items()
            if value not in (None, "")
        }

    @property
    def is_spelled_otherwise(self) -> bool:
        """A speaker was asked for by name; ``asked`` has the slug."""
        return self.cleaned.get("speaker", "") != self.data.get("speaker", "").strip() and bool(
            self.cleaned.get("speaker")
        )

    def without(self, parameters: Iterable[str]) -> StatementQuerySet:
        """The statements that the other parameters find, in no order."""
        left_out = set(parameters)
        rows = self.queryset.all()
        for parameter, value in self.chosen.items():
            if parameter not in left_out:
                rows = self.filters[parameter].filter(rows, value)
        return rows.order_by()

    def count_without_each(self) -> dict[str, int]:
        """For each chosen parameter: how many statements there would be without it, in one query."""
        counts = [
            self.without([parameter])
            .values(parameter=Value(parameter, CharField()))
            .annotate(found=Count("pk"))
            .values_list("parameter", "found")
            for parameter in self.chosen
        ]
        return dict(counts[0].union(*counts[1:], all=True)) if counts else {}

    def errors_by_parameter(self) -> list[tuple[str, str]]:
        """What was left out, and why."""
        return [(name, " ".join(map(str, messages))) for name, messages in self.form.errors.items()]


def without_country(rows: StatementQuerySet) -> StatementQuerySet:
    """On whose behalf is not known, of one speaker at least."""
    attributed = Attribution.objects.filter(statement=OuterRef("pk"))
    return rows.filter(~Exists(attributed) | Exists(attributed.filter(country__isnull=True)))


def without_subject(rows: StatementQuerySet) -> StatementQuerySet:
    """The words name no country."""
    return rows.filter(~Exists(Statement.about_countries.through.objects.filter(statement=OuterRef("pk"))))
