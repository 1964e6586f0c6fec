"""Bytes to text: byte order mark, declared charset, strict UTF-8, then a guess."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from statements.readers.refusals import (
    MAX_REPLACEMENT_SHARE,
    REPLACEMENT,
    UnreadableSource,
    refuse_damaged_text,
)

# Longest first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The charsets that the WHATWG Encoding Standard knows, by Python's names:
# anything else a page declares ("unicode_escape", "utf-7") is not believed.
KNOWN_CHARSETS = frozenset(
    [
        f"cp{number}"
        for number in (866, 874, 932, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)
    ]
    + [f"iso8859-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)]
    + ["utf-8", "ascii", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620", "ptcp154"]
    + ["gb2312", "gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr"]
)

# What pages that declare these really use (WHATWG Encoding Standard).
MEANT_CHARSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}

# One byte is one letter in these, so they decode anything and prove nothing.
MANY_BYTE_CHARSETS = ("utf-8", "gb", "big5", "euc_", "shift_jis", "iso2022", "cp932", "cp949", "cp950")

# How ISO-2022-JP turns to Japanese: its bytes are all ASCII, so they pass for UTF-8.
TO_JAPANESE = (b"\x1b$B", b"\x1b$@")

# Enough to tell an encoding by; the guess costs more than the decoding.
GUESS_FROM = 128 * 1024


def decode(data: bytes, declared: str = "") -> str:
    """The text of these bytes.

    A declared one-byte charset gives way to UTF-8 when most of what is beyond
    ASCII is sound UTF-8: that does not happen by chance, wrong labels and cut
    files do. UTF-16 and UTF-32 without a byte order mark are mostly refused,
    for their NULs.

    Raises UnreadableSource when no reading is good enough.
    """
    text = _decode(data, _known_charset(declared))
    refuse_damaged_text(text)
    return text


def _decode(data: bytes, declared: str) -> str:
    for mark, charset in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, errors="replace")
    if not declared and any(escape in data for escape in TO_JAPANESE):
        declared = "iso2022_jp"
    as_utf8 = data.decode("utf-8", errors="replace")
    if _is_utf8(as_utf8) and not declared.startswith(MANY_BYTE_CHARSETS[1:]):
        return as_utf8
    if declared:
        return data.decode(declared, errors="replace")
    return as_utf8 if as_utf8.count(REPLACEMENT) <= MAX_REPLACEMENT_SHARE * len(as_utf8) else _guess(data)


def _is_utf8(text: str) -> bool:
    """Whether bytes that were read as UTF-8 lost fewer characters beyond ASCII than they kept."""
    lost = text.count(REPLACEMENT)
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return lost == 0 or lost < beyond_ascii - lost


def _known_charset(label: str) -> str:
    """Python's name for a declared charset, empty when it is not one to believe."""
    label = label.strip().lower()
    if label.startswith(("utf-16", "utf-32")):
        # The declaration was read as ASCII, so the page cannot be what it says.
        return "utf-8"
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return MEANT_CHARSETS.get(name, name) if name in KNOWN_CHARSETS else ""


def _guess(data: bytes) -> str:
    best = from_bytes(data[:GUESS_FROM]).best()
    if best is None:
        raise UnreadableSource("The encoding of the source is not known: save it as UTF-8.")
    return data.decode(best.encoding, errors="replace")
