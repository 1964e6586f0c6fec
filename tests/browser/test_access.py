"""axe finds nothing on any page: light and dark, wide and narrow, with every fold open."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from statements.models import Edit, ImportOutcome, ImportRun, Proposal, Speaker, User
from tests.browser.pages import NO_PAGES, PAGES, REVIEW_ACTIONS, REVIEW_PAGES, opened_page
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VENDOR = Path(__file__).resolve().parent.parent / "vendor"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"

GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": GUIDELINES}
# All that a colour scheme can change.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 800}


@cache
def axe() -> str:
    return (VENDOR / "axe.min.js").read_text("utf-8")


def test_axe_is_the_one_that_was_published() -> None:
    assert hashlib.sha256((VENDOR / "axe.min.js").read_bytes()).hexdigest() == AXE_SHA256
    assert "the terms of the Mozilla Public" in axe()[:500]
    assert (VENDOR / "axe-LICENSE.txt").read_text().startswith("Mozilla Public License, version 2.0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(scheme: str) -> None:
    """What axe cannot tell: words beside a drawn bar, and links on a wash."""
    colours = named_colours(scheme)
    for ink in ("ink", "pencil", "accent", "danger"):
        for ground in ("paper", "leaf", "wash"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["ink"], colours["wash-deep"]) >= 4.5
    assert contrast(colours["accent"], colours["wash-deep"]) >= 4.5
    assert contrast(colours["edge"], colours["paper"]) >= 3


def named_colours(scheme: str) -> dict[str, str]:
    """As variables.css names them; the dark ones are given second."""
    css = (settings.BASE_DIR / "static" / "css" / "variables.css").read_text("utf-8")
    given: dict[str, list[str]] = {}
    for name, colour in re.findall(r"--([a-z-]+): #([0-9a-f]{6});", css):
        given.setdefault(name, []).append(colour)
    return {name: colours[scheme == "dark"] for name, colours in given.items()}


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_kind_of_page_is_walked() -> None:
    routes = {route.name for route in all_routes(get_resolver().url_patterns)}
    public = routes - NO_PAGES - REVIEW_ACTIONS - REVIEW_PAGES.keys()
    assert public == PAGES.keys() - {"not found"}
    assert REVIEW_PAGES.keys() | REVIEW_ACTIONS <= routes


def all_routes(patterns) -> list[URLPattern]:
    """Every route but the admin's."""
    routes = []
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            routes.append(pattern)
        elif pattern.app_name != "admin":
            routes += all_routes(pattern.url_patterns)
    return routes


def find_faults(page, rules: dict) -> list[tuple[str, str]]:
    """What axe finds in the page as it is: the rule, and where it is broken."""
    page.evaluate(axe() + "; 0")  # not a script element: the page's policy would refuse it
    options = json.dumps({"runOnly": rules, "resultTypes": ["violations"], "iframes": False})
    found = page.evaluate(
        f"axe.run(document, {options}).then(({{violations}}) => violations.flatMap("
        "({id, impact, nodes}) => nodes.map(({target}) => [id, impact + ' at ' + target.join(' ')])))"
    )
    return [(rule, where) for rule, where in found]


@pytest.mark.timeout(300)
def test_axe_finds_nothing_on_any_page(browser, archive) -> None:
    faults = []
    with opened_page(browser, viewport=WIDE) as page:
        for address in archive.addresses:
            page.goto(address)
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
            faults += [(address, *fault) for fault in find_faults(page, EVERYTHING)]
            page.emulate_media(color_scheme="dark")
            faults += [(f"{address} in the dark", *fault) for fault in find_faults(page, COLOURS)]
            page.set_viewport_size(NARROW)
            faults += [(f"{address} narrow, in the dark", *fault) for fault in find_faults(page, EVERYTHING)]
            page.set_viewport_size(WIDE)
            page.emulate_media(color_scheme="light")
    assert faults == [] and page.complaints == []


# --- the admin -----------------------------------------------------------------------

# Faults of Django's own admin, by page; anything else is ours.
ROWS_OF_FIELDS = {"label", "label-title-only", "empty-table-header"}  # only the columns are named
LOOK_UPS = {"label", "aria-input-field-name", "list"}  # of the select2 that Django brings along
SEARCH = {"label-title-only"}  # Django's label of the field is a picture
KNOWN = {
    "statement form": ROWS_OF_FIELDS | LOOK_UPS,
    "statement list": LOOK_UPS,
    "article list": LOOK_UPS,
    "article form": ROWS_OF_FIELDS,
    "speaker form": ROWS_OF_FIELDS,
    "country form": ROWS_OF_FIELDS,
    "publisher form": LOOK_UPS,
}


@pytest.fixture
def curator(settings, archive) -> dict[str, str]:
    """The cookie of somebody logged in who may do everything, as a browser takes it by plain HTTP."""
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE = "session", False
    client = Client()
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return {"name": "session", "value": client.cookies["session"].value, "url": archive.url}


def admin_pages(archive) -> dict[str, str]:
    """The first page, and a list and a form of each kind of record."""
    run = ImportRun.objects.create(command="ingest " + "long/" * 40)
    outcome = ImportOutcome.objects.create(run=run, location="long" * 60, result="held", reason="too long")
    edited = {"record": "statement", "record_id": archive.statement.pk, "field": "act"}
    Edit.objects.create(**edited, old="states", new="warns", who=User.objects.get(is_superuser=True))
    Proposal.objects.create(**edited, current="warns", value="denies", machine="extractor 9")
    records = {type(record): record for record in (archive.statement, archive.article, run, outcome)}
    records[Speaker] = archive.statement.attributions.get().speaker
    pages = {"index": "/admin/", "password": reverse("admin:password_change")}
    for model in admin.site._registry:
        name = model._meta.model_name
        record = records.get(model) or model._default_manager.first()
        pages[f"{name} list"] = reverse(f"admin:{model._meta.app_label}_{name}_changelist")
        pages[f"{name} form"] = reverse(f"admin:{model._meta.app_label}_{name}_change", args=[record.pk])
    return pages


@pytest.mark.timeout(300)
def test_axe_finds_nothing_new_in_the_admin(browser, archive, curator) -> None:
    faults = {}
    with opened_page(browser, viewport=WIDE) as page:
        for name, path in {"log-in": "/admin/login/", **admin_pages(archive)}.items():
            page.goto(archive[path])
            found = find_faults(page, EVERYTHING)
            page.emulate_media(color_scheme="dark")
            page.wait_for_function("() => document.getAnimations().length === 0")  # the admin fades colours
            found += find_faults(page, COLOURS)
            page.emulate_media(color_scheme="light")
            faults[name] = [fault for fault in found if fault[0] not in SEARCH | KNOWN.get(name, set())]
            for size in (NARROW, WIDE):
                page.set_viewport_size(size)
                width = page.evaluate("document.documentElement.scrollWidth")
                faults[name] += [("too wide", width)] if width > size["width"] else []
            page.context.add_cookies([curator])
    assert {name: found for name, found in faults.items() if found} == {}


# --- the workbench -------------------------------------------------------------------


@pytest.mark.timeout(300)
def test_axe_finds_nothing_in_the_workbench(browser, archive, curator) -> None:
    faults = {}
    with opened_page(browser, viewport=WIDE) as page:
        page.context.add_cookies([curator])
        for name, path in REVIEW_PAGES.items():
            page.goto(archive[path.format(**archive.names)])
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
            faults[name] = find_faults(page, EVERYTHING)
            page.emulate_media(color_scheme="dark")
            faults[name] += find_faults(page, COLOURS)
            page.emulate_media(color_scheme="light")
            page.set_viewport_size(NARROW)
            faults[name] += find_faults(page, EVERYTHING)
            width = page.evaluate("document.documentElement.scrollWidth")
            faults[name] += [("too wide", str(width))] if width > NARROW["width"] else []
            page.set_viewport_size(WIDE)
        assert {name: found for name, found in faults.items() if found} == {}
        assert page.complaints == []
