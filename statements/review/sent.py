"""What a form of the workbench sent, and the answer to one that cannot be used."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import ngettext

from statements.models import Speaker
from statements.review.acting import back
from statements.templatetags.wording import count

STALE = 409
UNUSABLE = 422


def typed(asked: QueryDict, name: str) -> str:
    """One line that somebody typed."""
    return asked.get(name, "").strip()[:300]


def version_seen(request: HttpRequest, name: str) -> int:
    """The version that a form has seen; none of them for nonsense."""
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() and len(typed) < 19 else -1


def status_of(error: ValidationError) -> int:
    return STALE if getattr(error, "code", None) == "stale" else UNUSABLE


def told_of_merge(loser: Speaker, winner: Speaker, moved: int) -> str:
    told = ngettext(
        "%(loser)s merged into %(winner)s, with %(count)s statement.",
        "%(loser)s merged into %(winner)s, with %(count)s statements.",
        moved,
    )
    return told % {"loser": loser, "winner": winner, "count": count(moved)}


def after(request: HttpRequest, speaker: Speaker) -> str:
    """Where to go on: where the form asks, else to the speaker's page of the workbench."""
    return back(request) if request.POST.get("next") else reverse("review-speaker", args=[speaker.slug])
