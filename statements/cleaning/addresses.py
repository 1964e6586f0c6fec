"""Web addresses in a text: whose they are, which host, and the date in their path."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from statements.folding import fold
from statements.records import StatedDate

ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

# The labels that stand before an article's own address, folded.
OWN_LABELS = frozenset(
    [
        "original url", "original link", "original address", "original article", "original source",
        "original", "url", "link", "permalink", "source", "source url", "source link", "article url",
        "address", "available at", "retrieved from", "accessed at", "from", "web address", "page url",
    ]
)  # fmt: skip

LONGEST_LABEL = 40
FEWEST_SLUG_WORDS = 4

# "/2020/10/01/" and "2020-10-01"; the figures must stand alone.
DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:/(\d\d?)/(\d\d?)(?![^/])|-(\d\d)-(\d\d)(?!\d))", re.ASCII)
# "/20201001-ostia-offers", "/20201001/ostia".
CLOSED_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[-/])", re.ASCII)
NAMED_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d\d?)(?:/|$)", re.ASCII)
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


def labelled_address(line: str) -> tuple[str, str]:
    """The label and the address that a line consists of; both empty when it holds more.

    "https://example.org/a" and "Source: https://example.org/a" are such lines;
    "See https://example.org/a for more." is not.
    """
    found = ADDRESS.search(line)
    if not found or line[found.end() :].strip(" .)]>"):
        return "", ""
    label = line[: found.start()].strip(" (<[")
    address = found[0].rstrip(".,;)]>")
    if not host_of(address) or (label and not _is_label(label)):
        return "", ""
    return label, address


def is_own_label(line: str) -> bool:
    """ "Original url:" is; "Related article:" is not."""
    return len(line) <= LONGEST_LABEL and fold(line) in OWN_LABELS


def own_address(lines: Sequence[str]) -> str:
    """The first address that a label calls the article's own, beside it or in the line beneath."""
    above = ""
    for line in lines:
        label, address = labelled_address(line)
        if "://" in address and is_own_label(label or above):
            return address
        above = line
    return ""


def address_of_title(lines: Sequence[str], title: str) -> str:
    """The one address without a label whose last part is made of the title's first words.

    "https://example.org/2020/10/01/ostia-offers-to-host" under "Ostia offers to host talks" is,
    "https://example.org/ostia-signs-a-new-treaty" is another story's.
    """
    words = fold(title).split()
    found = set()
    for line in lines:
        label, address = labelled_address(line)
        if "://" in address and not label and _repeats(address, words):
            found.add(address)
    return found.pop() if len(found) == 1 else ""


def _repeats(address: str, words: Sequence[str]) -> bool:
    try:
        path = urlsplit(address).path.rstrip("/")
    except ValueError:
        return False
    slug = fold(path.rpartition("/")[2]).split()
    return len(slug) >= FEWEST_SLUG_WORDS and slug == list(words[: len(slug)])


def _is_label(text: str) -> bool:
    return len(text) <= LONGEST_LABEL and (text.endswith((":", "–", "-")) or is_own_label(text))


def host_of(address: str) -> str:
    """The host without "www.", empty when the address is broken.

    >>> host_of("https://www.themoscowtimes.com/2020/10/01/a")
    'themoscowtimes.com'
    """
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def publisher_of(address: str, by_domain: Mapping[str, str]) -> str:
    """The publisher whose domain, or a domain above it, the address is at."""
    labels = host_of(address).split(".")
    for at in range(len(labels) - 1):
        name = by_domain.get(".".join(labels[at:]))
        if name:
            return name
    return ""


def date_in(address: str) -> StatedDate | None:
    """The day in the path of an address, when there is exactly one.

    "/2020/10/01/russia-ready", "/news/2020-10-01-ready" and "/20201001-ready" have one;
    "/2020/10/", "/a71625" and "/20201399-ready" have none.
    """
    try:
        path = urlsplit(address).path.lower()
    except ValueError:
        return None
    days = [_day(m[1], m[2] or m[4], m[3] or m[5]) for m in DAY_IN_PATH.finditer(path)]
    days += [_day(*m.groups()) for m in CLOSED_DAY_IN_PATH.finditer(path)]
    days += [_day(m[1], str(MONTHS.get(m[2], 0)), m[3]) for m in NAMED_DAY_IN_PATH.finditer(path)]
    valid = {day for day in days if day is not None}
    return StatedDate(valid.pop(), "day", "address") if len(valid) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
