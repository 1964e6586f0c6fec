"""Links that lead to words: URL fragment text directives (``#:~:text=prefix-,start,end,-suffix``).

Pure text. A browser looks for ``start`` within one paragraph, folds runs of
spaces, and asks that a match without context begins and ends where a word does.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from statements.records import PARAGRAPH_BREAK, Span

# Words longer than this (characters) are told by how they begin and end: so many words.
LONGEST = 200
OPENING = 6
AROUND = 5  # words of context where the words alone are not enough


def with_words(address: str, text: str, spans: Iterable[Span]) -> str:
    """The address, leading to ``text[start:end]`` of every span."""
    directives = "&".join(f"text={directive(text, span)}" for span in spans)
    bare = address if "#" in address else f"{address}#"
    return f"{bare}:~:{directives}" if directives else address


def directive(text: str, span: Span) -> str:
    """What follows ``text=``.

    >>> directive("He said: well, yes - no.", (9, 23))
    'well%2C%20yes%20%2D%20no'
    """
    start, end = span
    first, last = ends_of(text[start:end])
    told = [encoded(first), encoded(last)] if last else [encoded(first)]
    if needs_prefix(text, start, first) and (before := words_before(text, start)):
        told.insert(0, f"{encoded(before)}-")
    if needs_suffix(text, end) and (after := words_after(text, end)):
        told.append(f"-{encoded(after)}")
    return ",".join(told)


def ends_of(words: str) -> tuple[str, str]:
    """The whole words, or how they begin and how they end."""
    first, *between = words.split(PARAGRAPH_BREAK)
    if between:
        return " ".join(first.split()[:OPENING]), " ".join(between[-1].split()[-OPENING:])
    each = first.split()
    if len(words) <= LONGEST or len(each) < 2 * OPENING:
        return spaced(words), ""
    return " ".join(each[:OPENING]), " ".join(each[-OPENING:])


def needs_prefix(text: str, start: int, first: str) -> bool:
    """The same words stand before this place too, or they begin within a word."""
    within_a_word = text[start - 1 : start].isalnum() and text[start : start + 1].isalnum()
    return within_a_word or first.casefold() in spaced(text[: start + len(first) - 1]).casefold()


def needs_suffix(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() and text[end - 1 : end].isalnum()


def words_before(text: str, start: int) -> str:
    """The last words of the paragraph before a place."""
    return " ".join(text[:start].rpartition(PARAGRAPH_BREAK)[2].split()[-AROUND:])


def words_after(text: str, end: int) -> str:
    return " ".join(text[end:].partition(PARAGRAPH_BREAK)[0].split()[:AROUND])


def spaced(text: str) -> str:
    return " ".join(text.split())


def encoded(text: str) -> str:
    """With the letters that part a directive percent-encoded too.

    >>> encoded("a-b & c, d")
    'a%2Db%20%26%20c%2C%20d'
    """
    return quote(text, safe="").replace("-", "%2D")
