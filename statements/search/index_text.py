"""What search reads of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statements.folding import fold

# PostgreSQL keeps a row's lexemes in at most 1 MB; no statement that people said comes near it.
LONGEST = 400_000

# A double mark that opens, and those that close it.
CLOSED_BY = {"“": "”", "„": "“”", "‟": "”", "«": "»", '"': '"', "＂": "＂"}


def index_text(parts: Iterable[str]) -> str:
    """Folded words with a space round each, and a bar between parts.

    The spaces let a phrase be looked up as it is; the bar keeps it from
    matching across the place where the cue stood.

    >>> index_text(["Yes, indeed", "no"])
    ' yes indeed | no '
    """
    return f" {' | '.join(filter(None, map(fold, parts)))} "[:LONGEST]


def quoted_text(kind: str, parts: Iterable[tuple[str, str]]) -> str:
    """The same of the words that stand within quotation marks: of a direct statement all.

    Each part is what stands before it, and its words.

    >>> quoted_text("mixed", [("He said that ", "it was “a lie”, and"), ("added: “", "we know")])
    ' a lie | we know '
    """
    if kind == "direct":
        return index_text(words for _, words in parts)
    return index_text(stretch for before, words in parts for stretch in _quoted(before, words))


def _quoted(before: str, words: str) -> Iterator[str]:
    """The stretches between double marks; a mark that is missing stands at the end of the part."""
    opened, start = before.rstrip()[-1:], 0
    for at, sign in enumerate(words):
        if opened not in CLOSED_BY:
            opened, start = sign, at + 1
        elif sign in CLOSED_BY[opened]:
            yield words[start:at]
            opened = ""
    if opened in CLOSED_BY:
        yield words[start:]
