"""Every format gives every row of a list, in its order, with the exact words; columns are documented."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from statements.exports import FORMATS, ROWS, StatementRow, columns_of
from statements.exports.records import CountryRow
from statements.exports.rows import statement_rows
from statements.models import Statement
from tests.factories import ArticleFactory, add_speaker, make_statement

pytestmark = pytest.mark.django_db

DICTIONARY = (Path(settings.BASE_DIR) / "docs" / "data.md").read_text()


def written(ending: str) -> str:
    rows = statement_rows(Statement.objects.oldest_first())
    return "".join(FORMATS[ending].write(StatementRow, rows))


def test_json_lines_hold_the_exact_words_and_places() -> None:
    statement = make_statement(["the first words", "the last"], about=["AM"], speaker="Anna Speaker")
    row = json.loads(written("jsonl"))
    assert row["words"] == ["the first words", "the last"]
    text = statement.article.text
    assert [text[s:e] for s, e in zip(row["start"], row["end"], strict=True)] == row["words"]
    assert (row["speakers"], row["about"], row["speaking_for"]) == (["Anna Speaker"], ["AM"], ["RU"])


def test_csv_has_a_heading_and_a_line_a_statement() -> None:
    for number in range(3):
        make_statement(f"words, “{number}”")
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert [row["words"] for row in rows] == [f"words, “{number}”" for number in range(3)]
    assert list(rows[0]) == list(columns_of(StatementRow))


def test_json_is_one_array_of_the_same_rows() -> None:
    assert json.loads(written("json")) == []
    for number in range(3):
        make_statement(f"words {number}")
    assert json.loads(written("json")) == [json.loads(line) for line in written("jsonl").splitlines()]


@pytest.mark.parametrize("ending", FORMATS)
def test_rows_are_written_as_they_come(ending: str) -> None:
    """Of a list without end the beginning comes all the same."""

    def endless() -> Iterator[CountryRow]:
        while True:
            yield CountryRow("TR", "Turkey", "state", ["Türkiye"], 1, 2, "a book")

    begun = FORMATS[ending].write(CountryRow, endless())
    assert "Türkiye" in "".join(next(begun) for _ in range(3))


@pytest.mark.parametrize(
    "words",
    [
        "=1+1", "+49 a call", "-5 degrees", "@all of us", " =1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
        "\tcell", "\rcell", "\n=1+1", "\u00a0=1+1", "\u3000@SUM(1)",
    ],
)  # fmt: skip
def test_csv_cell_is_never_a_formula(words: str) -> None:
    make_statement(words)
    (row,) = csv.DictReader(io.StringIO(written("csv"), newline=""))
    assert row["words"] == f"'{words}"


def test_a_formula_in_any_column_of_any_table_is_none() -> None:
    row = CountryRow("=1", "+1", "-1", ["@1", "x"], 1, 2, "\t=1")
    (read,) = csv.DictReader(io.StringIO("".join(FORMATS["csv"].write(CountryRow, [row]))))
    values = list(read.values())
    assert values == ["'=1", "'+1", "'-1", "'@1; x", "1", "2", "'\t=1"]


def test_yes_and_no_are_alike_in_every_format() -> None:
    make_statement("one", said=date(2020, 7, 13), said_edtf="2020-07-13?")
    (row,) = csv.DictReader(io.StringIO(written("csv")))
    assert row["said_sure"] == "false" and json.loads(written("json"))[0]["said_sure"] is False


@pytest.mark.parametrize(
    ("edtf", "first", "last", "told"),
    [
        ("2020-07-13", date(2020, 7, 13), date(2020, 7, 13), ("day", True, "2020-07-13", "2020-07-13")),
        ("2020-07~", date(2020, 7, 1), date(2020, 7, 31), ("month", False, "2020-07-01", "2020-07-31")),
        ("../2020-07-12", date.min, date(2020, 7, 12), ("interval", True, "", "2020-07-12")),
    ],
)
def test_a_date_says_how_exactly_it_is_known(edtf: str, first: date, last: date, told: tuple) -> None:
    make_statement(said=last, said_sort=last, said_edtf=edtf, said_earliest=first, said_latest=last)
    row = json.loads(written("jsonl"))
    assert (row["said_precision"], row["said_sure"], row["said_earliest"], row["said_latest"]) == told
    Statement.objects.all().delete()
    make_statement()
    row = json.loads(written("jsonl"))
    assert (row["said_precision"], row["said_sure"], row["said_earliest"]) == ("", False, "")


def test_a_row_says_who_found_it_and_who_looked() -> None:
    article = ArticleFactory(text="the talks must go on", dated=True, published_precision="month")
    make_statement(article=article, review_state="approved", extractor_version="7", rule="a rule")
    row = json.loads(written("jsonl"))
    assert (row["review"], row["extractor"], row["rule"]) == ("approved", "7", "a rule")
    assert row["published"] == "2020-07"


def test_number_of_queries_is_the_same_for_every_chunk(django_assert_num_queries, monkeypatch) -> None:
    monkeypatch.setattr("statements.exports.rows.CHUNK", 10)
    for number in range(20):
        add_speaker(make_statement(f"words {number}", about=["AM"]), f"Speaker {number}", country="TR")
    with django_assert_num_queries(1 + 2 * 4):
        written("jsonl")


def test_number_of_queries_does_not_grow_with_rows(django_assert_num_queries) -> None:
    for number in range(20):
        make_statement(f"words {number}")
    with django_assert_num_queries(5):
        written("jsonl")


@pytest.mark.parametrize("name", ROWS)
def test_every_column_is_documented_as_its_writer_says(name: str) -> None:
    section = re.search(rf"^### `{name}`$(.*?)(?=^##|\Z)", DICTIONARY, re.MULTILINE | re.DOTALL)
    assert section, f"docs/data.md has no section of {name}"
    documented = re.findall(r"^\| `(\w+)` \| (.*) \|$", section.group(1), re.MULTILINE)
    assert documented == list(columns_of(ROWS[name]).items())


def test_every_list_that_can_be_downloaded_is_documented() -> None:
    assert re.findall(r"^### `(\w+)`$", DICTIONARY, re.MULTILINE) == list(ROWS)
