"""Saved web pages to blocks and metadata: whole pages in tests/data/readers, rules by snippets."""

from __future__ import annotations

import json
import warnings
from datetime import date
from pathlib import Path

import pytest

from statements.readers import structured_data
from statements.readers.web_page import declared_charset, read
from statements.records import RawDocument, StatedDate

PAGES = Path(__file__).parents[1] / "data" / "readers"


def read_page(name: str) -> RawDocument:
    return read((PAGES / name).read_bytes())


def blocks_of(document: RawDocument) -> list[tuple[str, str]]:
    return [(block.text, block.mark) for block in document.blocks]


def blocks(markup: str) -> list[tuple[str, str]]:
    return blocks_of(read(markup.encode()))


# --- whole pages ----------------------------------------------------------


def test_page_with_json_ld() -> None:
    document = read_page("json_ld.html")
    assert blocks_of(document) == [
        ("Example Times", "header"),
        ("Home", "navigation"),
        ("World", "navigation"),
        ("Ministry Urges Restraint on\u00a0Border", ""),
        ("By Anna Petrova and Ivan Smirnov 26 July", "byline"),
        ("The minister arrives in Moscow, January 13, 2020", "caption"),
        (
            "The foreign ministry urged both sides on Friday to show restraint after the latest clashes on"
            " the border.",
            "",
        ),
        (
            "“We call on all sides to return to talks,”\nthe ministry said in a statement that was published"
            " on its site.",
            "",
        ),
        ("Related stories", "related"),
        ("Other Leaders Call for Halt", "related"),
        ("The minister replied to questions: “there is no other way” than talks <...>.", ""),
        ("— the minister", ""),
        ("The first round begins in Geneva on Monday next week.", ""),
        ("Share", "button"),
        ("Tweet", "button"),
        ("First comment of a reader.", "comments"),
        ("Weather in the capital", "furniture"),
        ("© 2020 Example Times", "footer"),
    ]
    assert document.title == "Ministry Urges Restraint on Border"
    assert document.byline == "Anna Petrova, Ivan Smirnov"
    assert document.publisher == "Example Times"
    assert document.address == "https://www.example-times.org/world/ministry-urges-restraint"
    assert document.language == "en"
    assert document.published == StatedDate(date(2020, 7, 24), "day", "json-ld")


def test_page_with_open_graph_only() -> None:
    document = read_page("open_graph.html")
    assert blocks_of(document) == [
        ("News Sport", "navigation"),
        ("Envoy denies taking sides", ""),
        (
            "The envoy said on Thursday that his country’s position was “balanced” and that it armed nobody.",
            "",
        ),
        ("He added: “It’s not like that” and went on to say that talks were the only way out of it.", ""),
        ("Most popular", "aside"),
        ("Another story of today", "aside"),
        ("All rights reserved", "footer"),
    ]
    assert document.title == "Envoy denies taking sides"
    assert document.byline == "Jane Roe"
    assert document.publisher == "The Daily Example"
    assert document.address == "https://daily.example.com/2020/10/01/envoy-denies"
    assert document.language == "en"
    assert document.published == StatedDate(date(2020, 10, 1), "day", "meta")


def test_page_without_metadata() -> None:
    document = read_page("no_metadata.html")
    assert blocks_of(document) == [
        ("About us", ""),
        ("Statement of the Ministry", ""),
        (
            "17 July 2020\n\nThe ministry states that it did not close the border.\n\n"
            "It calls on its neighbours to do the same and to keep the road open for all who need it.",
            "",
        ),
    ]
    assert document.title == "Statement of the Ministry"
    assert document.published == StatedDate(date(2020, 7, 17), "day", "time")
    assert (document.byline, document.publisher, document.address, document.language) == ("", "", "", "")


def test_malformed_page() -> None:
    document = read_page("malformed.html")
    assert blocks_of(document) == [
        ("The talks go on", ""),
        ("despite <...> the clashes, the envoy said & left a < b.", ""),
        ("He will return in August.", ""),
        ("A cell", ""),
        ("Another cell", ""),
    ]
    assert document.title == "Talks Go On Despite Clashes"
    assert document.publisher == "Example Wire"
    assert document.published is None


# --- blocks -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>Kara<b>bakh</b> and\n  <i>the</i> rest</p>", ["Karabakh and the rest"]),
        ("<p>One<br/>Two<br> Three</p>", ["One\nTwo\nThree"]),
        ("<p>One<br><br>Two</p>", ["One\n\nTwo"]),
        ("<pre>  One\n  two</pre>", ["  One\n  two"]),
        ("<p>&lt;...&gt; and <...></p>", ["<...> and <...>"]),
        (
            "<p>A<script>x()</script>B<style>y</style><noscript>n</noscript><svg><text>s</text></svg></p>",
            ["AB"],
        ),
        ("<p>A<!-- no -->B</p>", ["AB"]),
        ("<template><p>no</p></template><p>Yes</p>", ["Yes"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<p>He said <q>no</q>.</p>", ["He said “no”."]),
        ("<p>A\u00a0B</p>", ["A\u00a0B"]),
        ("One <span>two</span>", ["One two"]),
    ],
)
def test_text_of_blocks(markup: str, texts: list[str]) -> None:
    assert [text for text, _ in blocks(f"<html><body>{markup}</body></html>")] == texts


@pytest.mark.parametrize(
    ("markup", "mark"),
    [
        ("<nav>x</nav>", "navigation"),
        ("<div role=navigation>x</div>", "navigation"),
        ("<ul class='main-menu'><li>x</ul>", "navigation"),
        ("<p class=breadcrumbs>x</p>", "navigation"),
        ("<figure><figcaption>x</figcaption></figure>", "caption"),
        ("<p class='wp-caption-text'>x</p>", "caption"),
        ("<p><span class=caption>x</span></p>", "caption"),
        ("<div class=postShare>x</div>", "share"),
        ("<div id='related-posts'>x</div>", "related"),
        ("<form>x</form>", "form"),
        ("<button>x</button>", "button"),
        ("<footer>x</footer>", "footer"),
        ("<aside>x</aside>", "aside"),
        ("<p class=photo-credit>x</p>", "credit"),
        ("<div class=newsletter-box>x</div>", "newsletter"),
        ("<div id=cookie-bar>x</div>", "cookie notice"),
        ("<div hidden>x</div>", "furniture"),
        ("<div class=shareholder>x</div>", ""),
        ("<blockquote><footer>x</footer></blockquote>", ""),
        ("<p>a <span class=caption>x</span></p>", ""),
    ],
)
def test_marks_of_the_markup(markup: str, mark: str) -> None:
    body = "<p>One two three four five six seven eight nine ten eleven twelve thirteen.</p>"
    assert blocks(f"<html><body>{body}{markup}</body></html>")[-1][1] == mark


def test_a_class_round_the_headline_or_most_of_the_text_marks_nothing() -> None:
    prose = "One two three four five six seven eight nine ten eleven twelve."
    assert blocks(f"<div class=has-sidebar><p>{prose}</p></div><p>{prose}</p><p>x</p>")[0][1] == "aside"
    assert blocks(f"<div class=has-sidebar><p>{prose}</p></div><p>x</p>")[0][1] == ""
    assert blocks("<div class=share-on><h1>Headline</h1></div><p>x</p>")[0][1] == ""


def test_what_stands_outside_the_article_is_marked_and_kept() -> None:
    prose = "One two three four five six seven eight nine ten eleven twelve."
    page = (
        f"<div>Weather</div><h1>Headline</h1><p>17 July 2020</p><article><p>{prose}</p></article><p>Shop</p>"
    )
    assert [mark for _, mark in blocks(page)] == ["furniture", "", "", "", "furniture"]


def test_articles_that_are_teasers_are_not_the_article() -> None:
    prose = "One two three four five six seven eight nine ten eleven twelve."
    page = f"<p>{prose}</p><p>{prose}</p><article><p>{prose}</p></article>"
    assert {mark for _, mark in blocks(page)} == {""}


def test_what_stands_above_the_headline_or_behind_the_prose_is_apart() -> None:
    prose = "One two three four five six seven eight nine ten eleven twelve."
    page = (
        f"<p>Top</p><div><h1>H</h1></div><p>Lead</p><div><p>{prose}</p><p>{prose}</p></div><div>{prose}</div>"
    )
    assert [block.apart for block in read(page.encode()).blocks] == [True, False, False, False, False, True]
    assert not any(block.apart for block in read(b"<p>Top</p><h1>H</h1><p>Text</p>").blocks)


@pytest.mark.parametrize(
    ("markup", "linked"),
    [
        ("<a href=/a>All of it</a>", True),
        ("<a href=/a>Nearly all of it is</a> one", True),
        ("<a href=/a>Half of it</a> is a link", False),
        ("None of it", False),
    ],
)
def test_a_block_is_linked_when_nearly_all_of_it_is_a_link(markup: str, linked: bool) -> None:
    assert read(f"<p>{markup}</p><p>x</p>".encode()).blocks[0].linked is linked


# --- metadata -----------------------------------------------------------------


def published(head: str, body: str = "<p>Text.</p>") -> StatedDate | None:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode()).published


def json_ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_json_ld_outranks_meta_and_meta_outranks_time() -> None:
    data = json_ld('{"@type": "NewsArticle", "datePublished": "2020-07-01"}')
    meta = '<meta property="article:published_time" content="2020-07-02">'
    body = "<h1>Headline</h1><p><time datetime='2020-07-03'>3 July</time></p>"
    found = [published(data + meta, body), published(meta, body), published("", body)]
    assert [(date.value.day, date.basis) for date in found if date] == [
        (1, "json-ld"),
        (2, "meta"),
        (3, "time"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2020-07-02">',
        '<meta name="date" content="2020-07-02">',
        '<meta property="article:published_time" content="July 2, 2020">',
        json_ld('{"@type": "NewsArticle", "dateModified": "2020-07-02"}'),
        json_ld('{"@type": "WebPage", "datePublished": "2020-07-02"}'),
        json_ld('{"@type": "NewsArticle", "datePublished": "2020-07-02"'),
        json_ld('[{"@type": "NewsArticle", "datePublished": "2020-07-02"}, {"@type": "NewsArticle"}]'),
        json_ld(
            '{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2020-07-02"}]}'
        ),
        json_ld("[" * 5_000),
    ],
)
def test_other_dates_are_not_the_publication(head: str) -> None:
    assert published(head) is None


def test_of_several_articles_the_one_at_the_canonical_address_counts() -> None:
    head = '<link rel=canonical href="https://example.org/b">' + json_ld(
        '[{"@type": "Article", "url": "https://example.org/a", "datePublished": "2024-01-01"},'
        ' {"@type": "Article", "url": "https://example.org/b", "datePublished": "2020-07-02"}]'
    )
    assert published(head) == StatedDate(date(2020, 7, 2), "day", "json-ld")


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Headline</h1><p>Text.</p><aside><time datetime='2024-01-01'>x</time></aside>",
        "<h1>Headline</h1><p class=updated><time class=updated datetime='2024-01-01'>x</time></p>",
        "<h1>Headline</h1>" + "<p>Text.</p>" * 20 + "<time datetime='2024-01-01'>x</time>",
        "<p><time datetime='2024-01-01'>x</time></p><p><time datetime='2024-01-02'>x</time></p>",
        "<h1>Headline</h1><time datetime='3 July'>x</time>",
    ],
)
def test_times_of_other_things_are_not_the_publication(body: str) -> None:
    assert published("", body) is None


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://example.org/a">', "https://example.org/a"),
        ('<link rel="canonical" href="/a">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://[broken">', ""),
        ('<link rel="canonical" href="https://example.org/a b">', ""),
        ('<link rel="canonical" href="https://example.org/\u202egro.evil">', ""),
        ('<link rel="canonical" href="https://example.org/%D0%BC/мир">', "https://example.org/%D0%BC/мир"),
        ('<meta property="og:url" content="https://example.org/a">', "https://example.org/a"),
    ],
)
def test_only_whole_web_addresses_count(head: str, address: str) -> None:
    assert read(f"<html><head>{head}</head><body>Text.</body></html>".encode()).address == address


@pytest.mark.parametrize(
    ("markup", "language"),
    [("<html lang=en-US>", "en"), ("<html lang=HY>", "hy"), ("<html lang=''>", ""), ("<html lang='x!'>", "")],
)
def test_language_is_the_primary_subtag(markup: str, language: str) -> None:
    assert read(f"{markup}<body>Text.".encode()).language == language


def test_a_page_that_looks_like_xml_is_read_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert blocks("<?xml version='1.0'?x><html><p>Talks</p></html>")[-1][0] == "Talks"
        assert blocks("<p>https://example.org</p>") == [("https://example.org", "")]


def test_declared_charset() -> None:
    assert declared_charset(b'<head><meta charset="utf-8">') == "utf-8"
    assert declared_charset(b"<?xml version='1.0' encoding='koi8-r'?><html>") == "koi8-r"
    assert declared_charset(b"<p>charset=utf-8</p>") == ""


def test_what_json_ld_says_is_cut_to_what_a_name_can_be() -> None:
    data = json.dumps({"@type": "Article", "headline": "Ab " * 900, "author": ["Ann Lee"] * 900})
    page = read(f'<html><script type="application/ld+json">{data}</script><p>Talks.'.encode())
    assert len(page.title) <= 1_000
    assert len(page.byline) <= 1_000
    assert page.byline.startswith("Ann Lee, Ann Lee")


def test_json_ld_beyond_any_articles_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = '<script type="application/ld+json">{"@type": "Article", "headline": "Talks"}</script>'
    monkeypatch.setattr(structured_data, "MAX_DATA", 10)
    assert read(f"<html>{data}<p>They go on.".encode()).title == ""
