"""Words that look like nouns in the plural."""

from __future__ import annotations

from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS

IRREGULAR_PLURALS = frozenset(("men", "women", "people", "children", "police", "forces", "troops"))


def is_plural(reading: Reading, at: int) -> bool:
    """Whether a word looks like a noun in the plural: "guns", "men"; not "its", "was", "Paris"."""
    word = reading.word(at)
    if word in IRREGULAR_PLURALS:
        return True
    is_first = at == reading.sentence(at).first
    is_plain = len(word) > 3 and (is_first or not reading.is_capital(at)) and word not in FUNCTION_WORDS
    return is_plain and word.endswith("s") and not word.endswith(("ss", "us", "is"))
