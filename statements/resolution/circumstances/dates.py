"""When words were said: the time that the cue's own clause tells, counted from the date of publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from statements.folding import fold
from statements.records import Document, Quotation, SaidDate, StatedDate
from statements.resolution.circumstances.counting import contradiction, count, long_date
from statements.resolution.circumstances.times import EARLIEST_YEAR, FROM_BEFORE, LATEST_YEAR, Time
from statements.resolution.circumstances.times_of_speaking import (
    FARTHEST_WORD,
    OTHER_TIMES,
    TimesOfSpeaking,
    times_in,
    word_before,
)
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

# How far before "a day earlier" the day may stand from which it counts.
FARTHEST_DAY = 300

# Of all that a sentence gives as said, so many pieces on either side of a cue are looked at.
MOST_PIECES = 6

# Rules of extraction whose content is a clause of its own, with times of its own.
WHOLE_CLAUSES = frozenset(("reported-clause", "clause-before-cue", "clause-round-cue", "quotation-after-cue"))
# Rules whose words are spoken, or given out, on the day that the document bears.
TURN = "transcript-turn"
OWN_WORDS = frozenset(("position", "declaration-clause"))
# In the title of a transcript they tell that the words were spoken on its day, before everybody.
PUBLIC_OCCASIONS = any_of(
    "address availability briefing conference debate hearing meeting minutes questions remarks"
    " session sitting speech stakeout statement transcript verbatim"
)
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class SaidTime:
    """A date when there is one, the words that tell it, and what is wrong with them."""

    date: SaidDate | None = None
    words: str = ""
    note: str = ""


class SaidTimes:
    """Finds when each statement of a document was said."""

    def __init__(
        self, document: Document, reading: Reading, quotations: Sequence[Quotation], contents: frozenset[int]
    ) -> None:
        """``contents`` are the words of all that was said."""
        self._document, self._reading, self._contents = document, reading, contents
        self._speaking = TimesOfSpeaking(reading, contents)
        self._published = _day_to_count_from(document.published)
        self._paragraphs = [sentence.paragraph for sentence in reading.sentences]
        self._said_in: dict[int, list[tuple[int, int, Quotation]]] = {}
        for quotation in quotations:
            for span in quotation.content:
                first, last = reading.words_in(span)
                if first < last:
                    number = reading.sentence_numbers[first]
                    self._said_in.setdefault(number, []).append((first, last, quotation))
        for said in self._said_in.values():
            said.sort(key=lambda one: one[0])

    def of(self, quotation: Quotation) -> SaidTime:
        """The one time that the cue's clause, or else its sentence, gives outside the content.

        Dates: "Lund said on Thursday that …", "said last week", "said on 30 July 2020"
        Leaves open: "said after Monday’s meeting", two days, "Thursday" of an unknown week
        """
        times = self._own_times(quotation, self._clause(quotation))
        if not times and self._shares_subject(quotation):
            times = self._own_times(quotation, self._sentences(quotation))
        if not times:
            return self._of_document(quotation)
        words = self._reading.printed(times[0].first, times[0].last)
        notes = [note for time in times if (note := contradiction(self._reading, time, self._published))]
        found = [self._count(time) for time in times]
        is_one = not notes and len({one.edtf for one in found if one}) == 1 and all(found)
        return SaidTime(found[0] if is_one else None, words, notes[0] if notes else "")

    def _count(self, time: Time) -> SaidDate | None:
        before = self._day_spoken_of(time.first) if time.rule == FROM_BEFORE else None
        return count(self._reading, time, self._published, before)

    def _of_document(self, quotation: Quotation) -> SaidTime:
        """The day that a transcript or an official text bears itself.

        Dates: a turn of "Press Briefing – September 8, 2020"; "We condemn the raid." of a dated release
        Leaves open: what an article reports; an interview, which appears on another day than it was given
        """
        published, title = self._document.published, set(fold(self._document.title[:LONGEST_TITLE]).split())
        if published is None or published.precision != "day" or published.basis != "dateline":
            return SaidTime()
        if quotation.rule == TURN and title & PUBLIC_OCCASIONS and "interview" not in title:
            return SaidTime(_on(published.value, "the date that the transcript bears"))
        if quotation.rule in OWN_WORDS and "readout" not in title:
            return SaidTime(_on(published.value, "the date that the text itself bears"))
        return SaidTime()

    # --- where the time may stand ----------------------------------------------------------

    def _sentences(self, quotation: Quotation) -> set[int]:
        """Words of the sentences of the cue and of the source, without the clauses that were said.

        Holds: "on Monday" for both of "Lund condemned the raid on Monday and urged calm"
        Leaves out: "on Monday" for the second of "Lund said talks had failed on Monday and urged calm"
        """
        beside = self._beside(quotation, self._sentence)
        numbers = {self._reading.sentence_numbers[at] for at in beside}
        for number in numbers:
            for first, last, other in self._said_in.get(number, [])[:MOST_PIECES]:
                if other.rule in WHOLE_CLAUSES:
                    beside.difference_update(range(first, last))
        return beside

    def _clause(self, quotation: Quotation) -> set[int]:
        """The same up to the words of another statement on either side.

        Holds: "on Friday" alone for Beri in "On Monday Lund said talks failed, and on Friday Beri did"
        """
        return self._beside(quotation, partial(self._between_others, quotation))

    def _beside(self, quotation: Quotation, stretch: Callable[[int], range]) -> set[int]:
        beside: set[int] = set()
        for span in (quotation.cue, quotation.source):
            if span and self._reading.sentence_at(span[0]) is not None:
                beside.update(stretch(self._reading.words_in(span)[0]))
        for first, last in self._own_words(quotation):
            beside.difference_update(range(first, last))
        return beside

    def _sentence(self, at: int) -> range:
        if at >= len(self._reading.words):
            return range(0)
        sentence = self._reading.sentence(at)
        return range(max(sentence.first, at - FARTHEST_WORD), min(sentence.last, at + FARTHEST_WORD))

    def _between_others(self, quotation: Quotation, at: int) -> range:
        around = self._sentence(at)
        if not around:
            return around
        start, stop = around.start, around.stop
        said = self._said_in.get(self._reading.sentence_numbers[at], [])
        here = bisect_left(said, at, key=lambda one: one[0])
        for first, last, other in said[max(0, here - MOST_PIECES) : here + MOST_PIECES]:
            if other is not quotation and last <= at:
                start = max(start, last)
            elif other is not quotation and first > at:
                stop = min(stop, first)
        return range(start, stop)

    def _own_words(self, quotation: Quotation) -> Iterable[tuple[int, int]]:
        """The words of the content; what stands before an infinitive, or before "of", is the verb's too.

        Leaves "on Monday" to the verb: "urged both sides on Monday to wait", "accused Ostia on Monday of"
        """
        joint = {"object-and-infinitive": "to", "accusation": "of", "object-and-matter": "of"}
        joint["object-and-reason"] = "for"
        for span in quotation.content:
            first, last = self._reading.words_in(span)
            if quotation.rule in joint:
                opening = range(first, min(last, first + FARTHEST_WORD))
                words = (at for at in opening if self._reading.word(at) == joint[quotation.rule])
                first = next(words, first)
            yield first, last

    def _shares_subject(self, quotation: Quotation) -> bool:
        """Whether other words stand between source and cue: "Lund condemned the raid and urged calm"."""
        if quotation.source is None or quotation.cue is None:
            return False
        first, last = sorted((quotation.source[0], quotation.cue[0]))
        start, end = self._reading.words_in((first, last))
        return any(at in self._contents for at in range(start, min(end, start + FARTHEST_WORD)))

    def _own_times(self, quotation: Quotation, beside: set[int]) -> list[Time]:
        cue = self._reading.words_in(quotation.cue)[0] if quotation.cue else -1
        return self._speaking.among(beside, cue)

    def _day_spoken_of(self, at: int) -> date | None:
        """The one day that the narrator told last before a word, in its paragraph or the one before.

        Catches: Ostia fell on July 12. Two days later, Lund said …
        Leaves open: Ostia fell in July. Two days later, Lund said …
        """
        reading, day = self._reading, None
        paragraph = reading.sentence(at).paragraph
        first = reading.sentences[bisect_left(self._paragraphs, paragraph - 1)].first
        narrated = [k for k in range(max(first, at - FARTHEST_DAY), at) if k not in self._contents]
        for time in times_in(reading, narrated):
            if reading.word(word_before(reading, time)) in OTHER_TIMES - {"after", "by", "of"}:
                continue
            told = count(reading, time, self._published, day)
            day = told.earliest if told and told.earliest == told.latest else None
        return day


def _day_to_count_from(published: StatedDate | None) -> date | None:
    if published is None or published.precision != "day":
        return None
    return published.value if EARLIEST_YEAR <= published.value.year <= LATEST_YEAR else None


def _on(day: date, why: str) -> SaidDate:
    return SaidDate(day.isoformat(), day, day, f"{why}, {long_date(day)}")
