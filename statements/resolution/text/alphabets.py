"""Words in the letters of two alphabets, which look like a name and are another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from statements.resolution.text.reading import Reading

# Letters of these look alike.
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")


@lru_cache(maxsize=4096)
def alphabet_of(letter: str) -> str:
    """The alphabet of a letter; empty for all others."""
    name = unicodedata.name(letter, "")
    return next((one for one in ALPHABETS if name.startswith(f"{one} ")), "")


def is_mixed(word: str) -> bool:
    """Whether a word has letters of two alphabets.

    >>> is_mixed("Lund"), is_mixed("L" + chr(0x443) + "nd")
    (False, True)
    """
    return not word.isascii() and len({alphabet_of(letter) for letter in word} - {""}) > 1


def mixed_word(reading: Reading, first: int, last: int) -> str:
    """The first such word from one word to another; empty without one."""
    words = (reading.printed(at, at + 1) for at in range(first, last))
    return next((word for word in words if is_mixed(word)), "")
