"""Citations of every shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from statements.citing.record import NOT_KNOWN, Citation

HOSTILE = '<b>R&D</b> {50%} $a_b #1 ~x^2 \\input{x} "q" </textarea><script>alert(1)</script>'
LONG_WORD = "Verfassungsgerichtsentscheidung" * 9

PERSON = Citation(
    id="abxrevh",
    address="https://archive.example/statements/abxrevh/",
    speakers=("Vasily Nebenzya",),
    speaking_for=("Russia",),
    words="We know that Turkey unambiguously supports Azerbaijan.",
    title="We know that Turkey unambiguously supports Azerbaijan.",
    said="2020-09-30",
    said_basis="“Wednesday” before the published date",
    article="a12",
    article_title="Russia says ready for “close coordination”",
    article_address="https://news.example/1?a=b&c=d",
    language="en",
    outlet="The Moscow Times",
    published="2020-10-01",
    archived="https://archive.example/articles/a12/",
    sha256="f639da652d7d087180ca22cbe4367660e19e743dfb4b25eb3552c3ef667d28a5",
    accessed=date(2026, 11, 22),
)

SHAPES = {
    "a person, full dates": PERSON,
    "agency": replace(PERSON, agency="Interfax"),
    "published in a month": replace(PERSON, published="2020-10", said="2020-10"),
    "published in a year": replace(PERSON, published="2020", said="2020~"),
    "not known when published": replace(PERSON, published=""),
    "no date": replace(PERSON, published="", said="", said_basis="", said_words="Thursday"),
    "said in a stretch of days": replace(PERSON, said="2020-09-24/2020-09-30"),
    "said not after a day": replace(PERSON, said="../2020-09-30"),
    "said on a day that is uncertain": replace(PERSON, said="2020-09-30?"),
    "no outlet": replace(PERSON, outlet=""),
    "no outlet and no date": replace(PERSON, outlet="", published="", said=""),
    "institution": replace(PERSON, speakers=("Ministry of Trade and Industry, Armenia",)),
    "unnamed role": replace(PERSON, speakers=("Turkish diplomatic source",), quoted=False),
    "speaker not known": replace(PERSON, speakers=(NOT_KNOWN,), named=("he",), speaking_for=()),
    "two speakers": replace(PERSON, speakers=("Sergey Lavrov", "Turkey"), speaking_for=("Russia", "Turkey")),
    "three speakers": replace(PERSON, speakers=("United States", "European Union", "Iran")),
    "seven speakers": replace(PERSON, speakers=tuple(f"State {letter}" for letter in "ABCDEFG")),
    "more speakers than APA names": replace(PERSON, speakers=tuple(f"State {n}" for n in range(1, 23))),
    "right to left": replace(
        PERSON, speakers=("שרת החוץ", "وزير الخارجية"), title="השלום קרוב", outlet="הארץ", language="he"
    ),
    "hostile": replace(
        PERSON,
        speakers=(HOSTILE,),
        words=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        agency=HOSTILE,
        article_title=HOSTILE,
        said_basis=HOSTILE,
    ),
    "very long words": replace(PERSON, title=f"{LONG_WORD[:160]} …", speakers=(LONG_WORD,)),
    "a title that asks": replace(PERSON, title="Why is it “so”?"),
    "a name with a full stop": replace(PERSON, speakers=("Foreign Ministry of the U.S.",), outlet="Yahoo!"),
    "not reviewed, older version": replace(PERSON, unreviewed_rule="quoted", older_version=True),
}
