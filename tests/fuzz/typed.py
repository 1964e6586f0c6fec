"""Search strings and other values that somebody might type, or send by hand: sound, broken and hostile.

Each maker takes a source of chance and words that are there, and gives text, or bytes that no UTF-8 is.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Maker = Callable[[random.Random, Sequence[str]], str | bytes]

MARKS = [
    '"', "“", "”", "„", "‟", "«", "»", "〝", "〟", "❝", "❞", "「", "」", "『", "』", "《", "》",
    "'", "’", "`",
]  # fmt: skip
FIELDS = ("speaker", "for", "about", "via", "act", "before", "after", "SPEAKER", "For", "within", "rowid")
VALUES = (
    "TR", "am", "Türkiye", '"Saudi Arabia"', "Akar", "none", "warns", "denies", "nothing", "2020", "2020-07",
    "2020-07-14", "0001", "9999-12-31", "0000", "2020-02-30", "10000", '"', "“", "-", "*", "", ",", "x:y",
    "'",
)  # fmt: skip

FOREIGN = [
    "ｐｅａｃｅ　ＯＲ　ｗａｒ", "－ｗａｒ", "＂ｐｅａｃｅ　ｔａｌｋｓ＂", "ｆｏｒ：ＴＲ",
    "ｎｅｇｏｔｉａｔ＊", "（ａ）", "السلام عليكم",
    "\u202eecaep\u202c", "שלום \u200f-OR\u200f עולם", "\u2066for:\u2069TR", "\u061cсловo", "Çavuşoğlu",
    "İSTANBUL ıI", "ﬁrst ﬀ", "½ ¾ ①②", "𝐀𝐁 𝔭𝔢𝔞𝔠𝔢", "平和 交渉", "평화", "Ⅷ", "İ̇", "ß ẞ", "ǅ", "e\u0301" * 30,
    "a" + "\u0301" * 500, "\u0301\u0301", "👨‍👩‍👧‍👦 🏳️‍🌈 🇹🇷", "\ufeffpeace\ufeff", "pe\u00adace",
    "pe\u200bace", "\u2028\u2029", "\u0085", "\u00a0\u2003\u3000", "\ufffd\uffff\ufffe", "\U0010ffff",
    "\U000e0001\U000e0041", "ﷺ" * 40,
]  # fmt: skip

OF_ENGINES = [
    "' OR '1'='1", "'; DROP TABLE statements_statement; --", "\" OR \"\"=\"",
    "1) UNION SELECT password FROM x --", "%' AND 1=0 --", "/* */", "$$x$$", "\\'; --", "pg_sleep(9)",
    "E'\\\\x00'", "x'00'", "?", "%s", "%(q)s", "{0}", ":1", "NEAR(peace talks, 5)", "NEAR(\"peace\"",
    "peace NEAR/3 talks", "folded : peace", "keys : c1", "keys:c1", "-keys : x", "{folded keys} : peace",
    "^peace", "peace + talks", "peace AND NOT talks", "NOT peace", "AND", "OR", "NOT", "peace*talks",
    "\"peace\" *", "statements_search", "rank MATCH 'x'", "\"\"\"", "c0", "x1y2", "| peace |",
    "'peace' & 'talks'", "peace & !talks", "peace | talks", "peace <-> talks", "peace <2> talks", "peace:*",
    "peace:*AB", "!!!peace", "!(peace)", "'peace", "peace':*", "\\", "\\\\", "\\'", "''", "peace:ABCD",
    "( & )", "{a,b}", "{\"a\",NULL}", "}", "%", "_", "%%%%", "____", "[a-z]", ".*", "(a+)+$", "^$",
]  # fmt: skip

NUMBERS = [
    "0", "-1", "1", "2", "-0", "+1", "1.5", "1e3", "1e309", "NaN", "inf", "0x10", "1_000", " 1 ", "١٢٣", "²",
    "Ⅷ", "１２", "①", str(2**31), str(2**32), str(2**63 - 1), str(2**63), str(-(2**63) - 1), str(2**64),
    "9" * 18, "9" * 19, "9" * 400, "9" * 5000, "last", "first", "None", "true", "",
]  # fmt: skip

DAYS = [
    "2020", "2020-07", "2020-07-14", "2020-7-4", "2020-00", "2020-13", "2020-02-30", "0000", "0001",
    "0001-01-01", "9999", "9999-12", "9999-12-31", "10000-01-01", "-0001", "2020-07-14T10:15", "2020-W29",
    "20200714", "14.7.2020", "２０２０", "٢٠٢٠", "2020-07-14 ", "2020--07", "now", "1970-01-01", "2019",
    "2021", "2018-05", "2023-11", "1e3",
]  # fmt: skip

CURSORS = [
    "2020-07-16.1", "2020-07-16.99999", "0001-01-01.1", "9999-12-31.999999999999999999",
    "9999-12-31.9999999999999999999", ".1", ".0", ".", "-1", "1", "25", "50", "975", "1000000",
    "10000-01-01.1", "2020-02-30.1", "2020-07-16.-1", "2020-07-16.01", "2020-07-16.１", "2020-W29-4.7",
    "20200716.7", "2020-07-16.1.1", "0000-00-00.0", "none.1", "+5", "1_0",
]  # fmt: skip

CHOICES = [
    "newest", "oldest", "added", "relevance", "name", "who", "share", "quoted", "reported", "known", "none",
    "any", "direct", "indirect", "mixed", "warns", "denies", "tells", "person", "institution", "government",
    "about", "time", "speakers", "speaking", "NEWEST", "Relevance ", "none,none", "*", "-newest", "?", "id",
    "-id", "random()",
]  # fmt: skip

NO_TEXT = [
    b"\xff", b"\xfe\xff", b"\xc0\xaf", b"\xe2\x82", b"\xed\xa0\x80", b"\xed\xb0\x80peace",
    b"\xed\xa0\xbd\xed\xb8\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\x80", b"peace\x00talks",
    b"\x00", b"\x00" * 50, b"a\x00*", b'"a\x00b"', bytes(range(1, 32)), b"\x7f", b"\x1b[31m",
    b"peace\rSet-Cookie: a=b\r\n\r\n", b"\n\n", b"\t", b"\x08", b"\x0b\x0c", b"for:\x00TR", b"2020\x00",
    b"1\x00", b"TR\xff", b"\xef\xbb\xbfpeace", b"\xef\xbf\xbe\xef\xbf\xbf",
]  # fmt: skip


def word(chance: random.Random, words: Sequence[str]) -> str:
    found = chance.choice(words)
    return chance.choice(
        (found, found, found, found.upper(), found.title(), found[:3] + "*", found + "*", f"{found}’s")
    )


def phrase(chance: random.Random, words: Sequence[str]) -> str:
    """In marks that may not match, or not be there."""
    inner = " ".join(word(chance, words) for _ in range(chance.randrange(0, 5)))
    end = chance.choice((*MARKS, "", '"', '"'))
    return chance.choice((*MARKS, '"', '"')) + inner + end + chance.choice(("", "", "*"))


def field(chance: random.Random, words: Sequence[str]) -> str:
    value = chance.choice(
        (chance.choice(VALUES), word(chance, words), phrase(chance, words), chance.choice(DAYS))
    )
    return chance.choice(FIELDS) + chance.choice((":", ":", ": ", "::", " :")) + value


def operators(chance: random.Random, words: Sequence[str]) -> str:
    """Terms and operators in any order, within one another, doubled and broken."""
    made = []
    for _ in range(chance.randint(1, 9)):
        one = chance.choice((word, word, phrase, field))(chance, words)
        one = chance.choice(("", "", "", "-", "--", "−", "(", "[", "-(", "|", "*", "+", "!")) + one
        made.append(one + chance.choice(("", "", "", ")", "]", "*", "**", "|", "-", ",", ":", "…")))
        if chance.random() < 0.3:
            made.append(
                chance.choice(("OR", "OR", "|", "||", "AND", "NOT", "or", "OR OR", "-", "*", "&", "~"))
            )
    return chance.choice((" ", " ", " ", "", "  ", "\t", "\u3000")).join(made)


def sound(chance: random.Random, words: Sequence[str]) -> str:
    """What is found, mostly."""
    one, other = chance.choice(words), chance.choice(words)
    return chance.choice(
        (one, f"{one} {other}", f"{one} OR {other}", f"{one[:2]}*", f'"{one}"', f"{one} -{other}", f"-{one}")
    )


def long(chance: random.Random, words: Sequence[str]) -> str | bytes:
    """8,000 characters of one thing, or of many."""
    one = chance.choice((
        "a", "ﷺ", "é", "½", '"', "-", "*", "(", "|", "a ", "a* ", "ab* ", "-a ", "a OR ", "a|", '"a" ', "“",
        "for:TR ", "for:", "a-", "a'", "1,", "\u0301", "\u202e", "　", word(chance, words) + " ",
        phrase(chance, words) + " ", operators(chance, words) + " ",
    ))  # fmt: skip
    length = chance.choice((190, 201, 1999, 2000, 2001, 8000))
    return (one * length)[:length]


def sliced(chance: random.Random, words: Sequence[str]) -> bytes:
    """Sound UTF-8 cut, or with a byte of it changed."""
    data = bytearray(str(chance.choice((operators, sound))(chance, words) + chance.choice(FOREIGN)).encode())
    data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[chance.randrange(3) :])


def noise(chance: random.Random, words: Sequence[str]) -> str:
    """Any characters at all."""
    return "".join(
        chr(chance.choice((chance.randrange(128), chance.randrange(0xD800))))
        for _ in range(chance.randint(1, 40))
    )


def one_of(given: Sequence[str | bytes]) -> Maker:
    return lambda chance, words: chance.choice(given)


MAKERS: tuple[Maker, ...] = (
    operators, operators, operators, sound, sound, phrase, field, long, sliced, noise, one_of(FOREIGN),
    one_of(OF_ENGINES), one_of(NO_TEXT), one_of(NUMBERS), one_of(DAYS),
)  # fmt: skip
