"""Sources that describe instead of naming: "a Turkish diplomatic source", "the minister", "the statement"."""

from __future__ import annotations

from dataclasses import dataclass

from statements.resolution.persons.title_spans import HEADS
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    DEMONSTRATIVES,
    DOCUMENTS,
    FUNCTION_WORDS,
    HONORIFICS,
    INDEFINITE,
    OFFICE_HEADS,
    POSSESSIVES,
    TITLE_WORDS,
    UNNAMED_HEADS,
    any_of,
)

PERSON_HEADS = (OFFICE_HEADS | UNNAMED_HEADS) - HONORIFICS
PLURALS = frozenset(head for head in UNNAMED_HEADS if head.endswith(("s", "people", "men", "media")))
OTHERS = frozenset(("other", "such", "certain"))
# Words that tell no document from another.
PLAIN_KINDS = frozenset(["same", "official", "joint", "written", "press", "brief", "short", "news"])
LONGEST_DESCRIPTION = 16
SERVICES = frozenset(("office", "service", "secretariat", "bureau", "cabinet", "administration", "staff"))
# They say nothing without the words that follow: "a diplomat familiar with the talks".
WITH_A_COMPLEMENT = frozenset(
    ("familiar", "close", "briefed", "involved", "present", "based", "aware", "knowledgeable", "acquainted")
)
# What people know, and nobody is called by otherwise: "people familiar with the talks".
KNOWN_BY = frozenset(("with", "on", "of", "in", "about", "to"))
WITH_KNOWLEDGE = frozenset(("with", "direct", "first", "hand", "firsthand"))
SAID = any_of("said say says told tell tells wrote write writes spoke speak speaks")
LONGEST_KNOWLEDGE = 7
# Those of them who hold an office of their own, of which "the two" may have been named.
OFFICES = frozenset(("ministers", "presidents", "leaders", "ambassadors", "envoys"))
BODIES = frozenset(("ministries", "embassies", "parliaments", "armies", "agencies"))
# Nouns for the sides of a conflict or a talk.
SIDES = any_of("sides parties countries nations neighbours neighbors governments capitals states")


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase: its words without the determiner, its head, and whether it is definite."""

    first: int
    last: int
    head: str
    is_definite: bool


def describe(reading: Reading, first: int, last: int) -> Description | None:
    """A person described by a role, whose head is the first role noun of the phrase.

    Describes: "A Russian Foreign Ministry spokeswoman", "the minister", "U.S. officials"
    Leaves alone: "Russia", "the statement", "he", "the press service of the prime minister"
    """
    start = first
    determiner = ""
    while start < last and reading.word(start) in ARTICLES | POSSESSIVES | DEMONSTRATIVES:
        determiner = determiner or reading.word(start)
        start += 1
    named_from = start
    while start < last - 1 and reading.word(start) in INDEFINITE | OTHERS:
        start += 1
    end = end_of_phrase(reading, start, last)
    head = next((at for at in range(start, end) if _is_head(reading, at, end)), -1)
    if head < 0 or any(is_service(reading, at) for at in range(start, head)):
        return None
    if names_someone(reading, head + 1, end):
        return None
    word = reading.word(head)
    is_bare = not determiner and head == named_from and word not in PLURALS
    if is_bare:
        return None
    is_definite = determiner in ("the", "this", "that", "his", "her", "its", "their") or (
        not determiner and any(reading.is_possessive(at) for at in range(start, head))
    )
    is_open = determiner in INDEFINITE or start > named_from or word in PLURALS
    return Description(start, end, word, is_definite and not is_open)


def subject_by_title(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The words of an office without a name with which a sentence, or what follows its opening, begins.

    Finds: "The Foreign Minister reported", "With regard to grain, the Foreign Minister reported"
    Finds nothing: "The Foreign Minister Lund", "The minister’s plan", "Grain for the Foreign Minister"
    """
    starts = (at for at in range(first, last) if at == first or "," in reading.gap(at))
    start = next((at for at in starts if reading.word(at) == "the"), last)
    end = start + 1
    while end < last and reading.word(end) in TITLE_WORDS | {"of", "for"} and reading.is_joined(end):
        end += 1
    while end > start + 1 and reading.word(end - 1) not in OFFICE_HEADS:
        end -= 1
    is_whole = start + 1 < end < last and reading.is_joined(end) and not reading.is_possessive(end)
    return (start + 1, end) if is_whole and not reading.is_capital(end) else None


def end_of_sides(reading: Reading, last: int) -> int:
    """After "on both sides" behind a role: "officials on both sides", "diplomats from the two countries"."""
    is_of = reading.word(last) in ("on", "from", "of", "in") and reading.is_joined(last)
    at = last + 1 + (reading.word(last + 1) == "the")
    is_both = is_of and reading.word(at) in ("both", "either", "all", "two") and reading.is_joined(at)
    return (
        at + 2 if is_both and reading.word(at + 1) in SIDES | {"side"} and reading.is_joined(at + 1) else last
    )


def end_of_those_close(reading: Reading, last: int) -> int:
    """After "to the party" behind "a source close"; the same word where nothing follows.

    Of somebody's title, all of it: "source close to the presidential administration"
    """
    if reading.word(last - 1) != "close" or reading.word(last) != "to" or not reading.is_joined(last):
        return last
    end = last + 1 + (reading.word(last + 1) in ARTICLES)
    while reading.word(end) in TITLE_WORDS and reading.is_joined(end + 1) and _goes_on(reading, end + 1):
        end += 1
    return end + 1 if reading.same_sentence(last, end) and reading.word(end) not in FUNCTION_WORDS else last


def end_of_knowledge(reading: Reading, last: int) -> int:
    """After "familiar with the talks" behind "people", who are called nothing else; the same word elsewhere.

    Finds the end of "people familiar with the talks", "a person briefed on the minister’s plans", "a person
    with direct knowledge of the matter"
    """
    at = last - (reading.word(last - 1) in WITH_A_COMPLEMENT)
    while reading.word(at) in WITH_KNOWLEDGE and reading.is_joined(at):
        at += 1
    at += reading.word(at) in WITH_A_COMPLEMENT | {"knowledge"}
    if reading.word(at - 1) not in WITH_A_COMPLEMENT | {"knowledge"} or reading.word(at) not in KNOWN_BY:
        return last
    last, end = max(last, at), at + 1
    while end - last < LONGEST_KNOWLEDGE and reading.is_joined(end) and not _ends_knowledge(reading, end):
        end += 1
    return end if end > at + 1 and reading.word(end - 1) not in ARTICLES else last


def _ends_knowledge(reading: Reading, at: int) -> bool:
    word = reading.word(at)
    return (
        word in SAID
        or word.endswith("ed")
        or (word in FUNCTION_WORDS - ARTICLES - POSSESSIVES and word != "s")
    )


def _goes_on(reading: Reading, at: int) -> bool:
    return reading.word(at) in TITLE_WORDS or reading.is_capital(at)


def is_service(reading: Reading, at: int) -> bool:
    """Whether a word is a body's, of somebody: "office of", "press service of"."""
    return reading.word(at) in SERVICES and reading.word(at + 1) == "of"


def _is_head(reading: Reading, at: int, end: int) -> bool:
    """The last of a row of role nouns ("deputy director"), before any "of" or "for".

    Is: "chief" in "President Lund’s chief of staff".    Is not: "president" there, "deputy" in
    "deputy Europe minister"
    """
    if reading.word(at) not in PERSON_HEADS:
        return False
    after = at + 1
    while after < end and reading.is_capital(after) and reading.is_joined(after):
        after += 1
    is_of_a_region = after > at + 1 and reading.word(after) in OFFICE_HEADS and not reading.is_capital(after)
    if after < end and (reading.is_possessive(after) or is_of_a_region):
        return False
    return not _goes_on_to_a_head(reading, at + 1, end)


def _goes_on_to_a_head(reading: Reading, at: int, end: int) -> bool:
    """Whether a title goes on to another head: "Prime Minister" behind "Deputy"."""
    while at < end and reading.is_joined(at) and reading.word(at) in TITLE_WORDS:
        if reading.word(at) in PERSON_HEADS:
            return True
        at += 1
    return False


def end_of_phrase(reading: Reading, first: int, last: int) -> int:
    """Where a description ends: at a comma, or before a clause."""
    at = first
    while at < last and at - first < LONGEST_DESCRIPTION:
        if at > first and any(mark in reading.gap(at) for mark in ',;:()—"“”\n'):
            break
        if reading.word(at) in ("who", "which", "that", "whose"):
            break
        at += 1
    return at


def without_determiner(reading: Reading, first: int, last: int) -> int:
    """The first word of a phrase after "the", "his" or "this"; its last word at the latest."""
    while first < last - 1 and reading.word(first) in ARTICLES | POSSESSIVES | DEMONSTRATIVES:
        first += 1
    return first


def open_body(reading: Reading, mentions: Mentions, first: int, last: int) -> Mention | None:
    """The body without a country of its own with which a source begins: "the ministry", "its army".

    Finds: "the Department for Grain, Water and Sport" also where it is read as three sources, in each
    """
    start = without_determiner(reading, first, last)
    bodies = (one for one in mentions.covering(start) if one.kind == INSTITUTION and one.speaker is None)
    body = next(bodies, None)
    return body if body and is_head(reading, body, start, last) else None


def is_head(reading: Reading, mention: Mention, start: int, last: int) -> bool:
    """Whether a phrase speaks of this mention, not of something that belongs to it.

    It does: "the Kremlin", "Lavrov of Russia", "Russia and Turkey".
    It does not: "the Kremlin spokesman", "Russia's envoy", "U.S. and Russian officials"
    """
    after = mention.head_last if mention.kind != PERSON else mention.last
    is_joined = reading.word(after) == "and" and reading.is_capital(after + 1)
    if mention.kind != PERSON and is_joined and after + 2 < last and reading.word(last - 1) in PERSON_HEADS:
        return False
    if mention.is_genitive or (mention.kind != PERSON and mention.head_first > start + 4):
        return False
    follows = reading.word(after)
    is_followed = after < last and (reading.is_joined(after) or reading.gap(after).strip() == ".")
    return not (is_followed and (follows in HEADS or follows not in FUNCTION_WORDS))


def document_of(reading: Reading, first: int, last: int) -> tuple[bool, int]:
    """Whether the phrase is a text, and the first word of who issued it, if named after "by" or "from".

    Finds: "A statement by the Kremlin" with its issuer, "the statement" without
    Leaves alone: "the Kremlin"
    """
    end = end_of_phrase(reading, first, last)
    head = next((at for at in range(first, end) if reading.word(at) in DOCUMENTS), -1)
    if head < 0 or any(reading.word(at) in PERSON_HEADS for at in range(first, head)):
        return False, -1
    for at in range(head + 1, min(head + 5, end)):
        if reading.word(at) in ("by", "from", "of") and at + 1 < last:
            return True, at + 1
    return True, -1


def is_same_document(reading: Reading, first: int, last: int) -> bool:
    """ "The statement", "the same joint statement"; not "the congressional report", "a statement"."""
    words = reading.folded(first, last)
    if not words or words[0] not in ("the", "this", "that", "its", "their", "his", "her"):
        return False
    return all(word in DOCUMENTS | PLAIN_KINDS for word in words[1:])


def is_pair(reading: Reading, first: int, last: int) -> bool:
    """ "Both sides", "the two countries", "the parties"; not "one side" or "all parties"."""
    words = reading.folded(first, min(last, first + 4))
    if not words or words[0] not in ("both", "the", "two"):
        return False
    return bool(SIDES & set(words[1:])) and not set(words) & {"all", "other", "third", "several", "some"}


def is_pair_of_people(reading: Reading, first: int, last: int) -> bool:
    """ "Both", "the two ministers", "both leaders", "the presidents"; not "the president"."""
    words = reading.folded(first, min(last, first + 4))
    if words == ["both"]:
        return True
    if not words or words[-1] not in PLURALS:
        return False
    return is_both(words) or (words[0] == "the" and words[-1] in OFFICES)


def is_both(words: list[str]) -> bool:
    """ "Both …", "the two …"; not "two …"."""
    return words[0] == "both" or words[:2] == ["the", "two"]


def is_pair_of_bodies(reading: Reading, first: int, last: int) -> bool:
    """ "Both ministries", "the two embassies"."""
    words = reading.folded(first, min(last, first + 4))
    return bool(words) and is_both(words) and words[-1] in BODIES


def names_someone(reading: Reading, first: int, last: int) -> bool:
    """Whether a name follows a role at once: "Gov. Terry McAuliffe" is a person, not an unnamed role."""
    return (
        first < last
        and reading.is_capital(first)
        and reading.gap(first).strip() in ("", ".")
        and reading.word(first) not in FUNCTION_WORDS
    )
