"""It, the statement, the ministry: which body named before they stand for, when only one can be meant."""

from __future__ import annotations

from statements.records import ResolvedAttribution, SpeakerReference
from statements.resolution.bodies.branches import end_of_office, office_in
from statements.resolution.bodies.press_services import press_service_of
from statements.resolution.index.references import unnamed_role
from statements.resolution.pointing.antecedents import (
    FARTHEST_WORD,
    Antecedents,
    Said,
    attribution_of,
    is_body,
    said_by,
)
from statements.resolution.text.coordination import coordinated
from statements.resolution.text.mentions import INSTITUTION, PERSON, Mention
from statements.resolution.text.plurals import is_plural
from statements.resolution.text.vocabulary import ARTICLES, PRESS_SERVICES, any_of

WRITTEN = frozenset(("statement", "communique", "letter", "declaration"))
SENT = frozenset(("sent", "wrote", "handed", "addressed"))
ANY_TEXT = frozenset(("document", "text", "appeal", "petition", "resolution"))
ISSUED = frozenset(("adopted", "issued", "signed", "released", "published", "approved", "passed"))
# Those who give out a text together and have no name.
ISSUING = any_of(
    "conference summit meeting forum congress session assembly seminar participants delegates leaders"
    " ministers groups organisations organizations ngos parties companies activists scholars academics"
    " intellectuals lawmakers deputies states"
)
FARTHEST_TEXT = 7
LONGEST_ISSUER = 6
LONGEST_DATELINE = 10
# What opens a clause with a subject of its own, and the verbs that show one, beside those in "-ed".
OPENS_CLAUSES = frozenset(("after", "before", "as", "when", "while", "because"))
ACTS = any_of("has had said told made took began sent broke gave is was will would says calls")


class Bodies:
    """Finds the ministry, government or other body that a word stands for."""

    def __init__(self, before: Antecedents) -> None:
        self._before = before

    def body(self, at: int) -> Said | None:
        """The body that "it" at a word stands for: what the sentence before begins with, or who spoke there.

        Resolves: Turkey has blamed Armenia. It has pledged … “…,” the Kremlin said. It added …
        Leaves open: The talks of Russia and Turkey ended. It said … Ostia and Norland share a river. It …
        """
        own = self._of_its_own_sentence(at)
        if own:
            return own
        return self._of_before(at) or self._told_of_itself(at)

    def _told_of_itself(self, at: int) -> Said | None:
        """The one body with which the sentence begins that "it" tells of itself, at its end.

        Resolves: Ostia’s Foreign Ministry has summoned the Norland envoy, it said.
        Leaves open: Lund has resigned, it said.  Ostia has jailed reporters, it said.
        """
        reading = self._before.reading
        said = self.told_of(at) if reading.word(at) == "it" and "," in reading.gap(at) else None
        return said if said and said.speakers[0].kind == INSTITUTION else None

    def _of_before(self, at: int) -> Said | None:
        """The body with which the sentence before begins, or that spoke there."""
        before = self._before.previous_sentence(at)
        here = self._before.sentence_start(at)
        subjects = self._before.subjects(before) if before < here else []
        last = self._before.last_said(at, lambda said: True)
        spoke = last if last and last.at >= before and is_body(last) else None
        if spoke and (spoke.at >= here or not subjects or subjects[0].first <= spoke.at < subjects[0].last):
            return spoke
        if len(subjects) != 1 or subjects[0].kind == PERSON or subjects[0].speaker is None:
            return None
        return None if spoke else said_by(self._before.reading, subjects[0])

    def _of_its_own_sentence(self, at: int) -> Said | None:
        """The one body with which the sentence of "what it says" begins.

        Resolves: Ostia sent a note in which it regretted the delay. Ostia closed a road over what it says is
        a disease. OSTA (AP) — Ostia closed …
        Resolves to Norland: Ostia stayed, a day after Norland condemned what it calls a raid
        Leaves open: Lund closed a road over what it says …  Ostia closed a road, which it says …
        Leaves open: Ostia rejected a note of Norland in which it says …
        """
        reading = self._before.reading
        is_in_a_text = (reading.word(at - 2), reading.word(at - 1)) == ("in", "which")
        if reading.word(at - 1) != "what" and not is_in_a_text:
            return None
        start = self._before.sentence_start(at)
        nearer = self._subject_of_clause(start, at)
        if nearer:
            return said_by(reading, nearer)
        dashes = (k for k in range(start, min(at, start + LONGEST_DATELINE)) if "—" in reading.gap(k))
        subjects = coordinated(reading, self._before.mentions, next(dashes, start), at)
        if is_in_a_text and (not subjects or reading.word(subjects[0].last) not in ISSUED | SENT):
            return None
        is_body_alone = len(subjects) == 1 and subjects[0].kind != PERSON and subjects[0].speaker
        return said_by(reading, subjects[0]) if is_body_alone else None

    def told_of(self, at: int) -> Said | None:
        """The one body of which somebody behind tells: Ostia in "Ostia agreed, according to its ministry"."""
        reading, start = self._before.reading, self._before.sentence_start(at)
        if start not in self._before.contents:
            return None
        subjects = coordinated(reading, self._before.mentions, start, at)
        is_body_alone = len(subjects) == 1 and subjects[0].kind != PERSON and subjects[0].speaker
        return said_by(reading, subjects[0]) if is_body_alone else None

    def of_what_they_say(self, at: int) -> Said | None:
        """The one movement or body with which the sentence of "what they say" begins.

        Resolves: The Grey Union shut the gate over what they called a raid.
        Leaves open: The gate was shut over what they called a raid. Ostia shut the gate, they said
        Leaves open: Ostia jailed three teachers for what they called a walk.
        """
        reading = self._before.reading
        said = self._of_its_own_sentence(at) if reading.word(at) == "they" else None
        is_rivalled = said is not None and any(is_plural(reading, k) for k in range(said.at + 1, at))
        return None if is_rivalled else said

    def _subject_of_clause(self, first: int, at: int) -> Mention | None:
        """The body that acts in the last clause before a word that a conjunction opens.

        Finds: "a day after Norland asked for what it"    Finds nothing: "before Norland’s vote on what it"
        """
        reading, mentions = self._before.reading, self._before.mentions
        for joint in range(at - 1, first, -1):
            if reading.word(joint) not in OPENS_CLAUSES:
                continue
            subjects = coordinated(reading, mentions, joint + 1, at)
            if len(subjects) != 1 or subjects[0].kind == PERSON or subjects[0].speaker is None:
                continue
            verb = reading.word(subjects[0].last)
            is_next = subjects[0].first <= joint + 2 and reading.is_joined(subjects[0].last)
            if is_next and not subjects[0].is_genitive and (verb.endswith("ed") or verb in ACTS):
                return subjects[0]
        return None

    def own_office(self, first: int, last: int) -> SpeakerReference | None:
        """The office or the press service of the body that "its" stands for.

        Resolves: The Grey League met. Its office in Osta said … Its press service said …
        Leaves open: "its office", "its Osta correspondent"; "its office in Osta" after two leagues met
        """
        reading = self._before.reading
        is_press = (reading.word(first + 1), reading.word(first + 2)) in PRESS_SERVICES and last == first + 3
        end = end_of_office(reading, first + 1)
        is_placed = first + 1 < end < last - 1 and reading.word(end) == "in" and reading.is_capital(end + 1)
        if reading.word(first) != "its" or not (is_press or is_placed):
            return None
        found = self.body(first)
        if found is None or len(found.speakers) != 1:
            return None
        [owner] = found.speakers
        return press_service_of(owner) if is_press else office_in(owner, reading.printed(end + 1, last))

    def issuers(self, at: int) -> tuple[ResolvedAttribution, ...]:
        """Who issued "the statement": the last speaker, if a body spoke, or the bodies that gave one out.

        Resolves: “…,” the Foreign Ministry said in a statement. “…,” added the statement.
        Resolves: The Foreign Ministries of Ostia and Norland issued one text. The statement said …
        Leaves open: “…,” Lavrov told reporters. The statement said …
        """
        before = self._before.previous_sentence(at)
        last = self._before.last_said(at, lambda said: True)
        if last is None or last.at < before:
            subjects = self._before.subjects(before) if self._speaks_in_writing(before) else []
            are_bodies = all(one.kind != PERSON and one.speaker for one in subjects)
            return tuple(attribution_of(self._before.reading, one) for one in subjects) if are_bodies else ()
        if len(last.speakers) != 1:
            return ()
        return last.attributions if is_body(last) or self._speaks_in_writing(last.at) else ()

    def issuing(self, at: int, noun: str) -> tuple[ResolvedAttribution, ...]:
        """Whoever gave out a text together, by what the sentence before calls them.

        Finds: The conference adopted a declaration. The declaration urges …
        Finds: Grey Road is one of 32 groups that signed an appeal. The appeal says …
        Finds nothing: Lund signed an appeal. The appeal says …
        """
        reading, start = self._before.reading, self._before.previous_sentence(at)
        for verb in range(start + 1, self._before.sentence_end(start)):
            texts = set(reading.folded(verb + 1, verb + FARTHEST_TEXT))
            is_the_text = noun in texts or (noun in ANY_TEXT and texts & (WRITTEN | ANY_TEXT))
            if reading.word(verb) not in ISSUED or not is_the_text:
                continue
            last = verb - (reading.word(verb - 1) in ("that", "who", "which", "have", "has"))
            first = last - 1
            while first > start and not (
                reading.word(first - 1) in ARTICLES or reading.word(first).isdigit()
            ):
                first -= 1
            if reading.word(last - 1) in ISSUING and last - first <= LONGEST_ISSUER:
                speaker = unnamed_role(reading.printed(first, last), None)
                return (ResolvedAttribution(speaker, None, speaker.name, None, ""),)
        return ()

    def _speaks_in_writing(self, at: int) -> bool:
        sentence = range(self._before.sentence_start(at), self._before.sentence_end(at))
        outside = (at for at in sentence if at not in self._before.contents)
        return any(self._before.reading.word(at) in WRITTEN for at in outside)

    def named(self, at: int, field: str, country: str | None) -> dict[str, SpeakerReference]:
        """The ministries (or, with another field, the bodies) named before a word, by key."""
        return {
            mention.speaker.key: mention.speaker
            for mention in self._before.mentions.between(max(0, at - FARTHEST_WORD), at)
            if mention.kind == INSTITUTION and mention.speaker and fits_body(mention.speaker, field, country)
        }

    def ministry(self, at: int, field: str, country: str | None) -> SpeakerReference | None:
        """The ministry spoken of before: the last speaker, or the only one that fits.

        Resolves: “…,” the Armenian Defense Ministry said. The ministry added …
        Resolves "the defence ministry" to the one that spoke by this name alone, where others have a country
        Leaves open: "the ministry" after two ministries of which neither spoke last
        """
        fitting = self.named(at, field, country)
        last = self._before.last_said(at, lambda said: True)
        if last and len(last.speakers) == 1:
            spoke = last.speakers[0]
            if spoke.key in fitting or (not fitting and not field and fits_body(spoke, "", country)):
                return spoke
        bare = self._spoke_without_country(field, country) if field else {}
        meant = {key: one for key, one in bare.items() if key not in fitting} or fitting
        return next(iter(meant.values())) if len(meant) == 1 else None

    def _spoke_without_country(self, field: str, country: str | None) -> dict[str, SpeakerReference]:
        """The ministries of a field that spoke so far, by key."""
        spoke = (one.speakers[0] for one in self._before.recent() if is_body(one))
        return {one.key: one for one in spoke if fits_body(one, field, country)}


def fits_body(speaker: SpeakerReference, field: str, country: str | None) -> bool:
    """Whether a body may be "the ministry" (no field), "the defence ministry", "the embassy"."""
    is_ministry = speaker.key.endswith(("-ministry", "-department", "-office"))
    key = field.lower().replace(" ", "-")
    is_alike = (is_ministry and key in speaker.key) or (bool(key) and f"-{key}-" in f"{speaker.key}-")
    return is_alike and (country is None or speaker.country == country)
