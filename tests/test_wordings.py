"""Two wordings beside each other, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.folding import fold, written_words
from statements.wordings import compare_words

SHOWN = {"same": "{}", "left_out": "[-{}-]", "added": "[+{}+]"}


def shown(old: str, new: str) -> str:
    return "".join(SHOWN[change.kind].format(change.text) for change in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("peace talks", "peace talks", "peace talks"),
        ("PEACE talks", "“Peace” talks.", "“Peace” talks."),
        ("Cavusoglu spoke", "Çavuşoğlu spoke", "Çavuşoğlu spoke"),
        ("a c", "a b c d", "a [+b+] c [+d+]"),
        ("peace talks go on", "peace talks", "peace talks [-go on-]"),
        ("They said so", "so", "[-They said-] so"),
        ("they will pay", "they shall pay", "they [-will-] [+shall+] pay"),
        # No word is split: neither at a hyphen nor at an apostrophe.
        ("F-16 jets don’t fly", "F-35 jets didn’t fly", "[-F-16-] [+F-35+] jets [-don’t-] [+didn’t+] fly"),
        ("Armenia did it", "Armenia’s did it", "[-Armenia-] [+Armenia’s+] did it"),
        # Chance words within two other sentences are no shared wording.
        (
            "our own people want the long peace now",
            "no foreign power decides the price of bread",
            "[-our own people want the long peace now-] [+no foreign power decides the price of bread+]",
        ),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_changes_are_shown_word_by_word(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


TEXTS = st.lists(st.sampled_from(["peace", "War", "F-16", "talks,", "’s", "“so”", "–", "Ğ", "1,000"])).map(
    " ".join
)


@given(TEXTS | st.text(max_size=40), TEXTS | st.text(max_size=40))
def test_both_wordings_can_be_read_from_the_changes(old: str, new: str) -> None:
    changes = compare_words(old, new)
    read = {
        kind: " ".join(c.text for c in changes if c.kind in ("same", kind)) for kind in ("left_out", "added")
    }
    assert fold(read["left_out"]) == fold(old)
    assert fold(read["added"]) == fold(new)
    whole = {token.word for text in (old, new) for token in written_words(text)}
    assert all(token.word in whole for c in changes if c.kind != "same" for token in written_words(c.text))
    assert all(change.text for change in changes)
