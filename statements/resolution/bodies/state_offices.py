"""The offices of heads of state or government and of other officers, which are not the person."""

from __future__ import annotations

from collections.abc import Iterator

from statements.records import CountryRecord
from statements.resolution.bodies.branches import place_of_office
from statements.resolution.bodies.mentions import body_mention
from statements.resolution.bodies.ministries import LINKS
from statements.resolution.bodies.of_countries import institution_of
from statements.resolution.bodies.press_services import press_service_of
from statements.resolution.bodies.state_bodies import in_capitals, state_body
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import adjective, recorded, speaking_for, unknown_institution
from statements.resolution.index.units import Units
from statements.resolution.text.mentions import INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, OFFICE_HEADS, SPOKESPERSONS, TITLE_WORDS, any_of

# How the head is printed -> the body of `vocabulary.COUNTRY_BODIES`.
OFFICES = frozenset(("office", "service", "administration", "secretariat", "chancellery"))
# Officers whom organisations have; a minister is of a state.
OF_ORGANISATIONS = any_of(
    "representative envoy commissioner coordinator rapporteur mediator secretary general adviser"
    " advisor deputy high"
)
LONGEST_TITLE = 9
HEADS = {("president",): "presidency", ("prime", "minister"): "prime-minister-office"}


def find_state_offices(reading: Reading, units: Units, index: AuthorityIndex) -> Iterator[Mention]:
    """Offices and press services of presidents and prime ministers of a country.

    Finds: "the office of the Ostian president", "Office of the President of Ostia",
    "the Ostian president’s office", "the press service of the Ostian prime minister",
    "the Ostian prime minister’s press service", "the Prime Minister’s Office of Ostia"
    Leaves alone: "the office of president", "the president’s office", "Ostia’s foreign office"
    """
    for at in range(len(reading.words)):
        if reading.word(at) not in OFFICES:
            continue
        officer = _of_an_officer(reading, units, index, at) or _of_an_envoy(reading, units, index, at)
        if officer:
            yield officer
            continue
        found = _before_its_head(reading, units, at) or _behind_its_head(reading, units, at)
        if found:
            first, last, key, country = found
            speaker = institution_of(index, country, key)
            if _is_press_service(reading, at):
                first -= first == at
                speaker = press_service_of(speaker)
            start = first - (reading.word(first - 1) in ARTICLES and reading.is_joined(first))
            is_genitive = reading.is_genitive(last)
            yield Mention(
                INSTITUTION, start, last, first, last, speaker, "", speaker.country, is_genitive=is_genitive
            )


def _of_an_officer(reading: Reading, units: Units, index: AuthorityIndex, at: int) -> Mention | None:
    """The office of somebody whose title is printed in capitals.

    Finds: "the Office of the High Envoy", "the office of Ostia’s State Minister for Grain"
    Finds nothing: "the office of the minister", "the Office of the Foreign Minister" of no country,
    "the Office of President Ivo Lund"
    """
    if reading.word(at) not in ("office", "secretariat") or reading.word(at + 1) != "of" or units.at(at):
        return None
    start = at + 2 + (reading.word(at + 2) in ARTICLES)
    owner = units.country_at(start)
    start = owner.last + reading.is_possessive(owner.last) if owner else start
    last = _end_of_title(reading, units, start)
    heads = set(reading.folded(start, last)) & OFFICE_HEADS
    is_name = reading.is_joined(last) and reading.is_capital(last)
    if not heads or is_name or heads & (SPOKESPERSONS | {"president"}) or state_body(reading, at) > at:
        return None
    if owner is None and not heads <= OF_ORGANISATIONS:
        return None
    title = in_capitals(reading.printed(start, last))
    of_country = f"{adjective(owner.country)} " if owner and owner.country else ""
    name = f"{in_capitals(reading.word(at))} of the {of_country}{title}"
    record = index.body_named(name)
    country = speaking_for(owner.country) if owner else None
    return body_mention(reading, at, last, recorded(record) if record else unknown_institution(name, country))


def _of_an_envoy(reading: Reading, units: Units, index: AuthorityIndex, at: int) -> Mention | None:
    """The office of an organisation’s envoy, behind the title, with the place where it is.

    Finds: "the OL Resident Envoy’s office in Osta", "the Ostian League High Representative’s office"
    Finds nothing: "the Ostian High Representative’s office", "the High Representative’s office"
    """
    if reading.word(at) != "office" or not reading.is_possessive(at - 1) or not reading.is_joined(at):
        return None
    first = last = at - 1
    while (
        last - first < LONGEST_TITLE and reading.word(first - 1) in TITLE_WORDS and reading.is_joined(first)
    ):
        first -= 1
    owner = units.country_at(first - 1 - reading.is_possessive(first - 1))
    heads = set(reading.folded(first, last)) & OFFICE_HEADS
    is_organisation = owner is not None and owner.country is not None and owner.country.kind == "organisation"
    if not is_organisation or not heads or not heads <= OF_ORGANISATIONS or not reading.is_joined(first):
        return None
    assert owner and owner.country
    title = in_capitals(reading.printed(first, last))
    name = f"Office of the {adjective(owner.country)} {title}"
    record = index.body_named(name)
    speaker = recorded(record) if record else unknown_institution(name, speaking_for(owner.country))
    end, place = place_of_office(reading, units, at + 1)
    if place and not record:
        speaker = unknown_institution(f"{name} in {place}", speaker.country)
    return body_mention(reading, owner.first, end if place else at + 1, speaker)


def _end_of_title(reading: Reading, units: Units, first: int) -> int:
    """After "State Minister for Grain and Water", all in capitals; the first word where none is."""
    last = end = first
    while last - first < LONGEST_TITLE and (last == first or reading.is_joined(last)):
        is_small = reading.word(last) in LINKS
        is_titled = reading.is_capital(last) and units.at(last) is None
        if not is_titled and not (is_small and last > first):
            break
        if end == first and is_titled and reading.word(last) not in TITLE_WORDS:
            break
        last += 1
        end = last if is_titled else end
    return end


Found = tuple[int, int, str, CountryRecord]


def _before_its_head(reading: Reading, units: Units, at: int) -> Found | None:
    """ "Office of the Ostian president", "office of the president of Ostia"."""
    if reading.word(at + 1) != "of" or not reading.is_joined(at + 1):
        return None
    if reading.word(at) == "service" and not _is_press_service(reading, at):
        return None
    start = at + 2 + (reading.word(at + 2) in ARTICLES)
    owner = units.country_at(start)
    start = owner.last + reading.is_possessive(owner.last) if owner else start
    last, key = _head_at(reading, start)
    if not key or not reading.same_sentence(at, last - 1):
        return None
    if owner is None and reading.word(last) == "of":
        owner = units.country_at(last + 1 + (reading.word(last + 1) in ARTICLES))
        last = owner.last if owner else last
    return (at, last, key, owner.country) if owner and owner.country else None


def _behind_its_head(reading: Reading, units: Units, at: int) -> Found | None:
    """ "The Ostian president’s office", "the President’s Office of Ostia"."""
    start = at - _is_press_service(reading, at)
    if not reading.is_possessive(start - 1) or not reading.is_joined(start):
        return None
    if reading.word(at) == "service" and start == at:
        return None
    for words, key in HEADS.items():
        first = start - 1 - len(words)
        if _head_at(reading, first) != (start - 1, key):
            continue
        owner = units.country_at(first - 1 - reading.is_possessive(first - 1))
        if owner and owner.country and reading.same_sentence(owner.first, at) and reading.is_joined(first):
            return owner.first, at + 1, key, owner.country
        is_owned = reading.word(at + 1) == "of" and reading.is_joined(at + 1)
        owner = units.country_at(at + 2 + (reading.word(at + 2) in ARTICLES)) if is_owned else None
        if owner and owner.country and owner.use != "demonym":
            return first, owner.last, key, owner.country
    return None


def _is_press_service(reading: Reading, at: int) -> bool:
    is_press = reading.word(at - 1) == "press" and reading.word(at) in ("service", "office")
    return is_press and reading.is_joined(at)


def _head_at(reading: Reading, at: int) -> tuple[int, str]:
    """The word after "president" or "prime minister" at a word, and the key of its office."""
    for words, key in HEADS.items():
        if tuple(reading.word(at + k) for k in range(len(words))) == words:
            return at + len(words), key
    return at, ""
