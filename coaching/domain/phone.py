"""How a telephone number is written where we write it; what was heard is quoted as it was heard."""

import re

_SIGNS = re.compile(r"[\s().+/\u2010-\u2015-]")
_NUMBER = re.compile(r"1?(\d{3})(\d{3})(\d{4})")
# 555-01xx is nobody's and yet a number here: demo and training use it. Only what can be no area code is refused.
_WHOLE = re.compile(r"1?([2-9][0-9]{9})(?:(?:x|ext|extension|#)[0-9]{1,6})?", re.IGNORECASE)


def written(line: str) -> str:
    """ "(540) 5550143" is 540-555-0143. What is no such number, one with an extension too, stays as somebody typed it."""
    found = _NUMBER.fullmatch(_SIGNS.sub("", line))
    return "-".join(found.groups()) if found else line


def ten_digits(line: str) -> str:
    """Of a whole North American number, without the country's 1 and an extension; by them two are compared. Else empty."""
    found = _WHOLE.fullmatch(_SIGNS.sub("", line))
    return found[1] if found else ""


def ending(line: str) -> str:
    """ "ending in 43": enough to tell two numbers of somebody apart, and nobody's once they are erased. "none" for no number."""
    digits = ten_digits(line) or "".join(sign for sign in line if sign.isdigit())
    return f"ending in {digits[-2:]}" if digits else "none"
