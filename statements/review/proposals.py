"""What the authority files now have otherwise than a person left it: kept as it is, or taken."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from statements import curation
from statements.models import Country, Edit, Proposal, Publisher, Speaker
from statements.review.access import curator, curators_only
from statements.review.acting import last_action, tell
from statements.review.sent import STALE, UNUSABLE, typed
from statements.views.pages import get_page

ON_A_PAGE = 20


class Kind(NamedTuple):
    """A kind of authority record, the field that is its address, and its page."""

    model: Any
    key: str
    page: str


KINDS = {
    "country": Kind(Country, "code", "country-detail"),
    "publisher": Kind(Publisher, "slug", "publisher-detail"),
    "speaker": Kind(Speaker, "slug", "review-speaker"),
}


class Shown(NamedTuple):
    """A proposal as the page shows it. Of a list, the diff tells what only one side has."""

    proposal: Proposal
    record: Any
    address: str
    label: str
    diff: curation.Diff
    is_list: bool
    sources: list[str]
    said: Edit | None
    others: int

    @property
    def what(self) -> str:
        return gettext("%(field)s of %(record)s") % {"field": self.label, "record": self.record}


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def records(request: HttpRequest) -> HttpResponse:
    """The proposals on countries, publishers and speakers, or on ``speaker`` alone; POST decides."""
    if request.method != "POST":
        return _show(request)
    chosen = _chosen(request)
    if not chosen:
        return _show(request, gettext("Choose what shall stand."), UNUSABLE)
    try:
        action = _decide(request, chosen)
    except ValidationError as error:
        if getattr(error, "code", None) not in ("changed", "decided"):
            return _show(request, " ".join(error.messages), UNUSABLE)
        for proposal in curation.on_authority_records().filter(pk__in=[one.pk for one in chosen]):
            curation.look_again(proposal)
        told = gettext(
            "Somebody was here before you. Nothing of yours was done; what you see below is as it is now."
        )
        return _show(request, f"{told} {' '.join(error.messages)}", STALE)
    tell(request, _told(request, chosen), action)
    return HttpResponseRedirect(request.get_full_path())


def _chosen(request: HttpRequest) -> list[Proposal]:
    """What the button is for: one, all that are like it, or all that the page showed."""
    pressed = request.POST.get(_button(request), "")
    if pressed == "all":
        return list(curation.on_authority_records().filter(pk__in=_numbers(request.POST.getlist("shown"))))
    one = Proposal.objects.filter(record__in=KINDS, pk__in=_numbers([pressed])).first()
    if one and f"alike_{one.pk}" in request.POST and one.state == Proposal.State.OPEN:
        return curation.like(one)
    return [one] if one else []


def _numbers(typed: Iterable[str]) -> list[int]:
    return [int(number) for number in typed if number.isdecimal() and len(number) < 19]


def _button(request: HttpRequest) -> str:
    return "take" if "take" in request.POST else "keep"


def _decide(request: HttpRequest, chosen: Sequence[Proposal]) -> uuid.UUID:
    decide = curation.keep_all if _button(request) == "keep" else curation.take_all
    with curation.one_action() as action:
        decide(chosen, who=curator(request))
    return action


def _told(request: HttpRequest, chosen: Sequence[Proposal]) -> str:
    is_taken = _button(request) == "take"
    shown, more = describe(chosen[:1]), len(chosen) - 1
    if not shown:
        return gettext("Taken.") if is_taken else gettext("Kept.")
    if not more:
        told = gettext("Taken: %(what)s.") if is_taken else gettext("Kept: %(what)s.")
    elif is_taken:
        told = ngettext("Taken: %(what)s and %(more)s more.", "Taken: %(what)s and %(more)s more.", more)
    else:
        told = ngettext("Kept: %(what)s and %(more)s more.", "Kept: %(what)s and %(more)s more.", more)
    return told % {"what": shown[0].what, "more": more}


def _show(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    slug = typed(request.GET, "speaker")
    rows = curation.on_authority_records()
    if slug:
        rows = rows.filter(record="speaker", record_id__in=Speaker.objects.filter(slug=slug).values("pk"))
    page = get_page(request, rows, ON_A_PAGE)
    context = {
        "section": "review",
        "page": page,
        "base": "?" + urlencode({"speaker": slug} if slug else {}),
        "shown": describe(list(page.object_list)),
        "error": error,
        "undo": last_action(request),
    }
    return render(request, "review/records.html", context, status=status)


def describe(proposals: Sequence[Proposal]) -> list[Shown]:
    """Proposals with both values in words, and who said last what stands; a fixed number of queries."""
    rows = _records_of(proposals)
    proposals = [one for one in proposals if (one.record, one.record_id) in rows]
    apart = [_apart(one) for one in proposals]
    said = _said_last(proposals)
    shown = []
    diffs, counts = curation.proposals_in_words(apart), curation.count_alike(proposals)
    for one, parts, diff, others in zip(proposals, apart, diffs, counts, strict=True):
        record, kind = rows[one.record, one.record_id], KINDS[one.record]
        shown.append(
            Shown(
                proposal=one,
                record=record,
                address=reverse(kind.page, args=[getattr(record, kind.key)]),
                # Only speakers hold offices.
                label=diff.label if one.record == "speaker" or one.field != "names" else gettext("names"),
                diff=diff,
                is_list=isinstance(one.value, list),
                sources=_sources(parts) if diff.before == diff.after else [],
                said=said.get((one.record, one.record_id, one.field))
                or said.get((one.record, one.record_id, "created")),
                others=others,
            )
        )
    return shown


def _records_of(proposals: Sequence[Proposal]) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    for name in {one.record for one in proposals}:
        wanted = [one.record_id for one in proposals if one.record == name]
        found |= {(name, pk): row for pk, row in KINDS[name].model.objects.in_bulk(wanted).items()}
    return found


def _apart(proposal: Proposal) -> Proposal:
    """Of lists what only one side has: fifty names that both have hide the one that they do not."""
    here, there = proposal.current, proposal.value
    if isinstance(here, list) and isinstance(there, list):
        here, there = [one for one in here if one not in there], [one for one in there if one not in here]
    return Proposal(
        record=proposal.record,
        record_id=proposal.record_id,
        field=proposal.field,
        current=here,
        value=there,
    )


def _sources(parts: Proposal) -> list[str]:
    """Where the offices are from on both sides, when nothing else of them differs."""
    sides = [value if isinstance(value, list) else [] for value in (parts.current, parts.value)]
    return [", ".join(dict.fromkeys(one["source"] for one in side if "office" in one)) for side in sides]


def _said_last(proposals: Sequence[Proposal]) -> dict[tuple[str, int, str], Edit]:
    edits = Edit.objects.filter(
        record__in={one.record for one in proposals},
        record_id__in={one.record_id for one in proposals},
        field__in={"created", *(one.field for one in proposals)},
    )
    return {
        (edit.record, edit.record_id, edit.field): edit for edit in edits.select_related("who").order_by("pk")
    }
