"""Input number so-and-so of a format: the same for the same seed, whenever it is asked for."""

from __future__ import annotations

import random
from dataclasses import dataclass

from statements.readers import READERS
from tests.fuzz.corpus import CORPUS
from tests.fuzz.markup import MARKUP_MUTATIONS
from tests.fuzz.mutations import MUTATIONS, Mutation, bytes_of
from tests.fuzz.named import NAMED

OF_FORMAT: dict[str, tuple[Mutation, ...]] = {"web page": MARKUP_MUTATIONS}

# Then every sound source is cut at each of its hundredths before chance takes over.
CUTS = 100


@dataclass(frozen=True, slots=True)
class MutatedInput:
    """Bytes, the file name they come under, and what was done to them."""

    name: str
    data: bytes
    done: tuple[str, ...]


def make_input(of_format: str, seed: int, number: int) -> MutatedInput:
    """The named cases come first, then the cuts; then one to three mutations of a source, by chance."""
    name, named, sources = f"{number}{READERS[of_format].endings[0]}", NAMED[of_format], CORPUS[of_format]
    if number < len(named):
        case = list(named)[number]
        return MutatedInput(name, bytes_of(named[case].make()), (case,))
    which, share = divmod(number - len(named), CUTS)
    if which < len(sources):
        data = sources[which][: len(sources[which]) * share // CUTS]
        return MutatedInput(name, data, (f"source {which} cut at {share} %",))
    chance = random.Random(f"{seed}/{of_format}/{number}")
    data, done = chance.choice(sources), []
    for mutation in chance.choices(
        (*MUTATIONS, *OF_FORMAT.get(of_format, ())), k=chance.choice((1, 1, 2, 3))
    ):
        data = mutation(data, chance)
        done.append(mutation.__name__)
    return MutatedInput(name, data, tuple(done))
