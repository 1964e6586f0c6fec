"""The state of a paper that is known by its name alone: "The Osta Herald", "Radio Osta News"."""

from __future__ import annotations

from statements.records import Document
from statements.resolution.bodies.the_country import STATES
from statements.resolution.home.letterheads import PUBLIC_BODIES
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.named_text import read_names
from statements.resolution.text.vocabulary import any_of

LONGEST_NAME = 6
# What papers, broadcasters and their sites are called.
PAPERS = any_of(
    "times post news herald tribune gazette observer courier journal chronicle telegraph mirror guardian"
    " bulletin examiner ledger inquirer globe argus weekly daily newswire digest mail express dispatch tv"
    " radio newspaper echo reporter spectator sentinel standard star sun today voice wire online record"
    " citizen independent mercury recorder messenger advertiser banner clarion print week informa noticias"
    " hoy diario gazeta gazete matin soir"
)
# Whoever is called by one of these watches a state, perhaps from afar.
NO_PAPERS = PUBLIC_BODIES | any_of(
    "watch monitor institute centre center foundation association union society rights human initiative group"
    " university international"
)


def state_of_masthead(document: Document, index: AuthorityIndex) -> str | None:
    """The state whose name or capital the name of a paper without a record has.

    Finds: "The Osta Herald", "Ostian Times", "RADIO OSTA NEWS"
    Finds nothing: "The Herald", "Ostia Rights Monitor", "Osta and Nora Times", "Ostian Ministry Bulletin"
    """
    name = document.publisher
    if not name or index.publisher(name) is not None:
        return None
    named = read_names(name, [(0, len(name))], index)
    words = {word.word for word in named.reading.words}
    if len(named.reading.words) > LONGEST_NAME or not words & PAPERS or words & NO_PAPERS:
        return None
    units = named.units.items
    states = {one.country for one in units if one.country and one.country.kind in STATES}
    return states.pop().code if len(states) == 1 == len(units) else None
