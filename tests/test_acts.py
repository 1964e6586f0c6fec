"""Speech acts: every act has its codes, and every row of the table of verbs has an act."""

from __future__ import annotations

import pytest

from statements.acts import ACTS, CAMEO_ROOTS, NO_CATEGORY, PLOVER_CATEGORIES, SpeechAct
from statements.extraction.reporting_verbs import REPORTING_VERBS
from statements.models import Statement
from statements.models.statement import StatementMedium
from statements.resolution.circumstances.mediums import MEDIUMS
from statements.resolution.circumstances.speech_acts import BY_FRAME, NOUNS
from statements.templatetags.wording import CAMEO, cameo_words


def test_the_model_and_the_table_know_the_same_acts() -> None:
    assert set(Statement.Act.values) == set(ACTS)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_act_has_both_codes(act: SpeechAct) -> None:
    assert act.cameo in CAMEO_ROOTS
    assert str(cameo_words(act.cameo))
    assert (act.plover == NO_CATEGORY) == (act.cameo == "01")
    assert act.plover == NO_CATEGORY or act.plover in PLOVER_CATEGORIES


def test_every_root_has_its_words() -> None:
    assert CAMEO.keys() == CAMEO_ROOTS


def test_there_are_sixteen_categories() -> None:
    assert len(PLOVER_CATEGORIES) == 16


def test_every_verb_and_every_noun_leads_to_an_act() -> None:
    assert {verb.act for verb in REPORTING_VERBS} <= set(ACTS)
    assert {*NOUNS.values(), *BY_FRAME.values()} <= set(ACTS)


def test_the_model_knows_every_medium_that_is_found() -> None:
    assert set(StatementMedium.values) == set(MEDIUMS)
