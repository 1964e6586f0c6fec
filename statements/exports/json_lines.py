"""JSON Lines: one object a line, lists kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields

from statements.exports.columns import Row


def write(kind: type[Row], rows: Iterable[Row]) -> Iterator[str]:
    for line in objects(kind, rows):
        yield f"{line}\n"


def objects(kind: type[Row], rows: Iterable[Row]) -> Iterator[str]:
    names = [field.name for field in fields(kind)]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for row in rows:
        yield encode({name: getattr(row, name) for name in names})
