"""The data model: authority records, articles, statements, history."""

from statements.models.article import Article, Block, Original
from statements.models.authority import Country, CountryName, Office, Publisher, Speaker, VariantName
from statements.models.history import Edit, ImportOutcome, ImportRun, Proposal
from statements.models.people import User
from statements.models.review import Lease
from statements.models.source_error import SourceError
from statements.models.statement import Attribution, Statement, StatementPart
from statements.models.utterance import Utterance, UtteranceMember, UtterancePair

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Country",
    "CountryName",
    "Edit",
    "ImportOutcome",
    "ImportRun",
    "Lease",
    "Office",
    "Original",
    "Proposal",
    "Publisher",
    "SourceError",
    "Speaker",
    "Statement",
    "StatementPart",
    "User",
    "Utterance",
    "UtteranceMember",
    "UtterancePair",
    "VariantName",
]
