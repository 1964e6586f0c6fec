"""Every address of the site, read from the resolver, and an archive in which each of them answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from statements.models import Edit, ImportOutcome, ImportRun, Original, Proposal, User
from statements.models.article import path_of
from statements.provenance import sha256_of
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    OfficeFactory,
    OriginalFactory,
    PublisherFactory,
    SourceErrorFactory,
    UserFactory,
    make_statement,
)

ROLES = ("anonymous", "reader", "curator", "administrator")


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, space: str = "", prefix: str = ""
) -> Iterator[str]:
    """Each address once: by its name with its namespace, or by its route where it has no name."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}" if one.name else route
        else:
            yield from routes(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space, route)


def make_user(role: str, **fields: object) -> User:
    """An account as each role has it: a curator is staff and in the migration's group."""
    user = UserFactory(
        is_staff=role in ("curator", "administrator"), is_superuser=role == "administrator", **fields
    )
    if role == "curator":
        user.groups.add(Group.objects.get(name="curators"))
    return user


def make_client(user: User | None, **options: object) -> Client:
    client = Client(**options)
    if user:
        client.force_login(user)
    return client


def fill_archive() -> dict[str, str]:
    """One of everything; gives the address of each route that needs arguments."""
    page = b"<p>The minister said that peace is near.</p>"
    original = OriginalFactory(sha256=sha256_of(page.decode()), media_type="text/html", size=len(page))
    keep_bytes(original, page)
    article = ArticleFactory(
        text="Share\n\nThe minister said that peace is near.",
        original=original,
        publisher=PublisherFactory(slug="the-paper"),
        dated=True,
    )
    BlockFactory(article=article, start=0, end=5, reason="share bar")
    statement = make_statement(
        "peace is near", article=article, country="TR", about=["AM"], said=date(2020, 7, 16)
    )
    speaker = statement.attributions.get().speaker
    OfficeFactory(speaker=speaker)
    run = ImportRun.objects.create(pipeline_version="1")
    outcome = ImportOutcome.objects.create(run=run, location="a.txt", result="held", reason="empty")
    user = UserFactory(username="grace")
    edit = Edit.objects.create(
        record="statement", record_id=statement.pk, field="kind", old="direct", new="indirect", who=user
    )
    proposal = Proposal.objects.create(
        record="statement", record_id=statement.pk, field="kind", current="indirect", value="mixed"
    )
    Proposal.objects.create(
        record="speaker", record_id=speaker.pk, field="source", current="a book", value="a gazette"
    )
    error = SourceErrorFactory(statement=statement)
    rows = (
        original,
        article,
        statement,
        speaker,
        speaker.country,
        article.publisher,
        run,
        outcome,
        edit,
        proposal,
        error,
        user,
    )
    public = {
        "statement-detail": statement.get_absolute_url(),
        "statement-cite": reverse("statement-cite", args=[statement.public_id, "bib"]),
        "statement-verify": reverse("statement-verify", args=[statement.public_id]),
        "statement-export": reverse("statement-export", args=["csv"]),
        **{
            f"{name}-export": reverse(f"{name}-export", args=["csv"])
            for name in ("article", "speaker", "country", "publisher", "matrix")
        },
        "statement-annotation": reverse("statement-annotation", args=[statement.public_id]),
        "article-annotations": reverse("article-annotations", args=[article.public_id]),
        "sitemap-section": reverse("sitemap-section", args=["statements"]),
        "country-detail": reverse("country-detail", args=["TR"]),
        "country-pair": reverse("country-pair", args=["TR", "AM"]),
        "speaker-detail": speaker.get_absolute_url(),
        "article-detail": article.get_absolute_url(),
        "article-original": reverse("article-original", args=[article.public_id]),
        "article-text": reverse("article-text", args=[article.public_id]),
        "publisher-detail": reverse("publisher-detail", args=["the-paper"]),
    }
    review = review_addresses(statement.public_id, article.public_id, speaker.slug)
    return public | review | admin_addresses({row._meta.model_name: row.pk for row in rows}, statement)


def review_addresses(statement: str, article: str, speaker: str) -> dict[str, str]:
    """The workbench's addresses that need arguments."""
    arguments = {
        "review-undo": [UUID(int=1)],
        "review-queue": ["all"],
        "review-look-up": ["speakers"],
        "review-statement": ["all", statement],
    }
    arguments |= {f"review-{name}": [article] for name in ("date", "add", "accept-all", "boilerplate")}
    of_speaker = [
        "settle",
        "speaker",
        "speaker-statements",
        "speaker-log",
        "merge",
        "unmerge",
        "speaker-edit",
    ]
    arguments |= {f"review-{name}": [speaker] for name in of_speaker}
    return {name: reverse(name, args=given) for name, given in arguments.items()}


def keep_bytes(original: Original, content: bytes) -> None:
    path = path_of(original.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def admin_addresses(keys: dict[str, int], statement: object) -> dict[str, str]:
    of_statements = ContentType.objects.get_for_model(statement)
    addresses = {
        "admin:autocomplete": reverse("admin:autocomplete")
        + "?app_label=statements&model_name=attribution&field_name=speaker&term=a",
        "admin:view_on_site": reverse("admin:view_on_site", args=[of_statements.pk, keys["statement"]]),
        "admin:app_list": reverse("admin:app_list", args=["statements"]),
        "admin:auth_user_password_change": reverse("admin:auth_user_password_change", args=[keys["user"]]),
        "admin/(?P<url>.*)$": "/admin/nothing-here/",
    }
    for model, pk in keys.items():
        for view in ("history", "delete", "change"):
            name = f"admin:statements_{model}_{view}"
            addresses[name] = reverse(name, args=[pk])
        addresses[f"admin/statements/{model}/<path:object_id>/"] = f"/admin/statements/{model}/{pk}/"
    return addresses


def address_of(route: str, addresses: dict[str, str]) -> str:
    return addresses.get(route) or reverse(route)
