"""What the archive says of a quotation that is pasted: near ones are found, strange ones are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.folding import fold
from statements.models import Statement
from statements.search.nearest import NEAR_ENOUGH, find_nearest, share_of
from tests.commands.test_ingest import ingest
from tests.conftest import SEEDS
from tests.factories import make_statement

pytestmark = pytest.mark.django_db

# Quotations as they go round, spelled wrongly, cut, translated otherwise, with what stood around them,
# and the beginning of the statement that each of them is; then what nobody says in the seeds, though
# it is about the same states and in the same tone.
TABLE = (Path(__file__).parent / "data" / "quotations.tsv").read_text().splitlines()[1:]
QUOTATIONS = [tuple(line.split("\t")) for line in TABLE]


def words_of(pk: int) -> str:
    return Statement.objects.get(pk=pk).words


@pytest.mark.usefixtures("originals")
def test_calibration_over_the_seeds() -> None:
    """Every near wording is found, and first; a strange one never; and none of all is taken as equal."""
    ingest(SEEDS)
    rows = Statement.objects.listed()
    for pasted, begins in QUOTATIONS:
        answer = find_nearest(rows, pasted)
        assert not answer.exact, pasted
        nearest = words_of(answer.near[0].pk) if answer.near else ""
        assert nearest.startswith(begins) and bool(nearest) == bool(begins), (pasted, nearest)
        assert list(answer.near) == sorted(answer.near, key=lambda one: -one.share)


def test_the_table_has_enough_of_both() -> None:
    near = [pasted for pasted, begins in QUOTATIONS if begins]
    assert len(near) >= 25
    assert len(QUOTATIONS) - len(near) >= 30


PAID = "the Armenians “will certainly pay for what they have done” to Azerbaijan"


@pytest.mark.parametrize(
    ("pasted", "within_marks"),
    [
        ("will certainly pay for what they have done", False),
        ("WILL CERTAINLY PAY, for what they have done!", False),
        ("Ärmenians will certainly pay", False),
        ("pay", False),
        ("“will certainly pay for what they have done”, Akar said on Monday", True),
        ("«Armenians will certainly pay» («for what they have done»)", False),
    ],
)
def test_the_very_words_are_told_from_near_ones(pasted: str, within_marks: bool) -> None:
    made = make_statement(PAID)
    answer = find_nearest(Statement.objects.listed(), pasted)
    assert (answer.exact, answer.within_marks) == (True, within_marks)
    assert Statement.objects.search(answer.query).get() == made


@pytest.mark.parametrize(
    "pasted",
    [
        "the Armenians will pay for what they have done",  # a word left out
        "the Armenians will certainly not pay for what they have done",  # the contrary
        "“will certainly pay” for what they had done",  # three words in marks are too few to be the quotation
    ],
)
def test_one_word_otherwise_is_never_the_same(pasted: str) -> None:
    made = make_statement(PAID)
    answer = find_nearest(Statement.objects.listed(), pasted)
    assert not answer.exact
    assert [one.pk for one in answer.near] == [made.pk]


@pytest.mark.parametrize(("pasted", "is_short"), [("Armenians pay", True), ("", True), ("… !", True)])
def test_too_short_to_be_compared(pasted: str, is_short: bool) -> None:
    make_statement(PAID)
    answer = find_nearest(Statement.objects.listed(), pasted)
    assert (answer.is_short, answer.exact, answer.near) == (is_short, False, ())


def test_what_readers_do_not_see_is_not_found() -> None:
    make_statement(PAID, review_state="withdrawn", review_reason="never said")
    answer = find_nearest(Statement.objects.listed(), PAID)
    assert not answer.exact
    assert not answer.near


def test_a_statement_is_found_within_a_pasted_paragraph() -> None:
    made = make_statement("we strongly urge all parties to exercise restraint at the border")
    paragraph = (
        "It was a long day in Geneva, and little was expected. At the end the minister said: we urge all "
        "parties strongly to exercise restraint on the border. He left for the airport without another word, "
        "and those who had waited since the morning went home to write about the weather."
    )
    assert [one.pk for one in find_nearest(Statement.objects.listed(), paragraph).near] == [made.pk]


def test_words_scattered_over_a_long_text_are_no_wording() -> None:
    """All words of the quotation stand in order, but far from one another."""
    filler = "and so on and on it went with bread and weather and many other things of that kind "
    scattered = filler.join(["they", "will", "surely", "pay", "for", "these", "crimes"])
    pasted = "they will surely pay for these crimes"
    assert share_of(fold(pasted).split(), fold(scattered).split(), {}) < NEAR_ENOUGH
    assert share_of(fold(pasted).split(), fold(f"{filler} {pasted} {filler}").split(), {}) == 1.0


def test_number_of_queries_does_not_grow(django_assert_max_num_queries) -> None:
    for number in range(60):
        make_statement(f"the talks number {number} will certainly go on in the city of Geneva")
    with django_assert_max_num_queries(5):
        answer = find_nearest(
            Statement.objects.listed(), "talks number 3 will surely go on in the town of Geneva"
        )
    assert len(answer.near) == 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["Armenians", "will", '"', "pay", "*", "-", "%", "’"])).map(" ".join)
)
def test_anything_pasted_is_answered(pasted: str) -> None:
    if not Statement.objects.exists():
        make_statement(PAID)
    answer = find_nearest(Statement.objects.listed(), pasted)
    assert not (answer.exact and answer.near)
