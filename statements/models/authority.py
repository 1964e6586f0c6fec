"""Authority records: one identity and its names."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy, pgettext_lazy

from statements.addresses import address_of
from statements.folding import fold
from statements.models.constraints import not_blank, one_of
from statements.models.fields import StringListField

FOLDED_LENGTH = 200  # characters


def folded_name(name: str) -> str:
    """The folded name as far as its column holds it: one letter may fold into many ("ﷺ")."""
    return fold(name)[:FOLDED_LENGTH]


class CountryKind(models.TextChoices):
    STATE = "state", pgettext_lazy("kind of country", "State")
    ORGANISATION = "organisation", gettext_lazy("international organisation")
    TERRITORY = "territory", gettext_lazy("Territory")
    HISTORICAL = "historical", gettext_lazy("historical state")


class Country(models.Model):
    """A state, an international organisation that speaks, or a territory."""

    Kind = CountryKind

    code = models.CharField(
        max_length=8, unique=True, help_text=gettext_lazy("ISO 3166-1 alpha-2 where there is one.")
    )
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.STATE)
    adjective = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, default="unverified")

    class Meta:
        ordering = ["name", "code"]
        verbose_name_plural = gettext_lazy("countries")
        constraints = [
            one_of("kind", CountryKind, "country"),
            not_blank("name", "country"),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z0-9]{2,8}$"), name="country_code_upper_case"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("country-detail", self.code)


class CountryNameUse(models.TextChoices):
    NAME = "name", gettext_lazy("Name")
    DEMONYM = "demonym", gettext_lazy("Demonym")
    CAPITAL = "capital", gettext_lazy("Capital")
    METONYM = "metonym", gettext_lazy("Metonym")


class CountryName(models.Model):
    """One name of a country, and what kind of name it is."""

    Use = CountryNameUse

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    use = models.CharField(max_length=16, choices=Use)
    folded = models.CharField(max_length=FOLDED_LENGTH, editable=False, db_index=True)

    class Meta:
        ordering = ["country_id", "use", "text"]
        constraints = [
            one_of("use", CountryNameUse, "countryname"),
            not_blank("text", "countryname"),
            models.UniqueConstraint(fields=["country", "text", "use"], name="countryname_once"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        self.folded = folded_name(self.text)
        super().save(*args, **kwargs)


class SpeakerKind(models.TextChoices):
    PERSON = "person", gettext_lazy("Person")
    INSTITUTION = "institution", gettext_lazy("Institution")
    GOVERNMENT = "government", gettext_lazy("Government")
    JOINT = "joint", gettext_lazy("joint speakers")
    UNNAMED = "unnamed", gettext_lazy("unnamed role")
    ANONYMOUS = "anonymous", gettext_lazy("anonymous source")


class SpeakerQuerySet(models.QuerySet):
    def current(self) -> SpeakerQuerySet:
        """Those that are not merged into another."""
        return self.filter(merged_into__isnull=True)


class Speaker(models.Model):
    """A person, institution or government that speaks."""

    Kind = SpeakerKind

    slug = models.SlugField(max_length=120, unique=True, db_index=False)
    kind = models.CharField(max_length=16, choices=Kind)
    preferred_name = models.CharField(max_length=200)
    folded = models.CharField(max_length=FOLDED_LENGTH, editable=False, db_index=True)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="speakers"
    )
    provisional = models.BooleanField(
        default=False,
        help_text=gettext_lazy(
            "Made by an import from a name it did not know; a curator has not looked yet."
        ),
    )
    source = models.CharField(max_length=200, default="unverified")
    note = models.TextField(blank=True, help_text=gettext_lazy("Public."))
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="merged_from"
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["preferred_name", "slug"]
        constraints = [
            one_of("kind", SpeakerKind, "speaker"),
            not_blank("preferred_name", "speaker"),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id")),
                name="speaker_merged_into_another",
            ),
        ]

    def __str__(self) -> str:
        return self.preferred_name

    def save(self, *args, **kwargs) -> None:
        self.folded = folded_name(self.preferred_name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address_of("speaker-detail", self.slug)


class VariantName(models.Model):
    """Another name or spelling of a speaker."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="variants")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=FOLDED_LENGTH, editable=False, db_index=True)

    class Meta:
        ordering = ["speaker_id", "text"]
        constraints = [
            not_blank("text", "variantname"),
            models.UniqueConstraint(fields=["speaker", "text"], name="variantname_once"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        self.folded = folded_name(self.text)
        super().save(*args, **kwargs)


class Office(models.Model):
    """A dated post. Dates are EDTF (ISO 8601-2), empty where nobody is sure."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="offices")
    title = models.CharField(max_length=200)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="offices"
    )
    start = models.CharField(max_length=32, blank=True)
    end = models.CharField(max_length=32, blank=True)
    source = models.CharField(max_length=200, default="unverified")

    class Meta:
        ordering = ["speaker_id", "start", "title"]
        constraints = [
            not_blank("title", "office"),
            models.UniqueConstraint(fields=["speaker", "title", "start"], name="office_once"),
        ]

    def __str__(self) -> str:
        return self.title


class PublisherKind(models.TextChoices):
    OUTLET = "outlet", gettext_lazy("Outlet")
    AGENCY = "agency", gettext_lazy("news agency")
    OFFICIAL = "official", gettext_lazy("official publisher")


class Publisher(models.Model):
    """Who printed an article, or a news agency that relayed words."""

    Kind = PublisherKind

    slug = models.SlugField(max_length=120, unique=True, db_index=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.OUTLET)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="publishers"
    )
    names = StringListField(default=list, blank=True, help_text=gettext_lazy("Other names, as a JSON list."))
    domains = StringListField(
        default=list, blank=True, help_text=gettext_lazy("Its web domains, as a JSON list.")
    )
    source = models.CharField(max_length=200, default="unverified")

    class Meta:
        ordering = ["name", "slug"]
        constraints = [one_of("kind", PublisherKind, "publisher"), not_blank("name", "publisher")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("publisher-detail", self.slug)
