"""Queues: what waits for a curator, in which order, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from statements.models import Attribution, Lease, Proposal, Statement, User
from statements.models.statement import StatementQuerySet

COUNTED_TO = 1000
# How the confidence of finds begins that rest on less than a verb of speech and its clause,
# and the basis of a speaker who is not named in the sentence.
UNSURE = (
    "inferred",
    "quoted words continued",
    "quotation with a verb beside",
    "quotation after a colon",
    "object of a speech verb",
    "name given",
)
INFERRED = "inferred"

Narrow = Callable[[StatementQuerySet], StatementQuerySet]


@dataclass(frozen=True, slots=True)
class Queue:
    """Statements that wait for the same reason."""

    name: str
    title: Promise
    empty: Promise
    narrow: Narrow


def _unreviewed(statements: StatementQuerySet) -> StatementQuerySet:
    return statements.filter(review_state=Statement.Review.MACHINE)


def _speaker_not_known(statements: StatementQuerySet) -> StatementQuerySet:
    return _unreviewed(statements).unresolved()


def _speaker_not_checked(statements: StatementQuerySet) -> StatementQuerySet:
    named = Attribution.objects.filter(statement=OuterRef("pk"), speaker__provisional=True)
    return _unreviewed(statements).filter(Exists(named))


def _not_dated(statements: StatementQuerySet) -> StatementQuerySet:
    return _unreviewed(statements).undated()


def _unsure(statements: StatementQuerySet) -> StatementQuerySet:
    guessed = Attribution.objects.filter(statement=OuterRef("pk"), basis__startswith=INFERRED)
    unsure = reduce(or_, (Q(confidence__startswith=words) for words in UNSURE))
    return _unreviewed(statements).filter(unsure | Exists(guessed))


def _proposed(statements: StatementQuerySet) -> StatementQuerySet:
    # From the few proposals to their statements: the other way round SQLite asks for each of 100,000.
    of_statements = Proposal.objects.open().filter(record="statement")
    return statements.filter(pk__in=of_statements.values("record_id"))


QUEUES = {
    queue.name: queue
    for queue in (
        Queue(
            "proposals",
            gettext_lazy("Proposals of the machine"),
            gettext_lazy("No machine proposes anything."),
            _proposed,
        ),
        Queue(
            "speaker",
            gettext_lazy("Speaker not known"),
            gettext_lazy("Every statement has a speaker."),
            _speaker_not_known,
        ),
        Queue(
            "names",
            gettext_lazy("Speaker new to the archive"),
            gettext_lazy("Every speaker was looked at."),
            _speaker_not_checked,
        ),
        Queue("dates", gettext_lazy("Date not known"), gettext_lazy("Every statement is dated."), _not_dated),
        Queue(
            "unsure",
            gettext_lazy("Least certain"),
            gettext_lazy("Nothing is left that the machine was unsure of."),
            _unsure,
        ),
        Queue(
            "all",
            gettext_lazy("Not yet reviewed"),
            gettext_lazy("Every statement was reviewed."),
            _unreviewed,
        ),
    )
}


def in_queue(queue: Queue) -> StatementQuerySet:
    """The statements that wait, article by article, the newest article first."""
    return queue.narrow(Statement.objects.listed()).order_by("-article_id", "start", "pk")


def count(queue: Queue) -> int:
    """How many wait; no more than `COUNTED_TO` are counted."""
    return in_queue(queue).order_by()[: COUNTED_TO + 1].count()


def next_after(queue: Queue, statement: Statement | None, who: User) -> Statement | None:
    """The next that waits and that nobody else works on; round again from the start."""
    others = Lease.objects.filter(until__gt=timezone.now()).exclude(who=who)
    waiting = in_queue(queue).exclude(article__in=others.values("article")).defer("folded")
    if statement is None:
        return waiting.first()
    same_article = Q(article=statement.article_id)
    later = Q(start__gt=statement.start) | Q(start=statement.start, pk__gt=statement.pk)
    following = waiting.filter(Q(article__lt=statement.article_id) | same_article & later)
    return following.first() or waiting.exclude(pk=statement.pk).first()
