"""Statements and articles in the words of schema.org, for search engines and fact checkers.

What is not known has no property: no date is given that the archive does not
have, and no person is made of "a diplomatic source".
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from statements.citing.record import ARCHIVE, one_line, published
from statements.describing.attribution import attribution_line
from statements.models.article import Article
from statements.models.authority import Country, Publisher, Speaker
from statements.models.statement import Attribution, Statement

CONTEXT = "https://schema.org"
# Of EDTF beyond plain days, months and years; the Library of Congress keeps the name.
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

SPEAKERS = {
    Speaker.Kind.PERSON: "Person",
    Speaker.Kind.INSTITUTION: "Organization",
    Speaker.Kind.GOVERNMENT: "GovernmentOrganization",
    Speaker.Kind.JOINT: "Organization",
}
COUNTRIES = {
    Country.Kind.STATE: "Country",
    Country.Kind.HISTORICAL: "Country",
    Country.Kind.TERRITORY: "AdministrativeArea",
    Country.Kind.ORGANISATION: "Organization",
}

Absolute = Callable[[str], str]
Linked = dict[str, Any]


def quotation(statement: Statement, *, words: str, citation: str, absolute: Absolute) -> Linked:
    """``words`` are those of the page: reported words keep their cue, or a denial would read as a claim."""
    address = absolute(statement.get_absolute_url())
    article = statement.article
    speakers = [speaker(row, absolute) for row in statement.attributions.all() if row.speaker or row.role]
    return known(
        {
            "@context": CONTEXT,
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "identifier": statement.public_id,
            "text": words,
            "description": attribution_line(statement),
            "inLanguage": article.language,
            "spokenByCharacter": speakers,
            # Of reported words the wording is the article's.
            "creator": speakers if statement.kind == Statement.Kind.DIRECT else [],
            "about": [country(one, absolute) for one in statement.about_countries.all()],
            "dateCreated": date(statement.said_edtf),
            "provider": publisher(statement.agency, absolute) if statement.agency else None,
            "isBasedOn": news_article(article, absolute),
            "citation": citation,
            "isPartOf": {"@type": "WebSite", "name": ARCHIVE, "url": absolute("/")},
        }
    )


def news_article(article: Article, absolute: Absolute) -> Linked:
    """The publisher's article; ``archivedAt`` is its page here."""
    archived = absolute(article.get_absolute_url())
    official = article.publisher and article.publisher.kind == Publisher.Kind.OFFICIAL
    return known(
        {
            "@type": "Article" if official else "NewsArticle",
            "@id": archived,
            "headline": one_line(article.title),
            "creditText": one_line(article.byline),
            "url": article.web_address,
            "archivedAt": archived,
            "publisher": publisher(article.publisher, absolute) if article.publisher else None,
            "datePublished": published(article),
            "inLanguage": article.language,
        }
    )


def speaker(row: Attribution, absolute: Absolute) -> Linked:
    """Of an unnamed role only that it is something which speaks."""
    known_speaker = row.speaker
    if not known_speaker:
        return {"@type": "Thing", "name": one_line(row.role)}
    address = absolute(known_speaker.get_absolute_url())
    kind = SPEAKERS.get(Speaker.Kind(known_speaker.kind), "Thing")
    return known(
        {
            "@type": kind,
            "@id": address,
            "name": one_line(known_speaker.preferred_name),
            "url": address,
            "jobTitle": one_line(row.role) if kind == "Person" else "",
        }
    )


def country(one: Country, absolute: Absolute) -> Linked:
    address = absolute(one.get_absolute_url())
    kind = COUNTRIES[Country.Kind(one.kind)]
    return {"@type": kind, "@id": address, "name": one_line(one.name), "identifier": one.code, "url": address}


def publisher(one: Publisher, absolute: Absolute) -> Linked:
    official = one.kind == Publisher.Kind.OFFICIAL
    address = absolute(reverse("publisher-detail", args=[one.slug]))
    kind = "Organization" if official else "NewsMediaOrganization"
    return {"@type": kind, "@id": address, "name": one_line(one.name)}


def date(edtf: str) -> str | Linked:
    """A day, a month or a year as schema.org has them; anything less sure as the EDTF that it is.

    >>> date("2020-07"), date("")
    ('2020-07', '')
    """
    plain = not edtf or edtf.replace("-", "").isdigit()
    return edtf if plain else {"@type": EDTF, "@value": edtf}


def known(properties: Linked) -> Linked:
    """Without those that have no value."""
    return {name: value for name, value in properties.items() if value}


def script(data: Linked) -> SafeString:
    """A data block for the page: no browser runs it, and no word in it can end it."""
    written = json.dumps(data, ensure_ascii=False)
    for letter in "<>&":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308  # escaped above
