"""Where a sound can be heard. Who may hear it is asked at every request; that the address cannot be guessed either keeps anybody
from trying one number after the other, and from learning how many there are.
"""

import hmac

MARK_LETTERS = 32  # 128 bits


def sound_address(key: bytes, place: str) -> str:
    """place: "/recordings/7". key: the installation's (accounts.passes)."""
    return f"{place}/{_mark(key, place)}"


def is_right(key: bytes, address: str) -> bool:
    place, _, mark = address.rpartition("/")
    return hmac.compare_digest(_mark(key, place).encode(), mark.encode())


def _mark(key: bytes, place: str) -> str:
    """Not what a pass or a device is signed with, though the key is the same."""
    return hmac.new(key, f"sound at {place}".encode(), "sha256").hexdigest()[:MARK_LETTERS]
