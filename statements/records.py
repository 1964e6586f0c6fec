"""The records that travel between the layers.

    readers -> RawDocument -> cleaning -> Document -> extraction -> Quotation
            -> resolution -> ResolvedStatement -> store

They are frozen and know no database. Every span is a half-open pair of
offsets, counted in Python code points, into ``Document.text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

Span = tuple[int, int]

PARAGRAPH_BREAK = "\n\n"

DIRECT = "direct"
INDIRECT = "indirect"
MIXED = "mixed"


# --- what a source says of itself ---------------------------------------


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that a source itself gives, never one worked out from elsewhere.

    ``precision`` is "day", "month" or "year" (cleaning gives whole days only);
    ``value`` is the first day of that stretch. ``basis`` names where it stood:
    "json-ld", "meta", "time", "dateline" or "address"; or "curator", whose word it is.
    """

    value: date
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class KnownMetadata:
    """What a person knows of an article; whatever is empty is left to its text."""

    publisher: str = ""
    address: str = ""
    published: StatedDate | None = None


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One block as the reader found it, line breaks and all.

    ``mark`` is the reason the markup gives for not reading it ("navigation",
    "caption"; `cleaning.reasons` has the words that readers of the archive
    see), empty when the markup says nothing. What speaks against a block and
    is too weak to mark it alone: it is ``linked`` (most of its letters are
    links), stands ``apart`` from most of the page's prose, or is ``left_out``
    of the main text by trafilatura.
    """

    text: str
    mark: str = ""
    linked: bool = False
    apart: bool = False
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A source as read: blocks in their order, and its own metadata."""

    media_type: str
    blocks: tuple[RawBlock, ...]
    title: str = ""
    byline: str = ""
    publisher: str = ""
    address: str = ""
    language: str = ""
    published: StatedDate | None = None


# --- a cleaned document ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A stretch of the text that extraction must not read, with the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """Normalised text with every block kept, and the blocks that are marked.

    Paragraphs are separated by one blank line (``PARAGRAPH_BREAK``); no
    paragraph holds a line break.
    """

    text: str
    marks: tuple[MarkedBlock, ...] = ()
    title: str = ""
    byline: str = ""
    publisher: str = ""
    address: str = ""
    language: str = ""
    published: StatedDate | None = None

    def paragraphs(self) -> Iterator[Span]:
        """Spans of all paragraphs, marked ones too."""
        return paragraph_spans(self.text)

    def body_spans(self) -> list[Span]:
        """Spans of the paragraphs that no mark touches."""
        return unmarked_paragraphs(self.text, self.marks)

    def body(self) -> str:
        """The unmarked paragraphs, joined."""
        return PARAGRAPH_BREAK.join(self.text[start:end] for start, end in self.body_spans())


def paragraph_spans(text: str) -> Iterator[Span]:
    """Spans of the paragraphs of a normalised text.

    >>> list(paragraph_spans("One.\\n\\nTwo."))
    [(0, 4), (6, 10)]
    """
    start = 0
    while start <= len(text):
        end = text.find(PARAGRAPH_BREAK, start)
        if end < 0:
            end = len(text)
        if end > start:
            yield start, end
        start = end + len(PARAGRAPH_BREAK)


def unmarked_paragraphs(text: str, marks: tuple[MarkedBlock, ...]) -> list[Span]:
    """Spans of the paragraphs that overlap no mark, in one pass over both."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    kept, at = [], 0
    for start, end in paragraph_spans(text):
        while at < len(ordered) and ordered[at].end <= start:
            at += 1
        if at == len(ordered) or ordered[at].start >= end:
            kept.append((start, end))
    return kept


def places_of(text: str, stretch: str) -> list[Span]:
    """Where a stretch of whole paragraphs stands in a normalised text; words inside a paragraph are none.

    >>> places_of("Share.\\n\\nShare. Or not.\\n\\nShare.", "Share.")
    [(0, 6), (24, 30)]
    """
    framed = f"{PARAGRAPH_BREAK}{text}{PARAGRAPH_BREAK}"
    sought = f"{PARAGRAPH_BREAK}{stretch}{PARAGRAPH_BREAK}"
    places = []
    start = framed.find(sought)
    while start >= 0:
        places.append((start, start + len(stretch)))
        start = framed.find(sought, start + len(PARAGRAPH_BREAK) + len(stretch))
    return places


# --- what extraction finds --------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words attributed to a source, with the spans of all three.

    ``content`` holds one span, or several when the words stand on both sides
    of their cue; outer quotation marks, the source and the cue are left out.
    ``sources`` holds one span for each speaker of a coordination ("the United
    States, the European Union as well as Iran" gives three), and is empty
    when the text names none. ``agency`` is the name of who relayed the words
    ("TASS"), ``occasion`` where or how they were said ("at a briefing"),
    ``hearer`` who is told ("his counterpart", "reporters").
    ``rule`` names the rule that found it and ``confidence`` says in words how
    sure that rule is. ``is_hearsay`` marks what the text credits to nobody who
    could be held to it ("experts say", "it was reported"): no statement.
    """

    content: tuple[Span, ...]
    kind: str
    cue: Span | None
    cue_lemma: str
    sources: tuple[Span, ...]
    act: str
    rule: str
    confidence: str
    agency: Span | None = None
    occasion: Span | None = None
    is_hearsay: bool = False
    hearer: Span | None = None

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def source(self) -> Span | None:
        """From the first source's first character to the last one's last."""
        if not self.sources:
            return None
        return self.sources[0][0], self.sources[-1][1]


# --- what resolution adds -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class SpeakerReference:
    """An authority record, or a provisional one that awaits a curator.

    ``key`` is the record's slug. ``kind`` is "person", "institution",
    "government", "joint", "unnamed" or "anonymous".
    """

    key: str
    name: str
    kind: str
    country: str | None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedAttribution:
    """One speaker of one statement.

    ``source`` is where the text names the speaker ("he"); ``role`` is the
    title that the article prints ("Turkish Defense Minister"); ``basis`` says
    how the name was resolved, for example "named in full" or "inferred from
    'he'".
    """

    speaker: SpeakerReference | None
    source: Span | None
    role: str
    country: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class SaidDate:
    """When words were said: EDTF (ISO 8601-2:2019 level 1), bounds, and why."""

    edtf: str
    earliest: date
    latest: date
    basis: str


@dataclass(frozen=True, slots=True)
class ResolvedStatement:
    """A quotation taken through the chain: who, for whom, about whom, to whom, when, how.

    ``said_words`` are the words that tell the time, as printed ("Thursday"),
    also where they lead to no date; ``said_note`` says what is wrong with them.
    ``addressed_basis`` are the words that name the addressees, and how.
    ``act`` is suggested by the cue and its words, ``medium`` the form in which
    they were said, one of `resolution.mediums.MEDIUMS` or empty.
    """

    quotation: Quotation
    attributions: tuple[ResolvedAttribution, ...]
    about: tuple[str, ...]
    agency: str | None
    said: SaidDate | None
    said_words: str = ""
    said_note: str = ""
    addressees: tuple[str, ...] = ()
    addressed_basis: str = ""
    act: str = "states"
    medium: str = ""


# --- authority records, as plain data -------------------------------------------


@dataclass(frozen=True, slots=True)
class CountryName:
    """One name of a country. ``use`` is "name", "demonym", "capital" or "metonym".

    "Turkey" is a name, "Turkish" and "Turks" are demonyms, "Ankara" a capital,
    "the Kremlin" a metonym.
    """

    text: str
    use: str


@dataclass(frozen=True, slots=True)
class CountryRecord:
    """A state, organisation that speaks, or territory. ``kind`` says which.

    ``code`` is ISO 3166-1 alpha-2 where there is one, else the project's own.
    ``adjective`` is the word that stands before a noun ("Turkish").
    """

    code: str
    name: str
    kind: str
    adjective: str = ""
    names: tuple[CountryName, ...] = ()
    source: str = "unverified"


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """A dated post. ``start`` and ``end`` are EDTF strings, empty when not sure."""

    title: str
    country: str | None
    start: str = ""
    end: str = ""
    source: str = "unverified"


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """A person or institution that speaks, with its names and offices."""

    key: str
    name: str
    kind: str
    country: str | None
    variants: tuple[str, ...] = ()
    offices: tuple[OfficeRecord, ...] = ()
    source: str = "unverified"


@dataclass(frozen=True, slots=True)
class PublisherRecord:
    """An outlet or a news agency. ``kind`` is "outlet", "agency" or "official"."""

    key: str
    name: str
    kind: str
    country: str | None = None
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    source: str = "unverified"


@dataclass(frozen=True, slots=True)
class Authorities:
    """Everything that resolution may match a name against."""

    countries: tuple[CountryRecord, ...] = ()
    speakers: tuple[SpeakerRecord, ...] = ()
    publishers: tuple[PublisherRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PublisherNames:
    """What cleaning may know of publishers: folded name and domain -> name; agencies by their own."""

    by_name: Mapping[str, str] = field(default_factory=dict)
    by_agency: Mapping[str, str] = field(default_factory=dict)
    by_domain: Mapping[str, str] = field(default_factory=dict)
