"""Vietnamese text: one form for storing, one for searching, one for sorting and one for matching names.

Everything that compares text goes through here, so that both databases answer alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TEXT_VERSION = 2
"""Raised whenever search texts or sort keys are made differently: databases of before are reindexed when opened."""

SEARCH_BYTES = 2400
WORD_LENGTH = 60  # characters of a word that are searched; more is no word
SORT_KEY_LENGTH = 240
MOST_WORDS = 50  # of a query that are searched for; more were pasted by mistake

_TONES = {"\u0300": '"', "\u0309": "#", "\u0303": "$", "\u0301": "%", "\u0323": "&"}  # huyền hỏi ngã sắc nặng
_NO_TONE = "!"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LOOKALIKES = {"đ": "d", "ð": "d", "ɖ": "d", "ł": "l", "ø": "o", "ı": "i"}  # ð and ɖ: old fonts' đ


class _Words(dict[int, str]):
    """A translate table that keeps letters and digits and turns all else into spaces, filled as it is used."""

    def __init__(self, *, marks: bool) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = result = self._result(char)
        return result

    def _result(self, char: str) -> str:
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            return char if self.marks else ""
        if category == "Cf":
            return ""
        if category[0] not in "LNM":
            return " "
        return char if self.marks else _LOOKALIKES.get(char, char)


class _Letters(dict[int, str]):
    """A translate table from composed letters to characters in Vietnamese order, filled as it is used."""

    def __missing__(self, code: int) -> str:
        char = "đ" if chr(code) in "ðɖ" else chr(code)
        self[code] = result = _letter_key(char) or _letter_key(unicodedata.normalize("NFD", char)[0])
        return result


def _letter_key(char: str) -> str:
    if char in _ALPHABET:
        return chr(ord("A") + _ALPHABET.index(char))
    if char.isascii():
        return char if char.isdigit() else ""
    decomposes = unicodedata.normalize("NFD", char) != char
    return "" if decomposes or not char.isalnum() else f"~{ord(char):05x}"


_BARE = _Words(marks=False)
_MARKED = _Words(marks=True)
_LETTERS = _Letters()
_STRIP_TONES = {ord(tone): None for tone in _TONES}

_SPACES = re.compile(r"[\s\u0000-\u001f\u007f-\u00a0]+")
_INVISIBLE = re.compile("[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]+")
_NUMBER = re.compile(r"[+(]*\d[\d .\-()/]*")
_PHONE = re.compile(r"\+\d+(?:;|$)")  # as it is stored
_DIGITS = re.compile(r"\d+")
_DIGIT_RUN = re.compile(r"\d+(?:[ .\-()/]{1,2}\d+)+")
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_OPEN = re.compile(rf"(o(?=[ae])|(?<!q)u(?=y))([aey])({_TONE})(?![a-z\u0300-\u036f])")
_CLOSED = re.compile(rf"(o(?={_TONE}[ae])|(?<!q)u(?={_TONE}y))({_TONE})([aey])(?=[a-z])")
_AFTER_QU = re.compile(rf"(qu)({_TONE})([aeiouy][\u0302\u0306\u031b]*)")


def clean(text: str) -> str:
    """`text` as it is stored on one line: NFC, trimmed, inner white space single, invisible characters gone."""
    if text.isprintable() and text.strip(" ") == text and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text  # most texts are clean already, and this is known at a tenth of the cost
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def clean_lines(text: str) -> str:
    """Long text as it is stored: each line cleaned, blank lines kept inside and dropped at both ends."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


def fold(text: str) -> str:
    """`text` without case, diacritics and punctuation (đ is d), words parted by one space; folding twice is once."""
    if text.isascii():
        return " ".join(_bare(text))
    return " ".join([bare for word in text.split() for bare in _bare_word(word)[0]])


def _bare(text: str) -> list[str]:
    return unicodedata.normalize("NFKD", text).casefold().translate(_BARE).split()


@lru_cache(maxsize=16384)
def _bare_word(word: str) -> tuple[list[str], int]:
    """What a word between spaces is folded to, mostly one word, and how many runs of digits it has."""
    return _bare(word), len(_DIGITS.findall(word))


def search_text(title: str, *values: object) -> str:
    """The stored text that is searched: ' ' and the folded unique words of the title and all `values`.

    The title's words with marks follow as they are spelled, for `marked_words` of a query. None is skipped. Phones and
    numbers are kept whole and in parts. Never longer than `SEARCH_BYTES` bytes.
    """
    found = [*_stored_words(title), *marked_words(title)] if title else []
    for value in values:
        if value is not None and value != "":
            found += _stored_words(value if value.__class__ is str else str(value))
    return _capped(dict.fromkeys(found))


def _stored_words(text: str) -> list[str]:
    if text.startswith("+") and _PHONE.match(text):
        return [*_phone_forms(text.partition(";")[0]), *fold(text).split()]
    if text.isascii():
        return [text.lower()] if text.isalnum() else _bare(text) + _whole_numbers(text)
    words: list[str] = []
    digits = 0
    for word in text.split():
        bare, runs = _bare_word(word)
        words += bare
        digits += runs
    return words + _whole_numbers(text) if digits > 1 else words


def _whole_numbers(text: str) -> list[str]:
    """0912345678 of 0912 345 678."""
    return [re.sub(r"\D", "", run) for run in _DIGIT_RUN.findall(text)]


def _phone_forms(number: str) -> list[str]:
    """0912345678, 912345678 and 84912345678: whichever beginning of it is typed."""
    digits = re.sub(r"\D", "", number)
    return ["0" + digits[2:], digits[2:], digits] if digits.startswith("84") else [digits]


def _capped(words: dict[str, None]) -> str:
    text = " " + " ".join(words)
    if 4 * len(text) < SEARCH_BYTES and max(map(len, words), default=0) <= WORD_LENGTH:
        return text if words else ""  # no letter has more than four bytes
    room, kept = SEARCH_BYTES - 1, []
    for word in dict.fromkeys(word[:WORD_LENGTH] for word in words):
        room -= len(word.encode("utf-8", "replace")) + 1
        if room < 0:
            break
        kept.append(word)
    return "".join(" " + word for word in kept)


def search_words(query: str) -> list[str]:
    """The folded words of a query; a record is found when each is the beginning of one of its stored words.

    A query that is one phone number or code ("0912 345", "+84 912 345", "+84 (0) 912 345") is one word of digits.
    """
    stripped = query.strip()
    if stripped.startswith(("0", "+", "(")) and _NUMBER.fullmatch(stripped):
        digits = re.sub(r"\D", "", stripped)[:WORD_LENGTH]
        return _phone_forms(re.sub("^840", "84", digits))[:1] if "+" in stripped else [digits]
    return list(dict.fromkeys(word[:WORD_LENGTH] for word in fold(query).split()))[:MOST_WORDS]


def marked_words(text: str) -> list[str]:
    """The words of `text` that bear marks or đ, lower case, in one spelling (Hoà is Hòa).

    A title that has all those of a query is spelled as the query is, not only alike without marks.
    """
    marked = [spelled for word in text.split() if not word.isascii() for spelled in _spelled(word)]
    return list(dict.fromkeys(marked))


@lru_cache(maxsize=16384)
def _spelled(word: str) -> list[str]:
    """The words with marks of what stands between two spaces, mostly one or none."""
    words = unicodedata.normalize("NFC", word).casefold().translate(_MARKED).split()
    return list(filter(None, map(_marked_word, words)))


def _marked_word(word: str) -> str:
    """`word` in one spelling, '' where it has no marks."""
    spelled = normalized_name(word)
    return spelled if spelled.isalnum() and fold(spelled) != spelled else ""


def sort_key(text: str) -> str:
    """An ASCII key whose byte order is Vietnamese dictionary order: syllable by syllable, letters before tones.

    The column that stores it needs binary comparison (COLLATE "C" on PostgreSQL). Case, punctuation and the
    place of the tone mark do not count; at most `SORT_KEY_LENGTH` characters.
    """
    keys = [word + _NO_TONE if word.isdigit() and word.isascii() else _word_key(word) for word in text.split()]
    return "".join(keys)[:SORT_KEY_LENGTH]


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    """The key of what stands between two spaces, mostly one syllable."""
    marked = unicodedata.normalize("NFKD", word).casefold().translate(_MARKED)
    return "".join(map(_syllable_key, marked.split()))


def _syllable_key(word: str) -> str:
    letters = unicodedata.normalize("NFC", word.translate(_STRIP_TONES)).translate(_LETTERS)
    return letters + ("".join(_TONES[char] for char in word if char in _TONES) or _NO_TONE)


def person_sort_key(family_and_middle: str, given: str) -> str:
    """The sort key of a person: given name (tên) first, then family and middle names (họ, đệm)."""
    half = SORT_KEY_LENGTH // 2
    return (sort_key(given)[:half] + " " + sort_key(family_and_middle)[:half])[:SORT_KEY_LENGTH]


def normalized_name(text: str) -> str:
    """A name for finding duplicates: tone marks count, but not their placement (Hoà = Hòa), case or spacing."""
    return " ".join([w.lower() if w.isascii() else _normalized_word(w) for w in clean(text).split(" ")])


@lru_cache(maxsize=16384)
def _normalized_word(word: str) -> str:
    marked = unicodedata.normalize("NFD", word.casefold())
    for pattern, order in ((_AFTER_QU, r"\1\3\2"), (_OPEN, r"\1\3\2"), (_CLOSED, r"\1\3\2")):
        marked = pattern.sub(order, marked)
    return unicodedata.normalize("NFC", marked)
