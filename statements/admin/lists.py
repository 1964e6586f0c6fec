"""Lists that stay quick on millions of rows: counted no further than people page, filtered by typing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.paginator import Paginator
from django.db.models import ForeignKey, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

MOST_LISTED = 1000  # rows; whoever wants one further down narrows the list


class FirstRows(Paginator):
    """The first rows of a list: to count all of a million takes a second."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows.order_by().values("pk")[:MOST_LISTED].count()

    @property
    def is_cut(self) -> bool:
        return self.count == MOST_LISTED


class TypedFilter(admin.SimpleListFilter):
    """One record out of thousands, offered while its name is typed.

    ``field`` is a foreign key to such records, as the admin's autocompletion asks for one.
    """

    template = "admin/typed_filter.html"
    field: ForeignKey

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.site = model_admin.admin_site

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return []

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        value = self.value()
        return queryset if value is None else self.narrow(queryset, int(value))

    def narrow(self, rows: Any, pk: int) -> QuerySet[Any]:
        """The rows that go with the chosen record: whose own field it is."""
        return rows.filter(**{self.field.name: pk})

    def value(self) -> str | None:
        """The chosen record's primary key; None for what cannot be one."""
        given = super().value()
        return given if given and given.isdecimal() and len(given) < 19 else None

    def choices(self, changelist: Any) -> Iterator[Any]:
        """One choice, which holds the field to type into and the list's other parameters."""
        widget = AutocompleteSelect(self.field, self.site)
        records = ModelChoiceField(
            self.field.related_model._default_manager.all(), required=False, widget=widget
        )
        name = str(self.parameter_name)
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[name]),
            "display": gettext("All"),
            "field": records.widget.render(name, self.value(), {"id": f"filter-{name}"}),
            "name": name,
            "others": [
                (key, one) for key, all_ in changelist.filter_params.items() if key != name for one in all_
            ],
        }
