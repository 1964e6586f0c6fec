"""Names that people type -> the records they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.utils.text import slugify
from django.utils.translation import gettext

from statements.folding import fold
from statements.models import Country, CountryName, Publisher, Speaker, VariantName
from statements.models.authority import folded_name
from statements.views.asked import called
from statements.views.speakers import with_counts

OFFERED = 12


def speakers_called(typed: str) -> list[Speaker]:
    """The speakers of this very name, other name or address; accents and case do not count."""
    folded = folded_name(typed)
    also = VariantName.objects.filter(speaker=OuterRef("pk"), folded=folded)
    named = Q(folded=folded) | Q(slug=typed.strip()) | Exists(also)
    return list(Speaker.objects.current().filter(named).select_related("country")[:OFFERED])


def speakers_like(typed: str) -> QuerySet[Speaker]:
    """Speakers whose name holds all words typed, those first who say most."""
    speakers = called(Speaker.objects.current().select_related("country"), typed)
    return with_counts(speakers).order_by("-found", "preferred_name", "slug")[:OFFERED]


def countries_like(typed: str) -> QuerySet[Country]:
    """Countries and organisations with a name, in any language, that holds what was typed at a word."""
    folded = fold(typed)
    names = CountryName.objects.filter(country=OuterRef("pk"))
    begins = Exists(names.filter(folded__startswith=folded)) | Q(name__istartswith=typed)
    found = Country.objects.filter(begins | Exists(names.filter(folded__contains=f" {folded}")))
    return found.order_by(Case(When(begins, then=0), default=1), "name")[:OFFERED]


def publishers_like(typed: str) -> list[Publisher]:
    """Publishers and agencies with a name that holds the words typed."""
    folded = fold(typed)
    publishers = Publisher.objects.select_related("country") if folded else ()
    return [one for one in publishers if folded in fold(" ".join((one.name, *one.names)))][:OFFERED]


def country_called(typed: str) -> Country | None:
    """The one country or organisation of a code or a name, in any of its languages; else None."""
    code = Country.objects.filter(code=typed.strip().upper()).first()
    if code:
        return code
    folded = fold(typed)
    also = CountryName.objects.filter(country=OuterRef("pk"), folded=folded)
    by_name = [one for one in Country.objects.filter(Exists(also)) if folded]
    exact = [one for one in Country.objects.all() if fold(one.name) == folded]
    found = exact or by_name
    return found[0] if len(found) == 1 else None


def no_country_called(typed: str) -> str:
    """What to say of a name that is none's."""
    return gettext("No country or organisation is called “%(name)s”.") % {"name": typed}


def publisher_called(typed: str) -> Publisher | None:
    """The one publisher of this name or other name."""
    folded = fold(typed)
    found = [one for one in Publisher.objects.all() if folded in map(fold, (one.name, *one.names))]
    return found[0] if len(found) == 1 else None


def free_slug(name: str) -> str:
    """An address for a new speaker, which nobody has."""
    base = (slugify(fold(name)) or "speaker")[:100]
    taken = set(Speaker.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )


def described(record: Speaker | Country | Publisher) -> str:
    """A record in a list to choose from: "Sergey Lavrov, person, Russia"."""
    if isinstance(record, Country):
        return f"{record.name}, {record.code}"
    country = f", {record.country}" if record.country else ""
    return f"{record}, {record.get_kind_display()}{country}"


LOOKED_UP: dict[str, Callable[[str], Iterable[Speaker | Country | Publisher]]] = {
    "speakers": speakers_like,
    "countries": countries_like,
    "publishers": publishers_like,
}
