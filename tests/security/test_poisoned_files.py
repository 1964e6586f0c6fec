"""Files, feeds and data blocks of an archive whose every word is a payload: they parse, and give them back.

The browser's part is in `tests/browser/test_stored_scripts.py`.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from django.test import TestCase
from django.urls import reverse
from lxml import etree, html

from statements.citing import FORMATS as CITATION_FORMATS
from statements.exports import ROWS
from statements.exports.csv_table import FORMULA_STARTS
from statements.models import Article, Edit, Statement
from tests.factories import UserFactory
from tests.security.payloads import PAYLOADS
from tests.security.poison import Poisoned, packed, poison

ATOM = "{http://www.w3.org/2005/Atom}"
# What a fragment may hold without being encoded, and what was.
DIRECTIVE = re.compile(r"text=[\w.~!*'()%,/:;@$+=-]+", re.ASCII)
# The fields of each list that hold payloads, one at least of every kind.
HELD = {
    "statements": (
        "words", "speakers", "source", "cue", "said_basis", "said_words", "occasion", "agency", "publisher",
        "address", "confidence", "rule",
    ),
    "articles": ("title", "byline", "publisher_name", "address", "language", "published_basis"),
    "speakers": ("name", "other_names", "offices", "source"),
    "countries": ("name", "source"),
    "publishers": ("name", "other_names", "domains", "source"),
}  # fmt: skip


def body_of(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def plain(text: str) -> str:
    """In one line, and without the signs that turn its direction: what is shown in one line has none."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) != "Cf")


def missing(text: str) -> list[str]:
    """The payloads that it does not give back."""
    given = plain(text)
    return [payload for payload in PAYLOADS if plain(payload) not in given]


def test_there_are_enough_of_them() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 120
    assert all("pwn" in payload for payload in PAYLOADS)


def values_of(value: object) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from values_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from values_of(one)


def as_cells(row: dict[str, object]) -> dict[str, str]:
    """What CSV makes of an object: nothing is lost but the shape of lists."""
    cells = {}
    for name, value in row.items():
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        text = text.lower() if isinstance(value, bool) else text
        cells[name] = f"'{text}" if text.lstrip().startswith(FORMULA_STARTS) else text
    return cells


def entries_of(client, path: str) -> str:
    """The words of a feed, in which nothing stands but what Atom has."""
    body = body_of(client, path)
    assert "<!DOCTYPE" not in body
    feed = etree.fromstring(body.encode(), etree.XMLParser(resolve_entities=False))
    assert not feed.xpath("//processing-instruction() | //comment()")
    names = {element.tag.removeprefix(ATOM) for element in feed.iter()}
    known = {"feed", "title", "link", "id", "updated", "published", "author", "name", "entry", "content"}
    assert names <= known
    assert all(urlsplit(link.get("href")).scheme in ("http", "https") for link in feed.iter(f"{ATOM}link"))
    return " ".join("".join(entry.itertext()) for entry in feed.iter(f"{ATOM}entry", f"{ATOM}title"))


def each_statement() -> list[Statement]:
    return list(Statement.objects.listed().select_related("article").exclude(cue=""))


def as_list(value: object) -> list:
    return value if isinstance(value, list) else [value]


def words_cited(ending: str, body: str) -> str:
    if ending == "json":
        return " ".join(values_of(json.loads(body)))
    if ending == "html":
        figure = html.fragment_fromstring(body)
        known = {"figure", "blockquote", "p", "figcaption", "bdi", "cite", "a"}
        assert {one.tag for one in figure.iter()} <= known
        for element in figure.iter():
            assert set(element.attrib) <= {"cite", "lang", "dir", "href"}
            assert all(element.get(name, "http").startswith("http") for name in ("cite", "href"))
        return figure.text_content()
    if ending == "ris":
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in body.split("\r\n")[:-1])
        assert body.count("TY  - ") == body.count("ER  - ") == 1
    if ending == "bib":
        # Braces are counted, whatever stands before them.
        depths = [body[: at + 1].count("{") - body[: at + 1].count("}") for at in range(len(body.rstrip()))]
        assert min(depths[:-1][body.index("{") :]) >= 1
        assert depths[-1] == 0
    return body


class EveryWordAPayload(TestCase):
    """One archive for all of them: it takes longer to make than to read."""

    archive: list[Poisoned]

    @classmethod
    def setUpTestData(cls) -> None:
        user = UserFactory(username="root")
        cls.archive = [poison(number, payloads, user) for number, payloads in enumerate(packed(PAYLOADS))]

    def test_lists_as_files_give_back_what_they_hold(self) -> None:
        for name in ROWS.keys() - {"matrix"}:
            with self.subTest(name):
                self.check_files_of(name)

    def check_files_of(self, name: str) -> None:
        lines = body_of(self.client, f"/{name}.jsonl").removesuffix("\n").split("\n")
        rows = [json.loads(line) for line in lines]
        assert json.loads(body_of(self.client, f"/{name}.json")) == rows
        for field in HELD[name]:
            assert any("pwn" in str(row[field]) for row in rows), field
        if name == "statements":
            assert {f"{payload} so {payload}" for payload in PAYLOADS} <= {row["words"][0] for row in rows}
        if name in ("statements", "speakers", "publishers"):
            assert missing(" ".join(value for row in rows for value in values_of(row))) == []
        table = list(
            csv.DictReader(io.StringIO(body_of(self.client, f"/{name}.csv"), newline=""), strict=True)
        )
        assert [as_cells(row) for row in rows] == table
        for cell in (cell for row in table for cell in row.values()):
            assert not cell.lstrip().startswith(FORMULA_STARTS)

    def test_feeds_give_back_what_they_hold(self) -> None:
        feeds = [f"/statements.atom?speaker=speaker-{number}" for number in range(len(self.archive))]
        assert missing(" ".join(entries_of(self.client, feed) for feed in feeds)) == []
        assert "pwn" in entries_of(self.client, "/statements.atom?q=pwn&country=QA00&publisher=publisher-0")

    def test_corrections_give_back_what_they_hold(self) -> None:
        """Each payload as the old and the new value of a field."""
        user, statements = UserFactory(), Statement.objects.listed().order_by("pk")
        told = ""
        for payloads in packed(PAYLOADS):
            for statement, payload in zip(statements, payloads, strict=False):
                told_of = {"record": "statement", "record_id": statement.pk, "field": "occasion"}
                Edit.objects.create(**told_of, old=payload, new=f"{payload} too", why=payload, who=user)
            told += entries_of(self.client, "/feeds/corrections.atom")
        assert missing(told) == []

    def test_sitemaps_parse(self) -> None:
        sections = [
            "/sitemap.xml",
            *(f"/sitemap-{name}.xml" for name in ("statements", "articles", "speakers")),
        ]
        for path in sections:
            assert "pwn" not in body_of(self.client, path)
            etree.fromstring(body_of(self.client, path).encode())

    def test_annotations_give_back_what_they_hold(self) -> None:
        exact = ""
        for statement in each_statement():
            data = json.loads(
                body_of(self.client, reverse("statement-annotation", args=[statement.public_id]))
            )
            targets = as_list(data["target"])
            selectors = {one["type"]: one for target in targets for one in as_list(target["selector"])}
            place, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
            assert statement.article.text[place["start"] : place["end"]] == quote["exact"]
            exact += quote["exact"]
        assert missing(exact) == []
        for poisoned in self.archive:
            path = reverse("article-annotations", args=[poisoned.article.public_id])
            assert "pwn" in " ".join(values_of(json.loads(body_of(self.client, path))))

    def test_citations_give_back_what_they_hold(self) -> None:
        told = dict.fromkeys(CITATION_FORMATS, "")
        for statement in each_statement():
            for ending in CITATION_FORMATS:
                body = body_of(self.client, reverse("statement-cite", args=[statement.public_id, ending]))
                told[ending] += words_cited(ending, body)
        assert missing(told["json"]) == []
        assert missing(told["html"]) == []
        assert missing(told["ris"]) == []
        assert "pwn" in told["txt"]
        assert "pwn" in told["bib"]

    def test_data_blocks_of_pages_give_back_what_they_hold(self) -> None:
        told = ""
        for statement in each_statement():
            page = html.fromstring(body_of(self.client, statement.get_absolute_url()))
            blocks = page.xpath("//script[@type='application/ld+json']")
            assert len(blocks) == 1
            data = json.loads(blocks[0].text)
            assert data["@type"] == "Quotation"
            assert data["url"].endswith(statement.get_absolute_url())
            told += data["text"]
        assert missing(told) == []

    def test_links_to_words_lead_to_the_publisher(self) -> None:
        """Whatever stands in the words stays in the fragment, and is encoded there."""
        Article.objects.filter(text__contains="pwn").update(address="https://paper.example/a?b=c")
        told = ""
        for statement in each_statement():
            page = html.fromstring(body_of(self.client, statement.get_absolute_url()))
            links = [link for link in page.xpath("//a/@href") if ":~:" in link]
            assert links
            own = f"{statement.article.get_absolute_url()}#w-{statement.public_id}"
            for link in links:
                address, _, directives = link.partition(":~:")
                assert address in ("https://paper.example/a?b=c#", own), link
                assert all(DIRECTIVE.fullmatch(one) for one in directives.split("&")), link
                told += unquote(directives)
        assert missing(told) == []
