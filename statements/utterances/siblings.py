"""The other reports of an act of speaking, for readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from statements.models import Statement, UtteranceMember
from statements.models.statement import StatementQuerySet
from statements.wordings import Change, compare_words

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """Another report of the same act of speaking: its words, and how they differ from a statement's."""

    statement: Statement
    beside: Statement
    is_confirmed: bool
    why: str

    @property
    def changes(self) -> list[Change]:
        return compare_words(self.beside.words, self.statement.words)


def other_wordings(statement: Statement) -> list[Wording]:
    """The listed statements that report the same act of speaking, those of the newest articles first.

    One query; their words and speakers are the caller's to fetch. What a person confirmed of a pair is
    confirmed of both: a statement that is itself but suggested has suggestions alone beside it.
    """
    own: UtteranceMember | None = getattr(statement, "membership", None)
    if own is None:
        return []
    others = (
        UtteranceMember.objects.filter(utterance=own.utterance_id, statement__listed=True)
        .exclude(pk=own.pk)
        .select_related("statement__article", "statement__publisher", "statement__agency")
        .defer("statement__article__text", "statement__folded", "statement__keys", "statement__quoted")
        .order_by("state", "-statement__article_id", "statement_id")
    )
    confirmed = UtteranceMember.State.CONFIRMED
    return [
        Wording(
            other.statement,
            statement,
            own.state == other.state == confirmed,
            own.why if other.state == confirmed else other.why,
        )
        for other in others[:MOST_SHOWN]
    ]


def with_reports(statements: StatementQuerySet) -> StatementQuerySet:
    """For lists: how many articles and outlets report the same act of speaking, and how many of these
    reports the machine suggests. None for a statement of no group.
    """
    group = (
        UtteranceMember.objects.filter(utterance=OuterRef("membership__utterance"), statement__listed=True)
        .order_by()
        .values("utterance")
    )
    counts = {
        "reporting_articles": Count("statement__article", distinct=True),
        "reporting_outlets": Count("statement__publisher", distinct=True),
        "suggested_reports": Count("pk", filter=Q(state=UtteranceMember.State.SUGGESTED)),
    }
    return statements.annotate(
        **{name: Subquery(group.annotate(n=count).values("n")) for name, count in counts.items()}
    )


def keys_of(statements: Iterable[Statement]) -> str:
    """Which statements of a group, in which states, a form was shown."""
    return " ".join(sorted(f"{one.public_id}:{one.membership.state}" for one in statements))
