"""Two records of one speaker become one, and two again; addresses stay."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from statements import canonical, curation
from statements.models import Attribution, Speaker, Statement, User
from statements.models.list_row import keep_keys
from statements.records import SpeakerReference
from statements.store.articles import create_article, update_article
from statements.store.authorities import read_authorities
from statements.verification import find_undone_edits
from tests.building import record, resolved
from tests.factories import (
    CountryFactory,
    OfficeFactory,
    OriginalFactory,
    SpeakerFactory,
    VariantNameFactory,
    make_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def winner() -> Speaker:
    return SpeakerFactory(slug="sergey-lavrov", preferred_name="Sergey Lavrov")


@pytest.fixture
def loser() -> Speaker:
    speaker = SpeakerFactory(slug="s-lavrov", preferred_name="S. Lavrov", provisional=True)
    VariantNameFactory(speaker=speaker, text="Lawrow")
    OfficeFactory(speaker=speaker, title="Envoy", start="2001")
    return speaker


def spoken_by(speaker: Speaker, words: str) -> Attribution:
    attribution = make_statement(words).attributions.get()
    attribution.speaker = speaker
    attribution.save()
    return attribution


def without_the_log() -> list[dict[str, object]]:
    return [row for row in canonical.records() if row["record"] != "edit"]


def test_winner_has_the_names_the_offices_and_the_statements(
    loser: Speaker, winner: Speaker, curator: User
) -> None:
    spoken_by(loser, "the talks go on")
    curation.merge(loser, winner, who=curator, why="the same man")
    assert winner.attributions.count() == 1
    assert not loser.attributions.exists()
    assert set(winner.variants.values_list("text", flat=True)) == {"S. Lavrov", "Lawrow"}
    assert [office.title for office in winner.offices.all()] == ["Envoy"]


def test_merge_and_unmerge_leave_the_archive_as_it_was(
    loser: Speaker, winner: Speaker, curator: User
) -> None:
    for words in ("the talks go on", "the talks have failed"):
        spoken_by(loser, words)
    spoken_by(winner, "we wait and see")
    before = without_the_log()
    curation.merge(loser, winner, who=curator)
    assert without_the_log() != before
    curation.unmerge(Speaker.objects.get(pk=loser.pk), who=curator, why="two men")
    assert without_the_log() == before


def test_what_was_corrected_since_stays_when_a_merge_is_taken_back(
    loser: Speaker, winner: Speaker, curator: User
) -> None:
    mended, other = spoken_by(loser, "the talks go on"), spoken_by(loser, "the talks have failed")
    curation.merge(loser, winner, who=curator)
    third = SpeakerFactory(slug="third")
    mended.refresh_from_db()
    curation.correct_attribution(mended, speaker=third, country=mended.country, role="", who=curator)
    curation.unmerge(Speaker.objects.get(pk=loser.pk), who=curator)
    assert Attribution.objects.get(pk=mended.pk).speaker == third
    assert Attribution.objects.get(pk=other.pk).speaker == loser


@pytest.mark.parametrize("number", [2, 30])
def test_merge_takes_as_many_queries_for_many_statements(
    loser: Speaker, winner: Speaker, curator: User, django_assert_max_num_queries, number: int
) -> None:
    said = [spoken_by(loser, f"the talks go on for the {at}. day") for at in range(number)]
    keep_keys([attribution.statement_id for attribution in said])
    with django_assert_max_num_queries(62):
        edits = curation.merge(loser, winner, who=curator)
    assert len(edits) == number + 2
    assert len({edit.action for edit in edits}) == 1
    assert winner.attributions.count() == number
    keys = Statement.objects.values_list("keys", flat=True)
    assert all(f" s{winner.pk} " in held and f" s{loser.pk} " not in held for held in keys)
    assert not list(find_undone_edits())


def test_a_statement_of_both_names_its_speaker_twice_and_is_parted_again(
    loser: Speaker, winner: Speaker, curator: User
) -> None:
    attribution = spoken_by(winner, "the talks go on")
    Attribution.objects.create(statement=attribution.statement, order=1, speaker=loser)
    curation.merge(loser, winner, who=curator)
    speakers = attribution.statement.attributions.order_by("order").values_list("speaker", flat=True)
    assert list(speakers) == [winner.pk, winner.pk]
    curation.unmerge(Speaker.objects.get(pk=loser.pk), who=curator)
    assert list(speakers.all()) == [winner.pk, loser.pk]


def test_old_address_and_old_filter_lead_to_the_winner(
    client: Client, loser: Speaker, winner: Speaker, curator: User
) -> None:
    spoken_by(loser, "the talks go on")
    curation.merge(loser, winner, who=curator)
    answer = client.get(loser.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, winner.get_absolute_url())
    found = client.get(reverse("statement-list"), {"speaker": loser.slug}, follow=True)
    assert "the talks go on" in found.content.decode()
    listed = client.get(reverse("speaker-list")).content.decode()
    assert "S. Lavrov" not in listed


def test_imports_follow_a_merge(loser: Speaker, winner: Speaker, curator: User) -> None:
    CountryFactory(code="RU")
    curation.merge(loser, winner, who=curator)
    text = "Lavrov said the talks go on as planned."
    named = SpeakerReference("s-lavrov", "S. Lavrov", "person", "RU", provisional=True)

    def read_by(version: str):
        words = resolved(text, "the talks go on as planned", source="Lavrov", cue="said", speaker=named)
        return record(text, words, version=version)

    article = create_article(read_by("1"), OriginalFactory())
    assert article.statements.get().attributions.get().speaker == winner
    update_article(article, read_by("2"))
    assert article.statements.get().attributions.get().speaker == winner
    known = {one.key: one for one in read_authorities().speakers}
    assert "s-lavrov" not in known
    assert "S. Lavrov" in known["sergey-lavrov"].variants


def test_merges_that_make_no_sense_are_refused(loser: Speaker, winner: Speaker, curator: User) -> None:
    third = SpeakerFactory(slug="third")
    with pytest.raises(ValidationError, match="with itself"):
        curation.merge(winner, winner, who=curator)
    with pytest.raises(ValidationError, match="is not merged"):
        curation.unmerge(loser, who=curator)
    curation.merge(loser, winner, who=curator)
    with pytest.raises(ValidationError, match="already"):
        curation.merge(loser, third, who=curator)
    with pytest.raises(ValidationError, match="Others are merged"):
        curation.merge(winner, third, who=curator)


def test_split_gives_the_chosen_statements_a_record_of_their_own(winner: Speaker, curator: User) -> None:
    ours, theirs = spoken_by(winner, "the talks go on"), spoken_by(winner, "we wait and see")
    new = Speaker(slug="other-lavrov", preferred_name="Other Lavrov", kind="person")
    curation.split(winner, new, [theirs], who=curator, why="a namesake")
    assert Attribution.objects.get(pk=theirs.pk).speaker == new
    assert Attribution.objects.get(pk=ours.pk).speaker == winner
    with pytest.raises(ValidationError, match="not all by"):
        curation.split(winner, Speaker(slug="x", preferred_name="X", kind="person"), [theirs], who=curator)
