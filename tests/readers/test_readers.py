"""Choosing a reader, and refusing what none can read."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from statements.readers import READERS, UnreadableSource, read
from statements.readers.page_limits import (
    MAX_ATTRIBUTES_OF_TAG,
    MAX_BETWEEN_TAGS,
    MAX_DEPTH,
    MAX_UNSHOWN,
    refuse_monstrous_page,
)
from statements.readers.refusals import MAX_BYTES, MAX_CHARACTERS, MAX_WORDS

SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"

PAGE = b"<!doctype html><html><body><p>The talks go on.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"The talks go on.", "a.txt", "text/plain"),
        (b"The talks go on.", "", "text/plain"),
        (PAGE, "a.html", "text/html"),
        (PAGE, "", "text/html"),
        (PAGE, "a.txt", "text/html"),
        (b"\xef\xbb\xbf  \n" + PAGE, "", "text/html"),
        (PAGE.decode().encode("utf-16"), "", "text/html"),
        (b"The talks <b>go</b> on.", "a.HTM", "text/html"),
        (b'<?xml version="1.0" encoding="utf-8"?><html><p>Talks.</p></html>', "", "text/html"),
        (b"<...> The talks go on.", "", "text/plain"),
        (b"The <p> tag is not what it seems.", "", "text/plain"),
    ],
)
def test_looks_decide_before_the_ending(data: bytes, name: str, media_type: str) -> None:
    assert read(data, name).media_type == media_type


def test_any_text_is_plain_text_last() -> None:
    assert list(READERS)[-1] == "plain text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\u00a0 \n".encode(), "empty"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"PK\x03\x04 word/document.xml", "office document"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"WARC/1.0\r\nWARC-Type: response", "WARC"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", "MHTML"),
        (b"The talks\0go on.", "NUL"),
        (b"\x01\x02\x03\x04 talks", "controls"),
        (b"x" * (MAX_BYTES + 1), "bytes"),
        (b"\xef\xbb\xbf" + b"talks \xff\xfe\xfd" * 9, "could not be decoded"),
        (b"<html><body><script>fill()</script></body></html>", "no text"),
        (b"<html>" + b"<br>" * 100_001 + b"talks", "tags"),
        (b"<html>" + b"<!x>" * 100_001 + b"talks", "tags"),
        (b"<html>" + b"<!---->" * 100_001 + b"talks", "tags"),
        (b"<html>" + b"<div>" * (MAX_DEPTH + 1) + b"talks", "deeper"),
        (b"<html><p " + b"a=1 " * (MAX_ATTRIBUTES_OF_TAG + 1) + b">talks", "attributes"),
        (b"<html><p " + b"a/" * (MAX_ATTRIBUTES_OF_TAG + 1) + b">talks", "attributes"),
        (b"<html><p title='>' " + b"a " * (MAX_ATTRIBUTES_OF_TAG + 1) + b">talks", "attributes"),
        (b"<html>" + (b"<p " + b"a=1 " * 900 + b">talks") * 223, "attributes"),
        (b"<html>" + b"<b><div></b>" * (MAX_DEPTH + 1) + b"talks", "deeper"),
        (b"<html>" + b"<dt>" * (MAX_DEPTH + 1) + b"talks", "deeper"),
        (b"<html><!--" + b"x" * (MAX_UNSHOWN + 1) + b"-->talks", "comment or script"),
        (b"<html><script>" + b"x" * (MAX_UNSHOWN + 1) + b"</script>talks", "comment or script"),
        (b"<html>" + b" " * (MAX_BETWEEN_TAGS + 1) + b"talks", "characters of text"),
        (b"<html><p>" + b"talks " * (MAX_CHARACTERS // 6 + 1), "characters of text"),
        (b"talks " * (MAX_CHARACTERS // 6 + 1), "characters of text"),
        (b"a,\n\n" * (MAX_WORDS // 2 + 1), "words and marks"),
        (b"<html><p>" + b"a," * (MAX_WORDS // 2 + 1), "words and marks"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_name(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableSource, match=told):
        read(data)


MANY = "".join(f" a{number}" for number in range(MAX_ATTRIBUTES_OF_TAG + 2))


@pytest.mark.parametrize(
    "hiding",
    [
        "<!-->{}", "<!--->{}", "<!-- x --!>{}", "<script/>{}", "<title/>{}", "<svg><style/>{}",
        '<p ="{}">', '<p a=="{}">', '<p/="{}">', '<p a=b="{}">', '<p a=\x0b"{}">', '<p a=\xa0"{}">',
        '<p="{}">', '<!x a=">{}">', '<?x a=">{}">', '</ a=">{}">', '<![CDATA[ a=">{}">',
        "<xmp><!--</xmp>{}", "<iframe><script></iframe>{}", "<script><!--<script></script><!--</script>{}",
    ],
)  # fmt: skip
def test_nothing_hides_a_tag_from_the_scan(hiding: str) -> None:
    """What looks like a comment, script or quotation, and is none to the parser."""
    page = "<html>" + hiding.format(f"<p{MANY}>")
    assert max(len(tag.attrs) for tag in BeautifulSoup(page, "lxml").find_all()) > MAX_ATTRIBUTES_OF_TAG
    with pytest.raises(UnreadableSource, match="attributes"):
        refuse_monstrous_page(page)


@pytest.mark.parametrize(
    "hiding",
    ["<!--{}-->", "<!-- --! {}-->", "<script>{}</script>", "<style>{}</style>", "<p a='{}'>", '<p a = "{}">',
     "<script><!--<script></script>{}--></script>"],
)  # fmt: skip
def test_what_is_no_tag_is_not_counted(hiding: str) -> None:
    refuse_monstrous_page("<html>" + hiding.format(f"<p{MANY}>" + "<div>" * (MAX_DEPTH + 1)))


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<br>" * 99_000 + b"talks",
        b"<html>" + b"<div>" * (MAX_DEPTH - 1) + b"talks",
        b"<html><p " + b"a=1 " * (MAX_ATTRIBUTES_OF_TAG - 1) + b">talks",
        b"<html><p class='" + b"a=b " * 20_000 + b"'>talks",
        b"<html><img src='data:image/png;base64," + b"a/+=" * 500_000 + b"'>talks",
        b"<html><!--" + b"x" * (MAX_UNSHOWN - 1) + b"-->talks",
        b"<html>" + b"\n" * MAX_CHARACTERS + b"talks",
        b"talks " * (MAX_CHARACTERS // 6 - 1),
    ],
)
def test_what_is_large_and_no_more_than_that_is_read(data: bytes) -> None:
    assert read(data).blocks[-1].text.rstrip().endswith("talks")


def test_refusals_name_a_remedy() -> None:
    with pytest.raises(UnreadableSource, match=r"save its text as a \.txt file"):
        read(b"%PDF-1.7")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_no_word_of_a_seed_is_lost(path: Path) -> None:
    data = path.read_bytes()
    words = [word for block in read(data, path.name).blocks for word in block.text.split()]
    assert words == data.decode().split()
