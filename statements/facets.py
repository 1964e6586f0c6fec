"""Facets of the statement list: for each, the choices there are, counted, with their links.

Each facet is counted with its own choice left out, so its numbers say what
another choice would find. All are counted by the keys of the rows: one pass
for the list itself, and one for each facet with a choice, in one query. To
add one: a key in ``search/keys.py``, a filter in ``filters/``, a row in
FACETS here, a test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any, NamedTuple
from urllib.parse import quote_plus, urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from statements.filters import (
    CHOICES,
    DATES,
    NOT_STATED,
    RECORDS,
    RELEVANCE,
    SHOWING,
    SORTS,
    StatementFilterSet,
    Values,
    shortened,
)
from statements.models.statement import Statement, StatementQuerySet
from statements.named_records import COUNTRY, PUBLISHER, SPEAKER, Record, names_of
from statements.periods import Period, Said, count_by_period, parse_period, said_in, undated_among
from statements.search import archive_totals, count_each, total_of
from statements.versioning import by_version, recall, remember

SHOWN_AT_ONCE = 8
MOST_CHOICES = 60  # a list of speakers may be thousands long; the rest is found by typing
MOST_STRETCHES = 24
MOST_REMEMBERED = 1000  # values of a facet; of more the counts are not kept in memory

Asked = Mapping[str, str | Values]
# How often each key of one letter stands, by what follows the letter.
Counts = Mapping[str, Mapping[str, int]]
Ranked = list[tuple[str, int]]


class Choice(NamedTuple):
    """A counted choice with its link, which adds it; following the link of a selected one removes it."""

    label: str
    value: str
    found: int
    selected: bool
    is_missing: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What is counted: the letter of its keys, whose names they are, and what is said where it is missing."""

    parameter: str
    letter: str
    label: Any
    what: str = ""
    missing: Any = ""

    @property
    def parameters(self) -> tuple[str, ...]:
        return DATES if self.parameter == "date" else (self.parameter,)


@dataclass(slots=True)
class CountedFacet:
    """A facet as the page shows it."""

    facet: Facet
    choices: list[Choice] = field(default_factory=list)
    left: int = 0  # choices that are not listed

    @property
    def head(self) -> list[Choice]:
        return self.choices[:SHOWN_AT_ONCE] + [c for c in self.choices[SHOWN_AT_ONCE:] if c.selected]

    @property
    def rest(self) -> list[Choice]:
        return [choice for choice in self.choices[SHOWN_AT_ONCE:] if not choice.selected]

    @property
    def missing(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.is_missing]

    @property
    def is_typed(self) -> bool:
        """Whether it has a field to type into: where there may be more than can be listed."""
        return bool(self.facet.what) and (self.facet.what == SPEAKER or len(self.choices) > SHOWN_AT_ONCE)

    @property
    def suggestions(self) -> list[Choice]:
        return [choice for choice in self.choices if not choice.is_missing and not choice.selected]


FACETS = (
    Facet("country", "c", gettext_lazy("Speaking for"), COUNTRY, gettext_lazy("not known")),
    Facet("about", "b", gettext_lazy("About"), COUNTRY, gettext_lazy("no country named")),
    Facet("kind", "k", gettext_lazy("Kind")),
    Facet("date", "d", pgettext_lazy("when something was said", "Said")),
    Facet("speaker", "s", gettext_lazy("Speaker"), SPEAKER, gettext_lazy("not resolved")),
    Facet("act", "t", gettext_lazy("Act")),
    Facet("publisher", "p", gettext_lazy("Published by"), PUBLISHER, gettext_lazy("not stated")),
    Facet("agency", "g", gettext_lazy("Relayed by"), PUBLISHER, gettext_lazy("no agency named")),
)
BY_PARAMETER = {facet.parameter: facet for facet in FACETS}

KINDS = {
    "direct": gettext_lazy("direct: quoted"),
    "indirect": gettext_lazy("indirect: reported"),
    "mixed": gettext_lazy("mixed: both"),
}


# --- counting ------------------------------------------------------------------


@dataclass(slots=True)
class Counted:
    """A list in numbers: how long it is, its facets, and when its statements were said."""

    total: int
    is_cut: bool  # there are more: the newest alone were counted
    keys: Counts  # of the list as it is
    said: list[Said]
    said_ever: list[Said]  # with the choice of dates left out
    facets: dict[str, CountedFacet]
    names: dict[tuple[str, int], Record]
    totals: Mapping[str, int]  # of the whole archive

    @property
    def undated(self) -> int:
        return undated_among(self.said)

    @property
    def could_be_undated(self) -> int:
        """How many there are without a date if no date is asked for."""
        return undated_among(self.said_ever)


def count_list(filterset: StatementFilterSet) -> Counted:
    """The list and every facet of it, in two queries, or a few more for an archive that has changed."""
    everything = archive_totals()
    # A list that nothing narrows was counted when the archive last changed.
    listed = of_all = by_version("facets of all", lambda: by_letter(everything))
    own, passes = recall_own(filterset, of_all)
    counted = count_each(passes, total_of(everything))
    if "" in counted:
        listed = by_letter(counted[""].keys)
    for facet in FACETS:
        if facet.parameter in counted:
            own[facet.parameter] = by_letter(counted[facet.parameter].keys)[facet.letter]
            if len(own[facet.parameter]) <= MOST_REMEMBERED:
                remember(pass_name(filterset, facet), own[facet.parameter])
        own.setdefault(facet.parameter, listed[facet.letter])
    commonest = {one.parameter: most_found(own[one.parameter], MOST_CHOICES) for one in FACETS if one.what}
    names = names_of(shown_ids(commonest, own, listed))
    said = said_in_days(listed["d"])
    said_ever = said if own["date"] is listed["d"] else said_in_days(own["date"])

    def choices_of(facet: Facet) -> CountedFacet:
        found = own[facet.parameter]
        if facet.parameter == "date":
            return CountedFacet(facet, list_stretches(filterset.asked, said_ever))
        if facet.what:
            return CountedFacet(
                facet, *list_records(filterset, facet, found, commonest[facet.parameter], names)
            )
        return CountedFacet(facet, list_words(filterset.asked, facet, found))

    return Counted(
        total=total_of(counted[""].keys if "" in counted else everything),
        is_cut="" in counted and counted[""].is_cut,
        keys=listed,
        said=said,
        said_ever=said_ever,
        facets={facet.parameter: choices_of(facet) for facet in FACETS},
        names=names,
        totals=everything,
    )


def recall_own(
    filterset: StatementFilterSet, of_all: Counts
) -> tuple[dict[str, Mapping[str, int]], dict[str, StatementQuerySet]]:
    """Of the facets with a choice, which count without it: what is known, and the lists still to count."""
    chosen = filterset.chosen
    own: dict[str, Mapping[str, int]] = {}
    passes = {"": filterset.without([])} if chosen else {}
    for facet in FACETS:
        others = chosen.keys() - set(facet.parameters)
        if len(others) == len(chosen):
            continue  # counted with the list itself
        known = recall(pass_name(filterset, facet)) if others else of_all[facet.letter]
        if known is None:
            passes[facet.parameter] = filterset.without(facet.parameters)
        else:
            own[facet.parameter] = known
    return own, passes


def pass_name(filterset: StatementFilterSet, facet: Facet) -> str:
    """The same for lists that differ in nothing but this facet's choice."""
    left_out = {*facet.parameters, *SHOWING}
    asked = {name: value for name, value in sorted(filterset.asked.items()) if name not in left_out}
    return f"{facet.parameter} of {list_address(asked)}"


def by_letter(counts: Counter[str]) -> dict[str, dict[str, int]]:
    """The keys that a facet counts; the others are many more."""
    grouped: dict[str, dict[str, int]] = {facet.letter: {} for facet in FACETS}
    for key, found in counts.items():
        if key[0] in grouped:
            grouped[key[0]][key[1:]] = found
    # That no agency is named, no key says.
    if unnamed := total_of(counts) - sum(grouped["g"].values()):
        grouped["g"]["0"] = unnamed
    return grouped


def most_found(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    """The commonest ids; what is not known stands apart."""
    known = ((pk, found) for pk, found in counts.items() if pk != "0")
    return nsmallest(most, known, key=lambda one: (-one[1], int(one[0])))


def shown_ids(
    commonest: Mapping[str, Ranked], own: Mapping[str, Mapping[str, int]], listed: Counts
) -> dict[str, set[int]]:
    """Whose names will be shown: the commonest. The chosen ones are known by name already."""
    shown: dict[str, set[int]] = {COUNTRY: set(), SPEAKER: set(), PUBLISHER: set()}
    for facet in FACETS:
        if facet.what:
            shown[facet.what].update(int(pk) for pk, _found in commonest[facet.parameter])
            if own[facet.parameter] is not listed[facet.letter]:
                in_list = most_found(listed[facet.letter], MOST_CHOICES)
                shown[facet.what].update(int(pk) for pk, _found in in_list)
    return shown


def said_in_days(days: Mapping[str, int]) -> list[Said]:
    return said_in({f"d{key}": found for key, found in days.items()})


# --- the choices of each facet -----------------------------------------------------


def list_words(asked: Asked, facet: Facet, found: Mapping[str, int]) -> list[Choice]:
    """The choices of a facet that counts a few known words."""
    is_kind = facet.parameter == "kind"
    labels = KINDS if is_kind else {act.value: str(act.label).lower() for act in Statement.Act}
    wanted = list(KINDS) if is_kind else [act for act, _found in ranked(found)]
    wanted += [value for value in values_of(asked, facet.parameter) if value not in wanted]
    link = linker(asked, facet.parameter)
    return [link(labels[value], value, found.get(value, 0)) for value in wanted]


def ranked(found: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def list_records(
    filterset: StatementFilterSet,
    facet: Facet,
    found: Mapping[str, int],
    commonest: Ranked,
    names: Mapping[tuple[str, int], Record],
) -> tuple[list[Choice], int]:
    """The choices, and how many more there are."""
    counted = [(names.get((facet.what, int(pk))), number) for pk, number in commonest]
    listed = {record.value: (record, number) for record, number in counted if record}
    chosen = values_of(filterset.asked, facet.parameter)
    for value in chosen:
        if value != NOT_STATED and value not in listed:
            record = filterset.form.records[facet.parameter, value]
            listed[value] = (record, found.get(str(record.pk), 0))
    ordered = sorted(listed.values(), key=lambda one: (-one[1], one[0].name))
    link = linker(filterset.asked, facet.parameter)
    choices = [link(record.name, record.value, number) for record, number in ordered]
    unknown = found.get("0", 0)
    if facet.missing and (unknown or NOT_STATED in chosen):
        choices.append(link(facet.missing, NOT_STATED, unknown))
    return choices, len(found.keys() - {"0"}) - len(listed)


def linker(asked: Asked, parameter: str) -> Callable[[Any, str, int], Choice]:
    """Makes choices whose links add the value to those chosen, or take it away."""
    chosen = values_of(asked, parameter)
    # What stands round an added value is the same in every link.
    names = list(asked)
    end = names.index(parameter) + 1 if parameter in asked else len(names)
    before, behind = (
        list_address({name: asked[name] for name in part})[1:] for part in (names[:end], names[end:])
    )

    def link(label: Any, value: str, found: int) -> Choice:
        selected = value in chosen
        if selected:
            address = list_address({**asked, parameter: [one for one in chosen if one != value]})
        else:
            address = "?" + "&".join(filter(None, (before, f"{parameter}={quote_plus(value)}", behind)))
        return Choice(str(label), value, found, selected, value == NOT_STATED, address)

    return link


def list_stretches(asked: Asked, said: Iterable[Said]) -> list[Choice]:
    """The stretches of time in which something was said, latest first, then the undated."""
    said = list(said)
    chosen = {name: asked[name] for name in DATES if name in asked}
    kept = {name: value for name, value in asked.items() if name not in DATES}
    counted: list[tuple[dict[str, str], Any, int]] = [
        ({"from": bucket.start, "to": bucket.end}, bucket.label, bucket.found)
        for bucket in reversed(count_by_period(said, most=MOST_STRETCHES))
        if bucket.found
    ]
    if undated := undated_among(said):
        counted.append(({"date": NOT_STATED}, _("date not known"), undated))
    return [
        Choice(
            label,
            "",
            found,
            chosen == sets,
            "date" in sets,
            list_address(kept if chosen == sets else {**kept, **sets}),
        )
        for sets, label, found in counted
    ]


def values_of(asked: Asked, parameter: str) -> Values:
    value = asked.get(parameter) or []
    return [value] if isinstance(value, str) else list(value)


def list_address(asked: Asked) -> str:
    """The list's own address with these parameters."""
    return "?" + urlencode({name: value for name, value in asked.items() if value}, doseq=True)


# --- what is chosen --------------------------------------------------------------


class Chip(NamedTuple):
    """A filter in use, and the list without it."""

    parameter: str
    label: str
    value: str
    address: str


def list_chips(filterset: StatementFilterSet) -> list[Chip]:
    """One a value, in the order of the filters."""
    asked = filterset.asked
    return [
        Chip(
            parameter,
            str(filterset.filters[parameter].label),
            shown_value(filterset, parameter, value),
            without_value(asked, parameter, value),
        )
        for parameter in filterset.chosen
        for value in values_of(asked, parameter)
    ]


def without_value(asked: Asked, parameter: str, value: str) -> str:
    left: dict[str, str | Values] = dict(asked)
    left[parameter] = [one for one in values_of(asked, parameter) if one != value]
    if parameter == "q":
        left["within"] = ""
        left["sort"] = "" if asked.get("sort") == RELEVANCE else asked.get("sort", "")
    return list_address(left)


def shown_value(filterset: StatementFilterSet, parameter: str, value: str) -> str:
    if parameter in RECORDS:
        if value == NOT_STATED:
            return str(BY_PARAMETER[parameter].missing)
        return filterset.form.records[parameter, value].name
    if parameter == "review":
        return str(dict(CHOICES[parameter])[value]).lower()
    if parameter in ("date", "within"):
        return str(dict(filterset.filters[parameter].extra["choices"])[value])
    return shortened(value)


def list_sorts(filterset: StatementFilterSet) -> list[Choice]:
    """The orders that the list can have; the first is the usual one and needs no parameter."""
    asked = filterset.asked
    usual = SORTS[0][0]
    now = asked.get("sort", usual)
    has_words = bool(filterset.query and filterset.query.terms)
    return [
        Choice(
            str(label),
            name,
            0,
            name == now,
            False,
            list_address({**asked, "sort": "" if name == usual else name}),
        )
        for name, label in SORTS
        if name != RELEVANCE or has_words
    ]


def chosen_stretch(asked: Asked) -> Period | None:
    """The days that were asked for, if both ends were."""
    if "from" not in asked or "to" not in asked:
        return None
    return Period(parse_period(str(asked["from"])).first, parse_period(str(asked["to"])).last)
