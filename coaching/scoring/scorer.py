"""Rubric + profile + what was said -> scorecard."""

from collections.abc import Iterable, Iterator

from coaching.domain.rubric import Profile, Rubric
from coaching.domain.scorecard import Evidence, Finding, Repeated, Scorecard
from coaching.errors import UnknownName
from coaching.scoring.checks import build_check
from coaching.scoring.doubt import weigh
from coaching.scoring.message import Check, Message, Span
from coaching.scoring.parse import MessageParser, Spoken


class Scorer:
    """Built once for a rubric and a profile, then asked for as many voicemails as there are. Deterministic.

    Raises UnknownName for a profile or check type that does not exist, InvalidFile for a check's options.
    """

    def __init__(self, rubric: Rubric, profile_id: str, parser: MessageParser) -> None:
        self.rubric, self.profile = rubric, profile_of(rubric, profile_id)
        self._judged = [criterion for criterion in rubric.criteria if criterion.id not in self.profile.left_out]
        self._checks = {criterion.id: build_check(criterion.id, criterion.check) for criterion in self._judged}
        self._weights = {criterion.id: self.profile.weights.get(criterion.id, criterion.weight) for criterion in self._judged}
        self._caps = {key: cap for key, cap in self.profile.caps.items() if key in self._checks}
        self._parser = parser

    def score(self, spoken: Spoken) -> Scorecard:
        return next(self.score_all([spoken]))

    def score_all(self, spoken: Iterable[Spoken]) -> Iterator[Scorecard]:
        """One scorecard for each, in order, each the same as if it had been judged alone."""
        return (self._scorecard(message) for message in self._parser.parse_all(spoken))

    def _scorecard(self, message: Message) -> Scorecard:
        return Scorecard(
            rubric_version=self.rubric.version,
            profile_id=self.profile.id,
            findings=tuple(find(criterion_id, check, message) for criterion_id, check in self._checks.items()),
            numbers=message.numbers if message.find_numbers else (),
            weights=self._weights,
            caps=self._caps,
        )


def profile_of(rubric: Rubric, profile_id: str) -> Profile:
    if profile_id not in rubric.profiles:
        raise UnknownName("profile", profile_id, rubric.profiles)
    return rubric.profiles[profile_id]


def find(criterion_id: str, check: Check, message: Message) -> Finding:
    """One criterion's outcome with its evidence; unsure where the words that it hangs on were heard badly."""
    judgement, listen = weigh(message, check.judge(message))
    repeats = dict(zip(judgement.spans, judgement.repeats, strict=False))
    return Finding(
        criterion_id=criterion_id,
        outcome=judgement.outcome,
        explanation=judgement.explanation,
        evidence=tuple(evidence(message, span, repeats.get(span)) for span in judgement.shown or judgement.spans),
        kind=judgement.kind,
        listen=listen,
    )


def evidence(message: Message, span: Span, repeats: Repeated | None = None) -> Evidence:
    """The quote, and where the message was heard, from the first to the last of its words."""
    heard = message.transcript.words_within(span.start, span.end) if message.transcript else ()
    start_s, end_s = (heard[0].start_s, heard[-1].end_s) if heard else (None, None)
    return Evidence(message.quote(span), span.start, span.end, start_s, end_s, repeats)
