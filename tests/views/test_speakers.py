from __future__ import annotations

import pytest

from statements.views import speakers
from tests.factories import OfficeFactory, SpeakerFactory, VariantNameFactory, country, make_statement

pytestmark = pytest.mark.django_db


def page_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_list_of_an_empty_archive(client) -> None:
    assert "No speaker is recorded" in page_of(client, "/speakers/")


def test_those_with_most_statements_come_first(client) -> None:
    SpeakerFactory(preferred_name="Adam Silent")
    make_statement(speaker="Zoe Loud")
    page = page_of(client, "/speakers/")
    assert page.index("Zoe Loud") < page.index("Adam Silent")


@pytest.mark.parametrize("typed", ["cavusoglu", "MEVLÜT ÇAVUŞOĞLU", "Чавушоглу", "oglu mevl"])
def test_found_by_any_spelling_and_any_order(client, typed: str) -> None:
    VariantNameFactory(speaker=SpeakerFactory(preferred_name="Mevlüt Çavuşoğlu"), text="Мевлют Чавушоглу")
    SpeakerFactory(preferred_name="Sergey Lavrov")
    page = page_of(client, f"/speakers/?q={typed}")
    assert "Çavuşoğlu" in page and "Lavrov" not in page


def test_by_country_and_kind(client) -> None:
    SpeakerFactory(preferred_name="Turkish Ministry", kind="institution", country=country("TR"))
    SpeakerFactory(preferred_name="A Turk", country=country("TR"))
    SpeakerFactory(preferred_name="A Russian", country=country("RU"))
    page = page_of(client, "/speakers/?country=tr&kind=person")
    assert "A Turk" in page and "Ministry" not in page and "A Russian" not in page


def test_a_bad_value_is_named(client) -> None:
    SpeakerFactory(preferred_name="Anna Speaker")
    page = page_of(client, "/speakers/?country=ZZ&kind=ghost")
    assert "<strong>country</strong> was left out" in page and "<strong>kind</strong> was left out" in page
    assert "Anna Speaker" in page


def test_a_speaker_with_offices_names_and_statements(client) -> None:
    statement = make_statement("stop", speaker="Sergey Lavrov", source="Sergei Lavrov", about=["TR"])
    speaker = statement.attributions.get().speaker
    OfficeFactory(speaker=speaker, title="Minister", start="2004-03-09", source="some package 1.0")
    VariantNameFactory(speaker=speaker, text="Сергей Лавров")
    page = page_of(client, "/speakers/sergey-lavrov/")
    assert "“<bdi>Sergei Lavrov</bdi>”" in page
    for words in ("9 Mar 2004", "some package 1.0", "Сергей Лавров", "stop", "Person"):
        assert words in page


def test_a_pronoun_is_no_name(client) -> None:
    for source in ("He", "he", "Anna Speaker", "Hero Minister"):
        make_statement("stop", speaker="Anna Speaker", source=source)
    page = page_of(client, "/speakers/anna-speaker/")
    assert "“<bdi>Anna Speaker</bdi>”" in page and "“<bdi>Hero Minister</bdi>”" in page
    assert "<bdi>He</bdi>" not in page and "<bdi>he</bdi>" not in page


def test_what_nobody_verified_is_said(client) -> None:
    speaker = SpeakerFactory(provisional=True)
    OfficeFactory(speaker=speaker)
    page = page_of(client, speaker.get_absolute_url())
    assert page.count("not yet checked") == 2
    assert "Provisional" in page and "not recorded" in page
    assert "in no statements" in page


def test_who_held_the_office_before_and_after(client) -> None:
    names = ("Adam First", "Bela Second", "Cora Third", "Dora Other")
    turns = (("2010", "2015"), ("2015-03", "2020-07-16"), ("2020-07-16", ""), ("2012", ""))
    for name, (start, end) in zip(names, turns, strict=True):
        title = "Ambassador" if name == "Dora Other" else "Minister"
        OfficeFactory(
            speaker=SpeakerFactory(preferred_name=name, country=country("TR")),
            title=title,
            start=start,
            end=end,
        )
    bela = OfficeFactory._meta.model.objects.get(speaker__preferred_name="Bela Second").speaker
    (held,) = client.get(bela.get_absolute_url()).context["offices"]
    assert (str(held.before), str(held.after)) == ("Adam First", "Cora Third")
    dora = OfficeFactory._meta.model.objects.get(title="Ambassador").speaker
    (held,) = client.get(dora.get_absolute_url()).context["offices"]
    assert (held.before, held.after) == (None, None)


def test_names_say_in_which_letters_they_are(client) -> None:
    speaker = SpeakerFactory()
    VariantNameFactory(speaker=speaker, text="Сергей Лавров")
    page = page_of(client, speaker.get_absolute_url())
    assert "Сергей Лавров</bdi></th><td>Cyrillic</td>" in page


def test_speakers_can_stand_by_name(client) -> None:
    SpeakerFactory(preferred_name="Élan Silent")
    SpeakerFactory(preferred_name="Fred Silent")
    make_statement(speaker="Zoe Loud")
    page = page_of(client, "/speakers/?sort=name")
    assert page.index("Élan") < page.index("Fred") < page.index("Zoe")


def test_pages_of_speakers(client, monkeypatch) -> None:
    monkeypatch.setattr(speakers, "ON_A_PAGE", 1)
    SpeakerFactory(preferred_name="Adam Silent")
    make_statement(speaker="Zoe Loud")
    assert [str(s) for s, _n in client.get("/speakers/").context["speakers"]] == ["Zoe Loud"]
    assert [str(s) for s, _n in client.get("/speakers/?page=2").context["speakers"]] == ["Adam Silent"]


def test_a_merged_speaker_leads_to_the_other(client) -> None:
    winner = SpeakerFactory(slug="winner")
    SpeakerFactory(slug="loser", merged_into=winner)
    assert client.get("/speakers/loser/")["Location"] == "/speakers/winner/"
