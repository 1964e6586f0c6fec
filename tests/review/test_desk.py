"""The desk without script: every button by its form, and what becomes of a form that came too late."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from statements import curation
from statements.models import Article, Edit, Lease, Proposal, Speaker, Statement
from statements.store.proposals import propose
from tests.factories import (
    ArticleFactory,
    CountryFactory,
    CountryNameFactory,
    PublisherFactory,
    SpeakerFactory,
    VariantNameFactory,
    make_statement,
)
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

TEXT = "Lund said talks would go on. Berg said the border was shut and that trade had stopped."


@pytest.fixture
def curator():
    return make_user("curator")


@pytest.fixture
def client(curator):
    return make_client(curator)


@pytest.fixture
def article() -> Article:
    return ArticleFactory(text=TEXT)


@pytest.fixture
def statement(article) -> Statement:
    return make_statement("talks would go on", article=article, speaker="Ivo Lund", source="Lund")


def address(statement: Statement, queue: str = "all") -> str:
    return reverse("review-statement", args=[queue, statement.public_id])


def fields_of(page: str) -> dict[str, str]:
    """What the form of the page would send, button aside."""
    form = page[page.index('class="fields"') : page.index("</form>", page.index('class="fields"'))]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form):
        told = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if told.get("type") not in ("radio", "checkbox"):
            sent[told["name"]] = unescape(told.get("value", ""))
    for name, body in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        sent[name] = unescape(body)
    for name, body in re.findall(r'<select[^>]*name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body) or re.search(r'value="([^"]*)"', body)
        sent[name] = unescape(chosen[1]) if chosen else ""
    return sent


def open_desk(client, statement: Statement) -> dict[str, str]:
    response = client.get(address(statement))
    assert response.status_code == 200
    return fields_of(response.content.decode())


def press(client, statement: Statement, button: str, fields: dict[str, str] | None = None, **changed: str):
    sent = {**(fields or open_desk(client, statement)), **changed, "do": button}
    return client.post(address(statement), sent)


def test_accept_approves_and_goes_on(client, article, statement) -> None:
    other = make_statement("trade had stopped", article=article)
    response = press(client, statement, "accept")
    assert (response.status_code, response.url) == (302, address(other))
    statement.refresh_from_db()
    assert statement.review_state == "approved"
    assert [edit.field for edit in Edit.objects.all()] == ["review_state"]
    press(client, other, "accept")
    assert "Every statement was reviewed." in client.get("/review/").content.decode()


def test_accept_with_other_fields_corrects(client, statement) -> None:
    CountryFactory(code="AM", name="Armenia")
    CountryFactory(code="TR", name="Turkey")
    press(client, statement, "accept", about="Armenia; TR", act="denies", role_0="envoy", said_edtf="2020-07")
    statement.refresh_from_db()
    assert (statement.review_state, statement.act) == ("corrected", "denies")
    assert sorted(one.code for one in statement.about_countries.all()) == ["AM", "TR"]
    assert (statement.said_edtf, statement.said_basis) == ("2020-07", "named by a curator")
    row = statement.attributions.get()
    assert (row.role, row.source, row.basis) == ("envoy", "Lund", "named by a curator")
    assert row.speaker.preferred_name == "Ivo Lund"


def test_other_words_are_those_of_the_article(client, statement) -> None:
    response = press(client, statement, "accept", words="talks would go on forever")
    assert response.status_code == 422
    assert "does not stand so in the article" in response.content.decode()
    press(client, statement, "accept", words="talks\r\n…\r\ngo on")
    assert statement.words == "talks … go on"


def test_a_speaker_is_found_by_any_name(client, statement) -> None:
    berg = SpeakerFactory(preferred_name="Karl Berg")
    VariantNameFactory(speaker=berg, text="Charles Berg")
    press(client, statement, "accept", speaker_0="charles BERG")
    assert statement.attributions.get().speaker == berg


def test_a_name_of_several_or_of_nobody_is_asked_about(client, statement) -> None:
    one = SpeakerFactory(slug="lund-1", preferred_name="Anna Lund")
    SpeakerFactory(slug="lund-2", preferred_name="Anna Lund")
    response = press(client, statement, "accept", speaker_0="Anna Lund")
    page = response.content.decode()
    assert response.status_code == 422
    assert "choose one" in page
    assert 'value="lund-1"' in page and 'value="lund-2"' in page
    statement.refresh_from_db()
    assert statement.review_state == "machine"
    press(client, statement, "accept", fields_of(page), choice_0="lund-1")
    assert statement.attributions.get().speaker == one
    press(client, statement, "accept", speaker_0="Eva Novak", choice_0="new:person")
    made = Speaker.objects.get(preferred_name="Eva Novak")
    assert statement.attributions.get().speaker == made
    assert made.provisional


@pytest.mark.parametrize(
    "fields",
    [{"about": "Atlantis"}, {"country_0": "Atlantis"}, {"said_edtf": "last week"}, {"agency": "Nobody"}],
)
def test_what_is_not_known_is_told_and_kept_as_typed(client, statement, fields) -> None:
    response = press(client, statement, "accept", **fields)
    assert response.status_code == 422
    [(name, typed)] = fields.items()
    assert fields_of(response.content.decode())[name] == typed
    assert not Edit.objects.exists()


def test_reject_asks_why(client, statement) -> None:
    assert press(client, statement, "reject").status_code == 422
    press(client, statement, "reject", why="the narrator’s words")
    statement.refresh_from_db()
    assert (statement.review_state, statement.review_reason) == ("rejected", "the narrator’s words")


def test_what_a_record_refuses_is_told_whatever_its_field(client, statement, monkeypatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise ValidationError({"folded": "No such words."})

    monkeypatch.setattr(curation, "approve", refuse)
    response = press(client, statement, "accept")
    assert response.status_code == 422
    assert "No such words." in response.content.decode()


def test_cut_and_join(client, article) -> None:
    whole = make_statement("the border was shut and that trade had stopped", article=article)
    press(client, whole, "cut", words="the border was shut", second="trade had stopped")
    new = article.statements.exclude(pk=whole.pk).get()
    assert (whole.words, new.words) == ("the border was shut", "trade had stopped")
    press(client, whole, "join", other=new.public_id)
    whole = Statement.objects.get(pk=whole.pk)
    assert whole.words == "the border was shut … trade had stopped"
    new.refresh_from_db()
    assert new.review_state == "rejected"


def test_a_form_that_came_too_late_changes_nothing_and_shows_both(client, statement) -> None:
    fields = open_desk(client, statement)
    other = make_user("curator", username="boris")
    curation.correct(statement, {"act": "denies"}, who=other)
    response = press(client, statement, "accept", fields, act="warns")
    page = response.content.decode()
    assert response.status_code == 409
    statement.refresh_from_db()
    assert statement.act == "denies"
    assert "boris changed <strong>act</strong>" in page
    assert fields_of(page)["act"] == "warns"
    press(client, statement, "accept", fields_of(page))
    statement.refresh_from_db()
    assert statement.act == "warns"


def test_a_newer_reading_by_the_machine_is_no_correction_by_the_curator(client, statement) -> None:
    fields = open_desk(client, statement)
    Statement.objects.filter(pk=statement.pk).update(act="pledges")
    response = press(client, statement, "accept", fields)
    assert response.status_code == 409
    assert "read again meanwhile" in response.content.decode()
    statement.refresh_from_db()
    assert statement.act == "pledges"


def test_undo_takes_the_last_action_back(client, statement) -> None:
    press(client, statement, "accept", act="denies", kind="mixed")
    page = client.get(address(statement)).content.decode()
    undo = re.search(r"/review/undo/[0-9a-f-]+/", page)[0]
    response = client.post(undo, {"next": address(statement)})
    assert response.url == address(statement)
    statement.refresh_from_db()
    assert (statement.act, statement.kind, statement.review_state) == ("states", "indirect", "machine")
    client.post(undo, {"next": "https://elsewhere.example/"})
    assert "This was taken back already." in client.get("/review/").content.decode()


def test_undo_leads_nowhere_else(client, statement) -> None:
    press(client, statement, "accept")
    action = Edit.objects.get().action
    response = client.post(reverse("review-undo", args=[action]), {"next": "//elsewhere.example/"})
    assert response.url == "/review/"


def test_proposals_are_taken_or_kept(client, curator, statement) -> None:
    curation.approve(statement, who=curator)
    propose(statement, {"kind": "mixed", "act": "denies"}, machine="extractor 9")
    assert f"as {curator.username} left it on" in client.get(address(statement)).content.decode()
    kind, act = (Proposal.objects.get(field=field) for field in ("kind", "act"))
    response = press(
        client, statement, "decide", **{f"proposal_{kind.pk}": "take", f"proposal_{act.pk}": "keep"}
    )
    assert response.status_code == 302
    statement.refresh_from_db()
    assert (statement.kind, statement.act) == ("mixed", "states")
    assert not Proposal.objects.open().exists()
    assert press(client, statement, "decide").status_code == 422


def test_alike_proposals_are_taken_together(client, curator, article, statement) -> None:
    other = make_statement("trade had stopped", article=article)
    for one in (statement, other):
        curation.approve(one, who=curator)
        propose(one, {"kind": "mixed"}, machine="extractor 9")
    row = Proposal.objects.get(record_id=statement.pk)
    press(client, statement, "decide", **{f"proposal_{row.pk}": "take", f"alike_{row.pk}": "on"})
    assert set(Statement.objects.values_list("kind", flat=True)) == {"mixed"}


def test_the_desk_tells_who_else_is_there(client, statement) -> None:
    anna = make_user("curator", username="anna")
    make_client(anna).get(address(statement))
    assert "anna works on this article" in client.get(address(statement)).content.decode()
    assert Lease.objects.get().who == anna


def test_a_queue_begins_at_its_first(client, statement) -> None:
    assert client.get(reverse("review-queue", args=["all"])).url == address(statement)
    assert client.get(reverse("review-queue", args=["proposals"])).url == "/review/"
    assert client.get("/review/queue/nothing/").status_code == 404


def test_a_missed_statement_is_added(client, article) -> None:
    place = reverse("review-add", args=[article.public_id])
    assert client.post(place, {"words": "no such words", "kind": "direct"}).status_code == 422
    response = client.post(place, {"words": "trade had stopped", "kind": "indirect"})
    made = Statement.objects.get()
    assert response.url == address(made)
    assert (made.words, made.review_state) == ("trade had stopped", "corrected")
    page = client.get(address(made)).content.decode()
    client.post(re.search(r"/review/undo/[0-9a-f-]+/", page)[0])
    made.refresh_from_db()
    assert (made.review_state, made.listed) == ("withdrawn", False)


def test_all_of_a_kind_are_accepted_at_once_with_one_undo(client, article) -> None:
    first = make_statement("talks would go on", article=article)
    second = make_statement("the border was shut", article=article, kind="direct")
    third = make_statement("trade had stopped", article=article)
    place = reverse("review-accept-all", args=[article.public_id])
    page = client.get(place, {"kind": "indirect"}).content.decode()
    shown = re.findall(r'name="shown" value="(\w+)"', page)
    assert shown == [first.public_id, third.public_id]
    client.post(place, {"kind": "indirect", "shown": shown})
    states = dict(Statement.objects.values_list("public_id", "review_state"))
    assert states == {
        first.public_id: "approved",
        second.public_id: "machine",
        third.public_id: "approved",
    }
    client.post(reverse("review-undo", args=[Edit.objects.first().action]))
    assert set(Statement.objects.values_list("review_state", flat=True)) == {"machine"}


def test_accepting_all_takes_none_that_was_not_shown(client, article) -> None:
    shown = make_statement("talks would go on", article=article)
    came_since = make_statement("trade had stopped", article=article)
    place = reverse("review-accept-all", args=[article.public_id])
    client.post(place, {"shown": [shown.public_id]})
    came_since.refresh_from_db()
    assert came_since.review_state == "machine"


def test_names_are_looked_up_as_they_are_typed(client) -> None:
    SpeakerFactory(preferred_name="Sergey Lavrov")
    SpeakerFactory(preferred_name="Anna Lund")
    names = client.get("/review/look-up/speakers/", {"q": "lavr"}).json()["names"]
    assert [one["name"] for one in names] == ["Sergey Lavrov"]
    assert client.get("/review/look-up/speakers/", {"q": "l"}).json() == {"names": []}


@pytest.mark.parametrize(
    ("of", "typed", "names"),
    [
        ("countries", "türk", ["Türkiye"]),
        ("countries", "turq", ["Türkiye"]),  # in French
        ("countries", "arab", ["Arab League", "United Arab Emirates"]),
        ("countries", "rab", []),
        ("publishers", "anad", ["AA"]),
        ("publishers", "aa", ["AA"]),
    ],
)
def test_countries_and_publishers_are_looked_up_by_any_name(client, of, typed, names) -> None:
    CountryNameFactory(country=CountryFactory(code="TR", name="Türkiye"), text="Turquie")
    for code, name in (("AE", "United Arab Emirates"), ("LAS", "Arab League")):
        CountryNameFactory(country=CountryFactory(code=code, name=name), text=name)
    PublisherFactory(name="AA", names=["Anadolu Agency"])
    found = client.get(f"/review/look-up/{of}/", {"q": typed}).json()["names"]
    assert [one["name"] for one in found] == names
    assert client.get("/review/look-up/users/", {"q": typed}).status_code == 404


@pytest.mark.parametrize("rows", [1, 12])
def test_the_desk_asks_as_much_for_many_as_for_one(client, rows, django_assert_max_num_queries) -> None:
    text = " ".join(f"Speaker number {n} said that words number {n} were said." for n in range(10, 10 + rows))
    article = ArticleFactory(text=text)
    made = [
        make_statement(f"words number {n} were said", article=article, speaker=f"Speaker {n}")
        for n in range(10, 10 + rows)
    ]
    client.get(address(made[0]))
    with django_assert_max_num_queries(24):
        client.get(address(made[0]))


def test_an_error_of_the_article_is_noted_with_its_evidence(client, statement) -> None:
    response = press(client, statement, "error", wrong="Berg", right="It was Lund.", evidence="")
    assert response.status_code == 422
    press(client, statement, "error", wrong="Berg", right="It was Lund.", evidence="the recording")
    error = statement.source_errors.get()
    assert (error.exact, error.note, error.evidence) == ("Berg", "It was Lund.", "the recording")
    assert "Berg" in client.get(statement.get_absolute_url()).content.decode()


def test_a_note_leaves_its_statement_open_and_undo_goes_on_to_the_action_before(client, statement) -> None:
    press(client, statement, "accept", act="denies")
    noted = {"wrong": "Berg", "right": "It was Lund.", "evidence": "the recording"}
    assert press(client, statement, "error", **noted).url == address(statement)
    press(client, statement, "error", **noted)
    assert "That is noted already." in client.get(address(statement)).content.decode()
    for _ in range(2):
        page = client.get(address(statement)).content.decode()
        client.post(re.search(r'action="(/review/undo/[0-9a-f-]+/)"', page)[1], {"next": address(statement)})
    assert not statement.source_errors.filter(active=True).exists()
    statement.refresh_from_db()
    assert (statement.act, statement.review_state) == ("states", "machine")


def test_a_role_that_is_too_long_is_told(client, statement) -> None:
    response = press(client, statement, "accept", role_0="x" * 301)
    assert response.status_code == 422
    assert "at most 300 characters" in response.content.decode()
