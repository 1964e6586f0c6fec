"""Facets of the statement list: for each, the choices there are, counted, with their links.

Each facet is counted with its own choice left out, so its numbers say what
another choice would find. To add one: a filter in ``filters.py``, a row in
FACETS here, a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count

from statements.filters import NOT_STATED, SORTS, StatementFilterSet, shortened
from statements.models.statement import Statement, StatementQuerySet
from statements.periods import count_by_period, said_dates, undated_among

# A list of speakers may be thousands long; the rest is found by typing.
MOST_CHOICES = 200
SHOWN_AT_ONCE = 8


class Counted(NamedTuple):
    """One choice of a facet: the parameters that it sets, and how many statements it finds."""

    sets: dict[str, str]
    label: str
    found: int

    @property
    def is_missing(self) -> bool:
        return NOT_STATED in self.sets.values()


class Choice(NamedTuple):
    """A counted choice with its link; following the link of a selected one removes it."""

    label: str
    value: str
    found: int
    selected: bool
    is_missing: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What to count, and which parameters are its own."""

    parameter: str
    label: str
    count: Callable[[StatementQuerySet], list[Counted]]
    own: tuple[str, ...] = ()
    typed: bool = False  # offers a field to type into as well

    @property
    def parameters(self) -> tuple[str, ...]:
        return self.own or (self.parameter,)


@dataclass(slots=True)
class CountedFacet:
    """A facet as the page shows it."""

    facet: Facet
    choices: list[Choice] = field(default_factory=list)

    @property
    def head(self) -> list[Choice]:
        return self.choices[:SHOWN_AT_ONCE] + [c for c in self.choices[SHOWN_AT_ONCE:] if c.selected]

    @property
    def rest(self) -> list[Choice]:
        return [choice for choice in self.choices[SHOWN_AT_ONCE:] if not choice.selected]


# --- counting ------------------------------------------------------------------


def by_record(
    parameter: str, key: str, name: str, missing: str
) -> Callable[[StatementQuerySet], list[Counted]]:
    """Count by a related record; statements without one are counted under ``missing``."""

    def count(rows: StatementQuerySet) -> list[Counted]:
        counted = rows.values_list(key, name).annotate(found=Count("pk", distinct=True))
        choices = [
            Counted({parameter: value or NOT_STATED}, label or missing, found)
            for value, label, found in counted.order_by("-found", name)[:MOST_CHOICES]
        ]
        return sorted(choices, key=lambda choice: choice.is_missing)

    return count


def by_kind(rows: StatementQuerySet) -> list[Counted]:
    """All three kinds, those that no statement has too."""
    counted = dict(rows.values_list("kind").annotate(found=Count("pk")))
    words = {"direct": "direct: quoted", "indirect": "indirect: reported", "mixed": "mixed: both"}
    return [Counted({"kind": kind}, words[kind], counted.get(kind, 0)) for kind in words]


def by_act(rows: StatementQuerySet) -> list[Counted]:
    labels = dict(Statement.Act.choices)
    counted = rows.values_list("act").annotate(found=Count("pk")).order_by("-found", "act")
    return [Counted({"act": act}, str(labels[act]).lower(), found) for act, found in counted]


def by_date(rows: StatementQuerySet) -> list[Counted]:
    """The stretches of time in which something was said, latest first, then the undated."""
    said = said_dates(rows)
    counted = [
        Counted({"from": bucket.start, "to": bucket.end}, bucket.label, bucket.found)
        for bucket in reversed(count_by_period(said, most=14))
        if bucket.found
    ]
    undated = undated_among(said)
    return counted + ([Counted({"date": NOT_STATED}, "date not known", undated)] if undated else [])


# --- the facets -----------------------------------------------------------------

FACETS = (
    Facet(
        "country",
        "Speaking for",
        by_record("country", "attributions__country__code", "attributions__country__name", "not known"),
    ),
    Facet(
        "about",
        "About",
        by_record("about", "about_countries__code", "about_countries__name", "no country named"),
    ),
    Facet("kind", "Kind", by_kind),
    Facet("date", "Said", by_date, own=("from", "to", "date")),
    Facet(
        "speaker",
        "Speaker",
        by_record(
            "speaker", "attributions__speaker__slug", "attributions__speaker__preferred_name", "not resolved"
        ),
        typed=True,
    ),
    Facet("act", "Act", by_act),
    Facet(
        "publisher",
        "Published by",
        by_record("publisher", "publisher__slug", "publisher__name", "not stated"),
    ),
)


def count_facets(filterset: StatementFilterSet) -> dict[str, CountedFacet]:
    """Every facet counted, one query each."""
    return {
        facet.parameter: CountedFacet(
            facet,
            [
                link_choice(filterset.asked, facet, counted)
                for counted in facet.count(filterset.without(facet.parameters))
            ],
        )
        for facet in FACETS
    }


def link_choice(asked: dict[str, str], facet: Facet, counted: Counted) -> Choice:
    kept = {name: value for name, value in asked.items() if name not in facet.parameters}
    selected = {name: asked[name] for name in facet.parameters if name in asked} == counted.sets
    address = list_address(kept if selected else kept | counted.sets)
    return Choice(
        counted.label,
        counted.sets.get(facet.parameter, ""),
        counted.found,
        selected,
        counted.is_missing,
        address,
    )


def list_address(asked: dict[str, str]) -> str:
    """The list's own address with these parameters and without a page number."""
    return "?" + urlencode({name: value for name, value in asked.items() if value})


# --- what is chosen --------------------------------------------------------------


class Chip(NamedTuple):
    """A filter in use, and the list without it."""

    parameter: str
    label: str
    value: str
    address: str


def list_chips(filterset: StatementFilterSet) -> list[Chip]:
    asked = filterset.asked
    return [
        Chip(
            parameter,
            str(filterset.filters[parameter].label),
            shown_value(filterset, parameter),
            list_address({name: value for name, value in asked.items() if name != parameter}),
        )
        for parameter in filterset.chosen
    ]


def shown_value(filterset: StatementFilterSet, parameter: str) -> str:
    if parameter in filterset.form.names:
        return filterset.form.names[parameter]
    if parameter == "date":
        return dict(filterset.filters["date"].extra["choices"])[filterset.asked["date"]]
    return shortened(filterset.asked[parameter])


def list_sorts(filterset: StatementFilterSet) -> list[Choice]:
    """The orders that the list can have; the first is the usual one and needs no parameter."""
    asked = filterset.asked
    usual = SORTS[0][0]
    now = asked.get("sort", usual)
    return [
        Choice(
            label, name, 0, name == now, False, list_address(asked | {"sort": "" if name == usual else name})
        )
        for name, label in SORTS
    ]
