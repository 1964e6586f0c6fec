"""Request number so-and-so: an address of a public list, page or file, with parameters made by chance."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tests.fuzz import typed
from tests.fuzz.archive import Known

LIST = (
    "q", "q", "q", "within", "country", "about", "speaker", "act", "kind", "publisher", "agency", "review",
    "from", "to", "date", "sort", "view", "after", "before", "page",
)  # fmt: skip
FILES = ("csv", "jsonl", "json")

# Each address with the parameters that it reads; of several the first are asked most.
LISTS: dict[str, tuple[str, ...]] = {
    "/statements/": LIST,
    "/statements.atom": LIST,
    **{f"/statements.{ending}": LIST for ending in FILES},
    "/wording/": ("q",),
    "/speakers/": ("q", "country", "kind", "sort", "page"),
    "/articles/": ("publisher", "in", "after", "before"),
    "/coverage/": ("year", "page"),
}
PAGES: dict[str, tuple[str, ...]] = {
    "/": ("sort",),
    "/matrix/": ("sort",),
    "/countries/": ("sort",),
    "/countries/{country}/": ("as",),
    "/countries/{country}/about/{country}/": ("from", "after", "before"),
    "/speakers/{speaker}/": ("q",),
    "/publishers/{publisher}/": ("page", "after"),
    "/statements/{statement}/": ("q",),
    "/statements/{statement}/verify/": ("q",),
    "/statements/{statement}/annotation.jsonld": ("q",),
    "/statements/{statement}/cite.bib": ("q",),
    "/articles/{article}/": ("q",),
    "/articles/{article}/original": ("q",),
    "/articles/{article}/text": ("q",),
    "/articles/{article}/annotations.jsonld": ("q",),
    **{f"/articles.{ending}": ("publisher", "in") for ending in FILES},
    **{f"/speakers.{ending}": ("q", "country", "kind", "sort") for ending in FILES},
    **{f"/{name}.{ending}": ("q",) for name in ("countries", "publishers", "matrix") for ending in FILES},
    "/feeds/corrections.atom": ("q",),
    "/sitemap.xml": ("p",),
    "/sitemap-statements.xml": ("p",),
    "/robots.txt": ("q",),
    "/help/searching/": ("q",),
    "/help/data/": ("q",),
}

# Characters of a query: many times what a server in front of the site would take.
LONGEST = 100_000

HEADERS = {
    "HTTP_IF_NONE_MATCH": ('"x"', "*", 'W/"', '"' * 50, "\x01"),
    "HTTP_IF_MODIFIED_SINCE": ("Thu, 01 Jan 1970 00:00:00 GMT", "never", "Thu, 99 Jan 99999 00:00:00 GMT"),
    "HTTP_RANGE": ("bytes=0-1", "bytes=-", "bytes=9-1", f"bytes={2**64}-"),
    "HTTP_ACCEPT_LANGUAGE": ("tr,hy;q=0.5", "x" * 600, "*;q=nan", "\xff"),
    "HTTP_COOKIE": ("sessionid=x", "csrftoken=\xff; a=b;;=", "=" * 200),
}


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    address: str
    headers: tuple[tuple[str, str], ...] = ()


def make_request(known: Known, seed: int, number: int) -> Request:
    """The same for the same seed and archive, whenever it is asked for."""
    chance = random.Random(f"{seed}/addresses/{number}")
    paths = LISTS if chance.random() < 0.7 else PAGES
    weights = [4 if path == "/statements/" else 1 for path in paths]
    path = chance.choices(list(paths), weights)[0]
    headers = [(name, chance.choice(values)) for name, values in HEADERS.items() if chance.random() < 0.03]
    query = make_query(chance, known, paths[path])
    method = chance.choices(("get", "head", "post", "options"), (90, 7, 2, 1))[0]
    return Request(method, f"{make_path(chance, known, path)}?{query}", tuple(headers))


def make_path(chance: random.Random, known: Known, path: str) -> str:
    for name in ("country", "speaker", "publisher", "statement", "article"):
        while f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", make_name(chance, known, name), 1)
    return path


def make_name(chance: random.Random, known: Known, name: str) -> str:
    """Of a record that is there, mostly."""
    there = chance.choice(names_of(known, name))
    if chance.random() < 0.8:
        return there
    return escaped(
        chance, chance.choice((there.lower(), there[:-1], there + "x", value_of(chance, known, "q")))
    )[:500]


def names_of(known: Known, name: str) -> Sequence[str]:
    return {
        "country": known.countries,
        "about": known.countries,
        "speaker": known.speakers,
        "publisher": known.publishers,
        "agency": known.publishers,
        "statement": known.statements,
        "article": known.articles,
    }[name]


def make_query(chance: random.Random, known: Known, parameters: Sequence[str]) -> str:
    """Some of the parameters with values, repeated, misspelled, and joined as they should not be."""
    pairs = []
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 4, 6))):
        name = chance.choice(parameters)
        pairs += [pair(chance, known, name) for _ in range(chance.choice((1, 1, 1, 1, 2, 3)))]
    if chance.random() < 0.02:
        pairs += [pair(chance, known, chance.choice(parameters))] * chance.choice((31, 100, 1001))
    if chance.random() < 0.05:
        pairs.append(
            chance.choice(
                ("", "=", "&&", "q", "q==", "=x", "%", "q=%", "q=%zz", "q[]=a", "a" * 3000, "utm=1", ";q=a")
            )
        )
    return "&".join(pairs)[:LONGEST]


def pair(chance: random.Random, known: Known, name: str) -> str:
    shown = (
        name
        if chance.random() < 0.98
        else escaped(chance, chance.choice((name.upper(), f"{name}[]", f"{name}__gt", f"{name}\x00")))
    )
    return f"{shown}={escaped(chance, value_of(chance, known, name))}"


def value_of(chance: random.Random, known: Known, name: str) -> str | bytes:
    """A value that fits the parameter, as often as not."""
    if chance.random() < 0.5:
        if name in ("country", "about", "speaker", "publisher", "agency"):
            return chance.choice((*names_of(known, name), "none", "Türkiye", "Akar", "Hulusi Akar", "tass"))
        if name in ("from", "to", "in", "year"):
            return chance.choice(typed.DAYS)
        if name in ("after", "before"):
            return chance.choice((*typed.CURSORS, *known.articles, *known.statements))
        if name in ("page", "p"):
            return chance.choice(typed.NUMBERS)
        if name != "q":
            return chance.choice(typed.CHOICES)
    return chance.choice(typed.MAKERS)(chance, known.words)


def escaped(chance: random.Random, value: str | bytes) -> str:
    """Percent-encoded, a space as either; now and then with nothing encoded that a line of HTTP can hold."""
    data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    if chance.random() < 0.03:
        return quote(data, safe="".join(map(chr, range(33, 127))).replace("#", "").replace("?", ""))
    return quote(data).replace("%20", chance.choice(("+", "%20")))
