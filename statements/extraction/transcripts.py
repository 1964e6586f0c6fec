"""Transcripts: paragraphs that begin with the name of whoever speaks.

A turn runs from its label to the next one, over as many paragraphs as it
takes. The words of whoever answers or speaks are statements; a reporter's
question is nobody's position and is left out. The source of a turn is its
label, also where that is only "A": who answers is told elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from statements.extraction.rules import RULES
from statements.extraction.word_classes import QUESTIONERS, words
from statements.records import DIRECT, Quotation, Span

# The labels of questions and answers, in the languages in which ministries publish interviews.
_QUESTIONS = QUESTIONERS | words(
    "question q press host вопрос запитання питання въпрос frage pregunta pergunta domanda pytanie soru sual"
    " întrebare հարց კითხვა سؤال"
)
_ANSWERS = words(
    "answer a ответ відповідь отговор antwort réponse respuesta resposta risposta odpowiedź cevap cavab"
    " răspuns պատասխան პასუხი جواب"
)
# "A. Lund wrote" may be an initial; the others answer even where no label asks.
_ANSWER_WORDS = _ANSWERS - {"a"}
# What stands before a colon and speaks for nobody: "Time: 10:00", "Source: TASS".
_FURNITURE = words(
    "time date day place venue location where when source sources photo photos image picture video audio"
    " caption credit tags tag keywords category categories topics topic subject note notes contact contacts"
    " email e-mail phone tel telephone fax website web address link links copyright author editor by text"
    " written reporting writing editing published updated update correction read watch listen see also"
    " related more share follow download background summary agenda participants attendees present duration"
    " language re from to cc ps status type no warning breaking live"
)
# Whoever bears one of these speaks for somebody and is no reporter, though all of a turn be a question.
_TITLES = words("mr mr. mrs mrs. ms ms. dr dr. minister president secretary ambassador spokesperson")
_SMALL_WORDS = words("of the for and to de del da von van al el bin at in on d' la le s")
# Offices that a label prints in small letters: "Deputy spokesperson:", "Ivo Lund, head of the department:".
_OFFICES = words(
    "spokesperson spokesman spokeswoman president premier minister secretary chancellor ambassador consul"
    " envoy director director-general secretary-general general chief head chair chairman chairwoman"
    " chairperson speaker commissioner representative rapporteur coordinator commander governor mayor deputy"
    " vice vice-president assistant acting state foreign defence defense interior prime press permanent"
    " special department ministry ministerial affairs external internal security national political"
)
# Behind these stands what an office is for: "head of the trade department", "director of communications".
_BEFORE_FIELDS = words("of for the and")

# "Q. Will talks go on?", "A) They will.", and without any mark "Q  Thank you".
_LETTER = re.compile(r"([QA]\d{0,2})\s?[.:)]\s+(?=\S)|(Q)\s+(?=[\"“A-Z])")
_NUMBER = re.compile(r"\s*(?:no\.?\s*)?\d{1,3}$", re.IGNORECASE)
# What a record adds to a name: "Ms. Varn (Varia) (spoke in French)".
_INTERPRETED = re.compile(
    r"\s*[(\[](?:spoke|speaking|spoken|via|through|as|in|interpretation|interpreted|translated)\b[^()\[\]\n]{0,60}"
    r"[)\]]$",
    re.IGNORECASE,
)
_STAGE_DIRECTION = re.compile(
    r"[(\[](?:laughter|laughs?|chuckles|applause|cheers|cheering|boos|booing|crosstalk|cross-talk|inaudible"
    r"|unintelligible|off-mike|off-mic|pauses?|silence|sighs|smiles|nods|interruption|interrupts|music|break"
    r"|gavel|(?:via|through|as) interpret|(?:spoke|speaking|spoken) in|interpretation from|end of "
    r"|(?-i:[A-Z]{2,}(?: [A-Z]{2,})+\.?(?=[)\]])))[^()\[\]\n]{0,40}[)\]]",
    re.IGNORECASE,
)
# The words with which a record or an editor takes over again.
_CLOSING = re.compile(
    r"\s*(?:The (?:\w+ ){0,2}(?:meeting|sitting|session) (?:rose|was (?:suspended|adjourned|called))\b"
    r"|(?:The|This) (?:interview|transcript|conversation) (?:was|has been|is) (?:\w+ )?"
    r"(?:conducted|edited|condensed|recorded|translated|shortened)\b"
    r"|Interview(?:ed)?(?: conducted)? by\b|[(\[]?End of (?:the )?(?:transcript|interview|recording)\b"
    r"|[-*#(\[ ]{0,6}END[-*#)\] ]{0,6}$|[#*][#* ]{1,8}$)"
)
_DASH = re.compile(r"\s*[—–―-]\s+(?=\S)")
_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b(?!\.)")
_LONGEST_QUESTION_LINE = 500
_SENTENCE_ENDS = '.?!…”"»)]’'
_LONGEST_LABEL = 90
_MOST_WORDS = 7
_MOST_WORDS_WITH_OFFICE = 14
_TURN = RULES["transcript-turn"]
_LONGEST_QUESTION = 80
_LONGEST_REMARK = 40
# The narrator's words beside a quotation.
_TELLS = re.compile(r"[,.?!…][”\"’] (?:[^\s.,]{1,30} ){0,4}(?:said|says|added|told|replied)\b")
_SHORTEST_TITLE = 5
# By how many paragraphs the last turn may be longer than the longest before it.
_MOST_MORE = 2
_FEWEST_TURNS = 3
_FEWEST_TURNS_OF = 5


@dataclass(frozen=True, slots=True)
class _Label:
    """Who speaks, where the name stands (nowhere for a dash), and where the words begin."""

    name: str
    span: Span | None
    start: int

    @property
    def is_question(self) -> bool:
        return any(word in _QUESTIONS for word in self.name.split())

    @property
    def is_answer(self) -> bool:
        return self.name in _ANSWERS

    @property
    def is_furniture(self) -> bool:
        """Catches: Photo: AFP; Read more: The talks    Leaves alone: Reader: Why?"""
        return self.name.split(" ")[0] in _FURNITURE and not self.is_question


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label and the words after it, one span a paragraph."""

    label: _Label
    content: list[Span] = field(default_factory=list)


def read_turns(text: str, paragraphs: Sequence[Span]) -> tuple[list[Quotation], Sequence[Span]]:
    """The turns of a transcript, and the paragraphs that belong to none.

    Catches: MINISTER: We agree. / Question: On what? / MINISTER: On peace.
    Leaves alone: The minister added: we agree.
    """
    pieces = [piece for paragraph in paragraphs for piece in _part_answers(text, paragraph)]
    for read, is_transcript in _KINDS:
        labels = read(text, pieces)
        if is_transcript(text, pieces, labels):
            turns, others = _collect(text, pieces, labels)
            askers = _askers(text, turns)
            quotations = [_as_quotation(text, turn) for turn in turns if turn.label.name not in askers]
            return [quotation for quotation in quotations if quotation.content], others
    return [], paragraphs


def _collect(
    text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]
) -> tuple[list[_Turn], list[Span]]:
    """The turns, and what stands before, behind and between them."""
    turns: list[_Turn] = []
    others: list[Span] = []
    is_open = False
    last = _last_of_turns(text, pieces, labels)
    for number, (piece, label) in enumerate(zip(pieces, labels, strict=True)):
        if label and (label.is_furniture or not (turns or _speaks(text, piece, label))):
            others.append(piece)
        elif label:
            turns.append(_Turn(label, [(label.start, piece[1])]))
            is_open = True
        elif is_open and number <= last and not _CLOSING.match(text, *piece):
            turns[-1].content.append(piece)
        else:
            is_open = False
            others.append(piece)
    return turns, others


def _last_of_turns(text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]) -> int:
    """The last paragraph that may belong to a turn.

    A last answer is not many times as long as the others, and quotes nobody's words with "he said".

    Catches: the ten paragraphs of a narrator after answers of one paragraph each; “We go,” she said.
    Leaves alone: a last answer of three paragraphs after answers of one
    """
    at = [number for number, label in enumerate(labels) if label and not label.is_furniture]
    longest = max((after - before - 1 for before, after in pairwise(at)), default=0)
    told = (at for at in range(at[-1] + 1, len(pieces)) if _TELLS.search(text, *pieces[at]))
    end = next(told, len(labels)) - 1
    return end if end - at[-1] <= longest + _MOST_MORE else at[-1] + longest


# --- labels ---------------------------------------------------------------------------


def _part_answers(text: str, paragraph: Span) -> Iterator[Span]:
    """A question and its answer in one paragraph, apart.

    Catches: Q: Will talks go on? A: They will.    Leaves alone: He said: Why? A: He left.
    """
    start, end = paragraph
    label = _read_label(text, paragraph)
    if label and (label.is_question or label.is_answer):
        for match in _ANSWER_WITHIN.finditer(text, start, end):
            yield start, match.start()
            start = match.end()
    yield start, end


_ANSWER_WITHIN = re.compile(
    r"(?<=[.?!…”\"»)])\s+(?=(?:Q|A|Question|Answer|Вопрос|Ответ)(?:\s?:|\.)\s)",
)


def _read_label(text: str, paragraph: Span) -> _Label | None:
    """The label that a colon ends, or the letter of a question or an answer.

    Catches: Lund (Ostia): We agree. THE PRESIDENT: Yes. Q. Why?
    Leaves alone: The minister added: we agree.
    """
    start, end = _trimmed(text, *paragraph)
    letter = _LETTER.match(text, start, end)
    if letter:
        span = letter.span(1) if letter.group(1) else letter.span(2)
        return _Label(text[span[0]].lower(), span, letter.end())
    colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
    if colon < 0 or not (colon + 1 == end or text[colon + 1].isspace()):
        return None
    interpreted = _INTERPRETED.search(text, start, colon)
    span = _trimmed(text, start, interpreted.start() if interpreted else colon)
    return _label(text, span, colon + 1) if _is_name(text[slice(*span)]) else None


def _read_name_line(text: str, paragraph: Span) -> _Label | None:
    """A name that is a paragraph of its own.

    Catches: Ivo Lund / We agree.    Leaves alone: We agree. / Talks on the border / Lund agrees.
    """
    start, end = _trimmed(text, *paragraph)
    end -= text[start:end].endswith(":")
    if end - start > _LONGEST_LABEL or start == end or text[end - 1] in ".?!…,;":
        return None
    return _label(text, (start, end), end) if _is_name(text[start:end]) else None


def _read_dash(text: str, paragraph: Span) -> _Label | None:
    """A turn that only a dash begins: "— Will talks go on?", "— They will."."""
    match = _DASH.match(text, *paragraph)
    if not match:
        return None
    asks = text[paragraph[1] - 1] == "?"
    return _Label("question" if asks else "", None, match.end())


def _read_questions(text: str, pieces: Sequence[Span]) -> list[_Label | None]:
    """Questions without a label, from the first that says "you" on, and the paragraphs that follow them."""
    labels: list[_Label | None] = []
    begun = False
    for start, end in pieces:
        asks = text[start:end].rstrip().endswith("?") and end - start <= _LONGEST_QUESTION_LINE
        begun = begun or (asks and bool(_YOU.search(text, start, end)))
        if begun and asks:
            labels.append(_Label("question", None, start))
        else:
            follows = bool(labels and labels[-1] and labels[-1].is_question)
            labels.append(_Label("", None, start) if follows else None)
    return labels


def _label(text: str, span: Span, start: int) -> _Label:
    return _Label(_NUMBER.sub("", text[slice(*span)].lower()), span, start)


def _is_name(name: str) -> bool:
    """May a line or the words before a colon name a speaker?

    Catches: Ivo Lund, Foreign Minister of Ostia; Mr. Lund (Ostia); Question 2; Deputy spokesperson
    Leaves alone: The minister added; 10; Talks fail. Lund
    """
    parts = [part.strip("()[],.") for part in name.split()]
    most = _MOST_WORDS_WITH_OFFICE if "," in name or "(" in name else _MOST_WORDS
    if not parts or len(parts) > most or not name[0].isalpha():
        return False
    number_last = len(parts) > 1 and parts[-1].isdigit()
    named = parts[:-1] if number_last else parts
    return all(
        part in _SMALL_WORDS | _OFFICES
        or (part[:1].isalpha() and not part[0].islower())
        or (number > 0 and named[number - 1] in _BEFORE_FIELDS and bool(_OFFICES.intersection(named)))
        for number, part in enumerate(named)
    )


# --- is it a transcript? ---------------------------------------------------------------------


def _is_labelled(text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]) -> bool:
    """Several turns, a fair part of the text from the first to the last; a question, or one name twice.

    Catches: a story, and at its end Q: Why? / A: We had to.
    Leaves alone: Time: 10:00 / Source: TASS / Photo: AFP
    """
    at = [
        number
        for number, label in enumerate(labels)
        if label and not label.is_furniture and _speaks(text, pieces[number], label)
    ]
    turns = [label for label in labels if label and not label.is_furniture]
    if not at or len(turns) * _FEWEST_TURNS_OF < at[-1] - at[0] + 1:
        return False
    spoken = [labels[number] for number in at]
    names = Counter(label.name for label in spoken if label)
    asks = any(label.is_question or label.name in _ANSWER_WORDS for label in spoken if label)
    return len(at) >= _FEWEST_TURNS - asks and (asks or max(names.values()) > 1)


def _speaks(text: str, piece: Span, label: _Label) -> bool:
    """Do sentences follow the label, or nothing in its own paragraph?

    Catches: Lund: Yes. LUND: (and a new paragraph)
    Leaves alone: Time: at noon; Ostia: 46.; Lund: All Talks With Ostia Have Failed.
    """
    start, end = _trimmed(text, label.start, piece[1])
    if start == end:
        return True
    initials = [word[0] for word in text[start:end].split()]
    is_title = len(initials) >= _SHORTEST_TITLE and sum(map(str.isupper, initials)) > 0.7 * len(initials)
    has_words = any(letter.isalpha() for letter in text[start:end])
    return text[end - 1] in _SENTENCE_ENDS and has_words and not is_title


def _is_of_name_lines(text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]) -> bool:
    """Two names or more on lines of their own, one of them twice, each above a sentence.

    Catches: Ivo Lund / We agree. / Anna Keller / On what? / Ivo Lund / On peace.
    Leaves alone: The North / It is calm. / The South / It is not.
    """
    names = [
        label.name
        for number, label in enumerate(labels[:-1])
        if label and not label.is_furniture and labels[number + 1] is None
        if _speaks(text, pieces[number + 1], label)
    ]
    return len(names) >= _FEWEST_TURNS and 1 < len(set(names)) < len(names)


def _is_of_dashes(text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]) -> bool:
    """Dashes that begin questions and answers by turns.

    Catches: — Why? / — We had to. / — And now? / — Peace.    Leaves alone: — peace; / — trade.
    """
    del text, pieces
    kinds = [label.is_question for label in labels if label]
    asked = sum(asks and not answers for asks, answers in pairwise(kinds))
    return asked > 1 and len(kinds) <= 3 * asked


def _is_interview(text: str, pieces: Sequence[Span], labels: Sequence[_Label | None]) -> bool:
    """Three questions or more, most of them to "you", with answers most of which say "I" or "we".

    Catches: Why did you go? / I had to. / And did you win? / We did. / Are you glad? / I am.
    Leaves alone: Why did it fail? / The sides had no plan.
    """
    asked = [piece for piece, label in zip(pieces, labels, strict=True) if label and label.is_question]
    answers = [piece for piece, label in zip(pieces, labels, strict=True) if label and not label.is_question]
    if len(asked) < _FEWEST_TURNS or len(answers) < _FEWEST_TURNS:
        return False
    to_you = sum(bool(_YOU.search(text, *piece)) for piece in asked)
    own = sum(bool(_FIRST_PERSON.search(text, *piece)) for piece in answers)
    return 2 * to_you >= len(asked) and 2 * own >= len(answers)


def _each(read: Callable[[str, Span], _Label | None]) -> _Reader:
    return lambda text, pieces: [read(text, piece) for piece in pieces]


_Reader = Callable[[str, Sequence[Span]], list[_Label | None]]
_Judge = Callable[[str, Sequence[Span], Sequence[_Label | None]], bool]
_KINDS: tuple[tuple[_Reader, _Judge], ...] = (
    (_each(_read_label), _is_labelled),
    (_each(_read_name_line), _is_of_name_lines),
    (_each(_read_dash), _is_of_dashes),
    (_read_questions, _is_interview),
)


# --- turns ---------------------------------------------------------------------------------------


def _askers(text: str, turns: Sequence[_Turn]) -> set[str]:
    """The labels of reporters: by name, or because all that they say are questions.

    Catches: Question: Why? Morgen: Why? / LUND: We had to.
    Leaves alone: LUND: Why? We had to. Mr. Lund (Ostia): What are we waiting for?
    """
    asks: dict[str, bool] = {}
    for turn in turns:
        asks[turn.label.name] = asks.get(turn.label.name, True) and _asks(text, turn)
    return {name for name, only in asks.items() if only} | _interviewer(text, turns)


def _interviewer(text: str, turns: Sequence[_Turn]) -> set[str]:
    """Of two who take turns, the one who mostly asks, briefly, and remarks between.

    Catches: Post: Why now? / LUND: We had to. / Post: Critics doubt it. / LUND: Let them.
    Leaves alone: KELLER: Why now? We had a plan. / LUND: We had to. / KELLER: We had one. / LUND: No.
    """
    names = {turn.label.name for turn in turns}
    if len(names) != 2:
        return set()
    shares = {
        name: _share_of_questions(text, [turn for turn in turns if turn.label.name == name]) for name in names
    }
    asker = max(sorted(names), key=lambda name: shares[name])
    is_alone = shares[asker] >= 0.5 and min(shares.values()) == 0
    return {asker} if is_alone and not _TITLES & set(asker.split()) else set()


def _share_of_questions(text: str, turns: Sequence[_Turn]) -> float:
    """How many of the turns end in a question; none when one is longer than a remark."""
    spans = [_without_stage_directions(text, turn.content) for turn in turns]
    if any(len(words) != 1 or len(text[slice(*words[0])].split()) > _LONGEST_REMARK for words in spans):
        return 0.0
    return sum(text[slice(*words[0])].endswith("?") for words in spans) / len(spans)


def _asks(text: str, turn: _Turn) -> bool:
    label = turn.label
    if label.is_question or label.is_answer or label.span is None:
        return label.is_question
    is_official = "(" in text[slice(*label.span)] or bool(_TITLES & set(label.name.split()))
    return not is_official and _only_asks(text, turn)


def _only_asks(text: str, turn: _Turn) -> bool:
    spans = _without_stage_directions(text, turn.content)
    asked = text[spans[-1][0] : spans[-1][1]] if spans else ""
    return len(spans) == 1 and asked.endswith("?") and len(asked.split()) <= _LONGEST_QUESTION


def _without_stage_directions(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The words alone.

    Catches: We agree. (Applause.) We always did.    Leaves alone: The agency (IAEA) agrees.
    """
    kept = []
    for start, end in spans:
        for match in _STAGE_DIRECTION.finditer(text, start, end):
            kept.append(_trimmed(text, start, match.start()))
            start = match.end()
        kept.append(_trimmed(text, start, end))
    return tuple(span for span in kept if span[0] < span[1])


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))


def _as_quotation(text: str, turn: _Turn) -> Quotation:
    return Quotation(
        content=_without_stage_directions(text, turn.content),
        kind=DIRECT,
        cue=None,
        cue_lemma="",
        sources=(turn.label.span,) if turn.label.span else (),
        act="states",
        rule=_TURN.name,
        confidence=_TURN.confidence,
    )
