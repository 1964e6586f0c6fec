"""What a page says of itself: JSON-LD before meta elements before its visible markup."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from statements.readers.iso_dates import stated_date
from statements.readers.page_blocks import PageText, PageTime
from statements.readers.structured_data import LONGEST, PageMetadata, read_article_data
from statements.records import StatedDate

# Names of meta elements (name, property or itemprop), the more telling first.
TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
BYLINE_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
PUBLISHER_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
ADDRESS_NAMES = ("og:url", "twitter:url", "parsely-link")
LANGUAGE_NAMES = ("og:locale", "dc.language", "dcterms.language", "content-language")

# Only names that mean the first publication: "date" and "article:modified_time" may be any day.
DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published",
    "dc.date.issued", "dcterms.issued", "dcterms.date.issued", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip

# What parts a headline from the name of the site in a page's title.
TITLE_JOINTS = re.compile(r" [|•·»«–—-] | :: ")

# How many blocks from the headline a <time> may stand and still be the article's own.
TIME_REACH = 8

CHANGED = re.compile(r"updat|modif|edit", re.IGNORECASE)


def read_metadata(soup: BeautifulSoup, page: PageText) -> PageMetadata:
    """Each field from the most trusted place that gives it; empty when none does."""
    meta = _meta_values(soup)
    address = _canonical(soup) or _address(meta, ADDRESS_NAMES)
    data = read_article_data(soup, address)
    publisher = data.publisher or _first_name(meta, PUBLISHER_NAMES)
    return PageMetadata(
        title=_title(soup, page, data, meta, publisher),
        byline=data.byline[:LONGEST] or _first_name(meta, BYLINE_NAMES),
        publisher=publisher,
        address=address or _absolute(data.address),
        language=_language(data.language or _first(meta, LANGUAGE_NAMES) or _html_language(soup)),
        published=data.published or _meta_date(meta) or _visible_date(page),
    )


def _meta_values(soup: BeautifulSoup) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        content = str(tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = str(tag.get(attribute) or "").strip().lower()
            if name and content:
                values.setdefault(name, []).append(content[:LONGEST])
    return values


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _first_name(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    """A name and not an address: article:author is often a profile page."""
    plain = (" ".join(value.split()) for name in names for value in meta.get(name, ()) if "://" not in value)
    return next(plain, "")


def _title(
    soup: BeautifulSoup, page: PageText, data: PageMetadata, meta: dict[str, list[str]], publisher: str
) -> str:
    """JSON-LD, then meta elements, then the headline of the page, then the page's <title>."""
    stated = data.title or _first(meta, TITLE_NAMES)
    headline = page.headline()
    shown = " ".join(page.blocks[headline].text[:LONGEST].split()) if headline is not None else ""
    if stated:
        return _without_site(stated, publisher, shown)
    if shown:
        return shown
    element = soup.find("title")
    return _without_site(element.get_text(), publisher, "") if isinstance(element, Tag) else ""


def _without_site(title: str, publisher: str, shown: str) -> str:
    """ "Russia Urges Restraint | Example Times" without the site's name, where that is known."""
    title = " ".join(title[:LONGEST].split())
    for joint in reversed(list(TITLE_JOINTS.finditer(title))):
        head, tail = title[: joint.start()], title[joint.end() :]
        if head == shown or tail.casefold() == publisher.casefold():
            return head
    return title


def _canonical(soup: BeautifulSoup) -> str:
    for link in soup.find_all("link", rel="canonical"):
        address = _absolute(str(link.get("href") or ""))
        if address:
            return address
    return ""


def _address(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((found for name in names for value in meta.get(name, ()) if (found := _absolute(value))), "")


def _absolute(address: str) -> str:
    """The address if it is a whole web address, else empty: one with unseen characters is another's."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return ""
    is_plain = len(address) <= 2 * LONGEST and address.isprintable() and " " not in address
    return address if is_whole and is_plain else ""


def _html_language(soup: BeautifulSoup) -> str:
    element = soup.find("html")
    return str(element.get("lang") or element.get("xml:lang") or "") if isinstance(element, Tag) else ""


def _language(tag: str) -> str:
    """The language of a tag: "en" from "en-US" and "en_GB"."""
    language = re.split(r"[-_,; ]", tag.strip())[0].lower()
    return language if re.fullmatch(r"[a-z]{2,3}", language) else ""


def _meta_date(meta: dict[str, list[str]]) -> StatedDate | None:
    for name in DATE_NAMES:
        for value in meta.get(name, ()):
            if found := stated_date(value, "meta"):
                return found
    return None


def _visible_date(page: PageText) -> StatedDate | None:
    """The first <time> near the headline; without a headline, only if all say the same day."""
    times = [time for time in page.times if _is_own_time(page, time)]
    headline = page.headline()
    if headline is not None:
        times = [time for time in times if -2 <= time.block - headline <= TIME_REACH]
        times.sort(key=lambda time: time.block < headline)
    found = [date for time in times if (date := stated_date(str(time.tag.get("datetime")), "time"))]
    if headline is None and len({date.value for date in found}) > 1:
        return None
    return found[0] if found else None


def _is_own_time(page: PageText, time: PageTime) -> bool:
    """Not a teaser's, and not the time of a change."""
    mark = page.blocks[time.block].mark if time.block < len(page.blocks) else "furniture"
    told = " ".join(str(time.tag.get(name) or "") for name in ("class", "itemprop", "id"))
    return mark in ("", "byline") and not CHANGED.search(told)
