"""Groups of statements, kept in the database: what is there follows from likenesses and people's decisions.

Whoever writes groups holds one lock until the transaction ends, so that of
two imports at once the later sees the statements of the earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Q, QuerySet

from statements.folding import fold
from statements.models import (
    Article,
    Attribution,
    Speaker,
    Statement,
    Utterance,
    UtteranceMember,
    UtterancePair,
)
from statements.models.statement import UNDATED
from statements.search import keys
from statements.utterances.grouping import Member, Pair, all_likenesses, group, pair_of
from statements.utterances.likeness import Report, likeness

# Other statements of the same speakers that those of one article are held against, the newest first.
MOST_CANDIDATES = 2000
TOGETHER = 50  # statements that are held against others at once
UNNAMED = (Speaker.Kind.UNNAMED, Speaker.Kind.ANONYMOUS)
A_DAY = timedelta(days=1)
LOCK = 0x0DE_AC7  # PostgreSQL's number for it; SQLite has one writer at a time anyhow
BATCH = 500  # rows; each is a parameter, and no SQLite takes fewer


# --- reading ---------------------------------------------------------------------------


def reports_of(statements: QuerySet[Statement]) -> dict[int, Report]:
    """Statements by id, as likeness knows them; two queries."""
    columns = ("pk", "public_id", "article_id", "article__original_id", "folded", "quoted")
    days = ("said_earliest", "said_latest", "article__published", "article__published_precision")
    rows = list(statements.values_list(*columns, *days))
    speakers: dict[int, set[str]] = {}
    roles: dict[int, set[str]] = {}
    spoken = Attribution.objects.order_by().values_list(
        "statement_id", "speaker_id", "speaker__kind", "country_id", "role"
    )
    for some in _batches(row[0] for row in rows):
        for statement, speaker, kind, country, role in spoken.filter(statement__in=some):
            if speaker and kind not in UNNAMED:
                speakers.setdefault(statement, set()).add(str(speaker))
            elif speaker or (country and role):
                roles.setdefault(statement, set()).add(f"{country} {speaker or fold(role)}")
    return {
        pk: Report(
            key=public_id,
            article=article,
            original=original,
            speakers=frozenset(speakers.get(pk, ())),
            roles=frozenset(roles.get(pk, ())),
            folded=folded,
            quoted=quoted,
            earliest=earliest,
            latest=_no_later_than_printed(latest, published, precision),
        )
        for pk, public_id, article, original, folded, quoted, earliest, latest, published, precision in rows
    }


def _no_later_than_printed(latest: date | None, published: date | None, precision: str) -> date | None:
    """Words are printed after they were said; a day is given for the time zones."""
    if latest or published is None or precision != Article.Precision.DAY:
        return latest
    return published + A_DAY if published < date.max else published


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rows = list(ids)
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def candidates(reports: Collection[Report]) -> QuerySet[Statement]:
    """Listed statements of the same speakers, or roles, that the days do not rule out; the newest first.

    Those of the same articles are among them.
    """
    speakers = {int(one) for report in reports for one in report.speakers}
    speakers |= {
        int(name)
        for report in reports
        for role in report.roles
        if (name := role.partition(" ")[2]).isdecimal()
    }
    tokens = [keys.speaker(speaker) for speaker in sorted(speakers)]
    if any(report.roles for report in reports):
        tokens.append(keys.speaker(None))
    days = _days(reports)
    found = Statement.objects.listed().keyed(tokens).filter(Q(said_sort=UNDATED) | days)
    return found.newest_first()[:MOST_CANDIDATES]


def _days(reports: Collection[Report]) -> Q:
    """Said no later than the latest of them, and no earlier than the earliest."""
    days = Q()
    if all(report.latest for report in reports):
        days &= Q(said_earliest__lte=max(report.latest for report in reports if report.latest))
    if all(report.earliest for report in reports):
        days &= Q(said_latest__gte=min(report.earliest for report in reports if report.earliest))
    return days


# --- writing ------------------------------------------------------------------------------


def suggest_for(article: Article) -> None:
    """Look for other reports of an article's statements. Inside the transaction that stored them."""
    look_again(set(article.statements.values_list("pk", flat=True)))


@transaction.atomic
def look_again(statements: Collection[int]) -> None:
    """Group these statements, by id, anew with whatever is like them."""
    if not statements:
        return
    lock()
    own = _in_batches(Statement.objects.listed(), statements)
    speaking = [report for report in own.values() if (report.speakers or report.roles) and report.told]
    others = reports_of(candidates(speaking)) if speaking else {}
    near = {pk for pk, other in others.items() if any(likeness(report, other) for report in speaking)}
    regroup({*statements, *near})


@transaction.atomic
def suggest_for_speaker(speaker: int) -> None:
    """Two records became one: what they said apart may be one act of speaking. Of the newest statements."""
    lock()
    said = Statement.objects.listed().keyed([keys.speaker(speaker)]).newest_first()[:MOST_CANDIDATES]
    linked = _linked([reports_of(said)])
    grouped = set(_grouped(linked))
    for region in _regions(linked, linked):
        if not region <= grouped:
            regroup(region)


def regroup(statements: Collection[int]) -> bool:
    """Form the groups of these statements and of all they stand in a group with; whether any changed."""
    lock()
    region = _closed(set(statements))
    pairs = list(
        UtterancePair.objects.exclude(verdict="")
        .filter(first__in=region, second__in=region)
        .values_list("first_id", "second_id", "verdict")
    )
    decided = {pk for first, second, verdict in pairs if verdict == "same" for pk in (first, second)}
    reports = _in_batches(Statement.objects.filter(Q(listed=True) | Q(pk__in=decided)), region)
    listed = set(Statement.objects.listed().filter(pk__in=region).values_list("pk", flat=True))
    verdicts: dict[str, set[Pair]] = {"same": set(), "apart": set()}
    for first, second, verdict in pairs:
        if first in reports and second in reports:
            verdicts[verdict].add(pair_of(reports[first].key, reports[second].key))
    groups = group(
        {report.key: report for report in reports.values()},
        all_likenesses(report for pk, report in reports.items() if pk in listed),
        same=verdicts["same"],
        apart=verdicts["apart"],
    )
    return _write(region, groups, {report.key: pk for pk, report in reports.items()})


@transaction.atomic
def keep_grouped(statements: Iterable[int]) -> None:
    """These were changed: look again whether they are still like those that they stand in a group with."""
    rows = [
        row
        for some in _batches(_grouped(statements))
        for row in Statement.objects.filter(pk__in=some).order_by().values_list("said_sort", "pk")
    ]
    # Their days bound what they are held against; one that is undated is held against all.
    for is_dated in (True, False):
        ids = [pk for day, pk in sorted(rows) if (day != UNDATED) == is_dated]
        for at in range(0, len(ids), TOGETHER):
            look_again(ids[at : at + TOGETHER])


def _grouped(statements: Iterable[int]) -> Iterator[int]:
    """Those that stand in a group."""
    members = UtteranceMember.objects.order_by().values_list("statement", flat=True)
    for some in _batches(statements):
        yield from members.filter(statement__in=some)


def carry_pairs(old: Article, new: Article) -> None:
    """What people decided on the statements of one version holds for the same words of the other."""
    pairs = UtterancePair.objects.exclude(verdict="")
    decided = pairs.filter(Q(first__article=old) | Q(second__article=old)).select_related("first", "second")
    if not decided:
        return
    ours = list(new.statements.order_by("start", "pk"))
    for pair in decided:
        one, other = (
            (pair.first, pair.second) if pair.first.article_id == old.pk else (pair.second, pair.first)
        )
        same = _same_words(one, ours)
        if same and other != same:
            first, second = sorted((same, other), key=lambda statement: statement.public_id)
            carried, _ = UtterancePair.objects.get_or_create(first=first, second=second)
            if not carried.verdict:
                carried.verdict = pair.verdict
                carried.save(update_fields=["verdict"])


def _same_words(one: Statement, among: Iterable[Statement]) -> Statement | None:
    """The very words, as often before; else a span a little longer or shorter."""
    spans = [other for other in among if one.folded in other.folded or other.folded in one.folded]
    alike = [other for other in spans if min(len(one.folded), len(other.folded)) * 2 >= len(one.folded)]
    exact = [other for other in alike if (other.folded, other.occurrence) == (one.folded, one.occurrence)]
    return next(iter(exact or alike), None)


def _closed(region: set[int]) -> set[int]:
    """With all that stand in a group with them, or that people put together with them."""
    while True:
        groups = UtteranceMember.objects.filter(statement__in=region).values("utterance")
        more = set(UtteranceMember.objects.filter(utterance__in=groups).values_list("statement", flat=True))
        together = UtterancePair.objects.filter(Q(first__in=region) | Q(second__in=region), verdict="same")
        more |= {pk for pair in together.values_list("first", "second") for pk in pair}
        if more <= region:
            return region
        region |= more


def _in_batches(statements: QuerySet[Statement], ids: Collection[int]) -> dict[int, Report]:
    found: dict[int, Report] = {}
    for some in _batches(sorted(ids)):
        found |= reports_of(statements.filter(pk__in=some))
    return found


def _write(region: set[int], groups: list[list[Member]], ids: dict[str, int]) -> bool:
    """Make the groups of a region these. Nothing but members refers to a group: others are made anew."""
    kept: dict[int, set[Any]] = {}
    rows = UtteranceMember.objects.filter(statement__in=region)
    for utterance, statement, state, why in rows.values_list("utterance", "statement", "state", "why"):
        kept.setdefault(utterance, set()).add((statement, state, why))
    wanted = [{(ids[one.key], _state(one), one.why[:200]) for one in members} for members in groups]
    gone = [utterance for utterance, members in kept.items() if members not in wanted]
    new = [(mine, members) for mine, members in zip(wanted, groups, strict=True) if mine not in kept.values()]
    if gone:
        Utterance.objects.filter(pk__in=gone).delete()
    for mine, members in new:
        made = Utterance.objects.create(key=members[0].key)
        UtteranceMember.objects.bulk_create(
            UtteranceMember(utterance=made, statement_id=statement, state=state, why=why)
            for statement, state, why in sorted(mine)
        )
    return bool(gone or new)


def _state(member: Member) -> str:
    return UtteranceMember.State.CONFIRMED if member.is_confirmed else UtteranceMember.State.SUGGESTED


def lock() -> None:
    """Nobody else writes groups until this transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


# --- the whole archive ----------------------------------------------------------------------


def suggest_everywhere(*, anew: bool) -> Iterator[bool]:
    """Look for groups among all statements: True for each that changed, False for each that stands.

    Without ``anew`` only where a statement that is in no group is like another.
    """
    linked = _linked(
        reports_of(Statement.objects.listed().filter(pk__in=speaking.values("statement")))
        for speaking in _by_speaker()
    )
    grouped = set(UtteranceMember.objects.values_list("statement", flat=True))
    for region in _regions(linked.keys() | (grouped if anew else set()), linked):
        if anew or not region <= grouped:
            with transaction.atomic():
                yield regroup(region)


def _linked(speaking: Iterable[dict[int, Report]]) -> dict[int, set[int]]:
    """Each statement that is like others, and which; only those of one speaker are compared."""
    linked: dict[int, set[int]] = {}
    for reports in speaking:
        pks = {report.key: pk for pk, report in reports.items()}
        for one, other in all_likenesses(reports.values()):
            linked.setdefault(pks[one], set()).add(pks[other])
            linked.setdefault(pks[other], set()).add(pks[one])
    return linked


def _regions(starts: Iterable[int], linked: dict[int, set[int]]) -> Iterator[set[int]]:
    """Statements with all that likenesses lead to from them."""
    seen: set[int] = set()
    for start in sorted(starts):
        if start not in seen:
            region = _reached(start, linked)
            seen |= region
            yield region


def _by_speaker() -> Iterator[QuerySet[Attribution]]:
    """The attributions of each speaker in several articles, then those of each role without one."""
    listed = Attribution.objects.filter(statement__listed=True).order_by()
    known = (
        listed.exclude(speaker=None)
        .values("speaker")
        .annotate(articles=Count("statement__article", distinct=True))
    )
    for speaker in known.filter(articles__gt=1).values_list("speaker", flat=True):
        yield listed.filter(speaker=speaker)
    nameless = listed.filter(speaker=None).exclude(role="").exclude(country=None)
    for country, role in nameless.values_list("country", "role").distinct():
        yield nameless.filter(country=country, role=role)


def _reached(start: int, linked: dict[int, set[int]]) -> set[int]:
    region, edge = {start}, [start]
    while edge:
        for other in linked.get(edge.pop(), set()) - region:
            region.add(other)
            edge.append(other)
    return region
