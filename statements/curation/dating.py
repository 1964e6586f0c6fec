"""When an article gets a date, the dates of its statements follow."""

from __future__ import annotations

from django.db import transaction

from statements.curation.proposals import take_all
from statements.models import Article, Proposal, User


@transaction.atomic
def dates_followed(article: Article, *, who: User) -> int:
    """Take the machine's date for every reviewed statement of an article that had none; how many.

    A date that a person gave a statement stays, and the machine's stays a proposal.
    """
    reviewed = article.statements.values("pk")
    dated = Proposal.objects.open().filter(record="statement", field="said", record_id__in=reviewed)
    return take_all([one for one in dated if not one.current["edtf"]], who=who)
