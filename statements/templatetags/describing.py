"""What a page says of itself to machines, and the files and feeds that readers may take along."""

from __future__ import annotations

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from statements.describing import page
from statements.describing.quotation import script
from statements.exports import FORMATS

register = template.Library()


@register.inclusion_tag("includes/describing.html", takes_context=True)
def describing(context: Context) -> dict:
    """Description, canonical address, Open Graph, feeds and data of the page; nothing for a page without."""
    described = page.describe(context.flatten())
    if not described:
        return {}
    absolute = context["request"].build_absolute_uri
    return {
        "page": described,
        "words": page.shortened(described.words),
        "canonical": absolute(described.address),
    }


@register.inclusion_tag("includes/take_along.html", takes_context=True)
def take_along(context: Context) -> dict:
    """The page's lists to follow and to download as they stand."""
    described = page.describe(context.flatten())
    lists = described.lists if described else ()
    return {
        "lists": [
            (one, [(kind.label, one.file(ending)) for ending, kind in FORMATS.items()]) for one in lists
        ],
        "named": not described or not described.is_list,
    }


@register.filter
def as_data(data: dict) -> SafeString:
    return script(data)
