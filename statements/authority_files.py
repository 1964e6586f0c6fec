"""The authority records that ship in ``fixtures/``, read without a database.

Each file is a JSON list of objects whose keys are the fields of the record
they become. Errors name the file, the row and what is wrong with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from statements.folding import fold
from statements.records import (
    Authorities,
    CountryName,
    CountryRecord,
    OfficeRecord,
    PublisherNames,
    PublisherRecord,
    SpeakerRecord,
)

Row = TypeVar("Row")

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


class AuthorityFileError(ValueError):
    """An authority file that cannot be used as it is."""


def read_authorities(folder: Path = FIXTURES) -> Authorities:
    """All authority records of a folder.

    Raises AuthorityFileError, naming the file and the row.
    """
    countries = _rows(folder / "countries.json", _country) + _rows(folder / "organizations.json", _country)
    return Authorities(
        countries=tuple(countries),
        speakers=tuple(_rows(folder / "speakers.json", _speaker)),
        publishers=tuple(_rows(folder / "publishers.json", _publisher)),
    )


def publisher_names(publishers: tuple[PublisherRecord, ...]) -> PublisherNames:
    """What cleaning needs of publishers: their folded names and their domains.

    News agencies have their own: a line that says "TASS" is a credit, not an
    imprint, and "MOSCOW (TASS) –" is both.
    """
    by_name: dict[str, str] = {}
    by_agency: dict[str, str] = {}
    by_domain: dict[str, str] = {}
    for publisher in publishers:
        known = by_agency if publisher.kind == "agency" else by_name
        for name in (publisher.name, *publisher.names):
            known.setdefault(fold(name), publisher.name)
        for domain in publisher.domains:
            by_domain.setdefault(domain, publisher.name)
    return PublisherNames(by_name=by_name, by_agency=by_agency, by_domain=by_domain)


def _rows(path: Path, build: Callable[[dict[str, Any]], Row]) -> list[Row]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AuthorityFileError(f"{path} is missing: restore it from the project") from error
    except ValueError as error:
        raise AuthorityFileError(f"{path} is not JSON: {error}") from error
    if not isinstance(rows, list):
        raise AuthorityFileError(f"{path} is not a list of rows")
    built: list[Row] = []
    for number, row in enumerate(rows, 1):
        try:
            built.append(build(row))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise AuthorityFileError(f"{path}, row {number}: {error!r}") from error
    return built


def _country(row: dict[str, Any]) -> CountryRecord:
    names = tuple(CountryName(text, use) for text, use in row.pop("names", ()))
    return CountryRecord(**row, names=names)


def _speaker(row: dict[str, Any]) -> SpeakerRecord:
    offices = tuple(OfficeRecord(**office) for office in row.pop("offices", ()))
    variants = tuple(row.pop("variants", ()))
    return SpeakerRecord(**row, variants=variants, offices=offices)


def _publisher(row: dict[str, Any]) -> PublisherRecord:
    names, domains = tuple(row.pop("names", ())), tuple(row.pop("domains", ()))
    return PublisherRecord(**row, names=names, domains=domains)
