"""Which titles are of a state's own officials, however little they say: "Deputy Foreign Minister"."""

from __future__ import annotations

from functools import lru_cache

from statements.folding import fold
from statements.resolution.bodies.ministries import STATES_WITHOUT_MINISTERS, WORDS_OF_FIELDS
from statements.resolution.bodies.state_bodies import CHARGES, KINDS, RANKS
from statements.resolution.index.offices import office_of
from statements.resolution.persons.roles import ADVISING, COUNTERPARTS, OUT_OF_OFFICE
from statements.resolution.text.vocabulary import (
    ARTICLES,
    MINISTRY_FIELDS,
    OFFICES_HELD,
    PRIVATE_BODIES,
    PRIVATE_HEADS,
    RANKS_OF_FORCES,
    SPOKESPERSONS,
    TITLE_WORDS,
    any_of,
)

# A title with one of these is of a state, if all of its other words may stand in such a title.
OFFICES_OF_STATE = any_of(
    "minister premier president presidential ministry parliament parliamentary speaker government"
    " pm fm dpm cs"
    " cabinet army military navy presidency chancellor king queen customs border undersecretary"
)
PHRASES_OF_STATE = (
    "armed forces", "general staff", "national security", "security council", "state secretary",
    "secretary of state", "foreign secretary", "defence secretary", "defense secretary", "home secretary",
    "interior secretary", "cabinet secretary", "central bank", "national assembly", "chief of staff",
    "head of state", "foreign office", "attorney general", "prosecutor general", "federal councillor",
    "federal councilor", "state councillor", "state councilor", "defence chief", "defense chief",
    "intelligence chief", "spy chief", "diplomatic chief", "top diplomat", "chief diplomat",
    "homeland security", "presidential envoy", "presidential adviser", "presidential aide",
)  # fmt: skip
MAY_STAND_BESIDE = (
    OFFICES_OF_STATE
    | SPOKESPERSONS
    | {word for field in MINISTRY_FIELDS for word in field}
    | frozenset(
        [
            "deputy", "alternate", "vice", "first", "acting", "interim", "caretaker", "new", "newly",
            "appointed",
            "senior", "prime", "press", "secretary", "service", "office", "of", "the", "for", "to", "and",
            "s", "in", "on", "chief", "head", "director", "chair", "chairman", "chairwoman", "chairperson",
            "adviser", "advisor", "aide", "assistant", "official", "officials", "officer", "representative",
            "source", "sources", "diplomat", "spokespeople", "administration", "department", "information",
            "consular", "legal", "political", "states", "general", "staff", "armed", "forces", "air",
            "force", "national", "security", "state", "council", "central", "bank", "assembly", "committee",
            "guard", "guards", "troops", "colonel", "major", "captain", "lieutenant", "brigadier",
            "admiral", "commander", "governor", "top", "permanent", "house", "his", "her", "excellency",
            "policy", "additional", "joint", "principal", "special", "mine", "delegation", "lt", "col", "gen",
            "senate", "councillor", "councilor", "attorney", "prosecutor", "federal", "intelligence", "spy",
            "maj", "capt", "envoy", "ambassador", "battalion", "brigade", "regiment",
]
    )
)  # fmt: skip
# Words of ministers who are not of a state's government, or of no government at all.
NOT_OF_THE_STATE = any_of(
    "regional provincial chief counsellor counselor former ex party church opposition campaign shadow"
    " honorary local city district club"
)
# What a minister may be called before the field: "junior minister for grain".
RANKS_OF_MINISTERS = frozenset(
    ("junior", "deputy", "vice", "state", "senior", "cabinet", "first", "acting", "assistant", "alternate")
)
# What secretaries of parties and unions are for.
OF_PARTIES = any_of("international media policy local regional social women youth publicity federal public")
LEADERS_OF_BODIES = frozenset(
    ("head", "chief", "director", "chairman", "chairwoman", "chairperson", "chair", "deputy")
)
# Whoever heads a group of people is called by one of these, and beside it by no more than those below.
HEADS_OF_GROUPS = LEADERS_OF_BODIES | {
    "president", "leader", "founder", "coordinator", "manager", "secretary",
}  # fmt: skip
BESIDE_HEADS_OF_GROUPS = frozenset(
    ("its", "the", "vice", "executive", "general", "managing", "regional", "founding", "acting", "and")
)
# Parts that a ministry has, and a town or a university hardly.
DIVISIONS = frozenset(("division", "directorate", "desk", "section", "bureau", "department"))
LOCAL = frozenset(
    ["mayor", "governor", "gov", "senator", "sen", "sheriff", "party", "campaign", "candidate", "club"]
)
HEADS_OF_ORGANISATIONS = SPOKESPERSONS | frozenset(
    [
        "secretary", "representative", "envoy", "commissioner", "director", "chief", "head", "chair",
        "chairman", "chairperson", "coordinator", "rapporteur", "official",
]
)  # fmt: skip
# Bodies beside an organisation, whose people are their own.
OF_ANOTHER = any_of("network association federation movement alliance initiative coalition league campaign")
# A governor beside one of these is of a bank or a house, or none.
GOVERNING = any_of("governor deputy vice acting the of region regional province provincial s")
SOLE_OFFICES = frozenset(("prime minister", "foreign minister", "defence minister"))
COMMANDERS = RANKS_OF_FORCES | any_of("commander vice air chief wing group squadron field")
STATE_SECRETARIES = frozenset(("state secretary ", "secretary of state ", "permanent secretary "))
VICE_PRESIDENTS = frozenset(("executive", "vice", "president"))


@lru_cache(maxsize=4096)
def is_state_title(title: str, code: str = "") -> bool:
    """Whether a title without a country's name is of a state's government, parliament or forces.

    It is: "Deputy Foreign Minister", "Speaker of the National Assembly", "Digital Transformation Minister",
    "Foreign Ministry spokesman", "the President’s press secretary"
    "Deputy head of the Roads Agency", "Speaker of the Sejm", "Secretary of State for Grey Affairs"
    It is not: "director", "Regional Minister", "bank president", "former foreign minister", "envoy",
    "director of the grain institute", "mayor"
    """
    words = fold(title).split()
    # "Adviser to the President on Grain": of which field an adviser is, matters not.
    words = words[: words.index("on")] if "on" in words and ADVISING & set(words) else words
    held = set(words)
    if held & (OUT_OF_OFFICE | COUNTERPARTS) or (
        code in STATES_WITHOUT_MINISTERS and held & {"minister", "ministry"}
    ):
        return False
    if _serves_at_a_ministry(words):
        return not held & PRIVATE_HEADS
    if _is_minister(words):
        return not held & NOT_OF_THE_STATE and not held & PRIVATE_BODIES and words != ["first", "minister"]
    if ("bank" in held and "central" not in held) or (
        "council" in held and not held & {"security", "ministers"}
    ):
        return False
    if _is_secretary(words) or _is_secretary_of_state(words):
        return not held & NOT_OF_THE_STATE
    has_office = bool(held & OFFICES_OF_STATE) or any(
        f" {one} " in f" {' '.join(words)} " for one in PHRASES_OF_STATE
    )
    if (has_office and held <= MAY_STAND_BESIDE) or words[:3] == ["speaker", "of", "the"]:
        return not held & NOT_OF_THE_STATE - {"chief"}
    return _leads_a_body(held)


def _serves_at_a_ministry(words: list[str]) -> bool:
    """ "Undersecretary for the Pacific at the Foreign Secretariat", "director at the Ministry of Grain"."""
    at = next(
        (k for k, word in enumerate(words) if word in ("at", "in") and words[k + 1 : k + 2] == ["the"]), -1
    )
    body = words[at + 2 :] if at > 0 else []
    is_body = "ministry" in body or (body[-1:] == ["secretariat"] and len(body) > 1)
    return is_body and set(body) <= WORDS_OF_FIELDS | {
        "ministry",
        "secretariat",
        "foreign",
        "relations",
        "of",
        "and",
    }


def _is_minister(words: list[str]) -> bool:
    """ "Grain Minister", "a junior minister of grain", "Deputy Foreign Minister for Grey Affairs"."""
    if words[-1:] == ["minister"]:
        return True
    at = words.index("minister") if "minister" in words else -1
    is_of_a_field = at >= 0 and words[at + 1 : at + 2] in (["for"], ["of"])
    return is_of_a_field and set(words[:at]) <= RANKS_OF_MINISTERS | WORDS_OF_FIELDS | ARTICLES | {"foreign"}


def _is_secretary(words: list[str]) -> bool:
    """ "Grain Secretary", "Permanent Secretary for Grain"; not "party secretary", "press secretary"."""
    if "secretary" not in words:
        return False
    at = words.index("secretary")
    before, field = set(words[:at]), set(words[at + 1 :])
    is_of_state = bool(before & (WORDS_OF_FIELDS | {"permanent", "principal"}) - OF_PARTIES)
    is_plain = (
        before
        <= (WORDS_OF_FIELDS | {"permanent", "principal", "acting", "deputy", "additional"}) - OF_PARTIES
    )
    return is_of_state and is_plain and field <= WORDS_OF_FIELDS | ARTICLES | {"for", "of", "and"}


def _is_secretary_of_state(words: list[str]) -> bool:
    """ "State Secretary for Grain", "Deputy Secretary of State for Grey and Green Affairs"."""
    told = f"{' '.join(words)} "
    return told.removeprefix("deputy ").startswith(("state secretary for ", "secretary of state for "))


def _leads_a_body(held: set[str]) -> bool:
    """Whether a title is of who leads a body with a charge: "deputy head of the Roads Agency"."""
    is_of_a_body = held & KINDS and held & (CHARGES | WORDS_OF_FIELDS) and held & LEADERS_OF_BODIES
    is_plain = held <= MAY_STAND_BESIDE | WORDS_OF_FIELDS | CHARGES | KINDS | RANKS | LEADERS_OF_BODIES
    return bool(is_of_a_body) and is_plain and not held & NOT_OF_THE_STATE - {"chief"}


def is_of_any_group(title: str) -> bool:
    """Whether a title alone may be of who heads a state, a firm or a club.

    It may: "its director", "executive director", "president"
    It may not: "spokesman", "ambassador", "foreign minister"
    """
    held = set(fold(title).split())
    return bool(held & HEADS_OF_GROUPS) and held <= HEADS_OF_GROUPS | BESIDE_HEADS_OF_GROUPS


def is_bare_spokesperson(title: str) -> bool:
    """ "Spokesperson", "chief spokesman", "spokeswoman for grain"; not "party spokesman"."""
    calling, _, field = fold(title).partition(" for ")
    held = set(calling.split())
    is_bare = held <= SPOKESPERSONS | {"chief", "deputy", "official", "press", "media", "lead", "senior"}
    return (
        bool(held & SPOKESPERSONS) and is_bare and set(field.split()) <= WORDS_OF_FIELDS | {"and", "foreign"}
    )


def is_governor(title: str) -> bool:
    """ "Governor", "deputy governor of the region"; not "former governor", nor one of a place with a name."""
    held = set(fold(title).split())
    return "governor" in held and held <= GOVERNING


@lru_cache(maxsize=4096)
def sole_office(title: str) -> str:
    """The name of an office of which a state has no more than one at a time; empty for others.

    >>> sole_office("Ostian Foreign Minister"), sole_office("the Minister of Defence")
    ('foreign minister', 'defence minister')
    >>> sole_office("Deputy Foreign Minister"), sole_office("former Prime Minister")
    ('', '')
    """
    office = office_of(title)
    return office if office in SOLE_OFFICES else ""


def is_rank(title: str) -> bool:
    """ "Commander", "Rear Admiral", whose forces their own text need not name; not "Commander in Osta"."""
    held = set(fold(title).split())
    return bool(held) and held <= COMMANDERS


@lru_cache(maxsize=4096)
def is_of_a_ministry(title: str) -> bool:
    """Whether a title tells no more than that a ministry has such a person.

    It does: "State Secretary", "Assistant Minister", "press spokesperson",
    "deputy head of the ministry’s bureau", "head of the Pacific division"
    It does not: "State Secretary for Grain", "head of the Ministry of Grain"
    """
    told = f"{fold(title)} "
    return (
        is_at_the_ministry(title)
        or told in STATE_SECRETARIES
        or _is_bare_minister(told.split())
        or is_bare_spokesperson(title)
        or _leads_a_division(told.split())
    )


def _is_bare_minister(words: list[str]) -> bool:
    """ "Minister", "Junior Minister", "Undersecretary"; not "First Minister", "Grain Minister"."""
    is_minister = words[-1:] == ["minister"] and words != ["first", "minister"]
    return words == ["undersecretary"] or (is_minister and set(words[:-1]) <= RANKS_OF_MINISTERS)


def is_at_the_ministry(title: str) -> bool:
    """Whether a title calls a ministry named before: "ministry’s secretary", "envoy at the ministry"."""
    told = f"the {fold(title)} "
    return "the ministry " in told and "the ministry of " not in told and "the ministry for " not in told


def _leads_a_division(words: list[str]) -> bool:
    """ "Head of the Pacific division"; not "head of the history department at the university"."""
    at = words.index("of") if "of" in words else len(words)
    return (
        words[-1] in DIVISIONS
        and at < len(words)
        and set(words[:at]) <= LEADERS_OF_BODIES | {"acting", "general"}
    )


@lru_cache(maxsize=4096)
def is_title_of_a_state(title: str) -> bool:
    """Whether a title may be of a state's official: under "OSTIA:" that is enough.

    It is: "Special envoy", "negotiator".    It is not: "mayor", "opposition leader", "analyst"
    """
    held = set(fold(title).split())
    is_official = bool(held & (OFFICES_HELD - LOCAL))
    return is_official and not held & (OUT_OF_OFFICE | COUNTERPARTS | LOCAL | PRIVATE_BODIES | PRIVATE_HEADS)


def is_for_an_organisation(title: str) -> bool:
    """ "Secretary-General", "Executive Vice-President"; not "Foreign Minister", of whom a union has none.

    Nor "director of a women’s network".
    """
    told = f"{fold(title)} "
    held = set(told.split())
    if held <= VICE_PRESIDENTS:
        return "vice" in held
    # "The Alliance spokesperson" is the organisation's own, who is of nothing more.
    own = held - HEADS_OF_ORGANISATIONS - TITLE_WORDS - {"of", "the"}
    if (OF_ANOTHER & held and len(own) > 1) or " of a " in told or " of an " in told:
        return False
    return bool(held & HEADS_OF_ORGANISATIONS) and not held & (
        OFFICES_OF_STATE | OUT_OF_OFFICE | COUNTERPARTS | PRIVATE_BODIES | LOCAL
    )
