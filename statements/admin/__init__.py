"""The Django admin: every model, with what people may change going through `curation`."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from statements.admin import articles, authorities, history, people, statements

admin.site.site_header = "Chancery"
admin.site.site_title = "Chancery"
admin.site.index_title = gettext_lazy("Curation")

__all__ = ["articles", "authorities", "history", "people", "statements"]
