"""Who works on what in the workbench."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from statements.models.article import Article


class Lease(models.Model):
    """A curator works on an article: until it ends, others are given other ones.

    It keeps two people from the same work and guards nothing: a form that came
    too late is refused by its version.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="lease")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leases")
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["until"], name="lease_until")]

    def __str__(self) -> str:
        return f"{self.who}: {self.article}"
