"""A statement's citation in every format, for its page."""

from __future__ import annotations

from django import template
from django.template.context import Context

from statements.citing import FORMATS, cite, plain_text
from statements.models import Statement

register = template.Library()


@register.simple_tag(takes_context=True)
def citations(context: Context, statement: Statement, runs: list) -> dict:
    """The lines of both styles, and the text of each file with its label by its ending."""
    sentence = "".join(run.text for run in runs)
    citation = cite(statement, sentence, absolute=context["request"].build_absolute_uri)
    return {
        "lines": {"Chicago": plain_text.chicago(citation), "APA": plain_text.apa(citation)},
        "files": {ending: (kind.label, kind.write(citation)) for ending, kind in FORMATS.items()},
    }
