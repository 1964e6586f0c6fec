"""Where the field of an office ends and a name begins: "Minister of Grain Ivo Lund"."""

from __future__ import annotations

from statements.resolution.bodies.state_bodies import KINDS
from statements.resolution.index.given_names import is_given_name
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import ARTICLES, NAME_PARTICLES, OFFICE_HEADS, any_of

# Whoever is one of something is of no person: "Minister of Grey Hills", not "spokesman for Ivo Lund".
HEADS_OF_FIELDS = KINDS | frozenset(
    ("minister", "chairman", "chairwoman", "chairperson", "chair", "director", "commissioner", "rector",
     "governor", "mayor", "undersecretary", "ministry", "institute", "centre", "center")
)  # fmt: skip
# No field ends with them, and no surname stands behind them.
ADJECTIVES_OF_FIELDS = any_of(
    "agricultural artificial civil constitutional cultural digital ecological economic electronic"
    " environmental european external federal foreign higher human humanitarian industrial institutional"
    " international judicial legal local maritime mineral municipal mutual national natural nuclear political"
    " public regional religious rural scientific social spatial strategic sustainable technical territorial"
    " urban"
)
HEADS_OF_FIELDS -= {"office", "staff", "mission", "secretariat"}
LONGEST_CALLING = 5


def behind_field(reading: Reading, first: int, last: int) -> int:
    """Where a name begins in a run that goes on from the field of an office; the run's end without a name.

    Finds: "Ivo Lund" in "Director of Grey Hills Ivo Lund", "Ivo van Lund" in "Minister of Grain Ivo van Lund"
    Finds nothing: in "Director of Grey Hills".    Leaves alone: "Ivo Karl Lund" in "wife of Ivo Karl Lund"
    """
    if is_given_name(reading.word(first)) or not _goes_on_from_a_field(reading, first):
        return first
    names = [k for k in range(first, last) if reading.is_capital(k)]
    given = (k for k in names[1:-1] if is_given_name(reading.word(k)))
    plain = [k for k in names if k + 1 == last or reading.word(k - 1) not in NAME_PARTICLES]
    start = next(given, plain[-2] if len(plain) > 1 else last)
    is_after_and = reading.word(first - 1) == "and"
    return start if start > first or is_after_and else last


def _goes_on_from_a_field(reading: Reading, first: int) -> bool:
    """Whether "Minister of", "Agency for the" or "Commissioner for Grain and" stands before a word.

    "Minister for Public" too, whose field is not at its end; not "Minister of Grain", behind which the name
    begins.
    """
    at, is_inside = first - 1, is_in_a_field(reading, first)
    if reading.is_capital(at) and not is_inside:
        return False
    while first - at <= LONGEST_CALLING and reading.is_joined(at + 1):
        if reading.word(at) in ("of", "for", "on"):
            heads = HEADS_OF_FIELDS | OFFICE_HEADS if is_inside else HEADS_OF_FIELDS
            return reading.word(at - 1) in heads and reading.is_joined(at)
        if reading.word(at) not in ARTICLES | {"and"} and not reading.is_capital(at):
            return False
        at -= 1
    return False


def is_in_a_field(reading: Reading, at: int) -> bool:
    """Whether a word stands behind an adjective of fields: "Order" in "Minister for Public Order"."""
    return (
        reading.is_joined(at) and reading.is_capital(at - 1) and reading.word(at - 1) in ADJECTIVES_OF_FIELDS
    )
