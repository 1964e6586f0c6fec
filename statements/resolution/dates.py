"""When words were said: from the words of the cue's own sentence, and the date of publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from statements.records import Quotation, SaidDate, StatedDate
from statements.resolution.reading import Reading

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
DAYS_AGO = {"today": 0, "tonight": 0, "yesterday": 1}

# After these a date bounds what is told, or dates something else.
OTHER_TIMES = frozenset(
    [
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "ahead",
        "following",
        "next",
        "coming",
        "every",
        "each",
        "last",
        "between",
        "previous",
    ]
)

# Sentences are shorter than this on either side of a cue; a text without full stops is not read through.
FARTHEST_WORD = 150
# Between the cue and a date, these date something else.
OTHER_EVENTS = frozenset(("after", "before", "ahead", "following"))
DATE_WORDS = frozenset(
    (*WEEKDAYS, *MONTHS, *DAYS_AGO, "last", *map(str, range(1, 32)), *(f"0{n}" for n in range(10)))
)


def said_date(reading: Reading, quotation: Quotation, published: StatedDate | None) -> SaidDate | None:
    """The one date that the cue's sentence gives outside the content.

    Dates: "Akar said on Thursday that …", "said last week", "said on 30 July 2020"
    Leaves open: "said after Monday’s meeting", two days, "Thursday" of an unknown week
    """
    words = _words_beside(reading, quotation)
    cue = reading.words_in(quotation.cue)[0] if quotation.cue else -1
    found = [
        said
        for at in sorted(words)
        if _is_own_time(reading, at, words, cue) and (said := _date_at(reading, at, published))
    ]
    return found[0] if found and len({one.edtf for one in found}) == 1 else None


def said_words(reading: Reading, quotation: Quotation) -> str:
    """The words of the cue's sentence that tell when, as printed, whether or not they lead to a date.

    Tells: "Thursday" of "Akar said on Thursday that …", "last week", "July 17"
    Leaves out: "since Thursday", "after meeting him on Friday"
    """
    words = _words_beside(reading, quotation)
    cue = reading.words_in(quotation.cue)[0] if quotation.cue else -1
    for at in sorted(words):
        end = _end_of_time(reading, at)
        if end and _is_own_time(reading, at, words, cue):
            return reading.printed(at, end)
    return ""


def _end_of_time(reading: Reading, at: int) -> int | None:
    """The word after the words that name a time from here on; None when none begins here."""
    full, word, next_word = _full_date(reading, at), reading.word(at), reading.word(at + 1)
    if full:
        return full[1]
    if word in MONTHS and reading.is_capital(at) and next_word.isdigit() and len(next_word) <= 2:
        return at + 2
    if word.isdigit() and next_word in MONTHS and reading.is_capital(at + 1):
        return at + 2
    if word == "last" and next_word in ("week", "month"):
        return at + 2
    if word in DAYS_AGO or (word in WEEKDAYS and reading.is_capital(at)):
        return at + 1
    return None


def _words_beside(reading: Reading, quotation: Quotation) -> set[int]:
    """Words of the sentences of the cue and of the source, without the content's.

    What stands before the infinitive is the verb's too: "urged both sides on Thursday to wait".
    """
    beside: set[int] = set()
    for span in (quotation.cue, quotation.source):
        number = reading.sentence_at(span[0]) if span else None
        if span and number is not None:
            sentence, place = reading.sentences[number], reading.words_in(span)[0]
            first, last = max(sentence.first, place - FARTHEST_WORD), place + FARTHEST_WORD
            beside.update(range(first, min(sentence.last, last)))
    for span in quotation.content:
        first, last = reading.words_in(span)
        if quotation.rule == "object-and-infinitive":
            first = next((at for at in range(first, last) if reading.word(at) == "to"), first)
        beside.difference_update(range(first, last))
    return beside


def _date_at(reading: Reading, at: int, published: StatedDate | None) -> SaidDate | None:
    full = _full_date(reading, at)
    if full:
        day, last = full
        return SaidDate(day.isoformat(), day, day, f"“{reading.printed(at, last)}” in the text")
    if published is None or published.precision != "day" or _is_part_of_date(reading, at):
        return None
    return _relative_date(reading, at, published.value)


def _relative_date(reading: Reading, at: int, published: date) -> SaidDate | None:
    word = reading.word(at)
    if word in WEEKDAYS and reading.is_capital(at):
        day = published - timedelta(days=(published.weekday() - WEEKDAYS[word]) % 7)
        return _on(day, reading.printed(at, at + 1), published)
    if word in DAYS_AGO:
        return _on(published - timedelta(days=DAYS_AGO[word]), reading.printed(at, at + 1), published)
    if word == "last" and reading.word(at + 1) == "week":
        monday = published - timedelta(days=published.weekday() + 7)
        return _between(monday, monday + timedelta(days=6), reading.printed(at, at + 2), published)
    if word == "last" and reading.word(at + 1) == "month":
        end = published.replace(day=1) - timedelta(days=1)
        basis = _basis(reading.printed(at, at + 2), published)
        return SaidDate(f"{end:%Y-%m}", end.replace(day=1), end, basis)
    return None


def _on(day: date, words: str, published: date) -> SaidDate:
    return SaidDate(day.isoformat(), day, day, _basis(words, published))


def _between(first: date, last: date, words: str, published: date) -> SaidDate:
    return SaidDate(f"{first.isoformat()}/{last.isoformat()}", first, last, _basis(words, published))


def _basis(words: str, published: date) -> str:
    """In words that a reader can check.

    >>> _basis("Thursday", date(2020, 7, 30))
    '“Thursday” and the publication date 30 July 2020'
    """
    return f"“{words}” and the publication date {published.day} {published:%B %Y}"


def _is_own_time(reading: Reading, at: int, words: set[int], cue: int) -> bool:
    """Whether a date word tells when the words were said, not when something else was.

    Counts: "on Thursday", "earlier on Thursday", "came after he said on Thursday"
    Leaves out: "since Thursday", "Monday’s meeting", "next Friday", "said after meeting him on Friday"
    """
    if reading.word(at) not in DATE_WORDS:
        return False
    if reading.is_genitive(at + 1):
        return False
    before = at - 1
    while reading.word(before) in ("on", "the", "earlier", "late", "early"):
        before -= 1
    if reading.same_sentence(before, at) and reading.word(before) in OTHER_TIMES:
        return False
    first = reading.sentences[reading.sentence_numbers[at]].first
    clause = range(cue if first <= cue < at else max(first, at - 2 * FARTHEST_WORD), at)
    return not any(reading.word(k) in OTHER_EVENTS for k in clause if k in words)


def _is_part_of_date(reading: Reading, at: int) -> bool:
    """Whether a weekday stands beside a day of the month ("Friday, July 17"): the year is not given."""
    return reading.word(at + 1) in MONTHS or reading.word(at + 1).isdigit() or reading.word(at + 2) in MONTHS


def _full_date(reading: Reading, at: int) -> tuple[date, int] | None:
    """A day, month and year in either order, and the word after them."""
    words = [reading.word(at + k) for k in range(3)]
    if words[0] in MONTHS and words[1].isdigit():
        month, day = MONTHS[words[0]], words[1]
    elif words[1] in MONTHS and words[0].isdigit():
        month, day = MONTHS[words[1]], words[0]
    else:
        return None
    if (
        len(words[2]) != 4
        or not words[2].isascii()
        or not words[2].isdigit()
        or not reading.same_sentence(at, at + 2)
    ):
        return None
    year = int(words[2])
    if not day.isascii() or len(day) > 2 or year < 1800 or not 1 <= int(day) <= monthrange(year, month)[1]:
        return None
    return date(year, month, int(day)), at + 3
