"""Words that nobody in particular is credited with: found, marked, and no statements."""

from __future__ import annotations

import pytest

from tests.extraction.expecting import extract, extract_all

CAUGHT = [
    ("Experts say talks will fail.", "talks will fail"),
    ("“Talks will fail,” analysts said.", "Talks will fail,"),
    ("A reporter asked whether the truce would hold.", "whether the truce would hold"),
    ("Asked whether talks would go on, the minister left.", "whether talks would go on"),
    ("The minister left when asked about the raid.", "the raid"),
    ("It was reported on Friday that talks had failed.", "talks had failed"),
    ("Ostia has been accused of shelling villages.", "Ostia … of shelling villages"),
]


@pytest.mark.parametrize(("text", "content"), CAUGHT)
def test_hearsay_is_marked(text: str, content: str) -> None:
    (found,) = extract_all(text)
    assert found.is_hearsay
    assert " … ".join(text[start:end] for start, end in found.content) == content
    assert not extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "Neither side said talks would go on.",
        "The raid was reported.",
        "Asked to leave, the minister left.",
        "Lund was asked.",
    ],
)
def test_what_nobody_said_is_no_hearsay(text: str) -> None:
    assert not extract_all(text)


def test_hearsay_takes_no_words_from_a_statement() -> None:
    text = "Lund said talks would go on, as experts had said, and left."
    assert extract_all(text) == extract(text)
