"""Public ids that no row has yet."""

from __future__ import annotations

from statements.models import Article, Statement
from statements.provenance import ID_LENGTH, make_public_id


def free_public_id(
    model: type[Article] | type[Statement], original_sha256: str, words: tuple[str, ...], occurrence: int
) -> str:
    """A public id that no row has; one letter longer for every one that is taken."""
    length = ID_LENGTH
    while True:
        public_id = make_public_id(original_sha256, words, occurrence, length)
        if not model.objects.filter(public_id=public_id).exists():
            return public_id
        length += 1
