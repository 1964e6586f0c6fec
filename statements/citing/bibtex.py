"""BibTeX for biblatex (``@online``), in UTF-8."""

from __future__ import annotations

from statements.citing.record import ARCHIVE, Citation

# Braces are counted even behind a backslash, so those of the text are named.
SPECIALS = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
# An address is printed as it is; these would end the field.
IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def write(citation: Citation) -> str:
    fields = {
        # In braces of its own a name is not taken apart, and a title keeps its capitals.
        "author": " and ".join(f"{{{escape(name)}}}" for name in citation.speakers),
        "title": f"{{{escape(citation.title)}}}",
        "date": citation.published,
        "eventdate": citation.said,
        "organization": f"{{{escape(citation.outlet)}}}" if citation.outlet else "",
        "note": escape(citation.description),
        "addendum": escape(f"{ARCHIVE}, {citation.place}"),
        "url": citation.address.translate(IN_ADDRESSES),
        "urldate": citation.accessed.isoformat(),
        "annotation": escape(". ".join(f"{label}: {value}" for label, value in citation.notes)),
        "abstract": escape(citation.words),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{{ARCHIVE.lower()}-{citation.id},\n{''.join(lines)}}}\n"


def escape(text: str) -> str:
    r"""Characters that TeX would act upon, as themselves.

    >>> escape("AT&T {50%}")
    'AT\\&T {\\textbraceleft}50\\%{\\textbraceright}'
    """
    return text.translate(SPECIALS)
