"""One statement as a citation, to download."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from statements.citing import FORMATS
from statements.models.statement import GONE, Statement
from statements.views.statements import citation_of, plate_runs, with_speakers


@require_safe
def statement_cite(request: HttpRequest, public_id: str, ending: str) -> HttpResponse:
    if ending not in FORMATS:
        raise Http404(f"no citation format ends in {ending}")
    statement = get_object_or_404(with_speakers(Statement.objects.all()), public_id=public_id)
    if statement.review_state in GONE:
        return render(request, "410.html", {"section": "statements", "statement": statement}, status=410)
    runs = plate_runs(statement, statement.article.text, list(statement.parts.all()))
    citation = citation_of(request, statement, runs)
    return HttpResponse(
        FORMATS[ending].write(citation),
        content_type=FORMATS[ending].media_type,
        headers={"Content-Disposition": f'attachment; filename="chancery-{public_id}.{ending}"'},
    )
