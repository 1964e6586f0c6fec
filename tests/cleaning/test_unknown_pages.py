"""Pages whose markup does not say where the article is: how much of what is left unmarked is the article's.

In `tests/data/readers/unknown` a ¶ opens every paragraph of the body; it is taken out before a page is read.
The figures of docs/extraction.md are compared with what is measured here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from statements.cleaning import clean
from statements.cleaning.reasons import LEFT_OUT
from statements.extraction import extract_quotations
from statements.readers.web_page import read
from statements.records import Document, RawDocument
from tests.cleaning.pages import reasons_of

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "tests" / "data" / "readers" / "unknown").glob("*.html"))
BODY = "¶"

FLOOR_ALONE = 0.50
FLOOR_WITH_VOTE = 0.63


@cache
def page(path: Path) -> tuple[RawDocument, list[bool]]:
    """The page as read, and for each of its paragraphs whether it is the body's."""
    source = path.read_text()
    signed = clean(read(source.encode()))
    gold = [signed.text.startswith(BODY, start) for start, _ in signed.paragraphs()]
    raw = read(source.replace(BODY, "").encode())
    assert len(list(clean(raw).paragraphs())) == len(gold)
    return raw, gold


def without_vote(raw: RawDocument) -> RawDocument:
    return replace(raw, blocks=tuple(replace(block, left_out=False) for block in raw.blocks))


def counts(document: Document, gold: list[bool]) -> tuple[int, int]:
    """How many paragraphs are unmarked, and how many of these are the body's."""
    unmarked = [is_body for is_body, reason in zip(gold, reasons_of(document), strict=True) if not reason]
    return len(unmarked), sum(unmarked)


def test_the_pages_differ() -> None:
    assert len(PAGES) >= 20
    assert all(any(gold) for _, gold in map(page, PAGES))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_paragraph_of_the_body_is_marked(path: Path) -> None:
    raw, gold = page(path)
    document = clean(raw)
    paragraphs = [document.text[start:end] for start, end in document.paragraphs()]
    marked = zip(paragraphs, gold, reasons_of(document), strict=True)
    assert [text for text, is_body, reason in marked if is_body and reason] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_vote_leaves_no_more_furniture_than_there_was(path: Path) -> None:
    raw, gold = page(path)
    assert counts(clean(raw), gold)[0] <= counts(clean(without_vote(raw)), gold)[0]


def test_the_vote_raises_precision() -> None:
    alone = {path.stem: counts(clean(without_vote(page(path)[0])), page(path)[1]) for path in PAGES}
    voted = {path.stem: counts(clean(page(path)[0]), page(path)[1]) for path in PAGES}
    assert precision(alone.values()) >= FLOOR_ALONE
    assert precision(voted.values()) >= FLOOR_WITH_VOTE
    measured = {name: (precision([alone[name]]), precision([voted[name]])) for name in alone}
    measured["all"] = precision(alone.values()), precision(voted.values())
    assert documented_precisions() == {
        name: (f"{before:.2f}", f"{after:.2f}") for name, (before, after) in measured.items()
    }


def precision(found: Iterable[tuple[int, int]]) -> float:
    unmarked, body = map(sum, zip(*found, strict=True))
    return body / unmarked


def documented_precisions() -> dict[str, tuple[str, str]]:
    text = (ROOT / "docs" / "extraction.md").read_text()
    rows = re.findall(r"^\| (\w+) \|.*\| (\d\.\d\d) \| (\d\.\d\d) \|$", text, re.MULTILINE)
    return {name: (before, after) for name, before, after in rows}


def test_the_vote_keeps_the_statements_of_the_body_and_drops_some_of_the_furniture() -> None:
    alone = sum((statements(clean(without_vote(raw)), gold) for raw, gold in map(page, PAGES)), Counter())
    voted = sum((statements(clean(raw), gold) for raw, gold in map(page, PAGES)), Counter())
    assert voted["body"] == alone["body"] > 60
    assert 3 * voted["furniture"] < 2 * alone["furniture"]


def statements(document: Document, gold: list[bool]) -> Counter[str]:
    """How many statements are found in the body and in what is not the body."""
    body = [span for span, is_body in zip(document.paragraphs(), gold, strict=True) if is_body]
    found = extract_quotations(document.text, document.body_spans())
    of_body = sum(any(start <= one.start < end for start, end in body) for one in found)
    return Counter(body=of_body, furniture=len(found) - of_body)


def test_the_reason_names_the_voice() -> None:
    raw, _ = page(ROOT / "tests" / "data" / "readers" / "unknown" / "wordpress_blog.html")
    assert LEFT_OUT in reasons_of(clean(raw))
    assert "trafilatura" in LEFT_OUT
