"""Make the mention of a body whose speaker is known."""

from __future__ import annotations

from statements.records import SpeakerReference
from statements.resolution.text.mentions import INSTITUTION, Mention
from statements.resolution.text.reading import Reading


def article_before(reading: Reading, first: int) -> int:
    return first - 1 if reading.word(first - 1) == "the" and reading.is_joined(first) else first


def body_mention(
    reading: Reading,
    first: int,
    last: int,
    speaker: SpeakerReference,
    kind: str = INSTITUTION,
    field: str = "",
    head_first: int | None = None,
) -> Mention:
    return Mention(
        kind=kind,
        first=article_before(reading, first),
        last=last,
        head_first=first if head_first is None else head_first,
        head_last=last,
        speaker=speaker,
        country=speaker.country,
        field=field,
        is_genitive=reading.is_genitive(last),
    )
