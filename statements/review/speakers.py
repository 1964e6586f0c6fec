"""One speaker in the workbench: merge, un-merge, names and offices, statements, and what was done."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from statements import curation, edtf
from statements.models import Attribution, Country, Edit, Office, Speaker, Statement, User, VariantName
from statements.models.fields import check_edtf
from statements.review.access import curator, curators_only
from statements.review.acting import tell
from statements.review.candidates import Sought, candidates_for
from statements.review.look_up import country_called, no_country_called
from statements.review.meant import whom
from statements.review.sent import STALE, UNUSABLE, after, told_of_merge, typed, version_seen
from statements.views.entries import Entry, build_entries, for_entries
from statements.views.pages import get_page
from statements.views.speakers import count_printed, with_counts

ON_A_PAGE = 50
ACTIONS = 30


def _speaker(slug: str) -> Speaker:
    proposals = curation.on_authority_records().filter(record="speaker", record_id=OuterRef("pk"))
    speakers = Speaker.objects.select_related("country", "merged_into")
    return get_object_or_404(speakers.annotate(is_proposed=Exists(proposals)), slug=slug)


# --- its pages ----------------------------------------------------------------------------


@curators_only
@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Its names, and the records near it."""
    one = _speaker(slug)
    context = {
        "section": "review",
        "speaker": one,
        "found": one.attributions.filter(statement__listed=True).count(),
        "variants": one.variants.all(),
        "offices": one.offices.select_related("country"),
        "merged_from": one.merged_from.all(),
        "candidates": _nearest(one),
    }
    return render(request, "review/speaker.html", context)


@curators_only
@require_safe
def statements_of(request: HttpRequest, slug: str) -> HttpResponse:
    """Its statements, to choose some and give them another speaker or a record of their own."""
    one = _speaker(slug)
    printed = typed(request.GET, "printed")
    rows = one.attributions.filter(statement__listed=True)
    wanted = rows.filter(source=printed) if printed else rows
    page = get_page(request, wanted.order_by("-statement", "order"), ON_A_PAGE)
    chosen = list(page.object_list)
    entries = _entries(chosen)
    context = {
        "section": "review",
        "speaker": one,
        "page": page,
        "rows": [(row, entries[row.statement_id]) for row in chosen],
        "printed": count_printed(one),
        "asked": printed,
        "base": "?" + urlencode({"printed": printed} if printed else {}),
    }
    return render(request, "review/speaker_statements.html", context)


@curators_only
@require_safe
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """What people did to it, each action with its undo."""
    one = _speaker(slug)
    context = {"section": "review", "speaker": one, "log": read_log(one), "here": request.get_full_path()}
    return render(request, "review/speaker_log.html", context)


def _entries(rows: list[Attribution]) -> dict[int, Entry]:
    wanted = Statement.objects.filter(pk__in=[row.statement_id for row in rows])
    return {entry.statement.pk: entry for entry in build_entries(for_entries(wanted))}


def _nearest(one: Speaker) -> list[Any]:
    if one.merged_into_id:
        return []
    return candidates_for([Sought(one.preferred_name, one.country_id, one.pk)])[0]


# --- what was done ------------------------------------------------------------------------


@dataclass(slots=True)
class Deed:
    """One action on a speaker, as its log tells it."""

    action: uuid.UUID
    who: User
    when: datetime
    why: str
    is_undo: bool
    diffs: list[curation.Diff] = field(default_factory=list)
    moves: list[tuple[int, str, str]] = field(default_factory=list)
    is_undone: bool = False
    can_be_undone: bool = True


def read_log(one: Speaker) -> list[Deed]:
    """The last actions that changed the record or moved its statements, the newest first."""
    its_own = Q(record="speaker", record_id=one.pk)
    moved = _moves().filter(Q(old=one.pk) | Q(new=one.pk))
    last = (
        Edit.objects.filter(its_own | Q(pk__in=moved.values("pk")), action__isnull=False)
        .order_by()
        .values("action")
        .annotate(last=Max("pk"))
        .order_by("-last")
        .values_list("last", flat=True)[:ACTIONS]
    )
    newest = Edit.objects.filter(pk__in=list(last)).select_related("who").order_by("-pk")
    deeds = {
        edit.action: Deed(
            cast(uuid.UUID, edit.action), edit.who, edit.when, edit.why, edit.reverts_id is not None
        )
        for edit in newest
    }
    for diff in curation.diffs_of(Edit.objects.filter(its_own, action__in=deeds)):
        deed = deeds[diff.edit.action]
        deed.diffs.append(diff)
        deed.can_be_undone = deed.can_be_undone and diff.edit.field != "created"
    _tell_moves(deeds, one)
    for action in Edit.objects.filter(reverts__action__in=deeds).values_list("reverts__action", flat=True):
        deeds[action].is_undone = True
    return list(deeds.values())


def _moves() -> QuerySet[Edit]:
    """The edits that gave a statement another speaker."""
    return Edit.objects.filter(
        record="statement", field__startswith="attribution ", field__endswith=": speaker"
    )


def _tell_moves(deeds: dict[Any, Deed], one: Speaker) -> None:
    """How many statements each action moved, from whom and to whom."""
    counted = (
        _moves()
        .filter(Q(old=one.pk) | Q(new=one.pk), action__in=deeds)
        .order_by()
        .values_list("action", "old", "new")
        .annotate(n=Count("pk"))
    )
    moves = list(counted)
    names = Speaker.objects.in_bulk({pk for _, old, new, _ in moves for pk in (old, new) if pk})
    for action, old, new, number in moves:
        giver, taker = (str(names.get(pk, gettext("nobody known"))) for pk in (old, new))
        deeds[action].moves.append((number, giver, taker))


# --- merge ----------------------------------------------------------------------------------


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Merge this record into another. GET shows both and what will move, POST does it."""
    if request.method == "POST":
        into = typed(request.POST, "into")
        try:
            return _merge(request, _speaker(slug), _speaker(into))
        except curation.StaleRecord as stale:
            return _show_merge(request, slug, into, since=stale.since)
        except ValidationError as error:
            return _show_merge(request, slug, into, error=" ".join(error.messages))
    meant = whom(typed(request.GET, "into"), but=slug)
    if meant.speaker:
        return _show_merge(request, slug, meant.speaker.slug)
    context = {
        "section": "review",
        "speaker": _speaker(slug),
        "meant": meant,
        "next": request.GET.get("next", ""),
    }
    return render(request, "review/speaker_into.html", context, status=UNUSABLE if meant.error else 200)


def _merge(request: HttpRequest, loser: Speaker, winner: Speaker) -> HttpResponse:
    with transaction.atomic():
        for one in sorted((loser, winner), key=lambda one: one.pk):
            curation.lock(one)
        curation.refuse_stale(loser, version_seen(request, "seen"))
        curation.refuse_stale(winner, version_seen(request, "seen_into"))
        with curation.one_action() as action:
            moved = loser.attributions.count()
            curation.merge(loser, winner, who=curator(request), why=typed(request.POST, "why"))
    tell(request, told_of_merge(loser, winner, moved), action)
    return HttpResponseRedirect(after(request, winner))


def _show_merge(
    request: HttpRequest, slug: str, into: str, error: str = "", since: list[Edit] | None = None
) -> HttpResponse:
    sides = _both(slug, into)
    loser, winner = sides
    asked = request.POST if request.method == "POST" else request.GET
    refused = error
    try:
        curation.refuse_merge(loser, winner)
    except ValidationError as cannot:
        refused = " ".join(cannot.messages)
    given = curation.names_given(loser, winner)
    seen = _versions([one.pk for one in sides])
    context = {
        "section": "review",
        "speaker": loser,
        "winner": winner,
        "sides": sides,
        "variants": [name["variant"] for name in given if "variant" in name],
        "offices": [name for name in given if "office" in name],
        "seen": seen.get(loser.pk, 0),
        "seen_into": seen.get(winner.pk, 0),
        "why": typed(asked, "why"),
        "next": asked.get("next", ""),
        "refused": refused,
        "is_stale": since is not None,
        "since": curation.diffs_of(since or []),
    }
    status = STALE if since is not None else (UNUSABLE if refused else 200)
    return render(request, "review/speaker_merge.html", context, status=status)


def _both(slug: str, into: str) -> tuple[Any, Any]:
    """Both records with all that the preview shows; ``moved`` counts what readers do not see too."""
    spoken = Attribution.objects.filter(speaker=OuterRef("pk")).order_by().values("speaker")
    moved = Coalesce(Subquery(spoken.annotate(n=Count("pk")).values("n")), 0)
    rows = with_counts(Speaker.objects.select_related("country", "merged_into")).annotate(moved=moved)
    offices = Prefetch("offices", Office.objects.select_related("country"))
    found = {
        one.slug: one for one in rows.filter(slug__in=(slug, into)).prefetch_related("variants", offices)
    }
    if slug not in found or into not in found:
        raise Http404("There is no such speaker.")
    return found[slug], found[into]


def _versions(keys: list[int]) -> dict[int, int]:
    """`curation.version_of` for several speakers; without those that nobody edited."""
    edits = Edit.objects.filter(record="speaker", record_id__in=keys).order_by()
    return dict(edits.values_list("record_id").annotate(Max("pk")))


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def unmerge(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a merge back. GET shows what goes back and what stays, POST does it."""
    loser = _speaker(slug)
    if loser.merged_into is None:
        raise Http404("This speaker is not merged into another.")
    since: list[Edit] | None = None
    if request.method == "POST":
        try:
            with transaction.atomic():
                curation.lock(loser)
                curation.refuse_stale(loser, version_seen(request, "seen"))
                with curation.one_action() as action:
                    curation.unmerge(loser, who=curator(request), why=typed(request.POST, "why"))
        except curation.StaleRecord as stale:
            since = stale.since
            loser = _speaker(slug)
        else:
            told = gettext("%(speaker)s is a speaker of its own again.") % {"speaker": loser}
            tell(request, told, action)
            return HttpResponseRedirect(after(request, loser))
    merged = Edit.objects.filter(record="speaker", record_id=loser.pk, field="merged_into").latest("pk")
    moves = _moves().filter(action=merged.action)
    context = {
        "section": "review",
        "speaker": loser,
        "winner": loser.merged_into,
        "merged": merged,
        "moved": moves.count(),
        "back": _still_with(loser.merged_into, moves),
        "names": _names_given_then(loser, merged),
        "seen": curation.version_of(loser),
        "is_stale": since is not None,
        "since": curation.diffs_of(since or []),
    }
    return render(request, "review/speaker_unmerge.html", context, status=STALE if since is not None else 200)


def _still_with(winner: Speaker | None, moves: QuerySet[Edit]) -> int:
    """How many of the places that a merge changed still name the winner."""
    rows = Attribution.objects.filter(speaker=winner, statement__in=moves.values("record_id"))
    places = {(row, f"attribution {order}: speaker") for row, order in rows.values_list("statement", "order")}
    return len(places.intersection(moves.values_list("record_id", "field")))


def _names_given_then(loser: Speaker, merged: Edit) -> tuple[list[curation.Diff], bool]:
    """What the merge did to the winner's names, and whether they have stayed so since."""
    edits = list(Edit.objects.filter(action=merged.action, record="speaker", field="names"))
    stayed = all(curation.names_of(loser.merged_into) == edit.new for edit in edits if loser.merged_into)
    return curation.diffs_of(edits), stayed


# --- names and offices --------------------------------------------------------------------


class VariantForm(forms.ModelForm):
    class Meta:
        model = VariantName
        fields = ["text"]
        labels = {"text": gettext_lazy("Name")}


class OfficeForm(forms.ModelForm):
    """A dated post. The country is typed by name or code."""

    of = forms.CharField(required=False, max_length=120, label=gettext_lazy("Country"))

    class Meta:
        model = Office
        fields = ["title", "start", "end", "source"]
        labels = {
            "title": gettext_lazy("Office"),
            "start": pgettext_lazy("first day", "From"),
            "end": pgettext_lazy("last day", "To"),
            "source": gettext_lazy("Source"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"].initial = self.instance.country.name if self.instance.country else ""

    def clean_of(self) -> Country | None:
        name, before = self.cleaned_data["of"].strip(), self.instance.country
        if before is None or before.name != name:
            self.instance.country = country_called(name) if name else None
        if name and self.instance.country is None:
            raise ValidationError(no_country_called(name))
        return self.instance.country

    def clean_start(self) -> str:
        return _day(self.cleaned_data["start"])

    def clean_end(self) -> str:
        end, start = _day(self.cleaned_data["end"]), self.cleaned_data.get("start")
        if start and end and edtf.bounds(end)[1] < edtf.bounds(start)[0]:
            raise ValidationError(gettext("The office ends before it begins."))
        return end


def _day(typed: str) -> str:
    if typed and "/" in typed:
        raise ValidationError(gettext("A day, a month or a year: 2020-07-13, 2020-07 or 2020."))
    if typed:
        check_edtf(typed)
    return typed


VariantForms = forms.inlineformset_factory(Speaker, VariantName, VariantForm, extra=2, can_delete_extra=False)
OfficeForms = forms.inlineformset_factory(Speaker, Office, OfficeForm, extra=1, can_delete_extra=False)


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit other names and offices; what changed is one edit, and one undo."""
    one = _speaker(slug)
    data = request.POST if request.method == "POST" else None
    status = 200
    since: list[Edit] = []
    with transaction.atomic():
        row = curation.lock(one)
        posts = row.offices.select_related("country")
        variants, offices = VariantForms(data, instance=row), OfficeForms(data, instance=row, queryset=posts)
        if data is not None:
            try:
                curation.refuse_stale(row, version_seen(request, "seen"))
            except curation.StaleRecord as stale:
                status, since = STALE, stale.since
            else:
                if variants.is_valid() & offices.is_valid():  # both, for both to show what is wrong
                    return _save_names(request, row, variants, offices)
                status = UNUSABLE
    if status == STALE:
        variants, offices = VariantForms(instance=row), OfficeForms(instance=row, queryset=posts)
    context = {
        "section": "review",
        "speaker": one,
        "variants": variants,
        "offices": offices,
        "seen": curation.version_of(one),
        "is_stale": status == STALE,
        "since": curation.diffs_of(since),
        "why": typed(request.POST, "why"),
    }
    return render(request, "review/speaker_names.html", context, status=status)


def _save_names(request: HttpRequest, row: Speaker, variants: Any, offices: Any) -> HttpResponse:
    before = curation.names_of(row)
    variants.save()
    offices.save()
    fresh = Speaker.objects.get(pk=row.pk)
    with curation.one_action() as action:
        edit = curation.change_names(fresh, before, who=curator(request), why=typed(request.POST, "why"))
    if edit:
        tell(request, gettext("Names and offices of %(speaker)s changed.") % {"speaker": row}, action)
    else:
        tell(request, gettext("Nothing changed."))
    return HttpResponseRedirect(after(request, row))
