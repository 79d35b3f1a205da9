"""Names of people and companies: taken apart and put together the Vietnamese way."""

from __future__ import annotations

from typing import NamedTuple

from desktop_crm.models.text import clean, fold

SALUTATIONS = ("Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Em", "Thầy", "Ông/Bà", "Anh/Chị", "Mr.", "Ms.", "Mrs.")
"""Shipped salutations; the last word of a name is never one."""

_SALUTATIONS = {word.casefold().rstrip("."): word for word in SALUTATIONS}
_TITLES = {"gs", "pgs", "ts", "ths", "ks", "bs", "ls", "miss", "dr", "prof"}


class PersonName(NamedTuple):
    """A person's name in the three parts that are stored."""

    salutation: str
    family_and_middle: str
    given: str


def split_name(text: str) -> PersonName:
    """Take a full name apart: titles first, family and middle names (họ, đệm), the last word is the given name (tên).

    A single word is a given name. Nothing but spacing is lost: `join_name` puts the name together again.
    """
    words = clean(text).split()
    titles: list[str] = []
    while len(words) > 1 and (title := _title(words[0])):
        titles.append(title)
        words = words[1:]
    return PersonName(" ".join(titles), " ".join(words[:-1]), words[-1] if words else "")


def _title(word: str) -> str:
    """`word` as a salutation or academic title, '' where it is none; "PGS.TS." is two titles in one word."""
    parts = [part for part in word.split(".") if part]
    if len(parts) > 1 and all(part.casefold() in _TITLES for part in parts):
        return word
    plain = word.casefold().rstrip(".")
    return _SALUTATIONS.get(plain) or (word if plain in _TITLES else "")


def join_name(family_and_middle: str, given: str, salutation: str = "") -> str:
    """The full name, family name first."""
    return clean(f"{salutation} {family_and_middle} {given}")


_FORMS = {
    "cong ty", "tong cong ty", "cty", "c ty", "tap doan", "tnhh", "trach nhiem huu han", "mtv", "mot thanh vien",
    "1 thanh vien", "2 thanh vien", "hai thanh vien", "hai thanh vien tro len", "2 thanh vien tro len", "co phan", "cp",
    "ctcp", "ct tnhh", "ct cp", "hop danh", "doanh nghiep tu nhan", "dntn", "ho kinh doanh", "hkd", "hop tac xa", "htx",
    "lien doanh",
}  # fmt: skip
_TRADES = {
    "thuong mai", "dich vu", "san xuat", "xuat nhap khau", "dau tu", "phat trien", "tm", "dv", "sx", "xnk", "dt", "va",
    "tm dv", "tmdv", "sx tm", "tm sx", "sx tm dv", "dv tm", "tm xnk",
}  # fmt: skip
_ENDINGS = {
    "co ltd", "company limited", "ltd", "jsc", "joint stock company", "corporation", "corp", "inc", "llc", "pte ltd",
    "company",
}  # fmt: skip
_LONGEST = 5


def short_company_name(text: str) -> str:
    """The trade name: without the legal form and the usual line of business before it.

    "Công ty TNHH Thương mại và Dịch vụ An Bình" is "An Bình". A name that is nothing else stays whole.
    """
    whole = clean(text)
    words = _without_endings(whole.split())
    words = _without(words, _FORMS)
    name = _without(words, _TRADES | _FORMS)
    if name and not _needs_its_trade(name):
        return " ".join(name)
    return " ".join(words) or whole


def _needs_its_trade(name: list[str]) -> bool:
    """Whether what is left is no name by itself: "Thương mại số 1", "Đầu tư 36"."""
    return fold(name[0]) in ("so", "") or name[0].isdigit()


def _without(words: list[str], known: set[str]) -> list[str]:
    """`words` without leading phrases of `known`, as often as there is one, and the signs between them."""
    while words:
        size = next((n for n in range(_LONGEST, 0, -1) if fold(" ".join(words[:n])) in known | {""}), 0)
        if not size:
            break
        words = words[min(size, len(words)) :]
    return words


def _without_endings(words: list[str]) -> list[str]:
    for size in range(_LONGEST, 0, -1):
        if len(words) > size and fold(" ".join(words[-size:])) in _ENDINGS:
            kept = words[:-size]
            return [*kept[:-1], kept[-1].rstrip(".,")]
    return words
