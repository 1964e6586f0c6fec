"""Lists as files. Each format is a module with ``write``; pages and commands read FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from statements.exports import csv_table, json_lines
from statements.exports.rows import StatementRow


class Format(NamedTuple):
    """One export format: its label, media type, and the function that turns rows into text."""

    label: str
    media_type: str
    write: Callable[[Iterable[StatementRow]], Iterator[str]]


# By the ending of the file.
FORMATS = {
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_table.write),
    "jsonl": Format("JSON Lines", "application/jsonl; charset=utf-8", json_lines.write),
}

__all__ = ["FORMATS", "Format", "StatementRow"]
