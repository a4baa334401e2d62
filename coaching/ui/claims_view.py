"""What was promised and is not on file, in the shape that the component draws. Nothing of Streamlit."""

from collections.abc import Sequence
from typing import Any

from coaching.domain.dates import short_date
from coaching.domain.transcript import Transcript
from coaching.follow_up.claims import Claim, ClaimKind
from coaching.ui.scorecard_view import times

KINDS = {
    ClaimKind.AMOUNT: "A price or an offer",
    ClaimKind.IS_OVER: "A price or an offer",
    ClaimKind.LAST_DAY: "A last day",
    ClaimKind.VEHICLE: "A vehicle that is here",
}


def told(claims: Sequence[Claim], transcript: Transcript) -> list[dict[str, Any]]:
    return [_told(claim, transcript) for claim in claims]


def _told(claim: Claim, transcript: Transcript) -> dict[str, Any]:
    start_s, end_s = times(transcript, claim.start_char, claim.end_char)
    over = f"ended on {short_date(claim.ended_on)}" if claim.ended_on else "not on file"
    return {"text": claim.quote, "start_s": start_s, "end_s": end_s, "kind": KINDS[claim.kind], "on_file": over}
