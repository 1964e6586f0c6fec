"""One article on the desk: its date, a statement that was missed, all statements of a kind at once."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from statements import curation, pipeline
from statements.models import Article, ImportOutcome, Statement
from statements.models.fields import check_edtf
from statements.review.access import curator, curators_only
from statements.review.acting import back, tell
from statements.review.sent import UNUSABLE
from statements.review.words import locate, selected_spans
from statements.views.entries import build_entries, for_entries
from statements.views.pages import get_page
from statements.views.reading import read_article

PRECISIONS = {4: "year", 7: "month", 10: "day"}
CURATOR = "curator"
HELD_ON_A_PAGE = 50


def _article(public_id: str) -> Article:
    return get_object_or_404(Article.objects.select_related("publisher", "original"), public_id=public_id)


# --- its date --------------------------------------------------------------------------


@curators_only
@require_POST
def set_date(request: HttpRequest, public_id: str) -> HttpResponse:
    """Date an article; the words of time of its statements are counted from it."""
    article = _article(public_id)
    try:
        with curation.one_action() as action, transaction.atomic():
            curation.correct_article(article, _dated(request.POST.get("published")), who=curator(request))
            read_again(article)
            followed = curation.dates_followed(article, who=curator(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(back(request))
    tell(request, _told_of_dates(article.statements.dated().count(), followed), action)
    return HttpResponseRedirect(back(request))


def _told_of_dates(dated: int, followed: int) -> str:
    if followed:
        told = ngettext(
            "The article is dated; %(dated)s of its statements has a date now, "
            "%(followed)s of them reviewed before.",
            "The article is dated; %(dated)s of its statements have a date now, "
            "%(followed)s of them reviewed before.",
            dated,
        )
    else:
        told = ngettext(
            "The article is dated; %(dated)s of its statements has a date now.",
            "The article is dated; %(dated)s of its statements have a date now.",
            dated,
        )
    return told % {"dated": dated, "followed": followed}


def _dated(typed: str | None) -> dict[str, object]:
    """A day, month or year as the article's fields; none of them for an empty field."""
    if typed is None:
        raise ValidationError(gettext("Say when the article was published."))
    typed = typed.strip()
    if not typed:
        return {"published": None, "published_precision": "", "published_basis": ""}
    precision = PRECISIONS.get(len(typed))
    earliest, _ = check_edtf(typed)
    if precision is None or earliest is None:
        raise ValidationError(
            gettext("“%(typed)s” is no day, month or year: write 2020-07-16, 2020-07 or 2020.")
            % {"typed": typed}
        )
    return {"published": earliest, "published_precision": precision, "published_basis": CURATOR}


def read_again(article: Article) -> None:
    """Read the article's original anew, with its date as people set it."""
    outcome = pipeline.read_again(article, why=f"dated in review: {article.public_id}")
    if outcome.result in (pipeline.HELD, pipeline.REFUSED):
        raise ValidationError(
            gettext("The article could not be read again: %(reason)s") % {"reason": outcome.reason}
        )


# --- a statement that was missed -------------------------------------------------------------


class MissedForm(forms.Form):
    """The words alone: the desk asks for the rest."""

    words = forms.CharField(
        label=gettext_lazy("Words"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=gettext_lazy("As printed. A line with “…” parts two stretches."),
    )
    selected = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Statement.Kind)


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add a statement that no machine found, and go on to its fields."""
    article = _article(public_id)
    form = MissedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            spans = locate(
                article.text, form.cleaned_data["words"], 0, selected_spans(form.cleaned_data["selected"])
            )
            with curation.one_action() as action:
                made = curation.add(article, spans, kind=form.cleaned_data["kind"], who=curator(request))
        except ValidationError as error:
            form.add_error("words", error.messages)
        else:
            tell(request, gettext("Added. Say who speaks."), action)
            return HttpResponseRedirect(reverse("review-statement", args=["all", made.public_id]))
    blocks = list(article.blocks.filter(active=True).values_list("start", "end", "reason"))
    context = {
        "section": "review",
        "article": article,
        "form": form,
        "stretches": read_article(article.text, "", [], blocks),
    }
    return render(request, "review/add.html", context, status=UNUSABLE if form.errors else 200)


# --- all of a kind ----------------------------------------------------------------------------


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def accept_all(request: HttpRequest, public_id: str) -> HttpResponse:
    """Accept all statements of an article that nobody has reviewed, of a kind or of any; first show which."""
    article = _article(public_id)
    asked = request.POST if request.method == "POST" else request.GET
    kind = asked.get("kind", "")
    waiting = (
        article.statements.listed().filter(review_state=Statement.Review.MACHINE).order_by("start", "pk")
    )
    if kind in Statement.Kind.values:
        waiting = waiting.filter(kind=kind)
    if request.method == "POST":
        # Those that were shown, and no others that came since.
        shown = waiting.filter(public_id__in=request.POST.getlist("shown"))
        with curation.one_action() as action:
            accepted = curation.decide_all(shown, curation.approve, who=curator(request))
        told = ngettext("%(count)s accepted.", "%(count)s accepted.", accepted) % {"count": accepted}
        tell(request, told, action if accepted else None)
        return HttpResponseRedirect(back(request))
    context = {
        "section": "review",
        "article": article,
        "kind": kind,
        "kinds": Statement.Kind.choices,
        "entries": build_entries(for_entries(waiting)),
        "next": request.GET.get("next", ""),
    }
    return render(request, "review/accept_all.html", context)


# --- inputs that wait --------------------------------------------------------------------------


@curators_only
@require_GET
def held(request: HttpRequest) -> HttpResponse:
    """Inputs that could not become articles, each with the reason."""
    rows = ImportOutcome.objects.filter(result=ImportOutcome.Result.HELD).select_related("original", "run")
    context = {"section": "review", "page": get_page(request, rows.order_by("-id"), HELD_ON_A_PAGE)}
    return render(request, "review/held.html", context)
