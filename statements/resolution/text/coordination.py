"""Mentions joined into one phrase: "Ostia and Norland", "Lavrov, Cavusoglu and Maas"."""

from __future__ import annotations

from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading

# Words that may stand before the subject of a sentence.
OPENERS = frozenset(("and", "but", "yet", "so", "then", "later", "also", "however", "meanwhile", "while"))


def coordinated(reading: Reading, mentions: Mentions, first: int, last: int) -> list[Mention]:
    """The mentions that begin at a word, joined by "and" or commas, and end before ``last``.

    Finds: both in "Ostia and Norland share a river", the first in "But Ostia wrote to Norland",
    the person in "Ostian President Ivo Lund left"
    Finds nothing: "The talks of Ostia and Norland ended", "Ostia and its allies met", "In Ostia"
    """
    found: list[Mention] = []
    at = first + (reading.word(first) in OPENERS)
    named = mentions.between(at, last)
    titled = {k for one in named if one.kind == PERSON for k in range(one.first, one.head_first)}
    for mention in named:
        if mention.last <= at or mention.head_first in titled:
            continue
        if mention.first > at or mention.is_genitive:
            break
        found.append(mention)
        at = mention.last
        if reading.word(at) == "and":
            at += 1
        elif reading.gap(at).strip() != ",":
            return found
    return [] if reading.word(at - 1) == "and" else found[:1]
