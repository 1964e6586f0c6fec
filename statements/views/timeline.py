"""The bars of "when it was said", placed for an SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from statements.filters import NOT_STATED
from statements.periods import Said, count_by_period, undated_among

MOST_BARS = 12
LONGEST_BAR = 112  # the scale in units of the viewBox; type is 13 of them
BASELINE = 152
WIDTH = 360
UNDATED_STEP = 78
WIDEST_STEP = 72
LETTER = 8  # the room that one needs


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

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

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

    @property
    def axis(self) -> int:
        """Where the line under the dated bars ends."""
        return self.bars[-1].x + self.bars[-1].width + 4 if self.bars else 0

    @property
    def has_gaps(self) -> bool:
        return any(not bar.found and not bar.was_read for bar in self.bars)


def build_timeline(said: Iterable[Said], published: Iterable[date | None] = ()) -> Timeline:
    """Bars for the dated, one dashed bar for the undated; ``published`` are the days articles are from."""
    said = list(said)
    buckets = count_by_period(said, most=MOST_BARS)
    undated = undated_among(said)
    tallest = max([undated, *(bucket.found for bucket in buckets), 1])
    step = min(WIDEST_STEP, (WIDTH - UNDATED_STEP) // max(len(buckets), 1))
    read = [day for day in published if day]
    labels = short_labels([bucket.label for bucket in buckets], step)
    bars = [
        Bar(
            label=bucket.label,
            short=labels[number][0],
            year=labels[number][1],
            found=bucket.found,
            was_read=any(bucket.period.first <= day <= bucket.period.last for day in read),
            sets=f"from={bucket.start}&to={bucket.end}",
            x=number * step,
            width=max(step * 5 // 7, 4),
            height=scaled(bucket.found, tallest),
        )
        for number, bucket in enumerate(buckets)
    ]
    return Timeline(
        bars, undated_bar(undated, len(bars) * step, tallest), WIDTH, sum(row.found for row in said)
    )


def undated_bar(undated: int, x: int, tallest: int) -> Bar | None:
    if not undated:
        return None
    return Bar(
        "Date not known",
        "not known",
        "",
        undated,
        True,
        f"date={NOT_STATED}",
        x + 24,
        48,
        scaled(undated, tallest),
    )


def scaled(found: int, tallest: int) -> int:
    return max(3, found * LONGEST_BAR // tallest) if found else 0


def short_labels(labels: list[str], step: int) -> list[tuple[str, str]]:
    """Two lines under as many bars as have room: the month, and its year where that is another than before.

    >>> short_labels(["December 2020", "January 2021", "February 2021"], step=40)
    [('Dec', '2020'), ('Jan', '2021'), ('Feb', '')]
    """
    longest = max((4 if " " in label else len(label) for label in labels), default=0)
    every = -(-LETTER * (longest + 1) // step)
    lines, before = [], ""
    for number, label in enumerate(labels):
        if number % every:
            lines.append(("", ""))
            continue
        month, _, year = label.partition(" ")
        lines.append((month[:3], year if year != before else "") if year else (label, ""))
        before = year
    return lines
