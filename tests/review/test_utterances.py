"""The queue of one utterance in several outlets: confirm, part, join, undo."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from statements.models import Edit, Statement, Utterance, UtteranceMember, UtterancePair
from statements.models.list_row import keep_keys
from statements.utterances.members import suggest_everywhere
from tests.factories import make_statement
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

QUEUE = "/review/utterances/"
TOLD = "the bridge at Kars was built on sand and on lies"


def told(words: str = TOLD, **fields) -> Statement:
    statement = make_statement(words, kind="direct", said=date(2020, 7, 16), **fields)
    keep_keys([statement.pk])
    return statement


def suggest() -> None:
    list(suggest_everywhere(anew=True))


@pytest.fixture
def two(db) -> tuple[Statement, Statement]:
    pair = told(), told(f"{TOLD}, and everybody knows it")
    suggest()
    return pair


@pytest.fixture
def client(db):
    return make_client(make_user("curator"))


def seen(client) -> str:
    return client.get(QUEUE).context["rows"][0].seen


def settle(client, do: str, *statements: Statement, **fields):
    sent = {"do": do, "of": [one.public_id for one in statements], "seen": seen(client)} | fields
    return client.post(reverse("review-utterances-settle"), sent, follow=True)


def states() -> list[str]:
    return sorted(UtteranceMember.objects.values_list("state", flat=True))


def test_the_queue_shows_both_wordings_and_the_home_counts_them(client, two) -> None:
    page = client.get(QUEUE).content.decode()
    for one in two:
        assert f'value="{one.public_id}" checked' in page
    assert "<ins>" in page
    assert "Suggested by the machine" in page or "suggested by the machine" in page
    home = client.get("/review/")
    assert home.context["utterances"] == 1
    assert f'href="{QUEUE}"' in home.content.decode()


def test_an_empty_queue_says_so(client) -> None:
    page = client.get(QUEUE)
    assert page.status_code == 200
    assert "No group waits." in page.content.decode()
    assert client.get("/review/").context["utterances"] == 0


def test_one_click_confirms_and_one_takes_it_back(client, two) -> None:
    page = settle(client, "together", *two).content.decode()
    assert "Confirmed: 2 statements report one act of speaking." in page
    assert states() == ["confirmed"] * 2
    assert "No group waits." in page
    action = Edit.objects.latest("id").action
    undone = client.post(reverse("review-undo", args=[action]), {"next": QUEUE}, follow=True)
    assert "Taken back: one act of speaking or two" in undone.content.decode()
    assert states() == ["suggested"] * 2


def test_parted_leaves_the_queue_for_good(client, two) -> None:
    settle(client, "apart")
    assert not Utterance.objects.exists()
    suggest()
    assert "No group waits." in client.get(QUEUE).content.decode()


def test_those_that_were_unticked_are_parted_from_the_others(client, two) -> None:
    third = told(f"of Kars: {TOLD}")
    suggest()
    settle(client, "together", *two)
    assert states() == ["confirmed"] * 2
    assert not UtteranceMember.objects.filter(statement=third).exists()


def test_a_decided_group_is_found_by_a_statement_of_it(client, two) -> None:
    settle(client, "together", *two)
    page = client.get(QUEUE, {"of": two[0].public_id})
    assert page.context["rows"][0].is_confirmed
    assert "Part them all" in page.content.decode()
    assert client.get(QUEUE, {"of": "nothing"}).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"do": "together"}, 422),
        ({"do": "whatever"}, 422),
        ({"do": "together", "seen": ""}, 409),
        ({"do": "apart", "seen": "nothing:suggested"}, 409),
        ({"do": "apart", "seen": "x" * 5000}, 409),
    ],
)
def test_what_cannot_be_used_changes_nothing(client, two, sent: dict[str, str], status: int) -> None:
    response = client.post(reverse("review-utterances-settle"), {"seen": seen(client)} | sent)
    assert response.status_code == status
    assert 'role="alert"' in response.content.decode()
    assert not UtterancePair.objects.exists()


def test_a_form_that_came_too_late_is_refused(client, two) -> None:
    shown = seen(client)
    settle(client, "together", *two)
    late = client.post(reverse("review-utterances-settle"), {"do": "apart", "seen": shown})
    assert late.status_code == 409
    assert states() == ["confirmed"] * 2


def test_a_group_that_grew_meanwhile_is_looked_at_again(client, two) -> None:
    shown = seen(client)
    told(f"of Kars: {TOLD}")
    suggest()
    late = client.post(reverse("review-utterances-settle"), {"do": "apart", "seen": shown})
    assert late.status_code == 409


@pytest.mark.parametrize("named", ["{}", "/statements/{}/", "https://example.org/statements/{}/#wordings"])
def test_two_are_joined_by_id_or_address(client, two, named: str) -> None:
    third = told("there was nothing under it but sand", speaker="Another Speaker")
    sent = {"one": third.public_id, "other": named.format(two[0].public_id)}
    page = client.post(reverse("review-utterances-join"), sent, follow=True)
    assert page.context["of"] == third.public_id
    assert UtteranceMember.objects.get(statement=third).state == "confirmed"


@pytest.mark.parametrize("other", ["", "nobody", "/countries/", "/nothing/", "https://[", "{self}"])
def test_a_join_with_nothing_is_refused_and_keeps_what_was_typed(client, two, other: str) -> None:
    typed = other.format(self=two[0].public_id)
    page = client.post(reverse("review-utterances-join"), {"one": two[0].public_id, "other": typed})
    assert page.status_code == 422
    assert f'value="{typed}"' in page.content.decode()
    assert not UtterancePair.objects.exists()


def test_as_many_queries_for_ten_groups_as_for_one(client, two, django_assert_max_num_queries) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(12) as counted:
            client.get(QUEUE)
        return len(counted)

    few = queries()
    for number in range(9):
        for ending in ("", " today"):
            told(
                f"the tower of Ani number {number} fell upon {number} shepherds{ending}",
                speaker=f"S {number}",
            )
    suggest()
    assert len(client.get(QUEUE).context["rows"]) == 10
    assert queries() == few


def test_readers_see_the_other_report_and_who_is_not_sure_of_it(client, two) -> None:
    one, other = two
    page = make_client(None).get(one.get_absolute_url()).content.decode()
    assert "Also reported as" in page
    assert other.get_absolute_url() in page
    assert "Suggested by the machine, not yet confirmed" in page
    settle(client, "together", *two)
    page = make_client(None).get(one.get_absolute_url()).content.decode()
    assert "A curator confirmed" in page
    assert "not yet confirmed" not in page
    alone = told("the sea is calm at Batumi")
    assert "Also reported as" not in make_client(None).get(alone.get_absolute_url()).content.decode()
