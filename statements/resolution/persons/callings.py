"""What a person may be called by, once named: the surname, the given name, the letters of the office."""

from __future__ import annotations

from statements.folding import fold
from statements.resolution.index.given_names import FAMILY_NAME_FIRST, gender_of_name
from statements.resolution.index.names import sound
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading

# They lend no letter to "SRSG" and "DAS".
SMALL_WORDS = frozenset(("of", "for", "the", "and", "to", "at"))


def without_capitals(name: str) -> str:
    """A name as others print it: "Eleni Berg-Lund" of "ELENI BERG-LUND"; "Ivo Lund II" stays."""
    return name.title() if name.isupper() else name


def may_be_called(mention: Mention, calling: tuple[str, ...]) -> bool:
    """Whether words before a surname are the person's given name or the first letters of the office."""
    given = tuple(fold(mention.speaker.name).split()[: len(calling)]) if mention.speaker else ()
    letters = "".join(word[0] for word in fold(mention.role).split() if word not in SMALL_WORDS)
    is_office = len(calling) == 1 and len(calling[0]) > 1 and letters.startswith(calling[0])
    return given == calling or is_office


def gender_of(mention: Mention) -> str:
    """What a person's title says, else the given name."""
    if mention.gender or mention.speaker is None:
        return mention.gender
    return gender_of_name(mention.speaker.name, mention.country)


def surnames_of(reading: Reading, mention: Mention) -> set[tuple[str, ...]]:
    """The words, by sound, that may later stand for a person: "pashinian", "von der leyen", "xi"."""
    words = tuple(sound(reading.word(at)) for at in range(mention.head_first, mention.head_last))
    found = {words[-1:]} | {words[at:] for at in range(1, len(words) - 1)}
    if mention.speaker and not mention.speaker.provisional:
        recorded_words = tuple(sound(word) for word in mention.speaker.key.split("-"))
        found.add(recorded_words[-1:])
    if mention.country in FAMILY_NAME_FIRST and len(words) > 1:
        found.add(words[:1])
    return found
