"""Where a recording can be heard. Who may hear it is asked at every request; that the address cannot be guessed either keeps
anybody from trying one number after the other, and from learning how many there are.
"""

import hmac

from coaching.domain.voicemail import VoicemailId

MARK_LETTERS = 32  # 128 bits


def sound_address(key: bytes, voicemail_id: VoicemailId) -> str:
    """key: the installation's (accounts.passes)."""
    return f"/recordings/{voicemail_id}/{_mark(key, voicemail_id)}"


def is_right(key: bytes, voicemail_id: VoicemailId, mark: str) -> bool:
    return hmac.compare_digest(_mark(key, voicemail_id).encode(), mark.encode())


def _mark(key: bytes, voicemail_id: VoicemailId) -> str:
    """Not what a pass or a device is signed with, though the key is the same."""
    return hmac.new(key, f"recording {voicemail_id}".encode(), "sha256").hexdigest()[:MARK_LETTERS]
