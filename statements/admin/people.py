"""Who may work on the archive: for administrators (superusers) alone.

Whoever may change people can make anyone anything, so there is no half of
that right: a permission of Django's on users gives nobody a way in here.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, pgettext_lazy

from statements.admin.base import ArchiveAdmin
from statements.models import User

# Roles are made by migrations; an account is put into one on its own page.
admin.site.unregister(Group)


@admin.register(User)
class PeopleAdmin(ArchiveAdmin, UserAdmin):
    """Accounts are switched off, never deleted: the log of edits names them."""

    list_display = ("username", "first_name", "last_name", "is_active", "is_staff", "is_superuser")
    list_filter = ("is_active", "is_staff", "is_superuser", "groups")
    search_help_text = gettext_lazy("A part of the user name, the name or the e-mail address.")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (gettext_lazy("Who it is"), {"fields": ("first_name", "last_name", "email")}),
        (
            gettext_lazy("What the account may do"),
            {"fields": ("is_active", "is_staff", "groups", "is_superuser")},
        ),
        (pgettext_lazy("days of an account", "When"), {"fields": ("last_login", "date_joined")}),
    )

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, widget=forms.CheckboxSelectMultiple, help_text="", **kwargs
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_administrator(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_administrator(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_administrator(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_administrator(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def is_administrator(request: HttpRequest) -> bool:
    return bool(request.user.is_active and request.user.is_superuser)
