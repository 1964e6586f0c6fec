"""When words were said: the time that the cue's own clause tells, counted from the date of publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from statements.folding import fold
from statements.records import Document, Quotation, SaidDate, StatedDate
from statements.resolution.circumstances.times import (
    EARLIEST_YEAR,
    FROM_BEFORE,
    LATEST_YEAR,
    Time,
    contradiction,
    count,
    long_date,
    read_time,
)
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import any_of

# After these a date bounds what is told, or dates something else.
OTHER_TIMES = any_of(
    "since until till by before after from ahead following next coming every each last between"
    " previous for to of due scheduled planned"
)
# Between the cue and a date, these date something else.
OTHER_EVENTS = frozenset(("after", "before", "ahead", "following"))
RELATIVES = frozenset(("who", "which", "whose", "whom", "where", "when"))
DETERMINERS = frozenset(("the", "a", "his", "her", "its", "their", "this"))
# A date before one of these dates the speaking.
SAYINGS = any_of(
    "address announcement briefing call comment comments communique conference declaration interview"
    " letter message news phone post press release remarks report session speech statement telephone"
    " television tweet"
)
BEFORE_TIMES = frozenset(("on", "in", "the", "earlier", "late", "early", "later", "again"))
OPENS_CLAUSES = frozenset(("and", "but", "while"))
BETWEEN_TIMES = frozenset(("and", "or", "to", "on"))

# Sentences are shorter than this on either side of a cue; a text without full stops is not read through.
FARTHEST_WORD = 150
# How far before "a day earlier" the day may stand from which it counts.
FARTHEST_DAY = 300
# How far from its cue a lone month or year may stand: "said in July".
FARTHEST_LOOSE = 3

# Of all that a sentence gives as said, so many pieces on either side of a cue are looked at.
MOST_PIECES = 6
SETTINGS = frozenset(("speaking", "talking", "addressing", "answering", "briefing", "writing", "commenting"))
LONGEST_SETTING = 12
LONGEST_PLACE = 4  # words: "NEW YORK, July 30"

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

    # --- which of them is the time of speaking ---------------------------------------------

    def _own_times(self, quotation: Quotation, beside: set[int]) -> list[Time]:
        cue = self._reading.words_in(quotation.cue)[0] if quotation.cue else -1
        own: list[Time] = []
        other: Time | None = None
        for time in self._times(sorted(beside)):
            if not self._is_own(time, cue, beside) or (other and self._is_coordinated(other, time)):
                other = time
            else:
                own.append(time)
        return own

    def _times(self, words: Sequence[int]) -> Iterable[Time]:
        """The times in some words of the text, each read once and whole."""
        inside, past = set(words), -1
        for at in words:
            time = read_time(self._reading, at) if at >= past else None
            if time and time.last - 1 in inside:
                past = time.last
                yield time

    def _is_coordinated(self, one: Time, other: Time) -> bool:
        between = range(one.last, other.first)
        return len(between) <= 2 and all(self._reading.word(at) in BETWEEN_TIMES for at in between)

    def _is_own(self, time: Time, cue: int, beside: set[int]) -> bool:
        """Whether a time tells when the words were said, not when something else was.

        Counts: "on Thursday", "earlier on Thursday", "came after he said on Thursday"
        Leaves out: "since Thursday", "Monday’s meeting", "next Friday", "said after meeting him on Friday",
        "Lund, who took over in June, said", "the May 1 agreement"
        """
        reading = self._reading
        if reading.is_genitive(time.last) or self._is_dateline(time) or self._names_something(time):
            return False
        before = self._word_before(time)
        if reading.same_sentence(before, time.first) and reading.word(before) in OTHER_TIMES:
            return False
        start = self._clause_start(time, beside)
        if time.is_loose and not self._is_close(time, cue, start):
            return False
        between = range(max(start, cue), time.first) if cue < time.first else range(start, time.first)
        others = OTHER_EVENTS | RELATIVES if 0 <= cue < time.first else OTHER_EVENTS
        if any(reading.word(at) in others for at in between if at in beside):
            return False
        if 0 <= cue < time.first and reading.word(self._word_before(time)) in OPENS_CLAUSES:
            return not self._is_of_next_cue(time, cue)
        return not self._is_in_aside(time, cue, start)

    def _is_of_next_cue(self, time: Time, cue: int) -> bool:
        """Whether words already said stand between a cue and a time that opens a clause.

        Catches: Lund condemned the raid, and on Monday he warned Ostia
        Leaves alone: Lund spoke in Osta and on Monday in Brenn
        """
        return any(at in self._contents for at in range(cue, min(time.first, cue + FARTHEST_WORD)))

    def _names_something(self, time: Time) -> bool:
        """Whether a date only says which: "the May 1 agreement", not "in the Tuesday interview"."""
        reading, after = self._reading, time.last
        is_named = reading.word(time.first - 1) in DETERMINERS and reading.is_capital(time.first)
        if not is_named or not reading.same_sentence(time.first - 1, after):
            return False
        is_noun = (
            reading.gap(after) == " " and reading.word(after).isalpha() and not reading.is_capital(after)
        )
        return is_noun and reading.word(after) not in SAYINGS

    def _clause_start(self, time: Time, beside: set[int]) -> int:
        """The word after the last comma before a time, within its sentence and the words beside."""
        reading = self._reading
        sentence = reading.sentence(time.first)
        start = time.first
        while start > max(sentence.first, time.first - FARTHEST_WORD) and start - 1 in beside:
            if "," in reading.gap(start):
                break
            start -= 1
        return start

    def _is_in_aside(self, time: Time, cue: int, start: int) -> bool:
        """Whether a time stands between commas with more than itself.

        Catches: Lund, who took over in June, said; said Lund, elected on Friday, and left
        Leaves alone: Lund, on Friday, said; On Friday, in Osta, Lund said; Lund, speaking on Friday, said
        """
        reading = self._reading
        if self._is_in_setting(time, start):
            return False
        opens = "," in reading.gap(start) and start <= self._word_before(time)
        if not opens or start <= cue < time.first:
            return False
        up_to = time.last if cue < time.first else min(cue, time.last + FARTHEST_WORD)
        return any("," in reading.gap(at) for at in range(time.last, up_to + 1))

    def _is_in_setting(self, time: Time, start: int) -> bool:
        """Catches: Lund, speaking to the press in May, said    Leaves alone: Lund, elected in May, said"""
        is_near = 0 < time.first - start <= LONGEST_SETTING
        return is_near and self._reading.word(start) in SETTINGS

    def _is_dateline(self, time: Time) -> bool:
        """Catches: OSTA, July 30, 2020 (AFP) — Lund said    Leaves alone: On July 30 — a Friday — he said"""
        reading = self._reading
        first = reading.sentence(time.first).first
        gaps = reading.gap(time.last) + reading.gap(time.last + 1)
        is_ahead = time.first - first <= LONGEST_PLACE and reading.word(time.first - 1) not in BEFORE_TIMES
        return is_ahead and any(dash in gaps for dash in (" —", " –", " -", "--"))

    def _word_before(self, time: Time) -> int:
        before = time.first - 1
        while self._reading.word(before) in BEFORE_TIMES:
            before -= 1
        return before

    def _is_close(self, time: Time, cue: int, start: int) -> bool:
        """Catches: said in July, In July Lund said    Leaves alone: said the mission that began in July"""
        sentence = self._reading.sentence(time.first)
        opens = self._word_before(time) < sentence.first or self._is_in_setting(time, start)
        return opens or cue < time.first <= cue + FARTHEST_LOOSE

    def _day_spoken_of(self, at: int) -> date | None:
        """The one day that the narrator told last before a word, in its paragraph or the one before.

        Catches: Ostia fell on July 12. Two days later, Lund said …
        Leaves open: Ostia fell in July. Two days later, Lund said …
        """
        reading, day = self._reading, None
        paragraph = reading.sentence(at).paragraph
        first = reading.sentences[bisect_left(self._paragraphs, paragraph - 1)].first
        narrated = [k for k in range(max(first, at - FARTHEST_DAY), at) if k not in self._contents]
        for time in self._times(narrated):
            if reading.word(self._word_before(time)) in OTHER_TIMES - {"after", "by", "of"}:
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
