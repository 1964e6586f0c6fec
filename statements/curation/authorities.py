"""Speakers: two records that are one, and one that is two.

A merge is one action of ordinary edits: the loser points to the winner, the
winner takes its names and offices, and every statement gets the winner as its
speaker. So taking the action back takes the merge back.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import Change, one_action, record_edits
from statements.curation.records import (
    create,
    follow_statements,
    in_slices,
    lock_statements,
    locked,
    set_field,
)
from statements.curation.reverting import revert_action
from statements.curation.statements import correct_attribution
from statements.logged_fields import names_of
from statements.models import Attribution, Country, Edit, Speaker, Statement, User
from statements.utterances.members import suggest_for_speaker


@transaction.atomic
def merge(loser: Speaker, winner: Speaker, *, who: User, why: str = "") -> list[Edit]:
    """Make two records of one speaker one; the loser's address leads to the winner.

    Raises ValidationError for a record and itself, or when one of them is merged already.
    """
    # In one order, so that two merges never wait for each other.
    rows = {speaker.pk: locked(speaker) for speaker in sorted((loser, winner), key=lambda one: one.pk)}
    gone, stays = rows[loser.pk], rows[winner.pk]
    refuse_merge(gone, stays)
    with one_action():
        edits = [set_field(gone, "merged_into", stays.pk, who=who, why=why)]
        names = names_given(gone, stays)
        if names:
            edits.append(set_field(stays, "names", [*names_of(stays), *names], who=who, why=why))
        moved = reassign(gone.attributions.all(), stays, who=who, why=why)
    if moved:
        suggest_for_speaker(stays.pk)
    edits += moved
    return [edit for edit in edits if edit]


def refuse_merge(loser: Speaker, winner: Speaker) -> None:
    """Raise ValidationError where a merge makes no sense."""
    if loser == winner:
        raise ValidationError(gettext("A speaker cannot be merged with itself."))
    for speaker in (loser, winner):
        if speaker.merged_into_id:
            told = gettext("%(speaker)s is merged into %(other)s already.")
            raise ValidationError(told % {"speaker": speaker, "other": speaker.merged_into})
    if loser.merged_from.exists():
        told = gettext("Others are merged into %(loser)s: merge those into %(winner)s as well, first.")
        raise ValidationError(told % {"loser": loser, "winner": winner})


def names_given(loser: Speaker, winner: Speaker) -> list[dict[str, str]]:
    """What the winner takes over: the loser's name as a variant, its variants and its offices."""
    has = set(map(_told_apart_by, names_of(winner)))
    names = [{"variant": loser.preferred_name}, *names_of(loser)]
    return list({_told_apart_by(name): name for name in names if _told_apart_by(name) not in has}.values())


def _told_apart_by(name: dict[str, str]) -> tuple[str, ...]:
    """What no two names of a speaker may share."""
    return (name["variant"],) if "variant" in name else (name["office"], name["start"])


@transaction.atomic
def unmerge(loser: Speaker, *, who: User, why: str = "") -> list[Edit]:
    """Take a merge back. What somebody changed since on one statement stays as it is there."""
    row = locked(loser)
    if not row.merged_into_id:
        raise ValidationError(gettext("%(speaker)s is not merged into another.") % {"speaker": row})
    merged = Edit.objects.filter(record="speaker", record_id=row.pk, field="merged_into").latest("id")
    return revert_action(merged.action, who=who, why=why, skip_changed=True)


@transaction.atomic
def reassign(
    attributions: Iterable[Attribution], speaker: Speaker, *, who: User, why: str = ""
) -> list[Edit]:
    """Give statements another speaker. What they say and whether they are reviewed stays."""
    given = {attribution.pk: attribution.statement_id for attribution in attributions}
    lock_statements(given.values())
    edits = []
    with one_action():
        for some in in_slices(sorted(given)):
            rows = Attribution.objects.filter(pk__in=some).exclude(speaker=speaker)
            found = list(rows.values_list("statement", "order", "speaker"))
            changes = (
                Change(pk, f"attribution {order}: speaker", old, speaker.pk) for pk, order, old in found
            )
            edits += record_edits(Statement, changes, who=who, why=why)
            rows.update(speaker=speaker)
    follow_statements([edit.record_id for edit in edits])
    return edits


@transaction.atomic
def name_speaker(
    attributions: Iterable[Attribution], speaker: Speaker, *, who: User, why: str = ""
) -> list[Edit]:
    """Say who speaks in several statements; they are then "corrected", so that no import knows better.

    They are spoken for the speaker's country where none was known, or where it was that of the one before.
    """
    edits = []
    with one_action():
        for attribution in attributions:
            country = country_with(attribution, speaker)
            edits += correct_attribution(
                attribution, speaker=speaker, country=country, role=attribution.role, who=who, why=why
            )
    return edits


def country_with(attribution: Attribution, speaker: Speaker) -> Country | None:
    """For whom the words are spoken if ``speaker`` speaks them."""
    before = attribution.speaker
    is_open = attribution.country is None or (before and before.country_id == attribution.country_id)
    return speaker.country if is_open and speaker.country else attribution.country


@transaction.atomic
def split(
    speaker: Speaker, new: Speaker, attributions: Iterable[Attribution], *, who: User, why: str = ""
) -> Speaker:
    """Give some of a speaker's statements to a ``new`` record, which is saved here."""
    chosen = list(
        Attribution.objects.filter(pk__in=[attribution.pk for attribution in attributions]).select_related(
            "statement", "speaker", "country"
        )
    )
    if any(attribution.speaker_id != speaker.pk for attribution in chosen):
        raise ValidationError(gettext("These statements are not all by %(speaker)s.") % {"speaker": speaker})
    name_new_speaker(chosen, new, who=who, why=why)
    return new


@transaction.atomic
def name_new_speaker(
    attributions: Sequence[Attribution], new: Speaker, *, who: User, why: str = ""
) -> uuid.UUID:
    """Give statements of one speaker, or of nobody known, to a ``new`` record, which is saved here.

    It is saved as merged into the one who spoke before, or as provisional, and
    the action that makes it independent, whose number is returned, is an
    ordinary edit: to undo that leads its address back.
    """
    before = {attribution.speaker for attribution in attributions}
    if len(before) != 1:
        raise ValidationError(gettext("Choose statements of one speaker."))
    [speaker] = before
    new.merged_into, new.provisional = speaker, speaker is None
    create(new, who=who, why=why)
    with one_action() as action:
        if speaker:
            set_field(new, "merged_into", None, who=who, why=why)
        else:
            set_field(new, "provisional", False, who=who, why=why)
        name_speaker(attributions, new, who=who, why=why)
    return action
