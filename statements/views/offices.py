"""Who held which office when the words were said, and who held it before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from statements import edtf
from statements.models.authority import Office, Speaker
from statements.models.statement import Attribution


def days_held(office: Office) -> tuple[date, date | None] | None:
    """From which day on the office was surely held, and before which day; its days at their widest doubt.

    An office whose beginning nobody wrote down is held on no day that the archive knows of.
    """
    try:
        return edtf.bounds(office.start)[1], edtf.bounds(office.end)[0] if office.end else None
    except ValueError:
        return None


def spoken_in(office: Office, attributions: QuerySet[Attribution]) -> QuerySet[Attribution]:
    """What its holder surely said in it."""
    days = days_held(office)
    if days is None:
        return attributions.none()
    begun, ended = days
    own = attributions.filter(speaker=office.speaker_id, statement__said_earliest__gte=begun)
    return own.filter(statement__said_latest__lt=ended) if ended else own


def offices_by_speaker(speakers: Iterable[int]) -> dict[int, list[Office]]:
    found = defaultdict(list)
    for office in Office.objects.filter(speaker__in=list(speakers)).select_related("country"):
        found[office.speaker_id].append(office)
    return found


class OfficeHeld(NamedTuple):
    """An office, and who else is recorded to have held it just before and just after."""

    office: Office
    before: Speaker | None
    after: Speaker | None


def offices_of(speaker: Speaker) -> list[OfficeHeld]:
    """Of an office that several held at a time, as an ambassador's, no one comes before or after."""
    own = Office.objects.filter(speaker=speaker, title=OuterRef("title"))
    rows = Office.objects.filter(Q(speaker=speaker) | Exists(own.filter(country=OuterRef("country"))))
    rows = rows.filter(speaker__merged_into=None).select_related("speaker", "country").order_by("start", "pk")
    held: dict[tuple[str, int | None], list[Office]] = defaultdict(list)
    for office in rows:
        held[office.title, office.country_id].append(office)
    return [
        neighbours_of(office, [holder for holder in holders if holder.start])
        for holders in held.values()
        for office in holders
        if office.speaker_id == speaker.pk
    ]


def neighbours_of(office: Office, holders: list[Office]) -> OfficeHeld:
    """``holders`` by the day on which they began."""
    places = [number for number, holder in enumerate(holders) if holder.pk == office.pk]
    if not places:
        return OfficeHeld(office, None, None)
    at = places[0]
    before, after = holders[at - 1] if at else None, holders[at + 1] if at + 1 < len(holders) else None
    return OfficeHeld(
        office,
        before.speaker if before and follows(before, office) else None,
        after.speaker if after and follows(office, after) else None,
    )


def follows(one: Office, other: Office) -> bool:
    """Whether one office ended before another began, and nobody else's day lies between by its years.

    Dates of days, months and years are compared as far as both go.
    """
    length = min(len(one.end), len(other.start))
    return bool(one.end) and one.end[:length] <= other.start[:length]
