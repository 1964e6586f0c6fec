"""Each format holds what a citation holds, by that format's own rules."""

from __future__ import annotations

import doctest
import json
import re
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from citeproc.source.bibtex.bibparse import BibTeXParser
from citeproc.source.bibtex.latex import parse_latex

from statements.citing import FORMATS, bibtex, csl_json, embed, plain_text, ris
from statements.citing.record import ARCHIVE, Citation, beginning, one_line
from tests.citing.shapes import HOSTILE, LONG_WORD, PERSON, SHAPES

every_shape = pytest.mark.parametrize("citation", SHAPES.values(), ids=SHAPES)


@pytest.mark.parametrize("module", ["record", "dates", "plain_text", "bibtex", "ris", "csl_json"])
def test_examples_are_so(module: str) -> None:
    results = doctest.testmod(import_module(f"statements.citing.{module}"))
    assert results.attempted and not results.failed


@pytest.mark.parametrize("ending", FORMATS)
@every_shape
def test_every_format_names_who_where_and_when(citation: Citation, ending: str) -> None:
    text = FORMATS[ending].write(citation)
    assert citation.address in text and citation.place in text
    assert text.endswith("\n")


# --- plain text ------------------------------------------------------------------


def test_chicago_of_reported_words_without_a_date() -> None:
    citation = SHAPES["no date"]
    assert plain_text.chicago(citation) == (
        "Vasily Nebenzya. “We know that Turkey unambiguously supports Azerbaijan.” Statement for Russia, "
        "date not known, quoted in “Russia says ready for ‘close coordination.’” The Moscow Times, n.d. "
        "Statement abxrevh, article a12. Chancery. Accessed November 22, 2026. "
        "https://archive.example/statements/abxrevh/."
    )


def test_apa_of_a_whole_date() -> None:
    assert plain_text.apa(SHAPES["agency"]) == (
        "Vasily Nebenzya. (2020, October 1). We know that Turkey unambiguously supports Azerbaijan. "
        "[Statement for Russia, September 30, 2020, quoted by Interfax in “Russia says ready for ‘close "
        "coordination’”]. The Moscow Times. Chancery (statement abxrevh, article a12). "
        "https://archive.example/statements/abxrevh/"
    )


def test_text_says_what_the_styles_leave_out() -> None:
    text = plain_text.write(SHAPES["not reviewed, older version"])
    for line in (
        "Words: “We know that Turkey unambiguously supports Azerbaijan.”",
        "Said: 2020-09-30 (“Wednesday” before the published date)",
        "Published: 2020-10-01",
        "Printed at: https://news.example/1?a=b&c=d",
        "Archived copy: https://archive.example/articles/a12/",
        f"SHA-256 of the original: {PERSON.sha256}",
        "Accessed: 2026-11-22",
        "Review: found by machine (rule quoted), not reviewed by a person",
        "Version: an older version of the article",
    ):
        assert line in text.splitlines()
    assert "Review:" not in plain_text.write(PERSON)


def test_what_is_not_known_is_said() -> None:
    text = plain_text.write(SHAPES["no date"])
    assert "Said: not known (“Thursday”)" in text and "Published: not known" in text
    text = plain_text.write(SHAPES["speaker not known"])
    assert text.count("[speaker not known]. ") == 2 and "Speaker named as: “he”" in text


def test_reported_words_stand_in_no_quotation_marks() -> None:
    assert "Words as reported: We know" in plain_text.write(SHAPES["unnamed role"])


# --- BibTeX --------------------------------------------------------------------------

# The oracle falls over named braces, and takes a named tilde for a space: it gets others to carry.
STAND_INS = {r"{\textbraceleft}": "\ue000", r"{\textbraceright}": "\ue001", r"{\textasciitilde}": "\ue002"}


def as_printed(value: str) -> str:
    for name, stand_in in STAND_INS.items():
        value = value.replace(name, stand_in)
    return parse_latex(value).translate({0xE000: "{", 0xE001: "}", 0xE002: "~"})


def read_bibtex(citation: Citation) -> tuple[str, dict[str, str]]:
    """The one entry, read by citeproc-py: its type, and its fields as TeX would print them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cite.bib"
        path.write_text(bibtex.write(citation), encoding="utf-8")
        entries = BibTeXParser(str(path), "utf-8")
    ((key, entry),) = entries.items()
    assert key == f"chancery-{citation.id}"
    plain = {name: value if name == "url" else as_printed(value) for name, value in entry.items()}
    return entry.document_type, plain


def without_ligatures(text: str) -> str:
    return text.replace('"', "”")


@every_shape
def test_bibtex_reads_back_as_it_was(citation: Citation) -> None:
    kind, fields = read_bibtex(citation)
    assert kind == "online"
    assert without_ligatures(fields["title"]) == without_ligatures(citation.title)
    assert without_ligatures(fields["author"]) == without_ligatures(" and ".join(citation.speakers))
    assert without_ligatures(fields["note"]) == without_ligatures(citation.description)
    assert fields.get("date", "") == citation.published
    assert fields.get("eventdate", "").replace("\xa0", "~") == citation.said
    assert (fields["url"], fields["urldate"]) == (citation.address, "2026-11-22")
    assert citation.sha256 in fields["annotation"]


@every_shape
def test_bibtex_has_balanced_braces_and_a_field_a_line(citation: Citation) -> None:
    text = bibtex.write(citation)
    assert text.count("{") == text.count("}")
    first, *fields, last, nothing = text.split("\n")
    assert (first, last, nothing) == (f"@online{{chancery-{citation.id},", "}", "")
    assert all(re.fullmatch(r"  [a-z]+ = \{.+\},", field) for field in fields)


def test_bibtex_acts_on_nothing_that_others_wrote() -> None:
    title = bibtex.write(SHAPES["hostile"]).split("title = ")[1].split("\n")[0]
    assert r"{\textbackslash}input{\textbraceleft}x{\textbraceright}" in title
    assert not re.search(r"(?<!\\)[%$#&_]", title)


def test_a_ministry_of_two_things_is_one_author() -> None:
    assert "author = {{Ministry of Trade and Industry, Armenia}}" in bibtex.write(SHAPES["institution"])


# --- RIS -------------------------------------------------------------------------------

TAGS = {"TY", "AU", "TI", "T2", "PY", "DA", "M3", "AB", "LA", "DB", "AN", "UR", "L2", "Y2", "N1", "ER"}


@every_shape
def test_ris_keeps_the_rules_of_its_lines(citation: Citation) -> None:
    lines = ris.write(citation).split("\r\n")
    assert lines.pop() == ""
    assert re.fullmatch(r"TY  - (NEWS|ELEC)", lines[0]) and lines[-1] == "ER  - "
    for line in lines[:-1]:
        assert re.fullmatch(r"[A-Z][A-Z0-9]  - \S[^\r\n]*", line), line
        assert line[:2] in TAGS
    assert [line[6:] for line in lines if line.startswith("AU")] == list(citation.speakers)


@pytest.mark.parametrize(
    ("shape", "lines"),
    [
        ("a person, full dates", ["TY  - NEWS", "PY  - 2020", "DA  - 2020/10/01/", "T2  - The Moscow Times"]),
        ("published in a month", ["DA  - 2020/10//"]),
        ("published in a year", ["DA  - 2020///"]),
        ("no outlet", ["TY  - ELEC"]),
        ("agency", ["Y2  - 2026/11/22/", "L2  - https://archive.example/articles/a12/", "DB  - Chancery"]),
    ],
)
def test_ris_lines(shape: str, lines: list[str]) -> None:
    assert set(lines) <= set(ris.write(SHAPES[shape]).split("\r\n"))


def test_ris_of_no_date_has_none() -> None:
    assert not re.search(r"^(PY|DA)", ris.write(SHAPES["no date"]), re.MULTILINE)


# --- CSL-JSON ----------------------------------------------------------------------------


def is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def is_date(value: object) -> bool:
    """``date-variable`` of the schema, without the spellings that we do not use."""
    if not isinstance(value, dict) or value.keys() - {"date-parts", "circa", "literal"}:
        return False
    stretches = value.get("date-parts", [])
    numbers = [number for stretch in stretches for number in stretch]
    return (
        ("date-parts" in value) != ("literal" in value)
        and len(stretches) <= 2
        and all(1 <= len(stretch) <= 3 for stretch in stretches)
        and all(type(number) is int for number in numbers)
        and value.get("circa", True) is True
    )


def is_list_of_literal_names(value: object) -> bool:
    return isinstance(value, list) and all(
        name.keys() == {"literal"} and is_text(name["literal"]) for name in value
    )


# The fields that we use, as csl-data.json, the schema of CSL 1.0.2, has them.
SCHEMA = {
    "id": is_text,
    "type": {"article-newspaper", "webpage"}.__contains__,
    "author": is_list_of_literal_names,
    **dict.fromkeys(("issued", "event-date", "accessed"), is_date),
    **dict.fromkeys(
        (
            "title", "genre", "container-title", "archive", "archive_location", "URL", "language", "abstract",
            "note",
        ),
        is_text,
    ),
    "custom": lambda value: isinstance(value, dict),
}  # fmt: skip


@every_shape
def test_csl_json_fits_its_schema(citation: Citation) -> None:
    (item,) = json.loads(csl_json.write(citation))
    assert {"id", "type"} <= item.keys() <= SCHEMA.keys()
    assert [name for name, value in item.items() if not SCHEMA[name](value)] == []


@pytest.mark.parametrize(
    ("shape", "issued", "said"),
    [
        (
            "a person, full dates",
            {"date-parts": [[2020, 10, 1]]},
            {"date-parts": [[2020, 9, 30]]},
        ),
        ("published in a month", {"date-parts": [[2020, 10]]}, {"date-parts": [[2020, 10]]}),
        ("published in a year", {"date-parts": [[2020]]}, {"date-parts": [[2020]], "circa": True}),
        ("no date", None, None),
        (
            "said in a stretch of days",
            {"date-parts": [[2020, 10, 1]]},
            {"date-parts": [[2020, 9, 24], [2020, 9, 30]]},
        ),
        (
            "said not after a day",
            {"date-parts": [[2020, 10, 1]]},
            {"literal": "not after September 30, 2020"},
        ),
    ],
)
def test_csl_dates_are_as_exact_as_they_are_known(shape: str, issued: object, said: object) -> None:
    item = csl_json.item(SHAPES[shape])
    assert (item.get("issued"), item.get("event-date")) == (issued, said)


def test_csl_keeps_the_edtf_the_agency_and_the_hash() -> None:
    custom = csl_json.item(SHAPES["agency"])["custom"]
    assert (custom["agency"], custom["said"], custom["speaking-for"]) == (
        "Interfax",
        "2020-09-30",
        ["Russia"],
    )
    assert custom["original-sha256"] == PERSON.sha256


# --- HTML ------------------------------------------------------------------------------


@every_shape
def test_embedded_html_has_our_elements_alone(citation: Citation) -> None:
    text = embed.write(citation)
    page = BeautifulSoup(text, "html.parser")
    names = {element.name for element in page.find_all()}
    assert names <= {"figure", "blockquote", "p", "figcaption", "bdi", "cite", "a"}
    attributes = {name for element in page.find_all() for name in element.attrs}
    assert attributes <= {"cite", "lang", "dir", "href"}
    assert page.blockquote["cite"] == page.a["href"] == citation.address
    assert page.p.get_text() == citation.words
    assert [bdi.get_text() for bdi in page.find_all("bdi")][: len(citation.speakers)] == list(
        citation.speakers
    )


def test_embedded_html_is_escaped() -> None:
    text = embed.write(SHAPES["hostile"])
    assert "<script" not in text and "<b>" not in text
    assert "&lt;/textarea&gt;&lt;script&gt;" in text


# --- titles -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("It's not like that,", "It's not like that"),
        ("Why?", "Why?"),
        ("word " * 19 + "word", "word " * 19 + "word"),
        ("word " * 21, "word " * 20 + "…"),
        (LONG_WORD, f"{LONG_WORD[:160]} …"),
        ("short " + LONG_WORD, "short …"),
    ],
)
def test_a_title_is_how_the_words_begin(words: str, title: str) -> None:
    assert beginning(one_line(words)) == title


def test_a_title_of_reported_words_reaches_their_cue() -> None:
    sentence = "the war was backed by both " + "and all " * 20 + "the envoy denied yesterday evening"
    assert beginning(sentence, sentence.index("denied") + len("denied")).endswith("the envoy denied …")


def test_no_text_breaks_a_line_or_turns_the_next_around() -> None:
    assert one_line("a\r\nER  - \x00\u2028b\u202e c\u2067") == "a ER - b c"
    assert one_line(HOSTILE) == HOSTILE
    assert ARCHIVE == "Chancery"
