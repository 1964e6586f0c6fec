"""One fold for names, index and queries."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.folding import LONGEST_TOKEN, fold, tokens


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("Bakı", "baki"),
        ("İlham Əliyev", "ilham eliyev"),
        ("Dağlıq Qarabağ", "daglıq qarabag".replace("ı", "i")),
        ("Wałęsa, Øresund, Đilas", "walesa oresund dilas"),
        ("Straße, ŒUVRE, Þór", "strasse oeuvre thor"),
        ("N’Djamena’s F-16s", "n djamena s f 16s"),
        ("Нагорный Карабах", "нагорныи карабах"),
        ("Լեռնային Ղարաբաղ", "լեռնային ղարաբաղ"),
        ("ＮＡＴＯ", "nato"),
        ("U.S.", "u s"),
        ("½", "1 2"),
        ("", ""),
        ("…—“”", ""),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_composed_and_decomposed_are_the_same_word() -> None:
    assert fold(unicodedata.normalize("NFD", "Çavuşoğlu")) == fold("Çavuşoğlu")


def test_marks_and_invisible_letters_do_not_part_words() -> None:
    assert fold("Cavus\u0327og\u0306lu") == "cavusoglu"
    assert fold("Kara\u00adbakh\u200b") == "karabakh"


def test_places_point_at_the_printed_words() -> None:
    text = "“Çavuşoğlu’s  visit”"
    assert [text[one.start : one.end] for one in tokens(text)] == ["Çavuşoğlu", "s", "visit"]


def test_long_words_are_cut() -> None:
    assert [len(one.word) for one in tokens("a" * 5000)] == [LONGEST_TOKEN]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_fold_is_stable_and_words_lie_in_the_text(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    before = 0
    for one in tokens(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.start >= before
        before = one.start
        assert one.word and " " not in one.word


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), max_size=20))
def test_case_never_counts(text: str) -> None:
    assert fold(text.casefold()) == fold(text)
