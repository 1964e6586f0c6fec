"""CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from statements.exports.columns import Row

# A spreadsheet takes a cell that begins so for a formula, after spaces too.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class _Line:
    """A file for csv.writer that gives back each line as it is written."""

    def write(self, line: str) -> str:
        return line


def write(kind: type[Row], rows: Iterable[Row]) -> Iterator[str]:
    """The heading, then a line a row. Lists are joined with "; ", yes and no are true and false."""
    writer = csv.writer(_Line())
    names = [field.name for field in fields(kind)]
    yield writer.writerow(names)
    for row in rows:
        yield writer.writerow([_cell(getattr(row, name)) for name in names])


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    dangerous = text.lstrip().startswith(FORMULA_STARTS) or text[:1] in ("\t", "\r")
    return f"'{text}" if dangerous else text
