"""Twenty short articles written for this archive, annotated by hand; the figures may only rise.

What an article expects and does not get, or gets and does not expect:

    python -m tests.quality.test_floors
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.scoring import Counts, count

ANNOTATED = Path(__file__).resolve().parent.parent / "data" / "annotated"
PATHS = sorted(ANNOTATED.glob("*.txt"))

# Percent over all articles. Raise a floor when the figure rises; never lower one to let a change pass.
FLOORS = {"precision": 98.3, "recall": 98.3, "F1": 98.3, "content recall": 99.1, "exact content": 98.3}


def measured() -> dict[str, float]:
    counts = Counts()
    for path in PATHS:
        count(path, counts)
    return counts.measures()


@pytest.mark.parametrize("measure", FLOORS)
def test_quality_stays_above_its_floor(measure: str) -> None:
    assert measured()[measure] >= FLOORS[measure]


def test_every_style_is_there() -> None:
    assert len(PATHS) == 20


def show() -> None:
    for path in PATHS:
        counts = Counts()
        count(path, counts)
        print(f"{path.stem:24}{counts}")
    print(measured())


if __name__ == "__main__":
    show()
