"""Sources that hide: whoever is called no more than a source, or asks for no name."""

from __future__ import annotations

from statements.resolution.text.reading import Reading

# Nouns that tell no office, so that nobody could find out who it was.
HIDING = frozenset(
    [
        "source",
        "sources",
        "official",
        "officials",
        "diplomat",
        "diplomats",
        "insider",
        "insiders",
        "media",
        "newspapers",
        "dailies",
        "outlets",
        "broadcasters",
    ]
)
ASKING = frozenset(("anonymity", "anonymously", "unnamed", "anonymous", "unidentified"))
NAMING = frozenset(("named", "identified", "quoted"))
# "A person close to the talks", "people familiar with the matter".
KNOWING = frozenset(("familiar", "close", "briefed", "knowledge", "aware", "acquainted"))
ANYBODY = frozenset(("person", "people", "somebody", "someone"))
FARTHEST = 60
LONGEST_PHRASE = 8


def hides(reading: Reading, head: str, at: int) -> bool:
    """Whether a role without a name is a source that hides.

    Does: "a Western diplomat", "a spokeswoman who asked not to be named", "people familiar with the talks"
    Does not: "a spokeswoman", "the representative of Ostia"
    """
    if head in HIDING:
        return True
    phrase = range(at, min(at + LONGEST_PHRASE, len(reading.words)))
    if head in ANYBODY and any(reading.word(k) in KNOWING for k in phrase):
        return True
    sentence = reading.sentence(at)
    last = min(sentence.last, at + FARTHEST)
    return any(reading.word(k) in ASKING or _is_unnamed(reading, k) for k in range(at, last))


def _is_unnamed(reading: Reading, at: int) -> bool:
    """ "Not to be named", "not be identified"."""
    before = [reading.word(at - k) for k in (1, 2, 3)]
    return reading.word(at) in NAMING and before[0] == "be" and "not" in before
