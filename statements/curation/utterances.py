"""Which statements report one act of speaking: decided pair by pair, each with its `Edit`.

The groups follow from the pairs (`utterances.members`), so an undone decision
leaves the groups as they were, and no machine suggests a pairing again that a
person has parted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, product

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import one_action
from statements.curation.records import locked, set_field
from statements.models import Edit, Statement, User, UtteranceMember, UtterancePair
from statements.utterances.members import lock

SAME, APART = UtterancePair.Verdict.SAME, UtterancePair.Verdict.APART
# Statements decided on at once: every pair of them may be an edit.
MOST = 40


@transaction.atomic
def settle(
    statements: Collection[Statement], together: Collection[Statement], *, who: User, why: str = ""
) -> list[Edit]:
    """Say which of a group's statements report one act of speaking; the others report another.

    With fewer than two ``together`` all of them are parted. What people had put together among the
    others stays so.
    """
    lock()
    whole, chosen = _in_order(statements), _in_order(together)
    if len(whole) < 2 or not set(chosen) <= set(whole):
        raise ValidationError(gettext("Choose among two or more statements."))
    if len(whole) > MOST:
        told = gettext("No more than %(most)s statements can be decided on at once.")
        raise ValidationError(told % {"most": MOST})
    with one_action():
        if len(chosen) < 2:
            return _decide(combinations(whole, 2), APART, who=who, why=why)
        others = [one for one in whole if one not in chosen]
        confirmed = UtteranceMember.objects.filter(
            statement__in=others, state=UtteranceMember.State.CONFIRMED
        )
        stay = set(confirmed.values_list("statement", flat=True))
        edits = _decide(product(chosen, others), APART, who=who, why=why)
        edits += _put_together(chosen, who=who, why=why)
        return edits + _put_together([one for one in others if one.pk in stay], who=who, why=why)


@transaction.atomic
def join_utterance(statement: Statement, other: Statement, *, who: User, why: str = "") -> list[Edit]:
    """Say by hand that two statements report one act of speaking, and all that people put beside either.

    Raises ValidationError for a statement and itself, or for one that readers do not see.
    """
    lock()
    if statement == other:
        raise ValidationError(gettext("Give another statement than this one."))
    for one in (statement, other):
        if not one.listed:
            told = gettext("Statement %(id)s is in no list: it was rejected, withdrawn or replaced.")
            raise ValidationError(told % {"id": one.public_id})
    with one_action():
        return _put_together(_in_order(_with_confirmed(statement) | _with_confirmed(other)), who=who, why=why)


def _with_confirmed(statement: Statement) -> set[Statement]:
    member = UtteranceMember.objects.filter(
        statement=statement, state=UtteranceMember.State.CONFIRMED
    ).first()
    if member is None:
        return {statement}
    return set(
        Statement.objects.filter(
            membership__utterance=member.utterance_id, membership__state=UtteranceMember.State.CONFIRMED
        )
    )


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(set(statements), key=lambda one: one.public_id)


def _put_together(statements: Sequence[Statement], *, who: User, why: str) -> list[Edit]:
    """The first with each of the others; whoever had parted two of them is overruled."""
    if len(statements) < 2:
        return []
    first, *others = statements
    parted = UtterancePair.objects.filter(first__in=statements, second__in=statements, verdict=APART)
    by_pk = {one.pk: one for one in statements}
    overruled = [(by_pk[one], by_pk[other]) for one, other in parted.values_list("first", "second")]
    pairs = {(first, other): None for other in others} | dict.fromkeys(overruled)
    return _decide(pairs, SAME, who=who, why=why)


def _decide(pairs: Iterable[tuple[Statement, Statement]], verdict: str, *, who: User, why: str) -> list[Edit]:
    edits = []
    for one, other in pairs:
        first, second = _in_order((one, other))
        pair, _ = UtterancePair.objects.get_or_create(first=first, second=second)
        edits.append(set_field(locked(pair), "verdict", verdict, who=who, why=why))
    return [edit for edit in edits if edit]
