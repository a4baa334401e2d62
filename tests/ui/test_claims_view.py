from datetime import date

from coaching.domain.transcript import Transcript, Word
from coaching.follow_up.claims import Claim, ClaimKind
from coaching.ui import claims_view

WORDS = tuple(Word(text, float(at), at + 0.5, 0.9) for at, text in enumerate(("It", "is", "0.9", "percent")))
TRANSCRIPT = Transcript(WORDS, "en", "fake", "small")


def claim(kind: ClaimKind, ended_on: date | None = None) -> Claim:
    return Claim(6, 17, kind, "0.9 percent", "Check it.", ended_on)


def test_a_quote_knows_when_it_was_said_and_that_it_is_not_on_file() -> None:
    (told,) = claims_view.told([claim(ClaimKind.AMOUNT)], TRANSCRIPT)
    assert told == {"text": "0.9 percent", "start_s": 2.0, "end_s": 3.5, "kind": "A price or an offer", "on_file": "not on file"}


def test_what_has_ended_says_when() -> None:
    (told,) = claims_view.told([claim(ClaimKind.IS_OVER, date(2026, 3, 3))], TRANSCRIPT)
    assert told["on_file"] == "ended on March 3"
