from __future__ import annotations

import re
from datetime import date

import pytest

from statements.views import home
from statements.views.counted import read_totals
from statements.views.matrix import build_matrix, count_countries, pairs_read
from tests.factories import ArticleFactory, add_speaker, country, make_statement

pytestmark = pytest.mark.django_db


def read_matrix() -> dict[tuple[str, str], tuple[int, bool]]:
    totals = read_totals()
    counts = count_countries(totals)
    matrix = build_matrix(counts, counts, totals.pairs, pairs_read())
    return {
        (row.country.code, cell.about.code): (cell.found, cell.was_read)
        for row in matrix.rows
        for cell in row.cells
    }


def test_an_empty_archive_has_a_first_page_and_a_matrix(client) -> None:
    page = client.get("/").content.decode()
    assert "Nothing has been read into this archive yet" in page
    assert "Nobody has spoken" in client.get("/matrix/").content.decode()


def test_the_matrix_tells_who_speaks_about_whom() -> None:
    joint = make_statement("stop", country="RU", about=["TR", "AM"])
    add_speaker(joint, "Bela Other", country="TR")
    make_statement("go on", country="RU", about=["TR"])
    make_statement("rejected", country="RU", about=["TR"], review_state="rejected")
    cells = read_matrix()
    assert cells["RU", "TR"][0] == 2
    assert cells["RU", "AM"][0] == cells["TR", "AM"][0] == cells["TR", "TR"][0] == 1
    assert cells["AM", "RU"][0] == 0


def test_a_zero_after_reading_differs_from_one_where_nothing_was_read() -> None:
    article = ArticleFactory(text="They said stop.", mentions=[country("RU"), country("TR")])
    make_statement("stop", article=article, country="RU", about=["TR"])
    make_statement("go on", country="RU", about=["AM"])
    ArticleFactory(mentions=[country("AM"), country("TR")], superseded=True)
    cells = read_matrix()
    assert cells["TR", "RU"] == (0, True)
    assert cells["AM", "TR"] == (0, False)


def test_a_number_in_the_matrix_opens_exactly_as_many_statements(client) -> None:
    make_statement("stop", country="RU", about=["TR"])
    make_statement("go on", country="RU", about=["TR", "RU"])
    for page in ("/", "/matrix/"):
        links = re.findall(
            r'href="(/statements/\?country=\w+&amp;about=\w+)"><span class="hidden">.*?</span>(\d+)</a>',
            client.get(page).content.decode(),
        )
        assert len(links) == 2
        for address, number in links:
            listed = client.get(address.replace("&amp;", "&"))
            assert listed.context["counted"].total == int(number)


def test_first_page_counts_the_undated_and_shows_the_newest(client) -> None:
    make_statement("dated words", said=date(2020, 7, 16))
    make_statement("undated words")
    page = client.get("/").content.decode()
    assert page.index("dated words") < page.index("undated words")
    assert 'href="/statements/?date=none"' in page
    assert '<a href="/statements/">All 2 statements</a>, from <a href="/articles/">2 articles</a>.' in page
    assert '<a href="/statements/?date=none">1</a> waits for a date.' in page


def test_the_matrix_is_explained_by_its_greatest_number(client) -> None:
    make_statement("we", country=country("RU", "Russia"), about=["RU"])
    assert "in <a" not in client.get("/matrix/").content.decode(), "no country speaks about another"
    for words in ("one", "two"):
        make_statement(words, country="RU", about=[country("TR", "Turkey"), "RU"])
    make_statement("three", country="TR", about=["RU"])
    for path in ("/", "/matrix/"):
        page = client.get(path).content.decode()
        assert "<bdi>Russia</bdi> speaks about <bdi>Turkey</bdi> in <a" in page
        assert 'country=RU&amp;about=TR">2</a> statements.' in page


def test_the_first_page_has_ten_countries_and_the_matrix_page_all(client) -> None:
    for number in range(15):
        make_statement(f"words {number}", country=f"C{number}", about=[f"B{number}"])
    assert len(client.get("/").context["matrix"].rows) == 10
    whole = client.get("/matrix/").context["matrix"]
    assert len(whole.rows) == len(whole.columns) == 15


def test_the_matrix_page_has_the_largest_and_says_what_it_leaves_out(client, monkeypatch) -> None:
    monkeypatch.setattr(home, "COUNTRIES_IN_WHOLE", 2)
    for code, about, times in (("RU", "AM", 3), ("TR", "AM", 2), ("AZ", "TR", 1)):
        for number in range(times):
            make_statement(f"so be it {code} {number}", country=code, about=[about])
    response = client.get("/matrix/")
    matrix = response.context["matrix"]
    assert [row.country.code for row in matrix.rows] == ["RU", "TR"]
    assert "here are the 2 with the most" in response.content.decode()
    monkeypatch.setattr(home, "COUNTRIES_IN_WHOLE", 3)
    assert "here are the" not in client.get("/matrix/").content.decode()


def test_rows_and_columns_stand_in_the_order_asked_for(client) -> None:
    make_statement("one", country=country("TR", "Turkey"), about=[country("EU", "European Union")])
    make_statement("two", country="TR", about=[country("AM", "Armenia")])
    type(country("EU")).objects.filter(code="EU").update(kind="organisation")
    orders = {"": "TR", "name": "AM", "kind": "AM", "nonsense": "TR"}
    for asked, first in orders.items():
        for path in ("/", "/matrix/"):
            matrix = client.get(path, {"sort": asked}).context["matrix"]
            names = [country.code for country in matrix.columns]
            assert path == "/matrix/" or names[0] == first, (path, asked)
    assert [c.code for c in client.get("/", {"sort": "kind"}).context["matrix"].columns] == ["AM", "TR", "EU"]
    assert '<a href="/?sort=name#matrix">by name</a>' in client.get("/").content.decode()


def test_what_the_matrix_leaves_out_is_counted(client) -> None:
    make_statement("one", country="RU", about=["TR"])
    make_statement("two", country="RU")
    make_statement("three", speaker=None, country=None, about=["TR"])
    page = client.get("/").content.decode()
    assert '<a href="/statements/?about=none">1</a> that names no country' in page
    assert '<a href="/statements/?country=none">1</a> where it is not known for whom it was said.' in page


def test_what_is_kept_of_the_archive_goes_when_it_changes(client) -> None:
    make_statement("one", country="RU", about=["TR"])
    assert client.get("/").context["timeline"].total == 1
    make_statement("two", country="RU", about=["TR"])
    assert client.get("/").context["timeline"].total == 2
