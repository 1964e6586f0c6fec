"""The queue of names: nearest candidates offered, people decide, nothing is merged by itself."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements import curation
from statements.models import Attribution, Edit, Speaker, User, VariantName
from statements.models.authority import folded_name
from statements.review import moving
from statements.review.candidates import Candidate, Sought, candidates_for
from tests.factories import (
    OfficeFactory,
    SpeakerFactory,
    VariantNameFactory,
    add_speaker,
    country,
    make_statement,
)
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

NAMES = "/review/names/"
MOST_QUERIES = 12


@pytest.fixture
def ada() -> Client:
    return make_client(make_user("curator", username="ada-of-the-archive"))


def person(name: str, code: str = "", *variants: str, **fields: object) -> Speaker:
    speaker = SpeakerFactory(
        slug=folded_name(name).replace(" ", "-"),
        preferred_name=name,
        country=country(code) if code else None,
        **fields,
    )
    for text in variants:
        VariantNameFactory(speaker=speaker, text=text)
    return speaker


def provisional(name: str, code: str = "", statements: int = 1) -> Speaker:
    speaker = person(name, code, provisional=True)
    for number in range(statements):
        make_statement(f"words {number} of {name}", speaker=speaker, country=code or None)
    return speaker


def unresolved(source: str, words: str, code: str = "") -> Attribution:
    statement = make_statement(words, speaker=None, source=source, country=code or None)
    return statement.attributions.get()


def offered(name: str, code: str = "") -> list[tuple[str, str]]:
    [found] = candidates_for([Sought(name, country(code).pk if code else None)])
    return [(one.speaker.preferred_name, one.nearness) for one in found]


# --- candidates -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "expected", "nearness"),
    [
        ("Nikol Pashinian", "Nikol Pashinyan", "the same name, spelled otherwise"),
        ("Pashinian", "Nikol Pashinyan", "part of the name"),
        ("Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "the same name"),
        ("Cavusoglu", "Mevlüt Çavuşoğlu", "part of the name"),
        ("Foreign Minister Mevlüt Çavuşoğlu", "Mevlüt Çavuşoğlu", "part of the name"),
        ("Cavusoglu Mevlut", "Mevlüt Çavuşoğlu", "the same name"),
        ("Sergej Lawrow", "Sergey Lavrov", "the same name"),
        ("Sergey Lavrof", "Sergey Lavrov", "nearly the same name"),
        ("S. Lavrov", "Sergey Lavrov", "part of the name"),
    ],
)
def test_other_spelling_finds_the_speaker_first(printed: str, expected: str, nearness: str) -> None:
    person("Nikol Pashinyan", "AM")
    person("Mevlüt Çavuşoğlu", "TR")
    person("Sergey Lavrov", "RU", "Sergej Lawrow")
    for other in ("Nikolai Patrushev", "Mevlana Celal", "Sergey Shoigu", "Ilham Aliyev"):
        person(other)
    assert offered(printed)[0] == (expected, nearness)


def test_other_person_of_the_surname_is_offered_but_not_first() -> None:
    person("Heydar Aliyev", "AZ")
    person("Ilham Aliyev", "AZ")
    person("Hikmet Hajiyev", "AZ")
    assert offered("Ilham Aliev", "AZ") == [
        ("Ilham Aliyev", "the same name, spelled otherwise"),
        ("Heydar Aliyev", "a name in common"),
    ]
    assert [name for name, _ in offered("I. Aliyev", "AZ")] == ["Ilham Aliyev", "Heydar Aliyev"]


def test_the_same_country_goes_before_another() -> None:
    person("Foreign Ministry of Armenia", "AM")
    person("Foreign Ministry of Georgia", "GE")
    assert offered("the Foreign Ministry", "GE")[0][0] == "Foreign Ministry of Georgia"
    assert offered("the Foreign Ministry", "AM")[0][0] == "Foreign Ministry of Armenia"


def test_five_at_most_and_neither_the_record_itself_nor_a_merged_one(curator: User) -> None:
    for given in ("Anna", "Boris", "Clara", "David", "Elena", "Fedor", "Gohar"):
        person(f"{given} Petrosyan")
    gone = person("Hovik Petrosian")
    curation.merge(gone, Speaker.objects.get(slug="anna-petrosyan"), who=curator)
    sought = provisional("Hovik Petrosyan")
    [found] = candidates_for([Sought("Hovik Petrosyan", None, sought.pk)])
    assert len(found) == 5
    assert {one.speaker for one in found}.isdisjoint({gone, sought})
    assert (found[0].speaker.slug, found[0].by) == ("anna-petrosyan", "Hovik Petrosian")


@pytest.mark.parametrize("name", ["", " ", "–", "a", "X", "the", "ا", "\x00", "'" * 300, "officials"])
def test_names_that_say_nothing_find_nobody_and_do_no_harm(name: str) -> None:
    person("Ilham Aliyev")
    assert offered(name) == []


def test_page_of_names_is_quick_among_five_thousand_speakers() -> None:
    """Of a processor's time, so that others' work does not count."""
    letters = "bcdfghklmnprstvz"
    names = [
        f"{a}a{b}or {c}e{d}i{e}yan"
        for a in letters
        for b in letters[:5]
        for c in letters
        for d in "lmrt"
        for e in "k"
    ]
    assert len(names) >= 5000
    Speaker.objects.bulk_create(
        Speaker(slug=f"s{number}", kind="person", preferred_name=name, folded=folded_name(name))
        for number, name in enumerate(names)
    )
    rows = Speaker.objects.values_list("pk", flat=True)
    VariantName.objects.bulk_create(
        VariantName(speaker_id=pk, text=f"V {pk} Vardanyan", folded=f"v {pk} vardanyan") for pk in rows[:5000]
    )
    start = time.process_time()
    found: list[list[Candidate]] = candidates_for([Sought(name[:-1], None) for name in names[::260]])
    assert time.process_time() - start < 3
    assert all(found)


# --- the queue ------------------------------------------------------------------------------------


def test_most_statements_first_with_candidates_in_words(ada: Client) -> None:
    pashinyan = person("Nikol Pashinyan", "AM")
    OfficeFactory(speaker=pashinyan, title="Prime Minister", start="2018-05-08")
    make_statement("peace", speaker=pashinyan)
    provisional("Nikol Pashinian", "AM", statements=1)
    provisional("Somebody Else", statements=3)
    person("Nobody Speaks", provisional=True)
    page = ada.get(NAMES).content.decode()
    assert page.index("Somebody Else") < page.index("Nikol Pashinian")
    assert "Nobody Speaks" not in page
    for words in (
        "Same as <bdi>Nikol Pashinyan",
        "spelled otherwise",
        "Prime Minister",
        "8 May 2018",
        "1 statement",
    ):
        assert words in page
    assert Edit.objects.count() == 0
    assert not Speaker.objects.filter(merged_into__isnull=False).exists()


def test_same_as_merges_and_goes_on_and_is_undone(ada: Client) -> None:
    winner, loser = person("Nikol Pashinyan", "AM"), provisional("Nikol Pashinian", "AM", 2)
    here = f"{NAMES}#n-other"
    answer = ada.post(
        reverse("review-settle", args=[loser.slug]), {"same": winner.slug, "seen": 0, "next": here}
    )
    assert (answer.status_code // 100, answer["Location"]) == (3, here)
    loser.refresh_from_db()
    assert loser.merged_into == winner
    assert winner.attributions.count() == 2
    assert list(winner.variants.values_list("text", flat=True)) == ["Nikol Pashinian"]
    page = ada.get(NAMES).content.decode()
    action = Edit.objects.get(field="merged_into").action
    assert "2 statements" in page
    assert reverse("review-undo", args=[action]) in page
    ada.post(reverse("review-undo", args=[action]))
    loser.refresh_from_db()
    assert (loser.merged_into, loser.attributions.count(), winner.variants.count()) == (None, 2, 0)


def test_speaker_of_its_own_leaves_the_queue(ada: Client) -> None:
    speaker = provisional("Somebody New")
    ada.post(reverse("review-settle", args=[speaker.slug]), {"do": "own", "seen": 0})
    speaker.refresh_from_db()
    assert not speaker.provisional
    assert Edit.objects.get().field == "provisional"
    assert "Every speaker was looked at" in ada.get(NAMES).content.decode()


def test_what_somebody_settled_meanwhile_is_not_settled_again(ada: Client, curator: User) -> None:
    first, second = person("Nikol Pashinyan"), person("Nikol Pashinjan")
    loser = provisional("Nikol Pashinian")
    curation.merge(loser, first, who=curator)
    answer = ada.post(reverse("review-settle", args=[loser.slug]), {"same": second.slug, "seen": 0})
    assert answer.status_code == 409
    assert "changed meanwhile by ada" in answer.content.decode()
    loser.refresh_from_db()
    assert loser.merged_into == first
    assert not second.attributions.exists()


@pytest.mark.parametrize(
    ("posted", "told"),
    [
        ({"same": "somebody-new"}, "with itself"),
        ({"same": "nobody-at-all"}, "There is no speaker"),
        ({"same": "gone"}, "merged into"),
        ({}, "Choose whom"),
        ({"do": "something"}, "Choose whom"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    ada: Client, curator: User, posted: dict[str, str], told: str
) -> None:
    speaker = provisional("Somebody New")
    curation.merge(person("Gone"), person("Stays"), who=curator)
    before = Edit.objects.count()
    answer = ada.post(reverse("review-settle", args=[speaker.slug]), {"seen": 0, **posted})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Edit.objects.count() == before


def test_form_without_its_version_is_stale(ada: Client) -> None:
    speaker = provisional("Somebody New")
    assert (
        ada.post(reverse("review-settle", args=[speaker.slug]), {"do": "own", "seen": "x"}).status_code == 409
    )
    speaker.refresh_from_db()
    assert speaker.provisional


# --- sources without a speaker ----------------------------------------------------------------------


def test_spellings_are_one_row_and_countries_are_apart(ada: Client) -> None:
    lavrov = person("Sergey Lavrov", "RU")
    unresolved("Lavrov", "the talks go on", "RU")
    unresolved("LAVROV", "the talks have failed", "RU")
    unresolved("Lavrov", "we wait and see")
    settled = unresolved("Peskov", "nothing to add")
    Attribution.objects.filter(pk=settled.pk).update(speaker=lavrov)
    page = ada.get(f"{NAMES}?of=sources")
    rows = [(row.name.printed, row.name.country_code, row.name.found) for row in page.context["rows"]]
    assert sorted(rows) == [("LAVROV", "RU", 2), ("Lavrov", "", 1)]
    assert all(row.candidates[0].speaker == lavrov for row in page.context["rows"])
    assert "2 statements" in page.content.decode()


def source_fields(attributions: list[Attribution], code: str, **more: object) -> dict[str, object]:
    return {
        "source": [one.source for one in attributions],
        "country": code,
        "count": len(attributions),
        **more,
    }


def test_source_given_to_a_speaker_names_all_its_statements(ada: Client) -> None:
    lavrov = person("Sergey Lavrov", "RU")
    rows = [unresolved("Lavrov", "the talks go on"), unresolved("LAVROV", "the talks have failed")]
    other = unresolved("Lavrov", "we wait and see", "AM")
    ada.post(reverse("review-move"), source_fields(rows, "none", to=lavrov.slug))
    for row in rows:
        row.refresh_from_db()
        assert (row.speaker, row.country.code, row.statement.review_state) == (lavrov, "RU", "corrected")
    assert Attribution.objects.get(pk=other.pk).speaker is None
    [action] = set(Edit.objects.values_list("action", flat=True))
    ada.post(reverse("review-undo", args=[action]))
    for row in Attribution.objects.filter(pk__in=[row.pk for row in rows]):
        assert (row.speaker, row.country, row.statement.review_state) == (None, None, "machine")


def test_source_as_a_speaker_of_its_own_and_back(ada: Client) -> None:
    row = unresolved("Tigran Balayan", "the embassy will reopen")
    address = reverse("review-new-speaker")
    shown = ada.get(address, {"source": "Tigran Balayan", "country": "none"}).content.decode()
    assert "1 statement in 1 article" in shown
    assert 'value="Tigran Balayan"' in shown
    country("AM")
    fields = {"name": "Tigran Balayan", "kind": "person", "spoken_for": "AM"}
    ada.post(address, source_fields([row], "none", **fields))
    new = Speaker.objects.get(slug="tigran-balayan")
    row.refresh_from_db()
    assert (row.speaker, row.country.code, new.provisional) == (new, "AM", False)
    action = Edit.objects.get(field="attribution 0: speaker").action
    ada.post(reverse("review-undo", args=[action]))
    row.refresh_from_db()
    new.refresh_from_db()
    assert (row.speaker, new.provisional) == (None, True)
    assert not ada.get(NAMES).context["rows"]


def test_source_of_which_another_was_settled_meanwhile_is_refused(ada: Client, curator: User) -> None:
    lavrov = person("Sergey Lavrov", "RU")
    rows = [unresolved("Lavrov", "the talks go on"), unresolved("Lavrov", "the talks have failed")]
    curation.name_speaker(rows[:1], lavrov, who=curator)
    answer = ada.post(reverse("review-move"), source_fields(rows, "none", to=lavrov.slug))
    assert answer.status_code == 409
    assert "There are 1 statements now, and the form showed 2" in answer.content.decode()
    assert Attribution.objects.get(pk=rows[1].pk).speaker is None


def test_more_than_can_be_done_at_once_are_done_in_turns(
    ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "MOST", 2)
    lavrov = person("Sergey Lavrov", "RU")
    rows = [unresolved("Lavrov", f"the talks of day {day}") for day in range(3)]
    address = reverse("review-move")
    page = ada.get(address, {"source": "Lavrov", "country": "none", "to": lavrov.slug}).content.decode()
    assert "1 more are left for the next time" in page
    assert 'name="count" value="3"' in page
    ada.post(address, source_fields(rows, "none", to=lavrov.slug) | {"source": "Lavrov"})
    assert lavrov.attributions.count() == 2
    ada.post(address, source_fields(rows[:1], "none", to=lavrov.slug))
    assert lavrov.attributions.count() == 3


# --- who may, and how many questions ------------------------------------------------------------------


@pytest.mark.parametrize("address", [NAMES, f"{NAMES}?of=sources"])
@pytest.mark.parametrize(("role", "status"), [("anonymous", 302), ("reader", 403), ("curator", 200)])
def test_curators_alone_see_the_queue(address: str, role: str, status: int) -> None:
    client = make_client(make_user(role) if role != "anonymous" else None)
    assert client.get(address).status_code == status


@pytest.mark.parametrize(("role", "status"), [("anonymous", 302), ("reader", 403)])
def test_nobody_else_settles_a_name(role: str, status: int) -> None:
    speaker = provisional("Somebody New")
    client = make_client(make_user(role) if role != "anonymous" else None)
    address = reverse("review-settle", args=[speaker.slug])
    assert client.post(address, {"do": "own", "seen": 0}).status_code == status
    assert not Edit.objects.exists()


@pytest.mark.parametrize("address", [NAMES, f"{NAMES}?of=sources"])
def test_as_many_queries_for_twenty_names_as_for_one(ada: Client, address: str) -> None:
    def fill(numbers: range) -> None:
        for number in numbers:
            known = person(f"Known{number} Sarkisyan{number}", "AM")
            OfficeFactory(speaker=known)
            provisional(f"Known{number} Sarkisian{number}", "AM")
            statement = make_statement(f"talks {number}", speaker=None, source=f"Sarkisian{number}")
            add_speaker(statement, None, country="AM")

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = ada.get(address)
        assert all(row.candidates for row in page.context["rows"])
        return len(asked)

    fill(range(1))
    for_one = count()
    fill(range(1, 25))
    assert count() == for_one
    assert for_one <= MOST_QUERIES
