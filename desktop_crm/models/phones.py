"""Phone numbers and e-mail addresses: stored in one form, shown as Vietnam writes them.

Stored numbers are E.164 (+84912345678), with ";ext=12" after it where there is an extension.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.text import clean

_NO_PHONE = mark("Phone", "“{text}” is not a phone number.")
_NO_PREFIX = mark("Phone", "“{text}”: please write the number with 0 in front, or + and the country's code.")
_LENGTH = mark("Phone", "“{text}” has too few or too many digits for a phone number.")
_EXTENSION = mark("Phone", "{number} ext. {extension}")

# Mobiles of eleven digits became ones of ten on 15/09/2018 (decision 798/QĐ-BTTTT).
_OLD_MOBILES = {f"16{last}": f"3{last}" for last in "23456789"} | {
    "120": "70", "121": "79", "122": "77", "126": "76", "128": "78",
    "123": "83", "124": "84", "125": "85", "127": "81", "129": "82",
    "186": "56", "188": "58", "199": "59",
}  # fmt: skip
_EXTENSION_WORDS = re.compile(
    r"\s*(?:[,(;/-]\s*)?(?:máy lẻ|máy nhánh|số nội bộ|nhánh|lẻ|ext(?:ension)?\.?|x|#)\s*[:=.]?\s*(\d{1,7})\s*\)?$",
    re.IGNORECASE,
)
_ALLOWED = re.compile(r"\(?\+?[0-9\s.\-()/\u2010-\u2015]+")
_USUAL = re.compile(r"(?:\+84|0)([35789][0-9]{8})")  # today's mobiles, as most are typed and all are stored
_HOTLINE = re.compile(r"1[89]00\d{4,6}")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]+@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_](?:[\w-]{0,61}[\w])")


class NotAPhone(EntryError):
    """The text is no phone number; the message says why."""

    message = _NO_PHONE


class NotAnEmail(EntryError):
    """The text is no e-mail address."""

    message = mark("Phone", "“{text}” is not an email address.")


def parse_phone(text: str, *, lost_zero: bool = False) -> str:
    """A number in its stored form; one without a country is Vietnamese. Raises `NotAPhone`.

    Judged by length and never by prefix; mobiles of before 2018 get their present number. `lost_zero` puts back
    the leading zero that a spreadsheet drops. Blank text is ''.
    """
    shown = clean(text)
    if not shown:
        return ""
    if usual := _USUAL.fullmatch(shown):
        return "+84" + usual[1]
    number, extension = _parted(shown)
    if not _ALLOWED.fullmatch(number):
        raise NotAPhone(shown)
    dialled = _dialled(re.sub(r"[^\d+]", "", number), lost_zero)
    if not dialled:
        raise NotAPhone(shown, _NO_PREFIX)
    return _e164(_renumbered(dialled), shown) + (f";ext={extension}" if extension else "")


def _parted(shown: str) -> tuple[str, str]:
    found = _EXTENSION_WORDS.search(shown)
    return (shown[: found.start()], found[1]) if found else (shown, "")


def _dialled(digits: str, lost_zero: bool) -> str:
    """The number with + or 0 in front; '' where its country is not known."""
    if digits.startswith("+"):
        return re.sub(r"^\+840", "+84", digits)  # (+84) 0912…
    if digits.startswith("00"):
        return _dialled("+" + digits[2:], lost_zero)
    if digits.startswith("0") or _HOTLINE.fullmatch(digits):
        return digits
    if digits.startswith("84") and len(digits) in (11, 12, 13):
        return _dialled("+" + digits, lost_zero)
    return "0" + digits if lost_zero else ""


def _renumbered(dialled: str) -> str:
    national = re.sub(r"^(\+84|0)", "", dialled)
    if len(national) != 10 or national == dialled:
        return dialled
    new = _OLD_MOBILES.get(national[:3])
    return f"+84{new}{national[3:]}" if new else dialled


def _e164(dialled: str, shown: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(dialled, "VN")
    except phonenumbers.NumberParseException:
        raise NotAPhone(shown) from None
    if not phonenumbers.is_possible_number(number):
        raise NotAPhone(shown, _LENGTH)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@lru_cache(maxsize=4096)
def _national(e164: str) -> str:
    if found := re.fullmatch(r"\+84([35789]\d{2})(\d{3})(\d{3})", e164):
        return f"0{found[1]} {found[2]} {found[3]}"
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    style = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(number, style.NATIONAL if number.country_code == 84 else style.INTERNATIONAL))


def format_phone(stored: str) -> str:
    """A stored number as it is shown: 0912 345 678, 024 3825 1234 ext. 12, +65 6123 4567; other text as it is."""
    number, _, extension = stored.partition(";ext=")
    shown = _national(number) if number.startswith("+") else number
    return translate(_EXTENSION, number=shown, extension=extension) if extension else shown


def check_email(text: str) -> str:
    """An address trimmed, without "mailto:", its domain in lower case; blank is ''. Raises `NotAnEmail`."""
    address = clean(text).removeprefix("mailto:")
    if not address:
        return ""
    local, _, domain = address.rpartition("@")
    well_dotted = not (local.startswith(".") or local.endswith(".") or ".." in local)
    if not (_EMAIL.fullmatch(address) and well_dotted and len(local) <= 64 and len(address) <= 254):
        raise NotAnEmail(address)
    return f"{local}@{domain.lower()}"
