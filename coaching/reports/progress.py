"""How the goals of a coaching session go, measured on what the rep left since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.session import CoachingSession, Goal, Result
from coaching.domain.share import Share
from coaching.reports.chance import LEVEL, told_p
from coaching.reports.fisher import FEWEST, could_tell, p_value

# A session is noted to the minute: what was left in that minute was left before it.
NOTED_TO = timedelta(minutes=1)


class State(StrEnum):
    UNDER_WAY = "under_way"
    REACHED = "reached"
    MISSED = "missed"
    """So many did not meet it that the rest cannot make up for them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """counted: the first voicemails after the session, as many as the goal asks for. before, after: all that are known."""

    rep_id: PersonId
    rep_name: str
    goal: Goal
    counted: Share
    before: Share
    after: Share

    @property
    def state(self) -> State:
        if self.counted.hits >= self.goal.wanted:
            return State.REACHED
        missed = self.counted.n - self.counted.hits
        return State.MISSED if missed > self.goal.out_of - self.goal.wanted else State.UNDER_WAY

    @property
    def chance(self) -> str:
        """Whether the difference between before and after could be chance, in the words of a team's page (reports.chance)."""
        if not could_tell(self.before, self.after):
            return (
                f"Too few to tell: {FEWEST} voicemails are needed on either side, there are {self.before.n} and {self.after.n}."
            )
        verdict = "More than chance" if p_value(self.before, self.after) < LEVEL else "Could be chance"
        return f"{verdict} ({self.before.n} and {self.after.n} voicemails)."

    @property
    def tested(self) -> str:
        """How that was found out, for statisticians; "" where there are too few to ask."""
        if not could_tell(self.before, self.after):
            return ""
        return f"Fisher’s exact test, p {told_p(p_value(self.before, self.after))}."


def progress(session: CoachingSession, results: Sequence[Result], seen: Sequence[PersonId] | None = None) -> list[Progress]:
    """Each goal for each rep. results: the oldest first. seen: the reps to show, all unless told."""
    return [
        _of_rep(rep_id, name, goal, session.held_at, [one for one in results if _is_about(one, rep_id, goal)])
        for goal in session.goals
        for rep_id, name in session.reps.items()
        if seen is None or rep_id in seen
    ]


def _is_about(result: Result, rep_id: PersonId, goal: Goal) -> bool:
    return result.rep_id == rep_id and result.criterion_id == goal.criterion_id


def _of_rep(rep_id: PersonId, name: str, goal: Goal, held_at: datetime, results: Sequence[Result]) -> Progress:
    before = [one for one in results if one.left_at < held_at + NOTED_TO]
    after = results[len(before) :]
    return Progress(rep_id, name, goal, _share(after[: goal.out_of]), _share(before), _share(after))


def _share(results: Sequence[Result]) -> Share:
    return Share(sum(one.outcome is Outcome.MET for one in results), len(results))
