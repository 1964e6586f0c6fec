"""What a person knows of articles and their texts lack, as a CSV file.

    file,publisher,address,published
    akar.txt,Anadolu Agency,https://example.org/world/1,2020-07-16
    pages/baku.html,,,2020-07

A file is named from the manifest's own folder. An empty cell says nothing, and
a column that would be empty may be left out. Dates are days, months or years.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.auth.hashers import make_password

from statements import edtf
from statements.management.sources import LARGEST_INPUT
from statements.management.terminal import printable
from statements.models import User
from statements.records import KnownMetadata, StatedDate

FILE, PUBLISHER, ADDRESS, PUBLISHED = "file", "publisher", "address", "published"
COLUMNS = (FILE, PUBLISHER, ADDRESS, PUBLISHED)
DELIMITERS = ",;\t"  # spreadsheets write any of these

LARGEST_MANIFEST = 20 * 1024 * 1024  # bytes
LONGEST_NAME = 200  # characters of a publisher's name
LONGEST_ADDRESS = 2_000  # bytes

DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
PRECISIONS = {len("2020"): "year", len("2020-07"): "month", len("2020-07-16"): "day"}
BASIS = "curator"
EARLIEST_YEAR = 1600


ACCOUNT = "manifest"  # whose edits they are when nobody is named; nobody can log in as it


class ManifestError(ValueError):
    """A manifest that cannot be used; the message names the line and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the file's real path, what is known of it, and where that is written."""

    line: int
    path: str
    known: KnownMetadata


def read_manifest(path: Path) -> dict[str, Row]:
    """Real path → row. Raises ManifestError, before anything is taken in."""
    rows: dict[str, Row] = {}
    lines_of: dict[str, int] = {}
    same_bytes: dict[str, Row] = {}
    for row in _rows(_text_of(path), path):
        if row.path in rows:
            raise _error(row.line, f"the file of line {rows[row.path].line} again: keep one of them")
        if os.path.isdir(row.path) or not os.path.lexists(row.path):
            raise _error(row.line, f"{printable(row.path)} is no file: correct the name")
        if row.known.address and row.known.address in lines_of:
            raise _error(
                row.line,
                f"the address of line {lines_of[row.known.address]} again: two files at one address "
                "are versions of one page, so take them in one after the other",
            )
        twin = same_bytes.setdefault(_digest_of(row), row)
        if twin.known != row.known:
            raise _error(row.line, f"the very bytes of line {twin.line} with other facts: keep one of them")
        rows[row.path] = row
        lines_of[row.known.address] = row.line
    return rows


def teller(name: str) -> User:
    """Whose knowledge a manifest is. Raises User.DoesNotExist for a name that nobody has."""
    if name:
        return User.objects.get(username=name)
    # At once: an account must never stand there with an empty password.
    nobodys = {"is_active": False, "password": make_password(None)}
    user, _ = User.objects.get_or_create(username=ACCOUNT, defaults=nobodys)
    return user


def _text_of(path: Path) -> str:
    if path.exists() and not path.is_file():  # opening a pipe would wait
        raise ManifestError("not a file: name one")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_MANIFEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ManifestError(f"cannot be read: {why}") from error
    if len(data) > LARGEST_MANIFEST:
        raise ManifestError(f"larger than {LARGEST_MANIFEST // 1024 // 1024} MB: split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ManifestError("not UTF-8: save it as CSV in UTF-8") from error


def _digest_of(row: Row) -> str:
    """What tells equal files from others; whatever cannot be read equals nothing."""
    try:
        if Path(row.path).is_file() and os.path.getsize(row.path) <= LARGEST_INPUT:
            with open(row.path, "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        pass
    return row.path


def _rows(text: str, path: Path) -> Iterator[Row]:
    folder = os.path.dirname(os.path.abspath(path))
    first_line = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [name.strip().lower() for name in next(lines, [])]
        _check_columns(columns)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield _row(lines.line_num, columns, cells, folder)
    except csv.Error as error:
        raise _error(lines.line_num, f"no CSV ({error}): look at its quotation marks") from error


def _check_columns(columns: list[str]) -> None:
    wrong = [name for name in columns if name not in COLUMNS]
    repeated = [name for name in COLUMNS if columns.count(name) > 1]
    if wrong or repeated or FILE not in columns:
        raise _error(
            1,
            f"the columns are {printable(', '.join(columns)) or 'missing'}: "
            f"name each once, {FILE} and any of {', '.join(COLUMNS[1:])}",
        )


def _row(line: int, columns: list[str], cells: list[str], folder: str) -> Row:
    if len(cells) != len(columns):
        raise _error(
            line, f"{len(cells)} cells where the columns are {len(columns)}: quote cells with commas"
        )
    cell = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    if not cell[FILE] or "\0" in cell[FILE]:
        raise _error(line, "no file is named: give its path from the manifest's folder")
    known = KnownMetadata(
        publisher=_publisher(line, cell.get(PUBLISHER, "")),
        address=_address(line, cell.get(ADDRESS, "")),
        published=_published(line, cell.get(PUBLISHED, "")),
    )
    return Row(line, os.path.realpath(os.path.join(folder, cell[FILE])), known)


def _publisher(line: int, name: str) -> str:
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise _error(line, f"the publisher is no name of up to {LONGEST_NAME} letters")
    return name


def _address(line: int, address: str) -> str:
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
        is_address = is_web and parts.port != 0 and not parts.username
    except ValueError:
        is_address = False
    if (
        not is_address
        or not address.isprintable()
        or " " in address
        or len(address.encode()) > LONGEST_ADDRESS
    ):
        raise _error(line, f"“{printable(address[:100])}” is no address: write it out, https://…")
    return address


def _published(line: int, text: str) -> StatedDate | None:
    if not text:
        return None
    try:
        if not DATE.fullmatch(text):
            raise ValueError
        first_day, _ = edtf.bounds(text)
    except ValueError as error:
        raise _error(
            line, f"“{printable(text[:40])}” is no date: write 2020-07-16, 2020-07 or 2020"
        ) from error
    if first_day.year < EARLIEST_YEAR:
        raise _error(line, f"{text} is before any newspaper: correct the date")
    if first_day > date.today():
        raise _error(line, f"{text} is yet to come: correct the date")
    return StatedDate(first_day, PRECISIONS[len(text)], BASIS)


def _error(line: int, message: str) -> ManifestError:
    return ManifestError(f"line {line}: {message}")
