"""RawDocument to Document: normalise the text, mark what is not the article's, read its metadata.

Nothing is cut. Every word of every block stays in ``Document.text``; what
extraction must not read is marked, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from statements.cleaning.marking import mark
from statements.cleaning.metadata import (
    find_address,
    find_byline,
    find_language,
    find_publisher,
    find_title,
)
from statements.cleaning.page import Page, Paragraph
from statements.cleaning.publication_day import find_published
from statements.cleaning.reasons import MARKUP_REASONS
from statements.cleaning.steps import normalise, tidy_line, tidy_spaces
from statements.cleaning.wrapping import Lines, unwrap, wrap_width
from statements.records import Document, PublisherNames, RawBlock, RawDocument

__all__ = ["CLEANER_VERSION", "clean"]

# Goes up whenever the same source would come out differently.
CLEANER_VERSION = "8"

NO_PUBLISHERS = PublisherNames()


def clean(raw: RawDocument, publishers: PublisherNames = NO_PUBLISHERS) -> Document:
    """The normalised text of a source, with its marks and metadata."""
    page = lay_out(raw, publishers)
    mark(page)
    address = find_address(raw, page)
    return Document(
        text=page.text(),
        marks=page.marks(),
        title=find_title(raw, page),
        byline=find_byline(raw, page),
        publisher=find_publisher(raw, page, address),
        address=address,
        language=find_language(raw, page),
        published=find_published(raw, page, address),
    )


def lay_out(raw: RawDocument, publishers: PublisherNames) -> Page:
    """The source as tidy paragraphs, with no reasons but the markup's own."""
    groups = [(lines, block) for block in raw.blocks for lines in _line_groups(block)]
    width = wrap_width([lines for lines, _ in groups])
    paragraphs, reasons = [], []
    for lines, block in groups:
        for text in map(tidy_spaces, unwrap(lines, width)):
            if text:
                paragraphs.append(Paragraph(text, block))
                reasons.append(MARKUP_REASONS.get(block.mark, block.mark))
    return Page(paragraphs, reasons, title=tidy_line(raw.title), publishers=publishers)


def _line_groups(block: RawBlock) -> Iterator[Lines]:
    """Runs of lines that are not blank: a blank line inside a block parts paragraphs too."""
    lines: Lines = []
    for line in normalise(block.text).split("\n"):
        if tidy_spaces(line):
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines
