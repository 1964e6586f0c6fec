"""He and she: the words, and whether one of them tells of somebody to whom something is done."""

from __future__ import annotations

from statements.resolution.persons.genders import PRONOUNS
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import DATE_WORDS, FUNCTION_WORDS

HE = {word: gender for word, gender in PRONOUNS.items() if not word.endswith("self")}


def is_object(reading: Reading, at: int, gender: str) -> bool:
    """Whether a word is "him", or the "her" of "met her in Osta"; not of "met her counterpart"."""
    word, after = reading.word(at), reading.word(at + 1)
    is_alone = not reading.is_joined(at + 1) or after in FUNCTION_WORDS | DATE_WORDS
    return HE.get(word) == gender and (word == "him" or (word == "her" and is_alone))
