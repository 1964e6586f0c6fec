"""A list as a file: the same filters, the same order."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from statements.exports import FORMATS
from statements.exports.rows import statement_rows
from statements.filters import StatementFilterSet
from statements.models.statement import Statement


def statement_export(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The list as it stands on screen, streamed. A filter that cannot be used is an error, not left out."""
    if ending not in FORMATS:
        raise Http404(f"no export format ends in {ending}")
    filterset = StatementFilterSet(request.GET, Statement.objects.listed())
    errors = filterset.errors_by_parameter()
    if errors:
        lines = [f"{parameter}: {message}\n" for parameter, message in errors]
        return HttpResponse(lines, status=400, content_type="text/plain; charset=utf-8")
    export = FORMATS[ending]
    return StreamingHttpResponse(
        export.write(statement_rows(filterset.qs)),
        content_type=export.media_type,
        headers={"Content-Disposition": f'attachment; filename="chancery-statements.{ending}"'},
    )
