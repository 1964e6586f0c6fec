"""Who issued a text, from its heading or first sentence: whom "we" in a press release stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statements.records import ResolvedAttribution
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import NamedText, find_mentions, read_names
from statements.resolution.pointing.antecedents import attribution_of
from statements.resolution.pointing.descriptions import document_of, without_determiner
from statements.resolution.pointing.ministers import ministries_of_ministers
from statements.resolution.text.coordination import coordinated
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention, Mentions
from statements.resolution.text.reading import Reading, Sentence
from statements.resolution.text.vocabulary import DOCUMENTS, SPOKESPERSONS

MOST_HEADINGS = 3
GOVERNMENTS_OF = ("governments", "of")
# What heads a text besides documents, and in whose name the parts of a body give it out.
COMMENTS = frozenset(("comment", "commentary", "announcement", "reaction"))
KINDS_OF_DOCUMENTS = frozenset(("press", "joint", "official", "daily", "news", "media"))
PARTS_OF_BODIES = frozenset(
    ("department", "directorate", "service", "office", "center", "centre", "secretariat", *SPOKESPERSONS)
)
# A text headed so is somebody's own, whatever body prints it.
SPEECHES = frozenset(
    ("speech", "address", "remarks", "interview", "article", "lecture", "answers", "transcript")
)


# Behind a name they tell that a body reports of its own head: "Minister Lund meets his colleague".
REPORTED = frozenset(
    ("meets", "met", "meeting", "receives", "received", "holds", "held", "visits", "visited", "visit",
     "talks", "discusses", "discussed", "attends", "attended", "hosts", "hosted", "opens", "opened", "speaks",
     "spoke")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a text, which need not stand among the words that are read."""

    named: NamedText
    mentions: Mentions

    @property
    def reading(self) -> Reading:
        return self.named.reading

    def people(self) -> list[ResolvedAttribution]:
        """The persons whom it names: "Interview of Foreign Minister Ivo Lund"."""
        people = {one.speaker: one for one in self.mentions.items if one.kind == PERSON}
        return [attribution_of(self.reading, one) for one in people.values()]


@dataclass(frozen=True, slots=True)
class Line:
    """One of the first lines of a text, or of its title."""

    named: NamedText
    mentions: Mentions
    sentence: Sentence


def read_heading(title: str, index: AuthorityIndex) -> Heading:
    named = read_names(title, [(0, len(title))], index)
    return Heading(named, find_mentions(named, index))


def find_issuers(
    named: NamedText,
    mentions: Mentions,
    heading: Heading,
    index: AuthorityIndex,
    letterhead: Heading | None = None,
) -> tuple[ResolvedAttribution, ...]:
    """Whom the first lines, the title or the first sentence show to be the issuers of a text.

    Finds: "Statement by the Ministry of Foreign Affairs of Ostia", "The Ostian army denies the report."
    Finds: both ministries of "Joint statement of the Foreign Ministers of Ostia and Norland"
    Leaves alone: "Ostia answers Norland", "Statement by Ivo Lund", "In Ostia, the army denies the report."
    """
    found = issuers_of_heading(named, mentions, heading, index, letterhead)
    return found or tuple(
        attribution_of(named.reading, one) for one in _issuers_of_opening(named.reading, mentions)
    )


def issuers_of_heading(
    named: NamedText,
    mentions: Mentions,
    heading: Heading,
    index: AuthorityIndex,
    letterhead: Heading | None = None,
) -> tuple[ResolvedAttribution, ...]:
    """The bodies in whose name a text is headed, if its first lines or its title call it a document.

    Else the body of the letterhead, unless the title is of somebody's speech or interview.
    """
    headed = [
        Line(read, known, one)
        for read, known in ((named, mentions), (heading.named, heading.mentions))
        for one in _headings(read.reading)
    ]
    if any(_is_about_a_document(one.named.reading, one.sentence) for one in headed):
        for line in headed:
            found = _bodies_in(line, index)
            if found:
                return tuple(attribution_of(line.named.reading, one) for one in found)
    return (_body_of_letterhead(letterhead, heading) if letterhead else ()) or _body_of_letterhead(
        heading, heading
    )


def _body_of_letterhead(letterhead: Heading, heading: Heading) -> tuple[ResolvedAttribution, ...]:
    """The public body that the line above the title is, or the title: "Ministry of Defence of Ostia"."""
    words = {word.word for word in heading.reading.words}
    if words & SPEECHES or (heading.people() and not words & REPORTED):
        return ()
    reading = letterhead.reading
    found = [one for one in letterhead.mentions.items if one.kind == INSTITUTION and one.speaker]
    whole = [one for one in found if one.first == 0 and one.last == len(reading.words) and one.country]
    return tuple(attribution_of(reading, one) for one in whole[:1])


def _issuers_of_opening(reading: Reading, mentions: Mentions) -> list[Mention]:
    """The bodies with which the first sentence begins."""
    if not reading.sentences:
        return []
    first = reading.sentences[0]
    return _only_bodies(coordinated(reading, mentions, first.first, first.last))


def _headings(reading: Reading) -> Iterator[Sentence]:
    """The first lines of a text that are no sentences, and one that announces it.

    "The text of the following statement was released by the Spokesperson of the Ostian State Department:"
    """
    for sentence in reading.sentences[:MOST_HEADINGS]:
        printed = reading.text[sentence.start : sentence.end].rstrip()
        is_heading = not printed.endswith((".", "!", "?", ":", "”", '"'))
        if is_heading or (printed.endswith(":") and _is_about_a_document(reading, sentence)):
            yield sentence
        if not is_heading:
            return


def _is_about_a_document(reading: Reading, heading: Sentence) -> bool:
    return any(reading.word(at) in DOCUMENTS | COMMENTS for at in range(heading.first, heading.last))


def _bodies_in(line: Line, index: AuthorityIndex) -> list[Mention]:
    """The bodies in whose name a line heads a text; a ministry's name alone counts beside "Press release".

    On that line it may stand too: "Ostian Commission – Press release".
    """
    reading, heading = line.named.reading, line.sentence
    _, at = document_of(reading, heading.first, heading.last)
    at = at if at >= 0 else _author_of_comment(reading, heading)
    if at < 0:
        found = coordinated(reading, line.mentions, heading.first, heading.last)
        kind = range(found[-1].last if found else heading.last, heading.last)
        is_whole = all(reading.word(at) in DOCUMENTS | KINDS_OF_DOCUMENTS for at in kind)
        return _only_bodies(found) if found and is_whole else []
    ministries = ministries_of_ministers(line.named, index, at, heading.last)
    if ministries:
        return ministries
    start = without_determiner(reading, at, heading.last)
    if (reading.word(start), reading.word(start + 1)) == GOVERNMENTS_OF:
        at = start + len(GOVERNMENTS_OF)
    else:
        at = _after_part_of_body(reading, start, heading.last)
    return _only_bodies(coordinated(reading, line.mentions, at, heading.last))


def _author_of_comment(reading: Reading, heading: Sentence) -> int:
    """The word behind "by" in "Comment by the Foreign Ministry of Ostia"; -1 without one."""
    if not any(reading.word(at) in COMMENTS for at in range(heading.first, heading.last)):
        return -1
    places = range(heading.first + 1, heading.last - 1)
    return next((at + 1 for at in places if reading.word(at) == "by"), -1)


def _after_part_of_body(reading: Reading, start: int, last: int) -> int:
    """The body of which a part gives out a text: Ministry in "the Press Department of the Ministry of …"."""
    at = start
    while at < last - 1 and (reading.is_capital(at) or reading.word(at) == "and"):
        if reading.word(at) in PARTS_OF_BODIES and reading.word(at + 1) == "of":
            return without_determiner(reading, at + 2, last)
        at += 1
    return start


def _only_bodies(found: list[Mention]) -> list[Mention]:
    return found if all(one.kind != PERSON and one.speaker for one in found) else []
