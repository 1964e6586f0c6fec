"""What the lists of speakers and articles are asked for: the same for a page and for its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from statements.filters import NOT_STATED, shortened
from statements.folding import fold
from statements.models.article import Article
from statements.models.authority import Publisher, Speaker, VariantName
from statements.periods import parse_period

LONGEST_NAME = 200


@dataclass(slots=True)
class Asked:
    """The rows that the parameters leave, those that could be used, and what is wrong with the others."""

    rows: QuerySet[Any]
    used: dict[str, str] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)
    publisher: Publisher | None = None


def find_speakers(parameters: QueryDict) -> Asked:
    """``?q=&country=&kind=``"""
    typed, country, kind = (parameters.get(name, "").strip() for name in ("q", "country", "kind"))
    speakers = Speaker.objects.current()
    found = Asked(called(speakers, typed[:LONGEST_NAME]), {"q": typed} if typed else {})
    if kind in Speaker.Kind.values:
        found.rows, found.used["kind"] = found.rows.filter(kind=kind), kind
    elif kind:
        found.errors.append(("kind", _("“%s” is no kind of speaker.") % shortened(kind)))
    code = country.upper()
    if code and speakers.filter(country__code=code).exists():
        found.rows, found.used["country"] = found.rows.filter(country__code=code), code
    elif code:
        found.errors.append(("country", _("No speaker of a country “%s” is recorded.") % shortened(country)))
    return found


def called(speakers: QuerySet[Speaker], typed: str) -> QuerySet[Speaker]:
    """Speakers whose name, or one other name, holds every word typed."""
    words = fold(typed).split()
    if not words:
        return speakers
    held = reduce(and_, (Q(folded__contains=word) for word in words))
    return speakers.filter(held | Q(pk__in=VariantName.objects.filter(held).values("speaker")))


def find_articles(parameters: QueryDict) -> Asked:
    """``?publisher=the-paper&in=2020-07``; either may be "none"."""
    slug, when = (parameters.get(name, "").strip() for name in ("publisher", "in"))
    found = Asked(Article.objects.current())
    if slug == NOT_STATED:
        found.rows, found.used["publisher"] = found.rows.filter(publisher=None), slug
    elif publisher := Publisher.objects.filter(slug=slug).first() if slug else None:
        found.rows, found.used["publisher"] = found.rows.filter(publisher=publisher), slug
        found.publisher = publisher
    elif slug:
        found.errors.append(("publisher", _("No publisher “%s” is recorded.") % shortened(slug)))
    if when == NOT_STATED:
        found.rows, found.used["in"] = found.rows.filter(published=None), when
    elif when:
        try:
            found.rows, found.used["in"] = found.rows.filter(published__range=parse_period(when)), when
        except ValueError:
            message = _("“%s” is no year, month or day: write 2020, 2020-07 or 2020-07-14.")
            found.errors.append(("in", message % shortened(when)))
    return found
