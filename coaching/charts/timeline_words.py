"""What the picture of a lead says in words: on each mark, and above them all."""

from coaching.domain.attempt import AttemptKind, Direction
from coaching.domain.people import Role
from coaching.domain.scorecard import ValueKind
from coaching.follow_up.cadence.deadlines import Deadline, State
from coaching.follow_up.cadence.presets import Channel
from coaching.follow_up.timeline import Mark, Timeline

WORDS = {
    AttemptKind.VOICEMAIL: "Voicemail",
    AttemptKind.CALL: "Call, no message",
    AttemptKind.CONVERSATION: "Conversation",
    AttemptKind.EMAIL: "Email",
    AttemptKind.TEXT: "Text",
    AttemptKind.SOCIAL: "Social message",
}
REASONS = {
    ValueKind.VEHICLE_INFORMATION: "vehicle",
    ValueKind.ARRIVAL_OR_MATCH: "arrival",
    ValueKind.TRADE_IN: "trade-in",
    ValueKind.INCENTIVE: "incentive",
    ValueKind.PERSONAL_BENEFIT: "benefit",
    ValueKind.SLOT_OR_HOLD: "slot",
}
CHANNELS = {Channel.CALL: "Call", Channel.EMAIL: "Email", Channel.WRITE: "Write"}
LONG_SILENCE_D = 3  # days; every cadence but one asks for more than that in the first weeks


def went_wrong(line: Timeline) -> list[str]:
    """What a newcomer should see at once, the worst first; one sentence of praise where there is nothing."""
    missed = [one for one in line.deadlines if one.state is State.MISSED]
    late = [one for one in line.deadlines if one.state is State.LATE]
    silent = max((round((gap.end - gap.start).total_seconds() / 86_400) for gap in line.gaps), default=0)
    found = [
        f"{_steps(len(missed))} missed{_first_call(missed)}" if missed else "",
        f"{_steps(len(late))} late{_first_call(late)}" if late else "",
        "The same reason given again" if line.arcs else "",
        f"{silent} days of silence" if silent >= LONG_SILENCE_D else "",
    ]
    wrong = [sentence for sentence in found if sentence]
    if wrong or not line.deadlines:
        return wrong
    return ["Every step so far in time" if any(one.state is State.KEPT for one in line.deadlines) else "Nothing was due yet"]


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"


def _first_call(deadlines: list[Deadline]) -> str:
    first = any(one.step.within_minutes is not None and one.step.channel is Channel.CALL for one in deadlines)
    return ", the first call among them" if first else ""


def label(mark: Mark) -> str:
    """What is read without hovering: who else than the rep, the score, the reason."""
    parts = [
        "manager" if mark.role is Role.MANAGER else "",
        "" if mark.score is None else f"{mark.score:.0f}",
        REASONS[mark.reason] if mark.reason else "",
    ]
    return "<br>".join(part for part in parts if part)


def told(mark: Mark) -> str:
    who = "Customer" if mark.direction is Direction.IN else "Manager" if mark.role is Role.MANAGER else "Rep"
    parts = [f"{WORDS[mark.kind]} · {who}"]
    parts += [f"Score {mark.score:.0f}"] if mark.score is not None else []
    parts += [REASONS[mark.reason]] if mark.reason else []
    return "<br>".join(parts)


def due(deadline: Deadline) -> str:
    """What is read without hovering, in a word: the shape and the legend say that it was missed."""
    return "Manager" if deadline.step.by is Role.MANAGER else CHANNELS[deadline.step.channel]


def asked(deadline: Deadline) -> str:
    step = deadline.step
    what = CHANNELS[step.channel]
    return (
        f"{what} by the manager" if step.by is Role.MANAGER else f"{what} asking for permission" if step.asks_permission else what
    )
