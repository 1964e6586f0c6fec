"""JSON: one array of all objects, written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statements.exports.columns import Row
from statements.exports.json_lines import objects


def write(kind: type[Row], rows: Iterable[Row]) -> Iterator[str]:
    between = "[\n"
    for line in objects(kind, rows):
        yield between + line
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"
