"""The records that a request names: countries and publishers from memory, speakers in one query.

By what addresses call them (a code, a slug), or by a name in any spelling that
the archive knows. A slug of before a merge leads to the record it was merged into.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from statements.folding import fold
from statements.models.authority import Country, CountryName, Publisher, Speaker, VariantName
from statements.versioning import by_version

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


Called = dict[str, list[Record]]  # by folded name


class Found:
    """The answer: records by what addresses call them, and by their names."""

    def __init__(self, publishers: Called | None = None) -> None:
        self.by_value: dict[tuple[str, str], Record] = {}
        self.called: dict[str, Called] = {COUNTRY: {}, SPEAKER: {}, PUBLISHER: publishers or {}}

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


def call(names: Called, name: str, record: Record) -> None:
    same = names.setdefault(name, [])
    if record not in same:
        same.append(record)


def find_records(wanted: dict[str, Wanted]) -> Found:
    """Everything wanted of countries, speakers and publishers."""
    known = read_known()
    found = Found(known.publishers)
    for what, asked in wanted.items():
        for value in asked.values:
            if record := known.by_value.get((what, value.upper() if what == COUNTRY else value)):
                found.by_value[what, record.value] = record
    countries = wanted.get(COUNTRY, Wanted())
    if names := countries.names | countries.parts:
        for name in names:
            for pk, is_name in read_country_names().get(name, ()):
                if (is_name or countries.parts) and (COUNTRY, pk) in known.by_id:
                    call(found.called[COUNTRY], name, known.by_id[COUNTRY, pk])
    if parts := look_up_speakers(wanted.get(SPEAKER, Wanted())):
        for *columns, how, called in parts[0].union(*parts[1:], all=True):
            record = Record(*columns)
            if how == "value":
                found.by_value[SPEAKER, called] = record
            else:
                call(found.called[SPEAKER], called, record)
    return found


Names = dict[tuple[str, int], Record]  # by kind of record and id


class Known(NamedTuple):
    """The countries and publishers: some hundreds, of which every page names many."""

    by_id: Names
    by_value: dict[tuple[str, str], Record]
    publishers: Called


def read_known() -> Known:
    """Read once for each state of the archive."""
    return by_version("countries and publishers", _read_known)


def _read_known() -> Known:
    known = Known({}, {}, {})
    for row in Country.objects.order_by().values_list("id", "code", "name", "kind"):
        _know(known, Record(COUNTRY, *row))
    columns = ("id", "slug", "name", "kind", "names")
    for *row, others in Publisher.objects.order_by("id").values_list(*columns):
        record = Record(PUBLISHER, *row)
        _know(known, record)
        for name in (record.name, *others):
            call(known.publishers, fold(name), record)
    return known


def _know(known: Known, record: Record) -> None:
    known.by_id[record.what, record.pk] = known.by_value[record.what, record.value] = record


def read_country_names() -> dict[str, list[tuple[int, bool]]]:
    """Which countries each folded word may mean, and whether it is a name and not a capital or the like."""

    def read() -> dict[str, list[tuple[int, bool]]]:
        names: dict[str, list[tuple[int, bool]]] = {}
        rows = CountryName.objects.order_by("id").values_list("country_id", "folded", "use")
        for pk, folded, use in rows:
            names.setdefault(folded, []).append((pk, use == CountryName.Use.NAME))
        return names

    return by_version("names of countries", read)


def names_of(keys: dict[str, set[int]]) -> Names:
    """The records with these ids: speakers in one query, the others from memory."""
    known = read_known().by_id
    found = {(what, pk): known[what, pk] for what, pks in keys.items() for pk in pks if (what, pk) in known}
    columns = ("id", "slug", "preferred_name", "kind")
    speakers = Speaker.objects.filter(pk__in=keys.get(SPEAKER, ())).order_by().values_list(*columns)
    return found | {(SPEAKER, row[0]): Record(SPEAKER, *row) for row in speakers}


def names_in(rows: dict[str, QuerySet]) -> Names:
    """The same of the records that these querysets find."""
    columns = {
        COUNTRY: ("code", "name"),
        SPEAKER: ("slug", "preferred_name"),
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
