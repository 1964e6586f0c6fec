"""Marking what is not the article's own words. Nothing is cut: a mark is a span and a reason."""

from __future__ import annotations

from statements.cleaning.bylines import mark_bylines, mark_signatures
from statements.cleaning.captions import mark_captions, mark_photo_credits, mark_repeated_captions
from statements.cleaning.furniture import (
    mark_furniture,
    mark_imprints,
    mark_leftovers,
    mark_linked,
    mark_links,
    mark_navigation,
    mark_prose_beside,
    mark_share_bars,
)
from statements.cleaning.headings import (
    mark_datelines,
    mark_decks,
    mark_headline,
    mark_long_decks,
    mark_long_titles,
    mark_section_labels,
)
from statements.cleaning.mastheads import mark_mastheads
from statements.cleaning.menus import mark_menus
from statements.cleaning.page import Page, Rule
from statements.cleaning.scripts import mark_other_scripts
from statements.cleaning.teasers import mark_loose_teasers, mark_pointers, mark_story_lists

# What is sure by its form comes first. The headline is sought among what they
# leave, above the first prose that is the article's, and the leftovers are what
# stands below the last when all else is named.
RULES: tuple[Rule, ...] = (
    mark_other_scripts,
    mark_links,
    mark_share_bars,
    mark_navigation,
    mark_photo_credits,
    mark_repeated_captions,
    mark_captions,
    mark_pointers,
    mark_story_lists,
    mark_loose_teasers,
    mark_imprints,
    mark_furniture,
    mark_prose_beside,
    mark_signatures,
    mark_long_titles,
    mark_menus,
    mark_mastheads,
    mark_headline,
    mark_section_labels,
    mark_long_decks,
    mark_datelines,
    mark_bylines,
    mark_decks,
    mark_linked,
    mark_leftovers,
)


def mark(page: Page) -> None:
    """Gives every paragraph that a rule names its reason; the first rule decides."""
    for rule in RULES:
        for at, reason in list(rule(page)):
            page.reasons[at] = page.reasons[at] or reason
