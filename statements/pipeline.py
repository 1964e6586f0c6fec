"""One document through every layer: read, clean, extract, resolve, store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from django.db import IntegrityError, OperationalError, transaction

from statements import curation
from statements.authority_files import publisher_names, read_authorities
from statements.cleaning import CLEANER_VERSION, clean
from statements.crash_points import crash_point
from statements.extraction import EXTRACTOR_VERSION, extract_quotations
from statements.models import Article, Country, ImportOutcome, ImportRun, Original, User
from statements.models.article import BOILERPLATE, path_of
from statements.provenance import sha256_of
from statements.readers import UnreadableSource, read
from statements.readers.refusals import refuse_many_statements
from statements.records import (
    PARAGRAPH_BREAK,
    Authorities,
    Document,
    KnownMetadata,
    MarkedBlock,
    PublisherNames,
    ResolvedStatement,
    Span,
    StatedDate,
    places_of,
)
from statements.resolution import RESOLVER_VERSION, AuthorityIndex, countries_of, read_names, resolve
from statements.store import authorities as stored_authorities
from statements.store.articles import changes_told, create_article, marked_everywhere, update_article
from statements.store.originals import keep_original
from statements.store.runs import finish_run, is_clash, record_outcome, start_run
from statements.store.statements import ArticleRecord
from statements.store.versions import (
    blocks_people_set,
    fields_people_set,
    fields_set_by_hand,
    find_earlier_version,
)
from statements.utterances.members import suggest_for

FINDER_VERSION = f"{EXTRACTOR_VERSION}/{RESOLVER_VERSION}"
PIPELINE_VERSION = f"cleaner {CLEANER_VERSION}, extractor {FINDER_VERSION}"

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"
HELD, REFUSED = "held", "refused"

ATTEMPTS = 3  # at one source, when another import is at the same

TEXTS_OWN_DATE = StatedDate(date.min, "", "")  # no person said when it was published


class NothingToRead(ValueError):
    """A source that was read and has no text of its own."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What names may be matched against, made once a run."""

    index: AuthorityIndex
    publishers: PublisherNames
    boilerplate: frozenset[str] = frozenset()  # stretches that people marked, wherever they stand


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the text layers make of one source."""

    media_type: str
    document: Document
    statements: list[ResolvedStatement]
    mentions: list[str]


@dataclass(frozen=True, slots=True)
class PersonsWord:
    """What a person knows of one source, who it is, and the reason to log with it."""

    known: KnownMetadata
    who: User
    why: str


@dataclass(frozen=True, slots=True)
class BlocksByHand:
    """The stretches of one text that people marked, with the reason, or gave back, with none."""

    text: str = ""
    reasons: Mapping[Span, str] = field(default_factory=dict)


# --- the text layers: no database -----------------------------------------------------


def knowledge_of(authorities: Authorities, boilerplate: Iterable[str] = ()) -> Knowledge:
    names = publisher_names(authorities.publishers)
    return Knowledge(AuthorityIndex(authorities), names, frozenset(boilerplate))


def shipped_knowledge() -> Knowledge:
    """The records that ship in ``fixtures/``, for use without a database."""
    return knowledge_of(read_authorities())


def analyse(
    data: bytes,
    name: str,
    knowledge: Knowledge,
    by_hand: BlocksByHand = BlocksByHand(),
    published: StatedDate | None = TEXTS_OWN_DATE,
) -> Analysis:
    """Read, clean, extract and resolve one source.

    Blocks marked or given back ``by_hand`` are so whatever cleaning says of
    them. ``published`` is a person's word on the date, from which "on
    Thursday" is counted whatever the text says. Raises UnreadableSource or
    NothingToRead with a message for a person.
    """
    raw = read(data, name)
    cleaned = clean(raw, knowledge.publishers)
    # Places mean nothing in another text.
    peoples = by_hand.reasons if by_hand.text == cleaned.text else {}
    document = replace(cleaned, marks=_marks(cleaned, knowledge.boilerplate, peoples))
    readable = replace(document, published=document.published if published is TEXTS_OWN_DATE else published)
    body = readable.body_spans()
    if not body and not any(peoples.values()):
        raise NothingToRead("no text of its own was found: every block is empty, navigation or furniture")
    quotations = [one for one in extract_quotations(document.text, body) if not one.is_hearsay]
    refuse_many_statements(len(quotations))
    named = read_names(document.text, body, knowledge.index)
    return Analysis(
        media_type=raw.media_type,
        document=document,
        statements=resolve(readable, quotations, knowledge.index, named),
        mentions=countries_of(named),
    )


def _marks(
    document: Document, boilerplate: Collection[str], by_hand: Mapping[Span, str]
) -> tuple[MarkedBlock, ...]:
    """What is not the article's own: as cleaning says, as people say of every text, and of this one."""
    paragraphs = set(document.text.split(PARAGRAPH_BREAK))
    known = (stretch for stretch in boilerplate if stretch.partition(PARAGRAPH_BREAK)[0] in paragraphs)
    reasons = {place: BOILERPLATE for stretch in known for place in places_of(document.text, stretch)}
    reasons |= {(mark.start, mark.end): mark.reason for mark in document.marks}
    reasons |= by_hand
    return tuple(MarkedBlock(start, end, why) for (start, end), why in sorted(reasons.items()) if why)


def text_deriver(publishers: PublisherNames) -> Callable[[bytes, str], str]:
    """A function that makes an article's text of an original's bytes and file name, as `ingest` does."""

    def derive(data: bytes, name: str) -> str:
        return clean(read(data, name), publishers).text

    return derive


# --- into the archive -------------------------------------------------------------------


def load_shipped_authorities() -> Counter[str]:
    """The authority records of ``fixtures/`` into the database; see `store.authorities`."""
    authorities = read_authorities()
    try:
        return stored_authorities.load_authorities(authorities)
    except IntegrityError:  # another process has just loaded them
        return stored_authorities.load_authorities(authorities)


def has_authorities() -> bool:
    return Country.objects.exists()


def stored_publishers() -> PublisherNames:
    return publisher_names(stored_authorities.read_publishers())


def stored_knowledge() -> Knowledge:
    """The authority records of the database, a curator's among them, and what people marked everywhere."""
    return knowledge_of(stored_authorities.read_authorities(), marked_everywhere())


def ingest(
    data: bytes,
    location: str,
    *,
    run: ImportRun,
    knowledge: Knowledge,
    word: PersonsWord | None = None,
    dry_run: bool = False,
    again: bool = False,
) -> ImportOutcome:
    """Take one source into the archive and record what became of it.

    The original's bytes are kept first; the article and its outcome commit
    together or not at all. A source that cannot become an article is held.
    A person's ``word`` on it stands over the text's, and is logged as theirs.
    When another import takes in the same source at the same moment, or waits
    for the same rows, one of the two looks again. A dry run writes no bytes; the
    caller rolls its rows back. Read ``again`` is an article that this very code has read before.
    """
    once = partial(
        _ingest_once, data, location, run=run, knowledge=knowledge, word=word, dry_run=dry_run, again=again
    )
    for _ in range(ATTEMPTS - 1):
        try:
            return once()
        except (IntegrityError, OperationalError) as error:
            if not is_clash(error):
                raise
    return once()


def read_again(
    article: Article, *, run: ImportRun | None = None, knowledge: Knowledge | None = None, why: str = ""
) -> ImportOutcome:
    """Read an article anew from its kept original; what people decided stays. Raises OSError
    without its bytes.
    """
    data = path_of(article.original.sha256).read_bytes()
    own = run or start_run(why, PIPELINE_VERSION)
    outcome = ingest(
        data, article.original.location, run=own, knowledge=knowledge or stored_knowledge(), again=True
    )
    if run is None:
        finish_run(own)
    return outcome


def read_all_again(articles: Iterable[Article], why: str) -> list[Article]:
    """Read several articles anew, each in a transaction of its own; those that could not be read."""
    run, knowledge = start_run(why, PIPELINE_VERSION), stored_knowledge()
    unread = []
    for article in articles:
        try:
            outcome = read_again(article, run=run, knowledge=knowledge)
        except OSError:
            unread.append(article)
        else:
            unread += [article] if outcome.result in (HELD, REFUSED) else []
    finish_run(run)
    return unread


def _ingest_once(
    data: bytes,
    location: str,
    *,
    run: ImportRun,
    knowledge: Knowledge,
    word: PersonsWord | None,
    dry_run: bool,
    again: bool,
) -> ImportOutcome:
    keep = partial(keep_original, data, location=location, write_bytes=not dry_run)
    existing = _article_of(data)
    is_known = existing and not again and _is_up_to_date(existing) and not _is_news(existing, word)
    if existing and (existing.superseded or is_known):
        original = keep(media_type=existing.original.media_type)
        reason = _kept_by_hand(existing, word)
        return record_outcome(run, location, UNCHANGED, reason=reason, original=original, article=existing)
    try:
        analysis = analyse(
            data,
            Path(location).name,
            knowledge,
            by_hand=_blocks_by_hand(existing),
            published=_date_by_people(existing, word),
        )
    except (UnreadableSource, NothingToRead) as error:
        original = keep(media_type="application/octet-stream")
        return record_outcome(run, location, HELD, reason=str(error), original=original)
    original = keep(media_type=analysis.media_type)
    with transaction.atomic():
        article, result = _store(analysis, original, location, existing, word)
        reason = _kept_by_hand(article, word)
        return record_outcome(run, location, result, reason=reason, original=original, article=article)


def _article_of(data: bytes) -> Article | None:
    """The article made of these very bytes, its newest version first."""
    articles = Article.objects.filter(original__sha256=sha256_of(data)).select_related("original")
    return articles.order_by("superseded", "-id").first()


def _blocks_by_hand(article: Article | None) -> BlocksByHand:
    if article is None:
        return BlocksByHand()
    blocks = blocks_people_set(article)
    return BlocksByHand(article.text, {(b.start, b.end): b.reason if b.active else "" for b in blocks})


def _is_news(article: Article, word: PersonsWord | None) -> bool:
    return bool(word and changes_told(article, word.known))


def _date_by_people(article: Article | None, word: PersonsWord | None) -> StatedDate | None:
    """When people say it was published: by hand first, else what is told now, else what was told before."""
    told = word.known.published if word else None
    if article is None or "published" not in fields_people_set(article):
        return told or TEXTS_OWN_DATE
    if told and "published" not in fields_set_by_hand(article):
        return told
    if article.published is None:
        return None
    return StatedDate(article.published, article.published_precision, article.published_basis)


def _store(
    analysis: Analysis,
    original: Original,
    location: str,
    existing: Article | None,
    word: PersonsWord | None,
) -> tuple[Article, str]:
    record = ArticleRecord(
        document=analysis.document,
        statements=analysis.statements,
        mentions=analysis.mentions,
        cleaner_version=CLEANER_VERSION,
        extractor_version=FINDER_VERSION,
    )
    earlier = None
    if existing:
        article = update_article(existing, record)
    else:
        earlier = find_earlier_version(record, location, word.known.address if word else "")
        article = create_article(record, original, replaces=earlier)
    if word and (changes := changes_told(article, word.known)):
        curation.correct_article(article, changes, who=word.who, why=word.why)
        crash_point("knowledge-told")
    suggest_for(article)
    crash_point("utterances-suggested")
    return article, UPDATED if existing or earlier else CREATED


def _kept_by_hand(article: Article, word: PersonsWord | None) -> str:
    """What a curator set by hand and this word would have otherwise, for the outcome's reason."""
    if word is None:
        return ""
    known, publisher = word.known, article.publisher
    other = {
        "publisher": known.publisher
        and (not publisher or known.publisher not in (publisher.name, *publisher.names)),
        "address": known.address and known.address != article.address,
        "published": known.published and known.published.value != article.published,
    }
    kept = [field for field in fields_set_by_hand(article) if other.get(field)]
    return f"kept as set by hand: {', '.join(sorted(kept))}" if kept else ""


def _is_up_to_date(article: Article) -> bool:
    return (article.cleaner_version, article.extractor_version) == (CLEANER_VERSION, FINDER_VERSION)
