"""Institutions in the text: by their own names, and by pattern from a country's name."""

from __future__ import annotations

from dataclasses import replace

from statements.datelines import dateline_of
from statements.records import CountryRecord, SpeakerReference
from statements.resolution.bodies.branches import with_office
from statements.resolution.bodies.commissions import find_joint_commissions
from statements.resolution.bodies.de_facto import de_facto_authorities, first_of_marks
from statements.resolution.bodies.joint import find_joint_bodies
from statements.resolution.bodies.mentions import article_before, body_mention
from statements.resolution.bodies.national_societies import national_society
from statements.resolution.bodies.of_countries import institution
from statements.resolution.bodies.owners import OWNERS_AFTER, country_beside
from statements.resolution.bodies.parts import part_after, part_before, with_part
from statements.resolution.bodies.patterns import Pattern, patterns
from statements.resolution.bodies.posts import POSTED, at_their_posts, with_post
from statements.resolution.bodies.press_services import with_press_service
from statements.resolution.bodies.secretariats import find_secretariats
from statements.resolution.bodies.state_bodies import RANKS
from statements.resolution.bodies.the_country import (
    FARTHEST_NAME,
    FARTHEST_WORD,
    is_the_country,
    organisation_meant,
)
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government, recorded, speaking_for, unknown_institution
from statements.resolution.index.units import Unit, Units
from statements.resolution.text.mentions import GOVERNMENT, INSTITUTION, Mention
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import (
    ARTICLES,
    DATE_WORDS,
    FUNCTION_WORDS,
    OFFICE_HEADS,
    TITLE_WORDS,
    any_of,
)

OF_LEADERS = frozenset(("government", "administration", "cabinet"))
# Bodies that every state and many an organisation have abroad.
ABROAD = frozenset(("embassy", "mission", "delegation", "force", "consulate"))
# Bodies that many have in a capital that is not theirs: "the Security Council" in a summit's.
OF_ANYBODY = ABROAD | {"council", "commission"}
LONGEST_DATELINE = 20
# Bodies of organisations that are called by the last word of their name, and how their keys end.
LAST_WORDS = {"commission": ("commission",), "council": ("council-of-ministers",)}
OF_THE_UNION = frozenset((("european", "commission"), ("eu", "commission"), ("eu", "council")))
HEADS_OF_GOVERNMENTS = ("President", "Prime Minister", "Chancellor")
# What stands behind the name of a movement: "the Grey Wolves movement".
CLASSES_BEHIND = any_of(
    "party movement group militia coalition alliance bloc faction rebels militants fighters"
    " insurgents paramilitaries"
)


def find_institutions(reading: Reading, units: Units, index: AuthorityIndex) -> list[Mention]:
    """All institutions and governments, longest first where they overlap."""
    mentions = [*find_joint_bodies(reading, units, index), *find_joint_commissions(reading, units)]
    mentions += find_secretariats(reading, units)
    taken = {at for one in mentions for at in range(one.first, one.last)}
    for pattern in patterns(reading, units):
        if pattern.first in taken:
            continue
        before = mentions[-1] if mentions else None
        mention = widened(reading, units, mention_of(reading, units, index, pattern, before))
        mentions.append(mention)
        taken.update(range(mention.head_first, mention.head_last))
    for unit in units.items:
        named = None if unit.first in taken else _named(reading, units, unit)
        if named:
            mentions.append(widened(reading, units, named))
    return at_their_posts(mentions)


def widened(reading: Reading, units: Units, mention: Mention) -> Mention:
    """A body with the part, the office or the press service of it that speaks."""
    return with_press_service(reading, with_office(reading, units, with_part(reading, mention)))


def _named(reading: Reading, units: Units, unit: Unit) -> Mention | None:
    """A body by its own name, or a government by its country's or capital's.

    Finds: "Ostia’s State Duma", "the Grey Wolves movement", "Official Osta", "Ostia"
    Finds nothing: "Ostian"
    """
    first, last = unit.first, unit.last
    if unit.body is not None:
        last += unit.body.country is None and reading.is_joined(last) and reading.word(last) in CLASSES_BEHIND
        return body_mention(
            reading, first_of_owner(reading, units, unit), last, recorded(unit.body), head_first=first
        )
    if unit.country is None or unit.use == "demonym":
        return None
    society = national_society(reading, units, unit)
    if society:
        return society
    first -= unit.use == "capital" and reading.word(first - 1) == "official" and reading.is_joined(first)
    return body_mention(reading, first, last, government(unit.country), kind=GOVERNMENT)


def first_of_owner(reading: Reading, units: Units, unit: Unit) -> int:
    """The first word of a body's country before its name: "Ostia’s State Duma"."""
    at = unit.first - 1 - reading.is_possessive(unit.first - 1)
    owner = units.country_at(at) if reading.is_joined(unit.first) else None
    is_own = owner and owner.country and unit.body and owner.country.code == unit.body.country
    return owner.first if owner and is_own else unit.first


# --- joined to a country ------------------------------------------------------------


def mention_of(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern, before: Mention | None = None
) -> Mention:
    """Join a pattern to the country before or after it, or to the body whose part it is.

    Joins: "the Russian Foreign Ministry", "Armenia’s Justice Ministry", "Ministry of Justice of Armenia",
    "the General Staff of the Armed Forces of Armenia", "the country’s parliament" where one is named,
    "the ministry in Moscow", "the Security Council" where the UN alone is named
    Leaves open: "the ministry", "the Foreign Ministry", "the army in Armenia", "the embassy in Moscow",
    "the Moscow police", "Ostian and Norland army"
    """
    own = (
        _parliament_of_a_people(reading, units, pattern)
        or _government_by_its_name(reading, units, index, pattern)
        or part_before(reading, units, pattern, before)
        or part_after(reading, units, index, pattern)
    )
    if own:
        return own
    first, last, country = country_beside(reading, units, index, pattern)
    if country and pattern.key.endswith(POSTED):
        last, place = with_post(reading, units, last)
        pattern = replace(pattern, key=f"{pattern.key}{place.key}", name=f"{pattern.name}{place.name}")
    last += country is not None and _is_name_behind(reading, units, last)
    if country is None and reading.is_capital(pattern.first):
        country = _organisation_with(reading, units, index, pattern)
    country = country or _country_of_dateline(reading, units, pattern)
    speaker = institution(index, country, pattern) if country else None
    if country is None and not pattern.key:
        speaker = _called_by_its_last_word(reading, units, index, pattern)
    return Mention(
        kind=GOVERNMENT if pattern.field == "government" and speaker else INSTITUTION,
        first=article_before(reading, first),
        last=last,
        head_first=first,
        head_last=last,
        speaker=speaker,
        country=speaker.country if speaker else speaking_for(country),
        field=pattern.field,
        is_full=speaker is not None and bool(pattern.key) and not is_the_country(reading, first),
        is_genitive=reading.is_genitive(last),
    )


def _parliament_of_a_people(reading: Reading, units: Units, pattern: Pattern) -> Mention | None:
    """A parliament that is not the state's, by the name before it.

    Finds: "the Lundish Parliament of Ostia"    Finds nothing: "the National Parliament", "the new Parliament"
    """
    at, last = pattern.first - 1, pattern.last
    is_name = reading.is_capital(at) and reading.is_capital(at + 1) and reading.gap(at + 1) == " "
    known = FUNCTION_WORDS | TITLE_WORDS | DATE_WORDS | RANKS | {"new", "upper", "lower", "old"}
    if pattern.key != "parliament" or not is_name or units.at(at) or reading.word(at) in known:
        return None
    if not reading.same_sentence(at, last - 1) or reading.is_possessive(at):
        return None
    owner = units.country_at(last + 1) if reading.word(last) == "of" and reading.is_joined(last) else None
    last = owner.last if owner and owner.use == "name" else last
    return body_mention(reading, at, last, unknown_institution(reading.printed(at, last), None))


def _is_name_behind(reading: Reading, units: Units, at: int) -> bool:
    """Whether a body's own name stands behind what it is.

    Does: "Ostia’s statistics institute OSI", "the Ostian space agency Ostiakos"
    Does not: "the Ostian Space Agency Monday", "the Ostian army Colonel Lund", "Ostia’s army Ivo Lund"
    """
    if reading.gap(at) != " " or not reading.same_sentence(at - 1, at) or reading.is_capital(at + 1):
        return False
    unit = units.at(at)
    is_free = unit is None or unit.body is not None
    is_name = reading.is_capital(at) and reading.word(at) not in TITLE_WORDS | FUNCTION_WORDS | DATE_WORDS
    return is_free and is_name and (reading.printed(at, at + 1).isupper() or not reading.is_capital(at - 1))


def _organisation_with(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> CountryRecord | None:
    """The only organisation named so far, if a record says that it has this body and no state named has."""
    organisation = organisation_meant(units, index, pattern.first)
    if organisation is None or not index.speaker(f"{organisation.code.lower()}-{pattern.key}"):
        return None
    codes = units.codes(range(max(0, pattern.first - FARTHEST_WORD), pattern.first))
    owners = [code for code in codes if index.speaker(f"{code.lower()}-{pattern.key}")]
    return organisation if len(owners) == 1 else None


def _called_by_its_last_word(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> SpeakerReference | None:
    """The body of an organisation named before whose last word alone a text in capitals prints.

    Finds: The African Union met. The Commission said;  "a Commission report", "the Council" of the EU
    Finds nothing: "the commission", "the Commission President";  "the Commission" after two organisations
    that have one, or after the Election Commission
    """
    at, noun = pattern.first, pattern.field
    goes_on = reading.is_joined(at + 1) and (
        reading.is_capital(at + 1) or reading.word(at + 1) in {*OWNERS_AFTER, "for", "on"} | OFFICE_HEADS
    )
    if noun not in LAST_WORDS or not reading.is_capital(at) or goes_on:
        return None
    before = range(max(0, at - FARTHEST_NAME), at)
    if any(reading.word(k) == noun and _is_of_another(reading, k) for k in before):
        return None
    found = {
        record.key: record
        for code in units.codes(before)
        for key in LAST_WORDS[noun]
        if (record := index.speaker(f"{code.lower()}-{key}"))
    }
    return recorded(found.popitem()[1]) if len(found) == 1 else None


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether a noun ends or begins the whole name of a body: "Election Commission", "Council of Ostia"."""
    is_longer = reading.is_joined(at) and reading.is_capital(at - 1) and reading.word(at - 1) not in ARTICLES
    name = reading.word(at - 1), reading.word(at)
    goes_on = reading.is_joined(at + 1) and reading.word(at + 1) == "of"
    return (is_longer and name not in OF_THE_UNION) or (goes_on and reading.word(at + 3) != "european")


def _country_of_dateline(reading: Reading, units: Units, pattern: Pattern) -> CountryRecord | None:
    """The state from whose capital a report is dated that begins with its body.

    Finds: OSTA, Ostia — The Department of Foreign Affairs said
    Finds nothing: OSTA — Norland wrote to the Foreign Ministry. OSTA — The city police said.
    OSTA — The embassy said. PORT LUND — The Foreign Ministry said.
    """
    number = reading.sentence_numbers[pattern.first]
    sentence = reading.sentences[number]
    is_opening = reading.opens_paragraph(number)
    is_named = pattern.key and pattern.field != "government" and reading.is_capital(pattern.first)
    is_of_anybody = pattern.is_local or OF_ANYBODY & set(pattern.key.split("-"))
    if not is_opening or not is_named or is_of_anybody or pattern.first - sentence.first > LONGEST_DATELINE:
        return None
    opening = dateline_of(reading.text[sentence.start : sentence.end])
    begin, _ = reading.words_in((sentence.start + opening.end, sentence.end)) if opening else (-1, -1)
    if begin != article_before(reading, pattern.first):
        return None
    places = [unit for at in range(sentence.first, begin) if (unit := units.country_at(at))]
    codes = {unit.country.code for unit in places if unit.country}
    is_capital = any(unit.use == "capital" for unit in places)
    return places[0].country if is_capital and len(codes) == 1 else None


def _government_by_its_name(
    reading: Reading, units: Units, index: AuthorityIndex, pattern: Pattern
) -> Mention | None:
    """De facto authorities, or the government of somebody known."""
    if pattern.field != "government":
        return None
    marked = first_of_marks(reading, pattern.first)
    if marked < pattern.first:
        return _de_facto(reading, units, marked, pattern.last)
    return _government_of_leader(reading, index, pattern)


def _government_of_leader(reading: Reading, index: AuthorityIndex, pattern: Pattern) -> Mention | None:
    """The government that is called by the one who heads it.

    Finds: "the Lund administration", "Lund’s government"
    Finds nothing: "the Ostian administration", "Ivo Lund’s government" of nobody known, "the Lund side"
    """
    if reading.word(pattern.first) not in OF_LEADERS or not reading.is_joined(pattern.first):
        return None
    at = pattern.first - 1 - reading.is_possessive(pattern.first - 1)
    if not reading.is_capital(at) or reading.word(pattern.first + 1) == "official":
        return None
    records = [index.person_in_office(reading.word(at), office, None) for office in HEADS_OF_GOVERNMENTS]
    codes = {record.country for record in records if record}
    country = index.country(codes.pop() or "") if len(codes) == 1 else None
    if country is None:
        return None
    return body_mention(reading, at, pattern.last, government(country), kind=GOVERNMENT, field="government")


def _de_facto(reading: Reading, units: Units, first: int, last: int) -> Mention:
    first, speaker = de_facto_authorities(reading, units, first, last)
    is_genitive = reading.is_genitive(last)
    return Mention(
        GOVERNMENT, article_before(reading, first), last, first, last, speaker, is_genitive=is_genitive
    )
