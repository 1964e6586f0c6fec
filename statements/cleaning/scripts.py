"""Lines in another script than the document's: a language switch, a menu of another edition."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from statements.cleaning.page import Found, Page
from statements.cleaning.reasons import OTHER_SCRIPT

# A document is in a script when so much of it is; below that it is in two, and nothing is odd.
MAIN_SHARE = 0.6

# Enough of a paragraph to tell its script.
LOOKED_AT = 400

EAST_ASIAN = frozenset(
    ["CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "KATAKANA-HIRAGANA"]
)
NO_SCRIPT = frozenset(
    ["FEMININE", "MASCULINE", "MICRO", "MODIFIER", "MATHEMATICAL", "SCRIPT", "DOUBLE-STRUCK"]
)


def mark_other_scripts(page: Page) -> Found:
    """Paragraphs whose letters are mostly of another script than the document's.

    Marks "Մատչելիության հղումներ" in an English article; leaves "The word
    «перемирие» means truce." alone, and both halves of a bilingual page.
    """
    counts = [_scripts(paragraph.text) for paragraph in page.paragraphs]
    whole: Counter[str] = Counter()
    for at in page.unmarked():
        whole.update(counts[at])
    if not whole:
        return
    main, letters = whole.most_common(1)[0]
    if letters < MAIN_SHARE * whole.total():
        return
    for at, count in enumerate(counts):
        if count and 2 * count[main] < count.total():
            yield at, OTHER_SCRIPT


def _scripts(text: str) -> Counter[str]:
    counts = Counter(map(_script, text[:LOOKED_AT]))
    del counts[""]
    return counts


@lru_cache(maxsize=65536)
def _script(letter: str) -> str:
    """ "LATIN", "CYRILLIC", "ARMENIAN" …; empty for what is no letter."""
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "").partition(" ")[0].removeprefix("FULLWIDTH")
    if name in EAST_ASIAN:
        return "EAST ASIAN"
    return "" if name in NO_SCRIPT else name or ("LATIN" if letter.isascii() else "")
