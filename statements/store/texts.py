"""Texts cut to what a column or an index holds."""

from __future__ import annotations


def clip_bytes(text: str, most: int) -> str:
    """The text, cut to so many bytes of UTF-8 without breaking a character.

    PostgreSQL's index rows hold 2,704 bytes, whatever the characters.
    """
    return text.encode()[:most].decode(errors="ignore")
