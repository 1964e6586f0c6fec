"""The press service of a body, which speaks in its own name."""

from __future__ import annotations

from statements.records import SpeakerReference
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, PRESS_SERVICES


def with_press_service(reading: Reading, mention: Mention) -> Mention:
    """Widen a mention to its press service, which speaks in its own name.

    Widens: "the Kremlin press service", "The press service of the Armenian government"
    Leaves alone: "the Armenian government said in a press release"
    """
    before = _press_service_before(reading, mention.first)
    after = _press_service_after(reading, mention.head_last)
    if mention.speaker is None or (before == mention.first and after == mention.head_last):
        return mention
    return Mention(
        kind=INSTITUTION,
        first=before,
        last=max(after, mention.last),
        head_first=before if before < mention.first else mention.head_first,
        head_last=after,
        speaker=press_service_of(mention.speaker),
        country=mention.country,
        field="press-service",
        is_genitive=reading.is_genitive(after),
    )


def press_service_of(speaker: SpeakerReference) -> SpeakerReference:
    """That of a body, or of somebody in office: "Press service of Ivo Lund"."""
    if speaker.kind == PERSON:
        return SpeakerReference(
            f"{speaker.key}-press-service",
            f"Press service of {speaker.name}",
            INSTITUTION,
            speaker.country,
            provisional=True,
        )
    name = speaker.name if speaker.name.endswith("press service") else f"{speaker.name} press service"
    key = speaker.key if speaker.key.endswith("press-service") else f"{speaker.key}-press-service"
    return SpeakerReference(key, name, INSTITUTION, speaker.country)


def _press_service_before(reading: Reading, first: int) -> int:
    if (
        reading.word(first - 1) != "of"
        or tuple(reading.word(first - k) for k in (3, 2)) not in PRESS_SERVICES
    ):
        return first
    return first - 4 if reading.word(first - 4) in ARTICLES else first - 3


def _press_service_after(reading: Reading, last: int) -> int:
    at = last + 1 if reading.is_possessive(last) else last
    if reading.is_joined(at) and (reading.word(at), reading.word(at + 1)) in PRESS_SERVICES:
        return at + 2
    return last
