"""Titles that are surnames too: "Anna King, the senator,"."""

from __future__ import annotations

from statements.resolution.index.given_names import is_given_name
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import NOT_A_NAME, any_of

SURNAMES_TOO = any_of(
    "king bishop pope prince major marshal judge dean baron imam mufti sultan sheriff lord page constable"
    " sergeant cardinal chancellor deacon knight duke bey hakim malik khatib qadi"
)


def is_surname_too(reading: Reading, at: int) -> bool:
    """Whether a title is somebody's surname: "Anna King said", ", Tiri King, said"; not "Anna King Lund"."""
    if reading.word(at) not in SURNAMES_TOO or reading.gap(at) != " " or not reading.is_capital(at):
        return False
    before = reading.word(at - 1)
    is_set_off = "," in reading.gap(at - 1) and reading.gap(at + 1).startswith(",")
    is_name = reading.is_capital(at - 1) and before not in NOT_A_NAME
    is_last = not (reading.is_capital(at + 1) and reading.gap(at + 1) == " ")
    return is_name and is_last and (is_given_name(before) or is_set_off)
