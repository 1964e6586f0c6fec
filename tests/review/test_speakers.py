"""One speaker in the workbench: every action with its preview, its refusals and its undo."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements import canonical, curation
from statements.models import Attribution, Edit, Speaker, User
from statements.records import SpeakerReference
from statements.store.articles import create_article, update_article
from statements.store.authorities import read_authorities
from tests.building import record, resolved
from tests.factories import (
    CountryFactory,
    OfficeFactory,
    OriginalFactory,
    SpeakerFactory,
    VariantNameFactory,
    country,
    make_statement,
)
from tests.security.routes import make_client, make_user

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12  # four of them for the session, its user and what he may


@pytest.fixture
def ada() -> Client:
    return make_client(make_user("curator", username="grace"))


@pytest.fixture
def winner() -> Speaker:
    return SpeakerFactory(slug="sergey-lavrov", preferred_name="Sergey Lavrov", country=country("RU"))


@pytest.fixture
def loser() -> Speaker:
    speaker = SpeakerFactory(
        slug="s-lavrov", preferred_name="S. Lavrov", provisional=True, country=country("RU")
    )
    VariantNameFactory(speaker=speaker, text="Lawrow")
    OfficeFactory(speaker=speaker, title="Envoy", start="2001")
    return speaker


def spoken_by(speaker: Speaker | None, words: str, code: str | None = None, source: str = "") -> Attribution:
    return make_statement(words, speaker=speaker, country=code, source=source).attributions.get()


def without_the_log() -> list[dict[str, object]]:
    return [row for row in canonical.records() if row["record"] != "edit"]


def hidden_fields(page: str, action: str = "") -> dict[str, list[str]]:
    """What the confirming form of a preview sends."""
    forms = re.findall(r"<form method=\"post\".*?</form>", page, re.S)
    [form] = [form for form in forms if "/undo/" not in form and action in form]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input type=\"hidden\"[^>]*>", form):
        name, value = (re.search(rf'{key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and name[1] != "csrfmiddlewaretoken":
            found.setdefault(name[1], []).append(value[1] if value else "")
    return found


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def confirm(client: Client, address: str, **more: object):
    """Look at the preview and press its button."""
    page = client.get(address)
    assert page.status_code == 200, text_of(page.content.decode())
    return client.post(address.partition("?")[0], hidden_fields(page.content.decode()) | more)


def undo_told(client: Client, address: str) -> None:
    """Press the "Undo" of the message."""
    page = client.get(address).content.decode()
    told = page[page.index('class="told"') :]
    client.post(re.search(r'action="(/review/undo/[^"]+)"', told)[1])


def address_of(view: str, speaker: Speaker) -> str:
    return reverse(f"review-{view}", args=[speaker.slug])


# --- merge ------------------------------------------------------------------------------------


def test_preview_of_a_merge_says_what_will_move_and_does_nothing(
    ada: Client, loser: Speaker, winner: Speaker
) -> None:
    for words in ("the talks go on", "the talks have failed"):
        spoken_by(loser, words)
    spoken_by(winner, "we wait and see")
    before = without_the_log()
    page = ada.get(address_of("merge", loser), {"into": "sergey lavrov"})
    told = text_of(page.content.decode())
    assert "2 statements of S. Lavrov will be Sergey Lavrov’s" in told
    assert "/speakers/s-lavrov/ will lead there" in told
    assert "Names taken over: “S. Lavrov”, “Lawrow”. Office taken over: “Envoy”." in told
    assert [side.found for side in page.context["sides"]] == [2, 1]
    assert without_the_log() == before
    assert not Edit.objects.exists()


def test_merge_and_its_undo(ada: Client, loser: Speaker, winner: Speaker) -> None:
    spoken_by(loser, "the talks go on")
    before = without_the_log()
    answer = confirm(ada, f"{address_of('merge', loser)}?into=sergey-lavrov", why="the same man")
    assert answer["Location"] == address_of("speaker", winner)
    loser.refresh_from_db()
    assert (loser.merged_into, winner.attributions.count()) == (winner, 1)
    assert {edit.why for edit in Edit.objects.all()} == {"the same man"}
    undo_told(ada, address_of("speaker", winner))
    assert without_the_log() == before


def test_unmerge_says_what_goes_back_and_can_be_undone(
    ada: Client, loser: Speaker, winner: Speaker, curator: User
) -> None:
    mended, _ = spoken_by(loser, "the talks go on"), spoken_by(loser, "the talks have failed")
    before = without_the_log()
    curation.merge(loser, winner, who=curator, why="a guess")
    merged = without_the_log()
    address = address_of("unmerge", loser)
    assert "2 of the 2 statements" in text_of(ada.get(address).content.decode())
    confirm(ada, address)
    assert without_the_log() == before
    undo_told(ada, address_of("speaker", loser))
    assert without_the_log() == merged
    mended.refresh_from_db()
    curation.name_speaker([mended], SpeakerFactory(slug="third"), who=curator)
    told = text_of(ada.get(address).content.decode())
    assert "1 of the 2 statements that the merge moved" in told
    assert "Those that got another speaker since stay as they are." in told
    confirm(ada, address)
    assert loser.attributions.count() == 1


def test_only_a_merged_speaker_is_unmerged(ada: Client, loser: Speaker) -> None:
    assert ada.get(address_of("unmerge", loser)).status_code == 404
    assert ada.post(address_of("unmerge", loser)).status_code == 404


@pytest.mark.parametrize(
    ("into", "told"),
    [("s-lavrov", "with itself"), ("gone", "is merged into Sergey Lavrov already")],
)
def test_merges_that_make_no_sense_are_refused(
    ada: Client, loser: Speaker, winner: Speaker, curator: User, into: str, told: str
) -> None:
    gone = SpeakerFactory(slug="gone", preferred_name="Gone")
    curation.merge(gone, winner, who=curator)
    before = without_the_log()
    answer = ada.post(address_of("merge", loser), {"into": into, "seen": 0, "seen_into": 10**6})
    assert answer.status_code == 422
    assert told in text_of(answer.content.decode())
    assert without_the_log() == before


def test_preview_of_a_merge_that_makes_no_sense_has_no_button(
    ada: Client, loser: Speaker, winner: Speaker, curator: User
) -> None:
    third = SpeakerFactory(slug="third", preferred_name="Third Man")
    curation.merge(loser, winner, who=curator)
    for one, into, told in (
        (winner, winner, "with itself"),
        (loser, third, "already"),
        (winner, third, "Others are merged"),
    ):
        answer = ada.get(address_of("merge", one), {"into": into.slug})
        page = answer.content.decode()
        assert (answer.status_code, told in page, 'name="into"' in page) == (422, True, False)


def test_name_that_means_several_or_nobody_offers_the_nearest(
    ada: Client, loser: Speaker, winner: Speaker
) -> None:
    SpeakerFactory(slug="sergey-lavrov-2", preferred_name="Sergey Lavrov")
    several = ada.get(address_of("merge", loser), {"into": "Sergey Lavrov"})
    assert several.status_code == 422
    page = several.content.decode()
    assert "2 speakers are called" in page
    assert 'value="sergey-lavrov-2"' in page
    nobody = ada.get(address_of("merge", loser), {"into": "Sergei Lavroff"})
    assert nobody.status_code == 422
    assert "No speaker is called" in nobody.content.decode()
    assert 'value="sergey-lavrov"' in nobody.content.decode()


@pytest.mark.parametrize("stale", ["loser", "winner"])
def test_merge_of_what_somebody_changed_since_is_refused_with_both_versions(
    ada: Client, loser: Speaker, winner: Speaker, curator: User, stale: str
) -> None:
    address = address_of("merge", loser)
    fields = hidden_fields(ada.get(address, {"into": winner.slug}).content.decode())
    changed = loser if stale == "loser" else winner
    old = changed.preferred_name
    curation.change(changed, {"preferred_name": "Another Man"}, who=curator)
    answer = ada.post(address, fields)
    told = text_of(answer.content.decode())
    assert answer.status_code == 409
    assert f"name by ada: {old} → Another Man" in told
    loser.refresh_from_db()
    assert loser.merged_into is None
    again = ada.post(address, hidden_fields(answer.content.decode()))
    assert again.status_code == 302
    loser.refresh_from_db()
    assert loser.merged_into == winner


def test_offices_that_both_have_do_not_stop_a_merge(loser: Speaker, winner: Speaker, curator: User) -> None:
    OfficeFactory(speaker=winner, title="Envoy", start="2001", end="2004")
    VariantNameFactory(speaker=winner, text="S. Lavrov")
    VariantNameFactory(speaker=loser, text="S. Lavrov")
    curation.merge(loser, winner, who=curator)
    assert [(office.title, office.end) for office in winner.offices.all()] == [("Envoy", "2004")]
    assert set(winner.variants.values_list("text", flat=True)) == {"S. Lavrov", "Lawrow"}


# --- many statements at once --------------------------------------------------------------------


def test_ticked_statements_go_to_another_and_come_back(ada: Client, winner: Speaker) -> None:
    kerry = SpeakerFactory(slug="kerry", preferred_name="John Kerry", country=country("US"))
    ours = spoken_by(winner, "we wait and see", "RU")
    theirs = [spoken_by(winner, f"the talks of day {day}", "RU") for day in range(3)]
    other_country = spoken_by(winner, "the council met", "CN")
    before = [
        (row.pk, row.speaker_id, row.country_id, row.statement.review_state)
        for row in Attribution.objects.order_by("pk")
    ]
    ticked = [("of", row.pk) for row in (*theirs, other_country)]
    address = f"{reverse('review-move')}?{urlencode([*ticked, ('to', 'john kerry')])}"
    told = text_of(ada.get(address).content.decode())
    assert "4 statements in 4 articles, now by Sergey Lavrov (4), will be John Kerry’s" in told
    assert "3 will be spoken for Country US, not Country RU" in told
    assert not Edit.objects.exists()
    answer = confirm(ada, address, why="by-line")
    assert answer["Location"] == address_of("speaker", kerry)
    rows = {row.pk: row for row in Attribution.objects.select_related("country", "statement")}
    assert {rows[row.pk].speaker for row in (*theirs, other_country)} == {kerry}
    assert {rows[row.pk].country.code for row in theirs} == {"US"}
    assert rows[other_country.pk].country.code == "CN"
    assert (rows[ours.pk].speaker, rows[ours.pk].statement.review_state) == (winner, "machine")
    assert {rows[row.pk].statement.review_state for row in theirs} == {"corrected"}
    assert len(set(Edit.objects.values_list("action", flat=True))) == 1
    undo_told(ada, address_of("speaker", winner))
    after = [
        (row.pk, row.speaker_id, row.country_id, row.statement.review_state)
        for row in Attribution.objects.order_by("pk")
    ]
    assert after == before


def test_all_of_a_speaker_but_what_readers_do_not_see(ada: Client, winner: Speaker, curator: User) -> None:
    SpeakerFactory(slug="kerry", preferred_name="John Kerry")
    seen, hidden = spoken_by(winner, "the talks go on"), spoken_by(winner, "read more here")
    curation.reject(hidden.statement, who=curator, why="a teaser")
    confirm(ada, f"{reverse('review-move')}?speaker=sergey-lavrov&to=kerry")
    assert Attribution.objects.get(pk=seen.pk).speaker.slug == "kerry"
    assert Attribution.objects.get(pk=hidden.pk).speaker == winner


def test_what_was_moved_meanwhile_is_not_moved_again(ada: Client, winner: Speaker, curator: User) -> None:
    kerry, third = SpeakerFactory(slug="kerry"), SpeakerFactory(slug="third")
    first, second = spoken_by(winner, "the talks go on"), spoken_by(winner, "the talks have failed")
    address = reverse("review-move")
    fields = hidden_fields(ada.get(address, {"speaker": winner.slug, "to": "kerry"}).content.decode())
    curation.name_speaker([first], third, who=curator)
    answer = ada.post(address, fields)
    assert answer.status_code == 409
    assert Attribution.objects.get(pk=second.pk).speaker == winner
    assert not kerry.attributions.exists()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 422),
        ({"of": "x", "to": "kerry"}, 422),
        ({"of": "9" * 30, "to": "kerry"}, 422),
        ({"source": "nobody", "country": "none", "to": "kerry"}, 422),
        ({"speaker": "sergey-lavrov", "to": "nobody at all"}, 422),
        ({"speaker": "sergey-lavrov"}, 200),
    ],
)
def test_selection_that_says_nothing_is_said_to_be_so(
    ada: Client, winner: Speaker, fields: dict[str, str], status: int
) -> None:
    SpeakerFactory(slug="kerry")
    spoken_by(winner, "the talks go on")
    assert ada.get(reverse("review-move"), fields).status_code == status
    assert ada.post(reverse("review-move"), fields | {"count": "1"}).status_code in (409, 422)
    assert not Edit.objects.exists()


def test_statements_of_a_speaker_given_to_himself_change_nothing(ada: Client, winner: Speaker) -> None:
    spoken_by(winner, "the talks go on", "RU")
    fields = {"speaker": winner.slug, "to": winner.slug, "count": "1"}
    answer = ada.post(reverse("review-move"), fields)
    assert answer.status_code == 422
    assert "nothing to change" in answer.content.decode()
    assert not Edit.objects.exists()


# --- split ------------------------------------------------------------------------------------------


def test_split_gives_a_record_of_its_own_and_undo_leads_its_address_back(
    ada: Client, winner: Speaker
) -> None:
    ours, theirs = spoken_by(winner, "the talks go on", "RU"), spoken_by(winner, "we wait and see", "RU")
    address = f"{reverse('review-new-speaker')}?of={theirs.pk}&name=Yury+Lavrov"
    preview = ada.get(address)
    assert "1 statement in 1 article, now by Sergey Lavrov (1)" in text_of(preview.content.decode())
    assert [one.speaker for one in preview.context["near"]] == [winner]
    assert preview.context["form"]["spoken_for"].value() == "Country RU"
    assert Speaker.objects.count() == 1
    fields = {"name": "Yury Lavrov", "kind": "person", "spoken_for": "RU"}
    answer = ada.post(reverse("review-new-speaker"), {"of": theirs.pk, "count": 1, **fields})
    new = Speaker.objects.get(slug="yury-lavrov")
    assert answer["Location"] == address_of("speaker", new)
    assert (new.merged_into, new.provisional, new.country.code) == (None, False, "RU")
    assert Attribution.objects.get(pk=theirs.pk).speaker == new
    assert Attribution.objects.get(pk=ours.pk).speaker == winner
    assert "yury-lavrov" in {one.key for one in read_authorities().speakers}
    undo_told(ada, address_of("speaker", new))
    assert Attribution.objects.get(pk=theirs.pk).speaker == winner
    old_address = Client().get(new.get_absolute_url())
    assert (old_address.status_code, old_address["Location"]) == (302, winner.get_absolute_url())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": ""}, "required"),
        ({"name": "–"}, "letter or a digit"),
        ({"kind": "king"}, "king is not one of"),
        ({"spoken_for": "Atlantis"}, "called “Atlantis”"),
    ],
)
def test_new_record_with_a_wrong_field_is_refused(
    ada: Client, winner: Speaker, fields: dict[str, str], told: str
) -> None:
    row = spoken_by(winner, "the talks go on")
    right = {"of": row.pk, "count": 1, "name": "Yury Lavrov", "kind": "person", "spoken_for": ""}
    answer = ada.post(reverse("review-new-speaker"), right | fields)
    assert answer.status_code == 422
    assert told in text_of(answer.content.decode())
    assert Speaker.objects.count() == 1


def test_split_of_statements_that_are_not_of_one_speaker_or_no_longer_his_is_refused(
    ada: Client, winner: Speaker, curator: User
) -> None:
    other = SpeakerFactory(slug="other")
    rows = [spoken_by(winner, "the talks go on"), spoken_by(other, "we wait and see")]
    fields = {"name": "Yury Lavrov", "kind": "person", "spoken_for": ""}
    address = reverse("review-new-speaker")
    mixed = ada.post(address, {"of": [row.pk for row in rows], "count": 2, **fields})
    assert mixed.status_code == 422
    assert "statements of one speaker" in mixed.content.decode()
    fewer = ada.post(address, {"speaker": winner.slug, "count": 2, **fields})
    assert fewer.status_code == 409
    assert Speaker.objects.count() == 2


def test_new_record_gets_an_address_that_nobody_has(ada: Client, winner: Speaker) -> None:
    row = spoken_by(winner, "the talks go on")
    fields = {"of": row.pk, "count": 1, "name": "Sergey Lavrov", "kind": "person", "spoken_for": ""}
    ada.post(reverse("review-new-speaker"), fields)
    assert Attribution.objects.get(pk=row.pk).speaker.slug == "sergey-lavrov-2"


# --- names and offices ----------------------------------------------------------------------------------


def names_form(client: Client, speaker: Speaker) -> dict[str, str]:
    """The fields of the form as the page gives them."""
    page = client.get(address_of("speaker-edit", speaker))
    fields = {"seen": str(page.context["seen"])}
    for forms in (page.context["variants"], page.context["offices"]):
        for form in (forms.management_form, *forms):
            fields |= {form[name].html_name: form[name].value() or "" for name in form.fields}
    return fields


def test_names_and_offices_are_edited_as_one_action_and_undone(ada: Client, loser: Speaker) -> None:
    before = curation.names_of(loser)
    CountryFactory(code="AM", name="Armenia")
    fields = names_form(ada, loser)
    fields |= {"variants-0-DELETE": "on", "variants-1-text": "Lavrov S."}
    fields |= {"offices-0-end": "2004-03", "offices-0-of": "armenia", "offices-1-title": "Minister"}
    fields |= {"offices-1-start": "2004-03-09", "offices-1-source": "his page", "offices-1-of": ""}
    answer = ada.post(address_of("speaker-edit", loser), fields)
    assert answer["Location"] == address_of("speaker", loser)
    assert list(loser.variants.values_list("text", flat=True)) == ["Lavrov S."]
    offices = [(one.title, str(one.country), one.start, one.end) for one in loser.offices.all()]
    assert offices == [("Envoy", "Armenia", "2001", "2004-03"), ("Minister", "None", "2004-03-09", "")]
    assert Edit.objects.get().field == "names"
    undo_told(ada, address_of("speaker", loser))
    assert curation.names_of(loser) == before


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("offices-0-start", "last year", "is not a date"),
        ("offices-0-start", "2020/2021", "A day, a month or a year"),
        ("offices-0-end", "1999", "ends before it begins"),
        ("offices-0-of", "Atlantis", "called “Atlantis”"),
        ("variants-1-text", "Lawrow", "duplicate"),
        ("variants-0-text", "", "required"),
    ],
)
def test_names_that_cannot_be_are_refused_by_their_field(
    ada: Client, loser: Speaker, field: str, typed: str, told: str
) -> None:
    before = curation.names_of(loser)
    answer = ada.post(address_of("speaker-edit", loser), names_form(ada, loser) | {field: typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert curation.names_of(loser) == before
    assert not Edit.objects.exists()


def test_names_that_somebody_changed_since_are_not_written_over(
    ada: Client, loser: Speaker, curator: User
) -> None:
    fields = names_form(ada, loser)
    before = curation.names_of(loser)
    VariantNameFactory(speaker=loser, text="Lavrov the Younger")
    curation.change_names(loser, before, who=curator)
    answer = ada.post(address_of("speaker-edit", loser), fields | {"variants-0-text": "Mine"})
    assert answer.status_code == 409
    assert "names and offices by ada" in text_of(answer.content.decode())
    assert "Lavrov the Younger" in answer.content.decode()
    assert set(loser.variants.values_list("text", flat=True)) == {"Lawrow", "Lavrov the Younger"}


def test_form_sent_unchanged_leaves_no_trace(ada: Client, loser: Speaker) -> None:
    ada.post(address_of("speaker-edit", loser), names_form(ada, loser))
    assert not Edit.objects.exists()


@pytest.mark.parametrize("text", ["\x01", "x" * 5000, "<b>", "ﷺ" * 90])
def test_nothing_typed_makes_a_page_fail(ada: Client, loser: Speaker, winner: Speaker, text: str) -> None:
    row = spoken_by(loser, "the talks go on", source="Lavrov")
    for name in ("merge", "speaker-statements"):
        asked = ada.get(address_of(name, loser), {"into": text, "printed": text, "next": text})
        assert asked.status_code in (200, 422)
    everything = {"speaker": text, "to": text, "source": text, "country": text, "name": text, "why": text}
    for name in ("review-move", "review-new-speaker"):
        assert ada.get(reverse(name), everything).status_code == 422
        assert ada.post(reverse(name), {**everything, "of": row.pk, "count": 1}).status_code == 422
    merged = {"into": winner.slug, "seen": 0, "seen_into": 0, "why": text, "next": text}
    assert ada.post(address_of("merge", loser), merged).status_code == 302


def test_no_newer_extractor_takes_back_whom_a_curator_named(curator: User) -> None:
    lavrov = SpeakerFactory(slug="sergey-lavrov", preferred_name="Sergey Lavrov")
    CountryFactory(code="RU")
    text = "Lavrov said the talks go on as planned."

    def read_by(version: str):
        named = SpeakerReference("yury-lavrov", "Yury Lavrov", "person", "RU", provisional=True)
        words = resolved(text, "the talks go on as planned", source="Lavrov", cue="said", speaker=named)
        return record(text, words, version=version)

    article = create_article(read_by("1"), OriginalFactory())
    statement = article.statements.get()
    curation.name_speaker(statement.attributions.all(), lavrov, who=curator)
    update_article(article, read_by("2"))
    assert article.statements.get().attributions.get().speaker == lavrov
    new = Speaker(slug="a-namesake", preferred_name="Sergey V. Lavrov", kind="person")
    curation.split(lavrov, new, article.statements.get().attributions.all(), who=curator)
    update_article(article, read_by("3"))
    assert article.statements.get().attributions.get().speaker == new


# --- its page -------------------------------------------------------------------------------------------


def test_log_tells_each_action_and_takes_it_back(
    ada: Client, loser: Speaker, winner: Speaker, curator: User
) -> None:
    rows = [spoken_by(loser, "the talks go on"), spoken_by(loser, "the talks have failed")]
    third = SpeakerFactory(slug="third", preferred_name="Third Man")
    curation.name_speaker(rows[:1], third, who=curator, why="by-line")
    curation.change(loser, {"provisional": False}, who=curator)
    curation.merge(loser, winner, who=curator)
    page = ada.get(address_of("speaker-log", loser))
    log = page.context["log"]
    assert [(deed.moves, [diff.label for diff in deed.diffs]) for deed in log] == [
        ([(1, "S. Lavrov", "Sergey Lavrov")], ["merged into"]),
        ([], ["provisional"]),
        ([(1, "S. Lavrov", "Third Man")], []),
    ]
    assert ada.get(address_of("speaker-log", third)).context["log"][0].action == log[2].action
    assert "1 statement from S. Lavrov to Third Man" in text_of(page.content.decode())
    ada.post(reverse("review-undo", args=[log[0].action]))
    again = ada.get(address_of("speaker-log", loser)).context["log"]
    assert [(deed.is_undo, deed.is_undone) for deed in again[:3]] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    loser.refresh_from_db()
    assert loser.merged_into is None


def test_making_of_a_record_offers_no_undo(ada: Client, winner: Speaker, curator: User) -> None:
    new = Speaker(slug="yury", preferred_name="Yury Lavrov", kind="person")
    curation.split(winner, new, [spoken_by(winner, "the talks go on")], who=curator)
    page = ada.get(address_of("speaker-log", new))
    assert [deed.can_be_undone for deed in page.context["log"]] == [True, False]
    assert page.content.decode().count("/review/undo/") == 1


def test_statements_are_narrowed_by_how_they_are_printed(ada: Client, winner: Speaker) -> None:
    spoken_by(winner, "the talks go on", source="Lavrov")
    spoken_by(winner, "we wait and see", source="the minister")
    page = ada.get(address_of("speaker-statements", winner), {"printed": "the minister"})
    assert [row.source for row, _ in page.context["rows"]] == ["the minister"]
    assert "“Lavrov”" in text_of(page.content.decode())


@pytest.mark.parametrize("role", ["anonymous", "reader"])
def test_curators_alone_work_on_speakers(role: str, loser: Speaker, winner: Speaker) -> None:
    client = make_client(make_user(role) if role != "anonymous" else None)
    expected = 302 if role == "anonymous" else 403
    row = spoken_by(loser, "the talks go on")
    before = without_the_log()
    for name in ("speaker", "speaker-statements", "speaker-log", "merge", "unmerge", "speaker-edit"):
        assert client.get(address_of(name, loser)).status_code == expected
    posts = {
        address_of("merge", loser): {"into": winner.slug, "seen": 0, "seen_into": 0},
        address_of("speaker-edit", loser): {"seen": 0},
        reverse("review-move"): {"of": row.pk, "to": winner.slug, "count": 1},
        reverse("review-new-speaker"): {"of": row.pk, "count": 1, "name": "X", "kind": "person"},
    }
    for address, fields in posts.items():
        assert client.post(address, fields).status_code == expected
    assert without_the_log() == before


def test_as_many_queries_for_fifty_statements_as_for_one(
    ada: Client, loser: Speaker, winner: Speaker, curator: User
) -> None:
    def fill(numbers: range) -> None:
        for number in numbers:
            row = spoken_by(winner, f"the talks of day {number}", "RU", source=f"Lavrov {number}")
            VariantNameFactory(speaker=winner)
            OfficeFactory(speaker=winner, title=f"Office {number}")
            moved = spoken_by(loser, f"the days of talk {number}")
            curation.name_speaker([moved], winner, who=curator)
            other = SpeakerFactory(preferred_name=f"Sergei{number} Lavrov")
            OfficeFactory(speaker=other)
            curation.merge(SpeakerFactory(preferred_name=f"Laverov {number}"), winner, who=curator)
            assert row.pk

    everything = urlencode({"speaker": winner.slug, "to": loser.slug})
    addresses = (
        address_of("speaker", winner),
        address_of("speaker-statements", winner),
        address_of("speaker-log", winner),
        f"{address_of('merge', loser)}?into={winner.slug}",
        address_of("speaker-edit", winner),
        f"{reverse('review-move')}?{everything}",
        f"{reverse('review-new-speaker')}?{everything}",
    )

    def count() -> list[int]:
        counts = []
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert ada.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    fill(range(2))
    for_two = count()
    fill(range(2, 30))
    assert count() == for_two
    assert max(for_two) <= MOST_QUERIES
