"""The ways in which any source is broken: small functions, each named for what it does.

Every one takes the bytes of a source and a source of chance, and gives other
bytes. The same chance gives the same bytes. What only a web page can suffer
is in `markup`.
"""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable

from tests.fuzz.corpus import CORPUS

Mutation = Callable[[bytes, random.Random], bytes]

# How often a storm repeats itself: enough to hurt, and ten thousand of them still end.
STORM = 2_000

MARKS = [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
CHARSETS = [
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7",
    "cp1251", "cp1252", "cp1254", "cp1256", "koi8-r", "iso8859-5", "cp866", "gb18030", "shift_jis",
    "big5", "euc_kr", "iso2022_jp", "cp037",
]  # fmt: skip
WORDS = [
    "said", "told", "that", "“", "”", '"', "'", "«", "»", "Lavrov", "Ankara", "the", "ministry", "and",
    ",", ".", ":", "—", "-", "according", "to", "he", "it", "2020",
]  # fmt: skip
ADDRESSES = [
    "https://[broken", "http://", "Source: https://example.org:99999999/2020/13/45/a", "www.", "https://xn--",
    "https://example.org/2020/10/01/a", "http://a.b@c.d:x/", "https://example.org/" + "a/" * 3_000,
    "https://\u2100.org/", "https://[::1]/",
]  # fmt: skip
DATES = [
    "\n\n31 February 2020\n\n", "\n\nMOSCOW, July 0, 2020\n\n", " said on 30 July 99999 that ",
    "\n\n00/00/0000\n\n", "\n\n29 February 1900\n\n", " on ٣٠ July ٢٠٢٠ he said ", "\n\n1 January 0001\n\n",
    " said on July ³, 2020, that ", "\n\n" + "9" * 5_000 + " July 2020\n\n", " last month he said ",
    "\n\nJuly 30, 2020\n\n", " said on Thursday ", "\n\n2020-99-99T99:99\n\n", " said on 31 April 2020 ",
]  # fmt: skip


def text_of(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def bytes_of(text: str) -> bytes:
    """Lone surrogates as three bytes each, as some programs write them."""
    return text.encode("utf-8", errors="surrogatepass")


def place_in(data: bytes | str, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def insert(data: bytes, chance: random.Random, *pieces: str) -> bytes:
    """Each piece at a place of its own, where a character begins."""
    text = text_of(data)
    for piece in pieces:
        at = place_in(text, chance)
        text = text[:at] + piece + text[at:]
    return bytes_of(text)


def scatter(data: bytes, chance: random.Random, letters: str) -> bytes:
    return insert(data, chance, *chance.choices(letters, k=chance.randrange(1, 60)))


def storm(data: bytes, chance: random.Random, *pieces: str) -> bytes:
    piece = chance.choice(pieces)
    return insert(data, chance, piece * (chance.randrange(1, STORM * 10) // len(piece) + 1))


# --- bytes ----------------------------------------------------------------------------------


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: len(data) * chance.randrange(100) // 100]


def beheaded(data: bytes, chance: random.Random) -> bytes:
    return data[place_in(data, chance) :]


def bits_flipped(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300)) if data else 0):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def bytes_overwritten(data: bytes, chance: random.Random) -> bytes:
    at = place_in(data, chance)
    noise = chance.randbytes(chance.choice((1, 8, 200)))
    return data[:at] + noise + data[at + len(noise) :]


def bytes_taken_out(data: bytes, chance: random.Random) -> bytes:
    at = place_in(data, chance)
    return data[:at] + data[at + chance.randrange(1, 400) :]


def spliced(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice([source for sources in CORPUS.values() for source in sources])
    return data[: place_in(data, chance)] + other[place_in(other, chance) :]


def block_repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((place_in(data, chance), place_in(data, chance)))
    times = min(chance.choice((1, 2, 20, 200)), 1 + 100_000 // (end - start + 1))
    return data[:end] + data[start:end] * times + data[end:]


def lines_shuffled(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def mark_put_in_front(data: bytes, chance: random.Random) -> bytes:
    return chance.choice(MARKS) + data


def mark_put_inside(data: bytes, chance: random.Random) -> bytes:
    at = place_in(data, chance)
    return data[:at] + chance.choice(MARKS) + data[at:]


def transcoded(data: bytes, chance: random.Random) -> bytes:
    return text_of(data).encode(chance.choice(CHARSETS), errors="replace")


def half_transcoded(data: bytes, chance: random.Random) -> bytes:
    at = place_in(data, chance)
    return data[:at] + transcoded(data[at:], chance)


def decoded_wrongly(data: bytes, chance: random.Random) -> bytes:
    """ "â€œ" for "“": UTF-8 that was once read as something else."""
    return bytes_of(data.decode(chance.choice(("cp1252", "cp1251", "latin-1", "cp437")), errors="replace"))


# --- characters -------------------------------------------------------------------------------


def line_ends_mixed(data: bytes, chance: random.Random) -> bytes:
    ends = ("\n", "\r\n", "\r", "\n\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "")
    return bytes_of("".join(line + chance.choice(ends) for line in text_of(data).splitlines()))


def put_on_one_line(data: bytes, chance: random.Random) -> bytes:
    return bytes_of(chance.choice((" ", "", "\t", "\u00a0")).join(text_of(data).splitlines()))


def one_word_a_line(data: bytes, chance: random.Random) -> bytes:
    return bytes_of("\n".join(text_of(data).split()))


def wrapped_narrowly(data: bytes, chance: random.Random) -> bytes:
    text, width = text_of(data), chance.choice((1, 7, 40, 72, 119))
    return bytes_of("\n".join(text[at : at + width] for at in range(0, len(text), width)))


def blanks_odd(data: bytes, chance: random.Random) -> bytes:
    blanks = " \t\u00a0\u2003\u3000\u200b\u202f"
    return bytes_of("".join(chance.choice(blanks) if c == " " else c for c in text_of(data)))


def full_stops_lost(data: bytes, chance: random.Random) -> bytes:
    return bytes_of(text_of(data).translate({ord(mark): chance.choice((None, " ", ",")) for mark in ".!?…"}))


def nuls_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "\0")


def c0_controls_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "".join(map(chr, range(1, 0x20))) + "\x7f")


def c1_controls_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "".join(map(chr, range(0x80, 0xA0))))


def surrogates_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "\ud800\udbff\udc00\udfff")


def pairs_written_as_surrogates(data: bytes, chance: random.Random) -> bytes:
    """CESU-8: a character beyond U+FFFF as two surrogates of three bytes each."""
    return insert(data, chance, *["\ud83d\ude00"] * chance.randrange(1, 40))


def line_separators_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e\x1f")


def directions_overridden(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def zero_width_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\ufe0f\U000e0041")


def accents_piled(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "\u0301", "\u0316\u0301", "\u05b0", "\u0e4a", "\u0f71")


def odd_letters_put_in(data: bytes, chance: random.Random) -> bytes:
    return scatter(data, chance, "İıßŉǰﬁ½№𝐀ªⅣ①٣९ﷺΐ\ufffd\ufffe\uffff\U0010ffff\ue000😀👩\U00020000\u0378")


def all_capitals(data: bytes, chance: random.Random) -> bytes:
    return bytes_of(text_of(data).upper())


def every_word_capital(data: bytes, chance: random.Random) -> bytes:
    return bytes_of(text_of(data).title())


def quotation_marks_swapped(data: bytes, chance: random.Random) -> bytes:
    marks = "“”\"'‘’«»„‟‹›`´″「」＂"
    return bytes_of("".join(chance.choice(marks) if c in marks else c for c in text_of(data)))


def quotation_mark_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "“", "”", '"', "'", "''", "« ", "“a ”", "“a,” he said ", "„“")


def capital_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "A", "Aa ", "A ", "A.", "Sergei Lavrov ", "U.S. ", "Foreign Minister ")


def bracket_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "(", ")", "[", "<...>", "{", "((", "[...] ", "()")


def mark_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, ".", "…", ", ", "- ", "—", ":", "; ", "?!", "\u00ad", "’", "/", "|", "…\n\n")


def cue_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(
        data, chance, "said ", "X said that ", "and he said ", "according to ", "in a statement ", "Q: a\n\n"
    )


def word_storm(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, " ".join(chance.choices(WORDS, k=chance.randrange(1, STORM))))


def blank_storm(data: bytes, chance: random.Random) -> bytes:
    return storm(
        data, chance, " ", "\n", "\t", "\r\n", " \n", "\u00a0", "\u3000", "\u200b ", "\u00ad ", "\x85"
    )


def endless_word(data: bytes, chance: random.Random) -> bytes:
    return storm(data, chance, "a", "Я", "9", "停", "a-", "a’", "1,", "ﷺ", "a\u0301")


def addresses_put_in(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, *(f"\n{address}\n" for address in chance.choices(ADDRESSES, k=3)))


def dates_put_in(data: bytes, chance: random.Random) -> bytes:
    return insert(data, chance, *chance.choices(DATES, k=4))


MUTATIONS: tuple[Mutation, ...] = (
    truncated, beheaded, bits_flipped, bytes_overwritten, bytes_taken_out, spliced, block_repeated,
    lines_shuffled, mark_put_in_front, mark_put_inside, transcoded, half_transcoded, decoded_wrongly,
    line_ends_mixed, put_on_one_line, one_word_a_line, wrapped_narrowly, blanks_odd, full_stops_lost,
    nuls_put_in, c0_controls_put_in, c1_controls_put_in, surrogates_put_in, pairs_written_as_surrogates,
    line_separators_put_in, directions_overridden, zero_width_put_in, accents_piled, odd_letters_put_in,
    all_capitals, every_word_capital, quotation_marks_swapped, quotation_mark_storm, capital_storm,
    bracket_storm, mark_storm, cue_storm, word_storm, blank_storm, endless_word, addresses_put_in,
    dates_put_in,
)  # fmt: skip
