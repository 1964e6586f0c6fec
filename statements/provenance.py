"""Text selectors: where words stand, and how to find them again.

A stored part keeps both selectors of the W3C Web Annotation Data Model (2017):
the position (``start``, ``end``) and the quote (``exact``, ``prefix``,
``suffix``). Offsets are Python code points.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from statements.records import Span

CONTEXT_LENGTH = 32

# Crockford's base 32 without its vowels' look-alikes: no i, l, o, u.
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 7


@dataclass(frozen=True, slots=True)
class TextSelector:
    """A TextPositionSelector and a TextQuoteSelector of the same words."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def select(text: str, span: Span) -> TextSelector:
    """The selector of ``text[start:end]``.

    Raises ValueError for a span that is empty or reaches outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}–{end} does not lie in a text of {len(text)} characters")
    return TextSelector(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def find_again(text: str, selector: TextSelector) -> Span | None:
    """Where the selected words stand in another text, or None.

    Only the exact words count: nothing near them is ever accepted. Among
    several places the one with the same surroundings wins, then the nearest
    to the old place; a tie gives None.
    """
    places = []
    at = text.find(selector.exact)
    while at >= 0:
        places.append(at)
        at = text.find(selector.exact, at + 1)
    if not places:
        return None

    def unlikeness(place: int) -> tuple[int, int]:
        end = place + len(selector.exact)
        same_prefix = text[:place].endswith(selector.prefix)
        same_suffix = text[end:].startswith(selector.suffix)
        return 2 - same_prefix - same_suffix, abs(place - selector.start)

    ranked = sorted(places, key=unlikeness)
    if len(ranked) > 1 and unlikeness(ranked[0]) == unlikeness(ranked[1]):
        return None
    return ranked[0], ranked[0] + len(selector.exact)


def sha256_of(data: bytes | str) -> str:
    """Hexadecimal SHA-256 of bytes, or of a text's UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def make_public_id(
    original_sha256: str, words: tuple[str, ...], occurrence: int, length: int = ID_LENGTH
) -> str:
    """The address of a statement, made once and then stored.

    ``words`` are its exact parts; ``occurrence`` counts from 0 how often the
    same words came before in the same original. Five bits a letter; ask for a
    longer one when the short one is taken.
    """
    seed = "\x1f".join((original_sha256, *words, str(occurrence)))
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest())
    letters = []
    for _ in range(length):
        number, digit = divmod(number, len(ID_LETTERS))
        letters.append(ID_LETTERS[digit])
    return "".join(letters)
