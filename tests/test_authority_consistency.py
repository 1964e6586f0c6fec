"""The shipped authority records, held against each other and against common sense."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from statements import edtf
from statements.authority_files import FIXTURES, read_authorities
from statements.folding import fold
from statements.records import OfficeRecord, SpeakerRecord
from statements.resolution import AuthorityIndex
from statements.resolution.index.authorities import SINGLE_OFFICES
from statements.resolution.index.names import is_abbreviation, sound
from statements.resolution.index.offices import holds_on, office_of
from statements.resolution.text.vocabulary import DATE_WORDS, FUNCTION_WORDS, TITLE_WORDS, WORDS_OF_BODIES
from tests.conftest import SEEDS

AUTHORITIES = read_authorities()
INDEX = AuthorityIndex(AUTHORITIES)
COUNTRIES = {record.code: record for record in AUTHORITIES.countries}
PEOPLE = [record for record in AUTHORITIES.speakers if record.kind == "person"]
BODIES = [record for record in AUTHORITIES.speakers if record.kind != "person"]

LARGEST = 1_500_000  # bytes of all files together: a person must be able to review them
PACKAGE = r"[\w.-]+ \d+(\.\d+)+"
SOURCE = re.compile(rf"unverified|{PACKAGE}(; {PACKAGE})*(; names in country_additions\.json unverified)?")

# The European Union has a president of the Commission, of the Council, of the Parliament and of its bank.
SEVERAL_HOLDERS = {("president", "EU")}
# Names that are words too. They count only with a capital, and "Report" only where an agency is named.
NAMES_THAT_ARE_WORDS = {"congress", "report"}

GUIDE = FIXTURES.parent / "docs" / "authorities.md"
ANNOTATED = Path(__file__).parent / "data" / "annotated"
PRINTED = " ".join(
    path.read_text(errors="replace") for path in (*ANNOTATED.glob("*.txt"), *SEEDS.glob("*.txt"))
)
COMMON_WORDS = set(re.findall(r"(?<![\w’'-])[a-z]+(?![\w’'-])", PRINTED))


# --- files -------------------------------------------------------------------------


def test_files_are_small_enough_to_review() -> None:
    assert sum(path.stat().st_size for path in FIXTURES.glob("*.json")) < LARGEST


def test_sources_are_packages_with_a_version_or_unverified() -> None:
    rows = [*AUTHORITIES.countries, *AUTHORITIES.speakers, *AUTHORITIES.publishers]
    rows += [office for record in PEOPLE for office in record.offices]
    assert [row for row in rows if not SOURCE.fullmatch(row.source)] == []


def test_guide_counts_the_rows() -> None:
    organisations = sum(record.kind == "organisation" for record in AUTHORITIES.countries)
    counted = [
        len(AUTHORITIES.countries) - organisations, organisations, len(PEOPLE), len(BODIES),
        len(AUTHORITIES.publishers),
    ]  # fmt: skip
    rows = re.findall(r"^\| `fixtures/.*", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(number) for row in rows for number in re.findall(r"\b(\d+) [a-z]", row)] == counted


def test_guide_and_build_name_the_same_packages() -> None:
    build = (FIXTURES / "build.py").read_text(encoding="utf-8")
    pinned = set(re.findall(r"([\w.-]+)(?:==|@)(\d[\d.]*\d)", build))
    named = set(re.findall(r"([\w.-]+) (\d+\.[\d.]*\d) ?(?:\||\()", GUIDE.read_text(encoding="utf-8")))
    assert named == pinned - {("PyYAML", "6.0.3")}


# --- names ---------------------------------------------------------------------------


def all_names() -> Iterator[str]:
    yield from (name.text for record in AUTHORITIES.countries for name in record.names)
    for record in (*BODIES, *PEOPLE):
        yield from (record.name, *record.variants)
    for publisher in AUTHORITIES.publishers:
        yield from (publisher.name, *publisher.names)


def test_no_name_is_a_common_word() -> None:
    words = COMMON_WORDS | FUNCTION_WORDS | DATE_WORDS | TITLE_WORDS | WORDS_OF_BODIES
    found = {fold(name) for name in all_names() if fold(name) in words and not is_abbreviation(name)}
    assert found <= NAMES_THAT_ARE_WORDS


@pytest.mark.parametrize("name", ["Island", "Maurice", "Salvador", "Suisse", "Dominique", "Granada", "Malte"])
def test_names_of_other_languages_that_mean_something_else_are_left_out(name: str) -> None:
    assert fold(name) not in {fold(text) for text in all_names()}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Deutschland", "DE"), ("Allemagne", "DE"), ("Almanya", "DE"), ("Гамбия", "GM"), ("Թուրքիա", "TR"),
        ("ترکیه", "TR"), ("თურქეთი", "TR"), ("Туреччина", "TR"), ("Gürcüstan", "GE"), ("亚美尼亚", "AM"),
        ("أرمينيا", "AM"), ("Greek Cypriots", "CY"), ("Turkish Cypriots", "XNC"), ("Ханкенди", "XNK"),
        ("Stepanakert", "XNK"), ("Hankendi", "XNK"), ("Yugoslavia", "YUCS"), ("USSR", "SUHH"), ("DNR", "XDP"),
        ("Golan Heights", "XGH"), ("West Bank", "PS"), ("ООН", "UN"), ("ՀԱՊԿ", "CSTO"), ("WHO", "WHO"),
    ],
)  # fmt: skip
def test_names_of_countries_and_organisations(name: str, code: str) -> None:
    assert fold(name) in {fold(one.text) for one in COUNTRIES[code].names}


def test_territories_of_disputed_status_have_neutral_labels() -> None:
    labels = {
        record.name
        for code, record in COUNTRIES.items()
        if record.kind == "territory" and (len(code) == 3 or code in ("XK", "TW", "PS", "EH"))
    }
    assert {"Nagorno-Karabakh", "Abkhazia", "South Ossetia", "Transnistria", "Northern Cyprus", "Crimea",
            "Donetsk", "Luhansk", "Somaliland", "Kosovo", "Taiwan", "Western Sahara"} <= labels  # fmt: skip
    assert not [label for label in labels if re.search(r"occupied|republic|state of|separatist", label, re.I)]


@pytest.mark.parametrize(
    "name",
    ["UN Security Council", "UN General Assembly", "UNHCR", "UNICEF", "OHCHR", "WFP", "UNESCO", "OCHA",
     "EEAS", "European Commission", "European Council", "European Parliament", "OSCE Minsk Group",
     "PACE", "ODIHR", "Minsk Group co-chairs", "Office of the UN Secretary-General"],
)  # fmt: skip
def test_bodies_of_organisations_that_speak(name: str) -> None:
    found = INDEX.body_named(name)
    assert found is not None and found.country is not None and COUNTRIES[found.country].kind == "organisation"


# --- people --------------------------------------------------------------------------


def test_no_two_people_are_called_alike_however_they_are_spelt() -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in PEOPLE:
        for words in (fold(name).split() for name in (record.name, *record.variants)):
            if len(words) > 1:
                bearers[sound(words[0]), sound(words[-1])].add(record.key)
    # Two people who are really called so, of Kenya and of the United Nations.
    namesakes = [{"amina-j-mohammed", "amina-mohamed"}]
    assert [keys for keys in bearers.values() if len(keys) > 1] == namesakes


def test_officials_of_disputed_territories_speak_for_no_country() -> None:
    for record in PEOPLE:
        if any("(de facto)" in office.title for office in record.offices):
            assert record.country is None and all(office.country is None for office in record.offices)


# --- offices -------------------------------------------------------------------------


def posts() -> dict[tuple[str, str], list[tuple[SpeakerRecord, OfficeRecord]]]:
    """The offices that one person holds at a time, of every country."""
    found: dict[tuple[str, str], list[tuple[SpeakerRecord, OfficeRecord]]] = defaultdict(list)
    for record in PEOPLE:
        for office in record.offices:
            name = office_of(office.title)
            if name in SINGLE_OFFICES and office.country:
                found[name, office.country].append((record, office))
    return found


def first_sure_day(office: OfficeRecord) -> date | None:
    return edtf.bounds(office.start)[1] if office.start else None


def test_offices_end_after_they_begin() -> None:
    for record in PEOPLE:
        for office in record.offices:
            if office.start and office.end:
                assert edtf.bounds(office.start)[0] < edtf.bounds(office.end)[1], (record.key, office)


def test_no_office_begins_while_another_holds_it() -> None:
    clashes = [
        (one.key, other.key, office.title)
        for post, held in posts().items()
        if post not in SEVERAL_HOLDERS
        for (one, office), (other, another) in combinations(held, 2)
        if any(
            day and holds_on(office, day) and holds_on(another, day)
            for day in (first_sure_day(office), first_sure_day(another))
        )
    ]
    assert clashes == []


REGION = ("AM", "AZ", "FR", "GE", "IR", "RU", "TR", "US")
G20 = ("AR", "AU", "BR", "CA", "CN", "DE", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "SA")
# Nobody is named where a successor took over in that very month, or nobody was sure.
OPEN = {("AM", 2021), ("GE", 2024), ("IR", 2024), ("KR", 2025), ("MX", 2023), ("ID", 2025)}


@pytest.mark.parametrize("year", range(2015, 2026))
@pytest.mark.parametrize("country", REGION + G20)
def test_foreign_minister_of_every_summer(country: str, year: int) -> None:
    found = INDEX.holder("Foreign Minister", country, date(year, 7, 1))
    assert (found is None) == ((country, year) in OPEN)


@pytest.mark.parametrize(
    ("role", "country", "day", "name"),
    [
        ("Turkish Defense Minister", "TR", "2020-07-16", "Hulusi Akar"),
        ("Foreign Minister", "AZ", "2020-07-15", "Elmar Mammadyarov"),
        ("Foreign Minister", "AZ", "2020-07-17", "Jeyhun Bayramov"),
        ("Prime Minister", "AM", "2018-04-20", "Serzh Sargsyan"),
        ("Prime Minister", "AM", "2020-07-23", "Nikol Pashinyan"),
        ("President", "TR", "2020-07-23", "Recep Tayyip Erdoğan"),
        ("Secretary of State", "US", "2016-05-01", "John Kerry"),
        ("Chancellor", "DE", "2022-02-24", "Olaf Scholz"),
        ("Premier", "CN", "2024-01-01", "Li Qiang"),
        ("Foreign Secretary", "GB", "2018-07-10", "Jeremy Hunt"),
        ("President", "GE", "2024-12-30", "Mikheil Kavelashvili"),
    ],
)  # fmt: skip
def test_who_held_an_office_on_a_day(role: str, country: str, day: str, name: str) -> None:
    found = INDEX.holder(role, country, date.fromisoformat(day))
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Nikol Pashinian", "nikol-pashinyan"), ("Mevlut Cavusoglu", "mevlut-cavusoglu"),
        ("Elmar Mamedyarov", "elmar-mammadyarov"), ("Sergei Shoigu", "sergey-shoigu"),
        ("Ilham Aliev", "ilham-aliyev"), ("Alyaksandr Lukashenka", "alexander-lukashenko"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"), ("Abdel Fattah al-Sisi", "abdel-fattah-el-sisi"),
        ("Սերժ Սարգսյան", "serzh-sargsyan"), ("Сергей Лавров", "sergey-lavrov"),
    ],
)  # fmt: skip
def test_people_by_their_spellings(words: str, key: str) -> None:
    found = INDEX.person(tuple(fold(words).split()))
    assert (found.key if found else "") == key
