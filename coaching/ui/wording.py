"""How things are said on the screens, in one place."""

from datetime import UTC, datetime
from datetime import date as Date
from zoneinfo import ZoneInfo

from coaching.domain.dates import long_date, short_date
from coaching.domain.people import Role
from coaching.domain.scorecard import Outcome, ValueKind
from coaching.domain.team_scores import Attempts
from coaching.domain.voicemail import Progress, Stage, Voicemail

ROLES = {Role.REP: "Rep", Role.TRAINER: "Trainer", Role.MANAGER: "Manager", Role.ADMINISTRATOR: "Administrator"}
OUTCOMES = {Outcome.MET: "Met", Outcome.NOT_MET: "Not met", Outcome.UNSURE: "Unsure", Outcome.NOT_APPLICABLE: "Not applicable"}
# Met by what is not said, so that "heard it" would say the contrary.
ABSENCES = frozenset({"no_repetition", "not_just_checking_in"})
TRUE_OR_NOT = {Outcome.MET.value: "It is true", Outcome.NOT_MET.value: "It is not true"}
ATTEMPTS = {
    Attempts.ANY: "All attempts",
    Attempts.FIRST: "First attempt",
    Attempts.SECOND: "Second attempt",
    Attempts.THIRD: "Third attempt",
    Attempts.LATER: "Fourth and later",
    Attempts.UNKNOWN: "Attempt unknown",
}
KINDS = {
    ValueKind.VEHICLE_INFORMATION: "About the vehicle",
    ValueKind.ARRIVAL_OR_MATCH: "Arrival or match",
    ValueKind.TRADE_IN: "Trade-in",
    ValueKind.INCENTIVE: "Incentive",
    ValueKind.PERSONAL_BENEFIT: "Personal benefit",
    ValueKind.SLOT_OR_HOLD: "Slot or hold",
}
FACTS = {
    "question": "Their question",
    "trade_in": "Their trade-in",
    "employer": "Where they work",
    "options": "What they want on it",
    "colour": "Their color",
}
DATES = "MM/DD/YYYY"  # of fields in which a day is chosen
STAGES = {
    Stage.RECEIVED: "Received, waiting",
    Stage.TRANSCRIBING: "Transcribing",
    Stage.JUDGED: "Judged",
    Stage.FAILED: "Failed",
}


def counted(outcome: Outcome) -> str:
    """The word for an outcome that a person chose: what they call not applicable is left out of the total."""
    return "Not counted" if outcome is Outcome.NOT_APPLICABLE else OUTCOMES[outcome]


def answers(criterion_id: str) -> dict[str, str]:
    """What a person who listened may say, by the outcome it stands for."""
    if criterion_id in ABSENCES:
        return {outcome.value: OUTCOMES[outcome] for outcome in (Outcome.MET, Outcome.NOT_MET)}
    return {Outcome.MET.value: "Heard it", Outcome.NOT_MET.value: "Did not hear it"}


def clock(seconds: float) -> str:
    """72.4 is 1:12."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def seconds(length_s: float) -> str:
    """21.9 is 21 s, as a player's clock has it."""
    return f"{int(length_s)} s"


def day(time: datetime, zone: str = "UTC", now: datetime | None = None) -> str:
    """today 9:41 am, March 3, 9:41 am; with the year when it is another one."""
    local, today = time.astimezone(ZoneInfo(zone)), (now or datetime.now(UTC)).astimezone(ZoneInfo(zone))
    at = f"{local.hour % 12 or 12}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"
    if local.date() == today.date():
        return f"today {at}"
    return f"{short_date(local) if local.year == today.year else long_date(local)}, {at}"


def date(day: Date) -> str:
    """October 7, 2024."""
    return long_date(day)


def status(progress: Progress) -> str:
    if progress.stage is Stage.TRANSCRIBING:
        return f"Transcribing {progress.done:.0%}"
    return STAGES[progress.stage]


def title(voicemail: Voicemail, customer_name: str) -> str:
    """Customer and attempt; the file's name where nobody is known."""
    name = f"For {customer_name}" if customer_name else voicemail.file_name or f"Voicemail {voicemail.id}"
    return f"{name} · attempt {voicemail.attempt}" if voicemail.attempt else name


def attempt(voicemail: Voicemail, zone: str) -> str:
    which = f"Attempt {voicemail.attempt}" if voicemail.attempt else "Earlier message"
    return f"{which}, {day(voicemail.left_at, zone)}" if voicemail.left_at else which


def number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
