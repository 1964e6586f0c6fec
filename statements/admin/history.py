"""Imports with their outcomes, and the log of edits."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from statements.admin.base import ReadOnlyAdmin
from statements.models import Edit, ImportOutcome, ImportRun, Proposal, SourceError


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "finished_at", "command", "inputs", "held_or_refused")
    readonly_fields = ("started_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        not_taken = Q(outcomes__result__in=["held", "refused"])
        return (
            super()
            .get_queryset(request)
            .annotate(inputs=Count("outcomes"), not_taken=Count("outcomes", filter=not_taken))
        )

    @admin.display(ordering="inputs")
    def inputs(self, run: Any) -> int:
        return run.inputs

    @admin.display(ordering="not_taken")
    def held_or_refused(self, run: Any) -> int:
        return run.not_taken


@admin.register(ImportOutcome)
class ImportOutcomeAdmin(ReadOnlyAdmin):
    """What became of each input; filter by "held" for what waits for a person."""

    list_display = ("location", "result", "reason", "article", "run")
    list_filter = ("result",)
    list_select_related = ("article", "run")
    search_fields = ("location", "reason", "=original__sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportOutcome]:
        return super().get_queryset(request).defer("article__text")


@admin.register(Edit)
class EditAdmin(ReadOnlyAdmin):
    list_display = ("when", "who", "record", "record_id", "field", "old", "new", "why")
    list_filter = ("record",)
    list_select_related = ("who",)
    search_fields = ("=record_id", "field", "why")


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """What machines would have otherwise; decided on in the workbench."""

    list_display = ("made_at", "record", "record_id", "field", "current", "value", "machine", "state")
    list_filter = ("state", "record", "field")
    search_fields = ("=record_id", "field")


@admin.register(SourceError)
class SourceErrorAdmin(ReadOnlyAdmin):
    """What articles get wrong; noted in the workbench."""

    list_display = ("exact", "note", "evidence", "statement", "active")
    list_filter = ("active",)
    list_select_related = ("statement",)
    search_fields = ("exact", "note", "=statement__public_id")
