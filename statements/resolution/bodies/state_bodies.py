"""Bodies of a state that no list has whole: "Border Service", "State Committee for National Security"."""

from __future__ import annotations

from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

# What such a body is.
KINDS = any_of(
    "service committee commission agency council guard inspectorate directorate authority bureau office"
    " department secretariat corps police command court tribunal staff fund gendarmerie board mission"
    " force chamber troops"
)
# Of chambers a state has these; the others are of merchants, or of a parliament.
CHARGES_OF_CHAMBERS = any_of("customs tax taxes revenue accounts audit fiscal auditors")
# What it looks after.
CHARGES = any_of(
    "border borders guard guards customs security intelligence investigative investigation investigations"
    " election elections electoral tax taxes revenue migration immigration emergency emergencies rescue"
    " corruption defence defense foreign affairs relations interior internal military naval maritime coast"
    " aviation civil statistics statistical nuclear atomic energy space audit accounts financial monitoring"
    " antimonopoly competition communications media constitutional judicial judiciary legislative executive"
    " parliamentary prosecutor prosecution penitentiary prison correctional protection bodyguard food safety"
    " health veterinary sanitary water agriculture agricultural environment environmental ecology property"
    " trade export transport road roads railway highway port sea ports privatisation privatization pension"
    " veterans minorities diaspora religious religion religions languages language youth culture education"
    " science labour labor employment planning industry technology digital cyber cybersecurity"
    " counterterrorism terrorism drug drugs narcotics control missing persons prisoners captives hostages war"
    " sanctions oil gas housing justice ombudsman auditor ports home homeland commerce treasury"
    " assistance observation observer observers monitoring verification peacekeeping stabilisation"
    " stabilization support training advisory military multidimensional integrated refugees displaced"
    " demining mines mineral minerals geology geological geodesy cartography cinematography architecture"
    " infrastructure construction forestry fisheries tourism sport sports digitalization digitalisation"
    " disaster disasters flood floods drought"
    " weather hydrometeorology meteorology meteorological seismic seismological waters river rivers"
    " irrigation television radio broadcasting broadcast telecommunications audiovisual licensing"
)
# What is done about a charge, and is none alone: "Disaster Management Agency".
DEEDS = any_of("management prevention mitigation preparedness response relief reduction recovery")
# What tells one of its kind from others, and no charge yet.
RANKS = any_of(
    "state national federal central supreme high general main chief joint special republican royal"
    " presidential governmental operational unified independent permanent standing anti regional district"
)
# Kinds that a rank alone makes a body of the state: "Supreme Court", "National Police".
OF_THE_STATE = any_of("guard police court command gendarmerie corps tribunal")
# One word that is such a body's whole name.
WHOLE_NAMES = any_of("coastguard gendarmerie")
# Officers whose office it is, by the last word of their title.
OFFICERS = (
    ("prosecutor", "general"),
    ("general", "prosecutor"),
    ("attorney", "general"),
    ("auditor", "general"),
    ("state", "prosecutor"),
    ("chief", "prosecutor"),
    ("human", "rights", "defender"),
    ("human", "rights", "commissioner"),
    ("human", "rights", "ombudsman"),
    ("ombudsman",),
    ("ombudsperson",),
    ("prosecutor",),
)
HUMAN_RIGHTS = ("human", "rights")
INTO_A_CHARGE = ("for", "of", "on", "against")
LONGEST = 9
# What states alone look after, and no city or region.
CHARGES_OF_STATES = any_of(
    "foreign external defence defense border borders customs homeland immigration weather meteorology"
    " meteorological hydrometeorology seismological"
)
# Cities and regions have them too.
LOCAL_KINDS = any_of(
    "police court department office board administration election elections committee chamber"
)

OPENERS_OF_OFFICES = {"office", *(words[0] for words in OFFICERS)}
OPENERS = CHARGES | RANKS | WHOLE_NAMES | {"human", "office", *KINDS, *(words[0] for words in OFFICERS)}


def state_body(reading: Reading, at: int) -> int:
    """The word after the body's name that begins at a word; that word itself where none does.

    Finds: "Border Service", "anti-corruption bureau", "State Committee for National Security",
    "Prosecutor General’s Office", "Office of the Ombudsman", "coastguard"
    Finds nothing: "the service", "National Council", "Refugee Council", "State Department official’s"
    """
    office = _office(reading, at)
    if office > at:
        return office
    last, is_charged, end = at, False, at + (reading.word(at) in WHOLE_NAMES)
    while last - at < LONGEST and (last == at or reading.is_joined(last)):
        word = reading.word(last)
        after = _after_human_rights(reading, last)
        if after > last:
            last, is_charged = after, True
            continue
        # A press service is of the body that its name goes on with.
        is_kind = word in KINDS and reading.word(last - 1) != "press"
        is_kind = is_kind and (word != "chamber" or _is_of_the_state(reading, last))
        if is_kind and (last > at or not is_charged):
            charged = _end_of_charge(reading, last + 1)
            is_body = (is_charged and last > at) or (word in OF_THE_STATE and _has_rank(reading, at, last))
            if is_body or (charged > last + 1 and word != "office"):
                end = charged
        if word not in CHARGES | RANKS | DEEDS and not _is_joint(reading, last, at):
            break
        is_charged = is_charged or word in CHARGES
        last += 1
    return end


def is_local(reading: Reading, first: int, last: int) -> bool:
    """Whether a city may have such a body: its police, an election commission that is not the central one.

    It has no Central Election Commission and no Department of Foreign Affairs.
    """
    words = set(reading.folded(first, last))
    of_states = CHARGES_OF_STATES | (RANKS - {"regional", "district", "special"})
    return bool(words & LOCAL_KINDS) and not words & of_states


def _is_joint(reading: Reading, at: int, first: int) -> bool:
    """The "and" of "Defence and Security Committee"."""
    return reading.word(at) == "and" and at > first and reading.word(at + 1) in CHARGES


def _is_of_the_state(reading: Reading, chamber: int) -> bool:
    """ "Customs chamber", "Chamber of Accounts"; not "Chamber of Commerce", "upper chamber"."""
    beside = {
        reading.word(chamber - 1),
        reading.word(chamber + 2) if reading.word(chamber + 1) == "of" else "",
    }
    return bool(beside & CHARGES_OF_CHAMBERS)


def _has_rank(reading: Reading, first: int, last: int) -> bool:
    return last > first and any(reading.word(at) in RANKS for at in range(first, last))


def _after_human_rights(reading: Reading, at: int) -> int:
    """After "Human Rights" of a commission; a committee or council of that name may be anybody’s."""
    words = tuple(reading.word(at + k) for k in range(3))
    return at + 2 if words[:2] == HUMAN_RIGHTS and words[2] in ("commission", "office") else at


def _end_of_charge(reading: Reading, at: int) -> int:
    """After "for National Security" and the like; ``at`` where no charge follows."""
    if reading.word(at) not in INTO_A_CHARGE or not reading.is_joined(at):
        return at
    last, end = at + 1, at
    while last - at < LONGEST and reading.is_joined(last):
        word = reading.word(last)
        if word in CHARGES or (word in DEEDS and end > at):
            end = last + 1
        elif word not in RANKS and word not in ("and", "of", "the", "with", "work"):
            break
        last += 1
    # "Press Department of the Foreign Ministry" is the ministry's.
    return at if reading.word(end) == "ministry" else end


def _office(reading: Reading, at: int) -> int:
    """After "Prosecutor General’s Office" or "Office of the Prosecutor General"."""
    if reading.word(at) not in OPENERS_OF_OFFICES:
        return at
    is_before = reading.word(at) == "office" and reading.word(at + 1) == "of"
    start = at + 2 + (reading.word(at + 2) == "the") if is_before else at
    for words in OFFICERS:
        end = start + len(words)
        if tuple(reading.word(start + k) for k in range(len(words))) != words:
            continue
        if not all(reading.is_joined(k) for k in range(at + 1, end)):
            continue
        if is_before:
            return end
        is_owner = reading.is_possessive(end) and reading.word(end + 1) in ("office", "service")
        if is_owner and reading.is_joined(end + 1):
            return end + 2
    return at


def printed_name(reading: Reading, first: int, last: int) -> str:
    """The name with capitals, in the spelling that Chancery keeps: "border service" -> "Border Service".

    An officer's office is called alike in either order: "Office of the Ombudsman" -> "Ombudsman’s Office".
    """
    if reading.word(first) == "office" and reading.word(first + 1) == "of":
        start = first + 2 + (reading.word(first + 2) == "the")
        return f"{printed_name(reading, start, last)}’s Office"
    return in_capitals(reading.printed(first, last).replace("'", "’").replace("`", "’"))


SPELLINGS = {"defense": "Defence", "labor": "Labour", "coastguard": "Coast Guard"}
# A name of that many capitals may be initials: "MIT".
MOST_INITIALS = 4
SMALL = frozenset(("and", "of", "for", "on", "the", "with", "against", "in", "to"))


def in_capitals(printed: str) -> str:
    """ "border service" -> "Border Service", "Defense and Security Committee" in British spelling.

    In a heading in capitals too: "WATER AND FORESTRY" -> "Water and Forestry".
    """
    if printed.isupper() and len(printed) > MOST_INITIALS:
        printed = printed.lower()
    words = (SPELLINGS.get(word.lower(), word) for word in printed.split())
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in words)
