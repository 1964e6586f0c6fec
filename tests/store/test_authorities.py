"""Authority records load idempotently and never overwrite a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements import curation
from statements.authority_files import read_authorities
from statements.models import Attribution, Country, Edit, Office, Speaker, User
from statements.records import (
    Authorities,
    CountryName,
    CountryRecord,
    OfficeRecord,
    PublisherRecord,
    SpeakerRecord,
)
from statements.store.authorities import load_authorities
from statements.store.authorities import read_authorities as stored_authorities
from tests.factories import AttributionFactory

pytestmark = pytest.mark.django_db

RUSSIA = CountryRecord("RU", "Russia", "state", "Russian", (CountryName("Moscow", "capital"),), "test 1")
LAVROV = SpeakerRecord(
    key="sergey-lavrov",
    name="Sergey Lavrov",
    kind="person",
    country="RU",
    variants=("Sergei Lavrov",),
    offices=(OfficeRecord("Minister of Foreign Affairs", "RU", "2004-03-09"),),
)
TASS = PublisherRecord("tass", "TASS", "agency", "RU", ("Itar-Tass",), ("tass.com",))
SOME = Authorities((RUSSIA,), (LAVROV,), (TASS,))


def test_records_come_back_as_they_went_in() -> None:
    assert load_authorities(SOME) == {"created": 3}
    assert stored_authorities() == SOME


def test_loading_again_changes_nothing() -> None:
    load_authorities(SOME)
    assert load_authorities(SOME) == {"unchanged": 3}
    assert stored_authorities() == SOME


def test_changed_record_is_updated_where_no_person_edited() -> None:
    load_authorities(SOME)
    newer = CountryRecord("RU", "Russia", "state", "Russian", RUSSIA.names, "test 2")
    assert load_authorities(Authorities((newer,), (LAVROV,), (TASS,))) == {"updated": 1, "unchanged": 2}
    assert Country.objects.get().source == "test 2"


def test_names_and_offices_follow_their_records() -> None:
    load_authorities(SOME)
    lavrov = replace(LAVROV, variants=("S. Lavrov",), offices=(replace(LAVROV.offices[0], end="2030"),))
    russia = replace(RUSSIA, names=(CountryName("Moscow", "metonym"),))
    newer = Authorities((russia,), (lavrov,), (TASS,))
    assert load_authorities(newer) == {"updated": 2, "unchanged": 1}
    assert stored_authorities() == newer


def test_row_that_the_files_no_longer_have_stays_with_what_refers_to_it() -> None:
    load_authorities(SOME)
    attribution = AttributionFactory(speaker=Speaker.objects.get(slug="sergey-lavrov"))
    renamed = replace(LAVROV, key="s-lavrov", name="S. Lavrov", variants=())
    load_authorities(Authorities((RUSSIA,), (renamed,), (TASS,)))
    assert {speaker.slug for speaker in Speaker.objects.filter(kind="person")} >= {
        "sergey-lavrov",
        "s-lavrov",
    }
    assert Attribution.objects.get(pk=attribution.pk).speaker.slug == "sergey-lavrov"


def test_name_that_an_import_met_first_becomes_the_record() -> None:
    Speaker.objects.create(
        slug="sergey-lavrov", kind="person", preferred_name="Sergey Lavrov", provisional=True
    )
    assert load_authorities(SOME) == {"created": 2, "updated": 1}
    assert stored_authorities() == SOME


def test_record_that_a_person_made_stays_whole(curator: User) -> None:
    made = Speaker(slug="sergey-lavrov", kind="person", preferred_name="Lavrov, a poet")
    curation.create(made, who=curator)
    load_authorities(SOME)
    made.refresh_from_db()
    assert (made.preferred_name, made.country) == ("Lavrov, a poet", None)
    assert not made.variants.exists() and not made.offices.exists()


NAMES = st.lists(st.text("abcdefgh", min_size=2, max_size=6), unique=True, max_size=4)
OFFICES = st.lists(
    st.builds(
        OfficeRecord,
        st.sampled_from(["President", "Prime Minister"]),
        st.sampled_from(["RU", None]),
        st.sampled_from(["", "2000", "2000-05-07"]),
        st.sampled_from(["", "2008"]),
    ),
    unique_by=lambda office: (office.title, office.start),
    max_size=3,
)


@st.composite
def any_authorities(draw: st.DrawFn) -> Authorities:
    names = tuple(CountryName(text, use) for text in draw(NAMES) for use in ("name", "capital"))
    keys = draw(st.lists(st.sampled_from(["one", "two", "three"]), unique=True, max_size=3))
    speakers = [
        SpeakerRecord(key, key.title(), "person", "RU", tuple(draw(NAMES)), tuple(draw(OFFICES)))
        for key in keys
    ]
    return Authorities((replace(RUSSIA, names=names),), tuple(speakers), (TASS,))


def plain(authorities: Authorities) -> dict[str, object]:
    """The records of a load by key, whatever their order."""
    rows = {
        country.code: replace(country, names=frozenset(country.names)) for country in authorities.countries
    }
    for speaker in authorities.speakers:
        variants, offices = frozenset(speaker.variants), frozenset(speaker.offices)
        rows[speaker.key] = replace(speaker, variants=variants, offices=offices)
    return rows | {publisher.key: publisher for publisher in authorities.publishers}


@settings(max_examples=30, deadline=None)
@given(first=any_authorities(), second=any_authorities())
def test_two_loads_give_the_same_records(first: Authorities, second: Authorities) -> None:
    load_authorities(first)
    load_authorities(second)
    after = plain(stored_authorities())
    assert plain(second).items() <= after.items()
    assert "created" not in load_authorities(second) and "updated" not in load_authorities(second)
    assert plain(stored_authorities()) == after


def test_field_that_a_person_edited_stays(curator: User) -> None:
    load_authorities(SOME)
    curation.change(Speaker.objects.get(), {"preferred_name": "S. V. Lavrov"}, who=curator)
    assert load_authorities(SOME) == {"unchanged": 3}
    assert Speaker.objects.get().preferred_name == "S. V. Lavrov"


def test_names_that_a_person_changed_stay(curator: User) -> None:
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    before = curation.names_of(speaker)
    speaker.variants.all().delete()
    Office.objects.all().delete()
    curation.change_names(Speaker.objects.get(), before, who=curator)
    load_authorities(SOME)
    assert not speaker.variants.exists()
    assert not speaker.offices.exists()
    assert Edit.objects.get().field == "names"


def test_provisional_speakers_draw_no_names() -> None:
    Speaker.objects.create(slug="x", kind="person", preferred_name="X Y", provisional=True)
    assert stored_authorities().speakers == ()


def test_shipped_records_load_whole() -> None:
    shipped = read_authorities()
    load_authorities(shipped)
    back = stored_authorities()
    assert {c.code for c in back.countries} == {c.code for c in shipped.countries}
    assert {s.key: (s.name, set(s.variants)) for s in back.speakers} == {
        s.key: (s.name, set(s.variants)) for s in shipped.speakers
    }
    assert {c.code: set(c.names) for c in back.countries} == {c.code: set(c.names) for c in shipped.countries}
