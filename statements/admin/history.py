"""Imports with their outcomes, what machines propose, and the log of edits."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from statements.admin.base import ReadOnlyAdmin
from statements.models import (
    Article,
    Country,
    Edit,
    ImportOutcome,
    ImportRun,
    Proposal,
    Publisher,
    SourceError,
    Speaker,
    Statement,
    User,
)

# The records that people change and how each is called by its address.
ADDRESSED = {
    "statement": (Statement, "public_id"),
    "article": (Article, "public_id"),
    "speaker": (Speaker, "slug"),
    "country": (Country, "code"),
    "publisher": (Publisher, "slug"),
}


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "finished_at", "command", "inputs", "held_or_refused")
    ordering = ("-id",)
    sortable_by = ()
    readonly_fields = ("started_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        """Counted run by run, for those alone that are shown."""
        outcomes = ImportOutcome.objects.filter(run=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                found=_count(outcomes), not_taken=_count(outcomes.filter(result__in=["held", "refused"]))
            )
        )

    @admin.display(description=gettext_lazy("inputs"))
    def inputs(self, run: Any) -> SafeString:
        listed = reverse("admin:statements_importoutcome_changelist")
        return format_html('<a href="{}?run__id__exact={}">{}</a>', listed, run.pk, run.found)

    @admin.display(description=gettext_lazy("held or refused"))
    def held_or_refused(self, run: Any) -> int:
        return run.not_taken


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("run").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@admin.register(ImportOutcome)
class ImportOutcomeAdmin(ReadOnlyAdmin):
    """What became of each input; filter by "held" for what waits for a person."""

    list_display = ("location", "result", "reason", "article", "run")
    list_filter = ("result",)
    list_select_related = ("article", "run")
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("location", "reason")
    search_help_text = gettext_lazy("A part of the location or of the reason, or the original’s SHA-256.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportOutcome]:
        return super().get_queryset(request).defer("article__text")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[ImportOutcome], bool]:
        if re.fullmatch("[0-9a-f]{64}", search_term):
            return queryset.filter(original__sha256=search_term), False
        return super().get_search_results(request, queryset, search_term)


class RecordFilter(admin.SimpleListFilter):
    """Which kind of record: the kinds that there are, and not what a look at every row would find."""

    title = gettext_lazy("record")
    parameter_name = "record"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        names = (*ADDRESSED, "block", "proposal", "sourceerror", "utterancepair")
        return [(name, str(apps.get_model("statements", name)._meta.verbose_name)) for name in names]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        return queryset.filter(record=self.value()) if self.value() else queryset


class WhoFilter(admin.SimpleListFilter):
    """Who did it: the people who may work here."""

    title = gettext_lazy("who")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        staff = User.objects.filter(is_staff=True).order_by("username")
        return [(str(pk), name) for pk, name in staff.values_list("pk", "username")[:50]]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        return queryset.filter(who=self.value()) if self.value() in self._known() else queryset

    def _known(self) -> list[str]:
        return [pk for pk, _ in self.lookup_choices]


class OfRecordsAdmin(ReadOnlyAdmin):
    """Rows about any record: found by its address, and leading to it."""

    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("record_id",)
    search_help_text = gettext_lazy("The public id, slug or code of a record.")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term:
            return queryset, False
        about = [
            Q(record=name, record_id=pk)
            for name, (model, key) in ADDRESSED.items()
            for pk in model._default_manager.filter(**{key: search_term}).values_list("pk", flat=True)
        ]
        return queryset.filter(reduce(or_, about)) if about else queryset.none(), False

    @admin.display(description=gettext_lazy("record"))
    def record_shown(self, row: Any) -> SafeString | str:
        name = f"{row.record} {row.record_id}"
        if row.record not in ADDRESSED:
            return name
        address = reverse(f"admin:statements_{row.record}_change", args=[row.record_id])
        return format_html('<a href="{}">{}</a>', address, name)


@admin.register(Edit)
class EditAdmin(OfRecordsAdmin):
    list_display = ("when", "who", "record_shown", "field", "old", "new", "why")
    list_filter = (RecordFilter, WhoFilter)
    list_select_related = ("who",)


@admin.register(Proposal)
class ProposalAdmin(OfRecordsAdmin):
    """What machines would have otherwise; decided on in the workbench."""

    list_display = ("made_at", "record_shown", "field", "current", "value", "machine", "state")
    list_filter = ("state", RecordFilter)


@admin.register(SourceError)
class SourceErrorAdmin(ReadOnlyAdmin):
    """What articles get wrong; noted in the workbench."""

    list_display = ("exact", "note", "evidence", "statement", "active")
    list_filter = ("active",)
    list_select_related = ("statement",)
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("exact", "note", "=statement__public_id")
    search_help_text = gettext_lazy("Words of the passage or of the note, or the statement’s public id.")
