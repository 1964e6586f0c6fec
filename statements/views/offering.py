"""What a search may have meant: pages of the names in it, and the choices where a name is of several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from statements.facets import list_address, values_of
from statements.filters import Meanings, StatementFilterSet, possible_names
from statements.named_records import COUNTRY, PUBLISHER, SPEAKER, Found, Record
from statements.search import keys
from statements.search.query import leave_out

MOST_OFFERED = 4
PAGES = {COUNTRY: "country-detail", SPEAKER: "speaker-detail", PUBLISHER: "publisher-detail"}
KEYS = {COUNTRY: keys.speaking_for, SPEAKER: keys.speaker, PUBLISHER: keys.publisher}
PARAMETERS = {COUNTRY: "country", SPEAKER: "speaker", PUBLISHER: "publisher"}


class Offer(NamedTuple):
    """A page about somebody whose name was searched for, and the list of their statements."""

    record: Record
    what: str
    page: str
    found: int
    address: str


class Choice(NamedTuple):
    name: str
    what: str
    address: str


class Question(NamedTuple):
    typed: str
    choices: list[Choice]


def list_offers(filterset: StatementFilterSet, totals: Mapping[str, int]) -> list[Offer]:
    if not filterset.query:
        return []
    records: dict[Record, int] = {}
    for rank, name in enumerate(possible_names(filterset.query)):
        for record in records_called(filterset.found, name):
            records.setdefault(record, rank)
    offers = [
        (rank, build_offer(record, totals))
        for record, rank in records.items()
        if record.value not in values_of(filterset.asked, PARAMETERS[record.what])
    ]
    offers.sort(key=lambda ranked: (ranked[0], -ranked[1].found, ranked[1].record.name))
    return [offer for _rank, offer in offers[:MOST_OFFERED]]


def records_called(found: Found, name: str) -> list[Record]:
    """By this whole name; persons by their surname too."""
    whole = [record for what in PAGES for record in found.called[what].get(name, [])]
    surname = [
        record
        for called, records in found.called[SPEAKER].items()
        if called.endswith(f" {name}")
        for record in records
        if record.kind == "person"
    ]
    return list(dict.fromkeys([*whole, *surname]))


def build_offer(record: Record, totals: Mapping[str, int]) -> Offer:
    return Offer(
        record,
        name_of(record.what),
        reverse(PAGES[record.what], args=[record.value]),
        totals.get(KEYS[record.what](record.pk), 0),
        list_address({PARAMETERS[record.what]: [record.value]}),
    )


def name_of(what: str) -> str:
    return {COUNTRY: _("country"), SPEAKER: _("speaker"), PUBLISHER: _("publisher")}[what]


def list_questions(filterset: StatementFilterSet) -> list[Question]:
    """A name that several have, with a link for each of them."""
    return [
        Question(
            str(meanings.field) if meanings.field else meanings.typed,
            [
                Choice(
                    record.name, name_of(record.what), choice_address(filterset, meanings, parameter, record)
                )
                for parameter, record in meanings.choices
            ],
        )
        for meanings in filterset.meanings
    ]


def choice_address(filterset: StatementFilterSet, meanings: Meanings, parameter: str, record: Record) -> str:
    asked = dict(filterset.asked)
    asked[parameter] = [*values_of(asked, parameter), record.value]
    if meanings.field and "q" in asked:
        asked["q"] = leave_out(str(asked["q"]), [meanings.field])
    return list_address(asked)
