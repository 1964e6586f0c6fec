"""A list as a file: the same filters, the same order."""

from __future__ import annotations

from itertools import chain, islice

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from statements.exports import FORMATS
from statements.exports.rows import statement_rows
from statements.filters import StatementFilterSet
from statements.models.statement import Statement


@require_safe
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
    rows = statement_rows(filterset.qs)
    # Asked for before the answer begins: a database that is away then gives an error page, not half a file.
    first = list(islice(rows, 1))
    return StreamingHttpResponse(
        export.write(chain(first, rows)),
        content_type=export.media_type,
        headers={"Content-Disposition": f'attachment; filename="chancery-statements.{ending}"'},
    )
