"""The names of public bodies on lines of their own: ministries, embassies, their offices."""

from __future__ import annotations

import re

from statements.cleaning.page import Page
from statements.cleaning.reasons import IMPRINT
from statements.folding import fold

LONGEST_LETTERHEAD = 16
# How the name of a public body begins, what else it holds, and what a state's does.
BODIES = (
    "ministry of", "ministry for", "department of", "press service of", "press office of",
    "press center of", "press centre of", "information service of", "office of the president",
    "office of the prime minister", "office of the government", "administration of the president",
    "presidency of", "government of", "embassy of", "permanent mission of", "mission of", "delegation of",
    "consulate general of", "cabinet of", "secretariat of", "general staff of",
    "chancellery of", "chancery of", "president of", "prime minister of", "parliament of", "state committee",
    "council of ministers", "general secretariat of", "permanent representation of", "directorate general",
)  # fmt: skip
WORDS_OF_BODIES = frozenset(
    [
        "ministry", "ministers", "department", "press", "service", "office", "center", "centre",
        "information", "administration", "presidency", "president", "prime", "minister", "government",
        "embassy", "permanent", "mission", "delegation", "consulate", "general", "cabinet", "parliament",
        "secretariat", "staff", "chancellery", "armed", "forces", "foreign", "affairs", "external",
        "internal", "interior", "defence", "defense", "national", "security", "justice", "finance",
        "economy", "economic", "development", "energy", "health", "education", "culture", "trade",
        "industry", "transport", "agriculture", "environment", "european", "europe", "integration",
        "relations", "international", "cooperation", "emergency", "situations", "public", "state",
        "council", "of", "the", "for", "and", "chancery", "head", "committee", "representation",
        "directorate", "communication", "communications", "spokesperson", "spokesman", "diplomacy", "section",
        "division", "media", "relations", "representative", "s",
]
)  # fmt: skip
WORDS_OF_STATES = frozenset(
    ["republic", "kingdom", "federation", "states", "union", "emirates", "principality", "duchy", "islamic"]
)


# "Government of Ostia", "Republic of Ostia": the state above the name of its ministry.
STATE = re.compile(
    r"(?:the )?(?:(?:government|state) of (?:the )?|)"
    r"((?:[^\W\d_]+ ){0,3}"
    r"(?:republic|kingdom|federation|principality|sultanate|emirates?|union) of [^\d.,:]{3,40}"
    r"|(?<=of )[^\d.,:]{3,40})",
    re.IGNORECASE,
)


def is_letterhead(text: str) -> bool:
    """Whether a line is nothing but a public body's name.

    It is: "Press Service of the President of the Republic of Ostia", "Norlandic Ministry of Defence"
    It is not: "Ministry of Defence of Ostia Denies the Report", "Office of the Spokesperson"
    """
    words = text.strip().removeprefix("The ").split()
    if (
        not 2 <= len(words) <= LONGEST_LETTERHEAD
        or not words[0][0].isupper()
        or not text.strip()[-1:].isalpha()
    ):
        return False
    folded = [fold(word) for word in words]
    if " ".join(folded[1:]).startswith(BODIES) and all(word in WORDS_OF_BODIES for word in folded[1:]):
        return folded[0] not in WORDS_OF_BODIES
    if not " ".join(folded).startswith(BODIES):
        return False
    at = next((at for at, word in enumerate(folded) if word not in WORDS_OF_BODIES), len(words))
    name = words[at:]
    if at == len(words) or folded[at - 1] not in ("of", "the", "in", "to"):
        return False
    places = [word for word in name if word not in ("of", "and", "the", "in", "to")]
    is_long = bool({fold(word) for word in name} & WORDS_OF_STATES) or "in" in name or "to" in name
    return all(word[0].isupper() for word in places) and len(places) <= (6 if is_long else 2)


BODY = re.compile(
    r"\b(?:ministry|department|office|directorate|secretariat|administration|(?:press|information) service"
    r"|chancell?e?ry|embassy|spokesperson|division|cabinet)\b"
)


def is_office(text: str) -> bool:
    """A body or a part of one without its state: "(Office of the Spokesperson)", "Press Department"."""
    words = fold(text).split()
    is_of_body = len(words) >= 2 and all(word in WORDS_OF_BODIES for word in words)
    return is_of_body and text.strip("([ ")[:1].isupper() and BODY.search(fold(text)) is not None


def is_of_a_body(text: str) -> bool:
    """A body, a part of one, or the state above them."""
    return is_letterhead(text) or is_office(text) or STATE.fullmatch(text) is not None


def letterhead_name(page: Page) -> str:
    """The body above the headline: "Ministry of Foreign Affairs of Ostia".

    A ministry beneath "Government of Ostia" is that government's.
    """
    opening = page.opening()
    lines = [page.paragraphs[at].text for at in page.with_reason(IMPRINT) if at in opening]
    state = next((found[1] for line in lines if (found := STATE.fullmatch(line))), "")
    ministry = next((line for line in lines if is_office(line) and fold(line).startswith("ministry")), "")
    if state and ministry:
        return f"{ministry} of {'the ' if ' of ' in state else ''}{state}"
    return next((line for line in lines if is_letterhead(line)), "")
