"""Authority records load idempotently and never overwrite a person."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from statements import curation
from statements.authority_files import read_authorities
from statements.curation.proposals import look_again, on_authority_records
from statements.logged_fields import alike, field_of
from statements.models import Attribution, Country, Edit, Office, Proposal, Publisher, Speaker, User
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
from tests.factories import AttributionFactory, OfficeFactory, SpeakerFactory, country

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


# --- what the files have otherwise than a person ---------------------------------------------


def proposed() -> dict[tuple[str, str], object]:
    return {(one.record, one.field): one.value for one in Proposal.objects.open()}


def files(**changes: Any) -> Authorities:
    """The records of `SOME` with another speaker, country or publisher."""
    return Authorities(
        (replace(RUSSIA, **changes.get("country", {})),),
        (replace(LAVROV, **changes.get("speaker", {})),),
        (replace(TASS, **changes.get("publisher", {})),),
    )


def give_names(speaker: Speaker | Country, names: list[dict[str, str]], who: User) -> None:
    """As the workbench and the admin do it: the rows first, then the log."""
    before = curation.names_of(speaker)
    field_of(speaker, "names").write(speaker, names)
    curation.change_names(type(speaker).objects.get(pk=speaker.pk), before, who=who)


def test_what_nobody_edited_is_never_proposed() -> None:
    load_authorities(SOME)
    load_authorities(files(speaker={"name": "S. Lavrov", "variants": ()}))
    assert not Proposal.objects.exists()


def test_files_that_agree_with_a_person_propose_nothing(curator: User) -> None:
    load_authorities(SOME)
    curation.change(Speaker.objects.get(), {"preferred_name": "S. V. Lavrov"}, who=curator)
    give_names(Speaker.objects.get(), [{"variant": "Lawrow"}, {"variant": "Lavroff"}], curator)
    load_authorities(
        files(speaker={"name": "S. V. Lavrov", "variants": ("Lawrow", "Lavroff", "Lawrow"), "offices": ()})
    )
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("model", "field", "theirs", "said", "value"),
    [
        (Speaker, "preferred_name", "S. V. Lavrov", {"name": "Lavrov, Sergey"}, "Lavrov, Sergey"),
        (Speaker, "kind", "unnamed", {"kind": "institution"}, "institution"),
        (Speaker, "country", None, {"country": "TR"}, "TR"),
        (Speaker, "source", "his own page", {"source": "test 2"}, "test 2"),
        (Country, "name", "Russian Federation", {"name": "Rossiya"}, "Rossiya"),
        (Country, "adjective", "Russia's", {"adjective": "Rossian"}, "Rossian"),
        (Publisher, "name", "Itar-Tass", {"name": "TASS agency"}, "TASS agency"),
        (Publisher, "names", ["Tass"], {"names": ("Itar-Tass", "ТАСС")}, ["Itar-Tass", "ТАСС"]),
        (Publisher, "domains", ["tass.ru"], {"domains": ("tass.example",)}, ["tass.example"]),
        (Publisher, "country", None, {"country": "TR"}, "TR"),
    ],
)
def test_each_field_of_each_record_stays_and_is_proposed_and_taken_and_taken_back(
    curator: User, model: Any, field: str, theirs: object, said: dict[str, object], value: object
) -> None:
    load_authorities(SOME)
    name = model._meta.model_name
    row = model.objects.get()
    country("TR", "Turkey")
    curation.change(row, {field: theirs}, who=curator)
    before = model.objects.values().get(pk=row.pk)
    load_authorities(files(**{name: said}))
    assert model.objects.values().get(pk=row.pk) == before
    [proposal] = Proposal.objects.open()
    [edit] = curation.take(proposal, who=curator)
    taken = getattr(model.objects.get(pk=row.pk), field)
    assert (getattr(taken, "code", taken), edit.why) == (value, "taken from authority files")
    load_authorities(files(**{name: said}))
    assert not Proposal.objects.open()
    curation.revert_action(edit.action, who=curator)
    assert getattr(model.objects.get(pk=row.pk), field) == theirs


def test_names_and_offices_are_proposed_and_taken_as_the_files_have_them(curator: User) -> None:
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    theirs = [{"variant": "Lawrow"}]
    give_names(speaker, theirs, curator)
    offices = (
        OfficeRecord("Minister of Foreign Affairs", "RU", "2004-03-09", "2030"),
        OfficeRecord("Envoy", None, "1994", "2004", "a page"),
        OfficeRecord("Envoy", "RU", "1994", "2001", "another row of one start"),
    )
    newer = files(speaker={"variants": ("Lavroff", "Lavrov S."), "offices": offices})
    assert load_authorities(newer) == {"unchanged": 3}
    assert curation.names_of(speaker) == theirs
    [edit] = curation.take(Proposal.objects.get(), who=curator)
    assert [variant.text for variant in speaker.variants.all()] == ["Lavroff", "Lavrov S."]
    envoy, minister = speaker.offices.all()
    assert (envoy.country, envoy.end, envoy.source) == (None, "2004", "a page")
    assert (minister.country.code, minister.start, minister.end) == ("RU", "2004-03-09", "2030")
    load_authorities(newer)
    assert not Proposal.objects.open()
    curation.revert_action(edit.action, who=curator)
    assert curation.names_of(speaker) == theirs


def test_names_of_countries_are_proposed(curator: User) -> None:
    load_authorities(SOME)
    give_names(Country.objects.get(), [{"use": "name", "text": "Rossiya"}], curator)
    names = (
        CountryName("Moscow", "capital"),
        CountryName("Moscow", "capital"),
        CountryName("Kremlin", "metonym"),
    )
    load_authorities(files(country={"names": names}))
    [proposal] = Proposal.objects.open()
    curation.take(proposal, who=curator)
    assert set(Country.objects.get().names.values_list("text", "use")) == {
        ("Moscow", "capital"),
        ("Kremlin", "metonym"),
    }


def test_what_a_person_replaced_is_not_proposed_but_another_value_is(curator: User) -> None:
    load_authorities(SOME)
    curation.change(Speaker.objects.get(), {"preferred_name": "S. V. Lavrov", "country": None}, who=curator)
    curation.change(Country.objects.get(), {"adjective": "Russia's"}, who=curator)
    curation.change(Publisher.objects.get(), {"names": ["Tass"], "domains": []}, who=curator)
    give_names(Country.objects.get(), [{"use": "name", "text": "Rossiya"}], curator)
    [variant, minister] = curation.names_of(Speaker.objects.get())
    give_names(Speaker.objects.get(), [variant, {**minister, "end": "2030"}], curator)
    load_authorities(SOME)
    assert not Proposal.objects.exists()
    turkey = country("TR", "Turkey")
    newer = files(
        speaker={"name": "Lavrov", "country": "TR", "offices": (replace(LAVROV.offices[0], end="2029"),)},
        country={"adjective": "Rossian", "names": (CountryName("Moscow", "metonym"),)},
        publisher={"names": ("ТАСС",), "domains": ("tass.ru",)},
    )
    load_authorities(newer)
    assert proposed() == {
        ("speaker", "preferred_name"): "Lavrov",
        ("speaker", "country"): turkey.pk,
        ("speaker", "names"): [variant, {**minister, "end": "2029"}],
        ("country", "adjective"): "Rossian",
        ("country", "names"): [{"use": "metonym", "text": "Moscow"}],
        ("publisher", "names"): ["ТАСС"],
        ("publisher", "domains"): ["tass.ru"],
    }
    load_authorities(SOME)
    assert {one.state for one in Proposal.objects.all()} == {"void"}


def test_names_that_a_speaker_had_before_a_merge_are_not_proposed_after_it(curator: User) -> None:
    load_authorities(SOME)
    winner = Speaker.objects.get()
    loser = SpeakerFactory(slug="lavrow", preferred_name="Lawrow")
    OfficeFactory(speaker=loser, title="Envoy", start="1994")
    curation.merge(loser, winner, who=curator)
    merged = curation.names_of(winner)
    assert {"variant": "Lawrow"} in merged and len(merged) == 4
    load_authorities(SOME)
    assert not Proposal.objects.exists() and curation.names_of(winner) == merged
    load_authorities(files(speaker={"variants": ("Sergei Lavrov", "Lavroff")}))
    assert list(proposed()) == [("speaker", "names")]


def test_what_was_kept_is_not_proposed_again_until_the_files_change(curator: User) -> None:
    load_authorities(SOME)
    curation.change(Speaker.objects.get(), {"preferred_name": "S. V. Lavrov"}, who=curator)
    give_names(Speaker.objects.get(), [], curator)
    newer = files(speaker={"name": "Lavrov, Sergey", "variants": ("Lavroff",)})
    load_authorities(newer)
    assert curation.keep_all(Proposal.objects.open(), who=curator) == 2
    load_authorities(newer)
    assert proposed() == {}
    load_authorities(files(speaker={"name": "Lavrov"}))
    assert proposed() == {("speaker", "preferred_name"): "Lavrov"}
    load_authorities(files(speaker={"name": "Lavroff"}))
    assert proposed() == {("speaker", "preferred_name"): "Lavroff"}
    load_authorities(files(speaker={"variants": ("Lawrow",), "offices": (), "name": "S. V. Lavrov"}))
    assert proposed() == {("speaker", "names"): [{"variant": "Lawrow"}]}
    assert sorted(Proposal.objects.values_list("state", flat=True)) == ["kept", "kept", "open", "void"]


def test_record_that_a_person_made_is_proposed_field_by_field(curator: User) -> None:
    made = Speaker(slug="sergey-lavrov", kind="person", preferred_name="Lavrov, a poet", source="his books")
    curation.create(made, who=curator)
    load_authorities(SOME)
    assert {field for _, field in proposed()} == {"preferred_name", "country", "source", "names"}
    assert curation.take_all(Proposal.objects.open(), who=curator) == 4
    assert stored_authorities() == SOME


def test_proposal_on_a_record_that_the_files_no_longer_have_is_void(curator: User) -> None:
    load_authorities(SOME)
    curation.change(Speaker.objects.get(), {"preferred_name": "S. V. Lavrov"}, who=curator)
    load_authorities(files(speaker={"name": "Lavrov, Sergey"}))
    load_authorities(Authorities((RUSSIA,), (), (TASS,)))
    assert [one.state for one in Proposal.objects.all()] == ["void"]


def test_loading_leaves_the_proposals_of_other_machines(curator: User) -> None:
    load_authorities(SOME)
    other = Proposal.objects.create(record="article", record_id=1, field="title", machine="cleaner 9")
    load_authorities(SOME)
    assert list(Proposal.objects.open()) == [other]


def test_field_changed_after_the_proposal_is_looked_at_again(curator: User) -> None:
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    curation.change(speaker, {"preferred_name": "S. V. Lavrov"}, who=curator)
    load_authorities(files(speaker={"name": "Lavrov, Sergey"}))
    proposal = Proposal.objects.get()
    curation.change(speaker, {"preferred_name": "Lavrov"}, who=curator)
    with pytest.raises(ValidationError, match="changed after the proposal"):
        curation.take(proposal, who=curator)
    look_again(proposal)
    assert Proposal.objects.get().current == "Lavrov"
    curation.change(speaker, {"preferred_name": "Lavrov, Sergey"}, who=curator)
    look_again(proposal)
    assert Proposal.objects.get().state == "void"


def test_what_a_person_changed_meanwhile_in_another_field_is_not_written_over(curator: User) -> None:
    """The rows are locked before the log is read (PostgreSQL), so that nothing comes between the two."""
    load_authorities(SOME)
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        load_authorities(files(speaker={"name": "S. Lavrov"}))
    reads = [sql for sql in statements if 'FROM "statements_speaker"' in sql]
    log = [place for place, sql in enumerate(statements) if 'FROM "statements_edit"' in sql]
    assert statements.index(reads[0]) < log[1]
    if connection.vendor == "postgresql":
        assert reads[0].endswith("FOR NO KEY UPDATE")


FIELDS = {
    Speaker: ("preferred_name", "source"),
    Country: ("name", "adjective"),
    Publisher: ("name", "source"),
}
WORDS = ("one", "two", "three")


def any_files(chance: random.Random) -> Authorities:
    def word() -> str:
        return chance.choice(WORDS)

    names = (CountryName(word(), "name"), CountryName(word(), "capital"))
    offices = tuple(
        OfficeRecord("Minister", chance.choice(("RU", None)), start, chance.choice(("", "2030")), word())
        for start in ("2004", "2012")
        if chance.random() < 0.5
    )
    return files(
        country={"name": word(), "adjective": word(), "names": names},
        speaker={"name": word(), "source": word(), "variants": (word(),), "offices": offices},
        publisher={"name": word(), "source": word(), "names": (word(),)},
    )


def a_deed(chance: random.Random, who: User) -> None:
    """What a curator may do between two loads."""
    model = chance.choice((Speaker, Country, Publisher))
    row, deed = model.objects.get(), chance.choice(("field", "names", "decide", "decide", "undo"))
    standing = list(Proposal.objects.open())
    if deed == "field":
        curation.change(row, {chance.choice(FIELDS[model]): chance.choice(WORDS)}, who=who)
    elif deed == "names" and isinstance(row, Speaker):
        give_names(row, [{"variant": chance.choice(WORDS)}], who)
    elif deed == "names" and isinstance(row, Country):
        give_names(row, [{"use": "name", "text": chance.choice(WORDS)}], who)
    elif deed == "decide" and standing:
        one = chance.choice(standing)
        try:
            chance.choice((curation.take, curation.keep))(one, who=who)
        except ValidationError:
            look_again(one)
    elif deed == "undo" and (last := Edit.objects.filter(reverts=None, reverted_by=None).first()):
        curation.revert_action(last.action, who=who, skip_changed=True)


@pytest.mark.parametrize("seed", range(25))
def test_no_edit_is_lost_and_every_disagreement_written_down(seed: int, curator: User) -> None:
    chance = random.Random(seed)
    load_authorities(any_files(chance))
    told = 0
    for _ in range(12):
        for _ in range(chance.randrange(3)):
            try:
                a_deed(chance, curator)
            except ValidationError:  # undo of what has changed since
                continue
        said = any_files(chance)
        load_authorities(said)
        told += check_against(said)
    assert on_authority_records().count() == Proposal.objects.open().count()
    assert told or not Edit.objects.exists()


def check_against(said: Authorities) -> int:
    """How many disagreements stand; each is proposed, unless people have seen this very value."""
    told = 0
    fresh = {"country": said.countries[0], "speaker": said.speakers[0], "publisher": said.publishers[0]}
    edits = list(Edit.objects.exclude(record="proposal").order_by("pk"))
    standing_edits = Edit.objects.filter(reverts=None, reverted_by=None)
    last = {(edit.record, edit.field): edit for edit in edits}
    for (record, field), edit in last.items():
        row = {"country": Country, "speaker": Speaker, "publisher": Publisher}[record].objects.get()
        now = field_of(row, field).read(row)
        assert now == edit.new
        value = as_said(fresh[record], field)
        ours = Proposal.objects.filter(record=record, record_id=row.pk, field=field).order_by("pk")
        standing = [one for one in ours if one.state == "open"]
        if alike(field, now, value):
            assert not standing
            continue
        told += 1
        seen = [one.value for one in ours if one.state == "kept"][-1:]
        replaced = (one for one in standing_edits if (one.record, one.field) == (record, field))
        seen += [one.old for one in replaced]
        assert [(one.current, one.value) for one in standing] == ([] if value in seen else [(now, value)])
    return told


def as_said(record: Any, field: str) -> Any:
    if field != "names":
        return getattr(record, "name" if field == "preferred_name" else field)
    if isinstance(record, CountryRecord):
        return sorted(({"use": n.use, "text": n.text} for n in record.names), key=lambda n: n["use"])
    variants = [{"variant": text} for text in record.variants]
    return variants + [
        {"office": o.title, "country": o.country or "", "start": o.start, "end": o.end, "source": o.source}
        for o in record.offices
    ]


# --- reading back ------------------------------------------------------------------------------


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
