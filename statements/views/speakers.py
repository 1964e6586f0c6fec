"""Speakers: persons, institutions, governments."""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from statements.facets import list_address
from statements.filters import shortened
from statements.folding import fold
from statements.models.authority import Country, Speaker, VariantName
from statements.models.statement import Attribution, Statement
from statements.views.countries import count_subjects
from statements.views.entries import newest_entries
from statements.views.pages import get_page

ON_A_PAGE = 50
NEWEST = 10
LONGEST_NAME = 200
PRONOUNS = ("he", "i", "it", "she", "they", "we", "who")


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    typed, country, kind = (request.GET.get(name, "").strip() for name in ("q", "country", "kind"))
    speakers = with_counts(Speaker.objects.current().select_related("country"))
    speakers = called(speakers, typed[:LONGEST_NAME])
    countries = list(Country.objects.filter(Exists(Speaker.objects.current().filter(country=OuterRef("pk")))))
    errors = []
    if kind in Speaker.Kind.values:
        speakers = speakers.filter(kind=kind)
    elif kind:
        errors.append(("kind", f"“{shortened(kind)}” is no kind of speaker."))
    if country.upper() in {known.code for known in countries}:
        speakers = speakers.filter(country__code=country.upper())
    elif country:
        errors.append(("country", f"No speaker of a country “{shortened(country)}” is recorded."))
    asked = {"q": typed, "country": country.upper(), "kind": kind}
    context = {
        "section": "speakers",
        "page": get_page(request, speakers.order_by("-found", "preferred_name", "slug"), ON_A_PAGE),
        "countries": countries,
        "kinds": Speaker.Kind.choices,
        "asked": asked,
        "base": list_address(asked),
        "errors": errors,
    }
    return render(request, "statements/speaker_list.html", context)


def with_counts(speakers: QuerySet[Speaker]) -> QuerySet:
    """With ``found``, the number of listed statements."""
    spoken = Attribution.objects.filter(speaker=OuterRef("pk"), statement__listed=True).order_by()
    counted = spoken.values("speaker").annotate(n=Count("statement", distinct=True)).values("n")
    return speakers.annotate(found=Coalesce(Subquery(counted, output_field=IntegerField()), 0))


def called(speakers: QuerySet, typed: str) -> QuerySet:
    """Speakers whose name, or one other name, holds every word typed."""
    words = fold(typed).split()
    if not words:
        return speakers
    held = reduce(and_, (Q(folded__contains=word) for word in words))
    return speakers.filter(held | Exists(VariantName.objects.filter(held, speaker=OuterRef("pk"))))


@require_safe
def speaker_detail(request: HttpRequest, slug: str) -> HttpResponse:
    speaker = get_object_or_404(Speaker.objects.select_related("country", "merged_into"), slug=slug)
    if speaker.merged_into:
        return redirect(speaker.merged_into)
    statements = Statement.objects.listed().by_speaker(slug)
    context = {
        "section": "speakers",
        "speaker": speaker,
        "found": statements.count(),
        "offices": speaker.offices.select_related("country"),
        "variants": speaker.variants.all(),
        "printed": count_printed(speaker),
        "bars": count_subjects(statements, {"speaker": slug}),
        "entries": newest_entries(statements, NEWEST),
    }
    return render(request, "statements/speaker_detail.html", context)


def count_printed(speaker: Speaker) -> QuerySet:
    """What the articles call the speaker, with the number of articles. “He” is no name."""
    sources = speaker.attributions.annotate(lowered=Lower("source")).exclude(lowered__in=["", *PRONOUNS])
    named = sources.filter(statement__listed=True).order_by()
    counted = named.values("source").annotate(articles=Count("statement__article", distinct=True))
    return counted.order_by("-articles", "source")[:30]
