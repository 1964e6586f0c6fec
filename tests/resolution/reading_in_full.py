"""A text through extraction and resolution, against the small index."""

from __future__ import annotations

from datetime import date

from statements.extraction import extract_quotations
from statements.records import Document, ResolvedStatement, StatedDate
from statements.resolution import resolve
from tests.resolution.building import INDEX


def statements_of(text: str, title: str = "", published: date | None = None) -> list[ResolvedStatement]:
    stated = StatedDate(published, "day", "dateline") if published else None
    document = Document(text, title=title, published=stated)
    quotations = extract_quotations(text, list(document.paragraphs()))
    return resolve(document, quotations, INDEX)


def last_of(text: str, title: str = "") -> ResolvedStatement:
    return statements_of(text, title)[-1]
