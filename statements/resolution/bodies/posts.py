"""Embassies and missions, which a state has in many places: each is a body of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statements.resolution.index.references import slug
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import DATE_WORDS

# How the keys of such bodies end.
POSTED = ("embassy", "consulate", "consulate-general", "high-commission", "interests-section", "mission",
    "permanent-representation", "delegation", "peacekeeping-force", "chamber")  # fmt: skip
INTO_A_POST = ("in", "to", "at")
LONGEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Post:
    """What a post adds to the key and to the name of a body; nothing where none is printed."""

    key: str = ""
    name: str = ""


def with_post(reading: Reading, units: Units, last: int) -> tuple[int, Post]:
    """The word after the post of a mission that ends before a word, and the post.

    Finds: "OSCE Mission to Ostia", "the EU’s delegation in Osta", "the Embassy of Norland in Port Lund"
    Finds nothing: "the Ostian embassy in flames", "the embassy in May"
    """
    joint = reading.word(last)
    if joint not in INTO_A_POST or not reading.is_joined(last) or not reading.is_joined(last + 1):
        return last, Post()
    end, post = post_at(reading, units, last + 1, joint)
    return (end, post) if post.key else (last, post)


def post_at(reading: Reading, units: Units, at: int, joint: str) -> tuple[int, Post]:
    """The word after the place that begins at a word, and the post there: "in" Osta, "to" the UN."""
    start = at + (reading.word(at) == "the")
    unit = units.country_at(start)
    if unit is not None and unit.use != "demonym" and reading.is_joined(start):
        end, place = unit.last, reading.printed(at, unit.last)
        if unit.country and unit.country.kind == "organisation":
            place = reading.printed(at, start) + " " * (start > at) + (unit.country.adjective or place)
        elif joint == "to":
            end = _end_of_pair(reading, units, end)
            place = reading.printed(at, end)
    else:
        end = _end_of_place(reading, units, start) if joint != "to" else start
        place = reading.printed(start, end)
    if not place or end == start:
        return at, Post()
    name = f" {joint} {place}"
    return end, Post(f"-{slug(name)}", name)


def _end_of_pair(reading: Reading, units: Units, end: int) -> int:
    """After the second country of "Mission to Ostia and Norland"."""
    other = units.country_at(end + 1) if reading.word(end) == "and" and reading.is_joined(end + 1) else None
    is_second = other is not None and other.use == "name" and not reading.is_genitive(other.last)
    return other.last if other and is_second else end


def _end_of_place(reading: Reading, units: Units, at: int) -> int:
    """After a town that no record knows: "Port Lund"."""
    end = at
    while (
        end - at < LONGEST_PLACE
        and reading.is_capital(end)
        and units.at(end) is None
        and reading.is_joined(end)
        and reading.word(end) not in DATE_WORDS
    ):
        end += 1
    return end


def at_their_posts(mentions: list[Mention]) -> list[Mention]:
    """ "The Ostian Embassy" is the one in Vienna, where a text names that one alone.

    Settles: The Ostian Embassy in Vienna closed. The Ostian Embassy said …
    Leaves alone: The Ostian embassies in Vienna and Bern … The Ostian Embassy said …
    """
    posted: dict[str, set[str]] = {}
    of_key = {one.speaker.key: one.speaker for one in mentions if one.speaker}
    for key in of_key:
        for end in POSTED:
            bare, found, _ = key.partition(f"-{end}-")
            if found:
                posted.setdefault(f"{bare}-{end}", set()).add(key)
    settled = []
    for one in mentions:
        keys = posted.get(one.speaker.key, set()) if one.speaker else set()
        settled.append(replace(one, speaker=of_key[next(iter(keys))]) if len(keys) == 1 else one)
    return settled
