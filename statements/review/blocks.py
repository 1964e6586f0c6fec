"""Words that are not an article's own: marked as boilerplate wherever they stand, previewed, and one undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import StrIndex
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from statements import curation, pipeline
from statements.models import Article, Block, Edit, Statement, StatementPart
from statements.models.article import BOILERPLATE, ArticleQuerySet
from statements.models.statement import GONE
from statements.provenance import sha256_of
from statements.records import (
    PARAGRAPH_BREAK,
    MarkedBlock,
    Span,
    paragraph_spans,
    places_of,
    unmarked_paragraphs,
)
from statements.review.access import curator, curators_only
from statements.review.acting import back, tell
from statements.review.sent import UNUSABLE, status_of, typed
from statements.review.words import locate, selected_spans
from statements.templatetags.wording import count
from statements.views.reading import read_article

MOST = 100  # articles at once: a person waits while they are read again, a tenth of a second each
AT_A_TIME = 100


# --- where a stretch stands ----------------------------------------------------------------


def whole_paragraphs(text: str, spans: Iterable[Span]) -> Span | None:
    """From the first paragraph that the spans touch to the last; None outside the text."""
    ends = [at for span in spans for at in span]
    if not ends or ends[0] >= ends[-1]:
        return None
    touched = [(start, end) for start, end in paragraph_spans(text) if start < ends[-1] and end > ends[0]]
    return (touched[0][0], touched[-1][1]) if touched else None


def holding(stretch: str) -> ArticleQuerySet:
    """The articles in whose newest version these words stand, maybe inside a paragraph; the newest first."""
    place = StrIndex("text", Value(stretch, TextField()))
    return Article.objects.current().annotate(place=place).filter(place__gt=0).order_by("-pk")


def to_mark(stretch: str) -> Iterator[Article]:
    """The articles in which the stretch stands and is not left out yet."""
    keys = list(holding(stretch).values_list("pk", flat=True))
    articles = Article.objects.select_related("publisher", "original").prefetch_related("blocks")
    for first in range(0, len(keys), AT_A_TIME):
        some = articles.filter(pk__in=keys[first : first + AT_A_TIME]).order_by("-pk")
        yield from (article for article in some if _is_read(article, stretch))


def _is_read(article: Article, stretch: str) -> bool:
    """Whether any of its paragraphs counts as the article's own."""
    marks = tuple(MarkedBlock(one.start, one.end, one.reason) for one in article.blocks.all() if one.active)
    own = unmarked_paragraphs(article.text, marks)
    return any(start <= at < end for start, end in places_of(article.text, stretch) for at, _ in own)


# --- what marking will do --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Preview:
    """The articles that hold a stretch, and their statements whose words it holds."""

    stretch: str
    articles: list[Article]
    has_more: bool
    statements: list[Statement]

    @property
    def found(self) -> list[Statement]:
        """Those of the machine: they go."""
        return [one for one in self.statements if one.is_the_machines]

    @property
    def decided(self) -> list[Statement]:
        """Those that a person approved or corrected: they stay."""
        return [one for one in self.statements if not one.is_the_machines]

    @property
    def rows(self) -> list[tuple[Article, int]]:
        """Each article with how many statements of the machine go."""
        going = Counter(one.article_id for one in self.found)
        return [(article, going[article.pk]) for article in self.articles]

    @property
    def seen(self) -> str:
        """What a form must have shown."""
        shown = [article.public_id for article in self.articles]
        shown += [f"{one.public_id} {one.review_state}" for one in self.statements]
        return sha256_of("\n".join(shown))


def preview_of(stretch: str) -> Preview:
    articles = list(islice(to_mark(stretch), MOST + 1))
    return Preview(stretch, articles[:MOST], len(articles) > MOST, statements_in(articles[:MOST], stretch))


def statements_in(articles: list[Article], stretch: str) -> list[Statement]:
    """The statements that stand and have words in the stretch."""
    places = {article.pk: places_of(article.text, stretch) for article in articles}
    parts = StatementPart.objects.filter(statement__article__in=places)
    parts = parts.exclude(statement__review_state__in=GONE)
    touched = {
        pk
        for pk, article, first, last in parts.values_list("statement", "statement__article", "start", "end")
        if any(start < last and end > first for start, end in places[article])
    }
    found = Statement.objects.filter(pk__in=touched).defer("folded").prefetch_related("parts")
    return list(found.select_related("article").defer("article__text").order_by("-article", "start", "pk"))


# --- the pages ----------------------------------------------------------------------------------


class StretchForm(forms.Form):
    """Some words of each paragraph that is meant, or of the first and the last."""

    words = forms.CharField(
        label=gettext_lazy("Words"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "A few, as printed: their whole paragraph is meant. Of several paragraphs, "
            "words of the first and of the last, with a line “…” between."
        ),
    )
    selected = forms.CharField(required=False, widget=forms.HiddenInput)


@curators_only
@require_http_methods(["GET", "HEAD", "POST"])
def boilerplate(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose paragraphs of an article, see where else they stand, and mark them everywhere."""
    articles = Article.objects.current().select_related("publisher", "original")
    article = get_object_or_404(articles, public_id=public_id)
    asked = request.POST if request.method == "POST" else request.GET
    place = whole_paragraphs(article.text, selected_spans(asked.get("at", "")))
    if place is None:
        return _choose(request, article)
    stretch = article.text[slice(*place)]
    if request.method == "POST":
        return _mark(request, article, place, stretch)
    return _show(request, article, place, preview_of(stretch))


def _choose(request: HttpRequest, article: Article) -> HttpResponse:
    form = StretchForm(request.POST if request.method == "POST" else None)
    asked = request.POST if request.method == "POST" else request.GET
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            spans = locate(article.text, given["words"], 0, selected_spans(given["selected"]))
        except ValidationError as error:
            form.add_error("words", error.messages)
        else:
            first, last = whole_paragraphs(article.text, spans) or (0, 0)
            shown = {"at": f"{first}-{last}", "next": asked.get("next", "")}
            return HttpResponseRedirect(f"{request.path}?{urlencode(shown)}")
    blocks = list(article.blocks.filter(active=True).values_list("start", "end", "reason"))
    context = {
        "section": "review",
        "article": article,
        "form": form,
        "stretches": read_article(article.text, "", [], blocks),
        "next": asked.get("next", ""),
    }
    return render(request, "review/blocks.html", context, status=UNUSABLE if form.errors else 200)


def _show(
    request: HttpRequest,
    article: Article,
    place: Span,
    preview: Preview,
    error: ValidationError | None = None,
) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    context = {
        "section": "review",
        "article": article,
        "at": f"{place[0]}-{place[1]}",
        "paragraphs": preview.stretch.split(PARAGRAPH_BREAK),
        "preview": preview,
        "most": MOST,
        "because": typed(asked, "because"),
        "next": asked.get("next", ""),
        "error": " ".join(error.messages) if error else "",
    }
    return render(request, "review/blocks_preview.html", context, status=status_of(error) if error else 200)


def _mark(request: HttpRequest, article: Article, place: Span, stretch: str) -> HttpResponse:
    """Mark what was shown, and read those articles again."""
    preview = preview_of(stretch)
    try:
        if request.POST.get("seen") != preview.seen:
            raise ValidationError(
                gettext("The articles are others now than were shown: look again."), code="stale"
            )
        with curation.one_action() as action:
            curation.mark_boilerplate(
                preview.articles, stretch, who=curator(request), why=typed(request.POST, "because")
            )
    except ValidationError as error:
        return _show(request, article, place, preview, error)
    unread = pipeline.read_all_again(preview.articles, f"boilerplate marked in review: {article.public_id}")
    gone = Statement.objects.filter(pk__in=[one.pk for one in preview.found], listed=False).count()
    tell(request, " ".join(filter(None, (_told(len(preview.articles), gone), told_of(unread)))), action)
    return HttpResponseRedirect(back(request))


def _told(articles: int, gone: int) -> str:
    withdrawn = ngettext("%(count)s statement withdrawn", "%(count)s statements withdrawn", gone)
    told = ngettext(
        "Left out in %(count)s article; %(withdrawn)s.",
        "Left out in %(count)s articles; %(withdrawn)s.",
        articles,
    )
    return told % {"count": count(articles), "withdrawn": withdrawn % {"count": count(gone)}}


def told_of(unread: list[Article]) -> str:
    """What to say of articles that could not be read again."""
    if not unread:
        return ""
    told = ngettext(
        "%(count)s article could not be read again: the statements there are as before.",
        "%(count)s articles could not be read again: the statements there are as before.",
        len(unread),
    )
    return told % {"count": count(len(unread))}


# --- and undone -----------------------------------------------------------------------------------


def read_unmarked(edits: Iterable[Edit]) -> list[Article]:
    """After edits of blocks were taken back: read their articles again, and those that had followed
    them by themselves. Gives those that could not be read.
    """
    changed = Block.objects.filter(pk__in={edit.record_id for edit in edits if edit.record == "block"})
    blocks = list(changed.select_related("article"))
    if not blocks:
        return []
    followed = Exists(Block.objects.filter(article=OuterRef("pk"), active=True, reason=BOILERPLATE))
    wanted = {block.article_id for block in blocks}
    for stretch in {block.article.text[block.start : block.end] for block in blocks}:
        wanted |= set(holding(stretch).filter(followed).values_list("pk", flat=True)[:MOST])
    articles = Article.objects.current().filter(pk__in=wanted).select_related("original").order_by("pk")
    return pipeline.read_all_again(articles, "blocks taken back in review")
