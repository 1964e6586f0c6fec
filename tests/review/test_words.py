"""Typed words are found exactly where they stand, or not at all."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from statements.review.words import as_typed, locate, selected_spans, stretches

TEXT = "We agree. They said: we agree.\n\nWe agree to 𝒻our points, he added, and to a date."


@pytest.mark.parametrize(
    ("typed", "near", "found"),
    [
        ("We agree", 0, [(0, 8)]),
        ("We agree", 25, [(32, 40)]),
        ("we agree", 0, [(21, 29)]),
        ("𝒻our points", 0, [(44, 55)]),
        ("We agree to 𝒻our points\r\n…\r\nand to a date", 0, [(32, 55), (67, 80)]),
        ("We agree.\n\nWe agree", 0, None),
        ("they said", 0, None),
        ("", 0, None),
        (" … ", 0, None),
        ("and to a date\n…\nWe agree to", 0, None),
    ],
)
def test_locate(typed: str, near: int, found: list[tuple[int, int]] | None) -> None:
    if found is None:
        with pytest.raises(ValidationError):
            locate(TEXT, typed, near)
    else:
        assert locate(TEXT, typed, near) == found


def test_what_was_selected_says_which_of_the_same_words() -> None:
    assert locate(TEXT, "We agree", 0, selected_spans("32-40")) == [(32, 40)]


@pytest.mark.parametrize("told", ["20-28", "x", "32", "32-40-50", "-", "99999999999999999999-3", "40-32"])
def test_what_was_selected_is_not_believed_without_the_words(told: str) -> None:
    assert locate(TEXT, "We agree", 0, selected_spans(told)) == [(0, 8)]


def test_a_field_and_its_stretches_are_each_others() -> None:
    words = ["one, and\n\nanother paragraph", "two"]
    assert stretches(as_typed(words)) == words
