"""Routes of the whole site: the pages, the admin, and the two health addresses."""

from django.contrib import admin
from django.urls import include, path

from archive import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("", include("statements.urls")),
]

handler404 = "statements.views.errors.page_not_found"
handler500 = "archive.unavailable.server_error"
