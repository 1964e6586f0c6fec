"""A saved web page: Beautiful Soup on lxml, every block of text in document order.

The parser is always lxml: Beautiful Soup on html.parser takes minutes over a
page of line breaks that lxml reads in seconds.
"""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup

from statements.readers.encodings import decode
from statements.readers.main_text import ask_trafilatura
from statements.readers.page_blocks import read_blocks
from statements.readers.page_limits import refuse_monstrous_page
from statements.readers.page_metadata import read_metadata
from statements.readers.refusals import UnreadableSource, refuse_long_text
from statements.records import RawDocument

MEDIA_TYPE = "text/html"
ENDINGS = (".html", ".htm", ".xhtml", ".xht")

# Where a declared charset may stand: browsers look at 1,024 bytes, saved pages put more before it.
HEAD = 4_096

OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--|<!doctype\s+html\b|<html\b)", re.I
)
FRAGMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:head|body|main|article|section|div|p|h1)(?:\s[^<>]*)?>", re.I
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
CHARSET = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)


def looks_like(data: bytes) -> bool:
    """Whether the bytes begin as HTML does, in any encoding that keeps ASCII apart from NULs."""
    head = data[:HEAD].lstrip(b"\xff\xfe").replace(b"\0", b"")
    return bool(OPENING.match(head) or FRAGMENT.match(head))


def read(data: bytes) -> RawDocument:
    """Raises UnreadableSource for a page without text, or one too large to parse."""
    page = decode(data, declared_charset(data))
    refuse_monstrous_page(page)
    soup = _parsed(page)
    text = read_blocks(soup)
    if not text.blocks:
        raise UnreadableSource(
            "The page shows no text (perhaps a script fills it): save its text as a .txt file."
        )
    refuse_long_text(block.text for block in text.blocks)
    ask_trafilatura(page, text)
    metadata = read_metadata(soup, text)
    return RawDocument(
        media_type=MEDIA_TYPE,
        blocks=text.raw_blocks(),
        title=metadata.title,
        byline=metadata.byline,
        publisher=metadata.publisher,
        address=metadata.address,
        language=metadata.language,
        published=metadata.published,
    )


def _parsed(page: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # What a damaged page might be instead is no news to whoever imports it.
        warnings.simplefilter("ignore")
        declaration = XML_DECLARATION.match(page)
        return BeautifulSoup(page[declaration.end() :] if declaration else page, "lxml")


def declared_charset(data: bytes) -> str:
    """The charset that a page names in a meta element or an XML declaration.

    >>> declared_charset(b'<meta http-equiv=Content-Type content="text/html; charset=windows-1251">')
    'windows-1251'
    """
    found = XML_ENCODING.match(data[:HEAD]) or CHARSET.search(data[:HEAD])
    return found[1].decode("ascii") if found else ""
