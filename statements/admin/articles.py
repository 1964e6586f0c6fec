"""Originals and articles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from statements import curation
from statements.admin.base import CuratedAdmin, ReadOnlyAdmin, acting
from statements.models import Article, Block, Original
from statements.models.article import is_web_address


@admin.register(Original)
class OriginalAdmin(ReadOnlyAdmin):
    list_display = ("sha256", "media_type", "size", "location", "kept_at")
    list_filter = ("media_type",)
    search_fields = ("^sha256", "location")


class BlockInline(admin.TabularInline):
    """Marked blocks: switch one off to give its words back to the article."""

    model = Block
    extra = 0
    can_delete = False
    fields = ("words", "reason", "active")
    readonly_fields = ("words",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="the words")
    def words(self, block: Block) -> str:
        return block.article.text[block.start : block.end][:300]


class ArticleForm(forms.ModelForm):
    def clean_address(self) -> str:
        """What an import took stays as it was printed; a new address must be fit for a link."""
        address = self.cleaned_data["address"]
        if "address" in self.changed_data and address and not is_web_address(address):
            raise ValidationError("An article’s address begins with http:// or https://.")
        return address


@admin.register(Article)
class ArticleAdmin(CuratedAdmin):
    form = ArticleForm
    list_display = ("__str__", "publisher", "published", "language", "superseded", "ingested_at")
    list_filter = ("superseded", "published_basis", "language")
    list_select_related = ("publisher",)
    search_fields = ("title", "=public_id", "address")
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
        ("Where it comes from", {"fields": readonly_fields[:-2]}),
        ("Text", {"fields": ("text",), "classes": ("collapse",)}),
        ("History", {"fields": ("edits",)}),
    )
    inlines = (BlockInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by `ingest`, with their original."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Lists never load the texts; a page that shows one fetches it."""
        return super().get_queryset(request).defer("text")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        curation.correct_article(Article.objects.get(pk=obj.pk), self.changes(form), who=acting(request))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for block_form in formset.forms:
            changed = {name: block_form.cleaned_data[name] for name in block_form.changed_data}
            if changed:
                curation.change(Block.objects.get(pk=block_form.instance.pk), changed, who=acting(request))
                self.message_user(request, "The article is read again when its original is next ingested.")
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
