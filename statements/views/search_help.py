"""How to search: one table an operator, of examples that the tests run over the seeds."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from statements.search.query import FIELDS, LONGEST_QUERY, MOST_BEGINNINGS, MOST_TERMS, SHORTEST_BEGINNING

Words = str | Promise
NAMED_FIELD = re.compile(rf"\b((?:{'|'.join(FIELDS)}):)")


class Example(NamedTuple):
    """A search with the beginning of one statement that it finds and of one that it leaves out."""

    typed: str
    meaning: Words
    finds: str
    leaves_out: str

    @property
    def address(self) -> str:
        return f"{reverse('statement-list')}?{urlencode({'q': self.typed})}"


class Operator(NamedTuple):
    slug: str
    title: Words
    told: Words
    examples: tuple[Example, ...]

    @property
    def told_html(self) -> SafeString:
        """What is told, with the names of fields set as they are typed."""
        parts = NAMED_FIELD.split(str(self.told))
        return format_html_join(
            "",
            "{}",
            ((format_html("<code>{}</code>", part) if at % 2 else part,) for at, part in enumerate(parts)),
        )


OPERATORS = (
    Operator(
        "words",
        _("Words"),
        _(
            "Every word must be there, in any order. Capitals and accents make no difference. "
            "What is written as one word, such as F-16 or Armenia’s, is looked for as it is written."
        ),
        (
            Example(
                "restraint Yerevan",
                _("both words"),
                "Baku and Yerevan to show restraint",
                "other regional players to show restraint",
            ),
            Example(
                "Çavuşoğlu",
                _("with or without accents"),
                "its foreign minister Sergei Lavrov and Turkish counterpart Mevlut Cavusoglu",
                "Moscow is determined to continue working together",
            ),
            Example(
                "F-16",
                _("one word as written"),
                "a Turkish F-16 flying in support of Baku",
                "the Armenian armed forces attempted",
            ),
        ),
    ),
    Operator(
        "phrases",
        _("A phrase"),
        _("Between double quotation marks of any shape: these words, in this order, nothing between them."),
        (
            Example(
                '"military activity"',
                _("these two words side by side"),
                "Any statements about any military support or military activity",
                "We are, of course, closely monitoring the situation",
            ),
            Example(
                "„brought to account“",
                _("marks of another language"),
                "Armenia will be “brought to account”",
                "Armenia for the fighting which broke out",
            ),
        ),
    ),
    Operator(
        "without",
        _("Without a word"),
        _("A minus right before a word or a phrase leaves out what has it. A dash between spaces is a dash."),
        (
            Example(
                "restraint -border",
                _("restraint, but not border"),
                "Baku and Yerevan to show restraint",
                "other regional players to show restraint",
            ),
            Example(
                'situation -"conflict zone"',
                _("situation, but not this phrase"),
                "the situation has remained relatively calm since July 17",
                "“the Armenian side initiated a phone call",
            ),
        ),
    ),
    Operator(
        "either",
        _("One or the other"),
        _("OR in capitals, or an upright stroke, between two words or phrases: one of them is enough."),
        (
            Example(
                "drone OR missiles",
                _("one of the two"),
                "an immediate end to the skirmishes",
                "the Armenian armed forces attempted",
            ),
            Example(
                'military aid|"military cooperation"',
                _("military, and one of the other two"),
                "military aid to Baku",
                "Any statements about any military support",
            ),
        ),
    ),
    Operator(
        "beginnings",
        _("The beginning of a word"),
        _("A star at the end of at least two letters: all words that begin so. In a phrase, the last one."),
        (
            Example(
                "negotiat*",
                _("negotiator, negotiations …"),
                "to act as a negotiator",
                "telephone conversations between Russian Foreign Minister",
            ),
            Example(
                '"military activit*"',
                _("activity, activities"),
                "We are, of course, closely monitoring the situation",
                "military aid to Baku",
            ),
        ),
    ),
    Operator(
        "speakers",
        _("Who speaks, for whom, about whom"),
        _(
            "speaker: takes a name, for: and about: a country by its name or code. A value of several words "
            "stands between quotation marks. A minus before the field leaves out."
        ),
        (
            Example(
                'speaker:"Hulusi Akar"',
                _("what he said"),
                "Armenia will be “brought to account”",
                "Our armed unmanned aerial vehicles",
            ),
            Example(
                "for:TR about:Armenia",
                _("Turkey about Armenia"),
                "Armenia will be “brought to account”",
                "Baku and Yerevan to show restraint",
            ),
            Example(
                "restraint -for:Russia",
                _("restraint, but not asked for by Russia"),
                "Baku and Yerevan to show restraint",
                "other regional players to show restraint",
            ),
        ),
    ),
    Operator(
        "circumstances",
        _("How, by whom, when"),
        _(
            "act: takes what was done by the words, such as warns or denies; via: the outlet or agency that "
            "brought them; before: and after: a day, a month or a year, which is not part of what is found. "
            "What has no known date is left out by them."
        ),
        (
            Example(
                "act:condemns",
                _("what was condemned"),
                "the Turkish support for Azerbaijan",
                "to continue to strongly support Azerbaijan",
            ),
            Example(
                "via:TASS",
                _("relayed by this agency"),
                "We are calling on all countries",
                "We stand by Azerbaijan on the field",
            ),
            Example(
                "after:2020-09 Lavrov",
                _("said in October 2020 or later"),
                "its foreign minister Sergei Lavrov and Turkish counterpart",
                "telephone conversations between Russian Foreign Minister",
            ),
            Example(
                "before:2020-08 restraint",
                _("said in July 2020 or earlier"),
                "other regional players to show restraint",
                "Baku and Yerevan to show restraint",
            ),
        ),
    ),
)


@require_safe
def searching(request: HttpRequest) -> HttpResponse:
    context = {
        "section": "help",
        "operators": OPERATORS,
        "longest": LONGEST_QUERY,
        "most_words": MOST_TERMS,
        "most_beginnings": MOST_BEGINNINGS,
        "shortest_beginning": SHORTEST_BEGINNING,
    }
    return render(request, "statements/search_help.html", context)
