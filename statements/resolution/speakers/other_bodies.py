"""Bodies that no record and no country tells: those at home, outlets, and proper names alone."""

from __future__ import annotations

from statements.folding import fold
from statements.records import PublisherRecord, ResolvedAttribution, Span
from statements.resolution.attributions import Attributions, basis_of_inference
from statements.resolution.bodies.parties import end_of_initials
from statements.resolution.bodies.the_country import STATES
from statements.resolution.bodies.words_of_names import CLASSES
from statements.resolution.home.at_home import body_at_home
from statements.resolution.home.found import LABELLED
from statements.resolution.home.homes import Homes
from statements.resolution.index.authorities import AuthorityIndex
from statements.resolution.index.references import government, unknown_institution, unnamed_role
from statements.resolution.named_text import NamedText
from statements.resolution.pointing.descriptions import open_body, without_determiner
from statements.resolution.text.mentions import Mentions
from statements.resolution.text.reading import Reading
from statements.resolution.text.vocabulary import FUNCTION_WORDS, TITLE_WORDS, WORDS_OF_BODIES, any_of

WORDS_OF_THE_PRESS = any_of(
    "herald times post tribune gazette journal daily news radio tv television telegraph observer"
    " chronicle monitor magazine mirror guardian weekly channel"
)
# What tells that an outlet speaks for its state.
OF_THE_STATE = any_of("state official government")
# What may stand between that word and the outlet's name: "state-run news agency Res".
BEFORE_OUTLETS = WORDS_OF_THE_PRESS | any_of(
    "run owned controlled funded backed financed linked media agency agencies newspaper newspapers paper"
    " broadcaster broadcasters outlet outlets station wire service site website english language"
)
LONGEST_OUTLET = 8
GROUPS = any_of(
    "groups agencies organisations organizations charities ngos unions associations societies bodies"
)
# What such bodies are for.
CAUSES = any_of(
    "rights aid relief humanitarian charity charities environmental environment conservation trade"
    " civil press"
    " human women local international health refugee opposition religious business industry farmers"
    " labour labor"
    " student ngos watchdog advocacy campaign lobby"
)
FIGURES = any_of("figures data statistics estimates records")
VOWELS = frozenset("aeiouy")
# Two consonants with which names of persons begin.
BEGINNINGS_OF_NAMES = any_of(
    "bh bl br ch cl cr cs cz dh dj dl dr ds dv dw dz fj fl fr gh gj gl gn gr gv gw hl hr hv jh kh"
    " kj kl km kn kr ks"
    " kv kw lh lj ll mb mc mk ml mn mr mt nd ng nh nj nk ns nt nw nz ph pl pr ps pt qv rh sb sc sd"
    " sf sg sh sj sk sl"
    " sm sn sp sq sr st sv sw sz th tj tk tl tr ts tv tw tz vl vr wh wl wr xh zb zd zg zh zl zm zn"
    " zr zs zv zw"
)
# Initials of what somebody or something is, and nobody is called by.
COMMON_INITIALS = CLASSES | any_of(
    "ceo cfo coo cto mep mla mna mpa mpp dpm srsg dsrsg vip evp cds coas dcm eam saceur"
)


class OtherBodies:
    """Resolves bodies of which the text gives no more than a name or a kind."""

    def __init__(self, named: NamedText, mentions: Mentions, index: AuthorityIndex, homes: Homes) -> None:
        self._reading, self._units = named.reading, named.units
        self._mentions, self._index, self._homes = mentions, index, homes
        self._of_states = self._outlets_of_states()

    def labelled(self, span: Span, first: int, last: int) -> Attributions:
        """A body in a paragraph under its country's name: "OSTIA: The army said …"."""
        home = self._homes.at(first, last)
        return self.at_home(span, first, last) if home and home.basis == LABELLED else ()

    def at_home(self, span: Span, first: int, last: int) -> Attributions:
        """A body of the state that the text is at home in: "the Foreign Ministry", "the government".

        Resolves: OSTA (Norpress) – … the Foreign Ministry said, in the report of Ostia's agency
        Leaves open: "the ministry", "the embassy"; the Foreign Ministry where Norland is spoken of
        """
        body = open_body(self._reading, self._mentions, first, last)
        home = self._homes.of_speaker(first, last) if body else None
        speaker = body_at_home(self._reading, body, home, self._index) if body else None
        basis = f"{basis_of_inference(self._reading, first, last)} at home"
        return (ResolvedAttribution(speaker, span, "", speaker.country, basis),) if speaker else ()

    def outlet(self, span: Span, first: int, last: int) -> Attributions:
        """An outlet that a record names, where it is all that a text tells: "According to the Osta Times".

        One that the text calls a state’s speaks for it: "Ostia’s state-run Res", and "Res" there.
        Leaves alone: an official site, which speaks for its state; "Osta Times editor Ivo Lund"
        """
        start = without_determiner(self._reading, first, last)
        while start < last - 1 and not self._reading.is_capital(start):
            start += 1
        record = self._outlet_named(start, last)
        if record is None or record.kind == "official" or not self._reading.is_capital(last - 1):
            return ()
        country = record.country if record.key in self._of_states else None
        speaker = unknown_institution(record.name, country)
        return (ResolvedAttribution(speaker, span, "", country, "an outlet that the text cites"),)

    def _outlet_named(self, first: int, last: int) -> PublisherRecord | None:
        """The record of a name, or of what stands behind "state-run" and the like."""
        record = self._index.publisher(self._reading.printed(first, last))
        start = first if record else self._behind_state(first, last)
        return record or (self._index.publisher(self._reading.printed(start, last)) if start < last else None)

    def _behind_state(self, first: int, last: int) -> int:
        """The first capital behind "state", "state-run", "official" in a phrase; its end without any."""
        told = next((at for at in range(first, last) if self._reading.word(at) in OF_THE_STATE), last)
        return self._name_behind(told, last) if told < last else last

    def _name_behind(self, told: int, limit: int) -> int:
        """Where an outlet's name begins behind "state"; the limit where other words part them.

        Finds: "state-run news agency Res"    Finds nothing: "a state official told Res"
        """
        reading = self._reading
        start = next((at for at in range(told + 1, limit) if reading.is_capital(at)), limit)
        is_named = all(reading.word(at) in BEFORE_OUTLETS for at in range(told + 1, start))
        return start if is_named else limit

    def _outlets_of_states(self) -> frozenset[str]:
        """The keys of the outlets that a text calls a state’s: "Ostia’s state news agency Res"."""
        reading, found = self._reading, set()
        for at in range(len(reading.words)):
            if reading.word(at) not in OF_THE_STATE:
                continue
            limit = min(at + LONGEST_OUTLET, reading.sentence(at).last)
            start = self._name_behind(at, limit)
            ends = (end for end in range(limit, start, -1) if reading.is_capital(end - 1))
            records = (self._index.publisher(reading.printed(start, end)) for end in ends)
            record = next((one for one in records if one), None)
            if record:
                found.add(record.key)
        return frozenset(found)

    def figures(self, span: Span, first: int, last: int) -> Attributions:
        """The government whose figures are cited: "According to French figures", "official Ostian data".

        Leaves alone: "the figures", "Ostian bank figures", "figures from Ostia", "EU-funded data"
        Leaves alone: "Ostian figures" who urge calm
        """
        told = (self._reading.word(first) == "official", self._reading.word(first - 1) == "to")
        if self._reading.word(last - 1) == "figures" and not any(told):
            return ()
        start = first + (self._reading.word(first) in ("official", "the"))
        unit = self._units.country_at(start)
        is_all = unit is not None and unit.first == start and unit.last == last - 1
        if not is_all or unit is None or unit.use != "demonym" or self._reading.word(last - 1) not in FIGURES:
            return ()
        country = unit.country
        if country is None or country.kind not in STATES:
            return ()
        speaker = government(country)
        return (ResolvedAttribution(speaker, span, "", speaker.country, "the government, by its figures"),)

    def several(self, span: Span, first: int, last: int) -> Attributions:
        """Bodies that the text calls by their kind alone, and no state’s.

        Resolves: "Human rights groups", "local charities"
        Leaves alone: "the groups", "groups", "rights groups in Ostia", "Ostian news agencies", "tour groups"
        """
        reading = self._reading
        words = reading.folded(first, last)
        is_kind = len(words) > 1 and words[-1] in GROUPS and words[0] not in FUNCTION_WORDS
        is_plain = not any(reading.is_capital(at) for at in range(first + 1, last))
        if not is_kind or not is_plain or not set(words) & CAUSES or reading.is_capital(last):
            return ()
        name = reading.printed(first, last)
        return (
            ResolvedAttribution(unnamed_role(name, None), span, name, None, "a kind of body without a name"),
        )

    def unknown(self, span: Span, first: int, last: int) -> Attributions:
        """A body's proper name that no record has.

        Resolves: "The World Food Programme", "the International Crisis Group", "Radio Ostia", "the OLP"
        Leaves alone: "the group", "the Utah Republican", "OSTIA" in a heading, "OLP", which may be a person
        """
        reading, start = self._reading, without_determiner(self._reading, first, last)
        end = start
        while end < last and (end == start or reading.is_joined(end)) and _is_in_proper_name(reading, end):
            end += 1
        capitals = [at for at in range(start, end) if reading.is_capital(at) or reading.word(at).isdigit()]
        words = {reading.word(at) for at in capitals}
        if _are_initials(reading, start, last):
            speaker = unknown_institution(reading.printed(start, last), None)
            return (ResolvedAttribution(speaker, span, "", None, "named by its initials; no record yet"),)
        is_body = (words & WORDS_OF_BODIES and reading.word(start - 1) == "the") or words & WORDS_OF_THE_PRESS
        if len(capitals) < 2 or capitals[-1] != last - 1 or not is_body:
            return ()
        speaker = unknown_institution(reading.printed(start, end), None)
        return (ResolvedAttribution(speaker, span, "", None, "named in full; no record yet"),)


def _are_initials(reading: Reading, first: int, last: int) -> bool:
    """ "The OLP", "the OLP-VND", "VRLP-D"; not "VRLP", "the CEO", nor among words in capitals."""
    is_the = reading.word(first - 1) == "the" and reading.is_joined(first)
    printed = reading.printed(first, last)
    is_introduced = "-" in printed or f"({printed})" in reading.text
    is_called_so = is_the or (is_introduced and _is_no_name(printed))
    is_common = reading.word(first) in TITLE_WORDS | COMMON_INITIALS
    if not is_called_so or is_common or end_of_initials(reading, first) != last:
        return False
    sentence = reading.sentence(first)
    around = range(max(sentence.first, first - 2), min(sentence.last, last + 2))
    beside = [at for at in around if not first <= at < last and len(reading.word(at)) > 1]
    return bool(beside) and not any(reading.printed(at, at + 1).isupper() for at in beside)


def _is_no_name(printed: str) -> bool:
    """Whether a word in capitals can be no surname: "VMRO-DPMNE", "NDC"; not "LUND", "AL-SADR"."""
    parts = fold(printed).split()
    return any(len(part) > 2 and (not set(part) & VOWELS or _cannot_begin(part)) for part in parts)


def _cannot_begin(part: str) -> bool:
    """Whether no surname begins so: "vmro", "dpmne"; not "schmidt", "mbeki", "lund"."""
    return not set(part[:2]) & VOWELS and part[:2] not in BEGINNINGS_OF_NAMES


def _is_in_proper_name(reading: Reading, at: int) -> bool:
    is_small = reading.word(at) in ("of", "for", "and", "on", "the")
    return is_small or reading.is_capital(at) or reading.word(at).isdigit()
