"""AuthorityIndex: exact and folded names, transliterations, surnames with an office, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statements.records import Authorities, OfficeRecord
from statements.resolution import AuthorityIndex
from statements.resolution.names import is_abbreviation, sound
from statements.resolution.offices import holds_on, office_of
from statements.resolution.reading import read, sentence_spans
from statements.resolution.references import slug
from tests.resolution.building import AUTHORITIES, INDEX


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pashinyan", "pashinian"), ("sergey", "sergei"), ("sergei", "sergej"), ("alexander", "aleksandr"),
        ("dmitry", "dmitriy"), ("nebenzya", "nebenzia"), ("zelensky", "zelenskyy"), ("mohammad", "mohammed"),
        ("vasily", "vassily"), ("poghosyan", "pogosian"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("aliyev", "bayramov"), ("putin", "putina"), ("hasanov", "hasan")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_person_by_full_name() -> None:
    found = INDEX.person(("sergei", "viktorovich", "lavrov"))
    assert found is not None and found.key == "sergey-lavrov"
    assert INDEX.person(("lavrov",)) is None
    assert INDEX.person(("sergey", "lavrov"), "TR") is None


def test_surname_needs_its_office() -> None:
    found = INDEX.person_in_office("putin", "Russian President", "RU")
    assert found is not None and found.key == "vladimir-putin"
    assert INDEX.person_in_office("putin", "", "RU") is None
    assert INDEX.person_in_office("putin", "Foreign Minister", "RU") is None
    assert INDEX.person_in_office("putin", "Vice President", "RU") is None


def test_holder_of_an_office() -> None:
    found = INDEX.holder("Russian foreign minister", "RU", date(2020, 7, 1))
    assert found is not None and found.key == "sergey-lavrov"
    assert INDEX.holder("foreign minister", "RU", date(2000, 1, 1)) is None
    assert INDEX.holder("spokesman", "RU", date(2020, 7, 1)) is None


def test_two_holders_are_none() -> None:
    twice = [record for record in AUTHORITIES.speakers if record.key == "sergey-lavrov"]
    index = AuthorityIndex(Authorities(speakers=(*twice, replace(twice[0], key="another"))))
    assert index.holder("foreign minister", "RU", date(2020, 7, 1)) is None
    assert index.person(("sergey", "lavrov")) is None


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Turkish Defense Minister", "defence minister"),
        ("Minister of National Defence", "defence minister"),
        ("U.S. Secretary of State", "foreign minister"), ("Minister of Foreign Affairs", "foreign minister"),
        ("Prime Minister", "prime minister"), ("Kremlin spokesman", "spokesperson"),
        ("President", "president"),
        ("Deputy Foreign Minister", ""), ("former President", ""), ("Vice President", ""), ("farmer", ""),
    ],
)  # fmt: skip
def test_office_of(title: str, office: str) -> None:
    assert office_of(title) == office


def test_doubtful_bounds_do_not_count() -> None:
    post = OfficeRecord("President", "RU", "2018-05", "2020-03")
    assert not holds_on(post, date(2018, 5, 30))
    assert holds_on(post, date(2018, 6, 1)) and holds_on(post, date(2020, 2, 29))
    assert not holds_on(post, date(2020, 3, 1))
    assert not holds_on(OfficeRecord("President", "RU"), date(2020, 1, 1))


def test_publishers_by_exact_name() -> None:
    for printed in ("TASS", "the TASS news agency", "the official TASS agency"):
        assert (found := INDEX.publisher(printed)) is not None and found.key == "tass"
    for printed in ("", "the news agency", "Tass and others"):
        assert INDEX.publisher(printed) is None


def test_abbreviations() -> None:
    assert [name for name in ("US", "U.S.", "G-20", "Us", "Iran", "123") if is_abbreviation(name)] == [
        "US", "U.S.", "G-20",
    ]  # fmt: skip


def test_keys_are_plain() -> None:
    assert slug("İsmail Demir’s") == "ismail-demir-s"
    assert slug("Նիկոլ Փաշինյան").isascii() and slug("Նիկոլ Փաշինյան") != slug("Արմեն Սարգսյան")
    assert len(slug("word " * 80)) <= 100


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left. ", "She stayed."]),
        ("“He left. Now,” she said. All slept.", ["“He left. Now,” she said. ", "All slept."]),
        ("The U.S. envoy met Mr. Ali. Good.", ["The U.S. envoy met Mr. Ali. ", "Good."]),
        ("“Unclosed. Still open", ["“Unclosed. ", "Still open"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, (0, len(text)))] == sentences


def test_only_the_spans_are_read() -> None:
    reading = read("One two. Three four.", [(9, 20)])
    assert [word.word for word in reading.words] == ["three", "four"]
    assert reading.words_in((0, 9)) == (0, 0)
    assert reading.sentence_at(3) is None
