"""What imports did, and what people changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from statements.models.article import Article, Original
from statements.models.constraints import not_blank, one_of

MANIFEST = "manifest "  # how the reason of an edit begins that a manifest made


class ImportRun(models.Model):
    """One run of `ingest`."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    command = models.CharField(max_length=2000, blank=True)
    pipeline_version = models.CharField(max_length=64)

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        told = gettext("Import %(number)s, %(when)s")
        return told % {"number": self.pk, "when": f"{self.started_at:%Y-%m-%d %H:%M}"}


class ImportOutcomeResult(models.TextChoices):
    CREATED = "created", pgettext_lazy("input", "Created")
    UPDATED = "updated", pgettext_lazy("input", "Updated")
    UNCHANGED = "unchanged", pgettext_lazy("input", "Unchanged")
    HELD = "held", pgettext_lazy("input", "Held")
    REFUSED = "refused", pgettext_lazy("input", "Refused")


class ImportOutcome(models.Model):
    """What became of one input."""

    Result = ImportOutcomeResult

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="outcomes")
    location = models.CharField(max_length=1000)
    result = models.CharField(max_length=12, choices=Result)
    reason = models.TextField(blank=True)
    original = models.ForeignKey(
        Original, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes"
    )
    article = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes"
    )

    class Meta:
        ordering = ["-run_id", "id"]
        constraints = [
            one_of("result", ImportOutcomeResult, "importoutcome"),
            models.CheckConstraint(
                condition=~models.Q(result__in=["held", "refused"]) | ~models.Q(reason=""),
                name="importoutcome_held_or_refused_says_why",
            ),
        ]
        indexes = [models.Index(fields=["result", "-id"], name="importoutcome_by_result")]

    def __str__(self) -> str:
        return f"{self.location}: {self.result}"


class Edit(models.Model):
    """One change by one person. Append-only, and written by `curation` alone.

    It is the history, the field lock against machines, the source of
    conflicts and the means of revert. ``record`` is the model's name and
    ``record_id`` its primary key; ``old`` and ``new`` are JSON. Edits of one
    ``action`` were made by one click and are undone by one.
    """

    record = models.CharField(max_length=32)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=64)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="edits")
    when = models.DateTimeField(auto_now_add=True)
    why = models.TextField(blank=True)
    action = models.UUIDField(null=True, editable=False)
    reverts = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="reverted_by"
    )

    class Meta:
        ordering = ["-when", "-id"]
        constraints = [not_blank("record", "edit"), not_blank("field", "edit")]
        indexes = [
            models.Index(fields=["record", "record_id", "field"], name="edit_of_field"),
            models.Index(fields=["record", "-id"], name="edit_by_record"),
            models.Index(fields=["action"], name="edit_of_action", condition=models.Q(action__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.record_id}: {self.field}"


class ProposalState(models.TextChoices):
    OPEN = "open", pgettext_lazy("proposal", "Open")
    TAKEN = "taken", pgettext_lazy("proposal", "Taken")
    KEPT = "kept", pgettext_lazy("proposal", "kept as it was")
    VOID = "void", pgettext_lazy("proposal", "no longer proposed")


class ProposalQuerySet(models.QuerySet):
    def open(self) -> ProposalQuerySet:
        return self.filter(state=ProposalState.OPEN)


class Proposal(models.Model):
    """A machine would now have a field otherwise than a person left it.

    ``value`` is what the machine says, ``current`` what the field held at
    that moment, both as the log of edits holds them. Nothing changes until a
    person takes it; what a person kept or replaced is not proposed again.
    """

    State = ProposalState

    record = models.CharField(max_length=32)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=64)
    current = models.JSONField(null=True)
    value = models.JSONField(null=True)
    machine = models.CharField(max_length=64, help_text=gettext_lazy("Which machine, and its version."))
    made_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["record", "record_id", "field", "id"]
        constraints = [
            one_of("state", ProposalState, "proposal"),
            models.UniqueConstraint(
                fields=["record", "record_id", "field"],
                condition=models.Q(state="open"),
                name="proposal_one_open_per_field",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["taken", "kept"], decided_by__isnull=False)
                | models.Q(state__in=["open", "void"], decided_by__isnull=True),
                name="proposal_decided_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["record", "record_id"], name="proposal_of_record"),
            models.Index(fields=["state", "-id"], name="proposal_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.record_id}: {self.field}"
