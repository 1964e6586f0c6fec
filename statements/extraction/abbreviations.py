"""Full stops that end no sentence, as they belong to the word before."""

from __future__ import annotations

from collections.abc import Sequence

from statements.extraction.tokens import Token
from statements.extraction.word_classes import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, words

_ABBREVIATIONS = words(
    "mr mrs ms dr prof gen lt col maj sgt capt adm cmdr brig rep reps sen sens gov pres hon rev fr sr jr"
    " st mt vs etc inc ltd co corp dept jan feb mar apr jun jul aug sept sep oct nov dec no nos vol art"
    " approx amb min fm pm dem est min al fig ca e.g i.e a.m p.m"
)
_STARTERS = DETERMINERS | SUBJECT_PRONOUNS | PREPOSITIONS | {"but", "and", "however", "meanwhile", "there"}


def is_abbreviation(tokens: Sequence[Token], index: int) -> bool:
    """Is the dot at ``index``, which is not last, part of the word before it?

    Catches: Gen. Smith, the U.S. envoy, J. Keller    Leaves alone: He flew to the U.S. The talks failed.
    """
    if tokens[index].text != "." or not index or tokens[index - 1].end != tokens[index].start:
        return False
    word = tokens[index - 1]
    if word.lower in _ABBREVIATIONS:
        return word.is_capitalised or tokens[index + 1].text[0].isdigit()
    is_initials = word.is_capitalised and all(len(part) == 1 for part in word.text.split("."))
    return is_initials and word.text != "I" and tokens[index + 1].lower not in _STARTERS
