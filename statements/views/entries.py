"""Statements as lists show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, Value
from django.db.models.functions import Greatest, Least, Substr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements.models.authority import Country
from statements.models.statement import Attribution, Statement, StatementPart, StatementQuerySet
from statements.search import Condition, Query, newest_page
from statements.templatetags.wording import links_about, links_for, speaker_links
from statements.utterances.siblings import with_reports
from statements.views.carried import carry
from statements.views.surroundings import WINDOW, Part, Run, statement_runs


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement with its words among the article's own, and all that is printed beside them."""

    statement: Statement
    runs: list[Run]
    attributions: Sequence[Attribution]
    countries: Sequence[Country]  # that its words are about
    reports: Statement | None  # the same, with the reports of its act of speaking counted
    carried: str = ""  # the words searched for, as links take them along

    @property
    def is_hung(self) -> bool:
        """Whether the words begin with a quotation mark."""
        return bool(self.runs) and self.runs[0].role == "mark"

    @property
    def speakers(self) -> SafeString:
        return speaker_links(self.attributions)

    @property
    def spoken_for(self) -> SafeString:
        countries = list(dict.fromkeys(one.country for one in self.attributions))
        return format_html(_("for {countries}"), countries=links_for(countries))

    @property
    def about(self) -> SafeString:
        return format_html(_("about {countries}"), countries=links_about(self.countries))

    @property
    def manner(self) -> str:
        """What was done with words, and whose they are: "denies, direct"."""
        act, kind = Statement.Act(self.statement.act), Statement.Kind(self.statement.kind)
        return f"{act.label}, {kind.label}".lower()

    @property
    def review(self) -> str:
        return str(Statement.Review(self.statement.review_state).label).lower()


# --- for a list that prints them, and nothing more ---------------------------------------

PRINTED = (
    *("public_id", "kind", "act", "review_state"),
    *("said_earliest", "said_latest", "said_edtf", "said_words", "said_sort"),
    *("article__public_id", "article__published", "article__published_precision"),
    *("publisher__slug", "publisher__name", "agency__slug", "agency__name"),
)
PRINTED_OF_SPEAKERS = (
    *("statement_id", "role", "source", "speaker__slug", "speaker__preferred_name", "speaker__kind"),
    *("country__code", "country__name", "country__kind"),
)
PRINTED_OF_COUNTRIES = ("statement_id", "country__code", "country__name", "country__kind")


def read_entries(ids: Sequence[int], query: Query | None = None) -> list[Entry]:
    """The statements with these ids in this order, in four queries; one more if others report them too.

    The article's text stays in the database, as with ``for_entries``. Rows are put together
    here: prefetching builds managers and queries for each of them, which takes thrice the time.
    """
    statements = (
        Statement.objects.filter(pk__in=ids)
        .select_related("article", "publisher", "agency")
        .only(*PRINTED)
        .annotate(utterance=F("membership__utterance"))
    )
    found = {statement.pk: statement for statement in statements.order_by()}
    parts, attributions, countries = defaultdict(list), defaultdict(list), defaultdict(list)
    columns = ("statement_id", "start", "end", "exact", "before", "after")
    of_these = Q(statement__in=ids)
    for pk, *part in with_surroundings().filter(of_these).order_by("order").values_list(*columns):
        parts[pk].append(Part(*part))
    spoken = Attribution.objects.filter(of_these).select_related("speaker", "country")
    for attribution in spoken.only(*PRINTED_OF_SPEAKERS).order_by("order"):
        attributions[attribution.statement_id].append(attribution)
    named = Statement.about_countries.through.objects.filter(of_these).select_related("country")
    for about in named.only(*PRINTED_OF_COUNTRIES).order_by("country__name", "country__code"):
        countries[about.statement_id].append(about.country)
    grouped = [pk for pk, statement in found.items() if statement.utterance]
    reports = with_reports(Statement.objects.only("public_id")).in_bulk(grouped)
    carried = carry(query)
    return [
        Entry(
            found[pk],
            runs_of(found[pk], parts[pk], query),
            attributions[pk],
            countries[pk],
            reports.get(pk),
            carried,
        )
        for pk in ids
        if pk in found
    ]


def newest_entries(conditions: Sequence[Condition], most: int, query: Query | None = None) -> list[Entry]:
    """The newest of what readers see that meet every condition."""
    return read_entries(newest_page(Statement.objects.listed(), conditions, most=most).ids, query)


# --- for pages that do more with them ------------------------------------------------------


def for_entries(statements: StatementQuerySet) -> StatementQuerySet:
    """With all that an entry shows, in four queries however many rows there are.

    The article's text stays in the database: the engine cuts out the few
    hundred characters round each part (``Substr``), so a page of 25
    statements does not carry 25 long texts. The 32 characters that a part
    keeps on each side are too few for the rest of its sentence.
    """
    return (
        with_reports(statements)
        .select_related("article", "publisher", "agency")
        .defer("article__text", "folded", "quoted", "keys")
        .prefetch_related(
            Prefetch("parts", with_surroundings()),
            "about_countries",
            Prefetch("attributions", Attribution.objects.select_related("speaker", "country")),
        )
    )


def with_surroundings():
    text, start = "statement__article__text", F("start")
    return StatementPart.objects.annotate(
        before=Substr(text, Greatest(start - WINDOW, Value(0)) + 1, Least(start, Value(WINDOW))),
        after=Substr(text, F("end") + 1, Value(WINDOW)),
    )


def build_entries(statements: Iterable[Statement], query: Query | None = None) -> list[Entry]:
    carried = carry(query)
    return [
        Entry(
            statement,
            entry_runs(statement, query),
            list(statement.attributions.all()),
            list(statement.about_countries.all()),
            statement,
            carried,
        )
        for statement in statements
    ]


def entry_runs(statement: Statement, query: Query | None) -> list[Run]:
    return runs_of(statement, [part_in_list(part) for part in statement.parts.all()], query)


def runs_of(statement: Statement, parts: Sequence[Part], query: Query | None) -> list[Run]:
    return statement_runs(parts, quoted=statement.kind == Statement.Kind.DIRECT, query=query)


def part_in_list(part: StatementPart) -> Part:
    before, after = part.before, part.after  # type: ignore[attr-defined]  # by with_surroundings()
    return Part(part.start, part.end, part.exact, before, after)
