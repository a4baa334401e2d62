"""How a telephone number is written where we write it; what was heard is quoted as it was heard."""

import re

_SIGNS = re.compile(r"[\s().+-]")
_NUMBER = re.compile(r"1?(\d{3})(\d{3})(\d{4})")


def written(line: str) -> str:
    """ "(540) 5550143" is 540-555-0143. What is no such number, one with an extension too, stays as somebody typed it."""
    found = _NUMBER.fullmatch(_SIGNS.sub("", line))
    return "-".join(found.groups()) if found else line
