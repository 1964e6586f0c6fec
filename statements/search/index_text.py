"""What search reads of a statement."""

from __future__ import annotations

from collections.abc import Iterable

from statements.folding import fold

# PostgreSQL keeps a row's lexemes in at most 1 MB; no statement that people said comes near it.
LONGEST = 400_000


def index_text(parts: Iterable[str]) -> str:
    """Folded words with a space round each, and a bar between parts.

    The spaces let a phrase be looked up as it is; the bar keeps it from
    matching across the place where the cue stood.

    >>> index_text(["Yes, indeed", "no"])
    ' yes indeed | no '
    """
    return f" {' | '.join(filter(None, map(fold, parts)))} "[:LONGEST]
