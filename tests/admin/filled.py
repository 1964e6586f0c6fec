"""Rows of everything that the admin lists."""

from __future__ import annotations

from itertools import count

from statements.models import Edit, ImportOutcome, ImportRun, Proposal
from tests.factories import BlockFactory, SourceErrorFactory, UserFactory, VariantNameFactory, make_statement

numbers = count()


def fill(number: int) -> None:
    """So many more rows in every list."""
    for at in (next(numbers) for _ in range(number)):
        statement = make_statement(
            f"words {at}", speaker=f"Speaker {at}", country=f"S{at}", about=["AM", f"A{at}"], cue="said"
        )
        VariantNameFactory(speaker=statement.attributions.get().speaker)
        SourceErrorFactory(statement=statement)
        BlockFactory(article=statement.article)
        run = ImportRun.objects.create(pipeline_version="1")
        ImportOutcome.objects.create(
            run=run,
            location=f"{at}.txt",
            result="held",
            reason="empty",
            original=statement.article.original,
            article=statement.article,
        )
        about = {"record": "statement", "record_id": statement.pk, "field": "kind"}
        Edit.objects.create(**about, old="direct", new="mixed", who=UserFactory(is_staff=True))
        Proposal.objects.create(**about, current="mixed", value="direct", machine="extractor 1")
