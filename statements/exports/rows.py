"""One statement as a row: every column with what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Annotated, get_type_hints

from statements.models import Attribution, Statement
from statements.models.statement import StatementQuerySet

CHUNK = 500  # rows fetched at a time, so that memory stays flat


@dataclass(frozen=True, slots=True)
class StatementRow:
    """The columns, in their order. Lists are joined with "; " where a format has no lists."""

    id: Annotated[str, "Public id; the statement's address is /statements/<id>/."]
    words: Annotated[list[str], "The exact words, one item for each unbroken stretch."]
    kind: Annotated[str, "direct (quoted), indirect (reported) or mixed."]
    speakers: Annotated[list[str], "Preferred names of the speakers; empty where nobody knows."]
    source: Annotated[list[str], "The words by which the article names each speaker."]
    speaking_for: Annotated[list[str], "Country codes on whose behalf, one for each speaker that has one."]
    about: Annotated[list[str], "Codes of the countries that the words are about."]
    addressees: Annotated[list[str], "Codes of the countries to which the words are said."]
    cue: Annotated[str, "The words that attribute, as printed."]
    act: Annotated[str, "What kind of speech act the cue names."]
    cameo: Annotated[str, "The root code of CAMEO for that act, two digits."]
    plover: Annotated[str, "The category of PLOVER 2.0 for that act; “none” for what is merely told."]
    said: Annotated[str, "When it was said, as EDTF (ISO 8601-2); empty where nobody knows."]
    said_basis: Annotated[str, "Where that date comes from."]
    said_words: Annotated[str, "The words that tell the time, as printed; also where they lead to no date."]
    medium: Annotated[str, "In what form the words were given out: statement, post, briefing and so on."]
    occasion: Annotated[str, "Where or how they were said, as printed."]
    agency: Annotated[str, "The agency that relayed the words."]
    publisher: Annotated[str, "Who printed the article; empty where the article does not say."]
    article: Annotated[str, "Public id of the article; its address is /articles/<article>/."]
    address: Annotated[str, "Where the publisher printed the article."]
    start: Annotated[list[int], "Offset of each stretch in the article's text, in Unicode code points."]
    end: Annotated[list[int], "End of each stretch, exclusive, in Unicode code points."]
    confidence: Annotated[str, "How sure the rule is that found it, in words."]
    review: Annotated[str, "machine, approved or corrected."]

    @classmethod
    def columns(cls) -> dict[str, str]:
        """Column → meaning: the data dictionary."""
        hints = get_type_hints(cls, include_extras=True)
        return {each.name: hints[each.name].__metadata__[0] for each in fields(cls)}


def statement_rows(statements: StatementQuerySet) -> Iterator[StatementRow]:
    """The rows of a list in its order, fetched in chunks."""
    rows = statements.for_list().prefetch_related("addressees").defer("article__text", "folded")
    for statement in rows.iterator(chunk_size=CHUNK):
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
        said_basis=statement.said_basis,
        said_words=statement.said_words,
        medium=statement.medium,
        occasion=statement.occasion,
        agency=statement.agency.name if statement.agency else "",
        publisher=statement.publisher.name if statement.publisher else "",
        article=statement.article.public_id,
        address=statement.article.address,
        start=[part.start for part in parts],
        end=[part.end for part in parts],
        confidence=statement.confidence,
        review=statement.review_state,
    )
