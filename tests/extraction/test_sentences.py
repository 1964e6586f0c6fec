"""Where sentences end, and which paragraphs are headings."""

from __future__ import annotations

import pytest

from statements.extraction.sentences import read_paragraph

SPLIT = [
    ("Talks failed. They left.", ["Talks failed.", "They left."]),
    ("Gen. Smith met Mr. Jones. They left.", ["Gen. Smith met Mr. Jones.", "They left."]),
    ("The U.S. ambassador spoke. He left.", ["The U.S. ambassador spoke.", "He left."]),
    ("He flew to the U.S. The visit failed.", ["He flew to the U.S.", "The visit failed."]),
    ("J. R. Keller spoke at 5 p.m. on Friday.", ["J. R. Keller spoke at 5 p.m. on Friday."]),
    ("“Stop. Now,” he said. He left.", ["“Stop. Now,” he said.", "He left."]),
    ("“We left.” They had no choice.", ["“We left.”", "They had no choice."]),
    ("“Why now?” the minister asked.", ["“Why now?” the minister asked."]),
    ("“No.” Keller said. He left.", ["“No.” Keller said.", "He left."]),
    ("“No.” Keller said he left.", ["“No.”", "Keller said he left."]),
    ("“No more.” — Anna Keller", ["“No more.” — Anna Keller"]),
    ("It costs 3.5 million. So be it.", ["It costs 3.5 million.", "So be it."]),
    ("(They left in May.) Talks go on.", ["(They left in May.)", "Talks go on."]),
    ("“We go [at once.”] They left.", ["“We go [at once.”]", "They left."]),
    ("The (former U.S.) Army and President [...] Lund left.", None),
    ("The talks (in May) and the <...> plan [sic] failed.", None),
    ("He said they left.” They did.", ["He said they left.", "They did."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_paragraph_splits(text: str, expected: list[str] | None) -> None:
    sentences = read_paragraph(text, (0, len(text)), 0)
    assert [text[slice(*s.span(0, len(s.tokens)))] for s in sentences] == (expected or [text])


@pytest.mark.parametrize("text", ["Escalation on the northern border", "Minister Says Talks Go On", "", "  "])
def test_heading_holds_no_sentence(text: str) -> None:
    assert read_paragraph(text, (0, len(text)), 0) == []
