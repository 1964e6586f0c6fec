"""A small folder that takes an ingest through every way an input can go.

Created, updated by newer code, read otherwise or again as at first, replaced by
a changed file or page, unchanged and held. ``write_earlier`` is what lay in the
folder when the "grown" archive began; the manifest tells of some of it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.conftest import SEEDS

PAGE = """<html><head><title>{title}</title>
<meta property="og:site_name" content="Ararat Gazette">
<link rel="canonical" href="https://gazette.example.org/talks"></head>
<body><article><h1>{title}</h1>
<p>Armenian Foreign Minister Zohrab Mnatsakanyan said on Monday that the talks would go on.</p>
<p>“We are ready to meet in any capital,” he said. {more}</p>
<p>A Turkish diplomatic source told reporters that Ankara supports Azerbaijan.</p>
</article></body></html>"""

# Its last line names a publisher that no record has before the page is taken in.
PASTED = """The ministers met in Geneva

Russian Foreign Minister Sergey Lavrov and his colleagues met on Monday and talked for hours about the border.

Lavrov said that the ceasefire holds. {more}

Ararat Gazette
"""

# Older code read on to the last line, which is no longer the article's.
REREAD = """Talks on the river {river}

The Foreign Ministry of Georgia said on Monday that boats on the river {river} may go on.

“We will not close the river {river},” the ministry said in a statement.
"""

MANIFEST = """file,publisher,address,published
in/01_seed.txt,Caucasus Herald,https://herald.example.org/1,
in/04_pasted.txt,,,2020-07-14
in/07_seed.txt,Ararat Gazette,https://gazette.example.org/7,2020-07
"""

FURNITURE = "Share\n\nXS\nSM\nMD\nLG\n"


def write_earlier(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    _copy_seed("003", folder / "00_again.txt")
    _copy_seed("000", folder / "01_seed.txt")
    (folder / "02_page.html").write_text(PAGE.format(title="Talks", more=""))
    (folder / "04_pasted.txt").write_text(PASTED.format(more=""))
    (folder / "09_back.txt").write_text(REREAD.format(river="Kura"))


def write_all(folder: Path) -> None:
    write_earlier(folder)
    page = PAGE.format(title="Talks go on", more="He added that Yerevan rejects any precondition.")
    (folder / "03_page_changed.html").write_text(page)
    more = "He added that Moscow condemns the shelling."
    (folder / "04_pasted.txt").write_text(PASTED.format(more=more))
    (folder / "05_empty.txt").write_text(FURNITURE)
    _copy_seed("000", folder / "06_same_bytes.txt")
    _copy_seed("002", folder / "07_seed.txt")
    (folder / "08_reread.txt").write_text(REREAD.format(river="Rioni"))


def write_manifest(folder: Path) -> Path:
    """What a person knows of some inputs; it lies beside their folder."""
    path = folder.with_name("facts.csv")
    path.write_text(MANIFEST)
    return path


def _copy_seed(number: str, path: Path) -> None:
    (seed,) = SEEDS.glob(f"{number}_*.txt")
    path.write_bytes(seed.read_bytes())


def decide() -> None:
    """What older code and a curator did, so that a re-import has versions and decisions to carry."""
    from statements import curation
    from statements.models import Block, Statement, User

    folder = Path(_at("01_seed.txt").original.location).parent
    _take_in_by_older_code(folder / "01_seed.txt", extract_quotations=_with_shorter_words)
    for name, river in (("08_reread.txt", "Rioni"), ("09_back.txt", "Kura")):
        (folder / name).write_text(REREAD.format(river=river))
        _take_in_by_older_code(folder / name, read=_with_one_line_more)
    ada = User.objects.create(username="ada")
    curation.correct(
        Statement.objects.get(article=_at("04_pasted.txt")), {"act": "pledges"}, who=ada, why="read it"
    )
    rejected = Statement.objects.filter(article=_at("02_page.html")).first()
    assert rejected is not None
    curation.reject(rejected, who=ada, why="not a statement")
    given_back = Block.objects.filter(article=_at("00_again.txt")).first()
    assert given_back is not None
    curation.change(given_back, {"active": False}, who=ada)


def _at(name: str) -> Any:
    from statements.models import Article

    return Article.objects.get(original__location__endswith=name)


def _take_in_by_older_code(path: Path, **steps: Any) -> None:
    from statements import pipeline
    from statements.store.runs import finish_run, start_run

    run = start_run("ingest", "older")
    with patch.multiple(pipeline, CLEANER_VERSION="older", FINDER_VERSION="older", **steps):
        pipeline.ingest(path.read_bytes(), str(path), run=run, knowledge=pipeline.stored_knowledge())
    finish_run(run)


def _with_one_line_more(data: bytes, name: str) -> Any:
    from statements.readers import read

    return read(data + b"\nBoats go on.\n", name)


def _with_shorter_words(*text: Any) -> Any:
    """The first statement ends a word too early: today's code withdraws it and finds the whole one."""
    from statements.extraction import extract_quotations

    first, *others = extract_quotations(*text)
    *spans, (start, end) = first.content
    shorter = text[0].rindex(" ", start, end)
    return [replace(first, content=(*spans, (start, shorter))), *others]
