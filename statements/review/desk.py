"""The desk: one statement among its article's words, and everything a curator may do with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from statements import curation
from statements.models import Article, Edit, ImportOutcome, Proposal, Statement
from statements.models.statement import GONE
from statements.review.access import curator, curators_only
from statements.review.acting import last_action, tell
from statements.review.forms import StatementForm
from statements.review.leases import give_up, take_lease
from statements.review.look_up import LOOKED_UP, described
from statements.review.names import provisional_speakers, unresolved_sources
from statements.review.queues import COUNTED_TO, QUEUES, Queue, count, next_after
from statements.review.sent import STALE, UNUSABLE, typed
from statements.review.utterances import waiting
from statements.review.words import locate
from statements.views.articles import statements_in
from statements.views.reading import Marked, read_article
from statements.views.statements import with_chain

LENGTHS = {"year": 4, "month": 7, "day": 10}
CHANGES_SHOWN = 8
# Fields that a machine proposes whole and people change one by one.
PARTS_OF_FIELDS = {"attributions": "attribution ", "said": "said_"}
# What "accept" has no use for: Enter in such a field, without script, presses the form's first button.
OF_OTHER_BUTTONS = {
    "why": gettext_lazy("Reject"),
    "second": gettext_lazy("Cut in two"),
    "wrong": gettext_lazy("Note it beside the text"),
}


class Done(NamedTuple):
    """What an action did, in words, and the number by which it is undone."""

    told: str
    action: uuid.UUID | None


class Button(NamedTuple):
    """What a button of the desk does, whether it reads the fields, and whether the statement stays open."""

    press: Callable[[HttpRequest, Statement, StatementForm], Done]
    reads_fields: bool
    stays: bool = False


# --- queues --------------------------------------------------------------------------


@curators_only
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    give_up(curator(request))
    queues = [(queue, count(queue)) for queue in QUEUES.values()]
    held = ImportOutcome.objects.filter(result=ImportOutcome.Result.HELD).count()
    records = curation.on_authority_records().count()
    names = provisional_speakers().count() + len(unresolved_sources())
    context = {
        "section": "review",
        "queues": queues,
        "counted_to": COUNTED_TO,
        "held": held,
        "names": names,
        "records": records,
        "utterances": waiting()[: COUNTED_TO + 1].count(),
    }
    return render(request, "review/home.html", context)


@curators_only
@require_GET
def queue_start(request: HttpRequest, name: str) -> HttpResponse:
    """On to the first that waits and that nobody works on."""
    return _go_on(request, _queue(name), None)


def _queue(name: str) -> Queue:
    try:
        return QUEUES[name]
    except KeyError:
        raise Http404(f"There is no queue “{name}”.") from None


def _go_on(request: HttpRequest, queue: Queue, statement: Statement | None) -> HttpResponse:
    following = next_after(queue, statement, curator(request))
    if following is None:
        messages.success(request, str(queue.empty))
        return HttpResponseRedirect(reverse("review-home"))
    return HttpResponseRedirect(_address(queue, following))


def _address(queue: Queue, statement: Statement) -> str:
    return reverse("review-statement", args=[queue.name, statement.public_id])


# --- one statement ----------------------------------------------------------------------


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest, name: str, public_id: str) -> HttpResponse:
    queue = _queue(name)
    if request.method == "POST":
        return _act(request, queue, public_id)
    one = _read(public_id)
    if one.article.superseded:
        messages.error(request, gettext("That statement stands in an older version of its article."))
        return HttpResponseRedirect(reverse("review-home"))
    return _desk(request, queue, one, StatementForm(one))


def _read(public_id: str) -> Statement:
    return get_object_or_404(with_chain(Statement.objects.all()), public_id=public_id)


def _act(request: HttpRequest, queue: Queue, public_id: str) -> HttpResponse:
    """Do what the button says, if the form has seen the statement as it is now."""
    button = BUTTONS.get(request.POST.get("do", ""))
    if button is None:
        raise Http404("There is no such button.")
    with transaction.atomic():
        curation.lock(get_object_or_404(Statement, public_id=public_id))
        one = _read(public_id)
        form = StatementForm(one, request.POST)
        if form.is_stale:
            since = form.edits_since()
            return _desk(request, queue, one, form.renewed(), status=STALE, since=since)
        if button.reads_fields and not form.is_valid():
            return _desk(request, queue, one, form, status=UNUSABLE)
        try:
            with transaction.atomic():
                done = button.press(request, one, form)
        except ValidationError as error:
            form.is_valid()
            # In words alone: what was refused may be a field that the form has not.
            form.add_error(None, error.messages)
            return _desk(request, queue, _read(public_id), form, status=UNUSABLE)
    tell(request, done.told, done.action)
    if button.stays or request.POST.get("then") == "stay":
        return HttpResponseRedirect(_address(queue, one))
    return _go_on(request, queue, one)


def _accept(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    """Right as it is, or right as corrected."""
    for name, button in OF_OTHER_BUTTONS.items():
        if typed(request.POST, name):
            told = gettext("Something is typed for “%(button)s”: press that, or empty the field.")
            raise ValidationError(told % {"button": button})
    with curation.one_action() as action:
        edits = curation.correct(one, form.changes(), who=curator(request), **form.corrections())
        if not edits:
            curation.approve(one, who=curator(request))
    return Done(gettext("Corrected.") if edits else gettext("Accepted."), action)


def _reject(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    with curation.one_action() as action:
        curation.reject(one, who=curator(request), why=typed(request.POST, "why"))
    return Done(gettext("Rejected."), action)


def _cut(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    """The words of the form stay, those of the field "second" are a statement of their own."""
    first = form.cleaned_data["words"]
    second = locate(one.article.text, request.POST.get("second", ""), one.start)
    with curation.one_action() as action:
        curation.cut(one, first, second, who=curator(request))
    return Done(gettext("Cut in two."), action)


def _join(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    other = one.article.statements.filter(public_id=request.POST.get("other", "")).first()
    if other is None:
        raise ValidationError(gettext("Choose the statement to join."))
    with curation.one_action() as action:
        curation.join(one, other, who=curator(request))
    return Done(gettext("Joined with %(other)s.") % {"other": other.public_id}, action)


def _decide(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    """Each proposal taken or kept as chosen; with "alike" the same for all that would change the same."""
    taken = kept = 0
    with curation.one_action() as action:
        for proposal in proposals_of(one):
            choice = request.POST.get(f"proposal_{proposal.pk}")
            wanted = curation.like(proposal) if request.POST.get(f"alike_{proposal.pk}") else [proposal]
            if choice == "take":
                taken += curation.take_all(wanted, who=curator(request))
            elif choice == "keep":
                kept += curation.keep_all(wanted, who=curator(request))
    if not taken + kept:
        raise ValidationError(gettext("Choose what shall stand."))
    told = ngettext("%(taken)s taken, %(kept)s kept.", "%(taken)s taken, %(kept)s kept.", taken + kept)
    return Done(told % {"taken": taken, "kept": kept}, action)


def _note_error(request: HttpRequest, one: Statement, form: StatementForm) -> Done:
    """The text stays as printed; readers see the note beside it."""
    [words, *_] = locate(one.article.text, request.POST.get("wrong", ""), one.start)
    note, evidence = (request.POST.get(name, "").strip() for name in ("right", "evidence"))
    with curation.one_action() as action:
        curation.note_error(one, words, note=note, evidence=evidence, who=curator(request))
    if not Edit.objects.filter(action=action).exists():
        return Done(gettext("That is noted already."), None)
    return Done(gettext("Noted beside the text."), action)


BUTTONS = {
    "accept": Button(_accept, reads_fields=True),
    "reject": Button(_reject, reads_fields=False),
    "cut": Button(_cut, reads_fields=True),
    "join": Button(_join, reads_fields=False),
    "decide": Button(_decide, reads_fields=False),
    "error": Button(_note_error, reads_fields=False, stays=True),
}


def proposals_of(one: Statement) -> list[Proposal]:
    return list(Proposal.objects.open().filter(record="statement", record_id=one.pk))


# --- the page -------------------------------------------------------------------------------


def _desk(
    request: HttpRequest,
    queue: Queue,
    one: Statement,
    form: StatementForm,
    status: int = 200,
    since: list[Edit] | None = None,
) -> HttpResponse:
    article = one.article
    lease = take_lease(article, curator(request))
    beside = list(statements_in(article))
    marked = [
        Marked(number, other.public_id, other.kind, tuple(other.spans), other)
        for number, other in enumerate(beside, 1)
    ]
    blocks = list(article.blocks.filter(active=True).values_list("start", "end", "reason"))
    history = list(curation.history_of(one)[:CHANGES_SHOWN])
    context = {
        "section": "review",
        "queue": queue,
        "waiting": count(queue),
        "counted_to": COUNTED_TO,
        "published": published_as_typed(article),
        "statement": one,
        "article": article,
        "stretches": read_article(article.text, "", marked, blocks),
        "beside": beside,
        "reviewed": sum(other.review_state != Statement.Review.MACHINE for other in beside),
        "form": form,
        "proposals": proposals_shown(one, history),
        "is_gone": one.review_state in GONE,
        "source_errors": one.source_errors.filter(active=True),
        "history": curation.diffs_of(history),
        "since": curation.diffs_of(since or []),
        "is_stale": status == STALE,
        "lease": lease,
        "undo": last_action(request),
    }
    return render(request, "review/desk.html", context, status=status)


def published_as_typed(article: Article) -> str:
    """The article's date as its field shows it: "2020-07-16", "2020-07" or "2020"."""
    if article.published is None:
        return ""
    return article.published.isoformat()[: LENGTHS[article.published_precision]]


def proposals_shown(
    one: Statement, history: list[Edit]
) -> list[tuple[Proposal, curation.Diff, int, Edit | None]]:
    """Each open proposal with both values in words, how many others would change the same, and who said
    last what stands.
    """
    rows = proposals_of(one)
    diffs, others = curation.proposals_in_words(rows), curation.count_alike(rows)
    said = [next((edit for edit in history if _speaks_of(edit, row.field)), None) for row in rows]
    return list(zip(rows, diffs, others, said, strict=True))


def _speaks_of(edit: Edit, field: str) -> bool:
    """Whether somebody said a field with an edit, or all of the statement by a decision on it."""
    parts = PARTS_OF_FIELDS.get(field)
    return edit.field in (field, "review_state") or bool(parts and edit.field.startswith(parts))


# --- what the page asks for ---------------------------------------------------------------


@curators_only
@require_GET
def look_up(request: HttpRequest, of: str) -> JsonResponse:
    """Records whose names hold the words typed: {"names": [{"name": …, "told": …}]}."""
    if of not in LOOKED_UP:
        raise Http404(f"Nothing is looked up among “{of}”.")
    words = typed(request.GET, "q")
    found = LOOKED_UP[of](words) if len(words) > 1 else []
    return JsonResponse({"names": [{"name": str(one), "told": described(one)} for one in found]})
