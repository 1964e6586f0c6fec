"""Fill an empty archive with a made-up one of any size, to measure with.

    DATABASE_URL=sqlite:////tmp/big.sqlite3 ORIGINALS_DIR=/tmp/big-originals \\
        python bench/generate.py 100000 [--seed N] [--no-originals]

The same number and seed give the same archive. Speakers, publishers and
countries are those of `fixtures/` and as many made-up speakers as such an
archive would have met; few of them say most. Words follow Zipf's law: in a
million statements the commonest stand in most of them, the rarest in a few
dozen. Everything that the database guards is guarded here too, and the whole
passes `manage.py verify`; ``--no-originals`` leaves out the originals' bytes,
which a million statements do not need to be searched.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")


def main(statements: int, seed: int, *, with_originals: bool) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from bench.filling import fill, settle

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    made = fill(statements, seed=seed, with_originals=with_originals)
    settle()
    seconds = time.perf_counter() - start
    print(f"{made:,} statements in {seconds:.0f} s, {made / seconds:,.0f} a second")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("statements", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-originals", action="store_true", help="leave out their bytes")
    given = parser.parse_args()
    main(given.statements, given.seed, with_originals=not given.no_originals)
