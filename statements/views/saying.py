"""Who says it: of a list, how many statements each country and each speaker made, and of how many in all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from statements.facets import MOST_CHOICES, Counted, list_address, most_found
from statements.filters import StatementFilterSet
from statements.named_records import COUNTRY, SPEAKER
from statements.views.offering import PAGES

SHOWN = 20
# By share, whoever said less than this in the whole archive is left out: one of one is no habit.
LEAST_SAID = 5


class Row(NamedTuple):
    name: str
    page: str
    found: int
    address: str
    said: int
    said_address: str
    percent: int  # of what it said in the archive
    length: int  # of its bar


@dataclass(frozen=True, slots=True)
class Table:
    heading: str
    rows: list[Row]
    left: int


def build_saying(filterset: StatementFilterSet, counted: Counted) -> list[Table]:
    """By country and by speaker, most statements first, or the greatest share of its own."""
    return [
        build_table(filterset, counted, "country", "c", COUNTRY, _("Speaking for")),
        build_table(filterset, counted, "speaker", "s", SPEAKER, _("Speaker")),
    ]


def build_table(
    filterset: StatementFilterSet,
    counted: Counted,
    parameter: str,
    letter: str,
    what: str,
    heading: str,
) -> Table:
    asked: dict[str, Any] = {name: value for name, value in filterset.asked.items() if name != "view"}
    by_share = filterset.cleaned.get("view") == "share"
    rows = []
    for pk, found in most_found(counted.keys.get(letter, {}), MOST_CHOICES):
        record = counted.names.get((what, int(pk)))
        said = max(counted.totals.get(f"{letter}{pk}", 0), found)
        if not record or (by_share and said < LEAST_SAID):
            continue
        address = list_address({**asked, parameter: [record.value]})
        alone = list_address({parameter: [record.value]})
        page = reverse(PAGES[what], args=[record.value])
        rows.append(Row(record.name, page, found, address, said, alone, round(100 * found / said), 0))
    rows.sort(key=lambda row: (-row.found / row.said, -row.found) if by_share else (-row.found, row.name))
    most = max((row.percent if by_share else row.found for row in rows), default=1) or 1
    shown = [
        row._replace(length=150 * (row.percent if by_share else row.found) // most) for row in rows[:SHOWN]
    ]
    return Table(heading, shown, len(counted.keys.get(letter, {}).keys() - {"0"}) - len(shown))
