"""Find printed names in folded words: longest first, with the case that abbreviations need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from statements.folding import fold, tokens
from statements.resolution.text.reading import JOINTS, Reading
from statements.resolution.text.vocabulary import NAME_PARTICLES

Target = TypeVar("Target")


# Initials that are read as a word are printed like one: "Asean"; but not those that are a word or a name.
FEWEST_LETTERS_OF_A_WORD = 4
WORDS_TOO = frozenset(("PACE", "OCHA", "CICA", "SICA"))


@dataclass(frozen=True, slots=True)
class PrintedName(Generic[Target]):
    """One name as it is printed, and what it names."""

    text: str
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    gaps: tuple[str, ...]
    target: Target

    @property
    def is_abbreviation(self) -> bool:
        return is_abbreviation(self.text)


def is_abbreviation(text: str) -> bool:
    """Capitals only: "US", "U.S.", "G-20". Such a name counts only as printed.

    "US" names a country; "us" does not.
    """
    return text.upper() == text and len(text) <= 8 and any(letter.isupper() for letter in text)


def printed_name(text: str, target: Target) -> PrintedName[Target]:
    parts = list(tokens(text))
    gaps = tuple(text[one.end : other.start].strip() for one, other in pairwise(parts))
    capitals = tuple(text[part.start].isupper() for part in parts)
    return PrintedName(text, tuple(part.word for part in parts), capitals, gaps, target)


class NameTable(Generic[Target]):
    """Names by their folded words."""

    def __init__(self, names: Iterable[tuple[str, Target]]) -> None:
        self._by_words: dict[tuple[str, ...], list[PrintedName[Target]]] = {}
        self._longest: dict[str, int] = {}
        for text, target in names:
            self.add(text, target)

    def add(self, text: str, target: Target) -> None:
        name = printed_name(text, target)
        if not name.words:
            return
        self._by_words.setdefault(name.words, []).append(name)
        first = name.words[0]
        self._longest[first] = max(self._longest.get(first, 0), len(name.words))

    def first_words(self) -> Iterable[str]:
        """The folded words with which the names begin."""
        return self._longest

    def get(self, words: tuple[str, ...]) -> list[Target]:
        """What these folded words name, whatever the case."""
        return [name.target for name in self._by_words.get(words, ())]

    def match(self, reading: Reading, at: int) -> tuple[int, list[Target]]:
        """The longest name that begins at word ``at``: the word after it, and what it may name.

        Matches: "Nagorny Karabakh" whole, "US" in "the US envoy"
        Leaves alone: "us" in "told us", "turkey" in "roast turkey"
        """
        for length in range(self._longest.get(reading.word(at), 0), 0, -1):
            found = [name.target for name in self._alike(reading, at, length)]
            if found:
                return at + length, found
        return at, []

    def _alike(self, reading: Reading, at: int, length: int) -> Iterator[PrintedName[Target]]:
        if at + length > len(reading.words):
            return
        key = tuple(word.word for word in reading.words[at : at + length])
        for name in self._by_words.get(key, ()):
            if _is_printed_so(name, reading, at):
                yield name


def _is_printed_so(name: PrintedName[Target], reading: Reading, at: int) -> bool:
    last = at + len(name.words)
    if name.is_abbreviation:
        printed = reading.printed(at, last).rstrip(".")
        return printed == name.text.rstrip(".") or is_read_as_a_word(printed, name.text)
    for number, capital in enumerate(name.capitals):
        if capital and not reading.is_capital(at + number):
            return False
        if number and not _is_same_gap(reading.gap(at + number), name.gaps[number - 1]):
            return False
    return True


def is_read_as_a_word(printed: str, abbreviation: str) -> bool:
    """Whether initials are printed as papers print those that are read as a word.

    >>> is_read_as_a_word("Asean", "ASEAN"), is_read_as_a_word("Unesco", "UNESCO")
    (True, True)
    >>> is_read_as_a_word("Who", "WHO"), is_read_as_a_word("Pace", "PACE")
    (False, False)
    """
    is_word = len(abbreviation) >= FEWEST_LETTERS_OF_A_WORD and abbreviation not in WORDS_TOO
    return is_word and abbreviation.isalpha() and printed == abbreviation.capitalize()


def _is_same_gap(gap: str, expected: str) -> bool:
    return gap.strip() in JOINTS or gap.strip() == expected


# --- transliteration -------------------------------------------------------------------

_SPELLINGS = (
    (re.compile(r"ander$"), "andr"),
    (re.compile(r"med$"), "mad"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"iov$"), "iev"),
    (re.compile(r"(?<=[aeiou])h(?=[aeiou])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """One spelling for the ways a folded name is written in Latin letters.

    >>> sound("pashinyan") == sound("pashinian"), sound("sahakyan") == sound("saakian")
    (True, True)
    >>> sound("aliyev") == sound("bayramov")
    False
    """
    spelled = ""
    while spelled != word:
        spelled = word
        for pattern, plain in _SPELLINGS:
            word = pattern.sub(plain, word)
    return word


def has_other_middle(words: Sequence[str], name: str) -> bool:
    """Whether a folded name and another have nothing in common but the first and the last word.

    >>> has_other_middle(("ali", "karim", "nasser", "lund"), "Ali Omar Lund")
    True
    >>> has_other_middle(("ali", "karim", "nasser", "lund"), "Ali Nasser Lund")
    False
    >>> has_other_middle(("ali", "karim", "lund"), "Ali Lund")
    False
    >>> has_other_middle(("ali", "k", "lund"), "Ali Omar Lund")
    False
    >>> has_other_middle(("ali", "bin", "karim", "lund"), "Ali bin Omar Lund")
    True
    """
    inner = {sound(word) for word in words[1:-1] if _tells(word)}
    known = {sound(word) for word in fold(name).split()[1:-1] if _tells(word)}
    return bool(inner and known) and not inner & known


def _tells(word: str) -> bool:
    """Whether a word of a name is neither an initial nor a particle: not "k", "bin"."""
    return len(word) > 2 and word not in NAME_PARTICLES
