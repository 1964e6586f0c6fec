"""What the text shows of a person's gender: titles first, then the pronouns of paragraphs with one person."""

from __future__ import annotations

from collections import Counter

from statements.resolution.mentions import PERSON, Mentions
from statements.resolution.reading import Reading

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
# How much oftener one gender must be meant than the other.
CLEAR = 3


def find_genders(reading: Reading, mentions: Mentions, contents: frozenset[int]) -> dict[str, str]:
    """Gender by speaker key, for those of whom the text shows it.

    Finds: "f" in "Georgian President Salome Zourabichvili will visit. She is …", "m" for a "spokesman"
    Leaves open: a paragraph with two persons, pronouns inside the reported words
    """
    votes = _pronoun_votes(reading, mentions, contents)
    found = {key: gender for key, counts in votes.items() if (gender := _clear(counts))}
    titled: dict[str, set[str]] = {}
    for mention in mentions.items:
        if mention.speaker and mention.gender:
            titled.setdefault(mention.speaker.key, set()).add(mention.gender)
    return found | {key: genders.pop() for key, genders in titled.items() if len(genders) == 1}


def _pronoun_votes(reading: Reading, mentions: Mentions, contents: frozenset[int]) -> dict[str, Counter[str]]:
    people: dict[int, set[str]] = {}
    for mention in mentions.items:
        if mention.kind == PERSON:
            key = mention.speaker.key if mention.speaker else ""
            people.setdefault(_paragraph(reading, mention.head_first), set()).add(key)
    votes: dict[str, Counter[str]] = {}
    for at in range(len(reading.words)):
        gender = PRONOUNS.get(reading.word(at))
        keys = people.get(_paragraph(reading, at), set()) if gender and at not in contents else set()
        if gender and len(keys) == 1:
            votes.setdefault(next(iter(keys)), Counter())[gender] += 1
    return votes


def _paragraph(reading: Reading, at: int) -> int:
    return reading.sentences[reading.sentence_numbers[at]].paragraph


def _clear(counts: Counter[str]) -> str:
    [(gender, most), *others] = counts.most_common()
    return gender if not others or most >= CLEAR * others[0][1] else ""
