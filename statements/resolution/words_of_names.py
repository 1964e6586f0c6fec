"""The words of the names that movements, parties and charities give themselves."""

from __future__ import annotations

from statements.resolution.vocabulary import (
    ARTICLES,
    DATE_WORDS,
    FUNCTION_WORDS,
    OFFICE_HEADS,
    PRIVATE_HEADS,
    WORDS_OF_BODIES,
)

# Common nouns that introduce such a name or explain it.
CLASSES = frozenset(
    (
        "group", "ngo", "charity", "party", "movement", "organisation", "organization", "watchdog", "militia",
        "coalition", "alliance", "network", "foundation", "union", "nonprofit", "association", "faction",
        "bloc", "initiative", "platform", "tank", "thinktank", "institute", "outfit", "collective",
    )
)  # fmt: skip
# The nouns of such names themselves.
NOUNS_OF_NAMES = (
    WORDS_OF_BODIES - {"world", "united", "nations", "cross", "crescent", "societies", "bank", "firm"}
) | frozenset(
    (
        "party", "council", "committee", "administration", "bloc", "brigade", "brigades", "forum", "club",
        "army", "forces", "platform", "syndicate", "secretariat", "house", "trust", "corps", "commission",
    )
)  # fmt: skip
LINKS = frozenset(("of", "for", "on", "against", "to"))
# They rank an office: "National Executive Director".
RANKS = frozenset(
    (
        "national",
        "executive",
        "senior",
        "deputy",
        "regional",
        "managing",
        "general",
        "legal",
        "former",
        "press",
    )
)
# By these a body is named again: "the group", "the Movement". "The party" may be any other.
CALLED_AGAIN = (CLASSES | NOUNS_OF_NAMES) - {"party", "council", "house", "army", "forces", "administration"}
SMALL = LINKS | ARTICLES | {"and"}
OUTSIDE_NAMES = (FUNCTION_WORDS | DATE_WORDS | OFFICE_HEADS | PRIVATE_HEADS) - {"justice"}
