"""What holds for every input: nothing raised, no word lost, marks on paragraphs, linear time."""

from __future__ import annotations

import unicodedata
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.cleaning import clean
from statements.cleaning.steps import normalise
from statements.readers import UnreadableSource, read
from statements.records import RawBlock, RawDocument, StatedDate
from tests.cleaning.pages import PUBLISHERS, reasons_of
from tests.timing import processor_seconds

LINES = [
    "Recent Posts", "Photo: x", "27 mins ago", "By Anna Petrova", "30 July 2020", "Share", "XS", "SM",
    "Armenia",
    "Original url:", "https://example.org/2020/10/01/a", "A Headline of Four Words", "Published by",
    "1. Both",
    "MOSCOW — It urged both sides to talk, the ministry said.", "It is cut off…", "The Example Times",
    "<...>",
    "RUSSIA -- Lavrov in Moscow", "Министр сказал о мире.", "“He went on and",
    "a" * 90, "b " * 40 + "word", "\u00ad",
    "\u200c", "e\u0301", "\u00a0", "  indented", "Read more:", "Nagorno-", "Ok.", "QUESTION: Why?",
    "\x85", "\u2028",
]  # fmt: skip

lines = st.one_of(st.sampled_from(LINES), st.text(max_size=40))
blocks = st.builds(
    RawBlock,
    st.lists(lines, max_size=6).map("\n".join),
    st.sampled_from(["", "", "", "navigation", "caption"]),
)
documents = st.builds(
    RawDocument,
    st.just("text/plain"),
    st.lists(blocks, max_size=8).map(tuple),
    title=st.one_of(st.just(""), lines),
    address=st.one_of(st.just(""), lines),
)

TAGS = ["<p>", "</p>", "<div class=share>", "</div>", "<h1>", "<br>", "<time datetime=2020-01-01>",
    "<!--", "-->", "<b",
        "<script type='application/ld+json'>", '{"@type":"Article","headline":3}', "</script>",
        "<article>", "<nav>",
        "&amp", "&#0;", "&#xD800;", "<q>", "<pre>", "<svg>", "<table>", "<td>", "text",
        "<meta charset=utf-7>", "]]>"]  # fmt: skip


def printed(text: str) -> Counter[str]:
    """The characters that are no blanks, once those that print nothing are gone."""
    return Counter("".join(text.split()))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        raw = read(data, name)
    except UnreadableSource:
        return
    clean(raw, PUBLISHERS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=5)), max_size=40).map("".join))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        raw = read(("<html>" + markup).encode("utf-8", "surrogatepass"))
    except UnreadableSource:
        return
    clean(raw, PUBLISHERS)


@settings(max_examples=500, deadline=None)
@given(documents)
def test_no_word_is_lost(raw: RawDocument) -> None:
    kept = "".join(normalise(block.text) for block in raw.blocks)
    assert printed(unicodedata.normalize("NFC", clean(raw).text)) == printed(
        unicodedata.normalize("NFC", kept)
    )


@settings(max_examples=500, deadline=None)
@given(documents)
def test_marks_are_paragraphs_in_order(raw: RawDocument) -> None:
    document = clean(raw, PUBLISHERS)
    spans = list(document.paragraphs())
    marked = [(mark.start, mark.end) for mark in document.marks]
    assert set(marked) <= set(spans)
    assert marked == sorted(set(marked))
    assert all(mark.reason for mark in document.marks)
    assert all("\n" not in document.text[start:end] for start, end in spans)
    assert document.text == "\n\n".join(document.text[start:end] for start, end in spans)


@settings(max_examples=500, deadline=None)
@given(documents)
def test_cleaning_again_changes_nothing(raw: RawDocument) -> None:
    text = clean(raw).text
    again = clean(RawDocument("text/plain", tuple(RawBlock(part) for part in text.split("\n\n"))))
    assert again.text == text


@settings(max_examples=300, deadline=None)
@given(st.lists(lines, max_size=12))
def test_marks_come_from_the_text_alone(parts: list[str]) -> None:
    document = clean(RawDocument("text/plain", tuple(map(RawBlock, parts))), PUBLISHERS)
    again = clean(RawDocument("text/plain", tuple(map(RawBlock, document.text.split("\n\n")))), PUBLISHERS)
    assert reasons_of(again) == reasons_of(document)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_dates_have_a_basis(raw: RawDocument) -> None:
    published = clean(raw, PUBLISHERS).published
    assert published is None or (
        isinstance(published, StatedDate) and published.basis in ("dateline", "address")
    )


SIZE = 1_000_000
LONG_LINES = [
    "a", "a ", "a. ", ".", '"', "“", "(", "A -- ", "A,", "http://a.b/ ", "/2020/10/01", "a > ", "\u00ad",
    "\u200c",
    "a\u0301", "\u0316\u0301", "Ա", "Read more: ", "By A ", "July 30, 2020 ", "…", "-",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG_LINES)
def test_long_lines_take_linear_time(piece: str) -> None:
    line = RawBlock("x" + piece * (SIZE // len(piece.encode())))
    assert processor_seconds(lambda: clean(RawDocument("text/plain", (line,)), PUBLISHERS), rounds=1) < 5


@pytest.mark.parametrize(
    "piece", ["<", "<p>", "<!--", "<script>", "&amp;", "<a ", "<b><p>", "<p class=x>a", "<i>a</i>"]
)
def test_long_pages_take_linear_time(piece: str) -> None:
    data = ("<html>x" + piece * (300_000 // len(piece))).encode()

    def work() -> None:
        with suppress(UnreadableSource):
            clean(read(data), PUBLISHERS)

    assert processor_seconds(work, rounds=1) < 10
