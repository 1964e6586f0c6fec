"""Where an article itself errs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy

from statements.models.constraints import not_blank, span
from statements.models.statement import Statement


class SourceError(models.Model):
    """Words of an article that are wrong in fact, what is right, and how that is known. Public.

    The text stays as printed. It hangs on a statement that the error concerns;
    ``exact`` stands anywhere in its article, and the database refuses other
    words. Taken back, it is no longer ``active``.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="source_errors")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField(help_text=gettext_lazy("The article’s words."))
    note = models.CharField(max_length=500, help_text=gettext_lazy("What is right."))
    evidence = models.CharField(
        max_length=1000, help_text=gettext_lazy("How it is known: another article, a calendar.")
    )
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["statement_id", "start", "id"]
        constraints = [
            span("sourceerror"),
            not_blank("exact", "sourceerror"),
            not_blank("note", "sourceerror"),
            not_blank("evidence", "sourceerror"),
            models.UniqueConstraint(fields=["statement", "start", "end"], name="sourceerror_once"),
        ]

    def __str__(self) -> str:
        return f"“{self.exact}”: {self.note}"
