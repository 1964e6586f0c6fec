"""The Django admin: every model, with what people may change going through `curation`."""

from django.contrib import admin

from statements.admin import articles, authorities, history, people, statements

admin.site.site_header = "Chancery"
admin.site.site_title = "Chancery"
admin.site.index_title = "Curation"

__all__ = ["articles", "authorities", "history", "people", "statements"]
