"""Speakers: two records that are one, and one that is two.

A merge is one action of ordinary edits: the loser points to the winner, the
winner takes its names and offices, and every statement gets the winner as its
speaker. So taking the action back takes the merge back.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from statements.curation.log import one_action
from statements.curation.records import create, locked, set_field
from statements.curation.reverting import revert_action
from statements.logged_fields import names_of
from statements.models import Attribution, Edit, Speaker, User


@transaction.atomic
def merge(loser: Speaker, winner: Speaker, *, who: User, why: str = "") -> list[Edit]:
    """Make two records of one speaker one; the loser's address leads to the winner.

    Raises ValidationError for a record and itself, or when one of them is merged already.
    """
    if loser == winner:
        raise ValidationError("A speaker cannot be merged with itself.")
    # In one order, so that two merges never wait for each other.
    rows = {speaker.pk: locked(speaker) for speaker in sorted((loser, winner), key=lambda one: one.pk)}
    gone, stays = rows[loser.pk], rows[winner.pk]
    for speaker in (gone, stays):
        if speaker.merged_into_id:
            raise ValidationError(f"{speaker} is merged into {speaker.merged_into} already.")
    if gone.merged_from.exists():
        raise ValidationError(f"Others are merged into {gone}: merge those into {stays} as well, first.")
    with one_action():
        edits = [set_field(gone, "merged_into", stays.pk, who=who, why=why)]
        names = [name for name in _names_given(gone) if name not in names_of(stays)]
        if names:
            edits.append(set_field(stays, "names", [*names_of(stays), *names], who=who, why=why))
        edits += reassign(gone.attributions.all(), stays, who=who, why=why)
    return [edit for edit in edits if edit]


def _names_given(loser: Speaker) -> list[dict[str, str]]:
    """What the winner takes over: the loser's name as a variant, its variants and its offices."""
    return [{"variant": loser.preferred_name}, *names_of(loser)]


@transaction.atomic
def unmerge(loser: Speaker, *, who: User, why: str = "") -> list[Edit]:
    """Take a merge back. What somebody changed since on one statement stays as it is there."""
    row = locked(loser)
    if not row.merged_into_id:
        raise ValidationError(f"{row} is not merged into another.")
    merged = Edit.objects.filter(record="speaker", record_id=row.pk, field="merged_into").latest("id")
    return revert_action(merged.action, who=who, why=why, skip_changed=True)


@transaction.atomic
def reassign(
    attributions: Iterable[Attribution], speaker: Speaker, *, who: User, why: str = ""
) -> list[Edit]:
    """Give statements another speaker. What they say and whether they are reviewed stays."""
    edits = []
    with one_action():
        for attribution in attributions:
            statement = locked(attribution.statement)
            name = f"attribution {attribution.order}: speaker"
            edit = set_field(statement, name, speaker.pk, who=who, why=why)
            edits += [edit] if edit else []
    return edits


@transaction.atomic
def split(
    speaker: Speaker, new: Speaker, attributions: Iterable[Attribution], *, who: User, why: str = ""
) -> Speaker:
    """Give some of a speaker's statements to a ``new`` record, which is saved here."""
    chosen = list(Attribution.objects.filter(pk__in=[attribution.pk for attribution in attributions]))
    if any(attribution.speaker_id != speaker.pk for attribution in chosen):
        raise ValidationError(f"These statements are not all by {speaker}.")
    with one_action():
        create(new, who=who, why=why)
        reassign(chosen, new, who=who, why=why)
    return new
