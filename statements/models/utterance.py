"""One act of speaking that several articles report in different words."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, gettext_lazy

from statements.models.constraints import not_blank, one_of
from statements.models.statement import Statement


class Utterance(models.Model):
    """Statements that report the same act of speaking.

    Groups are worked out, by `utterances.grouping`, from the likeness of the
    statements and from what people decided on pairs of them; the same
    statements and decisions give the same groups.
    """

    key = models.CharField(
        max_length=16,
        help_text=gettext_lazy("The first public id of its statements, by which dumps name it."),
    )

    class Meta:
        ordering = ["key"]
        constraints = [not_blank("key", "utterance")]

    def __str__(self) -> str:
        return gettext("Utterance %(key)s") % {"key": self.key}


class UtteranceMemberState(models.TextChoices):
    SUGGESTED = "suggested", gettext_lazy("suggested by the machine")
    CONFIRMED = "confirmed", gettext_lazy("confirmed")


class UtteranceMember(models.Model):
    """One statement of an utterance."""

    State = UtteranceMemberState

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="membership")
    utterance = models.ForeignKey(Utterance, on_delete=models.CASCADE, related_name="members")
    state = models.CharField(max_length=12, choices=State, default=State.SUGGESTED)
    why = models.CharField(max_length=200, help_text=gettext_lazy("What speaks for it, in words."))

    class Meta:
        ordering = ["utterance_id", "statement_id"]
        constraints = [
            one_of("state", UtteranceMemberState, "utterancemember"),
            not_blank("why", "utterancemember"),
        ]
        indexes = [models.Index(fields=["state", "utterance"], name="utterancemember_by_state")]

    def __str__(self) -> str:
        return f"{self.statement}: {self.get_state_display()}"


class UtterancePairVerdict(models.TextChoices):
    UNDECIDED = "", gettext_lazy("nobody has decided")
    SAME = "same", gettext_lazy("one act of speaking")
    APART = "apart", gettext_lazy("two acts of speaking")


class UtterancePair(models.Model):
    """What a person decided on two statements: written by `curation`, with an `Edit`; it outlasts machines.

    ``first`` is the one whose public id sorts first. Taken back, a decision leaves the pair undecided.
    """

    Verdict = UtterancePairVerdict

    first = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True, default="")

    class Meta:
        ordering = ["first_id", "second_id"]
        constraints = [
            one_of("verdict", UtterancePairVerdict, "utterancepair"),
            models.UniqueConstraint(fields=["first", "second"], name="utterancepair_once"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="utterancepair_of_two"),
        ]

    def __str__(self) -> str:
        return gettext("%(first)s and %(second)s") % {
            "first": self.first.public_id,
            "second": self.second.public_id,
        }
