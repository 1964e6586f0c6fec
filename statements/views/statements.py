"""One statement: its words, its chain, its context."""

from __future__ import annotations

from django.db.models import F, Prefetch
from django.db.models.functions import Abs
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.citing import Citation, cite, plain_text, written
from statements.diffs import Diff, diffs_of
from statements.models import Edit
from statements.models.statement import GONE, Attribution, Statement, StatementPart, StatementQuerySet
from statements.views.reading import Marked, read_around
from statements.views.surroundings import WINDOW, Part, Run, statement_runs

SIBLINGS = 10


@require_safe
def statement_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    statement = get_object_or_404(with_chain(Statement.objects.all()), public_id=public_id)
    if statement.review_state in GONE:
        return render(request, "410.html", {"section": "statements", "statement": statement}, status=410)
    article = statement.article
    parts = list(statement.parts.all())
    marked = Marked(1, statement.public_id, statement.kind, tuple(statement.spans))
    blocks = article.blocks.filter(active=True).values_list("start", "end", "reason")
    runs = plate_runs(statement, article.text, parts)
    citation = citation_of(request, statement, runs)
    context = {
        "section": "statements",
        "statement": statement,
        "article": article,
        "runs": runs,
        "citation_lines": {"Chicago": plain_text.chicago(citation), "APA": plain_text.apa(citation)},
        "citation_files": written(citation),
        "parts": parts,
        "newer": getattr(article, "replaced_by", None),
        "paragraphs": read_around(article.text, marked, list(blocks)),
        "siblings": find_siblings(statement),
        "history": public_history(statement),
        "source_errors": statement.source_errors.filter(active=True),
        "permanent": request.build_absolute_uri(statement.get_absolute_url()),
    }
    return render(request, "statements/statement_detail.html", context)


def citation_of(request: HttpRequest, statement: Statement, runs: list[Run]) -> Citation:
    """The statement as it is cited; reported words as they stand on its page."""
    return cite(statement, "".join(run.text for run in runs), absolute=request.build_absolute_uri)


def public_history(statement: Statement) -> list[Diff]:
    """What curators changed, newest first. Who they are, and their private notes, is not for readers."""
    edits = Edit.objects.filter(record="statement", record_id=statement.pk).order_by("-id")
    # Why a speaker is named is told beside the speaker.
    edits = edits.exclude(field="created").exclude(field__endswith=": basis")
    return diffs_of(edits.defer("why"))


def plate_runs(statement: Statement, text: str, parts: list[StatementPart]) -> list[Run]:
    """A quotation stands alone; reported words keep their cue, or a denial would read as a claim."""
    is_quoted = statement.kind == Statement.Kind.DIRECT
    around = [
        Part(p.start, p.end, p.exact, text[max(0, p.start - WINDOW) : p.start], text[p.end : p.end + WINDOW])
        for p in parts
    ]
    return statement_runs(around, quoted=is_quoted, in_context=not is_quoted)


def with_chain(statements: StatementQuerySet) -> StatementQuerySet:
    """With the whole chain: words, speakers, agency, publisher, article, original."""
    return (
        statements.select_related(
            "article__publisher", "article__original", "article__replaced_by", "publisher", "agency"
        )
        .defer("folded", "article__replaced_by__text")
        .prefetch_related("parts", "about_countries", "addressees", Prefetch("attributions", with_speaker()))
    )


def with_speaker():
    return Attribution.objects.select_related("speaker", "country")


def find_siblings(statement: Statement) -> list[Statement]:
    """The statements that stand nearest in the same article, in its order."""
    others = Statement.objects.filter(article=statement.article_id).exclude(review_state__in=GONE)
    nearest = (
        others.exclude(pk=statement.pk)
        .defer("folded")
        .order_by(Abs(F("start") - statement.start), "pk")
        .prefetch_related("parts", Prefetch("attributions", with_speaker()))
    )
    return sorted(nearest[:SIBLINGS], key=lambda sibling: sibling.start)
