"""What makes two uploads the same recording."""

from hashlib import sha256


def fingerprint(content: bytes) -> str:
    """SHA-256 of the file's bytes, in hex: a recording's identity."""
    return sha256(content).hexdigest()
