"""Two wordings beside each other: which words they share, and which only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from statements.folding import Token, written_words
from statements.records import Span


class Change(NamedTuple):
    """A stretch that both wordings have, or one of them."""

    kind: Literal["same", "left_out", "added"]
    text: str


class Block(NamedTuple):
    """Words of the old wording beside words of the new one: first and last, both of each."""

    is_same: bool
    old: Span
    new: Span

    @property
    def length(self) -> int:
        return max(self.old[1] - self.old[0], self.new[1] - self.new[0])


def compare_words(old: str, new: str) -> list[Change]:
    """What to leave out of the old wording and add to it to get the new one.

    Words are compared folded and shown as printed: shared ones as the new
    wording prints them. No word is split.

    >>> changes = compare_words("They will pay for this", "They shall pay dearly for this.")
    >>> [(change.kind, change.text) for change in changes]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('same', 'They '), ('left_out', 'will'), ('same', ' '), ('added', 'shall'), ('same', ' pay '),
     ('added', 'dearly'), ('same', ' for this.')]
    """
    before, after = list(written_words(old)), list(written_words(new))
    texts: list[Change] = []
    for block in readable(blocks_of([token.word for token in before], [token.word for token in after])):
        gone, come = stretch(old, before, block.old), stretch(new, after, block.new)
        if block.is_same:
            texts.append(Change("same", come))
            continue
        if gone.strip():
            if texts and not texts[-1].text[-1:].isspace():
                texts.append(Change("same", " "))
            texts += [Change("left_out", gone.strip()), Change("same", " ")]
        if come:
            texts += [Change("added", come.rstrip()), Change("same", come[len(come.rstrip()) :])]
    return tidied(texts)


def blocks_of(old: list[str], new: list[str]) -> Iterator[Block]:
    """Shared words and others by turns."""
    steps = Indel.opcodes(old, new)
    for is_same, group in groupby(steps, lambda step: step.tag == "equal"):
        first, *rest = group
        last = rest[-1] if rest else first
        yield Block(is_same, (first.src_start, last.src_end), (first.dest_start, last.dest_end))


def readable(blocks: Iterable[Block]) -> list[Block]:
    """Without the shared words that are fewer than what differs on each side of them.

    A lone "the" in the midst of two other sentences is chance, not a shared wording.
    """
    kept: list[Block] = []
    for block in blocks:
        if len(kept) > 1 and not block.is_same and kept[-1].length < min(kept[-2].length, block.length):
            _, first = kept.pop(), kept.pop()
            block = Block(False, (first.old[0], block.old[1]), (first.new[0], block.new[1]))
        kept.append(block)
    return kept


def stretch(text: str, words: list[Token], places: Span) -> str:
    """These words with the marks and spaces that are theirs."""
    first, last = places
    return text[begin_of(text, words, first) : begin_of(text, words, last)] if first < last else ""


def begin_of(text: str, words: list[Token], at: int) -> int:
    """Where a word begins with its opening marks; behind the last one, the text's end."""
    if at == len(words):
        return len(text)
    if not at:
        return 0
    between = text[words[at - 1].end : words[at].start]
    *before, opening = re.split(r"\s", between)
    return words[at].start - len(opening) if before else words[at].start


def tidied(changes: Iterable[Change]) -> list[Change]:
    """Neighbours of one kind as one; no empty one, and no space added at the end."""
    joined = [
        Change(kind, "".join(change.text for change in group))
        for kind, group in groupby(changes, lambda change: change.kind)
    ]
    if len(joined) > 1 and joined[-1].text.isspace():
        joined.pop()
    return [change for change in joined if change.text]
