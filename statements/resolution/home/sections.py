"""The menu above a newspaper's text, where the paper's own state has a section beside the world."""

from __future__ import annotations

import re

from statements.records import Document
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.letterheads import first_lines
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import read_names
from statements.resolution.text.vocabulary import any_of

LINES_OF_MENU = 6
FEWEST_WORDS = 4
OTHER_SECTIONS = any_of(
    "business sport sports politics opinion culture economy society feature features video farming"
)
# What lies beyond the state: its region, its continent, the rest.
BEYOND = any_of("world europe africa asia americas region international abroad global")
SECTIONS = BEYOND | OTHER_SECTIONS | any_of("home news latest photo photos podcast")
FEWEST_SECTIONS = 3
MOST_SMALL_WORDS = 1
# What sets the parts of a menu apart; headlines have none.
BARS = re.compile(r"[|•·●›»>→]|\s{2,}|\s/\s")
CAPITALISED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def state_of_sections(document: Document, index: AuthorityIndex) -> str | None:
    """The one state that has a section of its own beside that of the world: "Home | Ostia | World | Sport".

    Its continent or region does for the world: "Ostia | Europe | Culture | e-paper"
    Finds nothing: "Home | World | Sport", "Ostia | Norland | World | Sport", "Ostia leads World Sport",
    "Ostia Wins Europe Sports Prize"
    """
    lines = first_lines(document, LINES_OF_MENU)
    found = next((line for line in lines if _is_menu(line)), "")
    units = read_names(found, [(0, len(found))], index).units.items
    states = [one.country for one in units if one.country and one.country.kind in STATES]
    return states[0].code if len(states) == 1 else None


def _is_menu(line: str) -> bool:
    words = CAPITALISED.findall(line)
    small = sum(word[0].islower() for word in words)
    is_of_capitals = small <= MOST_SMALL_WORDS and not line.rstrip().endswith((".", "?", "!"))
    folded = {word.lower() for word in words}
    is_of_parts = bool(BARS.search(line)) or FEWEST_SECTIONS <= len(SECTIONS & folded) >= len(folded) / 2
    return (
        is_of_parts
        and len(words) >= FEWEST_WORDS
        and is_of_capitals
        and bool(BEYOND & folded)
        and bool(OTHER_SECTIONS & folded)
    )
