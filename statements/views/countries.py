"""Countries: speaking, spoken about, over time, and who speaks for them, each at an address of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, FilteredRelation, Q, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from statements.filters import NOT_STATED
from statements.models.authority import Country, CountryName, Office, Speaker
from statements.models.statement import Attribution, Statement
from statements.named_records import COUNTRY, SPEAKER, Names, Record, names_in
from statements.periods import Said, count_by_period, said_in
from statements.search import any_of, count_each, count_keys, keys, total_of
from statements.views.counted import (
    ABOUT,
    SPEAKING_FOR,
    Totals,
    ids_in,
    read_totals,
)
from statements.views.counted import SPEAKER as SPEAKER_KEY
from statements.views.entries import newest_entries
from statements.views.matrix import by_name, count_countries
from statements.views.offices import offices_by_speaker, spoken_in
from statements.views.timeline import build_timeline

NEWEST = 5
SPEAKERS_AT_FIRST = 10
MOST_SPEAKERS = 30  # of a country; the list of speakers has all
MOST_READ_OF_EACH = 300  # statements of a speaker, the newest, which tell the roles
MOST_NAMES = 5  # more are folded away
MOST_STRETCHES = 36  # of the table of time: three years of months, or years


@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    counts = sorted(count_countries(read_totals()), key=by_name)
    silent = Country.objects.exclude(pk__in=[count.country.pk for count in counts])
    context = {"section": "countries", "counts": counts, "silent": silent}
    return render(request, "statements/country_list.html", context)


class Tab(NamedTuple):
    """One of the country's pages; ``name`` is what ``?as=`` says."""

    name: str
    label: Promise
    found: int | None
    is_now: bool


@require_safe
def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    country, names = with_names(code.upper())
    if code != country.code:
        return redirect_with_query(request, country.get_absolute_url())
    pages: dict[str, Callable[[Country], dict[str, Any]]] = {
        "": speaking_page,
        "about": about_page,
        "time": time_page,
        "speakers": speakers_page,
    }
    asked = request.GET.get("as", "")
    now = asked if asked in pages else ""
    context = {
        "section": "countries",
        "country": country,
        "names": names,
        "most_names": MOST_NAMES,
        "tabs": tabs_of(country, read_totals(), now),
        "tab": now or "speaking",
        **pages[now](country),
    }
    return render(request, "statements/country_detail.html", context)


def tabs_of(country: Country, totals: Totals, now: str) -> list[Tab]:
    speaks, spoken_about = totals.speaks.get(country.pk, 0), totals.spoken_about.get(country.pk, 0)
    return [
        Tab("", gettext_lazy("Speaking"), speaks, now == ""),
        Tab("about", gettext_lazy("Spoken about"), spoken_about, now == "about"),
        Tab("time", gettext_lazy("Over time"), None, now == "time"),
        Tab("speakers", gettext_lazy("Its speakers"), None, now == "speakers"),
    ]


def speaking_page(country: Country) -> dict[str, Any]:
    own = {"country": country.code}
    key = keys.speaking_for(country.pk)
    counts = count_keys(Statement.objects.listed().keyed([key]))
    others = ids_in(counts, ABOUT)
    # Without those of others, who spoke together with its own.
    names = read_names(others, counts, Speaker.objects.filter(Q(country=country) | Q(country=None)))
    return shown(country, key, counts, own) | {
        "bars": share_bars(others, names, lambda code: own | {"about": code}),
        "speakers": first_speakers(counts, names),
    }


def about_page(country: Country) -> dict[str, Any]:
    own = {"about": country.code}
    key = keys.about(country.pk)
    counts = count_keys(Statement.objects.listed().keyed([key]))
    others = ids_in(counts, SPEAKING_FOR)
    names = read_names(others, counts, Speaker.objects.all())
    return shown(country, key, counts, own) | {
        "bars": share_bars(others, names, lambda code: {"country": code} | own),
        "speakers": first_speakers(counts, names),
    }


def shown(country: Country, key: str, counts: Counter[str], own: dict[str, str]) -> dict[str, Any]:
    """What both directions have in common."""
    return {
        "own_query": urlencode(own),
        "prefix": urlencode(own) + "&",
        "found": total_of(counts),
        "timeline": build_timeline(said_in(counts), days_read(country)),
        "entries": newest_entries([any_of([key])], NEWEST),
    }


def time_page(country: Country) -> dict[str, Any]:
    listed = Statement.objects.listed()
    counted = count_each(
        {
            "speaks": listed.keyed([keys.speaking_for(country.pk)]),
            "spoken about": listed.keyed([keys.about(country.pk)]),
        }
    )
    speaks, spoken_about = (said_in(counts.keys) for counts in counted.values())
    read = list(days_read(country))
    return {
        "found": len(speaks) + len(spoken_about),
        "speaks": build_timeline(speaks, read),
        "speaks_prefix": f"country={country.code}&",
        "about_prefix": f"about={country.code}&",
        "spoken_about": build_timeline(spoken_about, read),
        "stretches": stretches_of(speaks, spoken_about),
    }


def speakers_page(country: Country) -> dict[str, Any]:
    own = {"country": country.code}
    counts = count_keys(Statement.objects.listed().keyed([keys.speaking_for(country.pk)]))
    return {
        "found": total_of(counts),
        "prefix": urlencode(own) + "&",
        "speakers": list_speakers(counts, attributions_for(country), MOST_SPEAKERS),
        "most_speakers": MOST_SPEAKERS,
    }


def redirect_with_query(request: HttpRequest, address: str) -> HttpResponseRedirect:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


def with_names(code: str) -> tuple[Country, list[str]]:
    """The country and the other names that it has, in one query."""
    names = FilteredRelation("names", condition=Q(names__use=CountryName.Use.NAME))
    rows = list(
        Country.objects.filter(code=code).annotate(used=names, other=F("used__text")).order_by("other")
    )
    if not rows:
        raise Http404
    others = [row.other for row in rows if row.other and row.other != row.name]
    return rows[0], others


def days_read(country: Country) -> QuerySet:
    """The days of the articles that name the country."""
    return country.mentioned_in.current().order_by().values_list("published", flat=True).distinct()


class StretchOfTime(NamedTuple):
    """A month or a year, and how often the country spoke in it and was spoken about."""

    label: str
    sets: str
    speaks: int
    spoken_about: int


def stretches_of(speaks: list[Said], spoken_about: list[Said]) -> list[StretchOfTime]:
    """Those in which something was said, the latest first."""
    both = count_by_period([*speaks, *spoken_about], most=MOST_STRETCHES)
    return [
        StretchOfTime(
            bucket.label,
            f"from={bucket.start}&to={bucket.end}",
            *(
                sum(r.found for r in said if lies_in(r, bucket.period.first, bucket.period.last))
                for said in (speaks, spoken_about)
            ),
        )
        for bucket in reversed(both)
        if bucket.found
    ]


def lies_in(row: Said, first: date, last: date) -> bool:
    return row.earliest is not None and row.earliest <= last and (row.latest or row.earliest) >= first


# --- whom, and through whom ------------------------------------------------------


class ShareBar(NamedTuple):
    """Another country and how many statements, with a bar as long as its share of the most."""

    code: str
    name: str
    found: int
    length: int
    address: str


def share_bars(
    counted: dict[int, int], names: Names, parameters: Callable[[str], dict[str, str]]
) -> list[ShareBar]:
    """A bar for each country by its id, the longest first and "not known" (0) last.

    ``parameters`` are those of the list behind the number, by the country's code.
    """
    most = max(counted.values(), default=1)
    bars = [
        ShareBar(
            country.value if country else "",
            country.name if country else "",
            found,
            found * 150 // most,
            urlencode(parameters(country.value if country else NOT_STATED)),
        )
        for country, found in (
            (names.get((COUNTRY, pk)), found)
            for pk, found in counted.items()
            if not pk or (COUNTRY, pk) in names
        )
    ]
    return sorted(bars, key=lambda bar: (not bar.code, -bar.found, bar.name))


class FirstSpeaker(NamedTuple):
    """A speaker, none for sources nobody has resolved."""

    speaker: Record | None
    found: int

    @property
    def slug(self) -> str:
        return self.speaker.value if self.speaker else NOT_STATED


def read_names(countries: Iterable[int], counts: Counter[str], speakers: QuerySet[Speaker]) -> Names:
    """What the countries and the likely first of the speakers are called, in one query."""
    return names_in(
        {
            COUNTRY: Country.objects.filter(pk__in=countries),
            SPEAKER: speakers.filter(pk__in=likely_speakers(counts, SPEAKERS_AT_FIRST * 3)),
        }
    )


def likely_speakers(counts: Counter[str], most: int) -> list[int]:
    """Those with most statements, by id; 0 is among them."""
    counted = ids_in(counts, SPEAKER_KEY)
    return sorted(counted, key=lambda pk: (-counted[pk], pk))[:most]


def first_speakers(counts: Counter[str], names: Names) -> list[FirstSpeaker]:
    found = [
        FirstSpeaker(names.get((SPEAKER, pk)), counts[keys.speaker(pk)])
        for pk in likely_speakers(counts, SPEAKERS_AT_FIRST * 3)
        if (SPEAKER, pk) in names or not pk
    ]
    return found[:SPEAKERS_AT_FIRST]


class SpeakerCount(NamedTuple):
    """A speaker, none for sources nobody has resolved, with the roles that articles print."""

    speaker: Speaker | None
    roles: list[str]
    offices: list[Office]  # held on the day of some of the words
    has_days: bool  # whether the day of any of the words is known
    found: int

    @property
    def slug(self) -> str:
        return self.speaker.slug if self.speaker else NOT_STATED


def attributions_for(country: Country) -> QuerySet[Attribution]:
    return Attribution.objects.filter(country=country)


def list_speakers(counts: Counter[str], attributions: QuerySet[Attribution], most: int) -> list[SpeakerCount]:
    """Those with most statements. ``attributions`` hold the speakers meant, not who speaks beside them."""
    counted = ids_in(counts, SPEAKER_KEY)
    likely = likely_speakers(counts, most * 3 // 2)
    listed = attributions.filter(statement__listed=True).order_by()
    spoken = spoken_by(likely, listed)
    ranked = [pk for pk in likely if pk in spoken][:most]
    speakers = Speaker.objects.in_bulk(ranked)
    offices = offices_spoken_in(ranked, listed)
    return [
        SpeakerCount(
            speakers.get(pk),
            [role for role, _ in spoken[pk].roles.most_common(3)],
            offices.get(pk, []),
            spoken[pk].has_days,
            counted[pk],
        )
        for pk in ranked
    ]


@dataclass(slots=True)
class Spoken:
    """In which roles somebody spoke, and whether any of the days is known."""

    roles: Counter[str] = field(default_factory=Counter)
    has_days: bool = False


def spoken_by(speakers: Iterable[int], attributions: QuerySet[Attribution]) -> dict[int, Spoken]:
    """Of speakers by id, 0 for the unresolved, what the newest of their statements tell."""
    rows = attributions.values_list("speaker", "role", "statement__said_earliest")
    newest = (
        rows.filter(speaker=pk or None).order_by("-statement_id", "-pk")[:MOST_READ_OF_EACH]
        for pk in speakers
    )
    found: dict[int, Spoken] = defaultdict(Spoken)
    for pk, role, day in read_each(newest):
        spoken = found[pk or 0]
        spoken.has_days |= day is not None
        if role:
            spoken.roles[role] += 1
    return found


def offices_spoken_in(
    speakers: Iterable[int], attributions: QuerySet[Attribution]
) -> dict[int, list[Office]]:
    """The offices of speakers by id that they surely held when some of the words were said."""
    offices = {office.pk: office for held in offices_by_speaker(speakers).values() for office in held}
    some_words = (
        spoken_in(office, attributions).values_list(Value(office.pk))[:1] for office in offices.values()
    )
    spoken = {pk for (pk,) in read_each(some_words)}
    found = defaultdict(list)
    for office in offices.values():
        if office.pk in spoken:
            found[office.speaker_id].append(office)
    return found


def read_each(lists: Iterable[QuerySet]) -> list[tuple[Any, ...]]:
    """The rows of several short lists of values, in one query."""
    compiled = [sql for rows in lists if (sql := compile_sql(rows))]
    if not compiled:
        return []
    parts = (f"SELECT * FROM ({sql}) AS part" for sql, _ in compiled)  # noqa: S608 (SQL of QuerySets)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [param for _, params in compiled for param in params])
        return cursor.fetchall()


def compile_sql(rows: QuerySet) -> tuple[str, tuple[Any, ...]] | None:
    """Its SQL and parameters; None where it can only be empty."""
    try:
        return rows.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return None
