"""AuthorityIndex: exact and folded names, transliterations, surnames with an office, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.authority_files import read_authorities
from statements.folding import fold
from statements.records import Authorities, CountryName, CountryRecord, OfficeRecord, SpeakerRecord
from statements.resolution import AuthorityIndex, read_names
from statements.resolution.index.names import is_abbreviation, sound
from statements.resolution.index.offices import holds_on, office_of
from statements.resolution.index.references import slug
from statements.resolution.text.alphabets import is_mixed
from statements.resolution.text.reading import read, sentence_spans
from tests.resolution.building import AUTHORITIES, INDEX
from tests.timing import processor_seconds

SHIPPED = read_authorities()
names_of_any_kind = st.text(max_size=40) | st.lists(
    st.sampled_from(
        [
            "Ivan",
            "Petrov",
            "Əliyev",
            "Ç",
            "ß",
            "İ",
            "ı",
            "’s",
            "-",
            ".",
            "(Georgia)",
            "𝕏",
            "ﷺ",
            "½",
            "Путин",
            "the",
            "of",
            "U.S.",
        ]
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pashinyan", "pashinian"), ("sergey", "sergei"), ("sergei", "sergej"), ("alexander", "aleksandr"),
        ("dmitry", "dmitriy"), ("nebenzya", "nebenzia"), ("zelensky", "zelenskyy"), ("mohammad", "mohammed"),
        ("vasily", "vassily"), ("poghosyan", "pogosian"), ("sahakyan", "saakian"), ("aliyev", "aliev"),
        ("solovyov", "soloviev"), ("yuriy", "yuri"), ("bayramov", "bairamov"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aliyev", "bayramov"),
        ("putin", "putina"),
        ("hasanov", "hasan"),
        ("sahakyan", "sargsyan"),
        ("mammadov", "mammadova"),
    ],
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


# --- whatever is asked of it ---------------------------------------------------------


@given(names_of_any_kind | st.text("aeghikmdnosruvxy", max_size=12))
@settings(deadline=None)
def test_sound_and_folding_change_nothing_a_second_time(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    for word in folded.split():
        assert sound(sound(word)) == sound(word)


@given(names_of_any_kind, names_of_any_kind)
@settings(deadline=None)
def test_no_name_breaks_the_index(name: str, title: str) -> None:
    words = tuple(fold(name).split())
    for answer in (
        INDEX.person(words, None), INDEX.person(words, "RU"), INDEX.body_named(name), INDEX.publisher(name),
        INDEX.person_in_office(name, title, "RU"), INDEX.person_of_country(name, "RU"),
        INDEX.holder(title, "RU", date(2020, 1, 1)), INDEX.country(name), INDEX.speaker(name),
    ):  # fmt: skip
        assert answer is None or answer in (
            *AUTHORITIES.speakers,
            *AUTHORITIES.countries,
            *AUTHORITIES.publishers,
        )
    assert read_names(name, [(0, len(name))], INDEX).units.items is not None


@given(names_of_any_kind)
@settings(deadline=None)
def test_any_name_may_be_a_record(name: str) -> None:
    speaker = SpeakerRecord("somebody", name, "person", None, (name,))
    country = CountryRecord("QO", name, "state", name, (CountryName(name, "name"),))
    index = AuthorityIndex(Authorities(countries=(country,), speakers=(speaker,)))
    assert read_names(name, [(0, len(name))], index).units.items is not None


def test_every_shipped_full_name_finds_its_record() -> None:
    index = AuthorityIndex(SHIPPED)
    for record in SHIPPED.speakers:
        words = tuple(fold(record.name).split())
        found = index.person(words) if record.kind == "person" else index.body_named(record.name)
        assert len(words) < 2 or found == record, record.name


def test_ten_thousand_names_take_less_than_a_second() -> None:
    """Five times as fast as asked on a quiet machine; the floor is what was asked."""
    index = AuthorityIndex(SHIPPED)
    names = [name for record in SHIPPED.speakers for name in (record.name, *record.variants)][:2000]
    seconds = processor_seconds(
        lambda: [read_names(name, [(0, len(name))], index) for name in names], rounds=2
    )
    assert len(names) / seconds > 10_000
    assert processor_seconds(lambda: AuthorityIndex(read_authorities()), rounds=2) < 1


@pytest.mark.parametrize(
    ("word", "mixed"),
    [
        ("Lund", False), ("Łund", False), ("Путин", False), ("П" + "utin", True), ("Lun" + chr(0x501), True),
        ("Οslo", True), ("F-16", False), ("", False), ("2nd", False),
    ],
)  # fmt: skip
def test_letters_of_two_alphabets(word: str, mixed: bool) -> None:
    assert is_mixed(word) == mixed
