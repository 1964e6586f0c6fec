"""CSL-JSON, from which Zotero, pandoc and citeproc make any style."""

from __future__ import annotations

import json
from typing import Any

from statements.citing import dates
from statements.citing.record import ARCHIVE, Citation


def write(citation: Citation) -> str:
    return json.dumps([item(citation)], ensure_ascii=False, indent=2) + "\n"


def item(citation: Citation) -> dict[str, Any]:
    """The one item; what is not known has no field."""
    fields = {
        "id": f"{ARCHIVE.lower()}-{citation.id}",
        "type": "article-newspaper" if citation.outlet else "webpage",
        # Literal: which part of a name is the family's is not known.
        "author": [{"literal": name} for name in citation.speakers],
        "title": citation.title,
        "genre": citation.description,
        "container-title": citation.outlet,
        "issued": date(citation.published),
        "event-date": date(citation.said),
        "archive": ARCHIVE,
        "archive_location": citation.place,
        "URL": citation.address,
        "accessed": date(citation.accessed.isoformat()),
        "language": citation.language,
        "abstract": citation.words,
        "note": "\n".join(f"{label}: {value}" for label, value in citation.notes),
        "custom": {
            "agency": citation.agency,
            "speaking-for": list(citation.speaking_for),
            "said": citation.said,
            "said-basis": citation.said_basis,
            "archived-copy": citation.archived,
            "original-sha256": citation.sha256,
        },
    }
    return {name: value for name, value in fields.items() if value}


def date(edtf: str) -> dict[str, Any]:
    """An EDTF date as CSL has it; in words where it is open at one end.

    >>> date("2020-07-13/2020-07-19")
    {'date-parts': [[2020, 7, 13], [2020, 7, 19]]}
    """
    stretches = edtf.split("/") if edtf else []
    if not stretches:
        return {}
    if dates.OPEN in stretches or "" in stretches:
        return {"literal": dates.words(edtf)}
    parts: dict[str, Any] = {"date-parts": [dates.numbers(stretch) for stretch in stretches]}
    return parts | {"circa": True} if any(mark in edtf for mark in dates.QUALIFIERS) else parts
