"""Two ways to find interface text that no translator would ever see.

``unmarked`` reads a template's source: what of its visible text stands outside
``translate`` and ``blocktranslate``. ``in_brackets`` makes a language of which
every text is the English one in brackets: what a page then shows outside
brackets must be data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from html.parser import HTMLParser

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from django.template.base import Lexer, TokenType
from django.utils import translation
from django.utils.translation import trans_real

# The same in every language.
LEFT = {
    "Chancery": "the archive's name",
    "SHA-256": "a way to take fingerprints",
    "Chicago": "a style of citations",
    "APA": "a style of citations",
    "BibTeX": "a kind of file",
    "RIS": "a kind of file",
    "CSL-JSON": "a kind of file",
    "CSV": "a kind of file",
    "JSON": "a kind of file",
    "JSON Lines": "a kind of file",
}
# Keys to press, and what is typed into a terminal.
NO_LANGUAGE = {"kbd", "code", "pre", "script", "style"}
SPOKEN = {"title", "alt", "aria-label", "aria-description", "placeholder", "data-label", "label"}

LETTER = re.compile(r"[^\W\d_]")
HOLE = "\ufffc"  # what a template puts in
IN_TAG = re.compile(r"""("[^"]*"|'[^']*')""")
MARKED = re.compile(r"""_\(("[^"]*"|'[^']*')\)|\bcontext "[^"]*\"""")
# Names of templates, routes, fields and classes; whatever reads like a word to be shown is none.
TECHNICAL = re.compile(r"[a-z0-9_\-#./?=&:]*")
WITHOUT_WORDS = {"url", "static", "extends", "load", "if", "elif", "translate", "block", "for", "comment"}
SHOWS_ITS_LITERAL = re.compile(
    r"""\|(?:default|default_if_none|yesno|pluralize|join|date|time)\s*:\s*("[^"]*"|'[^']*')"""
)
SHOWN_BY_NAME = re.compile(r"""\b(?:label|title|what|heading|legend)=("[^"]*"|'[^']*')""")
FOR_MACHINES = {"c", "U", "Y-m-d"}  # forms of a date that nobody reads


# --- the source of a template ------------------------------------------------------------


def unmarked(source: str) -> list[str]:
    """What of a template is shown to people and cannot be translated.

    >>> unmarked('<p title="Old">{% translate "Read" %} it{{ n|pluralize }}</p>')
    ['title="Old"', 'it', '|pluralize']
    """
    html, found = "", []
    inside = False
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.TEXT:
            html += "" if inside else token.contents
        elif token.token_type == TokenType.VAR:
            html += "" if inside else HOLE.join(["", *words_in_tag("", token.contents), ""])
        elif token.token_type == TokenType.BLOCK:
            name, _, rest = token.contents.partition(" ")
            if name.startswith("blocktrans"):
                inside = True
                html += HOLE
                found += words_in_tag(name, rest)
            elif name.startswith("endblocktrans"):
                inside = False
            elif name == "firstof":
                html += HOLE.join(["", *words_in_tag(name, rest), ""])
            else:
                html += HOLE if name in ("translate", "include") else ""
                found += words_in_tag(name, rest)
    reader = Reader()
    reader.feed(html)
    reader.close()
    return found + reader.found


def words_in_tag(name: str, contents: str) -> Iterator[str]:
    """Literals of a tag or a filter that people would read, and plurals made of letters."""
    contents = MARKED.sub("", contents)
    if "|pluralize" in contents:
        yield "|pluralize"
    shown = SHOWS_ITS_LITERAL.findall(contents) + SHOWN_BY_NAME.findall(contents)
    if name == "firstof":
        shown += IN_TAG.findall(contents)
    if name not in WITHOUT_WORDS:
        shown += [one for one in IN_TAG.findall(contents) if not TECHNICAL.fullmatch(one[1:-1])]
    texts = dict.fromkeys(one[1:-1] for one in shown)
    yield from (text for text in texts if LETTER.search(text) and text not in FOR_MACHINES)


class Reader(HTMLParser):
    """Visible text of a template whose tags are taken out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            f'{name}="{value}"'
            for name, value in attrs
            if value and is_spoken(tag, name, dict(attrs)) and LETTER.search(value) and value not in LEFT
        ]
        if tag in NO_LANGUAGE:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            words = [" ".join(text.split()).strip(" –") for text in data.split(HOLE)]
            self.found += [text for text in words if LETTER.search(text) and text not in LEFT]


def is_spoken(tag: str, name: str, attributes: dict[str, str | None]) -> bool:
    """Whether people see or hear an attribute's value, or a script shows it to them."""
    value = attributes[name] or ""
    if name == "value":
        is_button = tag == "input" and attributes.get("type") in ("submit", "button", "reset")
        return is_button or (tag in ("option", "button") and not TECHNICAL.fullmatch(value.replace(HOLE, "")))
    if name == "content":
        return attributes.get("name") == "description"
    is_json = value.startswith("{")
    return name in SPOKEN or (name.startswith("data-") and " " in value.replace(HOLE, "") and not is_json)


# --- a page in a language of brackets ------------------------------------------------------------

OPENS, CLOSES = "⟦", "⟧"


class Brackets(NullTranslations):
    """English, each text in brackets. No catalogue is read, so nothing can be in it by chance."""

    def gettext(self, message: str) -> str:
        return f"{OPENS}{message.rpartition(trans_real.CONTEXT_SEPARATOR)[2]}{CLOSES}"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.gettext(singular if number == 1 else plural)

    def language(self) -> str:
        return "en"

    to_language = language


@contextmanager
def in_brackets() -> Iterator[None]:
    translation.activate("en")
    trans_real._active.value = Brackets()
    try:
        yield
    finally:
        translation.deactivate()


def outside(root: Tag) -> list[tuple[str, Tag]]:
    """The texts of a page that stand outside brackets, each with the element it stands in.

    A bracket may open in one element and close in another: a sentence holds its markup.
    """
    found: list[tuple[str, Tag]] = []
    depth = 0
    for node in root.descendants:
        if isinstance(node, Tag):
            found += [(value, node) for value in spoken_values(node)]
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            if node.parent is None or node.find_parent(NO_LANGUAGE):
                continue
            texts, depth = split_off(str(node), depth)
            found += [(text, node.parent) for text in texts]
    assert depth == 0, "a bracket is not closed"
    found = [(text.removesuffix("– Chancery").removeprefix("SHA-256 ").strip(), one) for text, one in found]
    return [(text, one) for text, one in found if LETTER.search(text) and text not in LEFT]


def spoken_values(tag: Tag) -> Iterator[str]:
    attributes = {name: value for name, value in tag.attrs.items() if isinstance(value, str)}
    for name, value in attributes.items():
        if is_spoken(tag.name, name, attributes):
            yield from split_off(value, 0)[0]


def split_off(text: str, depth: int) -> tuple[list[str], int]:
    """The stretches of a text that stand in no bracket, and how many brackets are open after it.

    >>> split_off("a ⟦b ⟦c⟧⟧ d", 0)
    (['a', 'd'], 0)
    """
    stretches = [""]
    for letter in text:
        if letter == OPENS:
            depth += 1
            stretches.append("")
        elif letter == CLOSES:
            depth -= 1
        elif depth == 0:
            stretches[-1] += letter
    return [words for one in stretches if (words := " ".join(one.split()))], depth


def page_of(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")
