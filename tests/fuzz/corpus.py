"""What is mutated: a few sound sources of every format, all of them the project's own."""

from __future__ import annotations

import html
from pathlib import Path

from tests.cleaning.pages import MORE_PROSE, PROSE

ROOT = Path(__file__).resolve().parents[2]
SEEDS = [path.read_bytes() for path in sorted((ROOT / "fixtures" / "seeds").glob("*.txt"))]
PAGES = [path.read_bytes() for path in sorted((ROOT / "tests" / "data" / "readers").glob("*.html"))]

TRANSCRIPT = f"""Briefing by the spokeswoman
Moscow, July 30, 2020

QUESTION: Will the talks go on?

MARIA ZAKHAROVA: {PROSE}

QUESTION: And then?

MARIA ZAKHAROVA: “No,” Lavrov said – “not yet.” {MORE_PROSE}
"""


def as_page(text: str) -> bytes:
    """A seed as a saved page that says of itself whatever a page can say."""
    title, *lines = html.escape(text, quote=False).splitlines()
    body = "\n".join(f"<p>{line}" for line in lines if line.strip())
    data = '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Talks",'
    data += ' "datePublished": "2020-07-30T10:15:00+04:00", "author": [{"name": "Anna Petrova"}]}]}'
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Example Times</title>
<meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2020-07-30">
<link rel="canonical" href="https://example.org/2020/07/30/talks">
<script type="application/ld+json">{data}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>
<p class="byline">By Anna Petrova <time datetime="2020-07-30">30 July</time></p>
{body}
<figure><img alt=""><figcaption>Lavrov in Moscow, January 13, 2020</figcaption></figure>
<blockquote><p>{PROSE}</blockquote><table><tr><td>{MORE_PROSE}</table></article>
<div class="related-posts"><h3>Related</h3><ul><li>Other news</ul></div></body></html>
""".encode()


CORPUS: dict[str, list[bytes]] = {
    "plain text": [*SEEDS, TRANSCRIPT.encode()],
    "web page": [*PAGES, *(as_page(seed.decode()) for seed in SEEDS), as_page(TRANSCRIPT)],
}
