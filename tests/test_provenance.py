"""Selectors cut exact words and find nothing but exact words again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.provenance import find_again, make_public_id, select


def test_selector_keeps_position_and_quote() -> None:
    selector = select("He said “yes” twice.", (9, 12))
    assert (selector.exact, selector.prefix, selector.suffix) == ("yes", "He said “", "” twice.")


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 5)])
def test_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie in a text of 4 characters"):
        select("text", span)


def test_words_that_moved_are_found() -> None:
    selector = select("One. Two.", (5, 8))
    assert find_again("A new start. One. Two.", selector) == (18, 21)


def test_words_that_changed_are_not_found() -> None:
    assert find_again("One. Too.", select("One. Two.", (5, 8))) is None


def test_surroundings_choose_between_equal_words() -> None:
    text = "He agreed. She agreed. They agreed."
    selector = select(text, (15, 21))
    assert find_again("Well. " + text, selector) == (21, 27)


def test_two_equal_places_are_left_alone() -> None:
    selector = select("xx yes xx", (3, 6))
    assert find_again("yes a yes", selector) is None


@given(st.text(min_size=1, max_size=80), st.data())
def test_every_selector_finds_itself_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_again(text, select(text, (start, end))) == (start, end)


def test_public_id_depends_on_original_words_and_occurrence() -> None:
    ids = {
        make_public_id("a" * 64, ("yes",), 0),
        make_public_id("b" * 64, ("yes",), 0),
        make_public_id("a" * 64, ("no",), 0),
        make_public_id("a" * 64, ("yes",), 1),
        make_public_id("a" * 64, ("y", "es"), 0),
    }
    assert len(ids) == 5
    assert all(len(public_id) == 7 for public_id in ids)


def test_longer_public_id_begins_like_the_shorter() -> None:
    assert make_public_id("a" * 64, ("yes",), 0, 9).startswith(make_public_id("a" * 64, ("yes",), 0))
