"""Who works on which article: a lease, which ends by itself."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from statements.models import Article, Lease, User

LASTS = timedelta(minutes=10)


def take_lease(article: Article, who: User) -> Lease | None:
    """Take or lengthen the lease on an article; the lease of somebody else who works on it, else None.

    Whoever begins another article gives the one before up.
    """
    now = timezone.now()
    until = now + LASTS
    leases = Lease.objects.filter(article=article)
    if leases.filter(who=who).update(until=until):
        return None
    if not leases.filter(until__lte=now).update(who=who, until=until):
        try:
            with transaction.atomic():
                Lease.objects.create(article=article, who=who, until=until)
        except IntegrityError:
            return leases.select_related("who").exclude(who=who).first()
    give_up(who, but=article)
    return None


def give_up(who: User, but: Article | None = None) -> None:
    """End what somebody holds, but for the article that is worked on now."""
    Lease.objects.filter(who=who).exclude(article=but).delete()
