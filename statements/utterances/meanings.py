"""Words as meanings: what two outlets, or two translators, may print for the same thing is one.

"will certainly pay" and "will be brought to account" share no word. So names
of countries and what belongs to them are one ("Armenians", "Yerevan"), and so
are the turns of phrase that translators of diplomatic speech put for each
other. How much a meaning tells is its weight: little where the genre uses it
every day ("restraint", "the situation in the region").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from statements.authority_files import read_authorities
from statements.folding import fold

# Turns that stand for each other in reports of the same words; each line is one meaning.
RENDERINGS = {
    "reckoning": (
        "pay / pay for / pay the price / pay a price / brought to account / bring to account "
        "/ held to account / hold to account / held accountable / hold accountable / held "
        "responsible / answer for / be punished / punished / punish / punishment / made to "
        "answer / go unanswered / go unpunished"
    ),
    "attack": (
        "attack / attacks / attacked / attacking / aggression / assault / offensive / "
        "provocation / provocations / onslaught / strike / strikes"
    ),
    "truce": (
        "ceasefire / cease fire / truce / armistice / cessation of hostilities / end of "
        "hostilities / halt to hostilities / stop fighting / halt fighting / end the fighting "
        "/ stop the fighting / cease hostilities / stop hostilities"
    ),
    "restraint": (
        "restraint / self restraint / calm / de escalate / de escalation / deescalation / "
        "containment / refrain from escalation"
    ),
    "backing": (
        "support / supports / supported / supporting / back / backs / backing / backed / "
        "stand by / stands by / stand with / stands with / side with / sides with / stand "
        "beside / at the side of / solidarity"
    ),
    "settling": (
        "settle / settled / settlement / solve / solved / solution / resolve / resolved / "
        "resolution / regulate"
    ),
    "talking": (
        "talks / negotiations / negotiation / negotiate / negotiating / dialogue / dialog / "
        "consultations / discussions"
    ),
    "leaving": (
        "withdraw / withdraws / withdrew / withdrawn / withdrawal / pull out / pulled out / "
        "pullout / leave / left / vacate / evacuate / quit"
    ),
    "readiness": "ready / readiness / prepared / willing / willingness / stand ready",
    "helping": "help / helps / helped / assist / assists / assistance / aid",
    "worry": (
        "concern / concerns / concerned / worry / worries / worried / alarmed / alarm / anxious / anxiety"
    ),
    "at once": (
        "immediate / immediately / at once / without delay / right away / urgent / urgently / "
        "as soon as possible / swiftly / promptly"
    ),
    "not borne": (
        "unacceptable / inadmissible / impermissible / intolerable / not acceptable / cannot "
        "be accepted / not tolerate / never tolerate / will not accept / not allow / not "
        "permit / never allow"
    ),
    "breach": (
        "violate / violates / violated / violation / violations / breach / breaches / breached / breaking"
    ),
    "mediation": ("mediate / mediation / mediating / mediator / good offices / go between / intermediary"),
    "worsening": (
        "escalate / escalates / escalated / escalation / escalating / worsen / worsened / "
        "worsening / aggravate / aggravated / aggravation / deteriorate / deterioration"
    ),
    "fighters": (
        "soldiers / soldier / troops / servicemen / military personnel / forces / army / armed forces"
    ),
    "occupation": (
        "occupied / occupation / occupy / occupier / occupiers / occupying / invaded / invader / invaders"
    ),
    "meddling": (
        "interfere / interferes / interference / intervene / intervention / meddle / meddling / involvement"
    ),
    "killing": "killed / kill / killing / slain / died / dead / death / deaths / lost their lives",
    "wounded": "wounded / injured / hurt / casualties / injuries",
    "nobody": "nobody / no one / not anyone",
    "sailors": "sailors / sailor / seamen / seaman / crew",
    "destroying": "destroy / destroyed / destruction / wiped out / annihilated / shot down / downed",
    "obligation": "must / should / has to / have to / needs to / need to / ought to / obliged to",
    "agreement": "agreement / agreements / accord / accords / deal / pact",
    "mistake": "mistake / error / wrong / blunder",
    "lying": (
        "lie / lies / lying / false / untrue / fabrication / fabricated / fake / falsehood / "
        "disinformation / baseless / groundless / unfounded"
    ),
    "menace": (
        "threat / threats / threaten / threatens / threatened / threatening / menace / danger / dangerous"
    ),
    "together": "together / jointly / joint / in concert / side by side / shoulder to shoulder",
    "continue": (
        "continue / continues / continued / continuing / go on / keep / keep on / carry on / proceed"
    ),
    "prevent": "prevent / prevents / prevented / preventing / avoid / avert / not to allow",
    "responsible": ("responsible / responsibility / to blame / blame / blamed / guilty / guilt / at fault"),
    "insult": "insult / insulting / offence / offensive to / disrespect / disrespectful",
    "retaliation": (
        "retaliate / retaliates / retaliation / retaliatory / respond in kind / reciprocal / "
        "mirror measures / countermeasures / response / respond / responds"
    ),
    "expel": (
        "expel / expels / expelled / expulsion / persona non grata / declared unwelcome / "
        "asked to leave / ordered to leave"
    ),
    "seizure": "seize / seized / seizure / confiscate / confiscated / captured / detained",
    "talks with": "meet / meeting / met / summit",
    "weapons": "weapons / weapon / arms / armaments / munitions / ammunition",
    "last": "final / finally / once and for all / for good / completely",
    "ever": "never / not ever / under no circumstances / in no case / by no means",
    "soon": "soon / shortly / in the near future / in the coming days / before long",
    "all means": (
        "all means / every means / all available means / all possible means / everything "
        "possible / with all its means / with all resources"
    ),
    "neighbour": "neighbour / neighbours / neighbor / neighbors",
}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that tell nothing, whoever says them.
EMPTY = _set(
    """
    a an the of to in on at by for from with without within into onto upon over under between among
    about against as and or but nor so if that this these those it its he his him she her they their
    them we our us you your i my me who whom whose which what when where how why there here is are
    was were be been being am has have had having do does did done doing will would shall can could
    may might not no any some all both each every such same other others own more most very also too
    only just even still yet now then than again said says say saying s t re ve ll d m added told
    according one up out off through during since until before after because while toward towards
    regarding via per please anyone anybody someone somebody
    """
)

# What this kind of news speaks of every day, whatever was said.
STOCK = _set(
    """
    restraint truce backing settling talking readiness worry at_once worsening obligation continue
    prevent responsible talks_with agreement together helping mediation menace call calls called
    urge urges urged appeal express expresses expressed stress stressed emphasize emphasized
    underline underlined reaffirm reiterate note noted discuss discussed exchange views country
    countries state states government governments nation nations people peoples side sides party
    parties partner partners international community region regional situation conflict crisis issue
    issues problem problems question questions matter border borders peace peaceful peacefully
    stability stable security political diplomatic diplomacy economic military humanitarian
    relations relationship cooperation cooperate coordination interest interests position positions
    territory territorial integrity sovereignty sovereign independence law principle principles
    charter resolutions council efforts effort process development developments event events action
    actions step steps measure measures work working level levels bilateral mutual mutually full
    fully deep deeply strong strongly close closely serious seriously grave important importance
    need necessary necessity possible particular including especially current recent ongoing further
    new good great first today year years day days time way part parts fighting hostilities violence
    clashes war tension tensions ensure role order view basis framework format context members group
    minister ministry foreign president leader leaders affairs head delegation visit phone
    conversation telephone statement remarks take takes taken taking make makes made making give
    given want wants go goes going come remain remains remained stand stands condemn condemns
    condemned condemnation welcome welcomes welcomed hope hopes hoped ready commitment committed
    officials authorities forces fighters long well aimed aim achieve achieved reach reached return
    bring lead condolence condolences family families victim victims regret regrets regretted thank
    thanks grateful gratitude agree agrees agreed all_means two three four five six seven eight nine
    ten hundred thousand million confident believe believes thing things something nothing
    everything always concrete certain certainly
    """
)

NAME, STOCK_WEIGHT, USUAL = 0.5, 0.4, 1.0
LONGEST_TURN = 5  # words
# How the words for one thing end: "threatened", "threatening", "threats".
ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ities",
    "ity",
    "ies",
    "ied",
    "ed",
    "es",
    "ly",
    "s",
)
SHORTEST_STEM = 4


class Meaning(str):
    """What a word or a turn of phrase stands for; those of names are "=AM"."""

    __slots__ = ()

    @property
    def is_name(self) -> bool:
        return self.startswith("=")


def meanings(words: list[str]) -> Iterator[Meaning]:
    """What folded words tell, in their order; those that tell nothing are left out.

    >>> list(meanings("the armenians will certainly pay for it".split()))
    ['=AM', 'certain', 'reckoning']
    """
    turns = _turns()
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_TURN, len(words) - at), 0, -1):
            turn = turns.get(" ".join(words[at : at + length]))
            if turn is not None:
                yield turn
                at += length
                break
        else:
            if words[at] not in EMPTY:
                yield stem(words[at])
            at += 1


def weight(meaning: str) -> float:
    """How much it tells that two statements share this."""
    if meaning.startswith("="):
        return NAME
    return STOCK_WEIGHT if meaning in _stock() else USUAL


@lru_cache(maxsize=65536)
def stem(word: str) -> Meaning:
    """A word without its English ending; short ones as they are.

    >>> stem("threatened"), stem("threats"), stem("gas")
    ('threaten', 'threat', 'gas')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return Meaning(word[: -len(ending)])
    return Meaning(word)


@lru_cache(maxsize=1)
def _stock() -> frozenset[str]:
    return frozenset(word for one in STOCK for word in (one.replace("_", " "), stem(one)))


@lru_cache(maxsize=1)
def _turns() -> dict[str, Meaning]:
    """Folded turn of phrase -> its meaning: the renderings, and the names of the countries that ship."""
    turns: dict[str, Meaning] = {}
    for country in read_authorities().countries:
        names = (country.name, country.adjective, *(name.text for name in country.names))
        for name in filter(None, map(fold, names)):
            for form in (name, f"{name}s"):
                if len(form.split()) <= LONGEST_TURN and form not in EMPTY:
                    turns.setdefault(form, Meaning(f"={country.code}"))
    for meaning, forms in RENDERINGS.items():
        turns |= dict.fromkeys(forms.split(" / "), Meaning(meaning))
    return turns
