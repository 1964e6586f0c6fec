"""Names that are easily taken for a country's."""

from __future__ import annotations

from statements.folding import fold
from statements.resolution.text.vocabulary import any_of

# They hold a country's name and name no country.
OTHER_NAMES = (
    "Latin America", "Latin American", "Latin Americans", "South America", "South American",
    "South Americans", "North America", "North American", "North Americans", "Central America",
    "Central American", "Central Americans", "Native American", "Native Americans", "African American",
    "African Americans", "West Indian", "American Indian", "New Mexico", "New Jersey", "New England",
    "New Britain", "New Caledonian", "British Columbia", "Papua", "Indian Ocean", "Gulf of Mexico",
    "Gulf of Oman", "Gulf of Guinea", "Sea of Japan", "East China Sea", "South China Sea",
    "Philippine Sea", "Irish Sea", "English Channel", "Mozambique Channel", "Lake Chad", "Lake Malawi",
    "Norwegian Sea", "Panama Canal", "Washington State", "State of Washington", "West Georgia",
    "Georgia Tech", "Atlanta, Georgia", "Jordan River", "River Jordan", "Jordan Valley",
    "Luxembourg Gardens", "Guinea pig", "China Sea", "Danish Straits", "Turkish Straits",
    "Spanish flu", "former Soviet", "Former Soviet", "ex-Soviet", "post-Soviet", "Post-Soviet",
    "Swiss cheese", "Iron Dome", "Niger Delta", "Niger State", "Niger River", "New Guinea", "Panama Papers",
    "Santiago de Compostela", "Wellington boots",
)  # fmt: skip

# Capitals that more often name another place, a person or a thing; no government is called by them.
UNUSED_CAPITALS = frozenset(
    fold(name)
    for name in (
        "Victoria", "Kingston", "Georgetown", "San Jose", "Saint George's", "Saint John's", "Malé", "Sucre",
    )
)  # fmt: skip

# Territories of the ISO list whose own governments are called by their capitals.
GOVERNED_TERRITORIES = frozenset(("EH", "TW", "XK"))

# Names of countries and capitals that people bear too.
NAMES_OF_PEOPLE = any_of(
    "georgia jordan chad israel kenya paris sofia london washington lima china india cuba malta"
    " ireland holland england wales scotland france germany brazil stanley berlin vienna milan asmara"
    " dakota santiago virginia turk monaco english french german dane irish britain"
)
