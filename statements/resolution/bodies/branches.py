"""The office that a body has in a place, which speaks in its own name."""

from __future__ import annotations

from dataclasses import replace

from statements.records import SpeakerReference
from statements.resolution.bodies.posts import post_at
from statements.resolution.index.references import part_of, slug
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES

OFFICES = frozenset(("office", "bureau", "branch", "representation"))
KINDS = frozenset(("representative", "regional", "country", "liaison", "field", "branch", "local"))


def with_office(reading: Reading, units: Units, mention: Mention) -> Mention:
    """A body widened to its office in a place; one of no country yet keeps that open.

    Widens: "the Ostian Foreign Ministry’s office in Port Lund", "the Grey League’s country office in Osta",
    "the representative office of the Foreign Ministry in Port Lund"
    Leaves alone: "the Foreign Ministry’s office", "Ostia’s office in Port Lund", "the ministry in Osta"
    """
    if mention.kind != INSTITUTION and not _is_of_organisation(mention.speaker):
        return mention
    first, at = mention.first, mention.head_last
    if reading.is_possessive(at):
        at = end_of_office(reading, at + 1)
        at = at if at > mention.head_last + 1 else mention.head_last
    else:
        first = start_of_office(reading, mention.first)
    if first == mention.first and at == mention.head_last:
        return mention
    last, place = place_of_office(reading, units, at)
    if not place:
        return mention
    speaker = mention.speaker and office_in(mention.speaker, place)
    head_first = first if first < mention.first else mention.head_first
    first -= first < mention.first and reading.word(first - 1) in ARTICLES and reading.is_joined(first)
    return replace(
        mention,
        kind=INSTITUTION,
        first=first,
        last=last,
        head_first=head_first,
        head_last=last,
        speaker=speaker,
        is_genitive=reading.is_genitive(last),
    )


def end_of_office(reading: Reading, at: int) -> int:
    """After "office", "regional office"; the word itself where none begins there."""
    last = at
    while reading.word(last) in KINDS and reading.is_joined(last + 1):
        last += 1
    return last + 1 if reading.word(last) in OFFICES else at


def start_of_office(reading: Reading, first: int) -> int:
    """The first word of "office of", "representative office of" before a body; the body’s where none is."""
    at = first - 2
    is_of = reading.word(first - 1) == "of" and reading.same_sentence(at, first)
    if not is_of or reading.word(at) not in OFFICES:
        return first
    while reading.word(at - 1) in KINDS and reading.is_joined(at):
        at -= 1
    return at


def place_of_office(reading: Reading, units: Units, at: int) -> tuple[int, str]:
    """The word after "in Port Lund", and the place; empty where none stands."""
    if reading.word(at) != "in" or not reading.is_joined(at) or not reading.is_joined(at + 1):
        return at, ""
    last, post = post_at(reading, units, at + 1, "in")
    return last, post.name.removeprefix(" in ")


def office_in(owner: SpeakerReference, place: str) -> SpeakerReference:
    return part_of(owner, slug(f"office in {place}"), f"office in {place}")


def _is_of_organisation(speaker: SpeakerReference | None) -> bool:
    """Whether a speaker is an organisation, which is found as a government is."""
    return speaker is not None and speaker.kind == INSTITUTION
