"""Hearers, occasions and settings round a verb of speech."""

from __future__ import annotations

import pytest

from statements.extraction import extract_quotations


def found(text: str, field: str) -> str | None:
    [quotation] = [one for one in extract_quotations(text, [(0, len(text))]) if not one.is_hearsay]
    span = getattr(quotation, field)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Norland warned Ostia that it would not wait.", "Ostia"),
        ("Lund told his Ostian counterpart that talks would go on.", "his Ostian counterpart"),
        ("“We agree,” Lund told reporters.", "reporters"),
        ("Norland warned Ostia would not wait.", None),
        ("Norland said talks would go on.", None),
    ],
)
def test_hearers(text: str, hearer: str | None) -> None:
    assert found(text, "hearer") == hearer


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Lund told a news conference that talks would go on.", "a news conference"),
        ("Lund told his Ostian counterpart that talks would go on.", None),
        ("Lund said in a report issued on Friday that talks go on.", "in a report issued on Friday"),
        ("“No,” he said, answering a question from TASS about trade.", "answering a question from TASS"),
        ("Asked about the raid, Lund said talks would go on.", "Asked about the raid"),
        ("Lund, speaking in the town of Osta, said talks would go on.", "speaking in the town of Osta"),
        ("“We agree,” Lund said, leaving the hall.", None),
        ("In a separate statement the ministry welcomed the talks.", "In a separate statement"),
        ("Norland welcomed the deal in a tweet.", "in a tweet"),
        ("Norland demanded a vote in a joint letter sent on Friday.", "in a joint letter"),
        ("The mission to the League, in a letter sent on Friday, called the claim false.", "in a letter"),
        ("In conclusions adopted on Friday, the council invited Ostia.", "In conclusions"),
        ("Lund said in an emailed statement that talks go on.", "in an emailed statement"),
        ("In a report, published last week, Norland urged calm.", "In a report, published last week"),
        ("In its report, signed by all, the group urged Ostia to pay.", "In its report"),
        ("“No,” Lund said in comments carried by Interfax.", None),
        ("“No,” Lund said in a statement carried by Interfax.", "in a statement carried by Interfax"),
        ("“We agree,” the ministry wrote on X, formerly known as Chirp.", "on X"),
        ("Norland welcomed the deal reached in Osta.", None),
        ("In a region that angered Ostia, Lund said talks failed.", None),
    ],
)  # fmt: skip
def test_occasions(text: str, occasion: str | None) -> None:
    assert found(text, "occasion") == occasion


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Speaking to TASS on Friday, Lund said talks would go on.", "TASS"),
        ("“We agree,” he said, answering a question from TASS.", None),
        ("“We agree,” Lund said in comments carried by Interfax.", "Interfax"),
        ("In remarks carried by Interfax, Lund urged Ostia to pay.", "Interfax"),
        ("In remarks carried by the wind, Lund urged Ostia to pay.", None),
        ("“We agree,” he said, as quoted by the Norland Press Trust (PTI).", "PTI"),
        ("“We agree,” he said, as quoted by the Norland Press Trust (1990).", None),
        ("Speaking to his voters, Lund said talks would go on.", None),
    ],
)
def test_an_agency_that_asks_relays_nothing(text: str, agency: str | None) -> None:
    assert found(text, "agency") == agency
