"""Normalising steps, in the order in which they run: text in, text out.

None of them takes a word away: characters that print nothing go, and every
run of blanks becomes one space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Step = Callable[[str], str]

LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")

# A soft hyphen at a line's end is where a word was broken to fit.
BROKEN_WORD = re.compile("\u00ad[ \t]*\n[ \t]*")

BLANK_RUN = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

# Characters that print nothing: controls, lone surrogates, byte order marks, soft hyphens,
# zero-width spaces and word joiners, bidirectional controls, invisible operators, annotation marks.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)

# Zero-width joiners shape letters in Persian and the scripts of India, and build emoji;
# everywhere else they are litter. Their neighbours are closed under NFC.
JOINED = "\u0590-\u0fff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
IDLE_JOINER = re.compile(f"(?<![{JOINED}])[\u200c\u200d]+|[\u200c\u200d]+(?![{JOINED}\u200c\u200d])")

# No letter of any language carries so many accents. Composing sorts them, and the
# time that takes grows with the square of the run (Unicode Standard Annex 15, section 13).
ACCENTS = "".join(re.escape(chr(code)) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
ACCENT_PILE = re.compile(f"([{ACCENTS}]{{31,}})")


def unify_line_ends(text: str) -> str:
    """All line ends become a line feed."""
    return LINE_END.sub("\n", text)


def rejoin_broken_words(text: str) -> str:
    """ "Kara\\u00ad\\nbakh" becomes "Karabakh"; a plain hyphen at a line's end stays."""
    return BROKEN_WORD.sub("", text)


def drop_invisible(text: str) -> str:
    """Characters that print nothing go."""
    return INVISIBLE.sub("", text)


def drop_idle_joiners(text: str) -> str:
    """Zero-width joiners go where they join nothing."""
    return IDLE_JOINER.sub("", text)


def compose(text: str) -> str:
    """Unicode NFC: a letter and its accent are one character. Piles of accents stay as they are."""
    if text.isascii():
        return text
    # With its one group the pattern splits into text, pile, text, pile … text.
    pieces = ACCENT_PILE.split(text)
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


# Line ends come before invisible characters, some of which are line ends;
# composing comes after them, since one may part a letter from its accent.
TEXT_STEPS: tuple[Step, ...] = (
    unify_line_ends,
    rejoin_broken_words,
    drop_invisible,
    drop_idle_joiners,
    compose,
)


def normalise(text: str) -> str:
    """All text steps; line breaks and the blanks that begin a line stay."""
    for step in TEXT_STEPS:
        text = step(text)
    return text


def tidy_spaces(line: str) -> str:
    """Tabs, no-break spaces and runs of spaces become one space, none at the ends."""
    return BLANK_RUN.sub(" ", line).strip(" ")


def tidy_line(text: str) -> str:
    """A text that is to stand on one line, such as a title."""
    return tidy_spaces(normalise(text).replace("\n", " "))
