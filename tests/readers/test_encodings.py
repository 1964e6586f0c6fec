"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from statements.readers.encodings import decode
from statements.readers.refusals import UnreadableSource

SENTENCE = "Çavuşoğlu said “no” to it – twice."
RUSSIAN = "Министр иностранных дел сообщил журналистам о переговорах и о перемирии в регионе."


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (SENTENCE.encode(), ""),
        (SENTENCE.encode("utf-8-sig"), ""),
        (SENTENCE.encode("utf-16"), ""),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), ""),
        (SENTENCE.encode("utf-32"), "windows-1251"),
        (SENTENCE.encode("cp1254"), "windows-1254"),
        (SENTENCE.encode("cp1254"), "iso-8859-9"),
    ],
)
def test_the_text_comes_back(data: bytes, declared: str) -> None:
    assert decode(data, declared) == SENTENCE


def test_a_wrong_one_byte_label_gives_way_to_utf8() -> None:
    assert decode(SENTENCE.encode(), "iso-8859-1") == SENTENCE


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declared", ["", "windows-1251", "utf-8", "utf-16", "gbk"])
def test_the_byte_order_mark_outranks_what_is_declared(charset: str, declared: str) -> None:
    assert decode(("\ufeff" + SENTENCE).encode(charset), declared) == SENTENCE


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [SENTENCE, RUSSIAN * 20, "no"])
def test_wide_text_without_its_mark_is_refused_or_recognised(charset: str, text: str) -> None:
    try:
        assert decode(text.encode(charset)) == text
    except UnreadableSource as refused:
        assert "UTF-8" in str(refused) or "controls" in str(refused)


@pytest.mark.parametrize("charset", ["utf-16", "utf-32"])
def test_half_a_character_at_the_end_is_one_lost(charset: str) -> None:
    assert decode((RUSSIAN * 20).encode(charset)[:-1]) == (RUSSIAN * 20)[:-1] + "\ufffd"
    with pytest.raises(UnreadableSource, match="could not be decoded"):
        decode("short".encode(charset)[:-1])


@pytest.mark.parametrize("declared", ["", "windows-1251", "iso-8859-1", "utf-8"])
def test_utf8_that_was_cut_or_hurt_is_no_other_charset(declared: str) -> None:
    text = SENTENCE * 40
    assert decode(text.encode() + b"\xe2\x80", declared) == text + "\ufffd"
    with pytest.raises(UnreadableSource, match="could not be decoded"):
        decode(SENTENCE.encode() * 3 + b"\xff" * 3, declared)


def test_two_charsets_in_one_text_are_refused() -> None:
    with pytest.raises(UnreadableSource, match="could not be decoded"):
        decode((RUSSIAN * 10).encode() + (RUSSIAN * 3).encode("cp1251"))


def test_bytes_of_no_charset_are_refused_or_decoded_whole() -> None:
    with pytest.raises(UnreadableSource):
        decode(bytes(range(0x80, 0x100)) * 8 + bytes(range(1, 0x20)) * 40)


def test_a_many_byte_label_is_believed() -> None:
    assert decode("停火".encode("gbk"), "gb2312") == "停火"


@pytest.mark.parametrize(
    "label", ["unicode_escape", "utf-7", "rot13", "idna", "nonsense", "\udcff", "utf-16"]
)
def test_labels_that_no_page_may_use_are_not_believed(label: str) -> None:
    assert decode(rb"caf\u00e9 +AOk-", label) == r"caf\u00e9 +AOk-"


def test_undeclared_cyrillic_is_recognised() -> None:
    assert decode((RUSSIAN * 20).encode("cp1251")) == RUSSIAN * 20


def test_one_broken_byte_in_a_thousand_letters_is_kept_as_a_mark() -> None:
    assert decode(b"x" * 2_000 + b"\xff").endswith("x\ufffd")


def test_more_broken_bytes_are_refused() -> None:
    with pytest.raises(UnreadableSource):
        decode(codecs.BOM_UTF8 + b"ten letter\xff")


def test_japanese_in_ascii_is_not_taken_for_ascii() -> None:
    text = "外務大臣は木曜日に会談が続くと述べた。\n" * 3
    assert decode(text.encode("iso2022_jp")) == text
    assert decode(b"\x1b[31mThe talks go on.") == "\x1b[31mThe talks go on."
