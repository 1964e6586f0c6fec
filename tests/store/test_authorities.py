"""Authority records load idempotently and never overwrite a person."""

from __future__ import annotations

import pytest

from statements import curation
from statements.authority_files import read_authorities
from statements.models import Country, Edit, Office, Speaker, User
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
