"""A small index, and articles whose quotations are marked in the text.

``[source]``, ``{content}`` and ``<cue>``, each in its order: the first content
belongs to the first source and the first cue. ``[]`` is a source that the text
does not name. Cues may be left out altogether.
"""

from __future__ import annotations

import re
from datetime import date

from statements.records import (
    INDIRECT,
    Authorities,
    CountryName,
    CountryRecord,
    Document,
    OfficeRecord,
    PublisherRecord,
    Quotation,
    ResolvedAttribution,
    ResolvedStatement,
    Span,
    SpeakerRecord,
    StatedDate,
)
from statements.resolution import AuthorityIndex, resolve

MARKS = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}|<([^>]*)>")


def country(code: str, name: str, adjective: str, *others: str, kind: str = "state") -> CountryRecord:
    """A record; ``others`` are "use:text"."""
    names = [CountryName(name, "name"), CountryName(adjective, "demonym")]
    names += [CountryName(*reversed(other.split(":"))) for other in others]
    return CountryRecord(code, name, kind, adjective, tuple(names))


def person(
    name: str, country: str | None, office: str = "", *variants: str, start: str = "", end: str = ""
) -> SpeakerRecord:
    key = name.lower().replace(" ", "-")
    offices = (OfficeRecord(office, country, start, end),) if office else ()
    return SpeakerRecord(key, name, "person", country, variants, offices)


AUTHORITIES = Authorities(
    countries=(
        country("RU", "Russia", "Russian", "capital:Moscow", "metonym:Kremlin", "demonym:Russians"),
        country("TR", "Turkey", "Turkish", "capital:Ankara", "name:Türkiye", "demonym:Turks"),
        country("AM", "Armenia", "Armenian", "capital:Yerevan", "demonym:Armenians"),
        country("AZ", "Azerbaijan", "Azerbaijani", "capital:Baku"),
        country(
            "US", "United States", "US", "name:U.S.", "name:America", "demonym:American", "capital:Washington"
        ),
        country("GB", "United Kingdom", "British", "name:UK", "name:Britain", "capital:London"),
        country("FR", "France", "French", "capital:Paris"),
        country("BY", "Belarus", "Belarusian", "capital:Minsk"),
        country("GE", "Georgia", "Georgian", "capital:Tbilisi"),
        country("JO", "Jordan", "Jordanian", "capital:Amman"),
        country("TD", "Chad", "Chadian"),
        country("GN", "Guinea", "Guinean"),
        country("IN", "India", "Indian", "capital:New Delhi"),
        country("KP", "North Korea", "North Korean", "name:Korea", "demonym:Korean"),
        country("KR", "South Korea", "South Korean", "name:Korea", "demonym:Korean"),
        country("CD", "Democratic Republic of the Congo", "Congolese"),
        country("CG", "Republic of the Congo", "Congolese"),
        country(
            "XNK", "Nagorno-Karabakh", "Nagorno-Karabakh", "name:Karabakh", "name:Artsakh", kind="territory"
        ),
        country("EU", "European Union", "EU", kind="organisation"),
        country("UN", "United Nations", "UN", kind="organisation"),
        country("OSCE", "Organization for Security", "OSCE", "name:OSCE Minsk Group", kind="organisation"),
    ),
    speakers=(
        person("Vladimir Putin", "RU", "President", start="2012-05-07"),
        person("Sergey Lavrov", "RU", "Minister of Foreign Affairs", "Sergei Lavrov", start="2004-03-09"),
        person("Dmitry Peskov", "RU", "Press Secretary of the President", start="2012"),
        person("Mevlüt Çavuşoğlu", "TR", "Minister of Foreign Affairs", start="2015-11-24", end="2023-06-03"),
        person("Hulusi Akar", "TR", "Minister of National Defence", start="2018-07-10"),
        person("Nikol Pashinyan", "AM", "Prime Minister", start="2018-05-08"),
        person("Ilham Aliyev", "AZ", "President"),
        person("Yashar Aliyev", "AZ", "Permanent Representative to the United Nations"),
        person("Maria Zakharova", "RU", "Spokeswoman of the Foreign Ministry"),
        SpeakerRecord(
            "claire-morel",
            "Claire Morel",
            "person",
            "EU",
            (),
            (OfficeRecord("Prime Minister", "FR"), OfficeRecord("President of the Council", "EU")),
        ),
        SpeakerRecord("kremlin", "Kremlin", "institution", "RU"),
        SpeakerRecord("un-security-council", "UN Security Council", "institution", "UN"),
        SpeakerRecord(
            "ru-security-council",
            "Security Council of Russia",
            "institution",
            "RU",
            ("Russian Security Council",),
        ),
        SpeakerRecord(
            "us-state-department", "US State Department", "institution", "US", ("State Department",)
        ),
    ),
    publishers=(
        PublisherRecord("tass", "TASS", "agency", "RU", ("TASS news agency",)),
        PublisherRecord("moscow-times", "The Moscow Times", "outlet", "RU", ("Moscow Times",)),
    ),
)
INDEX = AuthorityIndex(AUTHORITIES)


def article(marked: str, published: date | None = None) -> tuple[Document, list[Quotation]]:
    """The plain text of a marked one, and its quotations."""
    text, spans = "", ([], [], [])  # type: tuple[list[Span], list[Span], list[Span]]
    at = 0
    for match in MARKS.finditer(marked):
        text += marked[at : match.start()]
        kind = next(number for number, group in enumerate(match.groups()) if group is not None)
        spans[kind].append((len(text), len(text) + len(match.group(kind + 1))))
        text += match.group(kind + 1)
        at = match.end()
    text += marked[at:]
    stated = StatedDate(published, "day", "dateline") if published else None
    sources, contents, cues = spans
    marks = zip(sources, contents, cues or [None] * len(sources), strict=True)
    return Document(text, published=stated), [_quotation(*one) for one in marks]


def _quotation(source: Span, content: Span, cue: Span | None) -> Quotation:
    sources = (source,) if source[0] < source[1] else ()
    return Quotation((content,), INDIRECT, cue, "say", sources, "says", "test", "sure")


def resolved(marked: str, published: date | None = None) -> list[ResolvedStatement]:
    document, quotations = article(marked, published)
    return resolve(document, quotations, INDEX)


def last(marked: str, published: date | None = None) -> ResolvedAttribution:
    """The attribution of the last statement."""
    return resolved(marked, published)[-1].attributions[0]


def names(marked: str, published: date | None = None) -> list[str | None]:
    """The speakers of the last statement; None for one that stays open."""
    attributions = resolved(marked, published)[-1].attributions
    return [one.speaker.name if one.speaker else None for one in attributions]
