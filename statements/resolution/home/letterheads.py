"""What the first lines of a text tell of its home: letterheads, news agencies, services of broadcasters."""

from __future__ import annotations

from itertools import islice, pairwise

from statements.folding import fold
from statements.records import Document
from statements.resolution.bodies.ministries import WORDS_OF_FIELDS
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.units import PLACES, Unit
from statements.resolution.named_text import NamedText, read_names
from statements.resolution.text.vocabulary import ARTICLES, TITLE_WORDS, any_of

# So many of the first lines may be a letterhead, and so many may tell for whom a service writes.
LINES_OF_LETTERHEAD = 4
LINES_OF_SERVICE = 6
LONGEST_LETTERHEAD = 14
PUBLIC_BODIES = any_of(
    "ministry department government embassy chancery chancellery presidency president parliament"
    " cabinet office mission representation delegation consulate administration assembly senate"
    " secretariat council palace court"
)
# Words of the full names of states, which may fill a line of a letterhead.
WORDS_OF_STATES = any_of("republic kingdom federation commonwealth sultanate emirate principality state")
WORDS_OF_LETTERHEADS = (
    PUBLIC_BODIES
    | TITLE_WORDS
    | WORDS_OF_FIELDS
    | WORDS_OF_STATES
    | ARTICLES
    | frozenset(
        [
            "of", "for", "and", "to", "in", "at", "s", "spokesperson", "prime", "minister", "ministers",
            "state", "republic", "kingdom", "national", "royal", "official", "website", "portal", "site",
            "communications", "media", "public", "directorate", "division", "centre", "center",
            "federal", "democratic", "people", "islamic", "socialist", "house",
    ]
    )
)  # fmt: skip
NEWS_AGENCIES = ("news agency", "press agency", "telegraph agency", "information agency", "news service")
# A line that credits somebody is short.
LONGEST_CREDIT = 40


def first_lines(document: Document, most: int) -> list[str]:
    """The first lines of a text that hold anything."""
    return list(islice(filter(None, document.text.split("\n")), most))


def states_of_letterheads(document: Document, index: AuthorityIndex) -> set[str | None]:
    """The states whose public bodies the publisher's name and the first lines are.

    Finds: "Ministry of Foreign Affairs of the Republic of Ostia", "Chancery of the President of Ostia"
    Finds: "Federal Republic of Ostia" and below it, or above, "Office of the President"
    Finds nothing: "Ministry of Foreign Affairs", "Ministry of Grain of Ostia sells all", "Ostian News Agency"
    """
    first = first_lines(document, LINES_OF_LETTERHEAD)
    is_of_state = [bool(WORDS_OF_STATES & set(fold(one).split())) for one in first]
    joined = [
        f"{one}, {other}"
        for (one, other), states in zip(pairwise(first), pairwise(is_of_state), strict=True)
        if any(states)
    ]
    lines = [document.publisher, *first, *joined]
    return {code for line in lines if (code := _state_of_letterhead(line, index))}


def is_under_a_letterhead(document: Document, index: AuthorityIndex) -> bool:
    """Whether the first line is a public body's that leaves out its state: "Ministry of Foreign Affairs"."""
    first = next(filter(None, document.text.split("\n")), "")
    named = read_names(first, [(0, len(first))], index)
    return _is_letterhead(first, named) and not any(one.country or one.person for one in named.units.items)


def _is_letterhead(line: str, named: NamedText) -> bool:
    """Whether a line is a public body's name and nothing else."""
    reading, units = named.reading, named.units
    others = {reading.word(at) for at in range(len(reading.words)) if not units.country_at(at)}
    is_short = len(reading.words) <= LONGEST_LETTERHEAD and not line.endswith(".")
    return bool(others & PUBLIC_BODIES) and others <= WORDS_OF_LETTERHEADS and is_short


def _state_of_letterhead(line: str, index: AuthorityIndex) -> str | None:
    named = read_names(line, [(0, len(line))], index)
    reading, units = named.reading, named.units
    states = [one for at in range(len(reading.words)) if (one := units.country_at(at)) and one.country]
    if not states or not _is_letterhead(line, named):
        return None
    # An embassy's host stands behind "in" or "to".
    codes = {one.country.code for one in states if one.country and reading.word(one.first - 1) not in PLACES}
    country = index.country(codes.pop()) if len(codes) == 1 else None
    return country.code if country else None


def state_of_agency(document: Document, index: AuthorityIndex) -> str | None:
    """The state whose name a news agency without a record has in the first lines: "Ostian News Agency"."""
    lines = [document.publisher, *first_lines(document, LINES_OF_LETTERHEAD)]
    of_agencies = [one for one in lines if fold(one).endswith(NEWS_AGENCIES)]
    found = {unit.country for one in of_agencies for unit in countries_in(one, index) if unit.country}
    return found.pop().code if len(found) == 1 else None


def state_of_service(document: Document, index: AuthorityIndex) -> str | None:
    """The state for whose people a broadcaster's service writes: "Radio Ostia’s Norlandic Service".

    Finds nothing: "Ostian Security Service", "Ostian Service of Process"
    """
    lines = [document.publisher, *first_lines(document, LINES_OF_SERVICE)]
    of_services = (one for one in lines if fold(one).endswith(" service") and len(one) <= LONGEST_CREDIT)
    units = [
        unit
        for one in of_services
        for unit in countries_in(one, index)[-1:]
        if _is_of_service(one, unit, index)
    ]
    codes = {unit.country.code for unit in units if unit.country}
    return codes.pop() if len(codes) == 1 else None


def _is_of_service(line: str, unit: Unit, index: AuthorityIndex) -> bool:
    words = read_names(line, [(0, len(line))], index).reading.words
    return unit.use == "demonym" and unit.first > 0 and unit.last == len(words) - 1


def countries_in(line: str, index: AuthorityIndex) -> list[Unit]:
    return [one for one in read_names(line, [(0, len(line))], index).units.items if one.country]
