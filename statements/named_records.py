"""The records that a request names, all in one query.

By what addresses call them (a code, a slug), or by a name in any spelling that
the archive knows. A slug of before a merge leads to the record it was merged into.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CharField, F, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from statements.folding import fold
from statements.models.authority import Country, CountryName, Publisher, Speaker, VariantName

COUNTRY, SPEAKER, PUBLISHER = "country", "speaker", "publisher"


class Record(NamedTuple):
    """A country, speaker or publisher, as lists show it and addresses name it."""

    what: str
    pk: int
    value: str  # its code or slug
    name: str
    kind: str


class Wanted(NamedTuple):
    """What to look for: as an address may have it, and folded."""

    values: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # folded; whole names alone
    parts: frozenset[str] = frozenset()  # folded; words of a speaker's name too
    surnames: frozenset[str] = frozenset()  # folded; the last words of a person's name too


class Found:
    """The answer: records by what addresses call them, and by their names."""

    def __init__(self, rows: Iterable[tuple[Record, str, str]] = ()) -> None:
        self.by_value: dict[tuple[str, str], Record] = {}
        self.called: dict[str, dict[str, list[Record]]] = {COUNTRY: {}, SPEAKER: {}, PUBLISHER: {}}
        for record, how, called in rows:
            if how == "value":
                self.by_value[record.what, called] = record
            for name in names_within(called) if how == "list" else [called]:
                same = self.called[record.what].setdefault(name, [])
                if record not in same:
                    same.append(record)

    def valued(self, what: str, typed: str) -> Record | None:
        return self.by_value.get((what, typed.upper() if what == COUNTRY else typed))

    def named(self, what: str, typed: str) -> list[Record]:
        """Those who have this whole name."""
        return self.called[what].get(fold(typed), [])

    def holding(self, what: str, typed: str) -> list[Record]:
        """Those of whose name this is a part, in whole words."""
        part = f" {fold(typed)} "
        names = self.called[what]
        return list(dict.fromkeys(one for name in names if part in f" {name} " for one in names[name]))


def find_records(wanted: dict[str, Wanted]) -> Found:
    """Everything wanted of countries, speakers and publishers."""
    parts = [part for what, asked in wanted.items() for part in LOOK_UPS[what](asked)]
    if not parts:
        return Found()
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return Found((Record(*record), how, called) for *record, how, called in rows)


Names = dict[tuple[str, int], Record]  # by kind of record and id


def names_of(keys: dict[str, set[int]]) -> Names:
    """The records with these ids, in one query."""
    models: dict[str, type[Model]] = {COUNTRY: Country, SPEAKER: Speaker, PUBLISHER: Publisher}
    return names_in(
        {what: models[what]._default_manager.filter(pk__in=pks) for what, pks in keys.items() if pks}
    )


def names_in(rows: dict[str, QuerySet]) -> Names:
    """The same of the records that these querysets find."""
    columns = {
        COUNTRY: ("code", "name"),
        SPEAKER: ("slug", "preferred_name"),
        PUBLISHER: ("slug", "name"),
    }
    parts = [as_rows(held, what, "id", *columns[what], "kind", "", Value("")) for what, held in rows.items()]
    if not parts:
        return {}
    found: Any = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return {(what, pk): Record(what, pk, *others) for what, pk, *others, _how, _called in found}


# --- one part of the query a place where names stand -------------------------------


def as_rows(
    rows: QuerySet, what: str, pk: Any, value: Any, name: Any, kind: Any, how: str, called: Any
) -> QuerySet:
    """The same seven columns of any model, so that they can stand in one union."""
    text = {"value": value, "name": name, "kind": kind, "called": called}
    return (
        rows.order_by()
        .annotate(
            row_what=Value(what, CharField()),
            row_pk=F(pk) if isinstance(pk, str) else pk,
            **{f"row_{column}": Cast(held, TextField()) for column, held in list(text.items())[:3]},
            row_how=Value(how, CharField()),
            row_called=Cast(called, TextField()),
        )
        .values_list("row_what", "row_pk", "row_value", "row_name", "row_kind", "row_how", "row_called")
    )


def look_up_countries(asked: Wanted) -> list[QuerySet]:
    parts = []
    if asked.values:
        codes = Country.objects.filter(code__in={value.upper() for value in asked.values})
        parts.append(as_rows(codes, COUNTRY, "id", "code", "name", "kind", "value", "code"))
    if names := asked.names | asked.parts:
        named = CountryName.objects.filter(folded__in=names)
        if not asked.parts:
            named = named.filter(use=CountryName.Use.NAME)
        of = ("country_id", "country__code", "country__name", "country__kind")
        parts.append(as_rows(named, COUNTRY, *of, "name", "folded"))
    return parts


def look_up_speakers(asked: Wanted) -> list[QuerySet]:
    parts = []
    if asked.values:
        rows = Speaker.objects.filter(slug__in=asked.values)
        parts.append(as_rows(rows, SPEAKER, *speaker_columns(), "value", "slug"))
    called = name_condition(asked)
    if called:
        parts.append(as_rows(Speaker.objects.filter(called), SPEAKER, *speaker_columns(), "name", "folded"))
        variants = VariantName.objects.filter(called)
        parts.append(as_rows(variants, SPEAKER, *speaker_columns("speaker__"), "name", "folded"))
    return parts


def speaker_columns(prefix: str = "") -> tuple[Any, Any, Any, Any]:
    def column(field: str) -> Coalesce:
        return Coalesce(f"{prefix}merged_into__{field}", f"{prefix}{field}")

    return column("id"), column("slug"), column("preferred_name"), column("kind")


def name_condition(asked: Wanted) -> Q:
    whole = asked.names | asked.parts | asked.surnames
    condition = Q(folded__in=whole) if whole else Q()
    for part in asked.parts:
        condition |= Q(folded__startswith=f"{part} ") | Q(folded__endswith=f" {part}")
        condition |= Q(folded__contains=f" {part} ")
    for name in asked.surnames:
        condition |= Q(folded__endswith=f" {name}")
    return condition


def look_up_publishers(asked: Wanted) -> list[QuerySet]:
    parts = []
    if asked.values:
        rows = Publisher.objects.filter(slug__in=asked.values)
        parts.append(as_rows(rows, PUBLISHER, "id", "slug", "name", "kind", "value", "slug"))
    if asked.names or asked.parts:
        # They have no folded names: there are some hundreds, and they are folded here.
        rows = Publisher.objects.all()
        columns = ("id", "slug", "name", "kind")
        parts.append(as_rows(rows, PUBLISHER, *columns, "list", "names"))
        parts.append(as_rows(rows, PUBLISHER, *columns, "list", "name"))
    return parts


LOOK_UPS = {COUNTRY: look_up_countries, SPEAKER: look_up_speakers, PUBLISHER: look_up_publishers}


@lru_cache(maxsize=4096)
def names_within(text: str) -> list[str]:
    """A name, or a JSON list of names, folded."""
    try:
        held = json.loads(text)
    except ValueError:
        held = text
    return [fold(str(name)) for name in (held if isinstance(held, list) else [text])]
