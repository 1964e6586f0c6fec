"""Pronouns and descriptions: the one they stand for, or nobody."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names

PESKOV = "“{It will end},” Kremlin spokesman [Dmitry Peskov] <told> reporters. "


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (PESKOV + "“{We hope},” [he] <said>.", ["Dmitry Peskov"]),
        (PESKOV + "\n\n<According to> [him], {all is well}.", ["Dmitry Peskov"]),
        (PESKOV + "Sergey Lavrov met him. [He] <said> {so}.", [None]),
        (PESKOV + "[She] <said> {so}.", [None]),
        (PESKOV + "“{No},” [Smith] <said>. “{Yes},” [he] <said>.", [None]),
        ("Vladimir Putin met Nikol Pashinyan. [He] <said> {so}.", [None]),
        ("Vladimir Putin arrived. [He] <said> {so}.", ["Vladimir Putin"]),
        ("[He] <said> {so}.", [None]),
        ("[Spokeswoman Maria Zakharova] <said> {no}. [He] <said> {so}.", [None]),
        ("[Minister Anna Bell] <said> {no}. [She] <said> {so}.", ["Anna Bell"]),
        ("[Minister Anna Bell] met Ivan Petrov and <said> {no}. [She] <said> {so}.", ["Anna Bell"]),
        ("[Minister Sasha Bell] met Kim Petrov and <said> {no}. [She] <said> {so}.", [None]),
        ("[Spokeswoman Maria Zakharova] <said> {no}. [She] <added> {so}.", ["Maria Zakharova"]),
        ("[Minister Anna Bell] <said> {no}.\n\nMrs. Ada Berg met her in Osta. [She] <said> {so}.", [None]),
        ("Minister Anna Bell came. Mrs. Ada Berg met her. [She] <said> {so}.", [None]),
        ("Minister Anna Bell came. Mrs. Ada Berg met her aides. [She] <said> {so}.", ["Ada Berg"]),
        ("Minister Karl Bell came. Mrs. Ada Berg met him. [She] <said> {so}.", ["Ada Berg"]),
    ],
)
def test_he_and_she(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Deputy Prime Minister Ivo Lund came. [The Deputy Prime Minister] <said> {so}.", ["Ivo Lund"]),
        ("Prime Minister Ivo Lund came. [The Deputy Prime Minister] <said> {so}.", [None]),
        ("[Grain chief Ivo Lund] <said> {no}. [The official] <said> {so}.", ["Ivo Lund"]),
        ("Grain chief Ivo Lund met Roads chief Karl Holm. [The official] <said> {so}.", [None]),
        ("Minister Ivo Lund slept. His aide, Kim Petrov, did not hide her doubts. [She] <said> {so}.",
         ["Kim Petrov"]),
        ("Minister Ivo Lund slept. His aide, Kim Petrov, called her a liar. [She] <said> {so}.", [None]),
    ],
)  # fmt: skip
def test_titles_said_again(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_he_carries_the_role_and_says_so() -> None:
    found = last(PESKOV + "“{We hope},” [he] <said>.")
    assert (found.role, found.country, found.basis) == ("Kremlin spokesman", "RU", "inferred from 'he'")


def test_persons_inside_the_words_are_no_rivals() -> None:
    assert names("[Dmitry Peskov] <said> {Nikol Pashinyan must go}. [He] <added> {so}.") == ["Dmitry Peskov"]


def test_he_is_not_sought_far_away() -> None:
    assert names(PESKOV + "\n\nRain.\n\nSnow.\n\nHail.\n\n[He] <said> {so}.") == [None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[Turkey] has <blamed> {Armenia}. [It] <pledged> {support}.", ["Turkish government"]),
        ("The talks of Russia and Turkey ended. [It] <said> {so}.", [None]),
        ("[It] <said> {so}.", [None]),
        ("“{So},” [the Russian Foreign Ministry] <said>. “{And so},” <added> [the statement].",
         ["Russian Foreign Ministry"]),
        ("“{So},” [the Kremlin] <said>. “{And so},” <added> [the congressional report].", [None]),
        ("“{So},” [Dmitry Peskov] <told> reporters. [The statement] <said> {more}.", [None]),
        ("“{So},” [Dmitry Peskov] <said> in a statement. [The statement] <said> {more}.", ["Dmitry Peskov"]),
        ("[The Armenian Defense Ministry] <said> {so}. [The ministry] <added> {more}.",
         ["Armenian Defence Ministry"]),
        ("The Russian Foreign Ministry and the Armenian Defense Ministry met. [The ministry] <said> {so}.",
         [None]),
        ("Russia’s foreign minister Sergei Lavrov came. [The Russian ministry] <said> {so}.",
         ["Russian Foreign Ministry"]),
        ("Nobody came. [The Russian ministry] <said> {so}.", [None]),
        ("Russia sided with Turkey. [The latter] <said> {so}.", ["Turkish government"]),
        ("Nobody came. [The latter] <said> {so}.", [None]),
    ],
)  # fmt: skip
def test_bodies(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[Baku] <stated> {so}, while [Yerevan] <denied> {it}. [Both sides] <reported> {losses}.",
         ["Azerbaijani government", "Armenian government"]),
        ("Russia, Turkey and Armenia met. [Both sides] <said> {so}.", [None]),
        ("[Baku] <stated> {so}, while [Yerevan] <denied> {it}. [Both sides] <reported> {losses}."
         " <According to> [their] estimates, {it is calm}.",
         ["Azerbaijani government", "Armenian government"]),
        ("[Dmitry Peskov] <said> {so}. [They] <said> {more}.", [None]),
        ("[U.S. officials] <said> {so}. [They] <said> {more}.", ["U.S. officials"]),
        ("[U.S. officials] <said> {so}. Rebels came. [They] <said> {more}.", [None]),
        ("Sergey Lavrov met Mevlut Cavusoglu. [The two ministers] <said> {so}.",
         ["Sergey Lavrov", "Mevlüt Çavuşoğlu"]),
    ],
)  # fmt: skip
def test_several(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[Turkish Defense Minister Hulusi Akar] <said> {no}. [The minister] <added> {so}.", ["Hulusi Akar"]),
        ("Turkish Defense Minister Hulusi Akar met Foreign Minister Sergey Lavrov and Prime Minister Nikol"
         " Pashinyan. [The minister] <said> {so}.", [None]),
        ("Russian Foreign Minister Sergey Lavrov met his Turkish counterpart Mevlut Cavusoglu. [Cavusoglu]"
         " <said> {no}. “{So},” [the minister] <said>.", ["Mevlüt Çavuşoğlu"]),
        ("[Sergey Lavrov], Foreign Minister of Russia, <said> {no}. <According to> [the diplomat], {so}.",
         ["Sergey Lavrov"]),
        ("[Vladimir Putin], a candidate, <said> {no}. [The president] <added> {so}.", [None]),
        ("Russian President Vladimir Putin came. [The former president] <said> {so}.", [None]),
        ("Former President Anna Bell came. [The former president] <said> {so}.", ["Anna Bell"]),
        ("Russian President Vladimir Putin came. [The minority leader] <said> {so}.", [None]),
        ("[The minister] <said> {so}.", [None]),
        ("World Bank President Anna Bell came. [Ivan Petrov] <said> {no}. [The president] <said> {so}.",
         [None]),
        ("Russian President Vladimir Putin came. [The Russian leader] <said> {so}.", ["Vladimir Putin"]),
    ],
)  # fmt: skip
def test_descriptions(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers
