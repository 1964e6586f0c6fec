"""Write statements with their words and speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from statements.crash_points import crash_point
from statements.edtf import sort_day
from statements.logged_fields import parts_of, plain
from statements.models import Article, Attribution, Country, Publisher, Speaker, Statement, StatementPart
from statements.models.list_row import keep_keys
from statements.models.statement import BY_HAND, GONE, UNDATED, WITHDRAWN_BY_MACHINE
from statements.provenance import select
from statements.public_ids import Words, free_public_ids
from statements.records import Document, ResolvedAttribution, ResolvedStatement, Span, SpeakerReference
from statements.search import index_text
from statements.store.proposals import propose


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """Everything that the text layers made of one original."""

    document: Document
    statements: Sequence[ResolvedStatement]
    mentions: Sequence[str]  # codes of the countries that the body names
    cleaner_version: str
    extractor_version: str


def add_statements(article: Article, record: ArticleRecord) -> None:
    """All statements of a new article."""
    _add(article, _with_occurrence(record))


def _words(article_text: str, statement: ResolvedStatement) -> Words:
    return tuple(article_text[start:end] for start, end in statement.quotation.content)


def _with_occurrence(record: ArticleRecord) -> list[tuple[ResolvedStatement, int]]:
    """Each statement with how often the same words came before it."""
    seen: Counter[Words] = Counter()
    numbered = []
    for statement in record.statements:
        words = _words(record.document.text, statement)
        numbered.append((statement, seen[words]))
        seen[words] += 1
    return numbered


def update_statements(article: Article, record: ArticleRecord) -> None:
    """Bring an article's statements up to date with what newer code finds in the same text.

    New words that a person has already decided on, in a span a little longer
    or shorter, are left out: rejected stays rejected, corrected stays one.
    What a person approved or corrected stays as it is, and what the newer code
    would have otherwise becomes a proposal.
    """
    rows = list(article.statements.select_for_update(of=("self",)).prefetch_related("parts"))
    kept = {(statement.exact, statement.occurrence): statement for statement in rows}
    # Of two in one place, what a person let stand is what the machine may have otherwise.
    decided = sorted(
        (row for row in rows if not row.is_the_machines), key=lambda row: row.review_state in GONE
    )
    found: dict[int, ResolvedStatement] = {}
    new = []
    for resolved, occurrence in _with_occurrence(record):
        key = (_words(article.text, resolved), occurrence)
        statement = kept.get(key)
        if statement is None or (statement.is_withdrawn_by_machine and _decided_on(resolved, decided)):
            new.append((resolved, occurrence))
            continue
        del kept[key]
        if statement.is_the_machines:
            _rewrite_statement(statement, article, resolved)
            crash_point("statement-rewritten")
        else:
            found[statement.pk] = resolved
    for statement in kept.values():
        if statement.review_state == Statement.Review.MACHINE:
            _withdraw(statement, record.extractor_version)
            crash_point("statement-withdrawn")
    others = []
    for resolved, occurrence in new:
        same = _decided_on(resolved, decided)
        if same is None:
            others.append((resolved, occurrence))
        else:
            found.setdefault(same.pk, resolved)
    for row in decided:
        if row.review_state not in GONE and (row.rule != BY_HAND or row.pk in found):
            _propose(row, article, found.get(row.pk), machine=f"extractor {record.extractor_version}")
    _add(article, others)


def _decided_on(resolved: ResolvedStatement, decided: Sequence[Statement]) -> Statement | None:
    """The statement in the same place that a person decided on."""
    return next((row for row in decided if _overlaps(resolved, row.spans)), None)


def _overlaps(resolved: ResolvedStatement, decided: Sequence[Span]) -> bool:
    """Whether half of one of its parts, or of a part that people decided on, is in both."""
    return any(
        2 * (min(end, to) - max(start, from_)) >= min(end - start, to - from_)
        for start, end in resolved.quotation.content
        for from_, to in decided
    )


def _propose(
    statement: Statement, article: Article, resolved: ResolvedStatement | None, *, machine: str
) -> None:
    """What the machine would have otherwise than the person who decided on the statement."""
    if resolved is None:
        propose(statement, {"found": False}, machine=machine)
        return
    propose(statement, {"found": True, **_as_logged(article, resolved)}, machine=machine)


def _as_logged(article: Article, resolved: ResolvedStatement) -> dict[str, Any]:
    """What the machine says, field by field as the log of edits holds it."""
    fields = _statement_fields(article, resolved)
    return {
        "kind": fields["kind"],
        "act": fields["act"],
        "medium": fields["medium"],
        "agency": plain(fields["agency"]),
        "said": {"edtf": fields["said_edtf"], "basis": fields["said_basis"]},
        "about_countries": sorted(resolved.about),
        "addressees": sorted(resolved.addressees),
        "words": [list(span) for span in resolved.quotation.content],
        "attributions": [_attribution_as_logged(one) for one in resolved.attributions],
    }


def _attribution_as_logged(one: ResolvedAttribution) -> dict[str, Any]:
    """One speaker; a name that has no record yet brings what a new one needs."""
    logged: dict[str, Any] = {
        "speaker": _slug(one.speaker) if one.speaker else None,
        "country": one.country,
        "role": one.role[:300],
        "source": list(one.source) if one.source else None,
        "basis": one.basis[:200],
    }
    if one.speaker and one.speaker.provisional:
        logged["new"] = {"name": one.speaker.name[:200], "kind": one.speaker.kind}
    return logged


def _withdraw(statement: Statement, extractor_version: str) -> None:
    statement.review_state = Statement.Review.WITHDRAWN
    statement.review_reason = f"{WITHDRAWN_BY_MACHINE}{extractor_version}."
    statement.listed = False
    statement.save()


def _rewrite_statement(statement: Statement, article: Article, resolved: ResolvedStatement) -> None:
    for name, value in _statement_fields(article, resolved).items():
        setattr(statement, name, value)
    statement.review_state, statement.review_reason = Statement.Review.MACHINE, ""
    statement.listed = not article.superseded
    statement.save()
    statement.parts.all().delete()
    statement.attributions.all().delete()
    statement.about_countries.clear()
    statement.addressees.clear()
    crash_point("statement-emptied")
    _add_words_and_speakers(article, [(statement, resolved)])


def _add(article: Article, numbered: Sequence[tuple[ResolvedStatement, int]]) -> None:
    words = [(_words(article.text, resolved), occurrence) for resolved, occurrence in numbered]
    public_ids = free_public_ids(Statement, article.original.sha256, words)
    rows = [
        Statement(
            article=article,
            public_id=public_id,
            occurrence=occurrence,
            listed=not article.superseded,
            **_statement_fields(article, resolved),
        )
        for (resolved, occurrence), public_id in zip(numbered, public_ids, strict=True)
    ]
    created = Statement.objects.bulk_create(rows)
    crash_point("statements-created")
    resolved_only = [resolved for resolved, _ in numbered]
    _add_words_and_speakers(article, list(zip(created, resolved_only, strict=True)))


def _statement_fields(article: Article, resolved: ResolvedStatement) -> dict[str, Any]:
    quotation, said, text = resolved.quotation, resolved.said, article.text
    cue_start, cue_end = quotation.cue or (None, None)
    occasion = text[slice(*quotation.occasion)] if quotation.occasion else ""
    return {
        "kind": quotation.kind,
        "cue_start": cue_start,
        "cue_end": cue_end,
        "cue": text[cue_start:cue_end] if quotation.cue else "",
        "cue_lemma": quotation.cue_lemma[:64],
        "act": resolved.act,
        "agency": Publisher.objects.filter(slug=resolved.agency).first() if resolved.agency else None,
        "medium": resolved.medium,
        "occasion": occasion[:500],
        "said_edtf": said.edtf if said else "",
        "said_basis": said.basis[:200] if said else resolved.said_note[:200],
        "said_words": resolved.said_words[:100],
        "said_earliest": said.earliest if said else None,
        "said_latest": said.latest if said else None,
        "said_sort": sort_day(said.earliest, said.latest) if said else UNDATED,
        "addressed_basis": resolved.addressed_basis[:200],
        "rule": quotation.rule[:64],
        "extractor_version": article.extractor_version,
        "confidence": quotation.confidence[:100],
        "publisher": article.publisher,
        "start": quotation.start,
        "folded": index_text(_words(text, resolved)),
    }


def _add_words_and_speakers(article: Article, pairs: Sequence[tuple[Statement, ResolvedStatement]]) -> None:
    parts, attributions, about, addressed = [], [], [], []
    countries = {country.code: country for country in Country.objects.all()}
    speakers = _speakers_of([resolved for _, resolved in pairs], countries)
    for statement, resolved in pairs:
        selectors = [select(article.text, span) for span in resolved.quotation.content]
        parts += parts_of(statement, selectors)
        attributions += _attributions(statement, article.text, resolved, speakers, countries)
        about += _linked(Statement.about_countries.through, statement, resolved.about, countries)
        addressed += _linked(Statement.addressees.through, statement, resolved.addressees, countries)
    StatementPart.objects.bulk_create(parts)
    crash_point("words-created")
    Attribution.objects.bulk_create(attributions)
    Statement.about_countries.through.objects.bulk_create(about)
    Statement.addressees.through.objects.bulk_create(addressed)
    keep_keys(statement.pk for statement, _ in pairs)
    crash_point("speakers-linked")


def _linked(
    link: Any, statement: Statement, codes: Iterable[str], countries: dict[str, Country]
) -> list[Any]:
    """Rows that link a statement with the countries that are known."""
    return [link(statement=statement, country=countries[code]) for code in codes if code in countries]


def _attributions(
    statement: Statement,
    text: str,
    resolved: ResolvedStatement,
    speakers: dict[str, Speaker],
    countries: dict[str, Country],
) -> list[Attribution]:
    rows = []
    for order, attribution in enumerate(resolved.attributions):
        start, end = attribution.source or (None, None)
        rows.append(
            Attribution(
                statement=statement,
                order=order,
                speaker=speakers[attribution.speaker.key] if attribution.speaker else None,
                source_start=start,
                source_end=end,
                source=text[start:end] if attribution.source else "",
                role=attribution.role[:300],
                country=countries.get(attribution.country or ""),
                basis=attribution.basis[:200],
            )
        )
    return rows


def _speakers_of(
    statements: Iterable[ResolvedStatement], countries: dict[str, Country]
) -> dict[str, Speaker]:
    """Key → authority record, made provisionally when the name is new."""
    references = {
        attribution.speaker.key: attribution.speaker
        for resolved in statements
        for attribution in resolved.attributions
        if attribution.speaker
    }
    slugs = [_slug(reference) for reference in references.values()]
    rows = Speaker.objects.select_related("merged_into").filter(slug__in=slugs)
    known = {row.slug: row.merged_into or row for row in rows}
    return {
        key: known.get(_slug(reference)) or _make_speaker(reference, countries)
        for key, reference in references.items()
    }


def _slug(reference: SpeakerReference) -> str:
    return reference.key[:120]


def _make_speaker(reference: SpeakerReference, countries: dict[str, Country]) -> Speaker:
    speaker, _ = Speaker.objects.get_or_create(
        slug=_slug(reference),
        defaults={
            "kind": reference.kind,
            "preferred_name": reference.name[:200],
            "country": countries.get(reference.country or ""),
            "provisional": reference.provisional,
        },
    )
    return speaker
