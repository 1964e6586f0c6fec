"""The shipped authority records: whole, sorted, sourced, and free of collisions."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from statements.authority_files import FIXTURES, AuthorityFileError, publisher_names, read_authorities
from statements.folding import fold

AUTHORITIES = read_authorities()
COUNTRIES = {record.code: record for record in AUTHORITIES.countries}
FILES = {
    "countries": "code",
    "country_additions": "code",
    "organizations": "code",
    "speakers": "key",
    "publishers": "key",
}

# Shared names, left open on purpose: each is in both rows, and resolves to neither.
SHARED_NAMES = {
    "brussels", "channel islander", "channel islanders", "congo", "congolese", "dominican", "dominicans",
    "kingston", "korea", "korean", "koreans", "刚果",
}  # fmt: skip

ISO_3166_1 = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
YT ZA ZM ZW
"""
ISO_CODES = [code for code in re.split(r"\s+", ISO_3166_1) if code]

# Nobody lives there, or no seat of government is named.
WITHOUT_ADJECTIVE = {"BV", "HM", "IO", "TF"}
WITHOUT_CAPITAL = {"AQ", "BV", "GS", "HK", "HM", "IO", "MO", "TF", "TK", "UM"}


@pytest.mark.parametrize("code", ISO_CODES)
def test_every_country_has_name_adjective_and_capital(code: str) -> None:
    record = COUNTRIES[code]
    uses = {name.use for name in record.names}
    assert record.name in [name.text for name in record.names]
    assert code in WITHOUT_ADJECTIVE or record.adjective in [name.text for name in record.names]
    assert code in WITHOUT_CAPITAL or "capital" in uses


def test_all_codes_are_there_once() -> None:
    assert len(ISO_CODES) == 249
    assert len(COUNTRIES) == len(AUTHORITIES.countries)
    for keys in ([one.key for one in AUTHORITIES.speakers], [one.key for one in AUTHORITIES.publishers]):
        assert not [key for key, count in Counter(keys).items() if count > 1]


def test_every_row_names_its_source_and_fits_its_column() -> None:
    rows = [*AUTHORITIES.countries, *AUTHORITIES.speakers, *AUTHORITIES.publishers]
    rows += [office for one in AUTHORITIES.speakers for office in one.offices]
    assert all(row.source and len(row.source) <= 200 for row in rows)
    assert all(re.fullmatch(r"[A-Z0-9]{2,8}", code) for code in COUNTRIES)
    assert all(re.fullmatch(r"[a-z0-9-]{1,120}", one.key) for one in AUTHORITIES.speakers)
    assert {record.kind for record in AUTHORITIES.countries} == {
        "state",
        "organisation",
        "territory",
        "historical",
    }
    assert {name.use for record in AUTHORITIES.countries for name in record.names} == {
        "name", "demonym", "capital", "metonym",
    }  # fmt: skip


def test_country_codes_of_speakers_and_publishers_exist() -> None:
    for record in (*AUTHORITIES.speakers, *AUTHORITIES.publishers):
        assert record.country is None or record.country in COUNTRIES, record.key
    for office in (office for record in AUTHORITIES.speakers for office in record.offices):
        assert office.country is None or office.country in COUNTRIES
        assert all(re.fullmatch(r"(\d{4}(-\d\d){0,2})?", bound) for bound in (office.start, office.end))


def test_no_name_means_two_countries_unless_left_open() -> None:
    codes: dict[str, set[str]] = {}
    for record in AUTHORITIES.countries:
        for name in record.names:
            codes.setdefault(fold(name.text), set()).add(record.code)
    assert {name for name, found in codes.items() if len(found) > 1} == SHARED_NAMES


def test_no_name_of_a_speaker_or_publisher_is_anothers() -> None:
    for records in (AUTHORITIES.speakers, AUTHORITIES.publishers):
        owners: dict[str, set[str]] = {}
        for record in records:
            variants = getattr(record, "variants", ()) or getattr(record, "names", ())
            for text in (record.name, *variants):
                owners.setdefault(fold(text), set()).add(record.key)
        assert not {name: keys for name, keys in owners.items() if len(keys) > 1}


def test_no_row_repeats_a_name() -> None:
    for record in AUTHORITIES.countries:
        assert len(set(record.names)) == len(record.names), record.code
    for speaker in AUTHORITIES.speakers:
        assert len(set(speaker.variants)) == len(speaker.variants), speaker.key


@pytest.mark.parametrize(
    ("code", "name", "adjective"),
    [
        ("RU", "Russia", "Russian"), ("TR", "Turkey", "Turkish"), ("IR", "Iran", "Iranian"),
        ("KR", "South Korea", "South Korean"), ("US", "United States", "US"),
        ("GB", "United Kingdom", "British"),
        ("CZ", "Czechia", "Czech"), ("BA", "Bosnia and Herzegovina", "Bosnian"),
        ("AZ", "Azerbaijan", "Azerbaijani"),
        ("XNK", "Nagorno-Karabakh", "Nagorno-Karabakh"), ("EU", "European Union", "EU"),
    ],
)  # fmt: skip
def test_names_as_journalists_print_them(code: str, name: str, adjective: str) -> None:
    assert (COUNTRIES[code].name, COUNTRIES[code].adjective) == (name, adjective)


@pytest.mark.parametrize(
    "name",
    ["Nagorny Karabakh", "Nagorno Karabakh", "Mountainous Karabakh", "Karabakh", "Artsakh", "Dağlıq Qarabağ",
     "Нагорный Карабах", "Լեռնային Ղարաբաղ"],
)  # fmt: skip
def test_contested_territory_is_found_by_all_its_names(name: str) -> None:
    assert fold(name) in {fold(one.text) for one in COUNTRIES["XNK"].names}


@pytest.mark.parametrize(("file", "key"), FILES.items())
def test_files_are_sorted_with_one_row_a_line(file: str, key: str) -> None:
    text = (FIXTURES / f"{file}.json").read_text(encoding="utf-8")
    lines = text.splitlines()
    rows = json.loads(text)
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", len(rows) + 2)
    assert [row[key] for row in rows] == sorted(row[key] for row in rows)


def test_publisher_names_for_cleaning() -> None:
    names = publisher_names(AUTHORITIES.publishers)
    assert names.by_domain["themoscowtimes.com"] == "The Moscow Times"
    assert names.by_name[fold('GSV "Russia – Islamic World"')] == 'GSV "Russia - Islamic World"'
    assert names.by_name["massispost"] == "MassisPost"
    assert "tass" not in names.by_name
    assert names.by_agency["tass"] == "TASS"


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AuthorityFileError, match=r"countries\.json is missing"):
        read_authorities(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "is not JSON"), ('[{"code": "RU"}]', "row 1"),
     ('[{"code": "RU", "name": "R", "kind": "s", "x": 1}]', "row 1"),
     ("[1]", "row 1"), ("{}", "is not a list")],
)  # fmt: skip
def test_broken_file_is_named_with_its_row(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "countries.json").write_text(text, encoding="utf-8")
    with pytest.raises(AuthorityFileError, match=message):
        read_authorities(tmp_path)
