"""The reporting verbs: what each announces, and how its content is joined to it.

To add a verb, add one row to the table, and two sentences to
tests/extraction/test_reporting_verbs.py: one that it catches and one that it
leaves alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Flag, auto

from statements.extraction.word_classes import words


class Frame(Flag):
    """The ways in which content may follow, or go before, a verb.

    In the table they are written in small letters, OBJECT_TO as "object-to".
    """

    CLAUSE = auto()  # said (that) talks would go on
    BARE = auto()  # as CLAUSE, and whatever follows is one: said talks go on
    THAT = auto()  # hinted that talks would fail
    QUOTE = auto()  # “No,” he said
    TELL = auto()  # an addressee may come first: told reporters that
    TO = auto()  # pledged to help
    OBJECT_TO = auto()  # urged Ankara to wait
    OF = auto()  # accused Ankara of trying, warned it against going
    MATTER = auto()  # reminded Ankara of its promise
    FOR = auto()  # blamed Ankara for the fighting
    REQUEST = auto()  # asked Ostia for help
    OBJECT = auto()  # condemned the attack
    LABEL = auto()  # called the attack a crime
    WHETHER = auto()  # asked (both sides) whether talks would go on
    INSERTED = auto()  # The talks, he went on, had failed
    AS = auto()  # which he described as “a farce”


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """One row of the table.

    ``is_noun_too`` marks verbs whose plain or -s form is often a noun
    ("calls", "reports"): those forms need a subject right before them.
    """

    lemma: str
    act: str
    frames: Frame
    is_noun_too: bool
    irregular: tuple[str, ...]

    @property
    def particles(self) -> tuple[str, ...]:
        """The words after the one that inflects: "on" of "call on"."""
        return tuple(self.lemma.split()[1:])


# verb and particle | act | frames | "noun" if its -s form is often one | past and participle, if irregular
_TABLE = """
acknowledge       | states     | clause quote object
add               | states     | clause quote
admit             | states     | clause quote object
affirm            | states     | clause quote object
allege            | states     | clause quote
answer            | states     | that quote                | noun
apologise         | states     | that quote
apologise for     | states     | object
apologize         | states     | that quote
apologize for     | states     | object
argue             | states     | clause quote
argue against     | states     | object
argue for         | states     | object
argue in favor of | states     | object
argue in favour of | states    | object
assert            | states     | clause quote
assess            | states     | clause quote
ascribe           | states     | object
assure            | states     | clause quote tell matter
attribute         | states     | object                    | noun
boast             | states     | clause quote
boast about       | states     | object
boast of          | states     | object
brag about        | states     | object
brag              | states     | clause quote
brand             | states     | label                     | noun
call              | states     | label                     | noun
chant             | states     | quote
characterise      | states     | quote object as
characterize      | states     | quote object as
chime in          | states     | quote
claim             | states     | clause quote to object    | noun
clarify           | states     | clause quote object
comment           | states     | clause quote              | noun
comment on        | states     | object                    | noun
complain about    | states     | object
complain of       | states     | object
complain          | states     | clause quote tell object
concede           | states     | clause quote object
conclude          | states     | clause quote
confirm           | states     | clause quote object
contend           | states     | clause quote
continue          | states     | that quote inserted
convey            | states     | quote object
convince          | states     | that tell
counter           | states     | clause quote              | noun
cry               | states     | quote
deem              | states     | label
declare           | states     | clause quote object
describe          | states     | quote object as whether
disclose          | states     | clause quote object
dub               | states     | label                     |      | dubbed
echo              | states     | quote object
emphasise         | states     | clause quote object
emphasize         | states     | clause quote object
estimate          | states     | clause quote object       | noun
exclaim           | states     | quote
explain           | states     | clause quote object
express           | states     | quote object
fire back         | states     | that quote
forecast          | states     | clause quote object       | noun
highlight         | states     | clause quote object
go on             | states     | quote inserted            |      | went gone
hint              | states     | clause quote
hit back          | states     | that quote                |      | hit
imply             | states     | clause quote
indicate          | states     | clause quote
inform            | states     | clause quote tell matter
insist            | states     | clause quote
insist on         | demands    | object
insist upon       | demands    | object
joke              | states     | clause quote              | noun
joke about        | states     | object                    | noun
label             | states     | label                     | noun
lament            | states     | clause quote object
liken             | states     | quote object
maintain          | states     | clause quote
make the argument | states     | that                      |      | made
make the case     | states     | that                      |      | made
make the claim    | states     | that                      |      | made
make the point    | states     | that                      |      | made
make clear        | states     | that quote object         |      | made
make it clear     | states     | that quote                |      | made
mention           | states     | clause quote object
muse              | states     | clause quote
note              | states     | clause quote object              | noun
notify            | states     | clause quote tell matter
observe           | states     | clause quote
opine             | states     | clause quote
point             | states     | that quote                | noun
point to          | states     | object
point out         | states     | clause quote object
portray           | states     | quote object as
post              | states     | that quote                | noun
predict           | states     | clause quote object       | noun
proclaim          | states     | clause quote object
put it            | states     | quote                     |      | put
quip              | states     | clause quote
read              | states     | quote                     |      | read
refer to          | states     | object                    |      |
reaffirm          | states     | clause quote object
reason            | states     | clause quote              | noun
reassure          | states     | clause quote tell matter
recall            | states     | clause quote object
regret            | states     | that quote                | noun
reiterate         | states     | clause quote object
remark            | states     | clause quote              | noun
remind            | states     | clause quote tell matter
renew             | states     | object
repeat            | states     | that quote object                | noun
reply             | states     | that quote                | noun
report            | states     | clause quote object       | noun
respond           | states     | that quote                | noun
retort            | states     | clause quote
reveal            | states     | clause quote object       | noun
say               | states     | clause bare quote         |       | said
shoot back        | states     | that quote                |      | shot
shout             | states     | quote
signal            | states     | clause quote                | noun
speak             | states     | quote                     |      | spoke spoken
speak about       | states     | object                    |      | spoke spoken
speak out about   | states     | object                    |      | spoke spoken
speak of          | states     | object                    |      | spoke spoken
specify           | states     | clause quote object
speculate         | states     | clause quote
state             | states     | clause quote object       | noun
stress            | states     | clause quote object
suggest           | states     | clause quote object
talk about        | states     | object                    | noun
talk of           | states     | object                    | noun
tell              | states     | clause quote tell object-to|      | told
testify           | states     | clause quote object
tweet             | states     | clause quote object
underline         | states     | clause quote object
underscore        | states     | clause quote object
voice             | states     | quote object              | noun
whisper           | states     | quote
write             | states     | clause quote              |      | wrote written
write about       | states     | object                    |      | wrote written
yell              | states     | quote

advise            | appeals    | object-to
appeal for        | appeals    | object-to object          | noun
appeal to         | appeals    | to object-to              | noun
ask               | appeals    | quote to object-to whether request
ask for           | appeals    | object
beseech           | appeals    | object-to                 |      | besought
call for          | appeals    | object-to object          | noun
call on           | appeals    | to object-to              | noun
call upon         | appeals    | to object-to              | noun
encourage         | appeals    | to object-to
exhort            | appeals    | quote to object-to
implore           | appeals    | to object-to
instruct          | appeals    | object-to
invite            | appeals    | to object-to object
plead for         | appeals    | object-to object
plead with        | appeals    | object-to
press             | appeals    | object-to                 | noun
press for         | appeals    | object-to object          | noun
propose           | appeals    | clause quote to object
recommend         | appeals    | clause quote object
urge              | appeals    | that quote object-to object

demand            | demands    | clause quote to object    | noun
order             | demands    | that to object-to object  | noun
request           | demands    | that to object-to object  | noun

caution           | warns      | clause quote tell object-to of
caution against   | warns      | object
warn              | warns      | clause quote tell object-to of
warn about        | warns      | object
warn against      | warns      | object
warn of           | warns      | object

threaten          | threatens  | that quote to object

guarantee         | pledges    | that quote to object      | noun
pledge            | pledges    | clause quote to object    | noun
promise           | pledges    | clause quote to object    | noun
swear             | pledges    | that quote to             |      | swore sworn
vow               | pledges    | clause quote to object    | noun

offer             | offers     | quote to object           | noun

announce          | announces  | clause quote to object

agree             | agrees     | clause quote to
agree with        | agrees     | object

accuse            | accuses    | quote of
blame             | accuses    | quote for object          | noun
charge            | accuses    | that quote                | noun

assail            | condemns   | quote object
bash              | condemns   | quote object
berate            | condemns   | quote for object
blast             | condemns   | quote object
castigate         | condemns   | quote for object
chide             | condemns   | quote for object
condemn           | condemns   | quote object as
criticise         | condemns   | quote for object
criticize         | condemns   | quote for object as
decry             | condemns   | quote object as
denounce          | condemns   | quote object as
deplore           | condemns   | quote object
deride            | condemns   | quote object as
excoriate         | condemns   | quote object
fault             | condemns   | quote object
lambast           | condemns   | quote object
lambaste          | condemns   | quote object
lash out at       | condemns   | object
mock              | condemns   | quote for object as
object            | rejects    | that quote                | noun
object to         | condemns   | object
protest           | condemns   | that quote object         | noun
protest against   | condemns   | object
question          | condemns   | quote whether object      | noun
rail against      | condemns   | object
rebuke            | condemns   | quote object
ridicule          | condemns   | quote for object
rip               | condemns   | quote object
scold             | condemns   | quote for object
slam              | condemns   | quote object
speak out against | condemns   | object                    |      | spoke spoken

deny              | denies     | clause quote object
dispute           | denies     | that quote object
rebut             | denies     | that quote object
refute            | denies     | that quote object

dismiss           | rejects    | quote object as
brush aside       | rejects    | object
brush off         | rejects    | object
play down         | rejects    | object
rebuff            | rejects    | quote object
shrug off         | rejects    | object
turn down         | rejects    | object
reject            | rejects    | quote object
rule out          | rejects    | quote object
disagree with     | rejects    | object

applaud           | supports   | quote for object
back              | supports   | quote for object          | noun
commend           | supports   | quote for object
defend            | supports   | quote for object as
endorse           | supports   | quote for object
extol             | supports   | quote for object
hail              | supports   | quote for object as
laud              | supports   | quote for object
praise            | supports   | quote for object as          | noun
speak in favor of | supports   | object                    |      | spoke spoken
speak in favour of | supports  | object                    |      | spoke spoken
tout              | supports   | quote for object as

congratulate      | welcomes   | quote for object
welcome           | welcomes   | quote object

thank             | thanks     | quote for object
"""


def _read_table() -> tuple[ReportingVerb, ...]:
    return tuple(_read_row(line) for line in _TABLE.splitlines() if line)


def _read_row(line: str) -> ReportingVerb:
    cells = [cell.strip() for cell in line.split("|")]
    lemma, act, names, noun, irregular = cells + [""] * (5 - len(cells))
    frames = Frame(0)
    for name in names.split():
        frames |= Frame[name.upper().replace("-", "_")]
    return ReportingVerb(lemma, act, frames, noun == "noun", tuple(irregular.split()))


REPORTING_VERBS = _read_table()

BASE, THIRD, PAST, GERUND = "base", "third", "past", "gerund"

_VOWELS = "aeiou"
# Verbs of one stressed syllable, or stressed on the last, double their last letter.
_DOUBLING = words("admit refer regret rip slam beg brag quip dub rebut shrug")


def inflect(lemma: str, irregular: Sequence[str] = ()) -> dict[str, str]:
    """Every form of a verb, with its kind.

    >>> inflect("deny")
    {'deny': 'base', 'denies': 'third', 'denied': 'past', 'denying': 'gerund'}
    """
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past, gerund = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("e"):
        third, past, gerund = lemma + "s", lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "go")):
        third, past, gerund = lemma + "es", lemma + "ed", lemma + "ing"
    else:
        third, past, gerund = lemma + "s", stem + "ed", stem + "ing"
    forms = {lemma: BASE, third: THIRD, gerund: GERUND}
    return forms | dict.fromkeys(irregular or [past], PAST)


def _index() -> dict[str, list[tuple[str, ReportingVerb]]]:
    """First word, inflected -> its form and the rows it may begin, longest particle first."""
    index: dict[str, list[tuple[str, ReportingVerb]]] = {}
    for verb in sorted(REPORTING_VERBS, key=lambda row: -len(row.particles)):
        for form, kind in inflect(verb.lemma.split()[0], verb.irregular).items():
            index.setdefault(form, []).append((kind, verb))
    return index


_VERBS_BY_FORM = _index()


def is_reporting_form(word: str, *, may_be_noun: bool = True) -> bool:
    """Is this lower-case word a form of some verb in the table, or a form that no noun has: "said"?"""
    rows = _VERBS_BY_FORM.get(word, [])
    return bool(rows) and (may_be_noun or not any(verb.is_noun_too and kind != PAST for kind, verb in rows))


def look_up(words: Sequence[str], at: int) -> Iterator[tuple[str, ReportingVerb]]:
    """The rows that the word at ``at`` and those after it may be, longest first."""
    for kind, verb in _VERBS_BY_FORM.get(words[at], ()):
        particles = verb.particles
        if tuple(words[at + 1 : at + 1 + len(particles)]) == particles:
            yield kind, verb
