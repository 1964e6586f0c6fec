"""The set: what is asked of the archive, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.db.models import CharField, Count, Q, Value
from django.utils.translation import gettext_lazy
from django_filters import Filter, FilterSet

from statements.filters.fields import KnownFilter, PeriodFilter, QueryFilter, ValuesFilter
from statements.filters.form import StatementFilterForm
from statements.filters.parameters import KEYS, NOT_STATED, SHOWING, SORTS, Values
from statements.filters.resolving import Meanings
from statements.filters.said import Days, dated_as, day_of, days_of, said_conditions, said_otherwise
from statements.models.statement import StatementQuerySet
from statements.named_records import Found
from statements.periods import Period, parse_if_period
from statements.search import Condition, Query, any_of, in_words, matching_all, none_of


class StatementFilterSet(FilterSet):
    """``?q=&within=&country=&about=&speaker=&act=&kind=&publisher=&agency=&review=&from=&to=&date=&sort=``"""

    q = QueryFilter(label=gettext_lazy("words"))
    within = KnownFilter(
        choices=[
            ("quoted", gettext_lazy("quoted words only")),
            ("reported", gettext_lazy("reported words only")),
        ],
        label=gettext_lazy("search in"),
    )
    country = ValuesFilter(label=gettext_lazy("speaking for"))
    about = ValuesFilter(label=gettext_lazy("about"))
    speaker = ValuesFilter(label=gettext_lazy("speaker"))
    act = ValuesFilter(label=gettext_lazy("act"))
    kind = ValuesFilter(label=gettext_lazy("kind"))
    publisher = ValuesFilter(label=gettext_lazy("published by"))
    agency = ValuesFilter(label=gettext_lazy("relayed by"))
    review = ValuesFilter(label=gettext_lazy("review"))
    from_ = PeriodFilter(label=gettext_lazy("from"))
    to = PeriodFilter(label=gettext_lazy("to"))
    date = KnownFilter(
        choices=[
            ("known", gettext_lazy("known")),
            (NOT_STATED, gettext_lazy("not known")),
            ("any", gettext_lazy("not known as well")),
        ],
        label=gettext_lazy("date"),
    )
    sort = KnownFilter(choices=SORTS, label=gettext_lazy("sort"))
    view = KnownFilter(
        choices=[
            ("who", gettext_lazy("who says it most")),
            ("share", gettext_lazy("who says it most, as a share")),
        ],
        label=gettext_lazy("view"),
    )

    class Meta:
        form = StatementFilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """``from`` is a word of Python's, so it is declared as ``from_``."""
        return {name.rstrip("_"): one for name, one in super().get_filters().items()}

    # What is asked of the list.

    def filter_queryset(self, queryset: StatementQuerySet) -> StatementQuerySet:
        """The whole list in its order. The best match is worked out for a page alone: else newest first."""
        rows = self.narrow(queryset, self.cleaned)
        sort = self.cleaned.get("sort")
        if sort == "added":
            return rows.order_by("-id")
        return rows.oldest_first() if sort == "oldest" else rows.newest_first()

    def narrow(self, rows: StatementQuerySet, asked: Mapping[str, Any]) -> StatementQuerySet:
        said = said_conditions(*days_of(asked), asked.get("date"))
        return matching_all(dated_as(rows, asked), self.conditions(asked) + said)

    def conditions(self, asked: Mapping[str, Any]) -> list[Condition]:
        """What these parameters ask of a row, the days that it was said on apart."""
        found = []
        if query := asked.get("q"):
            found = [in_words(query, asked.get("within") or "")]
            box = self.form.box
            found += [none_of(box.excluded_keys)] if box.excluded_keys else []
            found += [Condition(said_otherwise(field)) for field in box.excluded_dates]
        for parameter in KEYS:
            if values := asked.get(parameter):
                found.append(self.holds(parameter, values))
        if states := asked.get("review"):
            found.append(Condition(Q(review_state__in=states)))
        return found

    def holds(self, parameter: str, values: Values) -> Condition:
        """One of the values; that no agency is named, no key of a row says."""
        is_unnamed = parameter == "agency" and NOT_STATED in values
        known = [value for value in values if not (is_unnamed and value == NOT_STATED)]
        held = any_of(self.form.resolved.key_of(parameter, value) for value in known)
        return Condition(Q(agency__isnull=True) | held.row) if is_unnamed else held

    @property
    def page_conditions(self) -> list[Condition]:
        """What a page of the list asks, its days given apart."""
        if self.cleaned.get("date") == "any":
            return self.conditions(self.cleaned) + said_conditions(*self.days, "any")
        return self.conditions(self.cleaned)

    @property
    def page_rows(self) -> StatementQuerySet:
        return dated_as(self.queryset.all(), self.cleaned)

    @property
    def days(self) -> Days:
        return days_of(self.cleaned)

    # What pages ask of the set.

    @property
    def cleaned(self) -> dict[str, Any]:
        """The usable parameters and their values; looked up once."""
        if not self.form.is_bound:
            return {}
        self.form.is_valid()  # the form cleans itself when it is asked
        return self.form.cleaned_data

    @property
    def query(self) -> Query | None:
        """What to mark in the words."""
        return self.cleaned.get("q")

    @property
    def chosen(self) -> dict[str, Any]:
        """The parameters that narrow the list, with their cleaned values."""
        left_out = {*SHOWING, *(() if self.query and self.query.terms else ("within",))}
        if self.cleaned.get("date") == "any":
            left_out.add("date")
        return {
            parameter: value
            for parameter, value in self.cleaned.items()
            if value not in (None, "", []) and parameter not in left_out
        }

    @cached_property
    def asked(self) -> dict[str, str | Values]:
        """The usable parameters as an address gives them: the base of every link to a list."""
        return {
            parameter: self.as_asked(parameter, value)
            for parameter, value in self.cleaned.items()
            if value not in (None, "", [])
        }

    def as_asked(self, parameter: str, value: Any) -> str | Values:
        if parameter == "q":
            return self.form.text or self.data["q"].strip()
        if isinstance(value, Period):
            typed = (self.data.get(parameter) or "").strip()
            return typed if typed and parse_if_period(typed) == value else day_of(parameter, value)
        return value

    @property
    def is_spelled_otherwise(self) -> bool:
        """A record was asked for by its name, or in the search box; ``asked`` has it as addresses do."""
        return bool(self.cleaned) and self.form.resolved.is_spelled_otherwise

    @property
    def meanings(self) -> list[Meanings]:
        return self.form.resolved.meanings if self.cleaned else []

    @property
    def found(self) -> Found:
        """All records that the request names."""
        return self.form.resolved.found if self.cleaned else Found()

    @property
    def as_typed(self) -> dict[str, str | Values]:
        """As ``asked``, and with what could not be used, so that a redirect does not swallow its message."""
        unusable: dict[str, str | Values] = {
            name: self.data[name] for name in self.form.errors if name in self.data
        }
        for name, values in self.form.resolved.unusable.items():
            unusable[name] = [*self.asked.get(name, []), *values]
        return {**self.asked, **unusable}

    def without(self, parameters: Iterable[str]) -> StatementQuerySet:
        """The statements that the other parameters find, in no order."""
        left_out = set(parameters)
        kept = {name: value for name, value in self.cleaned.items() if name not in left_out}
        return self.narrow(self.queryset.all(), kept).order_by()

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
        errors = [(name, " ".join(map(str, messages))) for name, messages in self.form.errors.items()]
        return errors + (self.form.resolved.notes if self.form.is_bound else [])
