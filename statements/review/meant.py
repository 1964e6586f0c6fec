"""Whom a curator means by a name as typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from statements.models import Speaker
from statements.review.candidates import Candidate, Sought, candidates_for
from statements.review.look_up import speakers_called


@dataclass(frozen=True, slots=True)
class Meant:
    """The speaker that a typed name means; else why not, and whom it may mean."""

    speaker: Speaker | None = None
    error: str = ""
    offered: Iterable[Candidate] = ()


def whom(name: str, but: str = "") -> Meant:
    """Who is meant by a name or the last part of an address, as typed."""
    if not name:
        return Meant()
    found = speakers_called(name)
    found = [one for one in found if one.slug == name] or found
    if len(found) == 1:
        return Meant(found[0])
    itself = Speaker.objects.filter(slug=but).values_list("pk", flat=True).first() if but else None
    [offered] = candidates_for([Sought(name, speaker=itself)])
    if not found:
        return Meant(
            error=gettext("No speaker is called “%(name)s”: choose one.") % {"name": name}, offered=offered
        )
    told = ngettext(
        "%(count)s speaker is called “%(name)s”: choose one.",
        "%(count)s speakers are called “%(name)s”: choose one.",
        len(found),
    )
    return Meant(error=told % {"count": len(found), "name": name}, offered=offered)
