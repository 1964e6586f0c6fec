"""What each parameter of the statement list takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy

from statements.models.statement import GONE, Statement
from statements.named_records import COUNTRY, PUBLISHER, SPEAKER
from statements.search import keys

Values = list[str]

# What an address says for "the article does not state it".
NOT_STATED = "none"

RELEVANCE = "relevance"
SORTS = [
    ("newest", gettext_lazy("day said, newest first")),
    ("oldest", gettext_lazy("day said, oldest first")),
    ("added", gettext_lazy("newest in the archive")),
    (RELEVANCE, gettext_lazy("best match")),
]

# Which records a parameter names, and what is said of what is no such record.
RECORDS = {
    "country": (COUNTRY, gettext_lazy("This archive knows no country “{typed}”.")),
    "about": (COUNTRY, gettext_lazy("This archive knows no country “{typed}”.")),
    "speaker": (SPEAKER, gettext_lazy("This archive knows no speaker “{typed}”.")),
    "publisher": (PUBLISHER, gettext_lazy("This archive knows no publisher “{typed}”.")),
    "agency": (PUBLISHER, gettext_lazy("This archive knows no agency “{typed}”.")),
}
CHOICES: dict[str, list[tuple[str, Any]]] = {
    "act": Statement.Act.choices,
    "kind": Statement.Kind.choices,
    "review": [(state, label) for state, label in Statement.Review.choices if state not in GONE],
}
KEYS: dict[str, Callable[[Any], str]] = {
    "country": keys.speaking_for,
    "about": keys.about,
    "speaker": keys.speaker,
    "publisher": keys.publisher,
    "agency": keys.agency,
    "act": keys.act,
    "kind": keys.kind,
}
DATES = ("from", "to", "date")
# They change what is shown of the list, and not what is in it.
SHOWING = ("sort", "view")

MOST_VALUES = 30  # of one parameter
LONGEST_VALUE = 200  # characters
