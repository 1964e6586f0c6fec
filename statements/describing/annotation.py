"""Statements as W3C Web Annotations (Recommendation of 23 February 2017).

The target is the archived text; where the words stand in it is told twice, by
position and by quotation. The model counts code points ("the selection of the
text MUST be in terms of unicode code points"), and so do our offsets: they
pass as they are. The two selectors stand side by side, as the model has it for
"multiple ways to select the same content": refined by one another the second
would look for its prefix inside the words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from statements.citing.record import ARCHIVE
from statements.describing.attribution import attribution_line
from statements.describing.quotation import Absolute, known
from statements.models.article import Article
from statements.models.statement import BY_HAND, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'

Json = dict[str, Any]

ENGLISH = "en"  # whoever downloads it, as with all files


@override(ENGLISH)
def annotation(statement: Statement, *, changed: datetime, absolute: Absolute) -> Json:
    """One statement, whole: with its context."""
    return {"@context": CONTEXT, **_annotation(statement, changed, absolute)}


@override(ENGLISH)
def collection(
    article: Article, statements: Sequence[Statement], changes: dict[int, datetime], absolute: Absolute
) -> Json:
    """The statements of an article: a collection with its one page in it."""
    address = absolute(reverse("article-annotations", args=[article.public_id]))
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": _("Statements in %(article)s") % {"article": article},
        "total": len(statements),
        "first": {
            "id": f"{address}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(one, changes[one.pk], absolute) for one in statements],
        },
    }


def _annotation(statement: Statement, changed: datetime, absolute: Absolute) -> Json:
    address = absolute(statement.get_absolute_url())
    source = absolute(reverse("article-text", args=[statement.article.public_id]))
    by_machine = statement.rule != BY_HAND
    return known(
        {
            "id": absolute(reverse("statement-annotation", args=[statement.public_id])),
            "type": "Annotation",
            "motivation": "describing",
            "created": _time(statement.article.ingested_at),
            "modified": _time(changed),
            "generator": {"type": "Software", "name": f"{ARCHIVE}, extractor {statement.extractor_version}"}
            if by_machine
            else None,
            "body": [
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "language": ENGLISH,
                    "value": described(statement),
                },
                {"type": "SpecificResource", "purpose": "linking", "source": address},
                *_resources(
                    "identifying",
                    [row.speaker.get_absolute_url() for row in statement.attributions.all() if row.speaker],
                    absolute,
                ),
                *_resources(
                    "tagging", [one.get_absolute_url() for one in statement.about_countries.all()], absolute
                ),
            ],
            "target": [
                {
                    "source": source,
                    "selector": [
                        {"type": "TextPositionSelector", "start": part.start, "end": part.end},
                        {
                            "type": "TextQuoteSelector",
                            "exact": part.exact,
                            "prefix": part.prefix,
                            "suffix": part.suffix,
                        },
                    ],
                }
                for part in statement.parts.all()
            ],
        }
    )


def described(statement: Statement) -> str:
    """The attribution in one line, with what is known of it.

    "Sergey Lavrov for Russia about Armenia. Act: warns. Kind: direct. Said: 2020-07-16. Review: approved."
    """
    facts = {
        _("Act"): statement.get_act_display().lower(),
        _("Kind"): statement.get_kind_display().lower(),
        _("Said"): statement.said_edtf or _("not known"),
        _("Review"): statement.get_review_state_display().lower(),
    }
    return (
        ". ".join([attribution_line(statement), *(f"{name}: {value}" for name, value in facts.items())]) + "."
    )


def _resources(purpose: str, addresses: list[str], absolute: Absolute) -> list[Json]:
    return [
        {"type": "SpecificResource", "purpose": purpose, "source": absolute(address)}
        for address in dict.fromkeys(addresses)
    ]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
