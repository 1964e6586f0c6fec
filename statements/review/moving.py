"""Many statements at once: give them another speaker, or a record of their own; previewed, and one undo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext, npgettext
from django.views.decorators.http import require_http_methods

from statements import curation
from statements.models import Article, Attribution, Country, Speaker, Statement
from statements.models.authority import folded_name
from statements.review.access import curator, curators_only
from statements.review.acting import tell
from statements.review.candidates import Sought, candidates_for
from statements.review.look_up import country_called, free_slug, no_country_called
from statements.review.meant import Meant, whom
from statements.review.sent import UNUSABLE, after, status_of, typed
from statements.templatetags.wording import count

MOST = 500  # statements at once: what one transaction does while a person waits
SHOWN = 10
NO_COUNTRY = "none"


@dataclass(frozen=True, slots=True)
class Selection:
    """Listed statements: those ticked, all of a speaker, or all whose source nobody has resolved."""

    ticked: tuple[str, ...] = ()
    speaker: str = ""
    sources: tuple[str, ...] = ()
    country: str = ""

    @classmethod
    def read(cls, asked: QueryDict) -> Selection:
        return cls(
            tuple(asked.getlist("of")),
            typed(asked, "speaker"),
            tuple(source.strip() for source in asked.getlist("source")),
            typed(asked, "country"),
        )

    def fields(self) -> list[tuple[str, str]]:
        """As a form or an address holds it."""
        many = [("of", key) for key in self.ticked] + [("source", source) for source in self.sources]
        return many + [(name, value) for name in ("speaker", "country") if (value := getattr(self, name))]

    def rows(self) -> QuerySet[Attribution]:
        """The places of these statements that name who speaks; none for a selection that says nothing."""
        listed = Attribution.objects.filter(statement__listed=True)
        if self.ticked:
            return listed.filter(
                pk__in=[int(key) for key in self.ticked if key.isdecimal() and len(key) < 19]
            )
        if self.speaker:
            return listed.filter(speaker__slug=self.speaker)
        if self.sources:
            code = None if self.country == NO_COUNTRY else self.country
            return listed.filter(speaker=None, source__in=self.sources, country__code=code)
        return listed.none()

    def read_rows(self) -> list[Attribution]:
        """No more than `MOST`, the newest statements first, with what a change and its preview need."""
        wanted = self.rows().select_related("statement__article", "speaker__country", "country")
        wanted = wanted.defer("statement__folded", "statement__article__text")
        shown = Prefetch("statement__parts")
        return list(wanted.prefetch_related(shown).order_by("-statement", "order")[:MOST])


@dataclass(frozen=True, slots=True)
class Preview:
    """What a move will do, in figures."""

    rows: list[Attribution]
    found: int

    @property
    def moved(self) -> int:
        return len(self.rows)

    @property
    def left(self) -> int:
        return self.found - len(self.rows)

    @property
    def articles(self) -> int:
        return len({row.statement.article_id for row in self.rows})

    @property
    def reviewed(self) -> int:
        return sum(row.statement.review_state != Statement.Review.MACHINE for row in self.rows)

    @property
    def shown(self) -> list[Attribution]:
        return self.rows[:SHOWN]

    @property
    def where(self) -> str:
        """Of a sentence: "in 3 articles"."""
        number = self.articles
        told = npgettext("statements", "in %(count)s article", "in %(count)s articles", number)
        return told % {"count": count(number)}

    @property
    def speakers(self) -> SafeString:
        """Who has them now, with how many: "Ann Lee (3), nobody known (1)"."""
        counted = Counter(row.speaker for row in self.rows).most_common()
        nobody = gettext("nobody known")
        return format_html_join(
            ", ",
            "{} ({})",
            (
                (format_html("<bdi>{}</bdi>", one.preferred_name) if one else nobody, count(number))
                for one, number in counted
            ),
        )

    def countries_after(self, speaker: Speaker) -> list[tuple[Country | None, Country | None, int]]:
        """For whom they are spoken before and after, where that changes."""
        pairs = Counter((row.country, curation.country_with(row, speaker)) for row in self.rows)
        return [(before, after, n) for (before, after), n in pairs.most_common() if before != after]


def preview_of(selection: Selection) -> Preview:
    rows = selection.read_rows()
    return Preview(rows, len(rows) if len(rows) < MOST else selection.rows().count())


def locked_preview(selection: Selection) -> Preview:
    """As it is now and stays: an import waits until the transaction ends."""
    articles = Article.objects.filter(pk__in=selection.rows().values("statement__article"))
    list(articles.select_for_update().order_by("pk").values_list("pk"))
    return preview_of(selection)


def check_count(preview: Preview, seen: str) -> None:
    """Raise ValidationError when these are not the statements that the form showed."""
    if str(preview.found) != seen:
        told = ngettext(
            "There are %(count)s statements now, and the form showed %(seen)s: decide again.",
            "There are %(count)s statements now, and the form showed %(seen)s: decide again.",
            preview.found,
        )
        raise ValidationError(told % {"count": preview.found, "seen": seen or gettext("none")}, code="stale")


# --- another speaker --------------------------------------------------------------------------


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest) -> HttpResponse:
    """Give the selected statements another speaker. GET shows what that will do, POST does it."""
    asked = request.POST if request.method == "POST" else request.GET
    selection = Selection.read(asked)
    meant = whom(typed(asked, "to"))
    error: ValidationError | None = None
    if request.method == "POST":
        try:
            return _move(request, selection, meant)
        except ValidationError as refused:
            error = refused
    return _show(request, selection, meant, error)


def _move(request: HttpRequest, selection: Selection, meant: Meant) -> HttpResponse:
    if meant.speaker is None:
        raise ValidationError(meant.error or gettext("Say who speaks."))
    with transaction.atomic():
        preview = locked_preview(selection)
        check_count(preview, request.POST.get("count", ""))
        with curation.one_action() as action:
            edits = curation.name_speaker(
                preview.rows, meant.speaker, who=curator(request), why=typed(request.POST, "why")
            )
    if not edits:
        told = gettext("%(speaker)s is their speaker already: nothing to change.")
        raise ValidationError(told % {"speaker": meant.speaker})
    told = ngettext(
        "%(count)s statement given to %(speaker)s.",
        "%(count)s statements given to %(speaker)s.",
        preview.moved,
    )
    tell(request, told % {"count": count(preview.moved), "speaker": meant.speaker}, action)
    return HttpResponseRedirect(after(request, meant.speaker))


def _show(
    request: HttpRequest, selection: Selection, meant: Meant, error: ValidationError | None
) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    preview = preview_of(selection)
    context = {
        "section": "review",
        "selection": selection,
        "preview": preview,
        "meant": meant,
        "typed": typed(asked, "to"),
        "countries": preview.countries_after(meant.speaker) if meant.speaker else [],
        "why": typed(asked, "why"),
        "next": asked.get("next", ""),
        "error": " ".join(error.messages) if error else "",
    }
    is_unusable = not preview.moved or (meant.error and not error)
    status = status_of(error) if error else (UNUSABLE if is_unusable else 200)
    return render(request, "review/speaker_move.html", context, status=status)


# --- a record of their own -----------------------------------------------------------------------


class RecordForm(forms.Form):
    """A new speaker."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Speaker.Kind)
    spoken_for = forms.CharField(
        required=False,
        max_length=120,
        label=gettext_lazy("Country"),
        help_text=gettext_lazy("Name or code."),
    )
    why = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=300)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if not folded_name(name):
            raise ValidationError(gettext("A name needs a letter or a digit."))
        return name

    def clean_spoken_for(self) -> Country | None:
        typed = self.cleaned_data["spoken_for"].strip()
        country = country_called(typed) if typed else None
        if typed and country is None:
            raise ValidationError(no_country_called(typed))
        return country


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def new_record(request: HttpRequest) -> HttpResponse:
    """Give the selected statements a new record. GET shows what that will do, POST does it."""
    asked = request.POST if request.method == "POST" else request.GET
    selection = Selection.read(asked)
    preview = preview_of(selection)
    form = RecordForm(asked) if request.method == "POST" else RecordForm(initial=_proposed(asked, preview))
    status = 200 if preview.moved else UNUSABLE
    if request.method == "POST":
        status = UNUSABLE
        if form.is_valid():
            try:
                return _make(request, selection, form)
            except ValidationError as error:
                form.add_error(None, error.messages)
                status = status_of(error)
    name = form.data.get("name", "") if form.is_bound else form.initial["name"]
    context = {
        "section": "review",
        "selection": selection,
        "preview": preview,
        "form": form,
        "near": candidates_for([Sought(name)])[0] if name.strip() else [],
        "next": asked.get("next", ""),
    }
    return render(request, "review/speaker_new.html", context, status=status)


def _proposed(asked: QueryDict, preview: Preview) -> dict[str, str]:
    """What the new record's fields begin with: the words typed or printed, the speaker's kind and country."""
    first = preview.rows[0] if preview.rows else None
    before = first.speaker if first else None
    country = (before.country if before else None) or (first.country if first else None)
    return {
        "name": typed(asked, "name")[:200] or (first.source[:200] if first else ""),
        "kind": before.kind if before else Speaker.Kind.PERSON,
        "spoken_for": country.name if country else "",
    }


def _make(request: HttpRequest, selection: Selection, form: RecordForm) -> HttpResponse:
    given = form.cleaned_data
    with transaction.atomic():
        preview = locked_preview(selection)
        check_count(preview, request.POST.get("count", ""))
        new = Speaker(
            slug=free_slug(given["name"]),
            preferred_name=given["name"],
            kind=given["kind"],
            country=given["spoken_for"],
            source=curation.NAMED_BY_CURATOR,
        )
        action = curation.name_new_speaker(preview.rows, new, who=curator(request), why=given["why"])
    told = ngettext(
        "%(count)s statement given to %(speaker)s, a new record.",
        "%(count)s statements given to %(speaker)s, a new record.",
        preview.moved,
    )
    tell(request, told % {"count": count(preview.moved), "speaker": new}, action)
    return HttpResponseRedirect(after(request, new))
