"""The ways in which a web page alone is broken: its tags, entities, declarations and data."""

from __future__ import annotations

import random

from tests.fuzz.mutations import CHARSETS, Mutation, bytes_of, insert, storm, text_of

TAGS = [
    "p", "div", "span", "b", "i", "a", "h1", "br", "hr", "ul", "li", "table", "tr", "td", "th", "select",
    "option", "form", "input", "textarea", "button", "article", "main", "aside", "nav", "header", "footer",
    "figure", "figcaption", "blockquote", "q", "pre", "time", "script", "style", "template", "noscript",
    "svg", "math", "title", "iframe", "object", "frameset", "body", "html", "head", "meta", "link", "base",
    "plaintext", "xmp", "annotation-xml", "foreignObject", "x-y",
]  # fmt: skip
ENTITIES = [
    "&#99999999999;", "&#x110000;", "&#xD800;", "&#xDFFF;", "&#0;", "&#x80;", "&#-1;", "&#x;", "&#;", "&",
    "&amp", "&nosuch;", "&#1;", "&#xFFFE;", "&#x202E;", "&NotEqualTilde;", "&#" + "9" * 6_000 + ";", "&shy;",
    "&#13;", "&#x2028;", "&lt;p&gt;", "&quot", "&#8220;", "&zwj;", "&#128;",
]  # fmt: skip
LABELS = [
    *CHARSETS, "latin-1", "us-ascii", "windows-1251", "x-user-defined", "unicode_escape", "base64", "rot13",
    "undefined", "idna", "utf-16", "\0", "", "utf-8;", "x" * 39,
]  # fmt: skip
NODE_KEYS = [
    "@type", "@id", "@graph", "headline", "name", "author", "publisher", "url", "inLanguage",
    "datePublished", "mainEntity", "mainEntityOfPage",
]  # fmt: skip
NODE_VALUES = [
    "null", "true", "1e999", "-0", '"\\ud800"', '"\\u0000"', '"\\udfff x"', "[]", "{}", '[[["a"]]]', "NaN",
    '{"name": {"name": []}}', '{"@id": {"@id": 1}}', '"' + "x" * 9_000 + '"', '["a", {"name": "b"}, 3]',
    '"2020-02-30"', '"99999-01-01"', '"0000-00-00"', '"2020-07-30T"', '"٢٠٢٠-٠٧-٣٠"', '"\\u202e"',
    '"https://[broken"', '"https://example.org/\\ud83d"', '{"@type": ["NewsArticle", 3, null]}', "9" * 5_000,
]  # fmt: skip
META_NAMES = [
    "article:published_time", "og:title", "og:url", "og:site_name", "author", "og:locale", "dc.date.issued",
]  # fmt: skip
META_VALUES = [
    "", "0000-00-00", "9999-12-31", "2020-02-30", "1e9", "\u202etxt.exe", "x" * 5_000, "\ud800", "\0",
    "https://[x", "https://example.org/" + "a" * 4_000, "&#xD800;", "\u2028", "a\u0301" * 400,
]  # fmt: skip


def _tag(chance: random.Random) -> str:
    return (
        chance.choice(("<", "<", "</"))
        + chance.choice(TAGS)
        + chance.choice((">", " a=b>", "/>", "", " a='"))
    )


def tags_put_in(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, *(_tag(chance) for _ in range(chance.randrange(1, 30))))


def tag_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, _tag(chance), f"<{chance.choice(TAGS)}>", "<br>", "<i>a</i>", "<b><p>", "<")


def angles_lost(data: bytes, chance: random.Random) -> bytes:
    lost = chance.choice("<>\"'=/")
    return bytes_of("".join(c for c in text_of(data) if c != lost or chance.random() < 0.5))


def nested(data: bytes, chance: random.Random) -> bytes:
    tag = chance.choice(TAGS)
    return insert(data, chance, f"<{tag}>" * chance.choice((10, 300, 990, 1_010, 5_000)))


def comment_opened(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, chance.choice(("<!--", "<!-->", "<!--->", "<!-- --!>", "<!", "<?", "-->")))


def attribute_opened(data: bytes, chance: random.Random) -> bytes:
    return insert(
        data, chance, chance.choice(('<p class="', "<a href='", "<p a=", '<time datetime="', "<p \0="))
    )


def attributes_piled(data: bytes, chance: random.Random) -> bytes:
    many = "".join(f" {chance.choice(('class', 'id', f'a{number}'))}=share" for number in range(900))
    return insert(data, chance, f"<div{many}>", "<p class='" + "share ad " * 3_000 + "'>")


def entities_put_in(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, *chance.choices(ENTITIES, k=12))


def entity_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "&amp;", "&", "&#8220;", "&lt;", "&#xD800;", "&#0;", "&nbsp;", "&#x301;")


def entities_declared(data: bytes, chance: random.Random) -> bytes:
    """Billion laughs, and a file of the machine's own."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    kinds = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return bytes_of('<?xml version="1.0"?>' + kinds) + insert(data, chance, "&l9;", "&f;")


SECTIONS = ("<![CDATA[", "]]>", "]]>]]>", "<![if IE]>", "<?php", "<!ELEMENT br EMPTY>")


def sections_put_in(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, *chance.choices(SECTIONS, k=4))


def charset_declared(data: bytes, chance: random.Random) -> bytes:
    """A declaration that mostly is not true."""
    label = chance.choice(LABELS)
    meta = chance.choice((f"<meta charset='{label}'>", f"<?xml version='1.0' encoding='{label}'?>"))
    return bytes_of(meta) + data


def transcoded_and_declared(data: bytes, chance: random.Random) -> bytes:
    charset = chance.choice(CHARSETS)
    return f"<html><meta charset='{charset}'>{text_of(data)}".encode(charset, errors="replace")


def _with_data(data: bytes, *nodes: str) -> bytes:
    scripts = "".join(f'<script type="application/ld+json">{node}</script>' for node in nodes)
    return bytes_of("<html>" + scripts) + data


def json_ld_damaged(data: bytes, chance: random.Random) -> bytes:
    """The page's own data with some of its marks gone or doubled."""
    start = data.find(b'ld+json">')
    if start < 0:
        return _with_data(data, '{"@type": "Article", ')
    place = data.find(b"</script", start) - chance.randrange(1, 150)
    return (
        data[:place]
        + chance.choice((b"", b'"', b"}", b"\\", b"\\ud800", b"\0", b",,", b"\xff"))
        + data[place + 1 :]
    )


def json_ld_odd(data: bytes, chance: random.Random) -> bytes:
    fields = (f'"{chance.choice(NODE_KEYS)}": {chance.choice(NODE_VALUES)}' for _ in range(8))
    return _with_data(data, f'{{"@type": "Article", {", ".join(fields)}}}', chance.choice(NODE_VALUES))


def json_ld_nested(data: bytes, chance: random.Random) -> bytes:
    opening = chance.choice(("[", '{"@graph":', '{"mainEntity":[', '[{"author":'))
    return _with_data(data, opening * chance.choice((50, 990, 5_000, 20_000)))


def metadata_odd(data: bytes, chance: random.Random) -> bytes:
    metas = "".join(
        f"<meta property='{chance.choice(META_NAMES)}' content='{chance.choice(META_VALUES)}'>"
        for _ in range(9)
    )
    times = (f"<time datetime='{chance.choice(META_VALUES)}'>" for _ in range(3))
    return bytes_of("<html>" + metas) + insert(data, chance, *times)


MARKUP_MUTATIONS: tuple[Mutation, ...] = (
    tags_put_in, tag_storm, angles_lost, nested, comment_opened, attribute_opened, attributes_piled,
    entities_put_in, entity_storm, entities_declared, sections_put_in, charset_declared,
    transcoded_and_declared, json_ld_damaged, json_ld_odd, json_ld_nested, metadata_odd,
)  # fmt: skip
