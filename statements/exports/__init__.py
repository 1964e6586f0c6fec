"""Lists as files. Each format is a module with ``write``; pages and commands read FORMATS and ROWS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from statements.exports import csv_table, json_array, json_lines
from statements.exports.columns import Row, columns_of
from statements.exports.records import ArticleRow, CountryRow, PairRow, PublisherRow, SpeakerRow
from statements.exports.rows import StatementRow


class Format(NamedTuple):
    """One export format: its label, media type, and the function that turns rows of a kind into text."""

    label: str
    media_type: str
    write: Callable[[type[Row], Iterable[Row]], Iterator[str]]


# By the ending of the file.
FORMATS = {
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_table.write),
    "jsonl": Format("JSON Lines", "application/jsonl; charset=utf-8", json_lines.write),
    "json": Format("JSON", "application/json", json_array.write),
}

# By the name of the list.
ROWS: dict[str, type[Row]] = {
    "statements": StatementRow,
    "articles": ArticleRow,
    "speakers": SpeakerRow,
    "countries": CountryRow,
    "publishers": PublisherRow,
    "matrix": PairRow,
}

__all__ = ["FORMATS", "ROWS", "Format", "StatementRow", "columns_of"]
