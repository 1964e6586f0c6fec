"""Plain text: each run of lines that are not blank is a block."""

from __future__ import annotations

from collections.abc import Iterator

from statements.readers.encodings import decode
from statements.readers.refusals import refuse_long_text
from statements.records import RawBlock, RawDocument

MEDIA_TYPE = "text/plain"
ENDINGS = (".txt", ".text", ".md")


def read(data: bytes) -> RawDocument:
    """Blocks keep their line breaks and the spaces that begin a line.

    An indented line may open a paragraph, so that is for cleaning to judge.
    """
    text = decode(data)
    refuse_long_text([text])
    return RawDocument(media_type=MEDIA_TYPE, blocks=tuple(_blocks(text)))


def looks_like(data: bytes) -> bool:
    """Any text may be plain text, so this reader stands last."""
    return True


def _blocks(text: str) -> Iterator[RawBlock]:
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield RawBlock("\n".join(lines))
            lines = []
    if lines:
        yield RawBlock("\n".join(lines))
