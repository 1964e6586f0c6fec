"""The bars of "when it was said", placed for an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext as _

from statements.filters import NOT_STATED
from statements.periods import Bucket, Reach, Said, count_by_period, reach_of, undated_among

MOST_BARS = 12
LONGEST_BAR = 112  # the scale in units of the viewBox; type is 13 of them
BASELINE = 152
WIDTH = 360
UNDATED_STEP = 78
EARLIER_STEP, EARLIER_WIDTH = 76, 36
WIDEST_STEP = 72
FACING_BAR = 60  # the same where bars stand on both sides of the axis
FACING_AXIS, FACING_GAP = 84, 24  # between both stand the names of the months
LETTER = 8  # the room that one needs
DIGIT = 7.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time; ``sets`` is the query of the list behind its number."""

    label: str
    short: str  # what stands under it, if there is room
    year: str  # and under that, where a year begins
    found: int
    was_read: bool
    sets: str
    x: int
    width: int
    height: int
    number: str = ""  # as it stands over the bar
    start: str = ""  # the first year or month, as addresses write it
    first: date | None = None  # its days; None where it is open, or no day is known
    last: date | None = None

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def facing_label_middle(self) -> int:
        """The same where the year stands beside the month."""
        return max(self.middle, LETTER * len(f"{self.short} {self.year}") // 2)

    @property
    def facing_top(self) -> int:
        """Where it begins when it stands on the axis of two directions."""
        return FACING_AXIS - self.height

    @property
    def facing_above(self) -> int:
        return self.facing_top - 6

    @property
    def facing_below(self) -> int:
        """Where the number of a bar that hangs from that axis stands."""
        return FACING_AXIS + FACING_GAP + self.height + 16

    @property
    def label_middle(self) -> int:
        """Where what stands under it is centred: a long label keeps clear of the edge."""
        return max(self.middle, LETTER // 2 * len(self.short))

    @property
    def top(self) -> int:
        return BASELINE - self.height

    @property
    def above(self) -> int:
        """Where its number stands."""
        return self.top - 8

    @property
    def hatching(self) -> str:
        """Slanting lines in the lowest 16 units, as an SVG path."""
        return "".join(f"M{x} {BASELINE}l8 -16" for x in range(self.x, self.x + self.width - 7, 8))

    @property
    def base_start(self) -> int:
        return self.x - 12


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: list[Bar]
    undated: Bar | None
    width: int
    total: int
    earlier: Bar | None = None

    @property
    def axis(self) -> int:
        """Where the line under the dated bars ends."""
        return self.bars[-1].x + self.bars[-1].width + 4 if self.bars else 0

    @property
    def axis_start(self) -> int:
        return self.bars[0].x if self.bars else 0

    @property
    def earlier_axis(self) -> int:
        """Where the line under the bar of all that was earlier ends."""
        return 2 * self.earlier.x + self.earlier.width if self.earlier else 0

    @property
    def dated(self) -> list[Bar]:
        """Every bar of days that are known, in time."""
        return [bar for bar in (self.earlier, *self.bars) if bar]

    @property
    def all_bars(self) -> list[Bar]:
        return [*self.dated, *([self.undated] if self.undated else [])]

    @property
    def has_gaps(self) -> bool:
        return any(not bar.found and not bar.was_read for bar in self.bars)


def build_timeline(
    said: Iterable[Said], published: Iterable[date | None] = (), *, most: int = MOST_BARS
) -> Timeline:
    """Bars for the dated, one dashed bar for the undated; ``published`` are the days articles are from."""
    said = list(said)
    reach = reach_of(said, most)
    buckets = count_by_period(reach.said, most=most)
    undated = undated_among(said)
    tallest = max([undated, reach.before, *(bucket.found for bucket in buckets), 1])
    first_x = EARLIER_STEP if reach.before else 0
    step = min(WIDEST_STEP, (WIDTH - UNDATED_STEP - first_x) // max(len(buckets), 1))
    read = [day for day in published if day]
    labels = short_labels(buckets, step)
    bars = [
        Bar(
            label=bucket.label,
            short=labels[number][0],
            year=labels[number][1],
            found=bucket.found,
            was_read=any(bucket.period.first <= day <= bucket.period.last for day in read),
            sets=f"from={bucket.start}&to={bucket.end}",
            x=first_x + number * step,
            width=max(step * 5 // 7, 4),
            height=scaled(bucket.found, tallest),
            number=number_over(bucket.found, step),
            start=bucket.start,
            first=bucket.period.first,
            last=bucket.period.last,
        )
        for number, bucket in enumerate(buckets)
    ]
    return Timeline(
        bars,
        undated_bar(undated, first_x + len(bars) * step, tallest),
        WIDTH,
        sum(row.found for row in said),
        earlier_bar(reach, tallest),
    )


def earlier_bar(reach: Reach, tallest: int) -> Bar | None:
    if not reach.before or reach.start is None:
        return None
    short, last = _("earlier"), reach.start - timedelta(days=1)
    # Bars of years begin in January, and so may bars of months: either way the day before ends what is left.
    sets = f"to={last.year:04d}" if reach.start.month == 1 else f"to={last.year:04d}-{last.month:02d}"
    return Bar(
        label=_("Earlier"),
        short=short,
        year="",
        found=reach.before,
        was_read=True,
        sets=sets,
        x=max(0, (LETTER * len(short) - EARLIER_WIDTH) // 2),  # over the middle of what stands under it
        width=EARLIER_WIDTH,
        height=scaled(reach.before, tallest),
        number=number_over(reach.before, EARLIER_STEP),
        last=last,
    )


def undated_bar(undated: int, x: int, tallest: int) -> Bar | None:
    if not undated:
        return None
    return Bar(
        label=_("Date not known"),
        short=_("not known"),
        year="",
        found=undated,
        was_read=True,
        sets=f"date={NOT_STATED}",
        x=x + 24,
        width=48,
        height=scaled(undated, tallest),
        number=number_over(undated, UNDATED_STEP),
    )


# --- two directions -------------------------------------------------------------


class FacingBar(NamedTuple):
    """One stretch of time with a bar up for the one direction and a bar down for the other."""

    up: Bar
    down: Bar


@dataclass(frozen=True, slots=True)
class FacingTimeline:
    """``up`` and ``down`` are of the same stretches, so that what answered what can be seen."""

    bars: list[FacingBar]
    undated: FacingBar | None
    earlier: FacingBar | None
    width: int

    @property
    def all_bars(self) -> list[FacingBar]:
        return [bar for bar in (self.earlier, *self.bars, self.undated) if bar]

    @property
    def axis(self) -> int:
        last = self.bars[-1].up if self.bars else None
        return last.x + last.width + 4 if last else 0


def facing_timeline(
    up: list[Said], down: list[Said], published: Iterable[date | None] = ()
) -> FacingTimeline | None:
    """Bars of both directions on one axis; none where neither spoke."""
    if not up and not down:
        return None
    both = build_timeline([*up, *down], published)
    sides = []
    for said in (up, down):
        counted = {bar.sets: bar for bar in both.all_bars}
        sides.append({sets: found_in(said, bar) for sets, bar in counted.items()})
    tallest = max([*sides[0].values(), *sides[1].values(), 1])

    def of(bar: Bar) -> FacingBar:
        step = max(bar.width * 7 // 5, bar.width + 8)
        return FacingBar(
            *(
                replace(
                    bar,
                    found=side[bar.sets],
                    height=scaled(side[bar.sets], tallest) * FACING_BAR // LONGEST_BAR,
                    number=number_over(side[bar.sets], step),
                )
                for side in sides
            )
        )

    return FacingTimeline(
        [of(bar) for bar in both.bars],
        of(both.undated) if both.undated else None,
        of(both.earlier) if both.earlier else None,
        WIDTH,
    )


def found_in(said: Iterable[Said], bar: Bar) -> int:
    """How many of the statements the list behind the bar has."""
    if bar.first is None and bar.last is None:
        return undated_among(said)
    return sum(
        row.found
        for row in said
        if row.earliest
        and (bar.last is None or row.earliest <= bar.last)
        and (bar.first is None or (row.latest or row.earliest) >= bar.first)
    )


# --- small things ---------------------------------------------------------------


def scaled(found: int, tallest: int) -> int:
    return max(3, found * LONGEST_BAR // tallest) if found else 0


def number_over(found: int, step: int) -> str:
    """The number where there is room for it, else in thousands; the table beneath has it in full.

    >>> number_over(8123, 48), number_over(8123, 24), number_over(999_600, 30)
    ('8,123', '8k', '1m')
    """
    exact = f"{found:,}"
    if len(exact) * DIGIT <= step or found < 1000:
        return exact
    return f"{(found + 500_000) // 1_000_000}m" if found >= 999_500 else f"{(found + 500) // 1000}k"


def short_labels(buckets: Sequence[Bucket], step: int) -> list[tuple[str, str]]:
    """Two lines under as many bars as have room: the month, and its year where another than before."""
    short = [short_label(bucket) for bucket in buckets]
    longest = max((max(len(line), len(year)) for line, year in short), default=0)
    every = -(-LETTER * (longest + 1) // step)
    lines, before = [], ""
    for number, (line, year) in enumerate(short):
        if number % every:
            lines.append(("", ""))
            continue
        lines.append((line, year if year != before else ""))
        before = year
    return lines


def short_label(bucket: Bucket) -> tuple[str, str]:
    """A month's short name and its year; of any longer stretch the label."""
    if "-" not in bucket.start:
        return bucket.label, ""
    first = bucket.period.first
    # Translators: how a month is written under a bar, in the letters of Django's "date" filter
    return in_words(first, _("M")), str(first.year)
