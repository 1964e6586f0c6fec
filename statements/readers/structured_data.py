"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from bs4 import BeautifulSoup

from statements.readers.iso_dates import stated_date
from statements.records import StatedDate

ARTICLE_TYPES = frozenset(
    [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
        "BackgroundNewsArticle", "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle",
        "SpecialAnnouncement", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report",
        "TechArticle", "ScholarlyArticle", "PressRelease",
    ]
)  # fmt: skip

# A page with more data than this says nothing that an article needs; parsed, a character takes 30 bytes.
MAX_NODES = 2_000
MAX_DATA = 2_000_000
MAX_NAMES = 50

# Longer values are no names.
LONGEST = 1_000

# Left around the data by old templates: comment marks, CDATA marks, a semicolon.
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article: the metadata of a RawDocument."""

    title: str = ""
    byline: str = ""
    publisher: str = ""
    address: str = ""
    language: str = ""
    published: StatedDate | None = None


def read_article_data(soup: BeautifulSoup, address: str) -> PageMetadata:
    """The page's own article; nothing when it describes several and none is at ``address``."""
    nodes = list(_nodes(soup))
    articles = [node for node in nodes if ARTICLE_TYPES & set(_texts(node.get("@type")))]
    own = [node for node in articles if address and address in _addresses(node)]
    if own:
        return _article_data(own[0], nodes)
    return _article_data(articles[0], nodes) if len(articles) == 1 else PageMetadata()


def _nodes(soup: BeautifulSoup) -> Iterator[Node]:
    """Top-level nodes, through lists, @graph and mainEntity; what is broken is passed over."""
    texts = [script.string or "" for script in soup.find_all("script", type=_is_json_ld)]
    read = accumulate(map(len, texts))
    waiting = [_parsed(text) for text, end in zip(texts, read, strict=True) if end <= MAX_DATA]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = value[:MAX_NODES] + waiting
        elif isinstance(value, dict):
            yield value
            waiting = [value.get("@graph"), value.get("mainEntity"), *waiting]


def _is_json_ld(kind: str | None) -> bool:
    return kind is not None and kind.split(";")[0].strip().lower() == "application/ld+json"


def _parsed(text: str) -> Any:
    try:
        return json.loads(WRAPPING.sub("", text.strip()).strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _article_data(node: Node, nodes: list[Node]) -> PageMetadata:
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    return PageMetadata(
        title=_first(_texts(node.get("headline")) or _texts(node.get("name"))),
        byline=", ".join(_names(node.get("author"), by_id)),
        publisher=_first(_names(node.get("publisher"), by_id)),
        address=_first(_addresses(node)),
        language=_first(_texts(node.get("inLanguage")) or _names(node.get("inLanguage"), by_id)),
        published=stated_date(_first(_texts(node.get("datePublished"))), "json-ld"),
    )


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    page_addresses = [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return [text for value in (node.get("url"), *page_addresses) for text in _texts(value) if "://" in text]


def _names(value: Any, by_id: dict[str, Node]) -> list[str]:
    """Names of persons or organisations given as strings, nodes, references, or lists of these."""
    names = []
    for one in value[:MAX_NAMES] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = _first(_texts(one.get("name"))) or _first(
                _texts(by_id.get(str(one.get("@id")), {}).get("name"))
            )
        if isinstance(one, str) and one.strip() and "://" not in one:
            names.append(one.strip()[:LONGEST])
    return names


def _texts(value: Any) -> list[str]:
    values = value[:MAX_NAMES] if isinstance(value, list) else [value]
    return [text.strip()[:LONGEST] for text in values if isinstance(text, str) and text.strip()]


def _first(values: list[str]) -> str:
    return values[0] if values else ""
