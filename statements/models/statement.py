"""Statements, their words and their speakers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from statements.acts import ACTS, SpeechAct
from statements.addresses import address_of
from statements.models.article import Article
from statements.models.authority import Country, Publisher, Speaker
from statements.models.constraints import not_blank, one_of, span
from statements.records import Span
from statements.search import Query, any_of, keys, matching, matching_all, none_of

# Sorts after every dated statement when the newest come first.
UNDATED = date.min


# The rule of a statement that a person made.
BY_HAND = "added by a curator"

# Review states in which a statement is in no list.
GONE = ("rejected", "withdrawn")
# How the reason begins where no person withdrew a statement.
WITHDRAWN_BY_MACHINE = "No longer found by extractor "


class StatementQuerySet(models.QuerySet):
    def listed(self) -> StatementQuerySet:
        """What readers see: neither rejected nor withdrawn, of an article's newest version."""
        return self.filter(listed=True)

    def keyed(self, tokens: Iterable[str]) -> StatementQuerySet:
        """Holds any of these keys (`statements.search.keys`); several calls: of each one."""
        return matching_all(self, [any_of(tokens)])

    def without_key(self, tokens: Iterable[str]) -> StatementQuerySet:
        """Holds none of these keys."""
        return self.filter(none_of(tokens).row)

    def speaking_for(self, codes: Iterable[str]) -> StatementQuerySet:
        """Spoken on behalf of any of these countries."""
        return self.keyed(map(keys.speaking_for, ids_of(Country, code__in=list(codes))))

    def about(self, code: str) -> StatementQuerySet:
        """The words are about this country."""
        return self.keyed(map(keys.about, ids_of(Country, code=code)))

    def pair(self, speaking: Country, about: Country) -> StatementQuerySet:
        """Spoken on behalf of one country, about the other."""
        return self.keyed([keys.pair(speaking.pk, about.pk)])

    def by_speaker(self, slug: str) -> StatementQuerySet:
        return self.keyed(map(keys.speaker, ids_of(Speaker, slug=slug)))

    def unresolved(self) -> StatementQuerySet:
        """Nobody knows who speaks: no speaker at all, or one source without a speaker."""
        return self.keyed([keys.speaker(None)])

    def dated(self) -> StatementQuerySet:
        return self.filter(said_sort__gt=UNDATED)

    def undated(self) -> StatementQuerySet:
        return self.filter(said_sort=UNDATED)

    def said_between(self, earliest: date | None, latest: date | None) -> StatementQuerySet:
        """Said on days that may lie in the stretch; undated statements are left out."""
        found = self.dated()
        if tokens := keys.months_between(earliest, latest):
            found = found.keyed(tokens)
        if earliest:
            found = found.filter(said_latest__gte=earliest)
        if latest:
            found = found.filter(said_earliest__lte=latest)
        return found

    def search(self, query: Query, within: str = "") -> StatementQuerySet:
        """The words are as the query wants them; within "quoted" or "reported" words alone."""
        return matching(self, query, within)

    def newest_first(self) -> StatementQuerySet:
        return self.order_by("-said_sort", "-id")

    def oldest_first(self) -> StatementQuerySet:
        return self.order_by(F("said_earliest").asc(nulls_last=True), "id")

    def for_list(self) -> StatementQuerySet:
        """With everything a list shows of a statement, in a fixed number of queries."""
        return self.select_related("article", "publisher", "agency").prefetch_related(
            "parts",
            "about_countries",
            models.Prefetch("attributions", Attribution.objects.select_related("speaker", "country")),
        )


def ids_of(model: type[models.Model], **wanted: object) -> models.QuerySet:
    return model._default_manager.filter(**wanted).order_by().values_list("pk", flat=True)


class StatementKind(models.TextChoices):
    DIRECT = "direct", pgettext_lazy("words", "Direct")
    INDIRECT = "indirect", pgettext_lazy("words", "Indirect")
    MIXED = "mixed", pgettext_lazy("words", "Mixed")


class StatementAct(models.TextChoices):
    """What kind of speech act the cue names."""

    STATES = "states", pgettext_lazy("speech act", "States")
    APPEALS = "appeals", pgettext_lazy("speech act", "Appeals")
    ACCUSES = "accuses", pgettext_lazy("speech act", "Accuses")
    WARNS = "warns", pgettext_lazy("speech act", "Warns")
    DENIES = "denies", pgettext_lazy("speech act", "Denies")
    PLEDGES = "pledges", pgettext_lazy("speech act", "Pledges")
    SUPPORTS = "supports", pgettext_lazy("speech act", "Supports")
    CONDEMNS = "condemns", pgettext_lazy("speech act", "Condemns")
    DEMANDS = "demands", pgettext_lazy("speech act", "Demands")
    THREATENS = "threatens", pgettext_lazy("speech act", "Threatens")
    WELCOMES = "welcomes", pgettext_lazy("speech act", "Welcomes")
    OFFERS = "offers", pgettext_lazy("speech act", "Offers")
    ANNOUNCES = "announces", pgettext_lazy("speech act", "Announces")
    AGREES = "agrees", pgettext_lazy("speech act", "Agrees")
    REJECTS = "rejects", pgettext_lazy("speech act", "Rejects")
    THANKS = "thanks", pgettext_lazy("speech act", "Thanks")


class StatementMedium(models.TextChoices):
    """In what form the words were given out."""

    STATEMENT = "statement", pgettext_lazy("medium", "Statement")
    POST = "post", pgettext_lazy("medium", "social media post")
    INTERVIEW = "interview", pgettext_lazy("medium", "Interview")
    BRIEFING = "briefing", pgettext_lazy("medium", "briefing or news conference")
    SPEECH = "speech", pgettext_lazy("medium", "Speech")
    LETTER = "letter", pgettext_lazy("medium", "Letter")
    CALL = "call", pgettext_lazy("medium", "phone call")
    MEETING = "meeting", pgettext_lazy("medium", "Meeting")
    REPORT = "report", pgettext_lazy("medium", "Report")
    ARTICLE = "article", pgettext_lazy("medium", "Article")
    BROADCAST = "broadcast", pgettext_lazy("medium", "Broadcast")


class StatementReview(models.TextChoices):
    MACHINE = "machine", pgettext_lazy("review", "not yet reviewed")
    APPROVED = "approved", pgettext_lazy("review", "Approved")
    CORRECTED = "corrected", pgettext_lazy("review", "Corrected")
    REJECTED = "rejected", pgettext_lazy("review", "Rejected")
    WITHDRAWN = "withdrawn", pgettext_lazy("review", "Withdrawn")


class Statement(models.Model):
    """Speech or official text that an article attributes to someone."""

    Kind = StatementKind
    Act = StatementAct
    Medium = StatementMedium
    Review = StatementReview

    public_id = models.CharField(max_length=16, unique=True, db_index=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="statements")
    occurrence = models.PositiveIntegerField(
        default=0, help_text=gettext_lazy("How often the same words come before in the article.")
    )
    kind = models.CharField(max_length=8, choices=Kind)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.TextField(blank=True)
    cue_lemma = models.CharField(max_length=64, blank=True)
    act = models.CharField(max_length=16, choices=Act, default=Act.STATES)
    agency = models.ForeignKey(
        Publisher,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="relayed",
        help_text=gettext_lazy("Who relayed it."),
    )
    medium = models.CharField(
        max_length=16,
        choices=Medium,
        blank=True,
        help_text=gettext_lazy("In what form the words were given out."),
    )
    occasion = models.CharField(
        max_length=500, blank=True, help_text=gettext_lazy("Where or how they were said, as printed.")
    )
    said_edtf = models.CharField(
        "said", max_length=64, blank=True, help_text=gettext_lazy("EDTF (ISO 8601-2), level 1.")
    )
    said_basis = models.CharField(
        max_length=200, blank=True, help_text=gettext_lazy("Why this date, or why none.")
    )
    said_words = models.CharField(
        max_length=100, blank=True, help_text=gettext_lazy("The words that tell the time, as printed.")
    )
    said_earliest = models.DateField(null=True, blank=True)
    said_latest = models.DateField(null=True, blank=True)
    rule = models.CharField(max_length=64)
    extractor_version = models.CharField(max_length=32)
    confidence = models.CharField(max_length=100, help_text=gettext_lazy("In words, as the rule says it."))
    review_state = models.CharField(max_length=12, choices=Review, default=Review.MACHINE)
    review_reason = models.CharField(
        max_length=300, blank=True, help_text=gettext_lazy("Public: why rejected or withdrawn.")
    )

    # Held here for lists to filter and sort by, and kept by `store` and `curation`.
    publisher = models.ForeignKey(Publisher, null=True, blank=True, on_delete=models.PROTECT, editable=False)
    said_sort = models.DateField(default=UNDATED, editable=False)
    listed = models.BooleanField(default=True, editable=False)
    start = models.PositiveIntegerField(editable=False)
    folded = models.TextField(
        editable=False, help_text=gettext_lazy("Folded words with a space round each, for search.")
    )
    # These two by `models.list_row.keep_keys` alone.
    keys = models.TextField(
        default="", editable=False, help_text=gettext_lazy("What lists filter and count by.")
    )
    quoted = models.TextField(
        default="",
        editable=False,
        help_text=gettext_lazy("Those of the folded words that stand in quotation marks."),
    )

    about_countries = models.ManyToManyField(Country, blank=True, related_name="statements_about")
    addressees = models.ManyToManyField(Country, blank=True, related_name="statements_addressed")
    addressed_basis = models.CharField(
        max_length=200, blank=True, editable=False, help_text=gettext_lazy("The words that say to whom.")
    )

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["-said_sort", "-id"]
        constraints = [
            one_of("kind", StatementKind, "statement"),
            one_of("act", StatementAct, "statement"),
            one_of("medium", StatementMedium, "statement", blank=True),
            one_of("review_state", StatementReview, "statement"),
            not_blank("public_id", "statement"),
            span("statement", "cue_start", "cue_end", optional=True),
            models.CheckConstraint(
                condition=Q(cue_start__isnull=True, cue="") | Q(cue_start__isnull=False) & ~Q(cue=""),
                name="statement_cue_with_span",
            ),
            models.CheckConstraint(
                condition=Q(
                    said_earliest__isnull=True, said_latest__isnull=True, said_edtf="", said_sort=UNDATED
                )
                | Q(
                    said_earliest__isnull=False,
                    said_latest__gte=F("said_earliest"),
                    said_sort__gt=UNDATED,
                    said_sort__in=[F("said_earliest"), F("said_latest")],
                )
                & ~Q(said_edtf="")
                & ~Q(said_basis=""),
                name="statement_said_whole",
            ),
            models.CheckConstraint(
                condition=Q(listed=False) | ~Q(review_state__in=GONE),
                name="statement_rejected_not_listed",
            ),
            models.CheckConstraint(
                condition=~Q(review_state="withdrawn") | ~Q(review_reason=""),
                name="statement_withdrawn_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["-said_sort", "-id"], name="statement_newest", condition=Q(listed=True)),
            models.Index(fields=["said_earliest", "id"], name="statement_oldest", condition=Q(listed=True)),
            models.Index(fields=["publisher", "-said_sort", "-id"], name="statement_by_publisher"),
            models.Index(fields=["kind", "-said_sort", "-id"], name="statement_by_kind"),
            models.Index(fields=["act", "-said_sort", "-id"], name="statement_by_act"),
            models.Index(fields=["review_state", "-id"], name="statement_by_review"),
            models.Index(fields=["article", "start"], name="statement_in_article"),
            # Not of some states alone: SQLite uses no such index for a state that is a parameter.
            models.Index(fields=["review_state", "-article", "start", "id"], name="statement_to_review"),
        ]

    def __str__(self) -> str:
        return gettext("Statement %(id)s") % {"id": self.public_id}

    def get_absolute_url(self) -> str:
        return address_of("statement-detail", self.public_id)

    @property
    def is_withdrawn_by_machine(self) -> bool:
        """Whether a newer extractor found it no longer, and nobody had decided on it."""
        return self.review_state == self.Review.WITHDRAWN and self.review_reason.startswith(
            WITHDRAWN_BY_MACHINE
        )

    @property
    def is_the_machines(self) -> bool:
        """Whether no person has decided on it, or whoever did has taken that back."""
        return self.review_state == self.Review.MACHINE or self.is_withdrawn_by_machine

    @property
    def spoken_for(self) -> list[Country | None]:
        """The countries of its speakers, each once; None stands for one that is not known."""
        return list(dict.fromkeys(attribution.country for attribution in self.attributions.all()))

    @property
    def speech_act(self) -> SpeechAct:
        """The act with its codes in CAMEO and PLOVER."""
        return ACTS[self.act]

    @property
    def spans(self) -> list[Span]:
        """Where its words stand in the article's text, in code points."""
        return [(part.start, part.end) for part in self.parts.all()]

    @property
    def exact(self) -> tuple[str, ...]:
        """Its words, part by part."""
        return tuple(part.exact for part in self.parts.all())

    @property
    def words(self) -> str:
        """The exact parts in their order, with an ellipsis where the cue stood between."""
        return " … ".join(self.exact)


class StatementPart(models.Model):
    """One unbroken stretch of a statement's words: both W3C selectors of it.

    The database refuses a part whose ``exact`` is not what stands in the
    article's text from ``start`` to ``end`` (code points).
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["statement_id", "order"]
        constraints = [
            span("statementpart"),
            not_blank("exact", "statementpart"),
            models.UniqueConstraint(fields=["statement", "order"], name="statementpart_order_once"),
        ]

    def __str__(self) -> str:
        return self.exact


class Attribution(models.Model):
    """One speaker of a statement, or the place where an unresolved one is named."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="attributions")
    order = models.PositiveSmallIntegerField()
    speaker = models.ForeignKey(
        Speaker, null=True, blank=True, on_delete=models.PROTECT, related_name="attributions"
    )
    source_start = models.PositiveIntegerField(null=True, blank=True)
    source_end = models.PositiveIntegerField(null=True, blank=True)
    source = models.TextField(blank=True, help_text=gettext_lazy("The words that name who speaks."))
    role = models.CharField(max_length=300, blank=True, help_text=gettext_lazy("As the article prints it."))
    country = models.ForeignKey(
        Country,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attributions",
        help_text=gettext_lazy("Spoken for."),
    )
    basis = models.CharField(
        max_length=200, blank=True, help_text=gettext_lazy("How the source was resolved.")
    )

    class Meta:
        ordering = ["statement_id", "order"]
        constraints = [
            span("attribution", "source_start", "source_end", optional=True),
            models.CheckConstraint(
                condition=Q(source_start__isnull=True, source="")
                | Q(source_start__isnull=False) & ~Q(source=""),
                name="attribution_source_with_span",
            ),
            models.UniqueConstraint(fields=["statement", "order"], name="attribution_order_once"),
        ]
        indexes = [
            models.Index(fields=["country", "statement"], name="attribution_by_country"),
            models.Index(fields=["speaker", "statement"], name="attribution_by_speaker"),
        ]

    def __str__(self) -> str:
        return self.source or gettext("no source in the text")
