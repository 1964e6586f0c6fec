"""What the values of a request name: records of the archive, one of a few words, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from statements.filters.fields import known_values, shortened
from statements.filters.parameters import KEYS, LONGEST_VALUE, MOST_VALUES, NOT_STATED, RECORDS, Values
from statements.folding import fold
from statements.named_records import COUNTRY, PUBLISHER, SPEAKER, Found, Record, Wanted
from statements.search import Query
from statements.search.query import Field

MOST_MEANINGS = 12
MOST_OFFERED = 12  # words and phrases of a search that are looked up as names

# What a field of the search box may name.
NAMED_BY = {"for": (COUNTRY,), "about": (COUNTRY,), "speaker": (SPEAKER,), "via": (PUBLISHER,)}


class Meanings(NamedTuple):
    """A name that several records have, with the choices: each as the parameter and the value it sets."""

    typed: str
    choices: list[tuple[str, Record]]
    field: Field | None  # of the search box, where it was typed there


class Resolved:
    """The records that a request names, by parameter and value, and what is to be said of the others."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.records: dict[tuple[str, str], Record] = {}
        self.meanings: list[Meanings] = []
        self.notes: list[tuple[str, str]] = []  # parameter and message
        self.unusable: dict[str, Values] = {}
        self.is_spelled_otherwise = False

    def note(self, parameter: str, message: str) -> None:
        self.notes.append((parameter, message))

    def as_records(self, parameter: str, typed: Values) -> Values:
        """The usable ones of the values, as addresses name them."""
        known = [value for one in typed[:MOST_VALUES] if (value := self.as_record(parameter, one))]
        if len(typed) > MOST_VALUES:
            self.note(parameter, _("More than {most} values: the rest is left out.").format(most=MOST_VALUES))
        return list(dict.fromkeys(known))

    def as_record(self, parameter: str, typed: str) -> str:
        """The value as addresses name it; "" where it names no record, or several."""
        if typed == NOT_STATED:
            return typed
        what, unknown = RECORDS[parameter]
        choices = self.called(what, typed)
        if len(choices) == 1:
            self.is_spelled_otherwise |= choices[0].value != (typed.upper() if what == COUNTRY else typed)
            return self.keep(parameter, choices[0])
        self.unusable.setdefault(parameter, []).append(typed)
        if choices:
            self.offer(typed, [(parameter, record) for record in choices])
            self.note(parameter, may_be_several(typed))
        else:
            self.note(parameter, unknown.format(typed=shortened(typed)))
        return ""

    def as_choices(self, parameter: str, typed: Values, choices: list[tuple[str, Any]]) -> Values:
        """Those of the values that are among the choices."""
        known = dict(choices)
        if unknown := [value for value in typed if value not in known]:
            self.unusable[parameter] = unknown
            self.note(parameter, str(known_values(choices)))
        return [value for value in typed if value in known]

    def called(self, what: str, typed: str) -> list[Record]:
        """By code or slug; else by the whole name; else by a part of it."""
        if not is_writing(typed):
            return []
        if record := self.found.valued(what, typed):
            return [record]
        return self.found.named(what, typed) or self.found.holding(what, typed)

    def keep(self, parameter: str, record: Record) -> str:
        self.records[parameter, record.value] = record
        return record.value

    def offer(self, typed: str, choices: Iterable[tuple[str, Record]], field: Field | None = None) -> None:
        ordered = sorted(choices, key=lambda choice: choice[1].name)
        self.meanings.append(Meanings(typed, ordered[:MOST_MEANINGS], field))

    def key_of(self, parameter: str, value: str) -> str:
        known: Any = value
        if parameter in RECORDS:
            known = None if value == NOT_STATED else self.records[parameter, value].pk
        return KEYS[parameter](known)


def may_be_several(typed: str) -> str:
    return _("“{typed}” may be several: choose one below.").format(typed=shortened(typed))


def wanted_records(cleaned: Mapping[str, Any], query: Query | None) -> dict[str, Wanted]:
    """What to look up: by code or slug, and whatever may be a name by name."""
    typed: dict[str, set[str]] = {COUNTRY: set(), SPEAKER: set(), PUBLISHER: set()}
    for parameter, (what, _message) in RECORDS.items():
        typed[what].update((cleaned.get(parameter) or [])[:MOST_VALUES])
    for field in query.fields if query else ():
        for what in NAMED_BY.get(field.name, ()):
            typed[what].add(field.value)
    offered = frozenset(possible_names(query)) if query else frozenset()
    wanted = {}
    for what, values in typed.items():
        usable = frozenset(filter(is_writing, values))
        parts = frozenset(filter(None, map(fold, usable - {NOT_STATED})))
        if usable or offered:
            wanted[what] = Wanted(usable, offered, parts, offered if what == SPEAKER else frozenset())
    return wanted


def is_writing(typed: str) -> bool:
    """Nothing that a database would choke on, or that no record could be called."""
    return len(typed) <= LONGEST_VALUE and typed.isprintable()


def possible_names(query: Query) -> list[str]:
    """What in a search may be a name: all of it, and each word or phrase."""
    terms = [" ".join(option.words) for option in query.options if not option.prefix]
    whole = " ".join(" ".join(term.options[0].words) for term in query.terms if len(term.options) == 1)
    found = dict.fromkeys([whole, *terms])
    return [name for name in found if name and len(name) <= LONGEST_VALUE][:MOST_OFFERED]
