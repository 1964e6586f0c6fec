"""Proposals on authority records in the workbench: shown, kept, taken, all alike, and taken back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements import curation
from statements.models import Country, Edit, Proposal, Publisher, Speaker, User
from statements.records import (
    Authorities,
    CountryName,
    CountryRecord,
    OfficeRecord,
    PublisherRecord,
    SpeakerRecord,
)
from statements.store.authorities import load_authorities
from statements.store.proposals import propose
from tests.factories import make_statement
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

PAGE = "/review/records/"
MOST_QUERIES = 16

RUSSIA = CountryRecord("RU", "Russia", "state", "Russian", (CountryName("Moscow", "capital"),))
MINISTER = OfficeRecord("Minister of Foreign Affairs", "RU", "2004-03-09")
LAVROV = SpeakerRecord("sergey-lavrov", "Sergey Lavrov", "person", "RU", ("Sergei Lavrov",), (MINISTER,))
TASS = PublisherRecord("tass", "TASS", "agency", "RU", ("Itar-Tass",), ("tass.com",))
SOME = Authorities((RUSSIA,), (LAVROV,), (TASS,))
# What the files say by now.
NEWER = Authorities(
    (replace(RUSSIA, name="Rossiya"),),
    (replace(LAVROV, name="Lavrov, Sergey"),),
    (replace(TASS, name="TASS agency"),),
)


@pytest.fixture
def grace() -> User:
    return make_user("curator", username="grace")


@pytest.fixture
def client(grace: User) -> Client:
    return make_client(grace)


@pytest.fixture
def lavrov(grace: User) -> Speaker:
    """A speaker whose name somebody corrected, and whom the files call otherwise since."""
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    curation.change(speaker, {"preferred_name": "S. V. Lavrov"}, who=grace, why="as he signs")
    load_authorities(replace(SOME, speakers=NEWER.speakers))
    return speaker


def shown(client: Client, page: str = PAGE) -> str:
    return client.get(page).content.decode()


def press(client: Client, button: str, **fields: object):
    return client.post(PAGE, {button: Proposal.objects.open()[0].pk, **fields})


def test_page_tells_what_the_files_say_what_stands_who_said_so_and_why(
    client: Client, lavrov: Speaker
) -> None:
    page = shown(client)
    assert "Here: <bdi>S. V. Lavrov</bdi>" in page
    assert "In the authority files: <bdi>Lavrov, Sergey</bdi>" in page
    assert re.search(r"grace said so\s+on \d+ \w+ \d{4}: “as he signs”", page)
    assert reverse("review-speaker", args=["sergey-lavrov"]) in page


def test_page_without_proposals(client: Client, lavrov: Speaker) -> None:
    load_authorities(SOME)  # back to the name that somebody replaced
    assert "say nothing new" in shown(client)
    assert PAGE in shown(client, "/review/")


def test_taking_is_an_edit_with_its_undo(client: Client, lavrov: Speaker, grace: User) -> None:
    response = press(client, "take")
    assert (response.status_code, response.url) == (302, PAGE)
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "Lavrov, Sergey"
    edit = Edit.objects.filter(record="speaker").latest("pk")
    assert (edit.who, edit.field, edit.why) == (grace, "preferred_name", "taken from authority files")
    page = shown(client)
    assert "Taken: name of Lavrov, Sergey." in page and "say nothing new" in page
    client.post(re.search(r"/review/undo/[0-9a-f-]+/", page)[0], {"next": PAGE})
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "S. V. Lavrov"
    assert Proposal.objects.open().exists()


def test_what_is_kept_is_not_proposed_at_the_next_reload(client: Client, lavrov: Speaker) -> None:
    press(client, "keep")
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "S. V. Lavrov"
    load_authorities(NEWER)
    assert "Kept: name of S. V. Lavrov." in shown(client)
    assert not Proposal.objects.open()
    load_authorities(replace(SOME, speakers=(replace(LAVROV, name="Sergey Viktorovich Lavrov"),)))
    assert "Sergey Viktorovich Lavrov" in shown(client)


def test_what_is_kept_can_be_decided_anew_after_an_undo(client: Client, lavrov: Speaker) -> None:
    press(client, "keep")
    page = shown(client)
    assert "say nothing new" in page
    client.post(re.search(r"/review/undo/[0-9a-f-]+/", page)[0], {"next": PAGE})
    assert [one.decided_by for one in Proposal.objects.open()] == [None]
    press(client, "take")
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "Lavrov, Sergey"


def test_all_that_are_alike_are_taken_at_once(client: Client, grace: User) -> None:
    others = tuple(replace(LAVROV, key=f"speaker-{n}", name=f"Speaker {n}") for n in range(3))
    load_authorities(replace(SOME, speakers=others))
    for speaker in Speaker.objects.all():
        curation.change(speaker, {"source": "a book"}, who=grace)
    load_authorities(replace(SOME, speakers=tuple(replace(one, source="test 2") for one in others)))
    Proposal.objects.filter(record_id=Speaker.objects.last().pk).update(value="test 3")
    first = Proposal.objects.open()[0]
    assert "and the same for 1 other alike" in shown(client)
    press(client, "take", **{f"alike_{first.pk}": "on"})
    assert sorted(Speaker.objects.values_list("source", flat=True)) == ["a book", "test 2", "test 2"]
    assert "and 1 more." in shown(client)
    client.post(reverse("review-undo", args=[Edit.objects.latest("pk").action]))
    assert set(Speaker.objects.values_list("source", flat=True)) == {"a book"}


@pytest.mark.parametrize(("button", "name"), [("take", "Rossiya"), ("keep", "Russian Federation")])
def test_all_of_the_page_but_nothing_that_it_did_not_show(
    client: Client, lavrov: Speaker, grace: User, button: str, name: str
) -> None:
    curation.change(Country.objects.get(), {"name": "Russian Federation"}, who=grace)
    load_authorities(NEWER)
    page = shown(client)
    shown_ids = re.findall(r'name="shown" value="(\d+)"', page)
    assert len(shown_ids) == 2 and "Leave all 2 of this page" in page
    curation.change(Publisher.objects.get(), {"name": "Tass"}, who=grace)
    load_authorities(replace(NEWER, publishers=(replace(TASS, name="ТАСС"),)))
    client.post(PAGE, {button: "all", "shown": shown_ids})
    assert Country.objects.get().name == name
    assert [one.record for one in Proposal.objects.open()] == ["publisher"]


def test_names_show_only_what_differs(client: Client, grace: User) -> None:
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    before = curation.names_of(speaker)
    speaker.variants.create(text="Lawrow")
    curation.change_names(speaker, before, who=grace)
    newer = replace(MINISTER, end="2030")
    load_authorities(replace(SOME, speakers=(replace(LAVROV, offices=(newer,)),)))
    page = shown(client)
    title = "Minister of Foreign Affairs, RU"
    assert f"Only here: <bdi>Lawrow; {title} (2004-03-09 – ?)</bdi>" in page
    assert f"Only in the authority files: <bdi>{title} (2004-03-09 – 2030)</bdi>" in page
    assert "Sergei Lavrov" not in page
    assert reverse("review-speaker-edit", args=["sergey-lavrov"]) in page


def test_offices_that_differ_in_their_source_alone_tell_the_sources(client: Client, grace: User) -> None:
    load_authorities(SOME)
    speaker = Speaker.objects.get()
    before = curation.names_of(speaker)
    speaker.offices.update(source="his own page")
    curation.change_names(speaker, before, who=grace)
    looked_up = replace(MINISTER, source="a gazette")
    load_authorities(replace(SOME, speakers=(replace(LAVROV, offices=(looked_up,)),)))
    assert re.search(
        r"only the source differs, here <bdi>his own page</bdi>, .*<bdi>a gazette</bdi>", shown(client)
    )


def test_names_of_countries_and_publishers_are_no_offices(client: Client, grace: User) -> None:
    load_authorities(SOME)
    curation.change(Publisher.objects.get(), {"names": ["Tass"]}, who=grace)
    load_authorities(replace(SOME, publishers=(replace(TASS, names=("ТАСС",)),)))
    page = shown(client)
    assert "Only here: <bdi>Tass</bdi>" in page and "Only in the authority files: <bdi>ТАСС</bdi>" in page
    assert "offices" not in page


def test_record_that_somebody_made_says_who_made_it(client: Client, grace: User) -> None:
    curation.create(Speaker(slug="sergey-lavrov", kind="person", preferred_name="A poet"), who=grace)
    load_authorities(SOME)
    assert "grace made this record" in shown(client)


def test_one_speakers_proposals_alone(client: Client, lavrov: Speaker, grace: User) -> None:
    curation.change(Country.objects.get(), {"name": "Russian Federation"}, who=grace)
    load_authorities(NEWER)
    page = shown(client, f"{PAGE}?speaker=sergey-lavrov")
    assert "S. V. Lavrov" in page and "Russian Federation" not in page
    assert "say nothing new" in shown(client, f"{PAGE}?speaker=nobody")
    response = client.post(f"{PAGE}?speaker=sergey-lavrov", {"keep": Proposal.objects.open()[1].pk})
    assert response.url == f"{PAGE}?speaker=sergey-lavrov"


def test_field_that_somebody_changed_meanwhile_is_told_and_not_overwritten(
    client: Client, lavrov: Speaker, grace: User
) -> None:
    curation.change(lavrov, {"preferred_name": "Lavrov"}, who=grace)
    response = press(client, "take")
    page = response.content.decode()
    assert response.status_code == 409 and "Somebody was here before you" in page
    assert "Here: <bdi>Lavrov</bdi>" in page
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "Lavrov"
    assert press(client, "take").status_code == 302


def test_of_two_curators_one_is_told(client: Client, lavrov: Speaker) -> None:
    number = Proposal.objects.get().pk
    make_client(make_user("curator", username="anna")).post(PAGE, {"keep": number})
    response = client.post(PAGE, {"take": number})
    assert response.status_code == 409 and "kept as it was" in response.content.decode()
    lavrov.refresh_from_db()
    assert lavrov.preferred_name == "S. V. Lavrov"


def test_value_that_the_record_refuses_is_told(client: Client, lavrov: Speaker) -> None:
    Proposal.objects.update(value="")
    response = press(client, "take")
    assert response.status_code == 422
    assert Proposal.objects.open().exists()


@pytest.mark.parametrize("button", ["", "x", "0", "99999999999999999999", "²", "-1"])
def test_nonsense_decides_nothing(client: Client, lavrov: Speaker, button: str) -> None:
    for fields in ({"take": button}, {"keep": button, "shown": [button]}, {"take": "all", "shown": [button]}):
        response = client.post(PAGE, fields)
        assert response.status_code == 422 and "Choose what shall stand." in response.content.decode()
    assert Proposal.objects.open().exists()


def test_proposals_on_statements_are_decided_on_at_the_desk_alone(client: Client, grace: User) -> None:
    statement = make_statement("words")
    curation.approve(statement, who=grace)
    [proposal] = propose(statement, {"kind": "mixed"}, machine="extractor 9")
    assert "say nothing new" in shown(client)
    assert client.post(PAGE, {"take": proposal.pk}).status_code == 422
    assert Proposal.objects.open().exists()


def test_queries_do_not_grow_with_the_proposals(client: Client, grace: User) -> None:
    many = tuple(replace(LAVROV, key=f"speaker-{n}", name=f"Speaker {n}") for n in range(25))
    load_authorities(replace(SOME, speakers=many))
    for row in (*Speaker.objects.all(), Country.objects.get(), Publisher.objects.get()):
        curation.change(row, {"source": f"a book on {row}"}, who=grace)
    said = [(replace(one, source="test 2") for one in rows) for rows in ((RUSSIA,), many, (TASS,))]
    load_authorities(Authorities(*map(tuple, said)))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = shown(client)
    assert "27 proposals." in page and page.count('name="shown"') == 20
    assert len(queries) <= MOST_QUERIES
