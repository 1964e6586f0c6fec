"""What no reader can read, told apart by the bytes alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_BYTES = 20 * 1024 * 1024

# An hour of speech has some 50,000 characters; a day of debate is still read. What is dense with
# statements takes some ten microseconds a character.
MAX_CHARACTERS = 400_000
# English has one word or mark to some six characters: text of nothing but names costs
# a tenth of a millisecond for each.
MAX_WORDS = 70_000
# A day of debate has some two thousand; each costs a write and a check against the text.
MAX_STATEMENTS = 3_000
WORD_OR_MARK = re.compile(r"[^\W_]+|[^\w\s]|_")

# A text may hold a stray control or damaged character; more means that it is no text.
MAX_CONTROL_SHARE = 0.01
MAX_REPLACEMENT_SHARE = 0.001

REPLACEMENT = "\ufffd"

# How the commonest files that are not text begin, and what to do with each.
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "save its text as a .txt file"),
    (b"\x89PNG", "a PNG picture", "type out its text"),
    (b"\xff\xd8\xff", "a JPEG picture", "type out its text"),
    (b"GIF8", "a GIF picture", "type out its text"),
    (b"RIFF", "a picture or a recording", "type out its text"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as a .txt file"),
    (b"{\\rtf", "a rich text document", "save it as a plain .txt file"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"BZh", "a bzip2 file", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"ID3", "a recording", "use its transcript"),
    (b"WARC/", "a web archive (WARC)", "take the page out of it as an .html file"),
)

TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")


class UnreadableSource(ValueError):
    """A source that is refused; the message says what it is and what to do."""


def refuse_other_files(data: bytes) -> None:
    """Raises UnreadableSource for bytes that are empty, too many, or plainly no text."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableSource("The source is empty: nothing to read in it.")
    if len(data) > MAX_BYTES:
        raise UnreadableSource(
            f"The source has {len(data):,} bytes, more than the {MAX_BYTES:,} that are read: split it."
        )
    for signature, what, remedy in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(f"The source is {what}, not text: {remedy}.")
    head = data[:2048].lower()
    if head.lstrip().startswith((b"mime-version:", b"from:")) and b"multipart/related" in head:
        raise UnreadableSource("The source is an MHTML archive: save the page as “HTML only”.")


def refuse_long_text(texts: Iterable[str]) -> None:
    """Raises UnreadableSource for more text, in one piece or many, than any article or transcript has."""
    characters = words = 0
    for text in texts:
        characters += len(text)
        if characters > MAX_CHARACTERS:
            raise UnreadableSource(
                f"The source has more than {MAX_CHARACTERS:,} characters of text: split it into its articles."
            )
        words += sum(1 for _ in WORD_OR_MARK.finditer(text))
        if words > MAX_WORDS:
            raise UnreadableSource(
                f"The source has more than {MAX_WORDS:,} words and marks: split it into its articles."
            )


def refuse_many_statements(found: int) -> None:
    """Raises UnreadableSource for more statements than any article or transcript holds."""
    if found > MAX_STATEMENTS:
        raise UnreadableSource(
            f"The source has {found:,} statements, more than {MAX_STATEMENTS:,}: split it into its articles."
        )


def refuse_damaged_text(text: str) -> None:
    """Raises UnreadableSource for decoded text with NULs, controls or lost characters in it."""
    if "\0" in text:
        raise UnreadableSource("The source holds NUL characters, so it is no text: save it as UTF-8 text.")
    lost = text.count(REPLACEMENT)
    if lost > MAX_REPLACEMENT_SHARE * len(text):
        raise UnreadableSource(
            f"{lost:,} of {len(text):,} characters could not be decoded: save it as UTF-8."
        )
    controls = sum(text.count(control) for control in CONTROLS)
    if controls > MAX_CONTROL_SHARE * len(text):
        raise UnreadableSource(f"{controls:,} of {len(text):,} characters are controls: this is no text.")
    if not text.strip():
        raise UnreadableSource("The source is empty: nothing but blanks in it.")


CONTROLS = tuple(
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in TEXT_CONTROLS
)  # fmt: skip
