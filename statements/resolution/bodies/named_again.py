"""Further mentions of a body known from its name alone: the name again, its class, its short form."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from statements.folding import fold
from statements.records import CountryRecord, SpeakerReference
from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.owned import SERVICES
from statements.resolution.bodies.words_of_names import CALLED_AGAIN, SMALL
from statements.resolution.index.references import government
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS, UNNAMED_HEADS, any_of

FARTHEST_WORD = 150
FEWEST_LETTERS, MOST_LETTERS = 3, 8
# Organisations that the press calls "the bloc", "the alliance", "the organisation" besides their own noun.
ALSO_CALLED = {
    "bloc": frozenset(
        ("AFU", "ALBA", "AMU", "ASEAN", "BRICS", "CARICOM", "CELAC", "CIS", "EAC", "EAEU", "ECOWAS", "EFTA",
         "EU", "GCC", "IGAD", "MERCOSUR", "OTS", "PIF", "SAARC", "SADC", "SCO", "UNASUR", "V4")
    ),
    "alliance": frozenset(("NATO", "CSTO")),
}  # fmt: skip
ORGANISATION = frozenset(("organisation", "organization"))
ANY_ORGANISATION = ORGANISATION | {"body"}
ONE_MORE = frozenset(("a", "an", "another", "other"))
NOUNS_OF_ORGANISATIONS = frozenset(("union", "league"))
MOST_ADJECTIVES = 5
_FIRMS = any_of(
    "operator firm company airline carrier manufacturer contractor brokerage insurer producer retailer"
    " utility shipowner consultancy railways airlines airways telecom ports corporation"
)
# Common nouns by which a body is called again -> the nouns of what it is.
KINDS_CALLED = {
    "agency": SERVICES | {"bureau", "office"},
    "company": _FIRMS,
    "firm": _FIRMS,
}
# With them "bloc" and "alliance" are a party's or a movement's.
NOT_OF_ORGANISATIONS = FUNCTION_WORDS | frozenset(
    ("opposition", "ruling", "political", "electoral", "parliamentary", "governing", "student", "armed")
)


def said_again(reading: Reading, units: Units, named: Sequence[Mention]) -> list[Mention]:
    """Further mentions of a name that was introduced elsewhere: "Open Road said", "The Movement said"."""
    words = {at for one in named for at in range(one.first, one.last)}
    by_first: dict[str, dict[tuple[str, ...], SpeakerReference]] = {}
    for one in named:
        name = tuple(fold(one.speaker.name).split()) if one.speaker else ()
        if name and one.speaker:
            by_first.setdefault(name[0], {})[name] = one.speaker
    found = []
    for at in range(len(reading.words) if by_first else 0):
        if at in words or not reading.is_capital(at):
            continue
        for name, speaker in by_first.get(reading.word(at), {}).items():
            unit = units.at(at)
            is_free = unit is None or unit.last <= at + len(name)
            is_printed_so = all(reading.is_capital(at + k) for k in range(len(name)) if name[k] not in SMALL)
            if len(name) == 1 and _is_in_a_longer_name(reading, at):
                continue
            if is_free and is_printed_so and tuple(reading.word(at + k) for k in range(len(name))) == name:
                found.append(body_mention(reading, at, at + len(name), speaker))
                break
    return found


def _is_in_a_longer_name(reading: Reading, at: int) -> bool:
    """ "Kan" in "Naoto Kan", "Kan River"."""
    beside = ((at - 1, at), (at + 1, at + 1))
    return any(reading.is_capital(other) and reading.is_joined(joint) for other, joint in beside)


def called_by_class(reading: Reading, named: Sequence[Mention]) -> list[Mention]:
    """ "The group", "the Movement" for the only one of its class that is named so far.

    Finds: The aid group Open Road met. The group said …
    Finds nothing: The group said … Two groups met, Open Road and the Green Dawn group. The group said …
    """
    classes: dict[str, list[tuple[int, SpeakerReference]]] = {}
    inside: set[int] = set()
    for one in named:
        inside.update(range(one.first, one.last))
        for word in set(reading.folded(one.first, one.last)) & CALLED_AGAIN:
            if one.speaker:
                classes.setdefault(word, []).append((one.last, one.speaker))
    found = []
    for at in range(len(reading.words) if classes else 0):
        word = reading.word(at)
        if word not in classes or at in inside or reading.word(at - 1) != "the" or not reading.is_joined(at):
            continue
        before = {speaker for last, speaker in classes[word] if at - FARTHEST_WORD < last <= at}
        if len(before) == 1 and not (reading.is_joined(at + 1) and reading.word(at + 1) == "of"):
            found.append(replace(body_mention(reading, at, at + 1, before.pop()), is_full=False))
    return found


def organisations_again(reading: Reading, units: Units) -> list[Mention]:
    """ "The bloc", "the regional body", "the alliance" for the only such organisation that is named so far.

    Finds: The Ostian League (OL) met. The bloc said …    Finds nothing: "the opposition bloc", "bloc members"
    Finds nothing: The Ostian League met the Varian Union. The bloc said …
    """
    named = [
        (unit.last, government(unit.country), _classes_of(unit.country))
        for unit in units.items
        if unit.country and is_organisation(unit)
    ]
    found, number = [], 0
    before: dict[str, dict[str, SpeakerReference]] = {}
    for at in range(len(reading.words) if named else 0):
        while number < len(named) and named[number][0] <= at:
            _, speaker, classes = named[number]
            for word in classes:
                before.setdefault(word, {})[speaker.key] = speaker
            number += 1
        meant = before.get(reading.word(at), {})
        first = _first_of_class(reading, at)
        if len(meant) == 1 and first is not None and not _goes_on(reading, at + 1):
            [speaker] = meant.values()
            found.append(replace(body_mention(reading, first, at + 1, speaker), is_full=False))
    return found


def organisation_named_near(reading: Reading, units: Units, named: Sequence[Mention]) -> dict[int, Mention]:
    """ "The organisation", by its word, for the only body that its sentence or the one before names.

    Finds: Rights body Open Road counted them. In a report, the organisation said …
    Nobody: Open Road met the Green Dawn group. The organisation said … Open Road met the Ostian League. …
    """
    states = {reading.sentence_numbers[unit.first] for unit in units.items if is_organisation(unit)}
    heads: dict[int, dict[str, SpeakerReference]] = {}
    for one in named:
        if one.speaker:
            heads.setdefault(reading.sentence_numbers[one.head_first], {})[one.speaker.key] = one.speaker
    found = {}
    for at in range(len(reading.words) if heads else 0):
        if reading.word(at) not in ORGANISATION or reading.word(at - 1) != "the":
            continue
        number = reading.sentence_numbers[at]
        meant = {**heads.get(number - 1, {}), **heads.get(number, {})}
        farthest = number - 1 if meant else number - 2
        meant = meant or heads.get(farthest, {})
        rivals = len(meant) > 1 or bool(states & set(range(farthest, number + 1)))
        if meant and not _goes_on(reading, at + 1):
            speaker = None if rivals else next(iter(meant.values()))
            found[at] = _again(reading, at, speaker)
    return found


def called_by_kind(reading: Reading, bodies: Sequence[Mention]) -> list[Mention]:
    """ "The agency", "the company" for the body of such a kind with which the sentence before begins.

    Finds: Ostia’s Border Service met. The agency said …  Rail operator Grey Line met. The company said …
    Finds nothing: Lund left the Border Service. The agency said …  The Grey League met. The company said …
    """
    openers: dict[int, list[Mention]] = {}
    for one in bodies:
        sentence = reading.sentence(one.head_first)
        if one.speaker and not one.is_genitive and one.first <= sentence.first + 1:
            openers.setdefault(reading.sentence_numbers[one.head_first], []).append(one)
    found = []
    for at in range(1, len(reading.words) if openers else 0):
        kinds = KINDS_CALLED.get(reading.word(at))
        if (
            not kinds
            or reading.word(at - 1) != "the"
            or not reading.is_joined(at)
            or _goes_on(reading, at + 1)
        ):
            continue
        before = openers.get(reading.sentence_numbers[at] - 1, [])
        fitting = {
            one.speaker.key: one
            for one in before
            if kinds & set(reading.folded(one.first, one.last)) and one.speaker
        }
        if len(fitting) == 1 == len({one.speaker for one in before}):
            found.append(_again(reading, at, next(iter(fitting.values())).speaker))
    return found


def unrivalled(
    reading: Reading, again: Sequence[Mention], named: Sequence[Mention], agencies: Sequence[int]
) -> list[Mention]:
    """Those of further mentions by a noun since whose name no other of its class is spoken of.

    Keeps: The Grey Road Agency met. The agency was there. The agency said …
    Leaves out: The Grey Road Agency met. Norpress, a news agency, was there. The agency said …
    """
    others: dict[str, list[int]] = {reading.word(one.head_last - 1): [] for one in again}
    for at in range(len(reading.words) if others else 0):
        if reading.word(at) in others and _tells_of_one_more(reading, at):
            others[reading.word(at)].append(at)
    if "agency" in others:
        others["agency"] = sorted([*others["agency"], *agencies])
    ends: dict[SpeakerReference, list[int]] = {}
    for one in sorted(named, key=lambda mention: mention.head_last):
        if one.speaker:
            ends.setdefault(one.speaker, []).append(one.head_last)
    return [
        one
        for one in again
        if not one.speaker
        or not _is_between(others[reading.word(one.head_last - 1)], ends.get(one.speaker, []), one.first)
    ]


def _is_between(others: Sequence[int], ends: Sequence[int], at: int) -> bool:
    """Whether one of the others stands between a word and the last of some ends before it."""
    number = bisect_right(ends, at)
    return number > 0 and bisect_left(others, ends[number - 1]) < bisect_left(others, at)


def _tells_of_one_more(reading: Reading, at: int) -> bool:
    """ "A group", "rebel group"; not "the group", "freedom of movement"."""
    before = reading.word(at - 1)
    return reading.is_joined(at) and (before not in FUNCTION_WORDS or before in ONE_MORE)


def _again(reading: Reading, at: int, speaker: SpeakerReference | None) -> Mention:
    country = speaker.country if speaker else None
    return Mention(INSTITUTION, at - 1, at + 1, at, at + 1, speaker, "", country, is_full=False)


def settled(again: Sequence[Mention]) -> list[Mention]:
    """The mentions of words by which one body alone is meant: not "the alliance" of two."""
    meant: dict[int, set[str]] = {}
    for one in again:
        meant.setdefault(one.head_last, set()).add(one.key)
    return [one for one in again if len(meant[one.head_last]) == 1]


def is_organisation(unit: Unit) -> bool:
    """ "The Ostian League", "OL"; not "Osta" for the one that sits there."""
    return unit.country is not None and unit.country.kind == "organisation" and unit.use != "capital"


@lru_cache(maxsize=256)
def _classes_of(country: CountryRecord) -> set[str]:
    """What an organisation may be called later: "bloc", "alliance", "body", or the noun of its own name."""
    own = {word for name in country.names for word in fold(name.text).split()} & NOUNS_OF_ORGANISATIONS
    return own | ANY_ORGANISATION | {word for word, codes in ALSO_CALLED.items() if country.code in codes}


def _first_of_class(reading: Reading, at: int) -> int | None:
    """The word behind "the" of "the bloc", "the 15-nation bloc", "the Osta-based organisation".

    Of nothing in "the body", which may be a dead man's; of "the regional body".
    """
    is_place = False
    for first in range(at, at - MOST_ADJECTIVES - 1, -1):
        if not reading.is_joined(first):
            return None
        if reading.word(first - 1) == "the":
            return None if reading.word(first) == "body" else first
        is_place = is_place or (reading.word(first) in ("based", "led") and reading.gap(first) == "-")
        is_name = reading.is_capital(first - 1) and not is_place
        if is_name or reading.word(first - 1) in NOT_OF_ORGANISATIONS:
            return None
    return None


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether "the bloc" goes on: "of Ostia", "members"; not where its genitive or a verb follows."""
    return reading.is_joined(at) and reading.word(at) in {"of", "for"} | UNNAMED_HEADS


def by_short_forms(reading: Reading, units: Units, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions by a short form that stood behind a name, or that its initials are.

    Finds: the second in "the Free Lund Movement (FLM) … FLM said", "the Rapid Lund Forces … The RLF said",
    also where a record of somebody else whom the text does not name in full has the short form
    Finds nothing: "Ivo Lund (FLM) … FLM said"
    """
    short = _short_forms(reading, mentions)
    in_full = {one.speaker.key for one in mentions if one.speaker and one.head_last - one.head_first > 1}
    for at in range(len(reading.words) if short else 0):
        speaker, unit = short.get(reading.printed(at, at + 1)), units.at(at)
        if speaker is None or (unit is None and "(" in reading.gap(at)):
            continue
        is_of_another = unit is not None and unit.body is not None and unit.body.key not in in_full
        if unit is None or (is_of_another and unit.last == at + 1):
            yield body_mention(reading, at, at + 1, speaker)


def _short_forms(reading: Reading, mentions: Sequence[Mention]) -> dict[str, SpeakerReference]:
    """The short forms that mean one body."""
    found: dict[str, dict[str, SpeakerReference]] = {}
    for one in mentions:
        if one.kind != INSTITUTION or one.speaker is None or not one.is_full:
            continue
        for short in (_behind(reading, one), _initials(reading, one)):
            if short:
                found.setdefault(short, {})[one.speaker.key] = one.speaker
    return {short: next(iter(meant.values())) for short, meant in found.items() if len(meant) == 1}


def _behind(reading: Reading, one: Mention) -> str:
    """The short form behind a name, in brackets or "known as FLM"; or the name behind a common noun."""
    at = one.head_last
    if reading.folded(at, at + 2) == ["known", "as"] and reading.gap(at).strip() in (",", "("):
        at += 2
        return _short_form(reading, at) if reading.gap(at + 1).startswith((",", ")")) else ""
    is_bracketed = reading.gap(at).strip() == "(" and reading.gap(at + 1).startswith(")")
    if not is_bracketed:
        is_name = at - one.head_first > 1 and reading.is_capital(at - 1) and not reading.is_capital(at - 2)
        return reading.printed(at - 1, at) if is_name and reading.gap(at - 1) == " " else ""
    return _short_form(reading, at)


def _short_form(reading: Reading, at: int) -> str:
    printed = reading.printed(at, at + 1)
    is_short = printed.isalpha() and FEWEST_LETTERS <= len(printed) <= MOST_LETTERS
    return printed if is_short and sum(letter.isupper() for letter in printed) >= 2 else ""


def _initials(reading: Reading, one: Mention) -> str:
    """ "RLF" of "Rapid Lund Forces"."""
    words = range(one.head_first, one.head_last)
    initials = "".join(reading.printed(at, at + 1)[0] for at in words if reading.is_capital(at))
    return initials if FEWEST_LETTERS <= len(initials) <= MOST_LETTERS else ""
