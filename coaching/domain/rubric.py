"""What is judged: criteria with their guidance and examples, and profiles that weigh them."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.domain.scorecard import Outcome


@dataclass(frozen=True, slots=True)
class Example:
    """A voicemail or a part of one. `marks` are the (start, end) characters that the evidence must overlap where it is met."""

    text: str
    outcome: Outcome
    marks: tuple[tuple[int, int], ...] = ()
    note: str = ""
    context: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """type: a row of the table of checks; options: what that type reads from the criterion's file."""

    type: str
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    title: str
    section: str
    guidance: str
    advice: str
    weight: float
    check: CheckSpec
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """weights override the criteria's own; left_out are not judged; caps: a criterion's id -> highest total when it is missed."""

    id: str
    title: str
    description: str
    weights: Mapping[str, float]
    left_out: frozenset[str]
    caps: Mapping[str, float]
    max_duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class Rubric:
    """version changes whenever a published criterion does; old scorecards keep theirs."""

    id: str
    version: str
    criteria: tuple[Criterion, ...]
    profiles: Mapping[str, Profile]

    def criterion(self, criterion_id: str) -> Criterion:
        return next(criterion for criterion in self.criteria if criterion.id == criterion_id)

    def why_not_counted(self, criterion_id: str, profile_id: str) -> str:
        """A sentence for everybody; "" for a criterion that is judged by that profile."""
        profile = self.profiles.get(profile_id)
        if profile is None or criterion_id not in profile.left_out:
            return ""
        return f"The profile “{profile.title}” leaves this criterion out, so it is not counted."
