"""The act that cue and frame suggest."""

from __future__ import annotations

import pytest

from tests.resolution.reading_in_full import last_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Russia said talks would go on.", "states"),
        ("Russia urged restraint in the region.", "appeals"),
        ("Russia told Turkey to wait.", "appeals"),
        ("Russia told Turkey that talks would go on.", "states"),
        ("Russia reiterated its full support for the mission.", "supports"),
        ("Russia repeated its call for calm in the region.", "appeals"),
        ("Russia expressed its readiness to help both sides.", "offers"),
        ("Russia expressed concern over the lack of support.", "states"),
        ("Russia reiterated that its support had limits.", "states"),
        ("Russia asked both sides whether talks would go on.", "states"),
        ("Russia accused Turkey of shelling the border.", "accuses"),
    ],
)
def test_acts(text: str, act: str) -> None:
    assert last_of(text).act == act
