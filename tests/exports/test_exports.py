"""Every format gives every statement of a list, in its order, with the exact words."""

from __future__ import annotations

import csv
import io
import json

import pytest

from statements.exports import FORMATS, StatementRow
from statements.exports.rows import statement_rows
from statements.models import Statement
from tests.factories import make_statement

pytestmark = pytest.mark.django_db


def written(ending: str) -> str:
    return "".join(FORMATS[ending].write(statement_rows(Statement.objects.oldest_first())))


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
    assert list(rows[0]) == list(StatementRow.columns())


@pytest.mark.parametrize(
    "words", ["=1+1", "+49 a call", "-5 degrees", "@all of us", " =1+1", "＝1+1", "\tcell", "\rcell"]
)
def test_csv_cell_is_never_a_formula(words: str) -> None:
    make_statement(words)
    (row,) = csv.DictReader(io.StringIO(written("csv")))
    assert row["words"] == f"'{words}"


def test_number_of_queries_does_not_grow_with_rows(django_assert_num_queries) -> None:
    for number in range(20):
        make_statement(f"words {number}")
    with django_assert_num_queries(5):
        written("jsonl")
