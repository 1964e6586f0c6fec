"""The admin's lists on archives of any size: as many queries, no full count, nothing long to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.contrib import admin
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements.admin import lists
from statements.admin.lists import MOST_LISTED, FirstRows
from statements.admin.statements import MOST_AT_ONCE
from statements.models import Article, Country, Edit, Original, Publisher, Speaker, Statement
from tests.admin.filled import fill
from tests.factories import (
    ArticleFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
    make_statement,
)

pytestmark = pytest.mark.django_db

MODELS = list(admin.site._registry)
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(UserFactory(username="grace", is_staff=True, is_superuser=True))
    return client


def address_of(model: type, view: str, *arguments: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=arguments)


# What each filter is typed for.
TYPED = {"publisher": Publisher, "speaker": Speaker, "spoken_for": Country, "about": Country}


def lists_of(client: Client, model: type) -> Iterator[str]:
    """Every address of a list that its own page offers: filters, columns to sort by, and a search."""
    address = address_of(model, "changelist")
    page = BeautifulSoup(client.get(address).content, "html.parser")
    yield address
    if page.select("#searchbar"):
        yield f"{address}?q=words"
    for link in page.select("#changelist-filter li a, #result_list th a"):
        if link["href"].startswith("?"):
            yield address + link["href"]
    for select in page.select(".typed-filter select"):
        # A record that is there: the number of none may become one's.
        yield f"{address}?{select['name']}={TYPED[select['name']].objects.first().pk}"


def queries(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return [query["sql"] for query in captured]


@each_model
def test_list_asks_as_many_questions_for_fifty_rows_as_for_one(staff: Client, model: type) -> None:
    fill(1)
    few = model.objects.count()
    asked = {address: len(queries(staff, address)) for address in lists_of(staff, model)}
    fill(49)
    assert model.objects.count() >= few + 49
    for address, number in asked.items():
        assert len(queries(staff, address)) <= number, address


@each_model
def test_no_list_counts_all_its_rows(staff: Client, model: type) -> None:
    fill(3)
    for address in lists_of(staff, model):
        for sql in queries(staff, address):
            if "COUNT(*)" in sql:
                assert f"LIMIT {MOST_LISTED}" in sql, (address, sql)


@each_model
def test_no_list_looks_at_every_row_to_know_what_there_is_to_filter_by(staff: Client, model: type) -> None:
    fill(1)
    for address in lists_of(staff, model):
        for sql in queries(staff, address):
            assert not re.match(r"SELECT DISTINCT [^,]* FROM", sql), (address, sql)


@each_model
def test_nothing_offers_more_than_fifty_to_choose_from(staff: Client, model: type) -> None:
    fill(60)
    addresses = [address_of(model, "changelist")]
    first = model._default_manager.order_by("-pk").first()
    addresses.append(address_of(model, "change", first.pk))
    request = RequestFactory().get("/")
    request.user = UserFactory(is_staff=True, is_superuser=True)
    if admin.site._registry[model].has_add_permission(request):
        addresses.append(address_of(model, "add"))
    for address in addresses:
        page = BeautifulSoup(staff.get(address).content, "html.parser")
        for choice in page.select("select, #changelist-filter ul"):
            assert len(choice.find_all(["option", "li"])) <= 51, (address, choice.get("name"))


@each_model
def test_every_foreign_key_to_many_rows_is_typed_or_read_only(model: type) -> None:
    """With a select Django would load every row of the other table."""
    own = admin.site._registry[model]
    for inline in [own, *(one(model, admin.site) for one in own.inlines)]:
        shown = inline.fields or [name for _, part in inline.fieldsets or () for name in part["fields"]]
        for field in inline.model._meta.get_fields():
            if field.name in shown and (field.many_to_one or field.many_to_many) and field.name != "groups":
                assert field.name in (*inline.autocomplete_fields, *inline.readonly_fields), field


# --- how far a list goes --------------------------------------------------------------


def test_list_goes_no_further_than_its_first_rows_and_says_so(staff: Client, monkeypatch) -> None:
    monkeypatch.setattr(lists, "MOST_LISTED", 3)
    fill(4)
    page = staff.get(address_of(Statement, "changelist"))
    assert "the first 3 statements: search or filter for the others" in " ".join(
        page.content.decode().split()
    )
    assert len(page.context["cl"].result_list) <= 4


def test_short_list_is_counted(staff: Client) -> None:
    fill(2)
    page = staff.get(address_of(Statement, "changelist")).content.decode()
    assert re.search(r"\b2\s+statements", page)
    assert "search or filter" not in page


def test_counted_in_whatever_order() -> None:
    fill(3)
    assert FirstRows(Statement.objects.order_by("said_sort"), 2).count == 3
    assert FirstRows(Speaker.objects.filter(variants__text__contains="Variant").distinct(), 2).count == 3


# --- filters --------------------------------------------------------------------------


def listed(client: Client, **parameters: object) -> list[str]:
    page = client.get(address_of(Statement, "changelist"), parameters)
    assert page.status_code == 200
    return [statement.words for statement in page.context["cl"].result_list]


@pytest.fixture
def three_statements() -> dict[str, Statement]:
    paper = PublisherFactory(slug="the-paper")
    article = ArticleFactory(text="It was said that one is so. It was said that two is so.", publisher=paper)
    return {
        "one": make_statement("one is so", article=article, speaker="Anna One", country="TR", about=["AM"]),
        "two": make_statement("two is so", article=article, speaker=None, country=None, about=["AM", "AZ"]),
        "three": make_statement("three is so", speaker="Ivan Three", country="RU"),
    }


def test_typed_filters_narrow(staff: Client, three_statements: dict[str, Statement]) -> None:
    said = three_statements["one"].attributions.get()
    assert listed(staff, speaker=said.speaker_id) == ["one is so"]
    assert listed(staff, spoken_for=said.country_id) == ["one is so"]
    about = three_statements["two"].about_countries.get(code="AM").pk
    assert listed(staff, about=about) == ["two is so", "one is so"]
    assert set(listed(staff, publisher=three_statements["one"].publisher_id)) == {"one is so", "two is so"}
    assert listed(staff, publisher=three_statements["one"].publisher_id, about=about, speaker=0) == []


@pytest.mark.parametrize("nonsense", ["", "x", "-1", "1.5", "9" * 40, "٣"])
def test_typed_filter_leaves_out_what_is_no_record(staff: Client, three_statements, nonsense: str) -> None:
    assert len(listed(staff, speaker=nonsense)) in (0, 3)


def test_typed_filter_keeps_what_else_was_asked(staff: Client, three_statements) -> None:
    speaker = three_statements["one"].attributions.get().speaker
    asked = {"speaker": speaker.pk, "q": "so", "review_state__exact": "machine"}
    page = BeautifulSoup(staff.get(address_of(Statement, "changelist"), asked).content, "html.parser")
    form = page.select_one(".typed-filter:has(select[name=speaker])")
    assert {field["name"]: field["value"] for field in form.select("input[type=hidden]")} == {
        "q": "so",
        "review_state__exact": "machine",
    }
    assert form.select_one("option[selected]").text == speaker.preferred_name
    assert "speaker" not in form.select_one("a")["href"]
    scripts = [script["src"] for script in page.select("script[src]")]
    assert any("autocomplete" in address for address in scripts)
    assert any("select2" in address for address in scripts)


def test_what_is_missing(staff: Client, three_statements: dict[str, Statement]) -> None:
    Speaker.objects.filter(preferred_name="Ivan Three").update(provisional=True)
    assert listed(staff, missing="speaker") == ["two is so"]
    assert listed(staff, missing="provisional") == ["three is so"]
    assert len(listed(staff, missing="date")) == 3


# --- search ---------------------------------------------------------------------------


def found(client: Client, model: type, words: str) -> list[object]:
    page = client.get(address_of(model, "changelist"), {"q": words})
    assert page.status_code == 200
    return list(page.context["cl"].result_list)


def test_statements_are_found_as_the_archive_finds_them(staff: Client) -> None:
    one, two = make_statement("Peace is near, Çavuşoğlu hopes"), make_statement("near is no peace")
    assert found(staff, Statement, "peace near") == [two, one]
    assert found(staff, Statement, '"peace is"') == [one]
    assert found(staff, Statement, "cavusoglu") == [one]
    assert found(staff, Statement, one.public_id) == [one]
    assert found(staff, Statement, "eac") == []
    assert found(staff, Statement, "pea* -cavusoglu") == [two]
    assert found(staff, Statement, "cavusoglu OR no") == [two, one]


def test_a_field_in_the_search_is_not_passed_over(staff: Client) -> None:
    make_statement("Peace is near")
    page = staff.get(address_of(Statement, "changelist"), {"q": "peace for:TR"})
    assert "“for:TR” does not narrow this list: use a filter at its side." in page.content.decode()
    assert list(page.context["cl"].result_list) == []


@each_model
def test_every_search_says_what_it_looks_for(staff: Client, model: type) -> None:
    page = staff.get(address_of(model, "changelist")).content.decode()
    assert ('id="searchbar"' in page) == ('id="searchbar_helptext"' in page)


def test_search_that_is_too_long_is_told(staff: Client) -> None:
    make_statement("words")
    page = staff.get(address_of(Statement, "changelist"), {"q": " ".join(map(str, range(300)))})
    assert "This search has more than 200 words." in page.content.decode()
    assert list(page.context["cl"].result_list) == []


def test_articles_are_found_by_title_address_and_public_id(staff: Client) -> None:
    one = ArticleFactory(title="On the border", address="https://a.org/1")
    ArticleFactory(title="Elsewhere")
    for words in ("bord", "https://a.org/1", one.public_id):
        assert found(staff, Article, words) == [one], words


def test_originals_are_found_by_location_and_hash(staff: Client) -> None:
    one = ArticleFactory().original
    ArticleFactory()
    Original.objects.filter(pk=one.pk).update(location="wire/first.txt")
    for words in (one.sha256, one.sha256[:12], "first"):
        assert found(staff, Original, words) == [one], words


def test_edits_are_found_by_the_record_s_address_and_lead_to_it(staff: Client) -> None:
    fill(2)
    edit = Edit.objects.first()
    statement = Statement.objects.get(pk=edit.record_id)
    assert found(staff, Edit, statement.public_id) == [edit]
    assert found(staff, Edit, "nothing") == []
    page = staff.get(address_of(Edit, "changelist")).content.decode()
    assert address_of(Statement, "change", statement.pk) in page


def test_speakers_are_found_by_any_name_whatever_the_accents(staff: Client) -> None:
    speaker = SpeakerFactory(preferred_name="Mevlüt Çavuşoğlu")
    VariantNameFactory(speaker=speaker, text="M. Cavusoglu, Ankara")
    SpeakerFactory(preferred_name="Another")
    for words in ("cavusoglu", "ÇAVUŞ", "mevlut cavus", "ankara", "mevlüt ankara"):
        assert found(staff, Speaker, words) == [speaker], words


def test_merged_speaker_is_not_offered(staff: Client) -> None:
    stays = SpeakerFactory(preferred_name="Anna Speaker")
    SpeakerFactory(preferred_name="Ana Speaker", merged_into=stays)
    query = {
        "app_label": "statements",
        "model_name": "attribution",
        "field_name": "speaker",
        "term": "speaker",
    }
    offered = staff.get(reverse("admin:autocomplete"), query).json()["results"]
    assert offered == [{"id": str(stays.pk), "text": "Anna Speaker"}]


# --- actions ----------------------------------------------------------------------------


def test_action_takes_no_more_than_one_can_have_looked_at(staff: Client, monkeypatch) -> None:
    monkeypatch.setattr("statements.admin.statements.MOST_AT_ONCE", 2)
    statements = [make_statement(f"words {number}") for number in range(3)]
    posted = {"action": "approve", "_selected_action": [statements[0].pk], "select_across": "1"}
    answer = staff.post(address_of(Statement, "changelist"), posted, follow=True)
    assert "Choose 2 at most at once." in answer.content.decode()
    assert not Edit.objects.exists()
    assert MOST_AT_ONCE == 200


def test_statement_s_provenance_is_shown_and_cannot_be_changed(staff: Client) -> None:
    statement = make_statement(("one is so", "two is so"))
    page = BeautifulSoup(staff.get(address_of(Statement, "change", statement.pk)).content, "html.parser")
    cells = [cell.text for cell in page.select(".field-parts_shown td")]
    for part in statement.parts.all():
        assert {part.exact, str(part.start), str(part.end)} <= set(cells)
    named = {field["name"] for field in page.select("#statement_form [name]")}
    assert not named & {
        "public_id",
        "article",
        "cue",
        "rule",
        "confidence",
        "extractor_version",
        "review_state",
    }
