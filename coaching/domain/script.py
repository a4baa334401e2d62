"""Which voicemails tell the same script to different customers, told by one short mark a voicemail."""

import re
from hashlib import blake2b

RUN = 3
"""Words that make a run. Single words come back in every voicemail; runs of three are a script's own."""
SHORTEST_REASON = 5
"""Words. Whoever says less has no script to wear out."""
_WORD = re.compile(r"[a-z']+")


def script_mark(reason: str) -> str | None:
    """The smallest hash among the runs of the reason's words (Broder's min-hash): two wordings have the same mark as often as
    the share of runs that they have in common. Names and numbers swapped in between leave most runs as they were.

    None for a reason that is too short to be a script.
    """
    words = _WORD.findall(reason.lower())
    if len(words) < SHORTEST_REASON:
        return None
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return min(blake2b(run.encode(), digest_size=8).hexdigest() for run in runs)
