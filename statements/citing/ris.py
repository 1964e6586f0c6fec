"""RIS: a tag and a value a line, for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from statements.citing.record import ARCHIVE, Citation


def write(citation: Citation) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(citation) if value) + "ER  - \r\n"


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if citation.outlet else "ELEC"
    for name in citation.speakers:
        yield "AU", name
    yield "TI", citation.title
    yield "T2", citation.outlet
    yield "PY", citation.published[:4]
    yield "DA", slashed(citation.published)
    yield "M3", citation.description
    yield "AB", citation.words
    yield "LA", citation.language
    yield "DB", ARCHIVE
    yield "AN", citation.place
    yield "UR", citation.address
    yield "L2", citation.archived
    yield "Y2", slashed(citation.accessed.isoformat())
    for label, value in citation.notes:
        yield "N1", f"{label}: {value}"


def slashed(edtf: str) -> str:
    """As RIS has dates: year, month, day and a place for more, with slashes.

    >>> slashed("2020-07"), slashed("")
    ('2020/07//', '')
    """
    parts = edtf.split("-") if edtf else []
    return "/".join([*parts, *[""] * (4 - len(parts))]) if parts else ""
