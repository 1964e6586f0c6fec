"""Reports of statements for tests, without a database."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from statements.folding import fold
from statements.utterances.likeness import Report

QUOTED = re.compile("“([^”]*)”")


def report(key: str, words: str, said: str = "", **fields: Any) -> Report:
    """Words with their quotation marks, and days as "2020-07-16", "2020-07-13/2020-07-19" or none."""
    first, _, last = said.partition("/")
    number = sum(map(ord, key))
    given = {"article": number, "original": number, "speakers": frozenset({"1"})} | fields
    return Report(
        key=key,
        folded=f" {fold(words)} ",
        quoted=f" {' | '.join(map(fold, QUOTED.findall(words)))} ",
        earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last or first) if first else None,
        **given,
    )
