"""A statement as a citation. Each format is a module with ``write``; pages and downloads read FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from statements.citing import bibtex, csl_json, embed, plain_text, ris
from statements.citing.record import Citation, cite


class Format(NamedTuple):
    """One citation format: its name, media type, and the function that writes a citation."""

    name: str | Promise
    media_type: str
    write: Callable[[Citation], str]

    @property
    def label(self) -> str:
        return str(self.name)


# By the ending of the file.
FORMATS = {
    "txt": Format(gettext_lazy("Plain text"), "text/plain; charset=utf-8", plain_text.write),
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex.write),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", ris.write),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json.write),
    "html": Format(gettext_lazy("HTML to embed"), "text/html; charset=utf-8", embed.write),
}


def written(citation: Citation) -> dict[str, tuple[str, str]]:
    """The label and the text of every file, by its ending."""
    return {ending: (kind.label, kind.write(citation)) for ending, kind in FORMATS.items()}


__all__ = ["FORMATS", "Citation", "Format", "cite", "plain_text", "written"]
