"""Statements that may report one act of speaking: a curator confirms, parts or joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from statements import curation
from statements.models import Attribution, Statement, Utterance, UtteranceMember
from statements.review.access import curator, curators_only
from statements.review.acting import last_action, tell
from statements.review.sent import UNUSABLE, status_of, typed
from statements.utterances.members import lock
from statements.utterances.siblings import keys_of
from statements.views.pages import get_page
from statements.wordings import Change, compare_words

ON_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement of a group, and how its words differ from those of the group's first."""

    statement: Statement
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Row:
    """A group in the queue. ``seen`` says what a form was shown of it."""

    key: str
    first: Statement
    others: list[Shown]
    seen: str

    @property
    def is_confirmed(self) -> bool:
        statements = [self.first, *(one.statement for one in self.others)]
        return all(one.membership.state == UtteranceMember.State.CONFIRMED for one in statements)


def waiting() -> QuerySet[Utterance]:
    """Groups that readers see, with something in them that the machine suggests."""
    listed = Q(members__statement__listed=True)
    suggested = listed & Q(members__state=UtteranceMember.State.SUGGESTED)
    counted = Utterance.objects.annotate(
        shown=Count("members", filter=listed), suggested=Count("members", filter=suggested)
    )
    return counted.filter(shown__gt=1, suggested__gt=0).order_by("-pk")


@curators_only
@require_safe
def utterances(request: HttpRequest) -> HttpResponse:
    """The groups that wait, or with ``of`` the one of a statement, decided or not."""
    return _queue(request)


def _queue(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    of = typed(request.GET, "of")
    groups = Utterance.objects.filter(members__statement__public_id=of) if of else waiting()
    page = get_page(request, groups.order_by("-pk"), ON_A_PAGE)
    context = {
        "section": "review",
        "page": page,
        "base": "?" + urlencode({"of": of} if of else {}),
        "rows": _rows(list(page.object_list)),
        "of": of,
        "one": typed(request.POST, "one") or of,
        "other": typed(request.POST, "other"),
        "error": error,
        "undo": last_action(request),
    }
    return render(request, "review/utterances.html", context, status=status)


def _rows(groups: Sequence[Utterance]) -> list[Row]:
    """Each group with the statements that readers see; a fixed number of queries."""
    statements: dict[int, list[Statement]] = {}
    for one in _statements_of(groups):
        statements.setdefault(one.membership.utterance_id, []).append(one)
    return [
        Row(
            key=group.key,
            first=theirs[0],
            others=[Shown(other, compare_words(theirs[0].words, other.words)) for other in theirs[1:]],
            seen=keys_of(theirs),
        )
        for group in groups
        if (theirs := statements.get(group.pk))
    ]


def _statements_of(groups: Sequence[Utterance]) -> QuerySet[Statement]:
    """In the order in which their articles came in."""
    return (
        Statement.objects.listed()
        .filter(membership__utterance__in=groups)
        .select_related("membership", "article", "publisher", "agency")
        .defer("article__text", "folded", "keys", "quoted")
        .prefetch_related(
            "parts", Prefetch("attributions", Attribution.objects.select_related("speaker", "country"))
        )
        .order_by("article_id", "start", "pk")
    )


@curators_only
@require_POST
def settle(request: HttpRequest) -> HttpResponse:
    """The ticked ones report one act of speaking and the others another; or none of them the same."""
    seen = request.POST.get("seen", "")[:2000]
    try:
        with transaction.atomic(), curation.one_action() as action:
            lock()
            statements = _still_there(seen)
            ticked = set(request.POST.getlist("of")) if request.POST.get("do") == "together" else set()
            together = [one for one in statements if one.public_id in ticked]
            if request.POST.get("do") not in ("together", "apart"):
                raise ValidationError(gettext("Choose what they are."))
            if request.POST.get("do") == "together" and len(together) < 2:
                raise ValidationError(gettext("Tick two or more, or part them all."))
            edits = curation.settle(statements, together, who=curator(request))
    except ValidationError as error:
        return _queue(request, " ".join(error.messages), status_of(error))
    if edits:
        tell(request, _told(len(together)), action)
    return HttpResponseRedirect(_on(request))


def _still_there(seen: str) -> list[Statement]:
    """The statements that a form showed. Raises ValidationError where their group is another by now."""
    keys = [one.partition(":")[0] for one in seen.split()]
    group = Utterance.objects.filter(members__statement__public_id__in=keys).distinct()[:2]
    statements = list(_statements_of(list(group)))
    if not seen or keys_of(statements) != seen:
        told = gettext("The group is another by now: look at it again. Nothing of yours was done.")
        raise ValidationError(told, code="stale")
    return statements


def _told(together: int) -> str:
    if not together:
        return gettext("Parted: they report different acts of speaking.")
    told = ngettext(
        "Confirmed: %(count)s statement reports one act of speaking.",
        "Confirmed: %(count)s statements report one act of speaking.",
        together,
    )
    return told % {"count": together}


def _on(request: HttpRequest) -> str:
    """The queue again, on the page where it was."""
    return reverse("review-utterances") + (f"?page={page}" if (page := typed(request.POST, "page")) else "")


@curators_only
@require_POST
def join(request: HttpRequest) -> HttpResponse:
    """Two statements, by their ids or addresses, report one act of speaking."""
    try:
        with transaction.atomic(), curation.one_action() as action:
            one, other = (_named(typed(request.POST, name)) for name in ("one", "other"))
            edits = curation.join_utterance(one, other, who=curator(request))
    except ValidationError as error:
        return _queue(request, " ".join(error.messages), UNUSABLE)
    told = gettext("Joined: %(one)s and %(other)s.") % {"one": one.public_id, "other": other.public_id}
    tell(request, told if edits else gettext("They were together already."), action if edits else None)
    return HttpResponseRedirect(f"{reverse('review-utterances')}?{urlencode({'of': one.public_id})}")


def _named(words: str) -> Statement:
    """A statement by its id or by the address of its page."""
    public_id = words
    if "/" in words:
        try:
            public_id = str(resolve(urlsplit(words).path).kwargs.get("public_id", ""))
        except (Resolver404, ValueError):
            public_id = ""
    statement = Statement.objects.filter(public_id=public_id).first()
    if statement is None:
        raise ValidationError(gettext("There is no statement “%(words)s”.") % {"words": words[:100]})
    return statement
