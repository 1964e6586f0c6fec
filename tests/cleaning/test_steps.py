"""Normalising steps: text in, text out."""

from __future__ import annotations

import time

import pytest

from statements.cleaning.steps import normalise, tidy_line, tidy_spaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\x0be\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("\ufeffa\u200bb\u2060c", "abc"),
        ("Kara\u00adbakh", "Karabakh"),
        ("Kara\u00ad\n bakh", "Karabakh"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("C\u0327avus\u0327", "\u00c7avu\u015f"),
        ("e\u200b\u0301", "\u00e9"),
        ("a\ud800b", "ab"),
        ("soft\u200cware", "software"),
        # Persian "I go" keeps its non-joiner, a family of emoji its joiners.
        ("می\u200cروم", "می\u200cروم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\u00a0b\tc", "a\u00a0b\tc"),
        ("negotiations <...>.", "negotiations <...>."),
    ],
)
def test_what_prints_nothing_goes(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_spaces_are_tidied_within_a_line() -> None:
    assert tidy_spaces(" a\u00a0 b\t\tc\u3000d ") == "a b c d"
    assert tidy_line("One\n two ") == "One two"


def test_piles_of_accents_take_no_time() -> None:
    text = "a" + "\u0316\u0301" * 100_000
    started = time.perf_counter()
    assert len(normalise(text)) == len(text)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "text", ["a\u200c\u200cم", "Å\u200d\u0301", "e\u200d\u0301", "\u0301" * 40 + "e\u0301"]
)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
