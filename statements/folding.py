"""One fold for names, index text and queries, on both engines.

``fold()`` answers "is this the same word?": case, accents, and the letters
that Unicode does not decompose are made alike, so "Çavuşoğlu" finds
"Cavusoglu" and "Bakı" finds "Baki".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Letters that NFKD leaves whole, with the plain letters readers type for them.
UNDECOMPOSED = {
    "ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŋ": "n",
    "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ŧ": "t", "ĸ": "k", "ɛ": "e", "ɔ": "o",
}  # fmt: skip

# PostgreSQL refuses lexemes over 2,046 bytes; no word is this long.
LONGEST_TOKEN = 100


# What may stand inside one written word: F-16, Armenia’s, 10:30, U.S.
JOINING = frozenset("'’‘ʼ-‐‑.:@&_+")


class Token(NamedTuple):
    """A folded word and where it stood: code point offsets into the text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold_letter(letter: str) -> str:
    """What one character becomes; empty for marks, a space for all but letters and digits."""
    folded = []
    # Casefolded on both sides: some letters unfold into capitals ("𝐀", "№").
    for part in unicodedata.normalize("NFKD", letter.casefold()).casefold():
        if unicodedata.combining(part) or unicodedata.category(part) in ("Mn", "Me", "Cf"):
            continue
        folded.append(UNDECOMPOSED.get(part, part) if part.isalnum() else " ")
    return "".join(folded)


def tokens(text: str) -> Iterator[Token]:
    """Folded words of a text with their places.

    A run of letters, digits and combining marks is one word; everything else,
    apostrophes too, parts words. One character may unfold into several words
    ("½" gives "1" and "2"): they share its place.

    >>> [t.word for t in tokens("Çavuşoğlu’s F-16")]
    ['cavusoglu', 's', 'f', '16']
    """
    word, start = "", 0
    for at, letter in enumerate(text):
        folded = fold_letter(letter)
        for part in folded:
            if part == " ":
                if word:
                    yield Token(word[:LONGEST_TOKEN], start, max(at, start + 1))
                word = ""
                continue
            if not word:
                start = at
            word += part
    if word:
        yield Token(word[:LONGEST_TOKEN], start, len(text))


def fold(text: str) -> str:
    """The folded words of a text, one space between.

    >>> fold("Recep Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    return " ".join(token.word for token in tokens(text))


def written_words(text: str) -> Iterator[Token]:
    """As ``tokens()``, but what is written as one word is one, its parts with a space between.

    >>> [t.word for t in written_words("Armenia’s F-16, at 10:30. We")]
    ['armenia s', 'f 16', 'at', '10 30', 'we']
    """
    last: Token | None = None
    for token in tokens(text):
        if last and is_joined(text[last.end : token.start], last.word, token.word):
            last = Token(f"{last.word} {token.word}", last.start, token.end)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def is_joined(between: str, before: str, after: str) -> bool:
    """Nothing, one joining sign, or the comma of a number stands between."""
    if between == ",":
        return before[-1:].isdigit() and after.isdigit()
    return not between or between in JOINING
