"""Stretches of text that are not an article's own words, as a person says."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from statements.curation.log import one_action
from statements.curation.records import locked, set_field
from statements.models import Article, Block, Edit, User
from statements.models.article import BOILERPLATE
from statements.records import places_of


@transaction.atomic
def mark_boilerplate(articles: Iterable[Article], stretch: str, *, who: User, why: str = "") -> list[Edit]:
    """Mark whole paragraphs wherever they stand in these articles, and in whatever is read from now on.

    A new block is saved unmarked, and the edit that marks it is an ordinary
    one: to undo it gives the words back. The articles are yet to be read again.
    """
    edits = []
    with one_action():
        # In one order, so that two curators never wait for each other.
        for article in sorted(articles, key=lambda one: one.pk):
            row = locked(article)
            if row.superseded:
                told = gettext("“%(article)s” was replaced meanwhile by a newer version: look at it again.")
                raise ValidationError(told % {"article": row})
            for start, end in places_of(row.text, stretch):
                edits += _mark(row, start, end, who=who, why=why)
    if not edits:
        raise ValidationError(gettext("These words are left out already."))
    return edits


def _mark(article: Article, start: int, end: int, *, who: User, why: str) -> list[Edit]:
    """One place; a block that marks it already stays as it is."""
    unmarked = {"active": False, "reason": BOILERPLATE}
    block, _ = Block.objects.get_or_create(article=article, start=start, end=end, defaults=unmarked)
    if block.active:
        return []
    wanted = {"reason": BOILERPLATE, "active": True}
    made = (set_field(block, name, value, who=who, why=why) for name, value in wanted.items())
    return [edit for edit in made if edit]
