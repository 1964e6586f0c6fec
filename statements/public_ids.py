"""Public ids that no row has yet."""

from __future__ import annotations

from collections.abc import Sequence

from statements.models import Article, Statement
from statements.provenance import ID_LENGTH, make_public_id

Words = tuple[str, ...]


def free_public_id(model: type[Article] | type[Statement], original_sha256: str, words: Words) -> str:
    """A public id that no row has, for words that come once."""
    return free_public_ids(model, original_sha256, [(words, 0)])[0]


def free_public_ids(
    model: type[Article] | type[Statement], original_sha256: str, numbered: Sequence[tuple[Words, int]]
) -> list[str]:
    """A public id that no row has for each of the words with their occurrence, in their order.

    One letter longer for every one that is taken.
    """
    free: dict[int, str] = {}
    length = ID_LENGTH
    while len(free) < len(numbered):
        wanted = {
            number: make_public_id(original_sha256, words, occurrence, length)
            for number, (words, occurrence) in enumerate(numbered)
            if number not in free
        }
        taken = set(model.objects.filter(public_id__in=wanted.values()).values_list("public_id", flat=True))
        for number, public_id in wanted.items():
            if public_id not in taken:
                free[number] = public_id
                taken.add(public_id)
        length += 1
    return [free[number] for number in range(len(numbered))]
