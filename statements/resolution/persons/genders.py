"""What the text shows of a person's gender: the title, else the given name, else the pronouns.

Pronouns count in paragraphs with one person alone.
"""

from __future__ import annotations

from collections import Counter

from statements.resolution.index.given_names import gender_of_name
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS, any_of

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
# What one does with hopes and thanks of one's own.
EXPRESSED = any_of(
    "expressed expresses voiced voices reiterated reiterates renewed renews conveyed conveys extended"
    " extends repeated repeats reaffirmed reaffirms pledged pledges offered offers restated shared"
)
# How much oftener one gender must be meant than the other.
CLEAR = 3


def find_genders(reading: Reading, mentions: Mentions, contents: frozenset[int]) -> dict[str, str]:
    """Gender by speaker key, for those of whom the text shows it.

    Finds: "m" for a "spokesman", "f" for Anna Berg, "f" in "President Kim Berg will visit. She is …"
    Leaves open: a paragraph with two persons, pronouns inside the reported words
    """
    votes = _votes_of_sentences(reading, mentions, contents) | _pronoun_votes(reading, mentions, contents)
    found = {key: gender for key, counts in votes.items() if (gender := _clear(counts))}
    titled: dict[str, set[str]] = {}
    for mention in mentions.items:
        if mention.kind != PERSON or mention.speaker is None:
            continue
        if mention.gender:
            titled.setdefault(mention.speaker.key, set()).add(mention.gender)
        elif mention.is_full and (shown := gender_of_name(mention.speaker.name, mention.country)):
            found[mention.speaker.key] = shown
    return found | {key: genders.pop() for key, genders in titled.items() if len(genders) == 1}


def _pronoun_votes(reading: Reading, mentions: Mentions, contents: frozenset[int]) -> dict[str, Counter[str]]:
    people: dict[int, set[str]] = {}
    for mention in mentions.items:
        if mention.kind == PERSON:
            key = mention.key
            people.setdefault(reading.sentence(mention.head_first).paragraph, set()).add(key)
    votes: dict[str, Counter[str]] = {}
    for at in range(len(reading.words)):
        gender = PRONOUNS.get(reading.word(at))
        keys = people.get(reading.sentence(at).paragraph, set()) if gender and at not in contents else set()
        if gender and len(keys) == 1:
            votes.setdefault(next(iter(keys)), Counter())[gender] += 1
    return votes


def _votes_of_sentences(
    reading: Reading, mentions: Mentions, contents: frozenset[int]
) -> dict[str, Counter[str]]:
    """Pronouns behind the only person of a sentence: "His aide, Daryna Lund, did not hide her doubts."

    Inside of the words said too behind what one does to one's own: "Lund voiced her concern"
    Leaves alone: "Berg called her a liar", "Berg condemned her words", where "her" is somebody else
    """
    people: dict[int, list[Mention]] = {}
    for mention in mentions.items:
        if mention.kind == PERSON and mention.head_first not in contents:
            people.setdefault(reading.sentence_numbers[mention.head_first], []).append(mention)
    votes: dict[str, Counter[str]] = {}
    for at in range(len(reading.words)):
        is_own = at not in contents or reading.word(at - 1) in EXPRESSED
        gender = PRONOUNS.get(reading.word(at)) if is_own else None
        named = people.get(reading.sentence_numbers[at], []) if gender else []
        is_alone = len(named) == 1 and named[0].speaker and named[0].head_last <= at
        if gender and is_alone and named[0].speaker and reading.word(at + 1) not in FUNCTION_WORDS:
            votes.setdefault(named[0].speaker.key, Counter())[gender] += 1
    return votes


def _clear(counts: Counter[str]) -> str:
    [(gender, most), *others] = counts.most_common()
    return gender if not others or most >= CLEAR * others[0][1] else ""
