"""Where typed words stand in an article: exactly, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from statements.records import Span

# Stands alone on a line between two stretches of one statement.
BETWEEN = "…"


def as_typed(words: Sequence[str]) -> str:
    """The stretches as a field shows them, with a line "…" between two."""
    return f"\n{BETWEEN}\n".join(words)


def stretches(typed: str) -> list[str]:
    """The stretches of a field's text."""
    lines = typed.replace("\r\n", "\n").split("\n")
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip() == BETWEEN:
            found.append([])
        else:
            found[-1].append(line)
    return [words for part in found if (words := "\n".join(part).strip())]


def selected_spans(told: str) -> list[Span]:
    """The stretches that script says were selected, "12-40,55-60"; none for anything else."""
    try:
        pairs = [pair.split("-") for pair in told.split(",") if pair]
        return [(int(start), int(end)) for start, end in pairs]
    except ValueError:
        return []


def locate(text: str, typed: str, near: int, selected: Sequence[Span] = ()) -> list[Span]:
    """The spans of typed words, in code points: those ``selected`` in the page if they are these very words.

    Else each stretch where it stands nearest to ``near`` and behind the one
    before. Raises ValidationError that quotes what does not stand in the text.
    """
    wanted = stretches(typed)
    if not wanted:
        raise ValidationError(gettext("Give the words, as the article prints them."))
    if [text[start:end] for start, end in selected] == wanted:
        return list(selected)
    spans: list[Span] = []
    for words in wanted:
        behind = spans[-1][1] if spans else 0
        start = _nearest(text, words, near if not spans else behind, behind)
        if start < 0:
            told = gettext("“%(words)s” does not stand so in the article, letter for letter.")
            raise ValidationError(told % {"words": _shortened(words)})
        spans.append((start, start + len(words)))
    return spans


def _nearest(text: str, words: str, near: int, behind: int) -> int:
    """Where ``words`` begin nearest to a place, but not before ``behind``; -1 for nowhere."""
    after = text.find(words, max(near, behind))
    before = text.rfind(words, behind, near + len(words))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - near), default=-1)


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
