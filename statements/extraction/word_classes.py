"""The closed classes of English words that the grammar rules ask about.

No list names a person, a country or an outlet, save the news agencies, which
relay words and are never their speaker.
"""

from __future__ import annotations

from statements import calendar_names
from statements.extraction.tokens import Token


def words(text: str) -> frozenset[str]:
    """A set of words written as one string."""
    return frozenset(text.split())


DETERMINERS = words(
    "the a an this that these those each every some any no another both all many several most few more"
    " other neither either such two three four five six seven eight nine ten"
)
POSSESSIVES = words("his her its their my our your whose")
SUBJECT_PRONOUNS = words("i you he she it we they who")
PRONOUNS = SUBJECT_PRONOUNS | words(
    "this that these those one both others some many all everyone someone somebody nobody none neither"
    " anyone him her them us me himself herself itself themselves what there"
)
RELATIVES = words("who whom whose which that where when")
CONJUNCTIONS = words("and or but nor yet")
CONTRASTS = words("but while whereas though although")
SUBORDINATORS = words(
    "that because since if when whenever while whereas although though unless until as after before than"
    " whether where how why what so once"
)
PREPOSITIONS = words(
    "of in on at by for with from to into onto about against over under during after before between among"
    " amid through without within toward towards upon despite across near via per around behind beyond"
    " following outside inside ahead alongside regarding concerning like unlike as than off out up since"
    " until"
)
MODALS = words(
    "will would can could may might shall should must cannot can't won't wouldn't couldn't shouldn't 'd"
    " 'll he'll she'll they'll we'll i'll he'd she'd they'd we'd i'd"
)
BE = words(
    "is are was were be been being am isn't aren't wasn't weren't i'm you're we're they're he's she's"
    " it's that's there's what's here's"
)
HAVE = words("has have had having hasn't haven't hadn't i've we've they've you've")
DO = words("do does did don't doesn't didn't")
AUXILIARIES = MODALS | BE | HAVE | DO
NEGATIONS = words("not never neither nor hardly rarely seldom no cannot")
ADVERBS = words(
    "also then later again already once soon still just now even ever often always never not too"
    " meanwhile however instead further furthermore moreover therefore thus first twice recently today"
    " yesterday tonight earlier separately likewise well long jointly afterwards alike"
)
NOT_ADVERBS = words(
    "family ally reply supply assembly july italy only early daily weekly friendly likely elderly anomaly"
    " monopoly bully rally jelly lovely ugly orderly deadly unlikely"
)

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
MONTHS = frozenset(calendar_names.MONTHS)
DAY_PARTS = words("morning afternoon evening night noon midnight")
TIME_UNITS = words(
    "second minute hour day week weekend month year decade century time moment seconds minutes hours days"
    " weeks weekends months years decades summer spring autumn fall winter"
)
TIME_ADVERBS = words(
    "today yesterday tomorrow tonight earlier later recently previously afterwards overnight afterward again"
)

# Where or how words are uttered: "at a briefing", "in a statement".
OCCASIONS = words(
    "statement statements briefing briefings conference interview interviews speech speeches letter"
    " letters tweet tweets post posts call calls conversation conversations phone telephone meeting"
    " meetings talks address remarks message messages report reports article video summit session sessions"
    " debate forum rally event hearing email e-mail memo release broadcast essay column op-ed book note"
    " transcript appearance remark comments testimony communique communiqué declaration visit parliament"
    " telegram channel page account feed twitter facebook instagram x vk conclusions memorandum"
)
# Texts that speak for whoever issued them: "a statement by the ministry said".
UTTERANCES = words(
    "statement communique communiqué declaration letter message report release memo email e-mail note"
    " tweet post resolution document"
)
AGENCIES = words(
    "tass itar-tass interfax reuters afp ap upi dpa anadolu xinhua kyodo bloomberg ansa efe pti yonhap"
    " irna trend azertac armenpress azatutyun sputnik ria novosti"
    " kazinform tanjug belta ukrinform unian akipress isna tasnim sana wam kuna kcna antara bernama lusa"
    " belga agerpres mti apa turan"
)
HEARERS = words(
    "reporters journalists newsmen correspondents lawmakers parliament press media audience supporters"
)

# Nobody in particular: what these say is comment, not a statement of theirs.
GENERIC_SPEAKERS = words(
    "analysts observers experts critics pundits commentators people some others many economists"
    " historians scholars researchers"
)
QUESTIONERS = words(
    "reporter reporters journalist journalists correspondent correspondents interviewer moderator"
)

_IRREGULAR_PAST = words(
    "became began broke brought built bought came caught chose cut drew drove fell felt fought found flew"
    " gave got went grew heard held hit hurt kept knew laid led left lent let lost made meant met paid put"
    " ran rose sat sought saw sent set shook shot shut sold spent spoke stood stuck swore took taught"
    " thought threw told understood went withdrew won wrote struck fled swept bore said says wants"
    " want believes believe thinks think"
    " knows know means seems remains makes takes gives comes goes gets puts holds keeps needs"
)
_NOT_PAST = words(
    "united hundred need indeed speed seed feed breed greed red bed shed wed ted fred armed so-called"
    " unmanned unnamed retired sacred wicked naked limited alleged aged unprecedented allied long-awaited"
    " elected registered advanced detailed"
)


_NAMES_TOO = words("may will can")


def is_adverb(token: Token) -> bool:
    word = token.lower
    if word in ADVERBS:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in NOT_ADVERBS and not token.is_capitalised


def is_finite_verb(token: Token) -> bool:
    """A word that, where it stands, is most likely a verb with a subject of its own."""
    word = token.lower
    if word in AUXILIARIES:
        return word not in _NAMES_TOO or not token.is_capitalised
    if token.is_capitalised:
        return False
    return word in _IRREGULAR_PAST or (
        len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and "-" not in word
    )


def is_participle(token: Token) -> bool:
    """A lower-case word in -ing that is no noun or preposition: "leaving", not "including"."""
    word = token.lower
    return (
        word.endswith("ing") and len(word) > 4 and not token.is_capitalised and word not in _NOT_PARTICIPLES
    )


_NOT_PARTICIPLES = words(
    "including during something anything everything nothing morning evening meeting briefing according"
    " regarding concerning following spring string bombing building fighting hearing beijing housing"
    " funding training spending shooting warning ceiling thing bring sting swing cling"
)
