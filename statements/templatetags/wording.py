"""Counts and other small words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import (
    get_language_info,
    gettext,
    gettext_lazy,
    ngettext,
    pgettext,
    pgettext_lazy,
)

register = template.Library()

LONGEST_IN_A_COLUMN = 16


@register.filter
def count(number: int) -> str:
    """With a comma in thousands, or as the reader's language has it.

    >>> count(12345)
    '12,345'
    """
    return str(number) if 0 <= number < 1000 else number_format(number, force_grouping=True)


@register.simple_tag
def short_name(country) -> str:
    """The country's name where there is little room: long names of organisations as their letters."""
    if country.kind == "organisation" and len(country.name) > LONGEST_IN_A_COLUMN:
        return format_html('<abbr title="{}">{}</abbr>', country.name, country.code)
    return format_html("<bdi>{}</bdi>", country.name)


# Tags and not templates, for they stand within sentences.
@register.simple_tag
def countries_for(statement) -> SafeString:
    """On whose behalf it was said, with a word for what is not known."""
    return links_for(statement.spoken_for)


@register.simple_tag
def countries_about(statement) -> SafeString:
    """What countries the words are about."""
    return links_about(statement.about_countries.all())


def links_for(countries: Iterable) -> SafeString:
    return country_links(countries or [None], pgettext("country", "not known"))


def links_about(countries: Iterable) -> SafeString:
    return country_links(countries or [None], gettext("no country named"))


def country_links(countries: Iterable, missing: str) -> SafeString:
    links = [country_link(country) if country else missing_words(missing) for country in countries]
    return links[0] if len(links) == 1 else format_html_join(", ", "{}", ([link] for link in links))


def country_link(country) -> SafeString:
    return format_html('<a href="{}">{}</a>', country.get_absolute_url(), short_name(country))


def missing_words(words: str) -> SafeString:
    """Where the article does not tell."""
    return format_html('<span class="missing">{}</span>', words)


@register.simple_tag
def speakers_of(statement) -> SafeString:
    """Everyone who speaks, with the office or the kind of a single one."""
    return speaker_links(statement.attributions.all())


def speaker_links(attributions: Sequence) -> SafeString:
    speakers = [speaker_words(one, is_alone=len(attributions) == 1) for one in attributions]
    if len(speakers) < 2:
        return speakers[0] if speakers else missing_words(gettext("no speaker named"))
    before = format_html_join(", ", "{}", ([one] for one in speakers[:-1]))
    return format_html(
        "{} {} {}", before, pgettext("before the last of several speakers", "and"), speakers[-1]
    )


def speaker_words(attribution, *, is_alone: bool) -> SafeString:
    speaker, role = attribution.speaker, attribution.role
    if not speaker:
        if not attribution.source:
            return missing_words(gettext("no speaker named"))
        unresolved = gettext('<span class="missing">not resolved:</span> “<bdi>{source}</bdi>”')
        return format_html(unresolved, source=attribution.source)
    name, kind = speaker.preferred_name, speaker.kind
    link = format_html('<a class="who" href="{}"><bdi>{}</bdi></a>', speaker.get_absolute_url(), name)
    if role and role != name:
        return format_html("{}, <bdi>{}</bdi>", link, role)
    tells_kind = kind == "person" or (kind not in NAMELESS and kind in name.lower())
    return format_html("{}, {}", link, speaker_kind(kind)) if is_alone and not tells_kind else link


RUNS = {"context": '<span class="ctx">{}</span>', "found": "<mark>{}</mark>"}


@register.filter
def as_written(runs: Iterable) -> SafeString:
    """The runs of a statement, the article's own words and the words found told apart."""
    return repeated("{}", [format_html(RUNS.get(run.role, "{}"), run.text) for run in runs])


def repeated(pattern: str, parts: Sequence[SafeString]) -> SafeString:
    """As `format_html_join`, with one part to each pattern, in a third of the time."""
    return format_html(pattern * len(parts), *parts) if parts else SafeString()


@register.simple_tag
def places_of(parts: Iterable) -> SafeString:
    """Where the parts stand in the text, counted from one: "1 to 20, 31 to 40 and 52 to 60"."""
    # Translators: from a character of the text to a later one
    place = pgettext("characters", '<span class="n">{first}</span> to <span class="n">{last}</span>')
    places = [format_html(place, first=count(part.start + 1), last=count(part.end)) for part in parts]
    if len(places) < 2:
        return format_html_join("", "{}", ([one] for one in places))
    before = format_html_join(", ", "{}", ([one] for one in places[:-1]))
    return format_html(pgettext("characters", "{places} and {last}"), places=before, last=places[-1])


# What a speaker is, where the name does not tell: "the ministry, institution".
SPEAKER_KINDS = {
    "person": pgettext_lazy("after a speaker's name", "person"),
    "institution": pgettext_lazy("after a speaker's name", "institution"),
    "government": pgettext_lazy("after a speaker's name", "government"),
    "joint": pgettext_lazy("after a speaker's name", "joint"),
    "unnamed": pgettext_lazy("after a speaker's name", "unnamed"),
    "anonymous": pgettext_lazy("after a speaker's name", "anonymous"),
}


NAMELESS = ("unnamed", "anonymous")


@register.filter
def speaker_kind(kind: str) -> str | Promise:
    return SPEAKER_KINDS.get(kind, kind)


# What stands for each root of the CAMEO code book, in the project's own words.
CAMEO = {
    "01": pgettext_lazy("speech act of CAMEO", "tells in public"),
    "02": pgettext_lazy("speech act of CAMEO", "appeals"),
    "03": pgettext_lazy("speech act of CAMEO", "means to cooperate"),
    "05": pgettext_lazy("speech act of CAMEO", "backs by words"),
    "10": pgettext_lazy("speech act of CAMEO", "demands"),
    "11": pgettext_lazy("speech act of CAMEO", "disapproves"),
    "12": pgettext_lazy("speech act of CAMEO", "rejects"),
    "13": pgettext_lazy("speech act of CAMEO", "threatens"),
}


@register.filter
def cameo_words(root: str) -> str | Promise:
    return CAMEO[root]


# Where a date or a name stood, in words a reader knows.
PLACES = {
    "json-ld": gettext_lazy("the page’s own metadata"),
    "meta": gettext_lazy("the page’s own metadata"),
    "time": gettext_lazy("the date printed on the page"),
    "dateline": gettext_lazy("the article’s dateline"),
    "address": gettext_lazy("the article’s own address"),
    "curator": gettext_lazy("a curator"),
}


@register.filter
def place(basis: str) -> str | Promise:
    return PLACES.get(basis, basis)


@register.filter
def record_source(source: str) -> str:
    """Where a record of a name is from; most were written down before anybody checked them."""
    return gettext("not yet checked") if source == "unverified" else source


MEDIA = {
    "text/plain": gettext_lazy("plain text"),
    "text/html": gettext_lazy("web page"),
    "application/xhtml+xml": gettext_lazy("web page"),
}


@register.filter
def medium_name(media_type: str) -> str:
    """The kind of file in plain words, or its media type.

    >>> medium_name("text/html; charset=utf-8"), medium_name("application/pdf")
    ('web page', 'application/pdf')
    """
    return str(MEDIA.get(media_type.partition(";")[0].strip().lower(), media_type))


@register.filter
def language_name(tag: str) -> str:
    """The name of a language, or its tag where Django knows none."""
    try:
        return str(get_language_info(tag.lower())["name_translated"])
    except KeyError:
        return tag


@register.filter
def file_size(size: int) -> str:
    """Bytes in words; thousands of them in kB.

    >>> file_size(2611)
    '2,611 bytes'
    """
    return ngettext("%(size)s byte", "%(size)s bytes", size) % {"size": count(size)}
