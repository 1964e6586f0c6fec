from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statements.views.reading import Mark, Marked, cut_segments, read_around, read_article, read_paragraph

TEXT = "Akar said “they will pay” and that peace is near."


def marked(*spans: tuple[int, int], number: int = 1, kind: str = "indirect") -> Marked:
    return Marked(number, f"s{number}", kind, spans)


@st.composite
def marks_in_text(draw) -> tuple[str, tuple[int, int], list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.integers(0, len(text))
    start, end = sorted([draw(places), draw(places)])
    spans = draw(st.lists(st.tuples(places, places).map(sorted), max_size=8))
    marks = [Mark(a, b, f"m{number}") for number, (a, b) in enumerate(spans) if a < b]
    return text, (start, end), marks


@given(marks_in_text())
def test_segments_joined_are_the_text(given_marks) -> None:
    text, (start, end), marks = given_marks
    segments = cut_segments(text, (start, end), marks)
    assert "".join(segment.text for segment in segments) == text[start:end]
    assert all(segment.text for segment in segments)


@given(marks_in_text())
def test_a_segment_knows_exactly_the_marks_that_cover_it(given_marks) -> None:
    text, span, marks = given_marks
    for segment in cut_segments(text, span, marks):
        covering = {mark.key for mark in marks if mark.start <= segment.start and segment.end <= mark.end}
        assert set(segment.keys) == covering


def test_the_innermost_mark_comes_last() -> None:
    segments = cut_segments("abcdef", (0, 6), [Mark(2, 4, "inner"), Mark(0, 6, "outer")])
    assert [segment.keys for segment in segments] == [("outer",), ("outer", "inner"), ("outer",)]


def test_overlapping_statements_print_every_letter_once() -> None:
    paragraph = read_paragraph(TEXT, (0, len(TEXT)), [marked((0, 30)), marked((20, 49), number=2)])
    assert paragraph.text == TEXT
    assert [note.number for note in paragraph.notes] == [1, 2]
    assert [marked.number for piece in paragraph.pieces for marked in piece.noted] == [1, 2]


def test_the_note_stands_behind_the_mark_that_closes_a_quotation() -> None:
    start = TEXT.index("they")
    paragraph = read_paragraph(TEXT, (0, len(TEXT)), [marked((start, start + len("they will pay")))])
    noted = next(piece for piece in paragraph.pieces if piece.noted)
    assert noted.text == "”" and noted.inner is None


def test_quoted_words_in_a_mixed_statement_are_told_apart() -> None:
    paragraph = read_paragraph(TEXT, (0, len(TEXT)), [marked((0, len(TEXT) - 1), kind="mixed")])
    assert [piece.text for piece in paragraph.pieces if piece.quoted] == ["“they will pay”"]


def test_left_out_neighbours_fold_together_and_the_headline_is_not_repeated() -> None:
    text = "Share\n\nPrint\n\nThe headline\n\nHe spoke.\n\nMore"
    blocks = [(0, 5, "share bar"), (7, 12, "page navigation"), (14, 26, "headline"), (39, 43, "teaser")]
    stretches = read_article(text, "The Headline", [], blocks)
    assert [(s.is_left_out, [p.text for p in s.paragraphs]) for s in stretches] == [
        (True, ["Share", "Print"]),
        (False, ["He spoke."]),
        (True, ["More"]),
    ]
    assert stretches[0].reasons == ["share bar", "page navigation"]


def test_a_headline_that_is_not_the_title_is_folded_like_any_block() -> None:
    stretches = read_article("Another line\n\nText.", "The title", [], [(0, 12, "headline")])
    assert stretches[0].is_left_out


def test_around_a_statement_stand_its_neighbours_without_what_is_left_out() -> None:
    text = "One.\n\nAdvert.\n\nTwo says so.\n\nThree.\n\nFour."
    start = text.index("says")
    around = read_around(text, marked((start, start + 4)), [(6, 13, "share bar")])
    assert [paragraph.text for paragraph in around] == ["One.", "Two says so.", "Three."]
