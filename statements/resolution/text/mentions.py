"""Mentions: where the text names a person, a body or a country, in full or by surname."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from statements.records import CountryRecord, SpeakerReference

PERSON = "person"
INSTITUTION = "institution"
GOVERNMENT = "government"
UNNAMED = "unnamed"  # a role without a name: "the representative of Ostia"
ANONYMOUS = "anonymous"  # a source that hides: "a senior official who asked not to be named"
WITHOUT_A_NAME = (UNNAMED, ANONYMOUS)

# De facto authorities of disputed territories speak for no country; the codes are our own, of three letters.
OWN_CODE_LENGTH = 3


def is_disputed(country: CountryRecord) -> bool:
    return country.kind == "territory" and len(country.code) == OWN_CODE_LENGTH


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of words that names a speaker.

    ``first`` and ``last`` bound the whole mention by word numbers, its title
    too; ``head_first`` and ``head_last`` the name alone. ``speaker`` is None
    when the words name somebody whom they do not settle ("the ministry").
    ``field`` is a ministry's, or the office of the one whose counterpart a
    person is, who then ``is_abroad``.
    """

    kind: str
    first: int
    last: int
    head_first: int
    head_last: int
    speaker: SpeakerReference | None
    role: str = ""
    country: str | None = None
    gender: str = ""
    field: str = ""
    is_full: bool = True
    is_genitive: bool = False
    is_abroad: bool = False

    @property
    def key(self) -> str:
        """That of the speaker; empty where the words settle nobody."""
        return self.speaker.key if self.speaker else ""

    @property
    def key_of_person(self) -> str:
        """That of the speaker, if it is a person."""
        return self.key if self.kind == PERSON else ""


@dataclass(slots=True)
class Mentions:
    """All mentions of a text, in their order."""

    items: Sequence[Mention]
    _starts: list[int] = field(default_factory=list)
    _covering: dict[int, list[Mention]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.items = sorted(self.items, key=lambda mention: (mention.head_first, -mention.head_last))
        self._starts = [mention.head_first for mention in self.items]
        for mention in self.items:
            for at in range(mention.first, mention.last):
                self._covering.setdefault(at, []).append(mention)

    def between(self, first: int, last: int) -> list[Mention]:
        """Mentions whose head begins from word ``first`` up to, not including, ``last``."""
        return list(self.items[bisect_left(self._starts, first) : bisect_left(self._starts, last)])

    def covering(self, at: int) -> list[Mention]:
        """Mentions in which a word stands, title and all."""
        return self._covering.get(at, [])

    def people(self, first: int, last: int) -> list[Mention]:
        """The persons among them."""
        return [one for one in self.between(first, last) if one.kind == PERSON]
