"""The words of the names that movements, parties and charities give themselves."""

from __future__ import annotations

from statements.resolution.bodies.facilities import FACILITIES
from statements.resolution.text.vocabulary import (
    ARTICLES,
    DATE_WORDS,
    FUNCTION_WORDS,
    OFFICE_HEADS,
    PRIVATE_HEADS,
    WORDS_OF_BODIES,
    any_of,
)

# Common nouns that introduce such a name or explain it.
CLASSES = any_of(
    "group ngo charity party movement organisation organization watchdog militia coalition alliance"
    " network foundation union nonprofit association faction bloc initiative platform tank thinktank"
    " institute outfit collective company firm operator broadcaster website service shipowner"
    " consultancy airline carrier manufacturer contractor brokerage insurer producer retailer utility"
    " regulator body"
)
# The nouns of such names themselves.
NOUNS_OF_NAMES = (
    WORDS_OF_BODIES - {"world", "united", "nations", "cross", "crescent", "societies", "bank", "firm"}
) | frozenset(
    (
        "party", "council", "committee", "administration", "bloc", "brigade", "brigades", "forum", "club",
        "army", "forces", "platform", "syndicate", "secretariat", "house", "trust", "corps", "commission",
        "directorate", "agency", "service", "inspectorate",
    )
)  # fmt: skip
LINKS = frozenset(("of", "for", "on", "against", "to"))
# They rank an office: "National Executive Director".
RANKS = any_of("national executive senior deputy regional managing general legal former press")
# By these a body is named again: "the group", "the Movement". "The party" may be any other.
CALLED_AGAIN = (CLASSES | NOUNS_OF_NAMES | FACILITIES) - {
    "party", "council", "house", "army", "forces", "administration", "body"
}  # fmt: skip
SMALL_IN_OTHER_LANGUAGES = any_of("por para el la los las de del du des pour les und für di della")
SMALL = LINKS | ARTICLES | SMALL_IN_OTHER_LANGUAGES | {"and"}
OUTSIDE_NAMES = (FUNCTION_WORDS | DATE_WORDS | OFFICE_HEADS | PRIVATE_HEADS) - {"justice"}
