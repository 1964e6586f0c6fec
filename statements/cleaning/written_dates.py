"""Dates as articles print them above or under their text: full ones, and nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from statements.cleaning.printed_days import PrintedDay, days_and_months, days_in
from statements.datelines import dateline_of

# A line longer than this is no date, whatever it holds.
LONGEST = 160
LONGEST_TITLE = 300
MOST_WORDS_OF_A_NAME = 5

WEEKDAYS = (
    ("monday", "mon"), ("tuesday", "tue", "tues"), ("wednesday", "wed"), ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"),
)  # fmt: skip
WEEKDAY_NUMBERS = {name: number for number, names in enumerate(WEEKDAYS) for name in names}

# What else a date line may say. The day of an update is another than that of publication.
LABELS = frozenset(
    [
        "published", "posted", "publication", "date", "dated", "issued", "released", "created", "added",
        "uploaded", "filed", "placed", "first", "originally", "on", "at", "the", "of", "time",
    ]
)  # fmt: skip
UPDATES = frozenset(
    ["updated", "update", "modified", "edited", "revised", "amended", "changed", "refreshed", "modification"]
)
FILLERS = frozenset(["last", "latest", "news", "and", "ad", "page", "ce"])
CLOCK_WORDS = frozenset(
    [
        "am", "pm", "a.m", "p.m", "hrs", "hours", "h", "gmt", "utc", "msk", "est", "edt", "et",
        "pst", "pdt", "cst", "cdt", "ct", "cet", "cest", "eet", "eest", "bst", "ist", "trt", "jst", "kst",
        "hkt", "sgt", "pht", "wib", "wat", "cat", "eat", "sast", "aest", "aedt", "z", "noon", "local",
    ]
)  # fmt: skip
CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:am|pm|z|h|hrs)?|\d{1,2}(?:am|pm)|\d{4}(?:hrs|z|gmt)"
    r"|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?"
)

# Signs that a machine set the line, counted or timed: no caption has them.
COUNTS = re.compile(
    r"(?:\b(?:an?|one|about|\d{1,3}) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b"
    r"|\b(?:est\. )?\d{1,3} ?min(?:ute)?s?(?: read)?\b"
    r"|\b(?:views?|hits|reads?|comments?|shares?) ?:? ?\d[\d,.]*k?\b"
    r"|(?<![:\d])\d[\d,.]*k? (?:views?|hits|reads|comments?|shares|times)\b(?! ?: ?\d)"
    r"|\b(?:no\.? ?|[a-z]{1,5}/)\d[\d/.-]*)",
    re.IGNORECASE,
)
# The same day by the Hijri or the Persian calendar: "29 Dhul-Hijjah 1444 AH", "1402/04/26".
OTHER_CALENDARS = re.compile(
    r"\b\d{1,2} [^\W\d_][^\W\d_'’-]*(?:[ '’-]{1,2}[^\W\d_]+){0,3} 1[34]\d\d\b(?: ?A\.?H\.?| H\b)?"
    r"|\b[A-Z][a-z]+ \d{1,2},? 1[34]\d\d\b|\b1[34]\d\d([/-])\d{1,2}\1\d{1,2}\b"
)
# "30 May 201830 May 2018", "May 30, 20183:27 PMUpdated": what stood in elements of its own.
GLUED = re.compile(r"(?<=\b20\d\d)(?=\d{1,2}[ :])|(?<=\d)(?=[A-Z][a-z]{2,8} \d)|(?<=[AP]M)(?=[A-Z][A-Za-z])")

SIGNED = re.compile(
    r"(?P<name>[^\W\d_][^\W\d_.'’-]+(?: [^\W\d_][^\W\d_.'’-]+){1,2}) {1,3}"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}, 20\d\d"
)
PUBLISHED_IN = re.compile(r"\b(?:published|posted|printed) (?:in|by|on) (?:admin\b)?", re.IGNORECASE)
POSTED = re.compile(r"\bposted\b", re.IGNORECASE)
FILED_IN = re.compile(r"\s(?:in|by|under)\s(?:admin\b)?")
BY = re.compile(r"(?:\w+ )?by:?\s+[^\W\d_]", re.IGNORECASE)
CREDIT = re.compile(r"(?:photo|image|picture)\b", re.IGNORECASE)
PARTS = re.compile(r"\s*[|•·●►;]\s*|\s[/–—-]\s|^[/–—-]\s|\s[/–—-]$|[()\[\]ـ،]+")
BAR = re.compile(r"[|•·●►]|\s/\s")
JOINTS = frozenset(["and", "&", "de", "van", "von", "der", "al", "bin", "for", "with", "-"])

# What parts a title from its date, and what a title that is dated calls itself.
DASHES = re.compile(r"\s[–—|-]{1,2}\s|[,(:]\s?")
OCCASIONS = frozenset(
    [
        "briefing", "briefings", "conference", "remarks", "statement", "communique", "communiqué",
        "declaration", "readout", "transcript", "interview", "speech", "address", "hearing", "release",
        "availability", "stakeout", "debate", "testimony",
    ]
)  # fmt: skip
KICKERS_OF_DATES = re.compile(r"\b(?:press|news|media) (?:release|statement|conference)\b", re.IGNORECASE)
# "No: 143, ", "QA-20, ", "SC/13361 – ": the number under which an office prints a text.
NUMBERED = re.compile(r"(?:No|Nr|№|[A-Z]{2,4})[.:/ -]{0,3}\d[\d/-]{0,9}\s?[,–-]\s?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The days that a line prints beside an article: of its publication and of its updates."""

    published: tuple[PrintedDay, ...]
    updated: tuple[PrintedDay, ...] = ()


def stamp_of(line: str) -> Stamp | None:
    """The days of a line that tells nothing but when, where and by whom an article was published.

    Finds: "MOSCOW, July 30, 2020", "Published: 30.07.2020 [17:20]", "By our staff | 30 July 2020",
    "Anna Keller | 30.07.2020 - Update : 31.07.2020", "30 July 2020 AD - 9 Dhul-Hijjah 1441 AH",
    "Anna Keller Jul 30, 2020"
    Finds nothing: "30 July", "Anna Keller July 30, 2020",
    "Lund in Osta, July 30, 2020", "On 30 July 2020 the ministers met."
    """
    if len(line) > LONGEST:
        return None
    text = GLUED.sub(" ", OTHER_CALENDARS.sub(" ", line))
    days = days_in(text)
    if not days:
        return None
    ends = [0, *(day.end for day in days)]
    gaps = [text[end:start] for end, start in zip(ends, [*(d.start for d in days), len(text)], strict=True)]
    is_stamped = any(day.sign for day in days) or text != line or _is_signed(text)
    if not _tells_nothing_else(gaps, is_stamped=is_stamped):
        return None
    weekdays = {WEEKDAY_NUMBERS[word] for gap in gaps for word in _words(gap) if word in WEEKDAY_NUMBERS}
    published: list[PrintedDay] = []
    updated: list[PrintedDay] = []
    for day, gap in zip(days, gaps, strict=False):
        labels = [word for word in _words(gap) if word in UPDATES or word in LABELS]
        is_update = any(word in UPDATES for word in labels[-2:])
        (updated if is_update else published).append(_on(weekdays, day))
    return Stamp(tuple(published), tuple(updated))


def _on(weekdays: set[int], printed: PrintedDay) -> PrintedDay:
    """The readings that fall on the one weekday that the line names, if any does."""
    fitting = tuple(one for one in printed.readings if {one[1].weekday()} == weekdays)
    return replace(printed, readings=fitting) if fitting else printed


def _tells_nothing_else(gaps: list[str], *, is_stamped: bool) -> bool:
    """Whether all that stands round the days is labels, clocks, counts, places and names.

    Names need a sign that no picture's caption has (a clock, a label, figures, a byline), a bar, or
    the comma of "MOSCOW, July 30, 2020".
    """
    whole = " ".join(gaps)
    if (
        not BAR.search(whole)
        and not KICKERS_OF_DATES.search(whole)
        and not OCCASIONS.isdisjoint(_words(whole))
    ):
        return False
    if POSTED.search(whole):
        gaps = [FILED_IN.sub(" | ", gap) for gap in gaps]
    counted = [
        COUNTS.sub(" ", PUBLISHED_IN.sub("published | ", KICKERS_OF_DATES.sub(" ", gap))) for gap in gaps
    ]
    parts = [part for gap in counted for part in PARTS.split(gap) if part]
    has_byline = any(BY.match(part) for part in parts)
    has_credit = any(CREDIT.match(part) for part in parts)
    names = [_rest(part) for part in parts if not BY.match(part) and not CREDIT.match(part)]
    names = [name for name in names if name]
    if (has_credit and not has_byline) or not all(map(_is_name, names)):
        return False
    is_timed = any(
        word in CLOCK_WORDS or word in UPDATES or CLOCK.fullmatch(word)
        or (word in LABELS and word not in ("on", "at", "the", "of", "time", "first"))
        for gap in gaps for word in _words(gap)
    )  # fmt: skip
    is_beside = _opens_with_place(gaps[0]) or _ends_with_place(gaps[-1])
    is_place = is_beside and (len(names) == 1 or whole.isupper())
    is_barred = BAR.search(whole) is not None
    return not names or is_stamped or is_timed or has_byline or is_place or is_barred or counted != gaps


def _is_signed(line: str) -> bool:
    """ "Anna Keller Jul 30, 2020": a name, and a day as a page's own machine prints it."""
    found = SIGNED.fullmatch(line)
    return found is not None and found["name"].istitle()


def _opens_with_place(gap: str) -> bool:
    """ "MOSCOW, " and "New York, " do; "The Treaty of Osta, " does not."""
    return gap.rstrip().endswith(",") and all(word[0].isupper() for word in gap.strip(" ,").split())


def _ends_with_place(gap: str) -> bool:
    """ ", New York" does."""
    return gap.startswith(",") and all(word[0].isupper() for word in gap.strip(" ,").split())


def _words(text: str) -> list[str]:
    """The words of a gap, in small letters, without the marks round them."""
    return [word for one in re.split(r"[\s,|•·()\[\]–—،]+", text) if (word := one.strip(".:-").lower())]


def _rest(part: str) -> list[str]:
    """What is left of a part without labels, clocks and weekdays."""
    words = [word.strip(",.:") for word in part.replace(" :", ":").split()]
    return [word for word in words if word and not _is_of_a_date(word.lower())]


def _is_of_a_date(word: str) -> bool:
    is_known = word in LABELS or word in UPDATES or word in FILLERS or word in CLOCK_WORDS
    return is_known or word in WEEKDAY_NUMBERS or CLOCK.fullmatch(word) is not None or not word.strip("/–—-")


def _is_name(words: list[str]) -> bool:
    return len(words) <= MOST_WORDS_OF_A_NAME and all(
        word[0].isupper() or word[0] in "«“\"'’" or word.lower() in JOINTS for word in words
    )


def is_label_of_date(line: str) -> bool:
    """A line of labels, the day on another: "Published", "Last updated:", "Updated 20:15"; not "20:15"."""
    words = _words(COUNTS.sub(" ", line)) if len(line) <= LONGEST else []
    is_labelled = any(word in UPDATES or word in ("published", "posted", "issued") for word in words)
    return is_labelled and all(map(_is_of_a_date, words))


def is_label_of_update(line: str) -> bool:
    """ "Last updated:" is; "Published" is not."""
    return is_label_of_date(line) and not UPDATES.isdisjoint(_words(line))


def written_date(line: str) -> date | None:
    """The one day of publication on a line that tells nothing else.

    "Thursday, 30 July 2020, 14:35", "MOSCOW, July 30, 2020" and "By our staff | 30 July 2020" have one.
    "30 July", "03/04/2022" and "Updated 30 July 2020" have none.
    """
    stamp = stamp_of(line)
    days = {day.day() for day in stamp.published} if stamp else set()
    return days.pop() if len(days) == 1 else None


def lede_date(paragraph: str) -> date | None:
    """The full date among the words that open an agency's report.

    "MOSCOW, October 1, 2020 (AFP) – Russia said" has one, "MOSCOW, July 30. /TASS/." does not.
    """
    days = {day.day() for day in days_in(_dateline(paragraph))}
    return days.pop() if len(days) == 1 else None


def lede_day_and_month(paragraph: str) -> set[tuple[int, int]]:
    """Month and day among these words: "OSTA, June 3 (Norpress) – " has them."""
    return days_and_months(_dateline(paragraph))


def _dateline(paragraph: str) -> str:
    opening = dateline_of(paragraph)
    return paragraph[: opening.end] if opening else ""


def title_date(title: str) -> date | None:
    """The full date that ends the title of a transcript or an official text, or stands behind its number.

    "Press Briefing – September 8, 2020", "Remarks to the Council (8 September 2020)" and "No: 143,
    8 September 2020, On the Truce" have one; "A year after the war – 27 September 2020" and
    "Statement on the truce of 10 October 2020" do not.
    """
    if len(title) > LONGEST_TITLE:
        return None
    numbered = numbered_date(title)
    if numbered:
        return numbered
    if OCCASIONS.isdisjoint(re.findall(r"[^\W\d_]+", title.lower())):
        return None
    for parted in DASHES.finditer(title):
        found = written_date(title[parted.end() :].strip(" )]."))
        if found:
            return found
    return None


def numbered_date(title: str) -> date | None:
    """The full date right behind the number of an official text.

    "No: 143, 8 September 2020, On the Truce" has one; "No: 143, On the truce of 8 September 2020" has none.
    """
    number = NUMBERED.match(title)
    first = next(iter(days_in(title[:LONGEST_TITLE])), None) if number else None
    if not number or not first or first.start != number.end():
        return None
    return first.day() if title[first.end :].startswith((",", " –", " -", ":")) else None
