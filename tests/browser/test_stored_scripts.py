"""Scripts stored wherever words are stored, and typed wherever a page repeats what was typed: none runs.

Every public page and every page of the admin is opened in Chromium; each
payload would call ``pwn()`` if the browser took it for anything but words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, JSONField, TextField
from django.test import Client, override_settings
from django.urls import resolve, reverse

from statements.citing import FORMATS as CITATION_FORMATS
from statements.exports import FORMATS
from statements.models import Article, Edit, ImportOutcome, ImportRun, Original, Proposal, SourceError
from tests.factories import OriginalFactory, UserFactory
from tests.security.payloads import PAYLOADS
from tests.security.poison import Poisoned, log_change, packed, page_of, poison
from tests.security.routes import keep_bytes, routes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]

# Runs before the page's own, whatever its policy says.
WATCH = """
window.violations = [];
window.pwn = () => { window.pwned = true; };
document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
"""

# What a page holds that the archive never writes.
FOREIGN = """() => {
    const STRANGERS = ['iframe', 'object', 'embed', 'base', 'math', 'video', 'style', 'template', 'plaintext',
        'marquee', 'noscript', 'foreignObject', 'animate'];
    const own = address => /^https?:$/.test(new URL(address, location.origin).protocol);
    const faults = [...window.violations];
    if (window.pwned) faults.push('a payload ran');
    for (const element of document.querySelectorAll('*')) {
        const name = element.localName;
        if (STRANGERS.includes(name) || element.id === 'pwn') faults.push('<' + name + '>');
        if (name === 'script' && !['application/json', 'application/ld+json'].includes(element.type) &&
            !(element.src && new URL(element.src).origin === location.origin))
            faults.push('<script>');
        if (name === 'meta' && element.httpEquiv) faults.push('<meta http-equiv>');
        for (const {name: attribute, value} of element.attributes) {
            if (attribute.startsWith('on')) faults.push(name + ' ' + attribute);
            if (['href', 'src', 'action', 'formaction', 'cite', 'data', 'xlink:href'].includes(attribute) &&
                !own(value)) faults.push(name + ' ' + attribute + '=' + value);
            if (attribute === 'style' && value.includes('pwn')) faults.push(name + ' style=' + value);
            if ((attribute === 'src' || attribute === 'action' || name === 'link' && attribute === 'href') &&
                new URL(value, location.href).origin !== location.origin)
                faults.push(name + ' ' + attribute + '=' + value);
        }
    }
    return faults;
}"""
SHOWN = "document.documentElement.textContent.includes('pwn')"


def typed(payload: str) -> list[str]:
    """Addresses that repeat what was typed."""
    said = urlencode(
        dict.fromkeys(("q", "country", "about", "speaker", "act", "from", "sort", "page"), payload)
    )
    return [
        f"/statements/?{said}",
        f"/speakers/?{said}&kind={quote(payload)}",
        f"/{quote(payload, safe='')}/",
    ]


@contextmanager
def watched_page(browser, url: str, cookies: dict[str, str] | None = None) -> Iterator:
    """A page that notes dialogs, errors and what the console says in ``complaints``."""
    context = browser.new_context(service_workers="block")
    context.add_cookies(
        [{"name": name, "value": value, "url": url} for name, value in (cookies or {}).items()]
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    page.complaints = []
    page.on("dialog", lambda dialog: refuse(page, dialog))
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.on("console", lambda message: note(page, message))
    try:
        yield page
    finally:
        context.close()


def refuse(page, dialog) -> None:
    page.complaints.append(f"{page.url}: {dialog.message}")
    dialog.dismiss()


def note(page, message) -> None:
    if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
        page.complaints.append(f"{page.url}: {message.text}")


def visit(page, addresses: list[str], *, status: tuple[int, ...] = (200,)) -> None:
    """Open each; nothing runs, nothing foreign stands in it, and the payloads are there, as words."""
    for address in addresses:
        answer = page.goto(address)
        assert answer.status in status, address
        assert page.evaluate(FOREIGN) == [], address
        assert page.evaluate(SHOWN), address
    assert page.complaints == []


@pytest.fixture
def root(db):
    names = {"username": PAYLOADS[0], "first_name": PAYLOADS[6], "last_name": PAYLOADS[13]}
    return UserFactory(**names, email=PAYLOADS[7], is_staff=True, is_superuser=True)


@pytest.fixture
def archive(root) -> list[Poisoned]:
    return [poison(number, payloads, root) for number, payloads in enumerate(packed(PAYLOADS))]


def poison_imports(user) -> list[str]:
    """What an import keeps of its inputs; gives the pages of the admin that show it."""
    rows = [user]
    for payloads in packed(PAYLOADS, 1000):
        words = " ".join(payloads)
        run = ImportRun.objects.create(pipeline_version="1", command=words)
        original = OriginalFactory(location=words)
        outcome = ImportOutcome.objects.create(
            run=run, location=words, result="held", reason=words, original=original
        )
        log_change(outcome, words[:200], payloads, user)
        rows += [run, original, outcome, Edit.objects.get(record="importoutcome", record_id=outcome.pk)]
    return [page_of(row, view) for row in rows for view in ("change", "history")]


LISTS = [
    "/", "/matrix/", "/statements/", "/statements/?q=pwn", "/countries/", "/speakers/", "/speakers/?q=pwn",
    "/statements/?q=pwn&country=QA00&about=QB00&speaker=speaker-0&publisher=publisher-0", "/articles/",
    "/coverage/", "/statements/?q=pwn&view=who", "/wording/?q=script+pwn+script+so+script+pwn+script",
    "/wording/?q=a+script+and+pwn+script+so+script+and+pwn+script",
]  # fmt: skip
MODELS = (
    "original", "article", "country", "speaker", "publisher", "statement",
    "importrun", "importoutcome", "edit", "proposal", "sourceerror", "user",
)  # fmt: skip


def public_pages(archive: list[Poisoned]) -> list[str]:
    return [*LISTS, *archive[0].pair_pages(), *(path for poisoned in archive for path in poisoned.pages())]


def admin_pages(archive: list[Poisoned], root) -> list[str]:
    """The imports', the edit log's and the administrator's own pages with all the others."""
    pages = ["/admin/", "/admin/statements/", "/admin/password_change/"]
    pages += [f"/admin/statements/user/{root.pk}/password/"]
    pages += [f"/admin/statements/{model}/" for model in MODELS]
    pages += [f"/admin/statements/{model}/add/" for model in ("country", "speaker", "publisher", "user")]
    pages += [
        f"/admin/statements/{model}/?q=pwn" for model in ("article", "statement", "importoutcome", "edit")
    ]
    for model in (Proposal, SourceError):
        row = model.objects.order_by("pk")[0]
        pages += [page_of(row), page_of(row, "history")]
    pages += poison_imports(root) + archive[0].history_pages()
    return pages + [path for poisoned in archive for path in poisoned.admin_pages()]


def review_pages(archive: list[Poisoned]) -> list[str]:
    pages = ["/review/held/", "/review/records/", "/review/names/", "/review/speakers/merged-0/unmerge/"]
    pages.append("/review/utterances/")
    return pages + [path for poisoned in archive for path in poisoned.review_pages()]


# Nothing that is stored stands there: files, the gate and the way out, answers for machines, refusals.
SHOW_NOTHING = re.compile(
    r"\w+-export|\w+-feed|sitemap(-section)?|robots|statement-annotation|article-annotations|"
    r"statement-cite|article-(original|text)|healthz|readyz|admin/.*|admin:statements_\w+_delete|"
    r"review-(home|queue|undo|date|settle|look-up|utterances-(settle|join))|help-(searching|data)|"
    r"admin:statements_(article|statement|original|importrun|importoutcome|edit|proposal|sourceerror)_add|"
    r"admin:(login|logout|password_change_done|autocomplete|jsi18n|view_on_site)"
)


def test_every_page_of_the_archive_is_opened(archive, root) -> None:
    opened = public_pages(archive) + admin_pages(archive, root) + review_pages(archive)
    names = {resolve(urlsplit(path).path).view_name for path in opened}
    assert names == {route for route in routes() if not SHOW_NOTHING.fullmatch(route)}


# What the archive makes, parses or takes from a table of its own, and no stranger writes.
OWN_FIELDS = {
    "article.public_id", "article.text_sha256", "article.cleaner_version", "article.extractor_version",
    "country.code", "edit.record", "proposal.record", "importrun.pipeline_version", "original.sha256",
    "publisher.slug",
    "speaker.slug", "statement.public_id", "statement.cue_lemma", "statement.extractor_version",
    "statement.keys", "statement.said_edtf", "user.password", "utterance.key",
}  # fmt: skip


def test_every_field_that_holds_words_holds_payloads(archive, root) -> None:
    poison_imports(root)
    harmless = set()
    for model in apps.get_app_config("statements").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField | JSONField) and not field.choices:
                kept = model.objects.values_list(field.name, flat=True)
                if not any("pwn" in str(value) for value in kept):
                    harmless.add(f"{model._meta.model_name}.{field.name}")
    assert harmless == OWN_FIELDS


def test_nothing_stored_runs_on_public_pages(browser, live_server, archive) -> None:
    url = live_server.url
    with watched_page(browser, url) as page:
        visit(page, [url + path for path in public_pages(archive)], status=(200, 410))


# More that must never stand in a link.
NO_ADDRESSES = [
    "javascript:pwn()", "JaVaScRiPt:pwn()", " javascript:pwn()", "java\tscript:pwn()", "\x01javascript:pwn()",
    "javascript://paper.example/%0apwn()", "javascript:pwn()//https://paper.example/", "data:text/html,pwn",
    "data:text/html;base64,cHdu#pwn", "vbscript:pwn()", "view-source:https://pwn.example/", "file:///pwn",
    "blob:https://pwn.example/a", "//pwn.example/", "\\\\pwn.example\\", "https:pwn()", "https://pwn()/",
    "feed:javascript:pwn()", "filesystem:https://pwn.example/", "ftp://pwn.example/", "intent://pwn#Intent;end",
]  # fmt: skip


def put_address(article: Article, address: str, user) -> None:
    """With the edit that tells browsers that what they keep is old."""
    Article.objects.filter(pk=article.pk).update(address=address)
    Edit.objects.create(record="article", record_id=article.pk, field="address", new=address, who=user)


def test_address_that_is_none_of_the_web_is_no_link(browser, live_server, archive, root) -> None:
    article, statement = archive[0].article, archive[0].statement
    pages = [live_server.url + row.get_absolute_url() for row in (article, statement)]
    links = "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin !== location.origin).length"
    with watched_page(browser, live_server.url) as page:
        for address in NO_ADDRESSES + [
            one for one in PAYLOADS if ":" in one and not one.startswith("https:")
        ]:
            put_address(article, address, root)
            for path in pages:
                visit(page, [path])
                assert page.evaluate(links) == 0, (path, address)
        put_address(article, "https://paper.example/pwn", root)
        visit(page, pages[:1])
        assert page.evaluate(links) == 1


def test_files_are_kept_and_not_shown(browser, live_server, archive, originals) -> None:
    """Whatever their words: the browser asks where to put them, and the page before stays."""
    url, article = live_server.url, archive[0].article
    body = " ".join(PAYLOADS).encode()
    Original.objects.filter(pk=article.original_id).update(
        sha256=hashlib.sha256(body).hexdigest(), size=len(body), media_type="text/html"
    )
    keep_bytes(Original.objects.get(pk=article.original_id), body)
    files = [reverse("article-original", args=[article.public_id])]
    files += [reverse("statement-export", args=[ending]) for ending in FORMATS]
    cited = archive[0].statement.public_id
    files += [reverse("statement-cite", args=[cited, ending]) for ending in CITATION_FORMATS]
    with watched_page(browser, url) as page:
        page.goto(f"{url}/healthz")
        for path in files:
            with page.expect_download() as download:
                page.evaluate("path => { location.href = path }", path)
            assert b"pwn" in Path(download.value.path()).read_bytes(), path
            assert page.url == f"{url}/healthz"
        assert page.complaints == []


def test_nothing_typed_runs_on_public_pages(browser, live_server) -> None:
    url = live_server.url
    with watched_page(browser, url) as page:
        for group in packed(PAYLOADS, most=400):
            visit(page, [url + path for path in typed(" ".join(group))[:2]])
            # A path that is not found is not repeated.
            for path in typed(" ".join(group))[2:]:
                assert page.goto(url + path).status == 404
                assert page.evaluate(FOREIGN) == [], path
        assert page.complaints == []


@pytest.fixture
def session(root) -> Iterator[dict[str, str]]:
    """Of an administrator, with cookies that a browser takes by plain HTTP."""
    plain = {"SESSION_COOKIE_NAME": "session", "SESSION_COOKIE_SECURE": False}
    with override_settings(**plain, CSRF_COOKIE_NAME="csrf", CSRF_COOKIE_SECURE=False):
        client = Client()
        client.force_login(root)
        yield {settings.SESSION_COOKIE_NAME: client.cookies["session"].value}


def test_nothing_stored_runs_in_the_admin(browser, live_server, archive, session, root) -> None:
    with watched_page(browser, live_server.url, session) as page:
        visit(page, [live_server.url + path for path in admin_pages(archive, root)])


def test_nothing_stored_runs_in_the_workbench(browser, live_server, archive, session, root) -> None:
    poison_imports(root)
    with watched_page(browser, live_server.url, session) as page:
        visit(page, [live_server.url + path for path in review_pages(archive)])


def test_nothing_runs_in_what_the_admin_adds_by_script(browser, live_server, archive, session) -> None:
    """Names found while typing, and the window for a date."""
    url = live_server.url
    with watched_page(browser, url, session) as page:
        visit(page, [url + page_of(archive[0].statement)])
        page.locator(".select2-selection").first.click()
        page.locator(".select2-search__field").last.fill("script")
        page.locator(".select2-results__option", has_text="pwn").first.wait_for()
        assert page.evaluate(FOREIGN) == []
        page.locator(".select2-results__option", has_text="pwn").first.click()
        assert page.evaluate(FOREIGN) == []
        visit(page, [url + page_of(archive[0].article)])
        page.locator("#calendarlink0").click()
        page.locator("#calendarbox0").wait_for()
        assert page.evaluate(FOREIGN) == []
        assert page.complaints == []
