"""Names that wait: speakers nobody has looked at, and sources that name nobody the archive knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from statements import curation
from statements.folding import fold
from statements.models import Attribution, Edit, Speaker, Statement
from statements.review.access import curator, curators_only
from statements.review.acting import back, tell
from statements.review.candidates import Candidate, Sought, candidates_for
from statements.review.moving import NO_COUNTRY, Selection
from statements.review.sent import STALE, UNUSABLE, told_of_merge, typed, version_seen
from statements.views.pages import get_page
from statements.views.speakers import with_counts

ON_A_PAGE = 20
# Of the printed sources without a speaker so many are read, the most frequent first; the others
# come up when these are settled.
SPELLINGS = 2000

SPEAKERS, SOURCES = "speakers", "sources"


@dataclass(frozen=True, slots=True)
class Source:
    """Words that name who speaks, in all their spellings, for one country or for none known."""

    key: int
    printed: str
    spellings: list[str]
    country: int | None
    country_name: str
    country_code: str
    found: int

    @property
    def selection(self) -> Selection:
        return Selection(sources=tuple(self.spellings), country=self.country_code or NO_COUNTRY)


@dataclass(frozen=True, slots=True)
class Row:
    """A name in the queue, whom it may mean, and words of its statements."""

    anchor: str
    name: Any
    candidates: list[Candidate]
    example: Statement | None
    printed: str
    version: int = 0
    following: str = ""  # the anchor of the next


@curators_only
@require_safe
def names(request: HttpRequest) -> HttpResponse:
    return _queue(request, SOURCES if request.GET.get("of") == SOURCES else SPEAKERS)


def _queue(
    request: HttpRequest, of: str, error: str = "", since: Sequence[Edit] = (), status: int = 200
) -> HttpResponse:
    page, rows = _sources(request) if of == SOURCES else _provisional(request)
    context = {
        "section": "review",
        "of": of,
        "page": page,
        "rows": [replace(row, following=later.anchor) for row, later in pairwise(rows)] + rows[-1:],
        "base": f"?of={SOURCES}" if of == SOURCES else "?",
        "error": error,
        "since": curation.diffs_of(since),
    }
    return render(request, "review/names.html", context, status=status)


# --- speakers that an import made ------------------------------------------------------------


def provisional_speakers() -> QuerySet[Speaker]:
    """Those with statements that readers see: an empty record can wait."""
    spoken = Attribution.objects.filter(speaker=OuterRef("pk"), statement__listed=True)
    return Speaker.objects.current().filter(Exists(spoken), provisional=True)


def _provisional(request: HttpRequest) -> tuple[Page, list[Row]]:
    waiting = provisional_speakers()
    newest = Attribution.objects.filter(speaker=OuterRef("pk"), statement__listed=True).order_by("-statement")
    counted = (
        with_counts(waiting).select_related("country").annotate(example=Subquery(newest.values("pk")[:1]))
    )
    ordered = counted.order_by("-found", "preferred_name", "slug")
    page = get_page(request, ordered, ON_A_PAGE, count=waiting.count())
    speakers: list[Any] = list(page.object_list)
    offered = candidates_for([Sought(one.preferred_name, one.country_id, one.pk) for one in speakers])
    examples = _examples(one.example for one in speakers)
    versions = dict(
        Edit.objects.filter(record="speaker", record_id__in=[one.pk for one in speakers])
        .order_by()
        .values_list("record_id")
        .annotate(Max("pk"))
    )
    rows = [
        Row(f"n-{one.slug}", one, found, *_example(examples, one.example), versions.get(one.pk, 0))
        for one, found in zip(speakers, offered, strict=True)
    ]
    return page, rows


def _examples(keys: Iterable[int]) -> dict[int, Attribution]:
    rows = Attribution.objects.select_related("statement__article").prefetch_related("statement__parts")
    return rows.defer("statement__article__text", "statement__folded").in_bulk(list(keys))


def _example(examples: dict[int, Attribution], key: int) -> tuple[Statement | None, str]:
    """A statement, and how it prints who speaks."""
    row = examples.get(key)
    return (row.statement, row.source) if row else (None, "")


@curators_only
@require_POST
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    """A provisional speaker is the ``same`` as another, or one of its own."""
    speaker = get_object_or_404(Speaker, slug=slug)
    same = typed(request.POST, "same")
    try:
        with transaction.atomic(), curation.one_action() as action:
            curation.lock(speaker)
            curation.refuse_stale(speaker, version_seen(request, "seen"))
            told = _merge(request, speaker, same) if same else _own(request, speaker)
    except curation.StaleRecord as stale:
        return _queue(request, SPEAKERS, " ".join(stale.messages), stale.since, STALE)
    except ValidationError as error:
        return _queue(request, SPEAKERS, " ".join(error.messages), status=UNUSABLE)
    tell(request, told, action)
    return HttpResponseRedirect(back(request))


def _merge(request: HttpRequest, speaker: Speaker, same: str) -> str:
    winner = Speaker.objects.filter(slug=same).first()
    if winner is None:
        raise ValidationError(gettext("There is no speaker “%(name)s”.") % {"name": same[:200]})
    moved = speaker.attributions.count()
    curation.merge(speaker, winner, who=curator(request), why="the same, by the queue of names")
    return told_of_merge(speaker, winner, moved)


def _own(request: HttpRequest, speaker: Speaker) -> str:
    if request.POST.get("do") != "own":
        raise ValidationError(gettext("Choose whom the name means."))
    if not curation.change(speaker, {"provisional": False}, who=curator(request)):
        told = gettext("%(speaker)s is a speaker of its own already.")
        raise ValidationError(told % {"speaker": speaker})
    return gettext("%(speaker)s is a speaker of its own.") % {"speaker": speaker}


# --- sources without a speaker ------------------------------------------------------------------


def _sources(request: HttpRequest) -> tuple[Page, list[Row]]:
    page = Paginator(unresolved_sources(), ON_A_PAGE).get_page(request.GET.get("page"))
    sources: list[Source] = list(page.object_list)
    offered = candidates_for([Sought(one.printed, one.country) for one in sources])
    examples = _examples(one.key for one in sources)
    rows = [
        Row(f"n-{one.key}", one, found, *_example(examples, one.key))
        for one, found in zip(sources, offered, strict=True)
    ]
    return page, rows


def unresolved_sources() -> list[Source]:
    """The printed sources that have no speaker, alike spellings together, the most frequent first."""
    printed = (
        Attribution.objects.filter(speaker=None, statement__listed=True)
        .exclude(source="")
        .order_by()
        .values_list("source", "country", "country__name", "country__code")
        .annotate(found=Count("pk"), newest=Max("pk"))
        .order_by("-found", "source", "country")[:SPELLINGS]
    )
    groups: dict[tuple[str, int | None], list[Any]] = {}
    for row in printed:
        groups.setdefault((fold(row[0]), row[1]), []).append(row)
    sources = [
        Source(
            key=max(newest for *_, newest in rows),
            printed=rows[0][0],
            spellings=[source for source, *_ in rows],
            country=country,
            country_name=rows[0][2] or "",
            country_code=rows[0][3] or "",
            found=sum(found for *_, found, _ in rows),
        )
        for (_, country), rows in groups.items()
    ]
    return sorted(sources, key=lambda one: -one.found)
