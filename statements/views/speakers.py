"""Speakers: persons, institutions, governments."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from statements.models.authority import Country, Speaker
from statements.models.statement import Attribution, Statement
from statements.named_records import COUNTRY, names_of
from statements.periods import said_in
from statements.search import any_of, count_keys, keys, total_of
from statements.views.asked import find_speakers
from statements.views.counted import ABOUT, ids_in, read_totals
from statements.views.countries import share_bars
from statements.views.entries import newest_entries
from statements.views.offices import offices_of
from statements.views.timeline import build_timeline

ON_A_PAGE = 50
NEWEST = 10
MOST_NAMES = 15
PRONOUNS = ("he", "i", "it", "she", "they", "we", "who")


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    found = find_speakers(request.GET)
    is_by_name = request.GET.get("sort") == "name"
    asked = found.used | ({"sort": "name"} if is_by_name else {})
    counted = read_totals().speakers
    paginator = Paginator(ranked(found.rows, {} if is_by_name else counted), ON_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "section": "speakers",
        "page": page,
        "speakers": on_page(list(page.object_list), counted),
        "countries": Country.objects.filter(Exists(Speaker.objects.current().filter(country=OuterRef("pk")))),
        "kinds": Speaker.Kind.choices,
        "asked": asked,
        "is_by_name": is_by_name,
        "other_order": address_of(found.used | ({} if is_by_name else {"sort": "name"})),
        "base": address_of(asked),
        "errors": found.errors,
    }
    return render(request, "statements/speaker_list.html", context)


def address_of(asked: dict[str, str]) -> str:
    return "?" + urlencode(asked)


def ranked(speakers: QuerySet[Speaker], counted: dict[int, int]) -> list[int]:
    """Their ids, those with most statements first and the others by name."""
    by_name = speakers.order_by("folded", "pk").values_list("pk", flat=True)
    return sorted(by_name, key=lambda pk: -counted.get(pk, 0))


def on_page(pks: list[int], counted: dict[int, int]) -> list[tuple[Speaker, int]]:
    speakers = Speaker.objects.select_related("country").in_bulk(pks)
    return [(speakers[pk], counted.get(pk, 0)) for pk in pks if pk in speakers]


def with_counts(speakers: QuerySet[Speaker]) -> QuerySet:
    """With ``found``, the number of listed statements, counted one by one: for a few speakers."""
    spoken = Attribution.objects.filter(speaker=OuterRef("pk"), statement__listed=True).order_by()
    counted = spoken.values("speaker").annotate(n=Count("statement", distinct=True)).values("n")
    return speakers.annotate(found=Coalesce(Subquery(counted, output_field=IntegerField()), 0))


@require_safe
def speaker_detail(request: HttpRequest, slug: str) -> HttpResponse:
    speaker, variants = with_variants(slug)
    if speaker.merged_into:
        return redirect(speaker.merged_into)
    own_key = [keys.speaker(speaker.pk)]
    counts = count_keys(Statement.objects.listed().keyed(own_key))
    about = ids_in(counts, ABOUT)
    context = {
        "section": "speakers",
        "speaker": speaker,
        "found": total_of(counts),
        "offices": offices_of(speaker),
        "variants": [(name, script_of(name)) for name in variants],
        "printed": [
            (row["source"], script_of(row["source"]), row["articles"])
            for row in count_printed(speaker)[:MOST_NAMES]
        ],
        "bars": share_bars(
            about, names_of({COUNTRY: set(about)}), lambda code: {"speaker": slug, "about": code}
        ),
        "timeline": build_timeline(said_in(counts)),
        "prefix": f"speaker={slug}&",
        "entries": newest_entries([any_of(own_key)], NEWEST),
    }
    return render(request, "statements/speaker_detail.html", context)


def with_variants(slug: str) -> tuple[Speaker, list[str]]:
    """The speaker and the other names recorded, in one query."""
    speakers = Speaker.objects.select_related("country", "merged_into").filter(slug=slug)
    rows = list(speakers.annotate(other=F("variants__text")).order_by("other"))
    if not rows:
        raise Http404
    return rows[0], [row.other for row in rows if row.other]


def count_printed(speaker: Speaker) -> QuerySet:
    """What the articles call the speaker, with the number of articles. “He” is no name."""
    sources = speaker.attributions.annotate(lowered=Lower("source")).exclude(lowered__in=["", *PRONOUNS])
    named = sources.filter(statement__listed=True).order_by()
    counted = named.values("source").annotate(articles=Count("statement__article", distinct=True))
    return counted.order_by("-articles", "source")[:30]


# The first word of a letter's name in Unicode.
SCRIPTS: dict[str, Promise] = {
    "LATIN": gettext_lazy("Latin"),
    "CYRILLIC": gettext_lazy("Cyrillic"),
    "ARMENIAN": gettext_lazy("Armenian"),
    "GEORGIAN": gettext_lazy("Georgian"),
    "GREEK": gettext_lazy("Greek"),
    "ARABIC": gettext_lazy("Arabic"),
    "HEBREW": gettext_lazy("Hebrew"),
    "CJK": gettext_lazy("Chinese"),
    "HANGUL": gettext_lazy("Korean"),
    "DEVANAGARI": gettext_lazy("Devanagari"),
}


def script_of(name: str) -> Promise | str:
    """In which letters a name is written, by the first of them; empty where it has none.

    >>> str(script_of("Хулуси Акар")), script_of("117")
    ('Cyrillic', '')
    """
    letter = next((character for character in name if character.isalpha()), "")
    word = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return SCRIPTS.get(word, word.title())
