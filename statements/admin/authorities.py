"""Countries, speakers and publishers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements import curation
from statements.admin.base import CuratedAdmin, acting
from statements.folding import fold
from statements.models import Country, CountryName, Office, Publisher, Speaker, VariantName


class AddressedAdmin(CuratedAdmin):
    """A record whose code or slug is its address: chosen once, and then it stays."""

    address_field = "slug"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        fields = tuple(super().get_readonly_fields(request, obj))
        return (*fields, self.address_field) if obj else fields


class NamedAdmin(AddressedAdmin):
    """A record with its names beside it: a changed name is logged, and locks them all against reloads."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        record = type(form.instance).objects.get(pk=form.instance.pk)
        before = curation.names_of(record)
        super().save_related(request, form, formsets, change)
        curation.change_names(type(record).objects.get(pk=record.pk), before, who=acting(request))


class CountryNameInline(admin.TabularInline):
    model = CountryName
    extra = 0
    fields = ("text", "use")


@admin.register(Country)
class CountryAdmin(NamedAdmin):
    address_field = "code"
    list_display = ("name", "code", "kind", "adjective", "source")
    list_filter = ("kind",)
    search_fields = ("=code", "name", "names__folded")
    search_help_text = gettext_lazy("The code, or words of any of the names.")
    fields = ("code", "name", "kind", "adjective", "source", "edits")
    readonly_fields = ("edits",)
    inlines = (CountryNameInline,)


class VariantNameInline(admin.TabularInline):
    model = VariantName
    extra = 0
    fields = ("text",)


class OfficeInline(admin.TabularInline):
    model = Office
    extra = 0
    autocomplete_fields = ("country",)


@admin.register(Speaker)
class SpeakerAdmin(NamedAdmin):
    list_display = ("preferred_name", "kind", "country", "provisional", "source")
    list_filter = ("provisional", "kind")
    list_select_related = ("country",)
    search_fields = ("folded",)
    search_help_text = gettext_lazy("Words of any of the names; case and accents do not count.")
    autocomplete_fields = ("country",)
    fields = ("preferred_name", "slug", "kind", "country", "provisional", "source", "note", "edits")
    readonly_fields = ("edits",)
    inlines = (VariantNameInline, OfficeInline)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Speaker], bool]:
        """By names as they are folded. Who was merged into another is not offered to be chosen."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            queryset = queryset.current()
        for word in fold(search_term).split():
            also = VariantName.objects.filter(folded__contains=word).values("speaker")
            queryset = queryset.filter(Q(folded__contains=word) | Q(pk__in=also))
        return queryset, False


@admin.register(Publisher)
class PublisherAdmin(AddressedAdmin):
    list_display = ("name", "kind", "country", "source")
    list_filter = ("kind",)
    list_select_related = ("country",)
    search_fields = ("name", "slug")
    search_help_text = gettext_lazy("Words of the name, or a part of the slug.")
    autocomplete_fields = ("country",)
    fields = ("name", "slug", "kind", "country", "names", "domains", "source", "edits")
    readonly_fields = ("edits",)
