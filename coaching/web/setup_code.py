"""Who may become the first administrator: whoever can read what the server prints where it was started."""

import base64
import hmac
import secrets
import sys
from functools import cache

from coaching import bootstrap
from coaching.errors import CoachingError
from coaching.services import first_run

CODE_BYTES = 10  # 80 bits, 16 letters and digits that are read without doubt
GROUP = 4
WRONG = "This is not the setup code. It stands where the server was started; starting it again makes a new one."


@cache
def setup_code() -> str:
    """Of this process; a new one at every start."""
    letters = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def check(code: str) -> None:
    """In any writing. Raises CoachingError."""
    if not hmac.compare_digest(_letters(code).encode(), _letters(setup_code()).encode()):
        raise CoachingError(WRONG)


def announce() -> None:
    """Prints the code where there is no administrator yet. Not to the log, which may be kept and sent about."""
    if not bootstrap.settings().demo and first_run.needs_administrator(bootstrap.services()):
        told = f"There is no administrator yet. Open the app and enter this setup code: {setup_code()}"
        print(told, file=sys.stderr, flush=True)


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
