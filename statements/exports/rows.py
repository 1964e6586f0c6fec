"""One statement as a row: every column with what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from django.utils.translation import gettext_noop as _

from statements.exports.records import day, published
from statements.models import Attribution, Statement
from statements.models.statement import StatementQuerySet

QUALIFIED = re.compile("[?~%]")
PRECISIONS = {4: "year", 7: "month", 10: "day"}

CHUNK = 500  # rows fetched at a time, so that memory stays flat


@dataclass(frozen=True, slots=True)
class StatementRow:
    """The columns, in their order. Lists are joined with "; " where a format has no lists."""

    id: Annotated[str, _("Public id; the statement's address is /statements/<id>/.")]
    words: Annotated[list[str], _("The exact words, one item for each unbroken stretch.")]
    kind: Annotated[str, _("direct (quoted), indirect (reported) or mixed.")]
    speakers: Annotated[list[str], _("Preferred names of the speakers; empty where nobody knows.")]
    source: Annotated[list[str], _("The words by which the article names each speaker.")]
    speaking_for: Annotated[list[str], _("Country codes on whose behalf, one for each speaker that has one.")]
    about: Annotated[list[str], _("Codes of the countries that the words are about.")]
    addressees: Annotated[list[str], _("Codes of the countries to which the words are said.")]
    cue: Annotated[str, _("The words that attribute, as printed.")]
    act: Annotated[str, _("What kind of speech act the cue names.")]
    cameo: Annotated[str, _("The root code of CAMEO for that act, two digits.")]
    plover: Annotated[str, _("The category of PLOVER 2.0 for that act; “none” for what is merely told.")]
    said: Annotated[str, _("When it was said, as EDTF (ISO 8601-2); empty where nobody knows.")]
    said_precision: Annotated[
        str, _("day, month or year; “interval” for a stretch; empty where nobody knows.")
    ]
    said_sure: Annotated[bool, _("Whether the source leaves no doubt: neither uncertain nor approximate.")]
    said_earliest: Annotated[str, _("The first day that the date may mean; empty for an open beginning.")]
    said_latest: Annotated[str, _("The last day that the date may mean; empty for an open end.")]
    said_basis: Annotated[str, _("Where that date comes from.")]
    said_words: Annotated[
        str, _("The words that tell the time, as printed; also where they lead to no date.")
    ]
    medium: Annotated[str, _("In what form the words were given out: statement, post, briefing and so on.")]
    occasion: Annotated[str, _("Where or how they were said, as printed.")]
    agency: Annotated[str, _("The agency that relayed the words.")]
    publisher: Annotated[str, _("Who printed the article; empty where the article does not say.")]
    article: Annotated[str, _("Public id of the article; its address is /articles/<article>/.")]
    address: Annotated[str, _("Where the publisher printed the article.")]
    published: Annotated[
        str, _("When it was published, as exactly as it is known: a day, a month or a year.")
    ]
    start: Annotated[list[int], _("Offset of each stretch in the article's text, in Unicode code points.")]
    end: Annotated[list[int], _("End of each stretch, exclusive, in Unicode code points.")]
    confidence: Annotated[str, _("How sure the rule is that found it, in words.")]
    rule: Annotated[str, _("The rule that found it.")]
    extractor: Annotated[str, _("Version of the extractor that found it.")]
    review: Annotated[str, _("machine, approved or corrected.")]


def statement_rows(statements: StatementQuerySet) -> Iterator[StatementRow]:
    """The rows of a list in its order, fetched in chunks."""
    rows = statements.for_list().prefetch_related("addressees")
    lean = rows.defer("article__text", "folded", "quoted", "keys")
    for statement in lean.iterator(chunk_size=CHUNK):
        yield _row(statement)


def _row(statement: Statement) -> StatementRow:
    parts = list(statement.parts.all())
    attributions: list[Attribution] = list(statement.attributions.all())
    return StatementRow(
        id=statement.public_id,
        words=[part.exact for part in parts],
        kind=statement.kind,
        speakers=[a.speaker.preferred_name for a in attributions if a.speaker],
        source=[a.source for a in attributions if a.source],
        speaking_for=[a.country.code for a in attributions if a.country],
        about=[country.code for country in statement.about_countries.all()],
        addressees=[country.code for country in statement.addressees.all()],
        cue=statement.cue,
        act=statement.act,
        cameo=statement.speech_act.cameo,
        plover=statement.speech_act.plover,
        said=statement.said_edtf,
        said_precision=precision_of(statement.said_edtf),
        said_sure=bool(statement.said_edtf) and not QUALIFIED.search(statement.said_edtf),
        said_earliest=day(statement.said_earliest),
        said_latest=day(statement.said_latest),
        said_basis=statement.said_basis,
        said_words=statement.said_words,
        medium=statement.medium,
        occasion=statement.occasion,
        agency=statement.agency.name if statement.agency else "",
        publisher=statement.publisher.name if statement.publisher else "",
        article=statement.article.public_id,
        address=statement.article.address,
        published=published(statement.article),
        start=[part.start for part in parts],
        end=[part.end for part in parts],
        confidence=statement.confidence,
        rule=statement.rule,
        extractor=statement.extractor_version,
        review=statement.review_state,
    )


def precision_of(edtf: str) -> str:
    """How exactly a date is known.

    >>> precision_of("2020-07?"), precision_of("2020-07-13/2020-07-19"), precision_of("")
    ('month', 'interval', '')
    """
    return "interval" if "/" in edtf else PRECISIONS.get(len(QUALIFIED.sub("", edtf)), "")
