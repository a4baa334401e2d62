"""Addresses of sound that nobody can guess."""

from coaching import bootstrap
from coaching.accounts import passes
from coaching.accounts.sound_address import is_right

GUESSED = "There is no sound at this address. Open it from the app."


def is_marked(path: str) -> bool:
    return is_right(passes.key_of(bootstrap.settings().home), path)
