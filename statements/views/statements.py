"""One statement: its words, its chain, its context."""

from __future__ import annotations

from django.db.models import F, Prefetch, QuerySet, prefetch_related_objects
from django.db.models.functions import Abs
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.citing import Citation, cite, plain_text, written
from statements.describing.text_fragment import with_words
from statements.diffs import Diff, diffs_of
from statements.models import Edit
from statements.models.statement import GONE, Attribution, Statement, StatementPart, StatementQuerySet
from statements.search import Query
from statements.utterances.siblings import other_wordings
from statements.views.carried import carried_query
from statements.views.reading import Marked, read_around
from statements.views.surroundings import WINDOW, Part, Run, statement_runs

SIBLINGS = 10
COUNTRIES = "about_countries", "addressees"


@require_safe
def statement_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    found = with_source(Statement.objects.select_related("membership"))
    statement = get_object_or_404(found, public_id=public_id)
    if statement.review_state in GONE:
        return render(request, "410.html", {"section": "statements", "statement": statement}, status=410)
    siblings, wordings = find_siblings(statement), other_wordings(statement)
    shown = [statement, *siblings, *(wording.statement for wording in wordings)]
    prefetch_related_objects(shown, "parts", attributions())
    prefetch_related_objects([statement], *COUNTRIES)
    article = statement.article
    parts = list(statement.parts.all())
    marked = Marked(1, statement.public_id, statement.kind, tuple(statement.spans))
    blocks = article.blocks.filter(active=True).values_list("start", "end", "reason")
    runs = plate_runs(statement, article.text, parts, carried_query(request))
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
        "siblings": siblings,
        "wordings": wordings,
        "history": public_history(statement),
        "source_errors": statement.source_errors.filter(active=True),
        "word_links": links_to_words(statement),
    }
    return render(request, "statements/statement_detail.html", context)


def links_to_words(statement: Statement) -> dict[str, str]:
    """Where a browser finds the words by themselves: on our page of the article, and on the publisher's."""
    article = statement.article
    here = f"{article.get_absolute_url()}#w-{statement.public_id}"
    places = {"here": here, "there": article.web_address}
    return {
        place: with_words(address, article.text, statement.spans)
        for place, address in places.items()
        if address
    }


def citation_of(request: HttpRequest, statement: Statement, runs: list[Run]) -> Citation:
    """The statement as it is cited; reported words as they stand on its page."""
    return cite(statement, "".join(run.text for run in runs), absolute=request.build_absolute_uri)


def public_history(statement: Statement) -> list[Diff]:
    """What curators changed, newest first."""
    return diffs_of(public_edits().filter(record_id=statement.pk))


def public_edits() -> QuerySet[Edit]:
    """What curators changed. Who they are, and their private notes, is not for readers."""
    edits = Edit.objects.filter(record="statement").order_by("-id")
    # Why a speaker is named is told beside the speaker.
    return edits.exclude(field="created").exclude(field__endswith=": basis").defer("why")


def plate_runs(
    statement: Statement, text: str, parts: list[StatementPart], query: Query | None = None
) -> list[Run]:
    """A quotation stands alone; reported words keep their cue, or a denial would read as a claim."""
    is_quoted = statement.kind == Statement.Kind.DIRECT
    around = [
        Part(p.start, p.end, p.exact, text[max(0, p.start - WINDOW) : p.start], text[p.end : p.end + WINDOW])
        for p in parts
    ]
    return statement_runs(around, quoted=is_quoted, query=query, in_context=not is_quoted)


def with_source(statements: StatementQuerySet) -> StatementQuerySet:
    """With agency, publisher, article and original, in the same query."""
    return statements.select_related(
        "article__publisher", "article__original", "article__replaced_by", "publisher", "agency"
    ).defer("folded", "keys", "quoted", "article__replaced_by__text")


def with_speakers(statements: StatementQuerySet) -> StatementQuerySet:
    """With words and speakers too: what a citation names."""
    return with_source(statements).prefetch_related("parts", attributions())


def with_chain(statements: StatementQuerySet) -> StatementQuerySet:
    """With the whole chain."""
    return with_speakers(statements).prefetch_related(*COUNTRIES)


def attributions() -> Prefetch:
    return Prefetch("attributions", Attribution.objects.select_related("speaker", "country"))


def find_siblings(statement: Statement) -> list[Statement]:
    """The statements that stand nearest in the same article, in its order."""
    others = Statement.objects.filter(article=statement.article_id).exclude(review_state__in=GONE)
    nearest = (
        others.exclude(pk=statement.pk)
        .defer("folded", "keys", "quoted")
        .order_by(Abs(F("start") - statement.start), "pk")
    )
    return sorted(nearest[:SIBLINGS], key=lambda sibling: sibling.start)
