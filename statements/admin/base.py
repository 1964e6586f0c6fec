"""What the admins share: the way through `curation`, read-only rows, and the log of edits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.options import ShowFacets
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import DataError, models
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, pgettext

from statements import curation
from statements.admin.lists import FirstRows, TypedFilter
from statements.models import User


def acting(request: HttpRequest) -> User:
    """Who acts. The admin lets nobody in without a name."""
    return cast(User, request.user)


class ArchiveAdmin(admin.ModelAdmin):
    """Lists that stay quick on a million rows, and that no address can make fail."""

    paginator = FirstRows
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200

    @property
    def media(self) -> forms.Media:
        """With what the filters need that are typed into."""
        filters = [one for one in self.list_filter if isinstance(one, type) and issubclass(one, TypedFilter)]
        typed = AutocompleteSelect(filters[0].field, self.admin_site).media if filters else forms.Media()
        return super().media + typed + forms.Media(css={"all": ["css/admin.css"]})

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Django leaves out a filter that it cannot use, but not a year that no calendar has."""
        try:
            return super().changelist_view(request, extra_context)
        except (ValueError, OverflowError, DataError):
            if request.method != "GET" or "e" in request.GET:
                raise
            return HttpResponseRedirect(f"{request.path}?e=1")


class ReadOnlyAdmin(ArchiveAdmin):
    """Rows that nobody writes here: imports do, or the workbench."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class CuratedAdmin(ArchiveAdmin):
    """Rows that people may change, through `curation` and nowhere else. Nothing is deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            curation.create(obj, who=acting(request))
            return
        fresh = type(obj)._default_manager.get(pk=obj.pk)
        curation.change(fresh, self.changes(form), who=acting(request))

    def changes(self, form: Any) -> dict[str, Any]:
        """The fields the form changed that `curation` lets people change."""
        allowed = curation.EDITABLE[self.model]
        return {field: form.cleaned_data[field] for field in form.changed_data if field in allowed}

    @admin.display(description=gettext_lazy("edits"))
    def edits(self, obj: models.Model) -> SafeString | str:
        """Who changed what, newest first."""
        rows = curation.history_of(obj)[:100] if obj.pk else []
        return edit_table(rows)


def edit_table(rows: Any) -> SafeString | str:
    if not rows:
        return gettext("None: everything is as the machine left it.")
    cells = (
        (f"{d.edit.when:%Y-%m-%d %H:%M}", d.edit.who, d.label, d.before, d.after, d.edit.why)
        for d in curation.diffs_of(rows)
    )
    headings = (
        gettext("when (UTC)"),
        gettext("who"),
        gettext("field"),
        pgettext("value of a field", "before"),
        pgettext("value of a field", "after"),
        gettext("why"),
    )
    return table(headings, cells)


def table(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> SafeString:
    """Rows in a table, every cell escaped."""
    head = format_html_join("", "<th>{}</th>", ((heading,) for heading in headings))
    body = format_html_join(
        "", "<tr>{}</tr>", ((format_html_join("", "<td>{}</td>", ((cell,) for cell in row)),) for row in rows)
    )
    return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, body)
