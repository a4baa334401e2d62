"""What the North American plan allows: area code, exchange, four digits."""

import re
from functools import lru_cache

import phonenumbers

WHOLE, LOCAL = 10, 7
_WHOLE = re.compile(r"[2-9]\d{2}[2-9]\d{6}")
_LOCAL = re.compile(r"[2-9]\d{6}")


def national(digits: str) -> str:
    """Without the leading 1 of "1-240-555-0187"."""
    return digits[1:] if len(digits) == WHOLE + 1 and digits.startswith("1") else digits


def is_whole(digits: str) -> bool:
    return bool(_WHOLE.fullmatch(digits))


def is_local(digits: str) -> bool:
    return bool(_LOCAL.fullmatch(digits))


@lru_cache(maxsize=1024)
def is_assigned(area_code: str) -> bool:
    """Whether the area code is in use; told by a subscriber number that every plan allows (555-01xx is fictional, so in none)."""
    return phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area_code}2345678"))


@lru_cache(maxsize=1024)
def on_file(line: str) -> str:
    """The digits of a line as somebody typed it ("+1 (240) 555-0187 x14"); empty where it is none."""
    try:
        return str(phonenumbers.parse(line, "US").national_number)
    except phonenumbers.NumberParseException:
        return ""
