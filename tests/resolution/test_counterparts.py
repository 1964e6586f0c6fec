"""Counterparts and their countries, and groups that the words count."""

from __future__ import annotations

import pytest

from tests.resolution.building import last, names

MET = "Russian Interior Minister Anna Lund met her Turkish counterpart on Monday. "
MET_TWO = "Russian Interior Minister Anna Lund met her Turkish and French counterparts on Monday. "


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (MET + "[Interior Minister Emre Ak] <said> {so}.", "TR"),
        (MET_TWO + "[Interior Minister Emre Ak] <said> {so}.", None),
        (MET_TWO + "French minister Luc Roy smiled. [Interior Minister Emre Ak] <said> {so}.", "TR"),
        (MET + "[Finance Minister Emre Ak] <said> {so}.", None),
        (MET + "[Deputy Interior Minister Emre Ak] <said> {so}.", None),
        ("With her Turkish and French counterparts, Emre Ak and Luc Roy, Russian Minister Anna Lund came."
         " [Roy] <said> {so}.", "FR"),
        ("Russian Minister Anna Lund met her Turkish, French and British counterparts, Emre Ak, Luc Roy and"
         " Ann Hill, on Monday. [Hill] <said> {so}.", "GB"),
        ("With her Turkish and French counterparts, Emre Ak came. [Ak] <said> {so}.", None),
        ("At talks with her French counterpart, Finance Minister Jens Holm <said> {no}. [Holm] <said> {so}."
         .replace("Finance Minister Jens Holm <said> {no}", "Finance Minister Jens Holm smiled"), None),
    ],
)  # fmt: skip
def test_country_of_a_counterpart(text: str, country: str | None) -> None:
    assert last(text).country == country


def test_a_minister_told_to_be_a_counterpart() -> None:
    met = "Russian Roads Minister Anna Lund met her Turkish counterpart. Turkish Grain Minister Emre Ak ate. "
    said = "[Lund] <said> {no}. [Her Turkish counterpart] <said> {so}."
    assert names(met + said) == ["Emre Ak"]
    assert names(met.replace("counterpart", "envoy") + said) != ["Emre Ak"]


def test_a_counterpart_is_a_minister_too() -> None:
    text = "Russian Foreign Minister Anna Lund and her Turkish counterpart Emre Ak met. "
    assert names(text + "[The Turkish minister] <said> {so}.") == ["Emre Ak"]
    assert names(text + "[Emre Ak] <said> {no}. [His Russian counterpart] <said> {so}.") == ["Anna Lund"]
    assert names(text + "[The two ministers] <said> {so}.") == ["Anna Lund", "Emre Ak"]
    assert names(text + "[The Turkish president] <said> {so}.") == ["Turkish president"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Russia, Turkey and France sent guards.\n\n[The three countries] <said> {so}.",
         ["Russian government", "Turkish government", "French government"]),
        ("Russia, Turkey and France sent guards, as Interior Minister Anna Lund had asked.\n\n"
         "[The three ministries] <said> {so}.",
         ["Russian Interior Ministry", "Turkish Interior Ministry", "French Interior Ministry"]),
        (MET_TWO + "[The three ministers] <said> {so}.",
         ["Russian Interior Ministry", "Turkish Interior Ministry", "French Interior Ministry"]),
        ("Minister Anna Lund, Minister Emre Ak and Minister Luc Roy met. [All three ministers] <said> {so}.",
         ["Anna Lund", "Emre Ak", "Luc Roy"]),
        ("Russia sent guards and, together with Turkey and France, a note."
         " [The three governments] <said> {so}.",
         ["Russian government", "Turkish government", "French government"]),
        ("Envoys of Russia, together with Turkey and France, met. [The three governments] <said> {so}.",
         [None]),
        ("Russia, Turkey and France met. Britain, Georgia and Chad did not."
         " [The three countries] <said> {so}.", [None]),
        ("Russia, Turkey and France met. [Three countries] <said> {so}.", [None]),
        ("Russia, Turkey and France met. [The four countries] <said> {so}.", [None]),
        ("Russia, Turkey and France met. [The three ministers] <said> {so}.", [None]),
        (MET + "[The three ministers] <said> {so}.", [None]),
    ],
)  # fmt: skip
def test_groups_that_are_counted(text: str, speakers: list[str | None]) -> None:
    assert names(text) == speakers


def test_it_is_the_text_that_they_issued() -> None:
    text = MET_TWO + "In a joint declaration, [the three ministers] <promised> {help}. "
    ministries = ["Russian Interior Ministry", "Turkish Interior Ministry", "French Interior Ministry"]
    assert names(text + "[It] <said> {so}.") == ministries
    assert names(text + "[The document] <said> {so}.") == ministries
    assert names(text.replace("In a joint declaration, ", "") + "[It] <said> {so}.") == [None]
