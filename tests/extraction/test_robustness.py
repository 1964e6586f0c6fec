"""No text may break extraction, slow it out of proportion, or move a span."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.extraction import extract_quotations
from statements.extraction.word_classes import words
from statements.records import Quotation, paragraph_spans
from tests.extraction.expecting import extract
from tests.timing import processor_seconds

# Marks and words that rules ask about, and characters that are easily miscounted.
PIECES = sorted(
    words("“ ” \" ' '' ‘ ’ « » „ , . ? : ; — ( ) [ ] <...> said says told accused of urged to that")
    | words("Keller the ministry according and but while who was reported as saying in a statement")
    | words("Question: adding calls for This stated by not U.S. 1,000 İ ß")
    | words("`` ` ‚ ‹ › 「 」 < > … ! -- he asked Lund: [sic] '90s 6'2\" allies' (Laughter.) wir 12")
    | {"\n\n", "\n", " ", "\u00a0", "\u200b", "\x00", "\u202a", "\u2028", "\ud800", "𝕏", "\u0301"}
    | {"he said.", "said Lund,", "issued the following statement:", "the minister told reporters"}
)

newsy = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=60
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300) | newsy)
def test_any_text_gives_sound_statements(text: str) -> None:
    paragraphs = list(paragraph_spans(text))
    found = extract_quotations(text, paragraphs)
    assert found == extract_quotations(text, paragraphs)
    for quotation in found:
        assert_sound(quotation, paragraphs)


def test_another_process_finds_the_same() -> None:
    text = (
        " ".join(PIECES * 3)
        + "\n\n"
        + "\n\n".join(f"“We {piece} agree, he said. {piece}" for piece in PIECES)
    )
    text = text.encode("utf-8", "ignore").decode()
    assert len(extract(text)) > 50
    assert read_in_process(text, "1") == read_in_process(text, "2") == repr(extract(text))


def read_in_process(text: str, seed: str) -> str:
    """What a fresh interpreter with another order of its sets finds."""
    program = (
        "import sys; from tests.extraction.expecting import extract;"
        " print(repr(extract(sys.stdin.buffer.read().decode())))"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run(
        [sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True, env=environment
    )
    return found.stdout.decode().strip()


def assert_sound(quotation: Quotation, paragraphs: list[tuple[int, int]]) -> None:
    assert quotation.content
    assert list(quotation.content) == sorted(quotation.content)
    for before, after in pairwise(quotation.content):
        assert before[1] <= after[0]
    others = [span for span in (quotation.cue, quotation.agency, quotation.occasion) if span]
    for start, end in [*quotation.content, *quotation.sources, *others]:
        assert start < end
        assert any(low <= start and end <= high for low, high in paragraphs)


@settings(max_examples=50, deadline=None)
@given(newsy, st.lists(st.integers(0, 80), max_size=6))
def test_odd_paragraphs_are_read_as_given(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    paragraphs = list(pairwise(edges))
    for quotation in extract_quotations(text, paragraphs):
        assert_sound(quotation, paragraphs)


PUMPED = [
    *(
        "“",
        "”",
        '"',
        "''",
        "'",
        " '",
        "[",
        "(",
        "<...>",
        " ",
        "A ",
        "Aa",
        "a.",
        ". ",
        "- ",
        "1,",
        "“\n\n",
        "“a",
    ),
    *(
        "said ",
        "X said, ",
        "“a” ",
        "“a,” he said ",
        "Keller said that ",
        "and X said ",
        "accused of ",
        "who, ",
    ),
    *("according to ", "to call for ", "the U.S. ", "of the ", "Q: a\n\n", "was reported to say "),
    *("This was stated by ", "in a statement ", "after meeting with "),
    *(
        "his claim that a ",
        "was condemned by X ",
        "Noting that, ",
        "X: “Aa bb cc dd.” ",
        "“Aa,” — X ",
        ", who said ",
    ),
    *("X barked, “Aa” ", "(laughter", "in the end, he said, ", ", whose X had said "),
    *("«", "»", "‹", "「", "``", "`", "‘", "‚", "„a“ ", "»a« ", "'a' ", "“«‘", "’»”", "“a ‘b «c "),
    *("“A, he said. ", "“A, the X said ", "A,” said X ", "s' ", "6'2\" ", "'90s ", "\u202a“"),
    *("(", ")", "[a.] ", "{", "<", "“[a ", "“a.”) ", "…", "—", "--", "\n", "\t", ", ", ": "),
    *("SAID ", "asked ", "Q: A: ", "Q: a A: b ", "X said:\n\n", "X set it right:\n\n“a.”\n\n"),
]


@pytest.mark.parametrize("piece", PUMPED)
def test_time_grows_with_length_alone(piece: str) -> None:
    texts = [piece * (size // len(piece)) for size in (6_000, 24_000)]
    small, large = (processor_seconds(lambda text=text: extract(text)) for text in texts)
    assert large < 12 * small + 0.1


@pytest.mark.parametrize("piece", ["“a ", "said ", "A said b ", '"', "said X, ", "“a, he said. "])
def test_a_megabyte_on_one_line_is_read_in_seconds(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert processor_seconds(lambda: extract(text), rounds=1) < 30


@pytest.mark.parametrize(
    "text",
    [
        "Lund he and - - ” told told said : talks would go on.",
        "Lund and – – told reporters that talks would go on.",
    ],
)
def test_a_source_of_no_words_is_none(text: str) -> None:
    found = extract_quotations(text, [(0, len(text))])
    assert found
    assert all(start < end for one in found for start, end in one.sources)
