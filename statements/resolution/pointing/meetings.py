"""Who received or met whom, as readouts tell it: the guest, the host, the sides of the talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statements.resolution.text.coordination import coordinated
from statements.resolution.text.mentions import GOVERNMENT, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

RECEIVES = frozenset(
    ("received", "receives", "receiving", "hosted", "hosts", "hosting", "welcomed", "welcomes", "welcoming")
)
VISITING = "visiting"
TELLS = frozenset(("told", "tells", "informed", "assured", "thanked"))
MEETS = frozenset(("met", "meets", "meeting"))
TALKS = frozenset(("talks", "meeting", "conversation", "call", "negotiations", "consultations"))
# "Received a letter from Lund" is no meeting, nor is "met a condition that Lund set".
NOT_OF_A_MEETING = any_of(
    "that which who when after before as if because letter message note report call invitation news"
    " criticism support praise blow questions conditions demands was were has had would said says told"
)
# A meeting may "take place", "be held" or go on between two or with one.
HELD = any_of("took place was were held has been today on place here that is being conducted")
SENT = frozenset(("from",))
WHO_COMES = frozenset(("credentials", "delegation", "guest", "guests", "visitor"))
HELPING = frozenset(("was", "were", "has", "had"))
FARTHEST_GUEST = 25
FARTHEST_HOST = 14


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting by the number of its word; ``host`` and ``guests`` as the sentence tells them apart."""

    at: int
    host: Mention
    guests: tuple[Mention, ...]

    @property
    def people(self) -> tuple[Mention, ...]:
        return (self.host, *self.guests)


def find_meetings(reading: Reading, mentions: Mentions, contents: frozenset[int]) -> list[Meeting]:
    """The meetings of a text, outside of the words said.

    Finds: "President Lund received a delegation of Norland led by Minister Berg", "Lund met with Berg"
    Finds: "Minister Berg was received by President Lund", "Lund held talks with Berg in Osta"
    Finds nothing: "Lund received a letter from Berg", "Lund received support", "Berg’s aide met Lund"
    """
    found = []
    for at in range(len(reading.words)):
        if at not in contents and reading.word(at) in RECEIVES | MEETS | TALKS | {VISITING}:
            is_told = reading.word(at) == VISITING
            meeting = (_told if is_told else _meeting_at)(reading, mentions, at)
            if meeting:
                found.append(meeting)
    return found


def _meeting_at(reading: Reading, mentions: Mentions, at: int) -> Meeting | None:
    sentence = reading.sentence(at)
    word, after = reading.word(at), reading.word(at + 1)
    is_noun = word in TALKS and reading.word(at - 1) not in ("was", "were", "is", "are")
    joint = at + 1
    while is_noun and joint < at + 5 and reading.word(joint) in HELD:
        joint += 1
    after = reading.word(joint)
    if is_noun and after not in ("with", "between"):
        return None
    guests = _those_met(reading, mentions, joint, min(sentence.last, at + FARTHEST_GUEST))
    if is_noun and after == "between":
        return Meeting(at, guests[0], tuple(guests[1:])) if len(guests) == 2 else None
    subject = _subject(reading, mentions, max(sentence.first, at - FARTHEST_HOST), at)
    if subject is None and is_noun:
        subject = _subject_behind(reading, mentions, guests, sentence.last)
    if subject is None or not guests or any(one.speaker == subject.speaker for one in guests):
        return None
    is_passive = after == "by" and reading.word(at - 1) in ("was", "were", "been", "being")
    if is_passive:
        return Meeting(at, guests[0], (subject,)) if len(guests) == 1 else None
    is_turned = word not in RECEIVES and len(guests) == 1 and _visits(reading, mentions, subject, guests[0])
    return Meeting(at, guests[0], (subject,)) if is_turned else Meeting(at, subject, tuple(guests))


def _told(reading: Reading, mentions: Mentions, at: int) -> Meeting | None:
    """The meeting of "President Lund told visiting minister Berg"; none of "Lund told a visiting Berg"."""
    if reading.word(at - 1) not in TELLS:
        return None
    sentence = reading.sentence(at)
    host = _subject(reading, mentions, max(sentence.first, at - FARTHEST_HOST), at - 1)
    guests = _those_met(reading, mentions, at, min(sentence.last, at + FARTHEST_GUEST))
    if host is None or len(guests) != 1 or guests[0].speaker == host.speaker:
        return None
    return Meeting(at, host, tuple(guests)) if guests[0].first in (at, at + 1) else None


def _those_met(reading: Reading, mentions: Mentions, first: int, last: int) -> list[Mention]:
    """The persons that stand next behind a verb of meeting, with nothing between that parts them from it."""
    people = [one for one in mentions.people(first, last) if one.speaker]
    if not people or people[0].is_genitive:
        return []
    between = {reading.word(at) for at in range(first, max(first, people[0].first))}
    if between & NOT_OF_A_MEETING or (between & SENT and not between & WHO_COMES):
        return []
    joined = coordinated(reading, mentions, people[0].first, last)
    return [one for one in joined if one.kind == PERSON and one.speaker] or people[:1]


def _subject(reading: Reading, mentions: Mentions, first: int, at: int) -> Mention | None:
    """The person right before a verb: nothing but adverbs and helping verbs between."""
    people = mentions.people(first, at)
    if not people or people[-1].is_genitive or people[-1].speaker is None:
        return None
    between = set(reading.folded(people[-1].last, at))
    return None if between & (NOT_OF_A_MEETING - HELPING) else people[-1]


def _subject_behind(reading: Reading, mentions: Mentions, guests: list[Mention], last: int) -> Mention | None:
    """The person after the comma: "At a meeting with Minister Berg on Monday, President Lund …"."""
    if not guests:
        return None
    following = mentions.people(guests[-1].last, last)
    if not following or following[0].speaker is None or following[0].is_genitive:
        return None
    first = following[0].first
    is_subject = reading.gap(first).strip() == "," or (
        reading.word(first - 1) == "the" and reading.gap(first - 1).strip() == ","
    )
    return following[0] if is_subject else None


def _visits(reading: Reading, mentions: Mentions, subject: Mention, other: Mention) -> bool:
    """Whether the subject of "met" is the guest: by the word "visiting", or by the place.

    Is: "Visiting Norland minister Berg met President Lund", "Ostia’s Lund met Norland’s Berg in Nordby"
    Is not: "Lund met the visiting minister Berg", "Lund met Berg"
    """
    if VISITING in (reading.word(subject.first - 1), reading.word(subject.first)):
        return True
    sentence = reading.sentence(subject.head_first)
    places = {
        one.country
        for one in mentions.between(sentence.first, sentence.last)
        if one.kind == GOVERNMENT and reading.word(one.first - 1) == "in"
    }
    return other.country in places - {None} and subject.country not in places


def participants(meetings: Sequence[Meeting], at: int) -> Iterator[Mention]:
    """Those who met before a word."""
    for one in meetings:
        if one.at < at:
            yield from one.people
