from __future__ import annotations

import re
from datetime import date

import pytest

from statements.views import countries
from tests.factories import CountryNameFactory, OfficeFactory, add_speaker, country, make_statement

pytestmark = pytest.mark.django_db


def page_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_list_of_an_empty_archive(client) -> None:
    assert "No country has spoken" in page_of(client, "/countries/")


def test_list_parts_those_with_statements_from_those_without(client) -> None:
    make_statement(country=country("RU", "Russia"), about=[country("TR", "Turkey")])
    country("FR", "France")
    page = page_of(client, "/countries/")
    assert page.index("Russia") < page.index("Turkey") < page.index("no statement yet") < page.index("France")


@pytest.mark.parametrize("path", ["/countries/ru/", "/countries/Ru/"])
def test_upper_case_is_canonical(client, path: str) -> None:
    country("RU")
    response = client.get(path + "?as=about")
    assert response.status_code == 302
    assert response["Location"] == "/countries/RU/?as=about"


def test_a_country_speaking(client) -> None:
    statement = make_statement(
        "stop",
        country=country("RU", "Russia"),
        about=["RU", "TR"],
        role="foreign minister",
        said=date(2020, 7, 1),
    )
    make_statement("who", country="RU", speaker=None, source="The source")
    CountryNameFactory(country=country("RU"), text="Russian Federation")
    page = page_of(client, "/countries/RU/")
    assert "Russian Federation" in page and "<i>itself</i>" in page
    assert statement.public_id in page and "not resolved" in page
    assert 'href="/countries/RU/about/TR/"' in page
    assert 'Speaking <span class="n">2</span>' in page and 'Spoken about <span class="n">1</span>' in page


def test_more_than_a_handful_of_other_names_is_folded_away(client) -> None:
    for number in range(5):
        CountryNameFactory(country=country("TR", "Turkey"), text=f"Name {number}")
    assert "Also named <bdi>Name 0</bdi>" in page_of(client, "/countries/TR/")
    CountryNameFactory(country=country("TR"), text="Name 5")
    page = page_of(client, "/countries/TR/")
    assert "<summary>6 other names</summary>" in page and "<bdi>Name 5</bdi>" in page
    assert "Also named" not in page


def test_a_country_spoken_about(client) -> None:
    make_statement("stop", country="RU", about=[country("TR", "Turkey")])
    page = page_of(client, "/countries/TR/?as=about")
    assert "Who speaks about it" in page and 'Spoken about <span class="n">1</span>' in page
    assert 'href="/statements/?country=RU&amp;about=TR"' in page


def test_every_number_opens_exactly_as_many_statements(client) -> None:
    joint = make_statement("stop", country="RU", about=["TR", "AM"], said=date(2020, 7, 1))
    add_speaker(joint, "Bela Other", country="TR")
    make_statement("go on", country="RU", said=date(2020, 9, 1))
    make_statement("who", country="RU", speaker=None)
    for path in (
        "/countries/RU/",
        "/countries/TR/?as=about",
        "/countries/TR/?as=time",
        "/countries/RU/?as=speakers",
    ):
        numbers = re.findall(r'<a href="(/statements/\?[^"]+)">(\d+)</a>', page_of(client, path))
        assert numbers
        for address, number in numbers:
            listed = client.get(address.replace("&amp;", "&"))
            assert listed.context["errors"] == []
            assert listed.context["counted"].total == int(number), address


def test_a_silent_country(client) -> None:
    country("FR", "France")
    assert "Nobody speaks for <bdi>France</bdi>" in page_of(client, "/countries/FR/")
    about = page_of(client, "/countries/FR/?as=about")
    assert "No statement in this archive is about <bdi>France</bdi>" in about


def test_the_tabs_are_addresses(client) -> None:
    make_statement("stop", country=country("RU", "Russia"), about=["TR"], said=date(2020, 7, 1))
    for name in ("about", "time", "speakers"):
        page = page_of(client, f"/countries/RU/?as={name}")
        assert f'<a href="/countries/RU/?as={name}" aria-current="page">' in page
    assert '<a href="/countries/RU/" aria-current="page">' in page_of(client, "/countries/RU/?as=nonsense")


def test_over_time_both_directions_stand_side_by_side(client) -> None:
    make_statement("one", country="RU", about=["TR"], said=date(2020, 7, 1))
    make_statement("two", country="TR", about=["RU"], said=date(2020, 9, 1))
    make_statement("three", country="TR", about=["RU"])
    rows = client.get("/countries/RU/?as=time").context["stretches"]
    assert [(row.label, row.speaks, row.spoken_about) for row in rows] == [
        ("September 2020", 0, 1),
        ("July 2020", 1, 0),
    ]


def test_speakers_stand_with_the_office_of_the_day_beside_what_is_printed(client) -> None:
    said = make_statement(
        "stop", country="RU", speaker="Anna Speaker", role="Kremlin aide", said=date(2020, 7, 1)
    )
    anna = said.attributions.get().speaker
    OfficeFactory(speaker=anna, title="Foreign Minister", start="2019-03", end="2021")
    OfficeFactory(speaker=anna, title="Later President", start="2020-07-02")
    OfficeFactory(speaker=anna, title="Not So Sure", start="2020")
    page = page_of(client, "/countries/RU/?as=speakers")
    assert "Foreign Minister" in page and "“<bdi>Kremlin aide</bdi>”" in page
    assert "Later President" not in page and "Not So Sure" not in page


def test_of_a_speaker_with_many_statements_the_newest_tell_the_roles_and_all_the_offices(
    client, monkeypatch
) -> None:
    monkeypatch.setattr(countries, "MOST_READ_OF_EACH", 2)
    said = [
        make_statement("stop", country="RU", speaker="Anna Speaker", role=role, said=date(year, 7, 1))
        for role, year in (("envoy", 2001), ("minister", 2019), ("minister", 2020))
    ]
    make_statement("go", country="RU", speaker="Bela Other", role="aide", said=None)
    anna = said[0].attributions.get().speaker
    OfficeFactory(speaker=anna, title="Old Envoy", start="2000", end="2003")
    OfficeFactory(speaker=anna, title="Later President", start="2021", end="")
    OfficeFactory(speaker=anna, title="Of no day", start="", end="")
    rows = client.get("/countries/RU/?as=speakers").context["speakers"]
    assert [(row.slug, row.roles, row.has_days, row.found) for row in rows] == [
        ("anna-speaker", ["minister"], True, 3),
        ("bela-other", ["aide"], False, 1),
    ]
    assert [office.title for office in rows[0].offices] == ["Old Envoy"]


def test_who_spoke_together_with_another_country_is_not_a_speaker_of_it(client) -> None:
    joint = make_statement("stop", country="RU", speaker="Anna Speaker")
    add_speaker(joint, "Bela Other", country="TR")
    for path in ("/countries/RU/", "/countries/RU/?as=speakers"):
        slugs = [row.slug for row in client.get(path).context["speakers"]]
        assert slugs == ["anna-speaker"], path
