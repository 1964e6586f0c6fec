"""Originals and articles."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_lazy

from statements import curation
from statements.admin.base import CuratedAdmin, ReadOnlyAdmin, acting
from statements.admin.lists import TypedFilter
from statements.models import Article, Block, Original
from statements.models.article import is_web_address


class MediaTypeFilter(admin.SimpleListFilter):
    """Those that the readers give, and not what a look at every row would find."""

    title = gettext_lazy("media type")
    parameter_name = "media_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in ("text/plain", "text/html", "application/octet-stream")]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Original]:
        return queryset.filter(media_type=self.value()) if self.value() else queryset


class PublisherFilter(TypedFilter):
    title = gettext_lazy("publisher")
    parameter_name = "publisher"
    field = Article._meta.get_field("publisher")


@admin.register(Original)
class OriginalAdmin(ReadOnlyAdmin):
    list_display = ("sha256", "media_type", "size", "location", "kept_at")
    list_filter = (MediaTypeFilter,)
    ordering = ("-id",)
    sortable_by = ("sha256", "location")
    search_fields = ("location",)
    search_help_text = gettext_lazy("A part of the location, or the beginning of the SHA-256.")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Original], bool]:
        if re.fullmatch(r"[0-9a-f]{8,64}", search_term):
            # As a stretch of the index, which neither engine uses for LIKE in every case.
            return queryset.filter(sha256__gte=search_term, sha256__lt=f"{search_term}g"), False
        return super().get_search_results(request, queryset, search_term)


class BlockInline(admin.TabularInline):
    """Marked blocks: switch one off to give its words back to the article."""

    model = Block
    extra = 0
    can_delete = False
    fields = ("words", "reason", "active")
    readonly_fields = ("words",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("the words"))
    def words(self, block: Block) -> str:
        return block.article.text[block.start : block.end][:300]


class ArticleForm(forms.ModelForm):
    def clean_address(self) -> str:
        """What an import took stays as it was printed; a new address must be fit for a link."""
        address = self.cleaned_data["address"]
        if "address" in self.changed_data and address and not is_web_address(address):
            raise ValidationError(gettext("An article’s address begins with http:// or https://."))
        return address


@admin.register(Article)
class ArticleAdmin(CuratedAdmin):
    form = ArticleForm
    list_display = ("__str__", "publisher", "published", "language", "superseded", "ingested_at")
    list_filter = ("superseded", ("published", admin.EmptyFieldListFilter), PublisherFilter)
    list_select_related = ("publisher",)
    ordering = ("-id",)
    sortable_by = ("published",)
    search_fields = ("title",)
    search_help_text = gettext_lazy("Words of the title, or the whole address or public id.")
    autocomplete_fields = ("publisher",)
    readonly_fields = (
        "public_id",
        "original",
        "text_sha256",
        "cleaner_version",
        "extractor_version",
        "replaces",
        "superseded",
        "ingested_at",
        "text",
        "edits",
    )
    fieldsets = (
        (None, {"fields": curation.EDITABLE[Article]}),
        (gettext_lazy("Where it comes from"), {"fields": readonly_fields[:-2]}),
        (gettext_lazy("Text"), {"fields": ("text",), "classes": ("collapse",)}),
        (gettext_lazy("History"), {"fields": ("edits",)}),
    )
    inlines = (BlockInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by `ingest`, with their original."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Lists never load the texts; a page that shows one fetches it."""
        return super().get_queryset(request).defer("text")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        named = queryset.filter(Q(public_id=search_term) | ~Q(address="") & Q(address=search_term))
        if search_term and named.exists():
            return named, False
        # Apart, so that the titles are read from their index and not from between the texts.
        titled, _ = super().get_search_results(request, Article.objects.order_by(), search_term)
        return (queryset.filter(pk__in=titled.values("pk")) if search_term else queryset), False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        curation.correct_article(Article.objects.get(pk=obj.pk), self.changes(form), who=acting(request))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for block_form in formset.forms:
            changed = {name: block_form.cleaned_data[name] for name in block_form.changed_data}
            if changed:
                curation.change(Block.objects.get(pk=block_form.instance.pk), changed, who=acting(request))
                told = gettext("The article is read again when its original is next ingested.")
                self.message_user(request, told)
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
