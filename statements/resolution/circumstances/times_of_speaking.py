"""Which of the times beside a cue is that of speaking, and not of something else: "said on Thursday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statements.resolution.circumstances.times import Time, read_time
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
# How far from its cue a lone month or year may stand: "said in July".
FARTHEST_LOOSE = 3
SETTINGS = frozenset(("speaking", "talking", "addressing", "answering", "briefing", "writing", "commenting"))
LONGEST_SETTING = 12
LONGEST_PLACE = 4  # words: "NEW YORK, July 30"


@dataclass(frozen=True, slots=True)
class TimesOfSpeaking:
    """Tells them in a text; ``contents`` are the words of all that was said."""

    reading: Reading
    contents: frozenset[int]

    def among(self, words: set[int], cue: int) -> list[Time]:
        """The times of speaking in some words, beside a cue, which is negative where there is none."""
        own: list[Time] = []
        other: Time | None = None
        for time in times_in(self.reading, sorted(words)):
            if not self._is_own(time, cue, words) or (other and self._is_coordinated(other, time)):
                other = time
            else:
                own.append(time)
        return own

    def _is_coordinated(self, one: Time, other: Time) -> bool:
        between = range(one.last, other.first)
        return len(between) <= 2 and all(self.reading.word(at) in BETWEEN_TIMES for at in between)

    def _is_own(self, time: Time, cue: int, beside: set[int]) -> bool:
        """Whether a time tells when the words were said, not when something else was.

        Counts: "on Thursday", "earlier on Thursday", "came after he said on Thursday"
        Leaves out: "since Thursday", "Monday’s meeting", "next Friday", "said after meeting him on Friday",
        "Lund, who took over in June, said", "the May 1 agreement"
        """
        reading = self.reading
        if reading.is_genitive(time.last) or self._is_dateline(time) or self._names_something(time):
            return False
        before = word_before(self.reading, time)
        if reading.same_sentence(before, time.first) and reading.word(before) in OTHER_TIMES:
            return False
        start = self._clause_start(time, beside)
        if time.is_loose and not self._is_close(time, cue, start):
            return False
        between = range(max(start, cue), time.first) if cue < time.first else range(start, time.first)
        others = OTHER_EVENTS | RELATIVES if 0 <= cue < time.first else OTHER_EVENTS
        if any(reading.word(at) in others for at in between if at in beside):
            return False
        if 0 <= cue < time.first and reading.word(word_before(self.reading, time)) in OPENS_CLAUSES:
            return not self._is_of_next_cue(time, cue)
        return not self._is_in_aside(time, cue, start)

    def _is_of_next_cue(self, time: Time, cue: int) -> bool:
        """Whether words already said stand between a cue and a time that opens a clause.

        Catches: Lund condemned the raid, and on Monday he warned Ostia
        Leaves alone: Lund spoke in Osta and on Monday in Brenn
        """
        return any(at in self.contents for at in range(cue, min(time.first, cue + FARTHEST_WORD)))

    def _names_something(self, time: Time) -> bool:
        """Whether a date only says which: "the May 1 agreement", not "in the Tuesday interview"."""
        reading, after = self.reading, time.last
        is_named = reading.word(time.first - 1) in DETERMINERS and reading.is_capital(time.first)
        if not is_named or not reading.same_sentence(time.first - 1, after):
            return False
        is_noun = (
            reading.gap(after) == " " and reading.word(after).isalpha() and not reading.is_capital(after)
        )
        return is_noun and reading.word(after) not in SAYINGS

    def _clause_start(self, time: Time, beside: set[int]) -> int:
        """The word after the last comma before a time, within its sentence and the words beside."""
        reading = self.reading
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
        reading = self.reading
        if self._is_in_setting(time, start):
            return False
        opens = "," in reading.gap(start) and start <= word_before(self.reading, time)
        if not opens or start <= cue < time.first:
            return False
        up_to = time.last if cue < time.first else min(cue, time.last + FARTHEST_WORD)
        return any("," in reading.gap(at) for at in range(time.last, up_to + 1))

    def _is_in_setting(self, time: Time, start: int) -> bool:
        """Catches: Lund, speaking to the press in May, said    Leaves alone: Lund, elected in May, said"""
        is_near = 0 < time.first - start <= LONGEST_SETTING
        return is_near and self.reading.word(start) in SETTINGS

    def _is_dateline(self, time: Time) -> bool:
        """Catches: OSTA, July 30, 2020 (AFP) — Lund said    Leaves alone: On July 30 — a Friday — he said"""
        reading = self.reading
        first = reading.sentence(time.first).first
        gaps = reading.gap(time.last) + reading.gap(time.last + 1)
        is_ahead = time.first - first <= LONGEST_PLACE and reading.word(time.first - 1) not in BEFORE_TIMES
        return is_ahead and any(dash in gaps for dash in (" —", " –", " -", "--", ".-"))

    def _is_close(self, time: Time, cue: int, start: int) -> bool:
        """Catches: said in July, In July Lund said    Leaves alone: said the mission that began in July"""
        sentence = self.reading.sentence(time.first)
        opens = word_before(self.reading, time) < sentence.first or self._is_in_setting(time, start)
        return opens or cue < time.first <= cue + FARTHEST_LOOSE


def times_in(reading: Reading, words: Sequence[int]) -> Iterator[Time]:
    """The times in some words of the text, each read once and whole."""
    inside, past = set(words), -1
    for at in words:
        time = read_time(reading, at) if at >= past else None
        if time and time.last - 1 in inside:
            past = time.last
            yield time


def word_before(reading: Reading, time: Time) -> int:
    """The word before a time and the small words that belong to it: "said" in "said earlier on Thursday"."""
    before = time.first - 1
    while reading.word(before) in BEFORE_TIMES:
        before -= 1
    return before
