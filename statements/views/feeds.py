"""Atom: any list of statements as it grows, and what curators correct."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.citing.record import ARCHIVE
from statements.describing.annotation import described
from statements.describing.attribution import attribution_line
from statements.describing.changes import last_changes
from statements.diffs import Diff, diffs_of
from statements.facets import list_address, list_chips
from statements.filters import StatementFilterSet
from statements.models.history import Edit
from statements.models.statement import GONE, Statement
from statements.views.entries import Entry, build_entries, for_entries
from statements.views.exports import refusal
from statements.views.statements import public_edits

NEWEST = 50

# What XML 1.0 has no way to write.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@require_safe
def statement_feed(request: HttpRequest) -> HttpResponse:
    """A list, the last to come in first. As in files, a filter that cannot be used is an error."""
    filterset = StatementFilterSet(request.GET, Statement.objects.listed())
    if errors := filterset.errors_by_parameter():
        return refusal(errors)
    return StatementFeed(filterset)(request)


@require_safe
def correction_feed(request: HttpRequest) -> HttpResponse:
    return CorrectionFeed()(request)


class Atom(Atom1Feed):
    """Words are plain text, never markup; what XML cannot hold becomes a replacement character."""

    def write(self, outfile: Any, encoding: str) -> None:
        self.feed = {name: writable(value) for name, value in self.feed.items()}
        self.items = [{name: writable(value) for name, value in item.items()} for item in self.items]
        super().write(outfile, encoding)

    def latest_post_date(self) -> datetime:
        """Of a feed without entries always the same, so that nobody takes it for news."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "text"})


def writable(value: Any) -> Any:
    return NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


class StatementFeed(Feed):
    """An entry a statement: its words where they stand, who said them for whom and about whom."""

    feed_type = Atom
    author_name = ARCHIVE

    def __init__(self, filterset: StatementFilterSet) -> None:
        self.filterset = filterset
        asked = list_address(filterset.asked).removesuffix("?")
        self.link = reverse("statement-list") + asked
        self.feed_url = reverse("statement-feed") + asked

    def title(self) -> str:
        chosen = "; ".join(f"{chip.label}: {chip.value}" for chip in list_chips(self.filterset))
        name = _("%(archive)s, statements") % {"archive": ARCHIVE}
        return f"{name} – {chosen}" if chosen else name

    def items(self) -> list[Entry]:
        newest = list(self.filterset.qs.order_by("-id").values_list("pk", flat=True)[:NEWEST])
        rows = list(for_entries(Statement.objects.filter(pk__in=newest)).order_by("-id"))
        self.changed = last_changes(rows)
        return build_entries(rows)

    def item_title(self, entry: Entry) -> str:
        statement = entry.statement
        return f"{attribution_line(statement)}: {statement.get_act_display().lower()}"

    def item_description(self, entry: Entry) -> None:  # type: ignore[override]
        """The content has it all."""

    def item_link(self, entry: Entry) -> str:
        return entry.statement.get_absolute_url()

    def item_pubdate(self, entry: Entry) -> datetime:
        return entry.statement.article.ingested_at

    def item_updateddate(self, entry: Entry) -> datetime:
        return self.changed[entry.statement.pk]

    def item_extra_kwargs(self, entry: Entry) -> dict[str, str]:
        words = "".join(run.text for run in entry.runs)
        return {"content": f"{words}\n\n{described(entry.statement)}"}


class CorrectionFeed(Feed):
    """What curators corrected, rejected and withdrew, as pages tell it: never who, and no private note."""

    feed_type = Atom
    author_name = ARCHIVE
    link = property(lambda self: reverse("statement-list"))
    feed_url = property(lambda self: reverse("correction-feed"))

    def title(self) -> str:
        return _("%(archive)s, corrections") % {"archive": ARCHIVE}

    def items(self) -> list[tuple[Statement, Diff]]:
        diffs = diffs_of(corrections()[:NEWEST])
        statements = Statement.objects.in_bulk([diff.edit.record_id for diff in diffs])
        return [(statements[diff.edit.record_id], diff) for diff in diffs]

    def item_title(self, item: tuple[Statement, Diff]) -> str:
        statement, diff = item
        return _("Statement %(id)s: %(field)s") % {"id": statement.public_id, "field": diff.label}

    def item_description(self, item: tuple[Statement, Diff]) -> None:  # type: ignore[override]
        """The content has it all."""

    def item_link(self, item: tuple[Statement, Diff]) -> str:
        statement, diff = item
        return f"{statement.get_absolute_url()}#edit-{diff.edit.pk}"

    def item_updateddate(self, item: tuple[Statement, Diff]) -> datetime:
        return item[1].edit.when

    def item_extra_kwargs(self, item: tuple[Statement, Diff]) -> dict[str, str]:
        _statement, diff = item
        taken_back = f" ({_('taken back')})" if diff.edit.reverts_id else ""
        return {"content": f"{diff.label}{taken_back}: {diff.before} → {diff.after}"}


def corrections() -> QuerySet[Edit]:
    """Of statements that stand, what was changed; of those that are gone, that they went and why.

    That a statement was approved is no correction, and of one that was corrected the fields tell.
    """
    of_record = Statement.objects.filter(pk=OuterRef("record_id"), article__superseded=False)
    stands, is_gone = Exists(of_record.filter(listed=True)), Exists(of_record.filter(review_state__in=GONE))
    is_decision = Q(field="review_state")
    came_or_went = Q(new__state__in=GONE) | Q(old__state__in=GONE)
    return public_edits().filter(stands & ~is_decision | is_decision & came_or_went & (stands | is_gone))
