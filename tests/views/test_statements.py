from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements import curation
from statements.filters import StatementFilterSet
from statements.models import Article, Statement
from statements.models.list_row import keep_keys
from statements.search import counting
from statements.views import statement_list
from tests.factories import (
    ArticleFactory,
    CountryFactory,
    CountryNameFactory,
    PublisherFactory,
    SpeakerFactory,
    UserFactory,
    VariantNameFactory,
    add_speaker,
    country,
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
    page = page_of(client, "/statements/?country=ru&kind=sung")
    assert 'href="/statements.csv?country=RU"' in page
    assert client.get("/statements.csv?country=RU").status_code == 200


def test_a_speaker_typed_by_name_leads_to_the_list_by_slug(client) -> None:
    make_statement(speaker=SpeakerFactory(slug="m-cavusoglu", preferred_name="Mevlüt Çavuşoğlu"))
    response = client.get("/statements/", {"speaker": "mevlut cavusoglu", "kind": "indirect"})
    assert response.status_code == 302
    assert response["Location"] == "/statements/?speaker=m-cavusoglu&kind=indirect"


def test_fields_of_the_search_box_lead_to_parameters(client) -> None:
    make_statement("peace is near", speaker="Anna Speaker", country="RU")
    response = client.get("/statements/", {"q": "peace speaker:speaker -for:TR act:sings", "from": "2020-13"})
    assert response.status_code == 302
    assert QueryDict(response["Location"].partition("?")[2]) == QueryDict(
        "q=peace -for:TR act:sings&speaker=anna-speaker&from=2020-13"
    )
    page = page_of(client, response["Location"])
    assert "2020-13" in page and "The archive knows states, appeals" in page


def test_a_name_of_several_is_asked_back(client) -> None:
    for name in ("Sergey Lavrov", "Yuri Lavrov"):
        make_statement("peace is near", speaker=name)
    page = page_of(client, "/statements/?q=peace+speaker:lavrov&kind=indirect")
    assert "Who is meant by “<bdi>speaker:lavrov</bdi>”?" in page
    for slug in ("sergey-lavrov", "yuri-lavrov"):
        assert f'href="?q=peace&amp;speaker={slug}&amp;kind=indirect"' in page.replace(
            f"q=peace&amp;kind=indirect&amp;speaker={slug}", f"q=peace&amp;speaker={slug}&amp;kind=indirect"
        )


def test_pages_of_the_names_in_a_search_are_offered(client) -> None:
    speaker = make_statement("peace is near", speaker="Mevlüt Çavuşoğlu").attributions.get().speaker
    VariantNameFactory(speaker=speaker, text="The Minister")
    CountryNameFactory(country=country("TR", "Turkey"), text="Türkiye")
    PublisherFactory(slug="the-paper", name="The Paper", names=["Paper of Record"])
    for typed in ("cavusoglu", "the minister", "Mevlut Cavusoglu", '"the minister" war'):
        page = page_of(client, f"/statements/?{urlencode({'q': typed})}")
        assert f'href="{speaker.get_absolute_url()}"' in page, typed
        assert '<a href="?speaker=mevlut-cavusoglu">1 statement</a>' in page
    assert '<a class="who" href="/countries/TR/">' in page_of(client, "/statements/?q=turkiye")
    assert '<a class="who" href="/publishers/the-paper/">' in page_of(
        client, "/statements/?q=paper of record"
    )
    assert "Pages of these names" not in page_of(client, "/statements/?q=mevlut* peace")


def pages_through(client, address: str) -> list[list[str]]:
    """The ids on each page, by the links to the next."""
    pages = []
    while address:
        page = client.get(f"/statements/{address}").context
        pages.append([entry.statement.public_id for entry in page["entries"]])
        address = page["page"].after.address if page["page"].after else ""
    return pages


@pytest.mark.parametrize(
    "query", ["?q=words", "?sort=oldest", "?sort=added", "?q=words&sort=relevance", "?q=words&kind=indirect"]
)
def test_page_by_page_every_statement_comes_once_and_in_order(client, monkeypatch, query: str) -> None:
    monkeypatch.setattr(statement_list, "ON_A_PAGE", 4)
    for number in range(11):
        said = date(2020, 1, 1 + number // 2) if number % 3 else None
        make_statement(f"words number {number}" + " and more" * (number % 4), said=said)
    pages = pages_through(client, query)
    assert [len(page) for page in pages] == [4, 4, 3]
    whole = [one for page in pages for one in page]
    if "relevance" in query:
        assert sorted(whole) == sorted(Statement.objects.values_list("public_id", flat=True))
        assert whole[0] in {one.public_id for one in Statement.objects.all() if "more" not in one.words}
    else:
        asked = QueryDict(query[1:])
        assert whole == [one.public_id for one in StatementFilterSet(asked, Statement.objects.listed()).qs]


def test_back_leads_to_the_page_before(client, monkeypatch) -> None:
    monkeypatch.setattr(statement_list, "ON_A_PAGE", 4)
    for number in range(9):
        make_statement(f"words number {number}", said=date(2020, 7, 20 - number))
    first = client.get("/statements/?q=words").context
    assert first["page"].after.label == "Older: 17 Jul 2020 and before"
    second = client.get(f"/statements/{first['page'].after.address}").context
    assert second["page"].before.label == "Newer: 16 Jul 2020 and after"
    again = client.get(f"/statements/{second['page'].before.address}").context
    assert [entry.statement for entry in again["entries"]] == [entry.statement for entry in first["entries"]]
    assert again["page"].before is None


@pytest.mark.parametrize(
    "place", ["x", "%00", "2020-13-01.5", ".", "9" * 60, "-1", "1e9", "2020-07-01.-4", "½"]
)
@pytest.mark.parametrize("sort", ["", "&sort=oldest", "&sort=added", "&q=words&sort=relevance"])
def test_what_is_no_place_in_the_list_is_its_beginning(client, place: str, sort: str) -> None:
    make_statement("words")
    for name in ("after", "before"):
        assert page_of(client, f"/statements/?{name}={place}{sort}").count('<li class="entry">') == 1


def test_old_addresses_of_pages_lead_to_the_list(client) -> None:
    make_statement("words")
    response = client.get("/statements/?q=words&page=3&kind=sung")
    assert (response.status_code, response["Location"]) == (302, "/statements/?q=words&kind=sung")


def test_it_says_how_dates_were_treated(client) -> None:
    make_statement("peace one", said=date(2020, 7, 16))
    week = make_statement("peace two", said=date(2020, 7, 13))
    Statement.objects.filter(pk=week.pk).update(
        said_latest=date(2020, 7, 19), said_edtf="2020-07-13/2020-07-19"
    )
    keep_keys([week.pk])
    make_statement("peace three")
    assert dates_line(client, "?q=peace") == (
        "1 on a known day, 1 in a known stretch (13–19 Jul 2020), 1 not dated: leave out"
    )
    assert dates_line(client, "?from=2020-07-14&to=2020-07") == (
        "1 on a known day, 1 in a known stretch (13–19 Jul 2020), 1 not dated left out: include"
    )
    assert dates_line(client, "?from=2020-07-16&to=2020-07&date=any").endswith("1 not dated: leave out")
    assert dates_line(client, "?from=2021&date=any") == "1 not dated: leave out"
    assert dates_line(client, "?date=known").endswith("1 not dated left out: include")
    assert dates_line(client, "?date=none") == "1 not dated"


def dates_line(client, query: str) -> str:
    line = page_of(client, f"/statements/{query}").partition("how-dated")[2].partition("</p>")[0]
    return " ".join(strip_tags(f"<p {line}").split())


def test_what_the_line_of_dates_links_to_is_as_long_as_it_says(client) -> None:
    make_statement("peace one", said=date(2020, 7, 16))
    make_statement("peace two", said=date(2019, 7, 16))
    make_statement("peace three")
    for query, found in (("?from=2020&to=2020", 2), ("?q=peace", 2), ("?date=known", 3)):
        toggle = client.get(f"/statements/{query}").context["dates"].toggle
        assert client.get(f"/statements/{toggle}").context["counted"].total == found


def test_bars_narrow_the_list_to_their_time_and_years_open_into_months(client) -> None:
    for day in (date(2015, 3, 1), date(2015, 3, 1), date(2020, 2, 1), date(2020, 7, 16), date(2020, 7, 17)):
        make_statement(said=day)
    (years,) = client.get("/statements/").context["histograms"]
    assert [(bar.label, bar.found) for bar in years.bars if bar.found] == [("2015", 2), ("2020", 3)]
    page = client.get(f"/statements/{years.bars[-1].address}").context
    assert page["counted"].total == 3
    _years, months = page["histograms"]
    assert [(bar.label, bar.found) for bar in months.bars if bar.found] == [
        ("February 2020", 1),
        ("July 2020", 2),
    ]
    july = client.get(f"/statements/{months.bars[-1].address}").context
    assert july["counted"].total == 2
    (chosen,) = [bar for histogram in july["histograms"] for bar in histogram.bars if bar.is_exact]
    assert client.get(f"/statements/{chosen.address}").context["counted"].total == 5


def test_who_says_it_most_in_numbers_and_in_shares(client) -> None:
    for number in range(6):
        make_statement("peace" if number < 3 else "war", speaker="Anna Speaker", country="RU")
    for number in range(5):
        make_statement("peace" if number != 4 else "war", speaker="Bela Other", country="TR")
    make_statement("peace", speaker="Once Only", country="AM")
    countries, speakers = client.get("/statements/?q=peace&view=who").context["tables"]
    assert [(row.name, row.found, row.said, row.percent) for row in countries.rows] == [
        ("Country TR", 4, 5, 80),
        ("Country RU", 3, 6, 50),
        ("Country AM", 1, 1, 100),
    ]
    assert client.get(f"/statements/{speakers.rows[0].address}").context["counted"].total == 4
    countries, _speakers = client.get("/statements/?q=peace&view=share").context["tables"]
    assert [row.name for row in countries.rows] == ["Country TR", "Country RU"]
    assert client.get("/statements/?view=who").context["tables"] == []


def test_quoted_and_reported_words_are_searched_apart(client) -> None:
    make_statement("peace one", kind="direct")
    make_statement("peace two", kind="indirect")
    page = client.get("/statements/?q=peace").context
    assert [scope.label for scope in page["scopes"]] == [
        "all words",
        "quoted words only",
        "reported words only",
    ]
    for scope, words in zip(page["scopes"][1:], ("peace one", "peace two"), strict=True):
        (entry,) = client.get(f"/statements/{scope.address}").context["entries"]
        assert entry.statement.words == words


def test_an_empty_result_offers_to_drop_all_values_of_a_filter(client) -> None:
    make_statement("peace is near", country="RU")
    page = page_of(client, "/statements/?q=peace&kind=direct&kind=mixed")
    assert "Without “kind: <bdi>direct or mixed</bdi>”</a> there is 1 statement" in page
    assert 'href="/wording/?q=peace"' in page


def test_more_than_are_counted_is_said(client, monkeypatch) -> None:
    monkeypatch.setattr(counting, "MOST_COUNTED", 2)
    for number in range(4):
        make_statement(f"words {number}")
    page = page_of(client, "/statements/?q=words")
    assert "more than" in page and "Counted in the newest" in page
    assert page.count('<li class="entry">') == 4


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
    "year=" + "9" * 6000,
    "page=1.5&page=two",
    "page=%00",
    "publisher=%00&in=%00&after=%00",
    "from=%00&before=%00",
    "sort=%00&kind=%00&act=%00&date=%00",
    "kind[]=direct&__proto__=1",
    "&&&===&;",
    "q&country&page",
    "&".join(f"country=C{number}" for number in range(900)),
]


@pytest.mark.parametrize("query", GARBAGE)
@pytest.mark.parametrize(
    "path",
    [
        "/statements/",
        "/speakers/",
        "/articles/",
        "/coverage/",
        "/wording/",
        "/countries/RU/",
        "/countries/RU/about/TR/",
        "/",
    ],
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


def test_a_quotation_that_is_not_here_is_first_offered_to_be_compared(client, db) -> None:
    make_statement("peace is near")
    page = client.get("/statements/?q=peace+was+farther").content.decode()
    assert page.index("/wording/?q=peace%20was%20farther") < page.index("Without “words")
    page = client.get("/statements/?q=peace+was+farther&kind=direct").content.decode()
    assert page.index("/wording/?q=peace%20was%20farther") > page.index("Leaving out any one")


def test_what_is_no_date_stays_in_its_field(client, db) -> None:
    make_statement("peace is near")
    page = client.get("/statements/?from=2020-13").content.decode()
    assert 'name="from" value="2020-13"' in page
    assert 'name="from" value=""' in client.get("/statements/").content.decode()


def test_who_says_it_is_counted_once(client, db, monkeypatch) -> None:
    make_statement("peace is near", speaker="Anna")
    calls = []
    count = statement_list.count_list
    monkeypatch.setattr(statement_list, "count_list", lambda asked: calls.append(asked) or count(asked))
    assert "Anna" in client.get("/statements/?q=peace&view=who").content.decode()
    assert len(calls) == 1


def test_facets_that_are_very_long_are_not_kept(client, db, monkeypatch) -> None:
    make_statement("peace is near")
    calls = []
    count = statement_list.count_list
    monkeypatch.setattr(statement_list, "count_list", lambda asked: calls.append(asked) or count(asked))
    for _ in range(2):
        client.get("/statements/?q=peace")
    assert len(calls) == 1
    monkeypatch.setattr(statement_list, "LONGEST_REMEMBERED", 100)
    for _ in range(2):
        client.get("/statements/?q=near")
    assert len(calls) == 3
