"""A home that was found, how sure it is, and whose titles it lends its country."""

from __future__ import annotations

from dataclasses import dataclass

from statements.records import CountryRecord
from statements.resolution.bodies.the_country import STATES
from statements.resolution.index.references import speaking_for
from statements.resolution.persons.state_titles import (
    is_bare_spokesperson,
    is_for_an_organisation,
    is_governor,
    is_rank,
    is_state_title,
    is_title_of_a_state,
)

# How sure a home is: two signs agree, or the text speaks for it, or stands under its name; or the state, or
# its body, acted last, or the speaker's own words are of it.
AGREED, OWN, LABELLED, ACTED, SPOKE, TOLD = "agreed", "own", "labelled", "acted", "spoke", "told"


@dataclass(frozen=True, slots=True)
class Home:
    """``is_of_its_press`` where its own agency or ministry prints the text: bare titles are home's.

    ``is_by_name`` where a paper's name tells that, ``is_by_name_alone`` where no other sign does nor the lead
    names that state, so that it lends its country to nobody; ``is_contested`` where a sign tells another.
    """

    country: CountryRecord
    basis: str
    is_of_its_press: bool = False
    is_by_name: bool = False
    is_contested: bool = False
    is_by_name_alone: bool = False


def code_for(home: Home | None, title: str) -> str | None:
    """The country that the bearer of a title without one speaks for, if it is surely home's.

    Gives: "Deputy Foreign Minister", "Foreign Ministry spokesman"; under "OSTIA:" also "Special envoy"
    Gives: "Governor", "the province’s deputy governor", where two signs tell the home
    Gives nothing: "mayor", "Norhaven Governor", which may be abroad; "Foreign Minister" of an organisation
    """
    if home is None:
        return None
    if home.country.kind not in STATES:
        is_held = is_for_an_organisation(title) and home.basis != AGREED
    elif home.basis == LABELLED:
        is_held = is_title_of_a_state(title) or is_state_title(title, home.country.code)
    else:
        is_house = home.basis in (OWN, SPOKE) and is_bare_spokesperson(title)
        is_house = is_house or (home.basis == OWN and is_rank(title))
        is_held = is_house or is_state_title(title, home.country.code)
        is_held = is_held or (home.basis == AGREED and not home.is_contested and is_governor(title))
    return speaking_for(home.country) if is_held else None
