from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements import curation
from statements.models import Article
from tests.factories import (
    ArticleFactory,
    CountryFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    add_speaker,
    make_statement,
)

pytestmark = pytest.mark.django_db


def page_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


# --- the list ------------------------------------------------------------------


def test_list_shows_words_chain_and_facts(client) -> None:
    article = ArticleFactory(
        text="It rained. The minister said that peace is near. He left.",
        publisher=PublisherFactory(name="The Paper"),
    )
    statement = make_statement(
        "peace is near",
        article=article,
        source="The minister",
        role="foreign minister",
        about=["TR"],
        said=date(2020, 7, 16),
        agency=PublisherFactory(slug="tass", name="TASS"),
    )
    page = page_of(client, "/statements/")
    assert '<span class="ctx">The minister said that </span>peace is near' in page
    assert "It rained" not in page
    assert "Anna Speaker" in page and "foreign minister" in page and "TASS" in page and "The Paper" in page
    assert '<time datetime="2020-07-16">16 Jul 2020</time>' in page
    assert f'<blockquote cite="{article.get_absolute_url()}#w-{statement.public_id}">' in page


def test_an_empty_archive_has_a_list(client) -> None:
    page = page_of(client, "/statements/")
    assert "0 statements" in page and "Nothing has been read into this archive yet" in page


def test_rejected_withdrawn_and_superseded_statements_are_not_listed(client) -> None:
    make_statement("shown words")
    make_statement("rejected words", review_state="rejected")
    make_statement("withdrawn words", review_state="withdrawn", review_reason="a mistake")
    old = ArticleFactory(text="old words", superseded=True)
    make_statement("old words", article=old)
    page = page_of(client, "/statements/")
    assert "1 statement<" in page
    for words in ("rejected words", "withdrawn words", "old words"):
        assert words not in page


def test_found_words_are_marked(client) -> None:
    make_statement("all sides must show restraint")
    assert "all sides must show <mark>restraint</mark>" in page_of(client, "/statements/?q=RESTRAINT")


def test_what_is_not_known_is_said(client) -> None:
    article = ArticleFactory(text="It was said to be over.", publisher=None)
    make_statement("to be over", article=article, speaker=None, country=None)
    page = page_of(client, "/statements/")
    for words in ("date not known", "no speaker named", "publisher not stated", "no country named"):
        assert words in page


def test_an_empty_result_says_which_filter_to_drop(client) -> None:
    make_statement("peace is near", country="RU")
    make_statement("peace is far", country="RU")
    page = page_of(client, "/statements/?q=peace&country=RU&kind=direct")
    assert "No statement matches all of this" in page
    assert "Without “kind: <bdi>direct</bdi>”</a> there are 2 statements" in page
    assert "Without “words: peace”" not in page


def test_a_bad_value_is_named_and_the_list_still_answers(client) -> None:
    make_statement("peace is near")
    page = page_of(client, "/statements/?from=2020-13&q=peace")
    assert "<strong>from</strong> was left out" in page and "2020-13" in page
    assert "<mark>peace</mark>" in page


def test_chips_and_forms_keep_what_was_asked(client) -> None:
    make_statement("peace is near", country="RU", about=["TR"])
    page = page_of(client, "/statements/?q=peace&country=ru")
    assert 'href="?q=peace"' in page and 'href="?country=RU"' in page
    assert '<input type="hidden" name="country" value="RU">' in page


def test_the_list_is_offered_as_files_with_the_same_filters(client) -> None:
    make_statement("peace is near", country="RU")
    page = page_of(client, "/statements/?country=ru&kind=sung&page=1")
    assert 'href="/statements.csv?country=RU"' in page
    assert client.get("/statements.csv?country=RU").status_code == 200


def test_a_speaker_typed_by_name_leads_to_the_list_by_slug(client) -> None:
    make_statement(speaker=SpeakerFactory(slug="m-cavusoglu", preferred_name="Mevlüt Çavuşoğlu"))
    response = client.get("/statements/", {"speaker": "mevlut cavusoglu", "kind": "indirect"})
    assert response.status_code == 302
    assert response["Location"] == "/statements/?speaker=m-cavusoglu&kind=indirect"


def test_twenty_five_on_a_page(client) -> None:
    for number in range(26):
        make_statement(f"words number {number} end")
    page = page_of(client, "/statements/?q=words")
    assert page.count('<li class="entry">') == 25
    assert 'href="?q=words&amp;page=2"' in page
    assert page_of(client, "/statements/?q=words&page=2").count('<li class="entry">') == 1


# --- one statement ---------------------------------------------------------------


def test_a_statement_with_its_chain_context_and_facts(client) -> None:
    article = ArticleFactory(
        text="It rained.\n\nAnna said: “Peace is near,” on Thursday.\n\nThe end.\n\nFar away.", dated=True
    )
    statement = make_statement(
        "Peace is near,", article=article, source="Anna", cue="said", kind="direct", about=["TR"]
    )
    sibling = make_statement("The end", article=article)
    page = page_of(client, statement.get_absolute_url())
    assert '<p dir="auto" class="hang">“Peace is near,”' in page
    assert '<mark class="st direct">Peace is near,</mark>' in page
    assert '<p dir="auto">It rained.</p>' in page and "The end" in page and "Far away" not in page
    assert "cue “<bdi>said</bdi>”" in page and "“<bdi>Anna</bdi>”" in page and "not yet reviewed" in page
    assert article.text_sha256 in page and article.original.sha256 in page
    assert sibling.get_absolute_url() in page
    assert f'<link rel="canonical" href="http://testserver{statement.get_absolute_url()}">' in page


def test_to_whom_in_what_form_and_which_act(client) -> None:
    statement = make_statement("peace is near", medium="briefing", occasion="told a news conference")
    statement.act, statement.addressed_basis = "appeals", "“Ankara” after “urged”"
    statement.said_basis = "“Thursday, July 15” is at odds with the calendar"
    statement.save()
    statement.addressees.add(CountryFactory(code="TR", name="Turkey"))
    page = page_of(client, statement.get_absolute_url())
    assert '<a href="/countries/TR/"><bdi>Turkey</bdi></a><p class="note"><bdi>“Ankara” after “urged”' in page
    assert "“<bdi>told a news conference</bdi>”" in page
    assert "briefing or news conference" in page
    assert 'CAMEO 02 <span class="note">appeals</span><br>PLOVER REQUEST' in page
    assert "suggested by the cue" in page
    assert "at odds with the calendar" in page


def test_an_act_without_a_category_shows_none(client) -> None:
    page = page_of(client, make_statement("peace is near").get_absolute_url())
    assert "CAMEO 01" in page and "PLOVER" not in page


def test_a_source_that_hides_its_name_is_called_anonymous(client) -> None:
    speaker = SpeakerFactory(kind="anonymous", preferred_name="Western diplomat")
    statement = make_statement("peace is near", speaker=speaker)
    assert "<bdi>Western diplomat</bdi></a>, anonymous" in page_of(client, statement.get_absolute_url())
    assert "anonymous source" in page_of(client, "/speakers/?kind=anonymous")


def test_parts_are_joined_by_an_ellipsis(client) -> None:
    statement = make_statement(["It adds fuel,", "We are against it."], kind="direct")
    page = page_of(client, statement.get_absolute_url())
    assert '“It adds fuel,”<span class="ctx"> … </span>“We are against it.”' in page


def test_reported_words_keep_their_cue_so_that_a_denial_is_no_claim(client) -> None:
    article = ArticleFactory(text="The envoy denied that both backed the war. He left.")
    statement = make_statement(
        "both backed the war", article=article, cue="denied", act="denies", kind="indirect"
    )
    page = page_of(client, statement.get_absolute_url())
    assert '<span class="ctx">The envoy denied that </span>both backed the war' in page
    assert "denies: both backed the war" in page
    assert "“both backed the war" not in page


def test_two_speakers_of_one_country_speak_for_it_once(client) -> None:
    statement = make_statement("words", country="RU")
    add_speaker(statement, "Another Speaker", country="RU")
    assert [country.code for country in statement.spoken_for] == ["RU"]


def test_only_a_curator_is_offered_to_correct(client, admin_client) -> None:
    statement = make_statement("peace is near")
    for address, screen in (
        (statement.get_absolute_url(), f"/review/queue/all/{statement.public_id}/"),
        (statement.article.get_absolute_url(), f"/admin/statements/article/{statement.article_id}/change/"),
    ):
        assert screen in page_of(admin_client, address)
        page = page_of(client, address)
        assert "/admin/statements/" not in page
        assert "/review/queue/" not in page


def test_an_unknown_statement_is_not_found(client) -> None:
    page_of(client, "/statements/nope/", 404)
    page_of(client, "/statements/NOPE!/", 404)


@pytest.mark.parametrize(
    ("state", "words"),
    [("withdrawn", "This statement was withdrawn"), ("rejected", "A curator rejected this statement")],
)
def test_a_statement_that_is_gone_says_why(client, state: str, words: str) -> None:
    statement = make_statement("secret words", review_state=state, review_reason="It was the narrator.")
    page = page_of(client, statement.get_absolute_url(), 410)
    assert words in page and "It was the narrator." in page
    assert "secret words" not in page
    assert statement.article.get_absolute_url() in page


def test_a_statement_of_an_older_version_leads_to_the_newer(client) -> None:
    old = ArticleFactory(text="old words", superseded=True)
    statement = make_statement("old words", article=old)
    newer = ArticleFactory(replaces=old)
    page = page_of(client, statement.get_absolute_url())
    assert "older version" in page and newer.get_absolute_url() in page


def test_only_web_addresses_become_links(client) -> None:
    statement = make_statement()
    Article.objects.update(address="javascript:alert(1)")
    assert "javascript:" not in page_of(client, statement.get_absolute_url())
    Article.objects.update(address="https://example.org/a?b=1&c=2")
    page = page_of(client, statement.get_absolute_url())
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="noopener external nofollow"' in page


def test_what_others_wrote_is_escaped(client) -> None:
    attack = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    article = ArticleFactory(
        text=f"{attack} said {attack}.", title=attack, byline=attack, publisher=PublisherFactory(name=attack)
    )
    speaker = SpeakerFactory(preferred_name=attack, note=attack)
    statement = make_statement(
        f"said {attack}", article=article, speaker=speaker, role=attack, source=attack, occasion=attack
    )
    for address in (
        "/",
        "/statements/",
        f"/statements/?q={attack}",
        statement.get_absolute_url(),
        article.get_absolute_url(),
        speaker.get_absolute_url(),
        f"/publishers/{article.publisher.slug}/",
        "/countries/RU/",
        "/articles/",
        "/speakers/",
    ):
        page = page_of(client, address)
        assert "<script>" not in page and "<img" not in page, address


def test_the_printed_words_of_an_unknown_date_are_shown(client) -> None:
    statement = make_statement("peace is near", said_words="last week")
    for address in ("/statements/", statement.get_absolute_url(), statement.article.get_absolute_url()):
        assert "“<bdi>last week</bdi>”" in page_of(client, address), address


# --- any address ---------------------------------------------------------------------

GARBAGE = [
    "q=%00",
    "q=\"'(*) AND NEAR( OR -",
    "q=" + "“" * 50,
    "q=" + "x" * 5000,
    "q=%F0%9F%95%8A&q=%C3%28",
    "q=%27%20OR%201=1--",
    "q=½ ǆ ﷺ",
    "country=%00",
    "country=ZZ&country=RU",
    "about=" + "A" * 5000,
    "speaker=..%2F..%2Fetc",
    "publisher=none&speaker=none&country=none&about=none&date=none",
    "from=2020-13-45&to=0000",
    "from=9999&to=0001",
    "from=999999999999999999999",
    "page=-1",
    "page=0",
    "page=9e99",
    "page=" + "9" * 400,
    "page=" + "9" * 6000,
    "page=1.5&page=two",
    "page=%00",
    "sort=%00&kind=%00&act=%00&date=%00",
    "kind[]=direct&__proto__=1",
    "&&&===&;",
    "q&country&page",
    "&".join(f"country=C{number}" for number in range(900)),
]


@pytest.mark.parametrize("query", GARBAGE)
@pytest.mark.parametrize(
    "path", ["/statements/", "/speakers/", "/articles/", "/countries/RU/", "/countries/RU/about/TR/", "/"]
)
def test_garbage_gets_an_answer(client, path: str, query: str) -> None:
    make_statement(country="RU", about=["TR"])
    assert client.get(f"{path}?{query}").status_code in (200, 302)


PARAMETERS = [
    "q",
    "country",
    "about",
    "speaker",
    "act",
    "kind",
    "publisher",
    "from",
    "to",
    "date",
    "sort",
    "page",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([*PARAMETERS, "other"]), st.text(max_size=20)), max_size=6))
def test_any_query_gets_an_answer(asked: list[tuple[str, str]]) -> None:
    answer = Client().get("/statements/", [(name, value.encode("utf-8", "replace")) for name, value in asked])
    assert answer.status_code in (200, 302)


@pytest.mark.parametrize(
    "path",
    [
        "/countries/ZZ/",
        "/countries/%00/",
        "/countries/" + "A" * 400 + "/",
        "/countries/RU/about/ZZ/",
        "/speakers/nobody/",
        "/speakers/%00/",
        "/articles/nope/",
        "/articles/nope/original",
        "/publishers/none/",
        "/statements/" + "9" * 400 + "/",
    ],
)
def test_an_address_of_nothing_is_not_found(client, path: str) -> None:
    make_statement(country="RU")
    page = page_of(client, path, 404)
    assert "There is nothing at this address" in page


def test_readers_see_what_was_changed_and_neither_who_nor_notes(client) -> None:
    statement = make_statement("the talks go on")
    grace = UserFactory(username="grace-the-curator")
    assert "What curators changed" not in page_of(client, statement.get_absolute_url())
    curation.correct(statement, {"act": "denies"}, who=grace, why="a private note")
    edit = curation.history_of(statement).get(field="act")
    page = page_of(client, statement.get_absolute_url())
    assert "<strong>act</strong>: <bdi>states</bdi> → <bdi>denies</bdi>" in page
    curation.revert_action(edit.action, who=grace)
    page = page_of(client, statement.get_absolute_url())
    assert page.count("taken back") == 2
    assert "grace" not in page
    assert "private" not in page
