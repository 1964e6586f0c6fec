"""When the statements of a list were said, as bars that narrow it, placed for an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from statements.facets import Asked, Choice, chosen_stretch, list_address
from statements.filters import DATES
from statements.periods import Bucket, Period, Said, count_by_period, reach_of
from statements.views.timeline import number_over, short_labels

MOST_BARS = 24
FEW_BARS = 7
STEP, WIDE_STEP = 28, 48  # pixels, where there is room for them
TALLEST = 56
BASELINE = 72


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    short: str
    year: str
    found: int
    number: str
    address: str
    selected: bool
    is_exact: bool  # its own days are the chosen ones, and its link removes them
    start: str  # its first and its last day, month or year, as addresses write them
    end: str
    period: Period
    x: int
    step: int
    height: int

    @property
    def width(self) -> int:
        return max(self.step - 6, 4)

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def top(self) -> int:
        return BASELINE - self.height

    @property
    def above(self) -> int:
        return self.top - 4


@dataclass(frozen=True, slots=True)
class Histogram:
    bars: list[Bar]
    earlier: int = 0  # said before the first bar
    earlier_address: str = ""

    @property
    def width(self) -> int:
        return self.bars[-1].x + self.bars[-1].step if self.bars else 0

    @property
    def is_wide(self) -> bool:
        """Whether its bars are too narrow to be met on a phone."""
        return len(self.bars) > 12

    @property
    def choices(self) -> list[Choice]:
        """The same as a facet has it, latest first."""
        bars = [
            Choice(bar.label, "", bar.found, bar.is_exact, False, bar.address)
            for bar in reversed(self.bars)
            if bar.found
        ]
        if self.earlier:
            bars.append(Choice(_("earlier"), "", self.earlier, False, False, self.earlier_address))
        return bars

    @property
    def is_chosen(self) -> bool:
        return any(bar.selected for bar in self.bars)


def build_histograms(said: Iterable[Said], asked: Asked) -> list[Histogram]:
    """The whole list in time; below it the months of the years that were chosen."""
    said = list(said)
    kept = {name: value for name, value in asked.items() if name not in DATES}
    reach = reach_of(said, MOST_BARS)
    stretch = chosen_stretch(asked)
    before = (reach.start - timedelta(days=1)).isoformat() if reach.start else ""
    earlier = list_address({**kept, "to": before}) if before else ""
    whole = Histogram(build_bars(reach.said, kept, stretch), reach.before, earlier)
    if len(whole.bars) < 2 and not whole.earlier:
        return []
    chosen = [bar.period for bar in whole.bars if bar.selected and "-" not in bar.start]
    if not chosen:
        return [whole]
    within = build_bars(clipped(said, Period(chosen[0].first, chosen[-1].last)), kept, stretch)
    return [whole, Histogram(within)] if len(within) > 1 else [whole]


def build_bars(said: Iterable[Said], kept: Asked, stretch: Period | None) -> list[Bar]:
    buckets = count_by_period(said, most=MOST_BARS)
    step = WIDE_STEP if len(buckets) <= FEW_BARS else STEP
    tallest = max((bucket.found for bucket in buckets), default=1)
    labels = short_labels(buckets, step)
    return [
        build_bar(bucket, labels[number], kept, stretch, number * step, step, tallest)
        for number, bucket in enumerate(buckets)
    ]


def build_bar(
    bucket: Bucket, short: Sequence[str], kept: Asked, stretch: Period | None, x: int, step: int, tallest: int
) -> Bar:
    selected, is_exact = is_within(bucket, stretch), bucket.period == stretch
    return Bar(
        label=bucket.label,
        short=short[0],
        year=short[1],
        found=bucket.found,
        number=number_over(bucket.found, step),
        address=list_address(kept if is_exact else {**kept, "from": bucket.start, "to": bucket.end}),
        selected=selected,
        is_exact=is_exact,
        start=bucket.start,
        end=bucket.end,
        period=bucket.period,
        x=x,
        step=step,
        height=max(3, bucket.found * TALLEST // max(tallest, 1)) if bucket.found else 0,
    )


def is_within(bucket: Bucket, stretch: Period | None) -> bool:
    """Whether any of its days was chosen."""
    return bool(stretch and bucket.period.first <= stretch.last and bucket.period.last >= stretch.first)


def clipped(said: Iterable[Said], stretch: Period) -> list[Said]:
    return [
        Said(max(row.earliest, stretch.first), min(row.latest or row.earliest, stretch.last), row.found)
        for row in said
        if row.earliest and row.earliest <= stretch.last and (row.latest or row.earliest) >= stretch.first
    ]
