"""All interface text can be translated, and nothing else is taken for it."""

from __future__ import annotations

import ast
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import Tag
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from archive.settings import languages
from statements.diffs import diffs_of, label_of
from statements.labels import FIELDS, RECORDS
from statements.logged_fields import EDITABLE
from statements.models import Article, Edit, Speaker, Statement, User
from tests.browser.pages import ERRORS, PAGES, REVIEW_PAGES, fill_archive
from tests.conftest import SEEDS
from tests.translating import LETTER, in_brackets, outside, page_of, unmarked

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"


# --- the sources of the templates -----------------------------------------------------------


ALL_TEMPLATES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("template", ALL_TEMPLATES)
def test_every_visible_text_of_a_template_is_marked(template: str) -> None:
    assert not unmarked((TEMPLATES / template).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Said</p>", ["Said"]),
        ("<p>{{ n }} of them</p>", ["of them"]),
        ('<p>{% translate "Said" %}</p>', []),
        ("{% blocktranslate %}{{ n }} of <b>them</b>{% endblocktranslate %}", []),
        ('<img alt="Map">', ['alt="Map"']),
        ('<input aria-label="{% translate "Map" %}" value="Map">', []),
        ('<input type="submit" value="Go">', ['value="Go"']),
        ('<datalist><option value="A plan."></datalist>', ['value="A plan."']),
        ('<b data-left="Left as it was."></b>', ['data-left="Left as it was."']),
        ("{{ n }} word{{ n|pluralize }}", ["word", "|pluralize"]),
        ('{{ name|default:"nobody" }}', ["nobody"]),
        ('{{ name|default:_("nobody") }}', []),
        ('{{ day|date:"j M Y" }}{{ day|date:"c" }}', ["j M Y"]),
        ('<a href="?at={{ day|default:"none" }}">{{ day }}</a>', []),
        ('{% include "a/b.html" with label="words" id="words" %}', ["words"]),
        ('{% include "a/b.html" with label=_("Words") value="" %}', []),
        ('{% firstof name "none" %}', ["none"]),
        ('{% if kind == "Some kind" %}<kbd>A</kbd> <code>ls</code>{% endif %} – Chancery', []),
        ("{# A remark #}{% comment %}{% endcomment %}<!-- and one -->", []),
        ('{% translate "For" context "a country" %}', []),
    ],
)
def test_unmarked_text_is_found(source: str, found: list[str]) -> None:
    assert unmarked(source) == found


# --- the sources of the code ------------------------------------------------------------------


ALL_CODE = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "statements").rglob("*.py"))


def refused_unmarked(source: str) -> list[str]:
    """Reasons for refusing something that stand in code outside `gettext`.

    A name that is refused with was marked where it was set: what holds no
    literal is passed over.
    """
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    marking = [one for one in calls if "gettext" in name_of(one) or name_of(one) == "_"]
    marked = {id(inner) for one in marking for inner in ast.walk(one)}
    return [
        inner.value
        for call in calls
        if name_of(call) in ("ValidationError", "add_error")
        for one in call.args
        for inner in ast.walk(one)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and id(inner) not in marked
        if " " in inner.value and LETTER.search(inner.value)
    ]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("path", ALL_CODE)
def test_every_reason_for_refusing_something_is_marked(path: str) -> None:
    assert not refused_unmarked((ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('raise ValidationError("Say why.")', ["Say why."]),
        ('raise ValidationError(f"No {name} here.", code="gone")', ["No ", " here."]),
        ('raise ValidationError({"why": "Say why."})', ["Say why."]),
        ('form.add_error("why", "Say why.")', ["Say why."]),
        ('raise ValidationError(gettext("Say why."))', []),
        ('raise ValidationError(gettext("No %(name)s here.") % {"name": ", ".join(names)})', []),
        ("raise ValidationError(told % {'name': name})", []),
    ],
)
def test_unmarked_reasons_are_found(source: str, found: list[str]) -> None:
    assert refused_unmarked(source) == found


def test_choices_and_help_texts_of_our_models_are_marked() -> None:
    fields = [
        field
        for model in apps.get_app_config("statements").get_models()
        if model is not User
        for field in model._meta.fields
    ]
    with in_brackets():
        texts = {str(label) for field in fields for _value, label in field.choices or ()}
        texts |= {str(field.help_text) for field in fields if field.help_text}
    assert len(texts) > 60
    assert [text for text in sorted(texts) if not text.startswith("⟦")] == []


# --- pages in a language of brackets -------------------------------------------------------------


# Pictures in Django's admin that it does not translate itself.
OF_DJANGO = {"true", "false", "search"}
# Elements that hold what was printed, typed or recorded.
DATA = (
    "bdi, blockquote, meta[name=description], .sheet, .text, .words, del, ins, textarea, select[name=other], "
    ".hash, td, th[class], .readonly"
)
# English for every reader, and so are the files of which they are.
CITATIONS = ".citation, .files textarea"
# Between names and words of a list: "Ann Lee, person; minister (Russia)"; and round values in JSON.
BETWEEN = re.compile(r"""[\s.]*[\d,;:·()“”…→–|\[\]{}"]+[\s.]*""")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z-]+")
HASH_OR_ID = re.compile(r"\w*\d\w*")
MASKED = re.compile(r"\w+\*+")  # as the admin shows a password's hash
ENDS = " .,;:…“”–›"


@pytest.fixture
def administrator(client, db) -> User:
    administrator = User.objects.create_superuser("root", password="a-long-password")
    client.force_login(administrator)
    return administrator


def stored_texts() -> set[str]:
    """Every text that the database holds, but for fields of which people read the choice's label."""
    found: set[str] = set()
    for model in (Group, *apps.get_app_config("statements").get_models(include_auto_created=True)):
        fields = [field for field in model._meta.fields if not field.choices]
        for row in model._default_manager.values_list(*(field.attname for field in fields)):
            found.update(text for value in row for text in texts_in(value))
    return found


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, " ".join(value.split()))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in texts_in(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts_in(one))


def english(html: str, typed: Iterable[str] = ()) -> list[str]:
    """What a page says outside brackets that is neither data nor typed."""
    known = {text.casefold().strip(ENDS) for text in (*stored_texts(), *typed)}
    everything = "\n".join(known)
    page = page_of(html)
    for one in page.select(CITATIONS):
        one.decompose()
    texts = [(text.casefold().strip(ENDS), one) for text, one in outside(page)]
    return [
        text
        for text, element in texts
        if not all(part in known for part in parts_of(text, known))
        and not (is_part_of(everything, text) and (HASH_OR_ID.fullmatch(text) or is_inside(element)))
    ]


def parts_of(text: str, known: set[str]) -> list[str]:
    """The names and words of a list; a text that is stored whole is one."""
    if text in known or MEDIA_TYPE.fullmatch(text) or MASKED.fullmatch(text):
        return []
    return [part for part in BETWEEN.split(text) if LETTER.search(part)]


def is_part_of(everything: str, text: str) -> bool:
    """Whether a text is stored as it stands, or in pieces with "…" between them."""
    return all(piece.strip(ENDS) in everything for piece in text.split("…"))


def is_inside(element: Tag) -> bool:
    return any(one.css.match(DATA) for one in (element, *element.parents) if one.parent)


def shown(client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code in (200, 404, 410, 422), address
    return response.content.decode()


@pytest.fixture
def filled(administrator, originals):
    return fill_archive("http://testserver")


def test_the_archive_says_nothing_but_data_in_english(client, filled) -> None:
    call_command("ingest", str(SEEDS), stdout=StringIO())
    addresses = [path.format(**filled.names) for paths in PAGES.values() for path in paths]
    with in_brackets():
        found = {one: found for one in addresses if (found := english(shown(client, one), asked(one)))}
    assert found == {}


def asked(address: str) -> list[str]:
    """What an address asks for, and so the page says again."""
    values = [value for _name, value in parse_qsl(urlsplit(address).query)]
    return values + [word for value in values for word in re.split(r"[\s:]+", value)]


def test_the_workbench_says_nothing_but_data_in_english(client, filled) -> None:
    speakers = [one.slug for one in Speaker.objects.current().order_by("pk")[:2]]
    one = Statement.objects.listed().filter(review_state="machine").earliest("pk")
    addresses = [path.format(**filled.names) for path in REVIEW_PAGES.values()]
    addresses += [f"/review/queue/{name}/" for name in ("proposals", "speaker", "dates", "unsure")]
    addresses += [
        "/review/names/?of=sources",
        "/review/records/?speaker=anna-speaker",
        f"/review/speakers/{speakers[0]}/merge/?into={speakers[1]}",
        f"/review/speakers/{speakers[0]}/merge/?into=nobody",
        f"/review/move/?speaker={speakers[0]}&to={speakers[1]}",
        f"/review/move/?of={one.attributions.get().pk}&to=nobody",
    ]
    with in_brackets():
        assert {address: found for address in addresses if (found := english(shown(client, address)))} == {}


def test_answers_of_the_workbench_are_translated(client, filled) -> None:
    one = Statement.objects.listed().filter(review_state="machine").earliest("pk")
    desk = f"/review/queue/all/{one.public_id}/"
    add = "/review/articles/{article}/add/".format(**filled.names)
    sent = [
        (desk, {"do": "accept"}),  # has seen no version
        (desk, {"do": "accept", "version": "", "words": "nothing so"}),
        (add, {"words": "nothing so", "kind": "direct"}),
        (add, {}),
        ("/review/articles/{article}/date/".format(**filled.names), {"published": "last week"}),
        ("/review/records/", {"keep": ""}),
        ("/review/records/", {"keep": "all", "shown": ["1", "2"]}),
        ("/review/names/anna-speaker/", {"same": "nobody"}),
        ("/review/new-speaker/", {"speaker": "anna-speaker", "name": "…", "spoken_for": "Nowhere"}),
        ("/review/speakers/anna-speaker/names/", {}),
    ]
    with in_brackets():
        for address, fields in sent:
            page = client.post(address, fields, follow=True).content.decode()
            typed = [one for value in fields.values() for one in texts_in(value)]
            assert english(page, typed) == [], (address, fields)


def test_the_verify_page_and_errors_say_nothing_but_data_in_english(client, filled) -> None:
    one = Statement.objects.listed().earliest("pk")
    addresses = [f"{one.get_absolute_url()}verify/", "/nothing-here/"]
    addresses.append(Statement.objects.get(public_id=filled.names["withdrawn"]).get_absolute_url())
    with in_brackets():
        for address in addresses:
            assert english(shown(client, address)) == [], address
        for name in ERRORS:
            until = datetime.datetime(2020, 7, 16, 12, tzinfo=datetime.UTC)
            page = render_to_string(f"{name}.html", {"minutes": 3, "until": until})
            assert english(page) == [], name


def test_the_seeds_read_and_verified_are_data_and_brackets(client, administrator, originals) -> None:
    call_command("ingest", str(SEEDS), stdout=StringIO())
    with in_brackets():
        for one in Statement.objects.listed().order_by("article", "pk")[::9]:
            assert english(shown(client, f"/review/queue/all/{one.public_id}/")) == []
            assert english(shown(client, one.get_absolute_url())) == []
            assert english(shown(client, f"{one.get_absolute_url()}verify/")) == []
        for article in Article.objects.current():
            assert english(shown(client, article.get_absolute_url())) == []
        dating = reverse("review-date", args=[Article.objects.current().filter(published=None)[0].public_id])
        page = client.post(dating, {"published": "2020-07"}, follow=True).content.decode()
        assert "⟦The article is dated" in page
        assert english(page) == []


def test_the_admin_says_nothing_but_data_in_english(client, filled) -> None:
    found = {}
    with in_brackets():
        for model in apps.get_app_config("statements").get_models():
            name = model._meta.model_name
            if model not in admin.site._registry:
                continue
            first = model._default_manager.order_by("pk").first()
            addresses = [f"/admin/statements/{name}/"]
            addresses += [f"/admin/statements/{name}/{first.pk}/change/"] if first else []
            for address in addresses:
                if here := set(english(shown(client, address))) - OF_DJANGO:
                    found[address] = here
    assert found == {}


EDITS = [
    ("statement", "kind", "direct", "indirect", "kind", "direct", "indirect"),
    ("statement", "medium", "", "post", "medium", "–", "social media post"),
    (
        "utterancepair",
        "verdict",
        "same",
        "apart",
        "one act of speaking or two",
        "one act of speaking",
        "two acts of speaking",
    ),
    ("speaker", "provisional", True, False, "provisional", "yes", "no"),
    ("statement", "attribution 1: role", "", "minister", "speaker 2: role", "–", "minister"),
    ("statement", "cue_lemma", "say", "tell", "cue lemma", "say", "tell"),
    (
        "statement",
        "review_state",
        {"state": "machine", "reason": ""},
        {"state": "rejected", "reason": "No words"},
        "review",
        "not yet reviewed",
        "Rejected: No words",
    ),
]


@pytest.mark.parametrize(("record", "field", "old", "new", "label", "before", "after"), EDITS)
def test_edits_are_told_in_words_that_can_be_translated(
    record: str, field: str, old: object, new: object, label: str, before: str, after: str
) -> None:
    edit = Edit(record=record, record_id=0, field=field, old=old, new=new)
    [diff] = diffs_of([edit])
    assert (diff.label, diff.before, diff.after) == (label, before, after)
    typed = {"–", "minister", "say", "tell"}
    with in_brackets():
        [diff] = diffs_of([edit])
        assert diff.label.startswith("⟦")
        assert all(said in typed or said.startswith("⟦") for said in (diff.before, diff.after))


def test_all_that_the_log_calls_a_field_has_a_name() -> None:
    fields = {(type_.__name__.lower(), name) for type_, names in EDITABLE.items() for name in names}
    fields |= {("statement", name) for name in ("words", "attributions", "review_state", "said", "found")}
    fields |= {("article", "date"), ("speaker", "names"), ("speaker", "merged_into"), ("speaker", "created")}
    with in_brackets():
        unnamed = {one for one in fields if not label_of(one[1], one[0]).startswith("⟦")}
    assert unnamed == set()


def test_the_pseudo_language_itself_is_no_language_of_the_archive() -> None:
    with in_brackets():
        assert translation.gettext("Accepted.") == "⟦Accepted.⟧"
        assert translation.pgettext("key", "accept") == "⟦accept⟧"
        assert translation.npgettext("statements", "in %(count)s article", "in %(count)s articles", 2) == (
            "⟦in %(count)s articles⟧"
        )
    assert translation.gettext("Accepted.") == "Accepted."


# --- names of records and fields ---------------------------------------------------------------


def test_records_and_fields_have_names_to_translate() -> None:
    """Those that Django made of the models' own, and no others."""
    models_of_ours = [one for one in apps.get_app_config("statements").get_models() if one is not User]
    records = {
        str(name)
        for one in models_of_ours
        for name in (one._meta.verbose_name, one._meta.verbose_name_plural)
    }
    fields = {
        str(field.verbose_name)
        for one in models_of_ours
        for field in (*one._meta.fields, *one._meta.many_to_many)
        if not field.primary_key
    }
    assert records == RECORDS.keys()
    assert fields == FIELDS.keys()
    assert all(str(name) == said for said, name in (RECORDS | FIELDS).items())


# --- catalogues ----------------------------------------------------------------------------------


def test_a_language_is_there_once_its_catalogue_is(tmp_path: Path) -> None:
    assert languages(tmp_path) == [("en", "English")]
    for name in ("fr", "pt_BR", "xx"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / "django.mo").touch()
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    assert languages(tmp_path) == [
        ("en", "English"),
        ("fr", "français"),
        ("pt-br", "Português Brasileiro"),
        ("xx", "xx"),
    ]


WITHOUT_GETTEXT = "makemessages was not tried: apt-get install gettext"


@pytest.mark.skipif(not shutil.which("xgettext") or not shutil.which("msgfmt"), reason=WITHOUT_GETTEXT)
def test_a_translator_finds_the_texts_and_readers_find_the_translation(tmp_path: Path) -> None:
    """The three commands of docs/translating.md, in a copy of the archive."""
    for folder in ("archive", "statements", "templates", "static"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "locale")
        )
    shutil.copy(ROOT / "manage.py", tmp_path)
    manage(tmp_path, "makemessages", "--locale", "de", "--no-obsolete")
    catalogue = tmp_path / "statements" / "locale" / "de" / "LC_MESSAGES" / "django.po"
    wanted = catalogue.read_text(encoding="utf-8")
    for said in ("Accepted.", "The archive does not understand this request.", "Least certain", "l j F Y"):
        assert f'msgid "{said}"' in wanted
    assert 'msgctxt "key"\nmsgid "accept"\n' in wanted
    assert "fuzzy" not in wanted.partition("\n\n")[2]
    catalogue.write_text(
        wanted.replace('msgid "Not here"\nmsgstr ""', 'msgid "Not here"\nmsgstr "Nicht hier"'),
        encoding="utf-8",
    )
    manage(tmp_path, "compilemessages", "--locale", "de")
    told = manage(tmp_path, "shell", "-v0", "-c", TRIED)
    assert json.loads(told.splitlines()[-1]) == [True, False, "de", "Accept-Language"]


TRIED = """
import json
from django.conf import settings
from django.test import Client
settings.DEBUG, settings.ALLOWED_HOSTS = False, ["testserver"]
german, english = (Client(headers={"accept-language": one}).get("/nothing-here/") for one in ("de", "en"))
told = ["Nicht hier" in german.content.decode(), "Nicht hier" in english.content.decode()]
print(json.dumps([*told, german["Content-Language"], german["Vary"]]))
"""


def manage(folder: Path, *arguments: str) -> str:
    environment = {
        **os.environ,
        "DEBUG": "true",
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": "sqlite:///:memory:",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_with_english_alone_pages_vary_by_no_language(client, db) -> None:
    response = client.get("/nothing-here/")
    assert "Accept-Language" not in response.headers.get("Vary", "")
    assert "Content-Language" not in response.headers
