"""Officials in a text of their own house, which need not say whose officials they are."""

from __future__ import annotations

from dataclasses import replace

from statements.folding import fold
from statements.records import ResolvedAttribution
from statements.resolution.text.mentions import PERSON, Mention, Mentions
from statements.resolution.text.vocabulary import SPOKESPERSONS

# The office of which a body's people are, by the last word of its key.
OWN_OFFICES = {"department": "secretary", "ministry": "minister"}
NOT_OF_THE_HOUSE = frozenset(("former", "ex", "counterpart", "colleague"))


def speak_for_house(mentions: Mentions, issuers: tuple[ResolvedAttribution, ...]) -> Mentions:
    """Give the issuer's country to the officials whose titles name none.

    Gives: "The following was released by the Ostian State Department: … Deputy Secretary Lund …"
    Leaves alone: "Foreign Minister Berg" in that text, anybody's name without a title, a text of two issuers
    """
    issuer = issuers[0].speaker if len(issuers) == 1 else None
    if issuer is None or issuer.country is None:
        return mentions
    own = OWN_OFFICES.get(issuer.key.rpartition("-")[2], "")
    keys = {one.speaker.key for one in mentions.items if one.speaker and _is_of_house(one, own)}
    return Mentions([_given(one, issuer.country) if one.key in keys else one for one in mentions.items])


def _is_of_house(mention: Mention, own: str) -> bool:
    if mention.kind != PERSON or mention.country or not mention.speaker or not mention.speaker.provisional:
        return False
    words = set(fold(mention.role).split())
    return not words & NOT_OF_THE_HOUSE and (own in words or bool(words & SPOKESPERSONS))


def _given(mention: Mention, country: str) -> Mention:
    speaker = replace(mention.speaker, country=country) if mention.speaker else None
    return replace(mention, speaker=speaker, country=country)
