"""A made-up archive of any size, as rows of its tables.

Nothing here writes: `bench/generate.py` does. Django must be set up before
this is imported.
"""

from __future__ import annotations

import json
import random
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate, count
from typing import Any, NamedTuple

from django.db import models

from statements import edtf, pipeline
from statements.cleaning import CLEANER_VERSION
from statements.folding import fold
from statements.models import (
    Article,
    Attribution,
    Block,
    Country,
    Edit,
    ImportOutcome,
    ImportRun,
    Original,
    Proposal,
    Publisher,
    SourceError,
    Speaker,
    Statement,
    StatementPart,
    User,
    VariantName,
)
from statements.models.statement import GONE, UNDATED, WITHDRAWN_BY_MACHINE
from statements.provenance import ID_LENGTH, make_public_id, select, sha256_of
from statements.records import PARAGRAPH_BREAK, Span
from statements.search import index_text, keys
from statements.search.index_text import quoted_text

FIRST_DAY, DAYS = date(2015, 1, 1), 3653  # ten years
BEGAN = datetime(2025, 1, 2, 8)  # when the first article came in
VOCABULARY = 30_000
MACHINE = f"extractor {pipeline.FINDER_VERSION}"

# Commonest first; behind them come the terms, and behind those words made of syllables.
COMMON = [
    "the", "of", "to", "and", "in", "that", "a", "for", "on", "is", "with", "by", "we", "as", "be", "it",
    "our", "not", "this", "are", "will", "from", "has", "have", "all", "at", "an", "which", "their", "its",
    "was", "must", "been", "any", "they", "or", "but", "also", "these", "who", "more", "other", "there",
    "no", "can", "would", "should", "between", "against", "about", "such", "into", "only", "over", "after",
    "were", "he", "those", "his", "when", "than", "under", "so", "if", "what", "may", "one", "both", "new",
    "us", "them", "does", "do", "out", "up", "now", "first", "very", "through", "two", "being", "within",
    "before", "during", "because", "year", "years", "made", "without", "most", "where", "how", "some",
    "same", "however", "since", "many", "own", "still", "time", "people", "every", "way", "last", "make",
    "take", "part",
]  # fmt: skip
TERMS = [
    "peace", "security", "government", "region", "talks", "international law", "territorial integrity",
    "agreement", "parties", "support", "minister", "states", "sovereignty", "cooperation", "dialogue",
    "military", "forces", "border", "violence", "ceasefire", "civilians", "peaceful settlement",
    "United Nations", "Security Council", "human rights", "negotiations", "sanctions", "partners",
    "responsibility", "humanitarian aid", "aggression", "stability", "relations", "obligations", "restraint",
    "resolution", "escalation", "armed forces", "occupation", "provocation", "mediation", "Minsk Group",
    "line of contact", "prisoners of war", "elections", "ambassador", "embassy", "summit", "treaty",
    "refugees", "weapons", "nuclear programme", "trade", "energy", "interference", "terrorism",
    "accusations", "investigation", "withdrawal", "troops", "missiles", "drones", "shelling", "corridor",
    "observers", "mandate", "convention", "unilateral steps", "good neighbours", "mutual respect",
    "strategic partnership", "joint exercises", "diplomatic means",
]  # fmt: skip
SYLLABLES = [
    "ba", "ka", "da", "ra", "ma", "na", "la", "ta", "sa", "va", "be", "ke", "de", "re", "me", "ne", "le",
    "te", "se", "ve", "bi", "ki", "di", "ri", "mi", "ni", "li", "ti", "si", "vi", "bo", "ko", "do", "ro",
    "mo", "no", "lo", "to", "so", "vo", "zan", "dor", "mel", "kir", "tov", "nar", "shen", "lak", "rim",
    "bur", "gat", "hol", "jan", "pel", "sur", "vik",
]  # fmt: skip

CUES = [
    ("said", "say", "states", 50), ("stated", "state", "states", 8), ("noted", "note", "states", 7),
    ("stressed", "stress", "states", 7), ("added", "add", "states", 6), ("warned", "warn", "warns", 4),
    ("announced", "announce", "announces", 5), ("denied", "deny", "denies", 3),
    ("promised", "promise", "pledges", 3), ("demanded", "demand", "demands", 3),
    ("complained", "complain", "accuses", 2), ("agreed", "agree", "agrees", 2),
]  # fmt: skip
ROLES = ["foreign minister", "president", "spokesperson", "prime minister", "ambassador", "envoy", "minister"]
UNNAMED = ["a senior official", "the spokesperson", "a diplomat", "the delegation", "he", "she"]
MEDIA = [
    ("", 70),
    ("statement", 10),
    ("briefing", 6),
    ("interview", 5),
    ("post", 4),
    ("speech", 3),
    ("call", 2),
]
STATES = [("machine", 68), ("approved", 19), ("corrected", 8), ("rejected", 3), ("withdrawn", 2)]

TABLES: dict[type[models.Model], str] = {
    Speaker: "id slug kind preferred_name folded country_id provisional source note merged_into_id",
    VariantName: "id speaker_id text folded",
    User: (
        "id password last_login is_superuser username first_name last_name email is_staff is_active "
        "date_joined"
    ),
    Original: "id sha256 media_type size location kept_at",
    Article: (
        "id public_id original_id title byline publisher_id address language published published_precision "
        "published_basis opening text text_sha256 cleaner_version extractor_version replaces_id superseded "
        "ingested_at"
    ),
    Article.mentions.through: "id article_id country_id",
    Block: "id article_id start end reason active",
    ImportRun: "id started_at finished_at command pipeline_version",
    ImportOutcome: "id run_id location result reason original_id article_id",
    Statement: (
        "id public_id article_id occurrence kind cue_start cue_end cue cue_lemma act agency_id medium "
        "occasion said_edtf said_basis said_words said_earliest said_latest rule extractor_version "
        "confidence review_state review_reason publisher_id said_sort listed start folded addressed_basis "
        "keys quoted"
    ),
    StatementPart: "id statement_id order start end exact prefix suffix",
    Attribution: "id statement_id order speaker_id source_start source_end source role country_id basis",
    SourceError: "id statement_id start end exact note evidence active",
    Statement.about_countries.through: "id statement_id country_id",
    Statement.addressees.through: "id statement_id country_id",
    Edit: "id record record_id field old new who_id when why action reverts_id",
    Proposal: "id record record_id field current value machine made_at state decided_by_id decided_at",
}


class Weighted:
    """Things to draw at random, some more often than others."""

    def __init__(self, things: Sequence[Any], weights: Iterable[float]) -> None:
        self._things, self._sums = things, list(accumulate(weights))

    def draw(self, rng: random.Random, number: int) -> list[Any]:
        return rng.choices(self._things, cum_weights=self._sums, k=number)

    def one(self, rng: random.Random) -> Any:
        return self.draw(rng, 1)[0]


def zipf(things: Sequence[Any], flattened: float = 0) -> Weighted:
    """The n-th thing comes a n-th as often as the first; ``flattened`` makes the first few more alike."""
    return Weighted(things, (1 / (rank + flattened) for rank in range(1, len(things) + 1)))


def weighted(pairs: Sequence[tuple[Any, ...]]) -> Weighted:
    """Each pair's last member is its weight; of a pair the first is drawn, of longer ones all before it."""
    return Weighted(
        [pair[0] if len(pair) == 2 else pair[:-1] for pair in pairs], [pair[-1] for pair in pairs]
    )


class Writing:
    """A text as it grows; whatever is put down tells where it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at = 0

    def put(self, words: str) -> Span:
        self._pieces.append(words)
        self._at += len(words)
        return self._at - len(words), self._at

    @property
    def text(self) -> str:
        return "".join(self._pieces)


class Said(NamedTuple):
    """A statement as it was written down."""

    kind: str
    rule: str
    spans: list[Span]
    cue: tuple[str, str, str]
    cue_span: Span
    speakers: list[tuple[Speaker | None, Span]]
    about: list[Country]


class Archive:
    """Makes rows of all tables, a batch at a time."""

    def __init__(self, seed: int, size: int) -> None:
        self.rng = random.Random(seed)
        self.rows: defaultdict[type[models.Model], list[tuple[Any, ...]]] = defaultdict(list)
        self.bytes: list[bytes] = []
        self._ids: defaultdict[type[models.Model], Any] = defaultdict(lambda: count(1))
        self._public_ids: dict[type[models.Model], set[str]] = {Article: set(), Statement: set()}
        self.statements = 0
        countries = list(Country.objects.annotate(n=models.Count("speakers")).order_by("-n", "code"))
        publishers = self._shuffled(Publisher.objects.order_by("slug"))
        self._countries, self._publishers = zipf(countries, 3), zipf(publishers, 3)
        self._agencies = [publisher for publisher in publishers if publisher.kind == "agency"]
        self._words = zipf([*COMMON, *TERMS, *self._made_words()], 2.7)
        self._speakers = zipf(
            self._shuffled([*Speaker.objects.order_by("slug"), *self._made_speakers(size)]), 8
        )
        self._cues, self._media, self._states = weighted(CUES), weighted(MEDIA), weighted(STATES)
        self._curators = [self._curator(name) for name in ("ada", "grace", "hedy")]
        self._run = 0
        self._replaced: tuple[Any, ...] | None = None  # what the next article is a newer version of

    def _shuffled(self, things: Iterable[Any]) -> list[Any]:
        shuffled = list(things)
        self.rng.shuffle(shuffled)
        return shuffled

    def _add(self, model: type[models.Model], *values: Any) -> int:
        pk = next(self._ids[model])
        self.rows[model].append((pk, *values))
        return pk

    # --- words and names ---------------------------------------------------------------

    def _made_words(self) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < VOCABULARY - len(COMMON) - len(TERMS):
            made["".join(self.rng.choices(SYLLABLES, k=self.rng.choice((2, 2, 3, 3, 4))))] = None
        return list(made)

    def _made_speakers(self, size: int) -> list[Speaker]:
        speakers = []
        self._ids[Speaker] = count(
            1 + (Speaker.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)
        )
        self._ids[VariantName] = count(
            1 + VariantName.objects.order_by("-pk").values_list("pk", flat=True)[0]
        )
        for number in range(min(20_000, 200 + size // 50)):
            given, family = ("".join(self.rng.choices(SYLLABLES, k=k)).title() for k in (2, 3))
            name, country = f"{given} {family}", self._countries.one(self.rng)
            fields = (f"{given}-{family}-{number}".lower(), "person", name, fold(name))
            speaker = Speaker(None, *fields, country.pk, self.rng.random() < 0.6, "unverified", "", None)
            speaker.pk = self._add(Speaker, *fields, country.pk, speaker.provisional, "unverified", "", None)
            speakers.append(speaker)
            if self.rng.random() < 0.3:
                variant = f"{given[0]}. {family}"
                self._add(VariantName, speaker.pk, variant, fold(variant))
        return speakers

    def _curator(self, name: str) -> int:
        return self._add(User, "!", None, False, name, name.title(), "", "", True, True, str(BEGAN))

    def _some_words(self, number: int, about: Sequence[Country] = ()) -> str:
        """So many words, the names of countries among them."""
        words = self._words.draw(self.rng, number)
        for country in about:
            words.insert(self.rng.randrange(len(words)), country.name)
        return " ".join(words)

    # --- one article ---------------------------------------------------------------------

    def add_article(self, number: int) -> None:
        rng = self.rng
        replaces, self._replaced = self._replaced, None
        superseded = rng.random() < 0.015 and not replaces
        if number % 500 == 0:
            started = BEGAN + timedelta(minutes=number)
            ended = str(started + timedelta(minutes=400))
            self._run = self._add(
                ImportRun, str(started), ended, f"ingest batch-{number}", pipeline.PIPELINE_VERSION
            )
        ingested = str(BEGAN + timedelta(minutes=number))
        publisher = self._publishers.one(rng) if rng.random() < 0.9 else None
        day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        if replaces:
            _, publisher, day = replaces
        writing = Writing()
        title = self._some_words(rng.randint(5, 11)).capitalize()
        headline = writing.put(title)
        marked = [(headline, "headline")]
        said = []
        opening = ""
        for _ in range(min(1 + int(rng.expovariate(1 / 4.5)), 40)):
            writing.put(PARAGRAPH_BREAK)
            said.append(self._say(writing))
            if rng.random() < 0.6:
                writing.put(f"{PARAGRAPH_BREAK}{self._some_words(rng.randint(12, 50)).capitalize()}.")
            opening = opening or writing.text[headline[1] + 2 :][:80].rpartition(" ")[0]
        if rng.random() < 0.3:
            writing.put(PARAGRAPH_BREAK)
            marked.append((writing.put(f"Photo: {self._some_words(2).title()}"), "photo credit"))
        text = writing.text
        data = text.encode()
        sha256 = sha256_of(data)
        location = f"articles/{day:%Y}/{number}.txt"
        original = self._add(Original, sha256, "text/plain", len(data), location, ingested)
        self.bytes.append(data)
        address = (
            f"https://{publisher.domains[0]}/{day:%Y/%m}/{number}" if publisher and publisher.domains else ""
        )
        article = self._add(
            Article, self._free_id(Article, sha256, (sha256,), 0), original, title, "",
            publisher.pk if publisher else None, address, "en", day.isoformat(), "day", "dateline",
            opening, text, sha256, CLEANER_VERSION, pipeline.FINDER_VERSION,
            replaces[0] if replaces else None, superseded, ingested,
        )  # fmt: skip
        if superseded:
            self._replaced = (article, publisher, day)
        for (start, end), reason in marked:
            self._add(Block, article, start, end, reason, True)
        for country in dict.fromkeys(country.pk for one in said for country in one.about):
            self._add(Article.mentions.through, article, country)
        result = "updated" if replaces else "created"
        self._add(ImportOutcome, self._run, location, result, "", original, article)
        if rng.random() < 0.02:
            self._hold(number, ingested)
        before: Counter[tuple[str, ...]] = Counter()
        for one in said:
            words = tuple(text[start:end] for start, end in one.spans)
            public_id = self._free_id(Statement, sha256, words, before[words])
            self._add_statement(
                one, (public_id, article, before[words]), text, words, day, publisher, superseded, ingested
            )
            before[words] += 1

    def _hold(self, number: int, when: str) -> None:
        data = f"Share\n\n{number}\n".encode()
        original = self._add(Original, sha256_of(data), "text/plain", len(data), f"held/{number}.txt", when)
        self.bytes.append(data)
        why = "no text of its own was found: every block is empty, navigation or furniture"
        self._add(ImportOutcome, self._run, f"held/{number}.txt", "held", why, original, None)

    def _free_id(
        self, model: type[models.Model], sha256: str, words: tuple[str, ...], occurrence: int
    ) -> str:
        """As `public_ids` makes them: one letter longer for every one that is taken."""
        taken, length = self._public_ids[model], ID_LENGTH
        while (public_id := make_public_id(sha256, words, occurrence, length)) in taken:
            length += 1
        taken.add(public_id)
        return public_id

    # --- one statement ---------------------------------------------------------------------

    def _say(self, writing: Writing) -> Said:
        """One sentence that attributes words to somebody."""
        rng = self.rng
        about = list(dict.fromkeys(self._countries.draw(rng, rng.choice((0, 0, 1, 1, 1, 2, 2, 3)))))
        words = self._some_words(rng.randint(6, 44), about)
        cue = self._cues.one(rng)
        form = rng.random()
        if form < 0.25:
            writing.put("“")
            span = writing.put(f"{words[0].upper()}{words[1:]}")
            writing.put(",” ")
            speakers, cue_span = self._attribute(writing, cue)
            writing.put(".")
            return Said("direct", "quotation-before-cue", [span], cue, cue_span, speakers, about)
        if form < 0.35:
            half = words.find(" ", len(words) // 2)
            writing.put("“")
            spans = [writing.put(f"{words[0].upper()}{words[1:half]}")]
            writing.put(",” ")
            speakers, cue_span = self._attribute(writing, cue)
            writing.put(", “")
            spans.append(writing.put(words[half + 1 :]))
            writing.put(".”")
            return Said("direct", "quotation-before-cue", spans, cue, cue_span, speakers, about)
        speakers, cue_span = self._attribute(writing, cue, begins=True)
        writing.put(" that ")
        if form < 0.6:
            quoted = words.find(" ", len(words) // 3) + 1
            words = f"{words[:quoted]}“{words[quoted:]}”"
        span = writing.put(words)
        writing.put(".")
        return Said(
            "mixed" if form < 0.6 else "indirect", "reported-clause", [span], cue, cue_span, speakers, about
        )

    def _attribute(
        self, writing: Writing, cue: tuple[str, str, str], *, begins: bool = False
    ) -> tuple[list[tuple[Speaker | None, Span]], Span]:
        """Who said it, and the cue; as a sentence's beginning or in its middle."""
        speakers = []
        for order in range(2 if self.rng.random() < 0.02 else 1):
            speaker = None if self.rng.random() < 0.08 else self._speakers.one(self.rng)
            if speaker is None:
                name = self.rng.choice(UNNAMED)
            elif speaker.kind == "person":
                name = f"{self.rng.choice(ROLES)} {speaker.preferred_name}"
            else:
                name = speaker.preferred_name
            if order:
                writing.put(" and ")
            elif begins:
                name = name[0].upper() + name[1:]
            speakers.append((speaker, writing.put(name)))
        writing.put(" ")
        return speakers, writing.put(cue[0])

    def _add_statement(
        self,
        said: Said,
        identity: tuple[str, int, int],
        text: str,
        words: tuple[str, ...],
        day: date,
        publisher: Publisher | None,
        superseded: bool,
        when: str,
    ) -> None:
        rng = self.rng
        state, reason = self._states.one(rng), ""
        by_machine = state == "withdrawn" and rng.random() < 0.5
        if state in GONE:
            reason = (
                f"{WITHDRAWN_BY_MACHINE}4/4."
                if by_machine
                else rng.choice(("no statement", "not their words"))
            )
        expression, basis = self._date(day)
        earliest, latest = edtf.bounds(expression) if expression else (None, None)
        sort_day = edtf.sort_day(earliest, latest) if earliest and latest else UNDATED
        agency = rng.choice(self._agencies).pk if rng.random() < 0.15 else None
        corrected_from = "states" if state == "corrected" and said.cue[2] != "states" else None
        selectors = [select(text, span) for span in said.spans]
        held = keys.all_keys(
            attributions=[(who.pk, who.country_id) if who else (None, None) for who, _ in said.speakers],
            about_countries=[country.pk for country in said.about],
            kind_name=said.kind,
            act_name=said.cue[2],
            publisher_id=publisher.pk if publisher else None,
            agency_id=agency,
            earliest=earliest,
            latest=latest,
        )
        quoted = quoted_text(said.kind, [(selector.prefix, selector.exact) for selector in selectors])
        pk = self._add(
            Statement, *identity, said.kind, *said.cue_span, *said.cue, agency, self._media.one(rng), "",
            expression, basis, "", _iso(earliest), _iso(latest), said.rule, pipeline.FINDER_VERSION,
            "quotation with explicit verb" if said.kind == "direct" else "reported clause with explicit verb",
            state, reason, publisher.pk if publisher else None, _iso(sort_day),
            not superseded and state not in GONE, said.spans[0][0], index_text(words), "",
            held, quoted,
        )  # fmt: skip
        self.statements += 1
        for order, (span, selector) in enumerate(zip(said.spans, selectors, strict=True)):
            self._add(StatementPart, pk, order, *span, selector.exact, selector.prefix, selector.suffix)
        for order, (speaker, (start, end)) in enumerate(said.speakers):
            source = text[start:end]
            role = next((role for role in ROLES if source.lower().startswith(role)), "")
            who = (
                (speaker.pk, speaker.country_id, "named in full") if speaker else (None, None, "not resolved")
            )
            self._add(Attribution, pk, order, who[0], start, end, source, role, who[1], who[2])
        for country in said.about:
            self._add(Statement.about_countries.through, pk, country.pk)
        if said.about and rng.random() < 0.1:
            self._add(Statement.addressees.through, pk, said.about[0].pk)
        if state == "corrected" and rng.random() < 0.05:
            (start, _), word = said.spans[0], words[0].split()[0]
            note = f"Elsewhere it is {self._some_words(3)}."
            self._add(SourceError, pk, start, start + len(word), word, note, "another article", True)
        if state != "machine" and not by_machine:
            self._edit(pk, state, reason, corrected_from, said.cue[2], when)

    def _date(self, day: date) -> tuple[str, str]:
        """When it was said, in EDTF, and the reason for it; one in four is not known."""
        kind = self.rng.random()
        if kind < 0.25:
            return "", ""
        said = day - timedelta(days=self.rng.choice((0, 0, 0, 1, 1, 2, 5)))
        if kind < 0.93:
            return said.isoformat(), "the publication date"
        if kind < 0.96:
            return f"{said:%Y-%m}", "the month is named"
        if kind < 0.98:
            return f"{said.isoformat()}?", "“that day” in the text"
        return f"{said - timedelta(days=7)}/{said}", "“last week” and the publication date"

    def _edit(self, pk: int, state: str, reason: str, before: str | None, act: str, when: str) -> None:
        """What a person did, in one action; now and then a machine has objected since."""
        who, action = self.rng.choice(self._curators), uuid.UUID(int=self.rng.getrandbits(128)).hex
        log = [("act", before, act)] if before else []
        log.append(("review_state", {"state": "machine", "reason": ""}, {"state": state, "reason": reason}))
        for field, old, new in log:
            logged = json.dumps(old), json.dumps(new)
            self._add(Edit, "statement", pk, field, *logged, who, when, reason, action, None)
        if state not in GONE and self.rng.random() < 0.03:
            decided = self.rng.choice(("open", "open", "kept"))
            by = (who, when) if decided == "kept" else (None, None)
            other = json.dumps("warns" if act != "warns" else "states")
            self._add(Proposal, "statement", pk, "act", json.dumps(act), other, MACHINE, when, decided, *by)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
