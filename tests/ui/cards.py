"""A small rubric, findings and scorecards to draw."""

from coaching.domain.rubric import CheckSpec, Criterion, Profile, Rubric
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard
from coaching.domain.transcript import Transcript, Word

TEXT = "Hi Karen call or text me"
WORDS = tuple(Word(text, float(at), at + 0.5, 0.3 if text == "text" else 0.9) for at, text in enumerate(TEXT.split()))
TRANSCRIPT = Transcript(WORDS, "en", "fake", "small")


def criterion(name: str, section: str) -> Criterion:
    return Criterion(name, name.title(), section, "What counts.", f"Say {name}. It helps.", 1.0, CheckSpec("phrase", {}), ())


PROFILES = {"default": Profile("default", "Standard", "", {}, frozenset(), {}, 45.0)}
RUBRIC = Rubric("r", "1", (criterion("value", "Main"), criterion("text", "Main"), criterion("name", "More")), PROFILES)


def scorecard(*findings: Finding, caps: dict[str, float] | None = None, **weights: float) -> Scorecard:
    return Scorecard("1", "default", findings, (), {"value": 1.0, "text": 1.0, "name": 1.0} | weights, caps or {})


def found(name: str, outcome: Outcome, *evidence: Evidence, listen: Evidence | None = None) -> Finding:
    return Finding(name, outcome, f"About {name}.", evidence, listen=listen)


MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE
INVITED = Evidence("call or text", 9, 21)
