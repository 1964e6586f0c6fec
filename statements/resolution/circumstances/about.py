"""Which countries the words are about: those they name, and those whose people they name.

Only the words count, never who speaks: what "the Turkish minister" says is
about Turkey when the words name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statements.records import Span
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import Unit, Units
from statements.resolution.named_text import NamedText, read_names
from statements.resolution.text.mentions import PERSON, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

# A capital before these is where an agreement was made: the Minsk Group, the Helsinki Final Act.
EVENTS = any_of(
    "group agreement agreements accord accords process format protocol protocols convention"
    " conventions memorandum treaty statute declaration pact charter club consensus principles"
    " platform talks conference summit airport marathon final act document discussions meeting round"
)
# A capital after "in" and one of these is where people meet.
GATHERINGS = any_of(
    "met meet meets meeting meetings talks negotiations summit conference session round briefing"
    " discussions consultations hosted gathered"
)
FARTHEST_GATHERING = 6
# Beside these "Georgia" is the state of the USA.
OF_US_STATES = any_of(
    "governor gov senator senators senate congressman congresswoman legislature republicans democrats"
    " republican democrat runoff"
)
US_STATES = frozenset(("georgia",))


def countries_named(text: str, spans: Iterable[Span], index: AuthorityIndex) -> list[str]:
    """Codes of all countries, organisations and territories named in the spans, in order of first mention."""
    return countries_of(read_names(text, spans, index))


def countries_of(named: NamedText) -> list[str]:
    """The same for a text that was read."""
    return list(dict.fromkeys(_codes(named.reading, named.units.items)))


def countries_about(
    named: NamedText, mentions: Mentions, spans: Iterable[Span], spoken_for: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The same for what somebody says, with the countries of the persons named.

    A country spoken for counts when something is said of it, not when it only acts.

    Counts: "Ankara will pay", "a threat to Ostia" by Ostia’s minister, "Lavrov’s visit"
    Leaves out: "Ostia is determined to wait" by Ostia’s minister, "in Vienna" of "talks in Vienna"
    """
    reading, units = named.reading, named.units
    found: dict[str, None] = {}
    for number, span in enumerate(spans):
        first, last = reading.words_in(span)
        actor = None if number else _actor(reading, units, first, last)
        inside = dict.fromkeys(unit for at in range(first, last) if (unit := units.at(at)))
        for unit in inside:
            own = unit is actor and unit.country and unit.country.code in spoken_for
            if not own and not _is_place_of_meeting(reading, unit):
                found.update(dict.fromkeys(_codes(reading, [unit])))
        found.update(dict.fromkeys(_codes_of_people(mentions, first, last, spoken_for)))
    return tuple(found)


def _actor(reading: Reading, units: Units, first: int, last: int) -> Unit | None:
    """The country that the words begin with, as who acts: "Moscow is", not "Moscow’s" or "Russian"."""
    at = first + (reading.word(first) in ("that", "the"))
    unit = units.country_at(at) if at < last else None
    if unit is None or unit.use == "demonym" or unit.first != at or unit.last >= last:
        return None
    follows = reading.word(unit.last) not in ("and", "or") and not reading.gap(unit.last).strip()
    return unit if follows and not reading.is_genitive(unit.last) else None


def _is_place_of_meeting(reading: Reading, unit: Unit) -> bool:
    """Catches: "talks in Vienna", "met in Minsk"    Leaves alone: "the army in Kyiv", "Vienna"."""
    if unit.use != "capital" or reading.word(unit.first - 1) != "in":
        return False
    before = range(max(0, unit.first - 1 - FARTHEST_GATHERING), unit.first - 1)
    return any(reading.word(at) in GATHERINGS and reading.same_sentence(at, unit.first) for at in before)


def _codes_of_people(mentions: Mentions, first: int, last: int, spoken_for: frozenset[str]) -> Iterator[str]:
    """The countries that the persons named serve; a speaker’s own people act for the speaker’s side."""
    for mention in mentions.between(first, last):
        code = mention.country or (mention.speaker.country if mention.speaker else None)
        if mention.kind == PERSON and code and code not in spoken_for:
            yield code


def _codes(reading: Reading, units: Iterable[Unit]) -> Iterator[str]:
    """The countries of units: by name, demonym, capital, metonym or body, never by a person.

    Counts: "Ankara", "the Armenians", "the Kremlin", "the UN Security Council"
    Leaves out: "Minsk" in "the Minsk agreements", "Vladimir Putin"
    """
    for unit in units:
        if unit.country and not _is_event(reading, unit):
            yield unit.country.code
        elif unit.body and unit.body.country:
            yield unit.body.country


def _is_event(reading: Reading, unit: Unit) -> bool:
    """Whether a capital names an agreement ("the Minsk process"), or a name the state of the USA."""
    next_word = reading.word(unit.last) if reading.is_joined(unit.last) else ""
    if unit.use == "capital":
        return next_word in EVENTS
    words = reading.word(unit.first), unit.last - unit.first
    is_us_state = words[0] in US_STATES and words[1] == 1 and unit.use == "name"
    return is_us_state and (next_word in OF_US_STATES or reading.word(unit.last + 1) in OF_US_STATES)
