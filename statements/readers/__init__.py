"""Source formats to RawDocument: one module a format, listed in READERS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statements.readers import plain_text, web_page
from statements.readers.refusals import UnreadableSource, refuse_other_files
from statements.records import RawDocument

__all__ = ["READERS", "Reader", "UnreadableSource", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One source format: how its files end, how its bytes look, how to read it."""

    media_type: str
    endings: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes], RawDocument]


# The order is that of asking: what begins like a web page is one, whatever its ending.
READERS: dict[str, Reader] = {
    "web page": Reader(web_page.MEDIA_TYPE, web_page.ENDINGS, web_page.looks_like, web_page.read),
    "plain text": Reader(plain_text.MEDIA_TYPE, plain_text.ENDINGS, plain_text.looks_like, plain_text.read),
}


def read(data: bytes, name: str = "") -> RawDocument:
    """The source as blocks and its own metadata, nothing left out.

    Raises UnreadableSource, with what it is and what to do about it.
    """
    refuse_other_files(data)
    return _reader_for(data, name).read(data)


def _reader_for(data: bytes, name: str) -> Reader:
    """Looks first (any reader but the last can tell), then the ending of the name."""
    *telling, fallback = READERS.values()
    for reader in telling:
        if reader.looks_like(data):
            return reader
    for reader in telling:
        if name.lower().endswith(reader.endings):
            return reader
    return fallback
