"""Words and marks of a text, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from statements.records import Span

# A word may hold apostrophes, dots, hyphens and thousands commas ("U.S", "Nagorno-Karabakh", "5,000").
# Two single marks in a row are one double mark, hyphens in a row one dash.
# No alternative can begin like another, so the scan is linear.
_TOKEN = re.compile(r"''(?!')|``(?!`)|--+|[^\W_]+(?:(?:['’.\-‐‑&/]|(?<=\d),(?=\d))[^\W_]+)*|\S")

# Numbers of tokens in a sentence, half-open as spans are.
TokenRange = tuple[int, int]

OPEN = "“"
CLOSE = "”"
APOSTROPHES = str.maketrans("’", "'")


class Token(NamedTuple):
    """One word or mark.

    ``lower`` is the form to compare: lower case, apostrophes straight, and the
    outer marks of a quotation always “ and ”. ``quoted`` says whether the
    token stands inside a quotation. A mark that the text forgot has no width.
    """

    text: str
    lower: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def tokenize(text: str, span: Span) -> list[Token]:
    """The tokens of one stretch of a text, offsets counted in the whole text."""
    return [
        Token(match.group(), _to_compare(match.group()), match.start(), match.end())
        for match in _TOKEN.finditer(text, *span)
    ]


def _to_compare(word: str) -> str:
    """ "said" of "Said"; the country "US" stays, which is not "us"."""
    return word if word == "US" else word.lower().translate(APOSTROPHES)
