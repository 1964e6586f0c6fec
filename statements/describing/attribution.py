"""Who speaks for whom about whom, in one line of plain text."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from statements.citing.record import one_line
from statements.models.statement import Statement


def attribution_line(statement: Statement) -> str:
    """ "Sergey Lavrov for Russia about Armenia"; what is not known is left out, and the speaker said so."""
    names = speaker_names(statement) or [_("speaker not known")]
    spoken_for = [country.name for country in statement.spoken_for if country]
    about = [country.name for country in statement.about_countries.all()]
    line = listed(names)
    if spoken_for:
        line = _("%(line)s for %(countries)s") % {"line": line, "countries": listed(spoken_for)}
    if about:
        line = _("%(line)s about %(countries)s") % {"line": line, "countries": listed(about)}
    return one_line(line)


def speaker_names(statement: Statement) -> list[str]:
    """Each once; a role as printed where nobody knows who holds it."""
    rows = statement.attributions.all()
    given = [row.speaker.preferred_name if row.speaker else row.role for row in rows]
    return [name for name in dict.fromkeys(given) if name]


def listed(names: Iterable[str]) -> str:
    return ", ".join(names)
