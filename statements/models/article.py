"""Originals as they came in, and the articles made from them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, gettext_lazy

from statements.addresses import address_of
from statements.models.authority import Country, Publisher
from statements.models.constraints import not_blank, sha256, span
from statements.records import PARAGRAPH_BREAK, MarkedBlock, unmarked_paragraphs


def path_of(sha256: str) -> Path:
    """Where the original with this hash lies."""
    return settings.ORIGINALS_DIR / "sha256" / sha256[:2] / sha256[2:4] / sha256


class Original(models.Model):
    """Bytes as they came in. They lie in ``ORIGINALS_DIR`` under their SHA-256."""

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text=gettext_lazy("In bytes."))
    location = models.CharField(
        max_length=1000, blank=True, help_text=gettext_lazy("Where it was first read from.")
    )
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-kept_at", "-id"]
        constraints = [sha256("sha256", "original"), not_blank("media_type", "original")]
        indexes = [models.Index(fields=["location"], name="original_location")]

    def __str__(self) -> str:
        return self.sha256[:12]


def fits_an_index(address: str) -> None:
    """PostgreSQL's index rows hold 2,704 bytes, whatever the characters."""
    if len(address.encode()) > 2000:
        raise ValidationError(gettext("This address has more than 2,000 bytes."))


def is_web_address(address: str) -> bool:
    """Whether it may stand in a link: http and https alone, never javascript: or data:."""
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return False
    return True


class ArticleQuerySet(models.QuerySet):
    def current(self) -> ArticleQuerySet:
        """The newest version of each article."""
        return self.filter(superseded=False)


class ArticlePrecision(models.TextChoices):
    DAY = "day", gettext_lazy("Day")
    MONTH = "month", gettext_lazy("Month")
    YEAR = "year", gettext_lazy("Year")


class Article(models.Model):
    """One text as one publisher printed it.

    ``text`` is normalised and keeps every block; every position of every
    statement refers to it, so it never changes once a statement stands in it
    (the database refuses). A changed page becomes a new article that
    ``replaces`` this one.
    """

    Precision = ArticlePrecision

    public_id = models.CharField(max_length=16, unique=True, db_index=False)
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    publisher = models.ForeignKey(
        Publisher, null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    address = models.CharField(
        max_length=2000,
        blank=True,
        validators=[fits_an_index],
        help_text=gettext_lazy("Where the publisher printed it."),
    )
    language = models.CharField(max_length=35, blank=True, help_text=gettext_lazy("BCP 47 tag."))
    published = models.DateField(null=True, blank=True)
    published_precision = models.CharField(max_length=8, choices=Precision, blank=True)
    published_basis = models.CharField(
        max_length=32, blank=True, help_text=gettext_lazy("Where the date stood.")
    )
    opening = models.CharField(
        max_length=100, editable=False, help_text=gettext_lazy("The first words of the body.")
    )
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    cleaner_version = models.CharField(max_length=32)
    extractor_version = models.CharField(max_length=32)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    superseded = models.BooleanField(default=False, help_text=gettext_lazy("A newer version replaces it."))
    mentions = models.ManyToManyField(Country, blank=True, related_name="mentioned_in")
    ingested_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-ingested_at", "-id"]
        constraints = [
            not_blank("text", "article"),
            not_blank("public_id", "article"),
            sha256("text_sha256", "article"),
            models.CheckConstraint(
                condition=(
                    Q(published__isnull=True, published_precision="", published_basis="")
                    | Q(published__isnull=False, published_precision__in=["day", "month", "year"])
                    & ~Q(published_basis="")
                ),
                name="article_published_with_precision_and_basis",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=models.F("id")),
                name="article_replaces_another",
            ),
            models.UniqueConstraint(
                fields=["original", "text_sha256"], name="article_once_per_original_and_text"
            ),
        ]
        indexes = [
            models.Index(fields=["address"], name="article_address", condition=~Q(address="")),
            models.Index(fields=["published", "id"], name="article_published"),
            models.Index(fields=["title"], name="article_title"),
            models.Index(fields=["-id"], name="article_superseded", condition=Q(superseded=True)),
            models.Index(
                fields=["publisher", "published"], name="article_coverage", condition=Q(superseded=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"“{self.opening}…”"

    def get_absolute_url(self) -> str:
        return address_of("article-detail", self.public_id)

    @property
    def web_address(self) -> str:
        """The address if it may stand in a link, else empty."""
        return self.address if is_web_address(self.address) else ""

    def body(self) -> str:
        """The unmarked paragraphs, joined."""
        marks = tuple(MarkedBlock(b.start, b.end, b.reason) for b in self.blocks.all() if b.active)
        return PARAGRAPH_BREAK.join(self.text[s:e] for s, e in unmarked_paragraphs(self.text, marks))


# Why a stretch is left out that a person marked, in every article in which it stands.
BOILERPLATE = "boilerplate"


class Block(models.Model):
    """A stretch of the text marked as not the article's own. A curator can unmark it.

    ``BOILERPLATE`` that a person marked leaves out the same words of every text that is read from then on.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="blocks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=64)
    active = models.BooleanField(default=True, help_text=gettext_lazy("Off when a curator has unmarked it."))

    class Meta:
        ordering = ["article_id", "start"]
        constraints = [
            span("block"),
            not_blank("reason", "block"),
            models.UniqueConstraint(fields=["article", "start", "end"], name="block_once"),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.start}–{self.end}"
