"""Every rule, by the two texts that it states."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statements.extraction.rules import RULES, Rule
from tests.extraction.expecting import extract_all

ROOMS = Path(__file__).resolve().parent.parent.parent / "statements" / "extraction"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_catches_what_it_says(rule: Rule) -> None:
    found = [quotation for quotation in extract_all(rule.catches) if quotation.rule == rule.name]
    assert found, [quotation.rule for quotation in extract_all(rule.catches)]
    assert {quotation.confidence for quotation in found} == {rule.confidence}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_leaves_alone_what_it_says(rule: Rule) -> None:
    assert rule.name not in {quotation.rule for quotation in extract_all(rule.leaves_alone)}


def test_each_docstring_that_catches_something_leaves_something_alone() -> None:
    for room in sorted(ROOMS.glob("*.py")):
        for docstring in re.findall(r'"""(.*?)"""', room.read_text(), re.DOTALL):
            assert docstring.count("Catches:") == docstring.count("Leaves alone:"), (room.name, docstring)
