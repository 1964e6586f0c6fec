"""Short ways to say a page and what came of it."""

from __future__ import annotations

from statements.cleaning import clean
from statements.records import Document, PublisherNames, RawBlock, RawDocument

PUBLISHERS = PublisherNames(
    by_name={
        "the example times": "The Example Times",
        "gsv russia islamic world": 'GSV "Russia - Islamic World"',
    },
    by_agency={"norpress": "Norpress", "np": "Norpress"},
    by_domain={"themoscowtimes.com": "The Moscow Times", "example.org": "The Example Times"},
)

PROSE = "Russia urged both sides on Thursday to return to the talks in Geneva."
MORE_PROSE = "The ministry said in a statement that it was ready to help them."


def page(*paragraphs: str, **metadata: str) -> RawDocument:
    blocks = tuple(RawBlock(paragraph) for paragraph in paragraphs)
    return RawDocument(media_type="text/plain", blocks=blocks, **metadata)  # type: ignore[arg-type]


def cleaned(*paragraphs: str, **metadata: str) -> Document:
    return clean(page(*paragraphs, **metadata), PUBLISHERS)


def reasons(*paragraphs: str, **metadata: str) -> list[str]:
    """The reason of each paragraph, empty for the body."""
    return reasons_of(cleaned(*paragraphs, **metadata))


def reasons_of(document: Document) -> list[str]:
    marks = {(mark.start, mark.end): mark.reason for mark in document.marks}
    return [marks.get(span, "") for span in document.paragraphs()]


def reason(line: str) -> str:
    """The reason of a line amid the prose."""
    return reasons("A Headline of Four Words", PROSE, line, MORE_PROSE)[2]
