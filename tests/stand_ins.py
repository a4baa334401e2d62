"""Parts that stand in for the slow ones, with a small language of their own."""

from collections.abc import Callable
from dataclasses import replace

from coaching.audio.refusals import refusal
from coaching.domain.context import CallContext
from coaching.domain.recording import Delivery, Recording
from coaching.domain.scorecard import Evidence, Finding, NumberMatch, Outcome, Repeated, Scorecard, SpokenNumber
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import Heard
from coaching.errors import AudioProblem
from coaching.services.call_context import hints

NOT_AUDIO = "%PDF"
MUMBLED = "mumble"
WORD_S = 0.4


class FakeListener:
    """Hears what is written in the file. `fails_with` lets the next recordings fail, one error each."""

    engine, model = "fake", "small"

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.hints: list[tuple[str, ...]] = []
        self._errors: list[Exception] = []

    def fails_with(self, *errors: Exception) -> None:
        self._errors.extend(errors)

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Callable[[float], None]
    ) -> tuple[Recording, Heard]:
        said = content.decode()
        if self._errors:
            raise self._errors.pop(0)
        if said.startswith(NOT_AUDIO):
            raise refusal(AudioProblem.NOT_AUDIO)
        report(0.5)
        self.heard.append(said)
        self.hints.append(hints(context))
        words = tuple(Word(word, at * WORD_S, (at + 1) * WORD_S, 0.9) for at, word in enumerate(said.split()))
        duration_s = len(words) * WORD_S
        delivery = Delivery(60 / WORD_S, 0.0, 0, None, duration_s, -20.0)
        recording = Recording(file_name, sha256, duration_s, 8000, 1, "pcm_mulaw")
        return recording, Heard(Transcript(words, "en", self.engine, self.model, {"beam_size": 5}), delivery)


def judge(transcript: Transcript, context: CallContext) -> Scorecard:
    """Two criteria: whether the direct line is said, and whether the message is word for word an earlier one.

    Who mumbles may have said it or not.
    """
    line, text = context.rep.direct_line, transcript.text
    at = text.find(line) if line else -1
    said = (Evidence(line, at, at + len(line), 1.0, 2.0),) if at >= 0 else ()
    numbers = tuple(
        SpokenNumber(line.replace("-", ""), line, at, at + len(line), True, True, NumberMatch.DIRECT_LINE, 1.0, 2.0) for _ in said
    )
    old = next((earlier for earlier in context.earlier if earlier.text == text), None)
    again = (Evidence(text, 0, len(text), repeats=Repeated(old.id, old.text, 0, len(text))),) if old else ()
    fresh = Outcome.NOT_MET if old else Outcome.MET if context.earlier else Outcome.NOT_APPLICABLE
    mumbled_at = text.find(MUMBLED)
    listen = Evidence(MUMBLED, mumbled_at, mumbled_at + len(MUMBLED), 0.5, 2.5) if mumbled_at >= 0 else None
    heard = Outcome.UNSURE if listen else Outcome.MET if said else Outcome.NOT_MET
    findings = (
        Finding("direct_line_given", heard, "The direct line.", said, listen=listen),
        Finding("no_repetition", fresh, "A new reason.", again),
    )
    return Scorecard(
        "fake-1", "default", findings, numbers, {"direct_line_given": 3.0, "no_repetition": 1.0}, {"no_repetition": 40.0}
    )


def judge_texts_too(transcript: Transcript, context: CallContext) -> Scorecard:
    """With a third criterion, so that every goal of the drill that invites a text can be reached."""
    card, at = judge(transcript, context), transcript.text.find("text me")
    found = Finding("text_invited", Outcome.MET, "Invited.", (Evidence("text me", at, at + 7, 0.0, 0.8),))
    missed = Finding("text_invited", Outcome.NOT_MET, "Not invited.")
    return replace(card, findings=(*card.findings, found if at >= 0 else missed))
