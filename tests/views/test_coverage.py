from __future__ import annotations

from datetime import date

import pytest

from statements.models import ImportOutcome, ImportRun
from statements.views.coverage import kind_of_reason
from tests.factories import ArticleFactory, OriginalFactory, PublisherFactory, make_statement

pytestmark = pytest.mark.django_db


def of(day: date | None, publisher=None, **fields):
    dated = {"published": day, "published_precision": "day", "published_basis": "json-ld"} if day else {}
    return ArticleFactory(publisher=publisher, **dated, **fields)


def outcome(result: str, reason: str, **fields) -> None:
    run = ImportRun.objects.create(pipeline_version="1")
    ImportOutcome.objects.create(
        run=run, result=result, reason=reason, **{"location": "/home/x/y.txt"} | fields
    )


def page_of(client, address: str = "/coverage/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_archive(client) -> None:
    page = page_of(client)
    assert "Nothing has been read into this archive yet" in page and "Nothing: every source" in page


def test_articles_by_outlet_and_month_with_links_to_them(client) -> None:
    paper = PublisherFactory(slug="the-paper", name="The Paper")
    of(date(2020, 7, 1), paper)
    of(date(2020, 7, 9), paper)
    of(date(2020, 9, 1))
    of(None, paper)
    of(date(2020, 7, 1), paper, superseded=True)
    table = client.get("/coverage/").context["table"]
    assert [period.name for period in table.periods] == ["2020-07", "2020-08", "2020-09", ""]
    assert [(row.slug, row.total, [n for _p, n in row.cells]) for row in table.rows] == [
        ("the-paper", 3, [2, 0, 0, 1]),
        ("none", 1, [0, 0, 1, 0]),
    ]
    page = page_of(client)
    for query, number in (("publisher=the-paper&amp;in=2020-07", 2), ("publisher=none&amp;in=2020-09", 1)):
        assert f'<a href="/articles/?{query}">{number}</a>' in page
        listed = client.get("/articles/?" + query.replace("&amp;", "&"))
        assert len(listed.context["page"].rows) == listed.context["found"] == number
    assert len(client.get("/articles/?publisher=the-paper&in=none").context["page"].rows) == 1


def test_several_years_are_years_that_open_into_months(client) -> None:
    of(date(2019, 7, 1))
    of(date(2020, 7, 1))
    of(date(2020, 8, 1))
    page = page_of(client)
    assert '<a href="?year=2020">2020</a>' in page
    names = [period.name for period in client.get("/coverage/?year=2020").context["table"].periods]
    assert names == ["2020-07", "2020-08"]
    assert client.get("/coverage/?year=1066").context["year"] is None


def test_what_was_not_taken_in_is_counted_by_kind_and_names_no_source(client) -> None:
    outcome("refused", "cannot be read: Permission denied")
    outcome(
        "held", "The source is a PDF, not text: save its text as a .txt file.", original=OriginalFactory()
    )
    outcome("held", "Secret words of a stranger", original=OriginalFactory())
    kept = OriginalFactory()
    outcome("held", "The source is empty: nothing to read in it.", original=kept)
    ArticleFactory(original=kept)
    rows = client.get("/coverage/").context["left_out"]
    assert sorted((row.result, str(row.reason), row.found) for row in rows) == [
        ("held", "for another reason", 1),
        ("held", "not a text: a picture, a document or a packed file", 1),
        ("refused", "could not be opened", 1),
    ]
    page = page_of(client)
    assert "/home/x" not in page and "Secret words" not in page and "Permission denied" not in page


def test_an_input_that_was_tried_again_is_counted_once(client) -> None:
    kept = OriginalFactory()
    for _again in range(3):
        outcome("held", "The source is empty: nothing to read in it.", original=kept)
        outcome("held", "The source is empty: nothing to read in it.", original=OriginalFactory())
        outcome("refused", "no such file")
        outcome("refused", "no such file", location="/home/x/z.txt")
    rows = client.get("/coverage/").context["left_out"]
    assert [(row.result, row.found) for row in rows] == [("held", 4), ("refused", 2)]


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("The source has more than 400,000 characters of text: split it into its articles.", "too long"),
        ("The source holds NUL characters, so it is no text: save it as UTF-8 text.", "damaged"),
        ("The source is empty: nothing to read in it.", "empty"),
        ("larger than 20 MB: split it into single articles", "too long"),
    ],
)
def test_a_reason_is_told_by_its_kind(reason: str, kind: str) -> None:
    assert str(kind_of_reason(reason)).startswith(kind)


def test_the_archives_own_facts(client) -> None:
    make_statement("one", review_state="approved")
    make_statement("two", said=date(2020, 7, 1))
    page = page_of(client)
    assert "stand in them. A curator has looked at 1." in page
    assert '<a href="/statements/?date=none">1</a> statement it is not known' in page
