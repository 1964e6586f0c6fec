from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from statements.edtf import bounds
from statements.templatetags.dates import edtf_words, said, said_machine


def statement(edtf: str) -> SimpleNamespace:
    first, last = bounds(edtf) if edtf else (None, None)
    return SimpleNamespace(said_edtf=edtf, said_earliest=first, said_latest=last)


@pytest.mark.parametrize(
    ("edtf", "words", "machine"),
    [
        ("", "", ""),
        ("2020-07-13", "13 Jul 2020", "2020-07-13"),
        ("2020-07", "July 2020", "2020-07"),
        ("2020", "2020", "2020"),
        ("2020-07-13/2020-07-19", "13–19 Jul 2020", ""),
        ("2020-07-13/2020-08-02", "13 Jul 2020 to 2 Aug 2020", ""),
        ("../2020-07-12", "not after 12 Jul 2020", ""),
        ("2020-07-12/..", "not before 12 Jul 2020", ""),
        ("2020-07-13~", "about 13 Jul 2020", "2020-07-13"),
        ("2020-07-13?", "13 Jul 2020, uncertain", "2020-07-13"),
        ("2020-07%", "about July 2020, uncertain", "2020-07"),
    ],
)
def test_dates_are_told_as_exactly_as_they_are_known(edtf: str, words: str, machine: str) -> None:
    assert said(statement(edtf)) == words
    assert said_machine(statement(edtf)) == machine


def test_a_whole_day_in_words() -> None:
    assert said(statement("2020-10-01"), long=True) == "Thursday 1 October 2020"
    assert bounds("2020-10-01")[0] == date(2020, 10, 1)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2004-03-09", "9 Mar 2004"),
        ("2004-03", "March 2004"),
        ("2004", "2004"),
        ("2004-99", "2004-99"),
        ("", ""),
    ],
)
def test_the_dates_of_an_office(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words
