"""JSON Lines: one object a line, lists kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from statements.exports.rows import StatementRow


def write(rows: Iterable[StatementRow]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(asdict(row), ensure_ascii=False) + "\n"
