"""CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from statements.exports.rows import StatementRow

# A spreadsheet takes a cell that begins so for a formula, after spaces too.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class _Line:
    """A file for csv.writer that gives back each line as it is written."""

    def write(self, line: str) -> str:
        return line


def write(rows: Iterable[StatementRow]) -> Iterator[str]:
    """The heading, then a line a row. Lists are joined with "; "."""
    writer = csv.writer(_Line())
    yield writer.writerow(StatementRow.columns())
    for row in rows:
        yield writer.writerow([_cell(value) for value in astuple(row)])


def _cell(value: Any) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    dangerous = text.lstrip().startswith(FORMULA_STARTS) or text[:1] in ("\t", "\r")
    return f"'{text}" if dangerous else text
