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
