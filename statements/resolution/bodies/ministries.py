"""Ministries by pattern: "Foreign Ministry", "Ministry of Water and Irrigation", "MFA"."""

from __future__ import annotations

from statements.resolution.bodies.state_bodies import in_capitals
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import MINISTRY_FIELDS, any_of

LONGEST_FIELD = max(len(field) for field in MINISTRY_FIELDS)
# As printed in capitals -> the field.
SHORT_MINISTRIES = {
    "MFA": "Foreign",
    "MoD": "Defence",
    "MOD": "Defence",
    "MoFA": "Foreign",
    "MOFA": "Foreign",
}
# Fields whose ministries have many further duties in their names, and are called by the first.
CALLED_BY_THE_FIRST = frozenset(("Foreign", "Defence"))
STATES_WITHOUT_MINISTERS = frozenset(("US",))
LONGEST_RUN = 12
# What ends a field that begins with a people: "Migration and Ostians Abroad".
ABROAD = any_of("abroad overseas expatriates emigrants")
OPENERS_OF_FIELDS = frozenset(words[0] for words in MINISTRY_FIELDS)
# Words of the fields of ministries that no list has whole.
WORDS_OF_FIELDS = any_of(
    "agriculture agricultural water irrigation fisheries fishing forestry food infrastructure housing"
    " construction urban rural communities territorial territories development education science"
    " sciences research higher technology technologies digital innovation innovations culture"
    " information youth communications sport sports tourism health healthcare social protection policy"
    " policies services family families women gender equality labour labor employment population"
    " migration immigration integration veterans diaspora religious religion worship justice interior"
    " internal security public emergency emergencies situations disaster management civil defence"
    " defense national military industry industries strategic oil gas petroleum energy electricity power"
    " mines mining natural resources minerals ecology environment environmental climate change planning"
    " finance finances economy economic economics commerce trade investment investments export transport"
    " transportation railways railway aviation maritime roads shipping ports state property customs"
    " taxes taxation revenue statistics reform reforms decentralization decentralisation parliamentary"
    " local administration regional region regions federal citizenship refugees borders reintegration"
    " intelligence unification reconciliation expatriates solidarity supply municipal heritage arts"
    " media telecommunications telecom affairs relations cooperation external european europe foreign"
    " international emigrants livestock high tech insurance displaced persons occupied temporarily"
    " nuclear atomic space electronic governance minorities human rights christian endowments awqaf hajj"
    " legal judicial constitutional inclusion sustainable green ecological transition internally action"
    " mineral geology subsoil hydrocarbons petrochemicals fuel oceans land lands settlements monuments"
    " antiquities archaeology communication competitiveness entrepreneurship enterprise enterprises business"
    " small medium elderly children disabilities poverty reduction cohesion demography pensions works"
    " neighbourhood neighborhood enlargement partnerships equality values budget competition jobs crisis"
    " preparedness euro atlantic minority"
    " sea seas consumer marine mechanization steel textiles cyber cybersecurity homeland borders"
    " transformation animal animals husbandry veterinary"
    " digitalization digitalisation artificial aid logistics expatriate returnees resettlement privatization"
)
LINKS = frozenset(("and", "of", "for", "the"))


def ministry_at(reading: Reading, at: int) -> tuple[int, str, str]:
    """The word after a ministry's name that begins at a word, its field, and the field as keys have it.

    Finds: "Ministry of Education and Science", "Water and Irrigation Ministry", "high-tech industry ministry"
    Finds no field: "ministry", "Ministry of Silly Walks"
    """
    if reading.word(at) == "ministry":
        field, last = field_after(reading, at + 1)
        return last, field, _key(field)
    if reading.printed(at, at + 1) in SHORT_MINISTRIES:
        field = SHORT_MINISTRIES[reading.printed(at, at + 1)]
        return at + 1, field, _key(field)
    field, last = _field_at(reading, at)
    if field and reading.word(last) == "ministry" and reading.is_joined(last):
        return last + 1, field, _key(field)
    return at, "", ""


def _key(field: str) -> str:
    return field.lower().replace(",", "").replace(" ", "-")


def field_after(reading: Reading, at: int) -> tuple[str, int]:
    """The field after "Ministry of (the)" or "ministers of", and the word after it."""
    if reading.word(at) not in ("of", "for") or not reading.is_joined(at):
        return "", at
    start = at + 1 + (reading.word(at + 1) == "the")
    field, last = _field_at(reading, start)
    if reading.word(last) == "ministry":
        field, last = _known_field(reading, start)
    return (field, last) if field else ("", at)


def _field_at(reading: Reading, start: int) -> tuple[str, int]:
    """The longest field that begins at a word: one of the list, or several joined by "and"."""
    end, read = start, []
    while end - start < LONGEST_RUN and (end == start or _goes_on(reading, end)):
        if _is_abroad(reading, end + 1):
            end += 2
            continue
        read.append(reading.word(end))
        if read[-1] not in WORDS_OF_FIELDS | LINKS and tuple(read) not in MINISTRY_FIELDS:
            break
        end += 1
    while end > start and reading.word(end - 1) in LINKS:
        end -= 1
    known, last = _known_field(reading, start)
    if end <= last or known in CALLED_BY_THE_FIRST:
        return known, max(last, end) if known else last
    return in_capitals(reading.printed(start, end)), end


def _is_abroad(reading: Reading, at: int) -> bool:
    """Whether a word ends "Ostians Abroad", but not "went abroad", "a minister abroad"."""
    is_word = reading.word(at) in ABROAD and reading.is_joined(at)
    return is_word and reading.is_capital(at) and reading.is_capital(at - 1)


def _known_field(reading: Reading, start: int) -> tuple[str, int]:
    if reading.word(start) not in OPENERS_OF_FIELDS:
        return "", start
    for length in range(LONGEST_FIELD, 0, -1):
        words = tuple(reading.word(start + k) for k in range(length))
        is_close = all(reading.is_joined(start + k) for k in range(1, length))
        if words in MINISTRY_FIELDS and is_close:
            return MINISTRY_FIELDS[words], start + length
    return "", start


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a field goes on: "Education, Science and Sport", but not after the comma of a clause."""
    if not reading.same_sentence(at - 1, at):
        return False
    is_listed = reading.gap(at) == ", " and reading.is_capital(at) and reading.is_capital(at - 1)
    return reading.is_joined(at) or (is_listed and reading.word(at) in WORDS_OF_FIELDS)
