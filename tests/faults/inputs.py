"""A small folder that takes an ingest through every way an input can go.

Created, updated by newer code, replaced by a changed file or page, unchanged
and held. ``write_earlier`` is what lay in the folder when the "grown" archive
began.
"""

from __future__ import annotations

from pathlib import Path

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

FURNITURE = "Share\n\nXS\nSM\nMD\nLG\n"


def write_earlier(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    _copy_seed("003", folder / "00_again.txt")
    _copy_seed("000", folder / "01_seed.txt")
    (folder / "02_page.html").write_text(PAGE.format(title="Talks", more=""))
    (folder / "04_pasted.txt").write_text(PASTED.format(more=""))


def write_all(folder: Path) -> None:
    write_earlier(folder)
    page = PAGE.format(title="Talks go on", more="He added that Yerevan rejects any precondition.")
    (folder / "03_page_changed.html").write_text(page)
    more = "He added that Moscow condemns the shelling."
    (folder / "04_pasted.txt").write_text(PASTED.format(more=more))
    (folder / "05_empty.txt").write_text(FURNITURE)
    _copy_seed("000", folder / "06_same_bytes.txt")
    _copy_seed("002", folder / "07_seed.txt")


def _copy_seed(number: str, path: Path) -> None:
    (seed,) = SEEDS.glob(f"{number}_*.txt")
    path.write_bytes(seed.read_bytes())


def decide() -> None:
    """What a curator does with the earlier articles, so that a re-import has decisions to carry."""
    from statements import curation
    from statements.models import Article, Block, Statement, User

    ada = User.objects.create(username="ada")
    pasted = Statement.objects.get(article__original__location__endswith="04_pasted.txt")
    curation.correct(pasted, {"act": "pledges"}, who=ada, why="read it")
    rejected = Statement.objects.filter(article__original__location__endswith="02_page.html").first()
    assert rejected is not None
    curation.reject(rejected, who=ada, why="not a statement")
    given_back = Block.objects.filter(article__original__location__endswith="00_again.txt").first()
    assert given_back is not None
    curation.change(given_back, {"active": False}, who=ada)
    Article.objects.filter(original__location__endswith="01_seed.txt").update(extractor_version="older")
