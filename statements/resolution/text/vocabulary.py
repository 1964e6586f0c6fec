"""The closed classes of words that the rules of resolution ask about, folded.

They name offices, bodies and function words, never a person or a country.
"""

from __future__ import annotations

from statements.folding import fold


def any_of(text: str) -> frozenset[str]:
    """A class of words from a line of them, of which a word may be any."""
    return frozenset(text.split())


# --- function words ------------------------------------------------------------

ARTICLES = any_of("the a an")
INDEFINITE = any_of(
    "a an some several many two three four five six another one unnamed anonymous unidentified most"
)
POSSESSIVES = any_of("his her its their our my your whose")
DEMONSTRATIVES = any_of("this that these those both each either neither")
FUNCTION_WORDS = (
    ARTICLES
    | POSSESSIVES
    | DEMONSTRATIVES
    | any_of(
        "and or but nor yet so if as at by for from in into of off on onto out over per than to under"
        " until up upon via with within without about above across after against along amid among"
        " around before behind below beside between beyond despite down during except inside like near"
        " since through throughout toward towards while whereas although though because when where who"
        " whom which what why how however meanwhile also then there here it he she they we i you him"
        " them us not no yes earlier later still just even only such more most other others many some"
        " any all few several once now today yesterday tomorrow according following ahead including"
        " speaking asked commenting addressing quoting citing regarding moreover instead additionally"
        " furthermore separately similarly recently previously last next is was are were has have had"
        " be been will would can could may might must should do does did both"
    )
)
DATE_WORDS = any_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december"
)

# --- titles ------------------------------------------------------------------------

SHEIKHS = any_of("sheikh shaikh shaykh sheik")
MALE_TITLES = SHEIKHS | any_of(
    "spokesman chairman king prince sir lord emir sultan congressman mr"
    " pope patriarch herr monsieur"
    " senor signor alhaji ato"
)
FEMALE_TITLES = any_of(
    "spokeswoman chairwoman queen princess lady congresswoman mrs ms madame miss dame baroness frau senora"
    " signora shrimati smt datin sheikha hajiya woizero ibu"
)

SPOKESPERSONS = any_of("spokesman spokeswoman spokesperson")
# What people of many states are called before their names, beside an office or without one.
HONORIFICS = any_of(
    "mr mrs ms madame miss sir lady lord dame baroness viscount dr prof engr hon comrade herr frau monsieur"
    " senor senora signor signora rev monsignor hojatoleslam hojjatoleslam mullah maulana mawlawi mufti"
    " alhaji hajiya mallam otunba mwalimu ato woizero shri shrimati smt datuk dato datin seri encik bapak ibu"
    " ustaz khun samdech oknha ratu afioga sheikha"
)
# The same of words that are names too, and honour only before a whole name: "Tun Karim Lund", "U Ivo Lund".
NAMES_TOO = any_of("tun setia tengku tunku haji hajah daw u don dom baron sayyid sayyed seyyed sri")

# Ranks of soldiers, police and sailors.
RANKS_OF_FORCES = any_of(
    "general gen colonel col major maj captain capt admiral adm rear marshal brigadier brig lieutenant lt"
    " sergeant sgt commodore cmdr cdr"
)

# Nouns that name a holder of a public office.
OFFICE_HEADS = (
    MALE_TITLES
    | FEMALE_TITLES
    | any_of(
        "president premier minister chancellor secretary ambassador envoy representative spokesperson"
        " chief head director chairperson chair speaker leader general colonel major captain admiral"
        " marshal commander lieutenant commissioner senator governor mayor adviser advisor counselor"
        " counsellor official diplomat lawmaker undersecretary deputy counterpart aide commissar"
        " ayatollah taoiseach tanaiste monarch negotiator mediator rapporteur coordinator consul attache"
        " prosecutor ombudsman ombudswoman ombudsperson attorney justice judge parliamentarian mp"
        " member cochair catholicos cardinal rep sen gen gov col amb lt dr hon comrade sheriff officer"
        " detective superintendent magistrate host candidate nominee vice counsel regent caliph vizier"
        " brigadier defender inspector president-elect executive pm dpm fm cs affaires maj brig capt sgt cmdr"
        " councillor councilor commodore sergeant constable cdr adm archbishop mep mla msp mna mpp"
    )
    | HONORIFICS
)
# Those of them that are more than a form of address.
OFFICES_HELD = OFFICE_HEADS - HONORIFICS

# Nouns that name someone who speaks for no state.
PRIVATE_HEADS = any_of(
    "analyst expert professor journalist activist lawyer researcher historian scholar author editor"
    " correspondent resident witness economist campaigner writer scientist reporter columnist fellow"
    " founder businessman businesswoman doctor democrat republican liberal socialist communist"
)
# Bodies whose people speak for no state, whatever country's name they carry.
PRIVATE_BODIES = any_of(
    "institute center centre university foundation association watch ngo observatory college academy"
    " school charity church company newspaper pac campaign corporation bank firm"
)

# Words that stand before or inside a title, besides the heads.
TITLE_MODIFIERS = any_of(
    "foreign defense defence interior internal external justice finance economy economic energy"
    " health education culture trade labour labor transport agriculture environment information"
    " communications emergency situations deputy vice first second acting interim caretaker former ex"
    " late alternate"
    " senior top chief national security high special permanent prime state press federal intelligence"
    " service ministry ministries government presidential military army naval navy air force armed"
    " forces staff parliament parliamentary affairs policy department directorate administration"
    " assistant under principal grand supreme crown general political diplomatic regional"
    " border coast guard customs police consulate election electoral investigative emergencies tax"
    " international relations public human rights council committee commission cabinet office agency"
    " bureau embassy mission delegation party opposition ruling central bank personal de facto elect"
    " honorary co visiting veteran longtime outgoing incoming new newly appointed then leadership"
    " court tsar czar co-chair resident field house senate congress district attorney home treasury"
    " delegate designate commerce humanitarian refugee peacekeeping disarmament nuclear migration floor"
    " majority minority"
)
TITLE_WORDS = OFFICE_HEADS | PRIVATE_HEADS | TITLE_MODIFIERS

# Words of bodies' names: "World Food Programme", "Red Cross".
WORDS_OF_BODIES = PRIVATE_BODIES | any_of(
    "world united nations organization organisation group alliance league union federation programme"
    " program fund project initiative movement front coalition congress assembly chamber commonwealth"
    " network authority society institution societies crescent cross"
)

# Words of proper names that no person has: "South Caucasus", "Minsk Group".
NOT_A_NAME = (
    FUNCTION_WORDS
    | DATE_WORDS
    | WORDS_OF_BODIES
    | (TITLE_WORDS - any_of("major king prince sheikh field home marshal"))
    | any_of(
        "north south east west northern southern eastern western central middle sea ocean gulf river"
        " lake mountain mount island islands city republic kingdom states agreement accord treaty"
        " protocol process format conference summit forum street square road airport station war peace"
        " genocide day week month year europe asia africa america caucasus transcaucasus balkans"
        " baltic atlantic pacific mediterranean arctic black red white caspian islamic christian"
        " muslim orthodox catholic jewish soviet armed forces army news times post daily herald"
        " tribune journal gazette television radio tv facebook twitter telegram youtube reuters"
        " internet mfa mod breaking related article popular stories recent posts county district honourable"
        " honorable secretariat joint"
    )
)
NAME_PARTICLES = any_of(
    "al el bin ibn ben bint abu abd de del della di da dos la le van von der den ter ould mac st"
)

# --- bodies ----------------------------------------------------------------------------

# The field of a ministry, as printed -> as Chancery calls it.
MINISTRY_FIELDS = {
    ("foreign",): "Foreign",
    ("foreign", "affairs"): "Foreign",
    ("external", "affairs"): "Foreign",
    ("foreign", "affairs", "and", "trade"): "Foreign",
    ("foreign", "affairs", "and", "international", "cooperation"): "Foreign",
    ("foreign", "affairs", "and", "european", "integration"): "Foreign",
    ("foreign", "relations"): "Foreign",
    ("foreign", "and", "european", "affairs"): "Foreign",
    ("europe", "and", "foreign", "affairs"): "Foreign",
    ("defence",): "Defence",
    ("defense",): "Defence",
    ("national", "defence"): "Defence",
    ("national", "defense"): "Defence",
    ("armed", "forces"): "Defence",
    ("interior",): "Interior",
    ("internal", "affairs"): "Interior",
    ("home", "affairs"): "Interior",
    ("justice",): "Justice",
    ("finance",): "Finance",
    ("economy",): "Economy",
    ("economic", "development"): "Economy",
    ("energy",): "Energy",
    ("health",): "Health",
    ("education",): "Education",
    ("culture",): "Culture",
    ("trade",): "Trade",
    ("commerce",): "Trade",
    ("transport",): "Transport",
    ("agriculture",): "Agriculture",
    ("environment",): "Environment",
    ("information",): "Information",
    ("emergency", "situations"): "Emergency Situations",
    ("emergencies",): "Emergency Situations",
    ("emergency",): "Emergency Situations",
    ("unification",): "Unification",
    ("labour",): "Labour",
    ("labor",): "Labour",
    ("intelligence",): "Intelligence",
    ("industry",): "Industry",
    ("industry", "and", "trade"): "Industry and Trade",
    ("territorial", "administration"): "Territorial Administration",
    ("high-tech", "industry"): "High-Tech Industry",
    ("international", "relations", "and", "cooperation"): "Foreign",
    ("international", "relations"): "Foreign",
    ("tourism",): "Tourism",
    ("science",): "Science",
    ("sport",): "Sport",
    ("digital", "development"): "Digital Development",
}

# Bodies named after a country's adjective: as printed -> (end of the key, name).
COUNTRY_BODIES = {
    ("presidency",): ("presidency", "Presidency"),
    ("presidential", "office"): ("presidency", "Presidency"),
    ("presidential", "administration"): ("presidency", "Presidency"),
    ("presidential", "palace"): ("presidency", "Presidency"),
    ("presidential", "press", "service"): ("presidency-press-service", "Presidency press service"),
    ("presidential", "press", "office"): ("presidency-press-service", "Presidency press service"),
    ("prime", "minister", "office"): ("prime-minister-office", "Prime Minister’s Office"),
    ("parliament",): ("parliament", "Parliament"),
    ("national", "assembly"): ("parliament", "Parliament"),
    ("legislature",): ("parliament", "Parliament"),
    ("congress",): ("congress", "Congress"),
    ("senate",): ("senate", "Senate"),
    ("house", "of", "representatives"): ("house-of-representatives", "House of Representatives"),
    ("council", "of", "representatives"): ("council-of-representatives", "Council of Representatives"),
    ("chamber", "of", "deputies"): ("chamber-of-deputies", "Chamber of Deputies"),
    ("state", "council"): ("state-council", "State Council"),
    ("federal", "council"): ("federal-council", "Federal Council"),
    ("cabinet", "office"): ("cabinet-office", "Cabinet Office"),
    ("military",): ("armed-forces", "Armed Forces"),
    ("army",): ("armed-forces", "Armed Forces"),
    ("armed", "forces"): ("armed-forces", "Armed Forces"),
    ("general", "staff"): ("general-staff", "General Staff"),
    ("defence", "forces"): ("armed-forces", "Armed Forces"),
    ("defense", "forces"): ("armed-forces", "Armed Forces"),
    ("defence", "army"): ("defence-army", "Defence Army"),
    ("defense", "army"): ("defence-army", "Defence Army"),
    ("joint", "staff"): ("joint-staff", "Joint Staff"),
    ("peacekeeping", "contingent"): ("peacekeeping-contingent", "Peacekeeping Contingent"),
    ("ground", "forces"): ("ground-forces", "Ground Forces"),
    ("land", "forces"): ("land-forces", "Land Forces"),
    ("naval", "forces"): ("navy", "Navy"),
    ("air", "forces"): ("air-force", "Air Force"),
    ("border", "troops"): ("border-troops", "Border Troops"),
    ("border", "force"): ("border-force", "Border Force"),
    ("police",): ("police", "Police"),
    ("air", "force"): ("air-force", "Air Force"),
    ("navy",): ("navy", "Navy"),
    ("security", "council"): ("security-council", "Security Council"),
    ("national", "security", "council"): ("national-security-council", "National Security Council"),
    ("central", "bank"): ("central-bank", "Central Bank"),
    ("national", "bank"): ("national-bank", "National Bank"),
    ("cec",): ("central-election-commission", "Central Election Commission"),
    ("human", "rights", "defender"): ("human-rights-defender", "Human Rights Defender"),
    ("royal", "court"): ("royal-court", "Royal Court"),
    ("refugee", "agency"): ("refugee-agency", "Refugee Agency"),
    ("embassy",): ("embassy", "Embassy"),
    ("consulate",): ("consulate", "Consulate"),
    ("consulate", "general"): ("consulate-general", "Consulate General"),
    ("general", "consulate"): ("consulate-general", "Consulate General"),
    ("high", "commission"): ("high-commission", "High Commission"),
    ("interests", "section"): ("interests-section", "Interests Section"),
    ("mission",): ("mission", "Mission"),
    ("permanent", "mission"): ("permanent-mission", "Permanent Mission"),
    ("permanent", "representation"): ("permanent-representation", "Permanent Representation"),
    ("permanent", "delegation"): ("permanent-delegation", "Permanent Delegation"),
    ("supreme", "court"): ("supreme-court", "Supreme Court"),
    ("constitutional", "court"): ("constitutional-court", "Constitutional Court"),
    ("intelligence", "service"): ("intelligence-service", "Intelligence Service"),
    ("delegation",): ("delegation", "Delegation"),
    ("statistics", "institute"): ("statistics-institute", "Statistics Institute"),
    ("statistical", "institute"): ("statistics-institute", "Statistics Institute"),
    ("national", "statistics", "institute"): ("statistics-institute", "Statistics Institute"),
    ("national", "institute", "of", "statistics"): ("statistics-institute", "Statistics Institute"),
    ("weather", "service"): ("weather-service", "Weather Service"),
    ("geological", "survey"): ("geological-survey", "Geological Survey"),
}
GOVERNMENT_NOUNS = any_of("government cabinet authorities leadership side administration junta regime")
PRESS_SERVICES = (("press", "service"), ("press", "office"), ("press", "center"), ("press", "centre"))

# Texts that stand for whoever issued them.
DOCUMENTS = any_of(
    "statement communique declaration letter message report release note resolution document tweet post"
    " appeal petition"
)

# The labels of answers in a transcript, in the languages in which ministries publish interviews.
_ANSWERS = (
    "answer a ответ відповідь отговор antwort réponse respuesta resposta risposta odpowiedź cevap cavab"
    " răspuns պատասխան პასუხი جواب"
)
ANSWERS = any_of(fold(_ANSWERS))

# Nouns for people who are not named, in the singular and the plural.
UNNAMED_HEADS = any_of(
    "source sources official officials diplomat diplomats spokesman spokeswoman spokesperson"
    " spokespeople spokesmen minister ministers lawmaker lawmakers representative representatives"
    " commander commanders general officer officers envoy envoys adviser advisers advisor advisors"
    " aide aides deputy deputies mp mps senator senators negotiator negotiators ambassador ambassadors"
    " leader leaders secretary soldiers soldier member members president presidents head heads"
    " director delegate delegates prosecutor prosecutors lawyer lawyers expert experts analyst"
    " analysts guard guards policeman policemen resident residents villager villagers witness witnesses"
    " peacekeeper peacekeepers insider insiders"
)
# Those of them who hold no office, and speak for nobody's country.
PRIVATE_PEOPLE = any_of(
    "person people resident residents villager villagers witness witnesses survivor survivors refugee"
    " refugees activist activists farmer farmers driver drivers nurse nurses doctor doctors medic medics"
    " paramedic paramedics rescuer rescuers surgeon surgeons teacher teachers student students trader"
    " traders insurer insurers broker brokers banker bankers shipper shippers haulier hauliers trucker"
    " truckers fisherman fishermen miner miners worker workers employee employees"
    " locals protester protesters demonstrator demonstrators"
    " campaigner campaigners organiser organisers organizer organizers volunteer volunteers monitors"
    " observers critics supporters scientist scientists researcher researchers historian historians"
    " economist economists scholar scholars engineer engineers journalist journalists passenger passengers"
    " sailor sailors pilot pilots shopkeeper shopkeepers shepherd shepherds pensioner pensioners vendor"
    " vendors taxi veteran veterans priest priests imam clerics cleric migrant migrants"
    " returnee returnees evacuee evacuees hostage hostages detainee detainees investor investors"
    " industrialist industrialists grower growers herder herders owner owners hotelier baker butcher cook"
    " guide tourist tourists media newspapers dailies outlets broadcasters"
)
UNNAMED_HEADS |= PRIVATE_PEOPLE
