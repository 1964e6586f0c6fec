"""Who issued a text, from its heading or first sentence: whom "we" in a press release stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statements.records import ResolvedAttribution
from statements.resolution.antecedents import attribution_of
from statements.resolution.authorities import AuthorityIndex
from statements.resolution.coordination import coordinated
from statements.resolution.descriptions import document_of, without_determiner
from statements.resolution.mentions import PERSON, Mention, Mentions
from statements.resolution.named_text import find_mentions, read_names
from statements.resolution.reading import Reading, Sentence
from statements.resolution.vocabulary import DOCUMENTS

MOST_HEADINGS = 3
GOVERNMENTS_OF = ("governments", "of")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a text, which need not stand among the words that are read."""

    reading: Reading
    mentions: Mentions

    def people(self) -> list[ResolvedAttribution]:
        """The persons whom it names: "Interview of Foreign Minister Ivo Lund"."""
        people = {one.speaker: one for one in self.mentions.items if one.kind == PERSON}
        return [attribution_of(self.reading, one) for one in people.values()]


def read_heading(title: str, index: AuthorityIndex) -> Heading:
    named = read_names(title, [(0, len(title))], index)
    return Heading(named.reading, find_mentions(named, index))


def find_issuers(reading: Reading, mentions: Mentions, heading: Heading) -> tuple[ResolvedAttribution, ...]:
    """Whom the first lines, the title or the first sentence show to be the issuers of a text.

    Finds: "Statement by the Ministry of Foreign Affairs of Ostia", "The Ostian army denies the report."
    Leaves alone: "Ostia answers Norland", "Statement by Ivo Lund", "In Ostia, the army denies the report."
    """
    for read, named in ((reading, mentions), (heading.reading, heading.mentions)):
        found = _issuers_of_heading(read, named)
        if found:
            return tuple(attribution_of(read, one) for one in found)
    return tuple(attribution_of(reading, one) for one in _issuers_of_opening(reading, mentions))


def _issuers_of_heading(reading: Reading, mentions: Mentions) -> list[Mention]:
    """The bodies in whose name a text is headed; a ministry's name alone counts over "Press release"."""
    headings = list(_headings(reading))
    if not any(_is_about_a_document(reading, heading) for heading in headings):
        return []
    return next((found for one in headings if (found := _bodies_in(reading, mentions, one))), [])


def _issuers_of_opening(reading: Reading, mentions: Mentions) -> list[Mention]:
    """The bodies with which the first sentence begins."""
    if not reading.sentences:
        return []
    first = reading.sentences[0]
    return _only_bodies(coordinated(reading, mentions, first.first, first.last))


def _headings(reading: Reading) -> Iterator[Sentence]:
    """The first lines of a text that are no sentences."""
    for sentence in reading.sentences[:MOST_HEADINGS]:
        if reading.text[sentence.start : sentence.end].rstrip().endswith((".", "!", "?", ":", "”", '"')):
            return
        yield sentence


def _is_about_a_document(reading: Reading, heading: Sentence) -> bool:
    return any(reading.word(at) in DOCUMENTS for at in range(heading.first, heading.last))


def _bodies_in(reading: Reading, mentions: Mentions, heading: Sentence) -> list[Mention]:
    _, at = document_of(reading, heading.first, heading.last)
    if at < 0:
        found = coordinated(reading, mentions, heading.first, heading.last)
        return _only_bodies(found) if found and found[-1].last == heading.last else []
    start = without_determiner(reading, at, heading.last)
    if (reading.word(start), reading.word(start + 1)) == GOVERNMENTS_OF:
        at = start + len(GOVERNMENTS_OF)
    return _only_bodies(coordinated(reading, mentions, at, heading.last))


def _only_bodies(found: list[Mention]) -> list[Mention]:
    return found if all(one.kind != PERSON and one.speaker for one in found) else []
